-- A statement trigger, so that a statement that would touch no row is refused too.
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.events
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();

-- An owner may do everything to its tables unless it is taken away; the trigger holds even if it is given back.
REVOKE UPDATE, DELETE, TRUNCATE ON event_store.events FROM event_store_owner;

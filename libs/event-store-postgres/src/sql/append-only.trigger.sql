-- Statement triggers, so that a statement that would touch no row is refused too.
CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON event_store.events
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
CREATE TRIGGER head_stays BEFORE DELETE OR TRUNCATE ON event_store.head
  FOR EACH STATEMENT EXECUTE FUNCTION event_store.refuse_change();
CREATE TRIGGER head_moves_forward BEFORE UPDATE ON event_store.head
  FOR EACH ROW WHEN (new.position < old.position) EXECUTE FUNCTION event_store.refuse_change();

-- An owner may do everything to its tables unless it is taken away; the triggers hold even if it is given back.
REVOKE UPDATE, DELETE, TRUNCATE ON event_store.events FROM event_store_owner;
REVOKE DELETE, TRUNCATE ON event_store.head FROM event_store_owner;

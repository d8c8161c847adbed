-- Appends a batch of items, each to a stream of its own, each whole or not at all. A refused item comes back in "refusals"
-- and takes no position. The first arrays hold all events of all items in order, the last ones an entry for each item,
-- of which "p_firsts" says where its events begin. A duplicate among them fails on the event id's unique key, and the
-- writer sends the batch again with "p_one_by_one", which can tell; looking first would cost every other batch more.
CREATE OR REPLACE FUNCTION event_store.append_batch(
  p_streams text[], p_revisions bigint[], p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  p_firsts integer[], p_expected bigint[], p_previous bytea[], p_one_by_one boolean,
  OUT before bigint, OUT refusals jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_contexts text[] := ARRAY(SELECT w.context FROM event_store.writers w WHERE w.role = session_user);
BEGIN
  PERFORM event_store.refuse_writer(s.stream) FROM unnest(p_streams) s (stream) WHERE split_part(s.stream, '.', 1) <> ALL (v_contexts) LIMIT 1;
  PERFORM pg_advisory_xact_lock(1096041812, 1);
  before := event_store.newest_position();
  IF NOT p_one_by_one AND event_store.append_as_set(before, p_streams, p_revisions, p_event_ids, p_types, p_headers, p_payloads,
    p_traceparents, p_firsts, p_expected, p_previous)
  THEN
    RETURN;
  END IF;
  refusals := event_store.append_in_turn(before, p_streams, p_revisions, p_event_ids, p_types, p_headers, p_payloads, p_traceparents,
    p_firsts, p_expected, p_previous);
END
$$;

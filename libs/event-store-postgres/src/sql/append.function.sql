-- Appends a batch of items, each to a stream of its own, each whole or not at all. A refused item comes back in
-- "refusals" and takes no position. Arrays of items run in step, and so do the arrays of all their events.
CREATE OR REPLACE FUNCTION event_store.append(
  p_streams text[], p_expected bigint[], p_revisions bigint[], p_previous bytea[], p_counts integer[],
  p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  OUT before bigint, OUT refusals jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_after bigint;
BEGIN
  PERFORM event_store.assert_writer(p_streams);
  SELECT h.position INTO before FROM event_store.head h FOR NO KEY UPDATE;
  IF cardinality(p_streams) <= 15 THEN
    SELECT a.head, a.refusals INTO v_after, refusals FROM event_store.append_in_turn(
      before, p_streams, p_expected, p_revisions, p_previous, p_counts, p_event_ids, p_types, p_headers, p_payloads, p_traceparents) a;
  ELSE
    SELECT a.head, a.refusals INTO v_after, refusals FROM event_store.append_as_set(
      before, p_streams, p_expected, p_revisions, p_previous, p_counts, p_event_ids, p_types, p_headers, p_payloads, p_traceparents) a;
  END IF;
  IF v_after > before THEN
    UPDATE event_store.head SET position = v_after;
  END IF;
END
$$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;

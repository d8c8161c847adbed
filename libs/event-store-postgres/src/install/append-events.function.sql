-- Appends the events of many items in one statement, all of them or none, and returns the newest position before them. The
-- arrays hold the events of all items in order; "p_expected" and "p_previous" are given for an item's first event alone, and
-- NULL for the others, which follow on it. Whether the items fit is looked at row by row as they are inserted, and not in a
-- statement of its own, which would cost a quarter more. What does not fit fails here, on a unique key or at the end, and its
-- writer turns to append_one_by_one, which can tell which and why. The subquery keeps the plan to index look-ups at any size.
CREATE OR REPLACE FUNCTION event_store.append_events(
  p_streams text[], p_revisions bigint[], p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  p_expected bigint[], p_previous bytea[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_contexts text[] := ARRAY(SELECT w.context FROM event_store.writers w WHERE w.role = session_user);
  v_before bigint;
  v_written bigint;
BEGIN
  PERFORM pg_advisory_xact_lock(1096041812, 1);
  v_before := event_store.last_position();
  INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
    SELECT v_before + e.n, e.stream, e.revision, e.event_id, split_part(e.stream, '-', 1), e.type, sha256(convert_to(e.header, 'UTF8')),
        e.header, e.payload, e.traceparent
      FROM unnest(p_streams, p_revisions, p_event_ids, p_types, p_headers, p_payloads, p_traceparents, p_expected, p_previous) WITH ORDINALITY
        AS e (stream, revision, event_id, type, header, payload, traceparent, expected, previous, n)
      WHERE split_part(e.stream, '.', 1) = ANY (v_contexts)
        AND (e.expected IS NULL OR event_store.meets(nullif(e.revision, 0) - 1, e.expected) AND (e.revision = 0 OR EXISTS (
          SELECT FROM event_store.events h WHERE h.stream = e.stream AND h.revision = e.revision - 1 AND h.commitment = e.previous)));
  GET DIAGNOSTICS v_written = ROW_COUNT;
  IF v_written < cardinality(p_streams) THEN
    RAISE EXCEPTION 'an item of the batch does not fit' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN v_before;
END
$$;

-- Appends the events of many items in one statement, all of them or none, and returns the newest position before them. The
-- arrays hold the events of all items in order; "p_expected" and "p_previous" are given for an item's first event alone, and
-- NULL for the others, which follow on it. Whether the items fit, and their headers say what the columns do, is looked at row by
-- row as they are inserted, and not in a statement of its own, which would cost a quarter more. What does not fit fails here, on a
-- unique key, on a header that is no JSON or at the end, and its writer turns to append_one_by_one, which can tell which and why.
-- The subqueries keep the plan to index look-ups at any size.
CREATE OR REPLACE FUNCTION event_store.append_events(
  p_streams text[], p_revisions bigint[], p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  p_expected bigint[], p_previous bytea[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_contexts text[] := ARRAY(SELECT w.context FROM event_store.writers w WHERE w.role = session_user);
  v_before bigint;
  v_written bigint;
  v_now tstzrange;
BEGIN
  PERFORM pg_advisory_xact_lock(1096041812, 1);
  v_before := event_store.last_position();
  SELECT t.now INTO v_now FROM event_store.record_time t;
  INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
    SELECT v_before + e.n, e.stream, e.revision, e.event_id, split_part(e.stream, '-', 1), e.type, sha256(convert_to(e.header, 'UTF8')),
        e.header, e.payload, e.traceparent
      FROM (SELECT u.*, u.header::jsonb AS says
        FROM unnest(p_streams, p_revisions, p_event_ids, p_types, p_headers, p_payloads, p_traceparents, p_expected, p_previous) WITH ORDINALITY
          AS u (stream, revision, event_id, type, header, payload, traceparent, expected, previous, n) OFFSET 0) e
      WHERE split_part(e.stream, '.', 1) = ANY (v_contexts)
        AND event_store.describes(e.says, e.stream, e.revision, e.event_id, e.type, e.payload)
        AND event_store.is_timely(e.says, e.stream, v_now)
        AND (e.expected IS NULL OR event_store.meets(nullif(e.revision, 0) - 1, e.expected)
          AND event_store.links(e.says, e.revision, e.previous) AND (e.revision = 0 OR EXISTS (
            SELECT FROM event_store.events h WHERE h.stream = e.stream AND h.revision = e.revision - 1 AND h.commitment = e.previous)));
  GET DIAGNOSTICS v_written = ROW_COUNT;
  IF v_written < cardinality(p_streams)
      OR array_position(p_expected, NULL) IS NOT NULL AND NOT event_store.follow_on(p_streams, p_revisions, p_headers, p_expected) THEN
    RAISE EXCEPTION 'an item of the batch does not fit' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN v_before;
END
$$;

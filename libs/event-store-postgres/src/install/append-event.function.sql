-- The fast path: one event, and with as few statements as it takes. Returns the newest position before it; NULL when it does
-- not fit, its header says otherwise than its columns, or its role may not write here, and fails on a unique key for a duplicate
-- or a stream that is there already, and on a header that is no JSON. Its writer then turns to append_one_by_one, which can tell;
-- looking first would cost every other append more. The session's own role counts as the writer, not the one that a SECURITY
-- DEFINER function runs as. The advisory lock orders all appends up to their commit; it is a statement of its own, so under READ
-- COMMITTED the next one sees whatever was appended before.
CREATE OR REPLACE FUNCTION event_store.append_event(
  p_stream text, p_revision bigint, p_event_id uuid, p_type text, p_header text, p_payload bytea, p_traceparent text,
  p_expected bigint, p_previous bytea) RETURNS bigint
LANGUAGE sql SECURITY DEFINER
BEGIN ATOMIC
  SELECT pg_advisory_xact_lock(1096041812, 1);
  INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
    SELECT event_store.last_position() + 1, p_stream, p_revision, p_event_id, split_part(p_stream, '-', 1), p_type,
        sha256(convert_to(p_header, 'UTF8')), p_header, p_payload, p_traceparent
      FROM (SELECT p_header::jsonb AS header OFFSET 0) says, event_store.record_time t
      WHERE EXISTS (SELECT FROM event_store.writers w WHERE w.context = split_part(p_stream, '.', 1) AND w.role = session_user)
        AND event_store.meets(nullif(p_revision, 0) - 1, p_expected)
        AND event_store.describes(says.header, p_stream, p_revision, p_event_id, p_type, p_payload)
        AND event_store.links(says.header, p_revision, p_previous)
        AND event_store.is_timely(says.header, p_stream, t.now)
        AND (p_revision = 0 OR EXISTS (
          SELECT FROM event_store.events h WHERE h.stream = p_stream AND h.revision = p_revision - 1 AND h.commitment = p_previous))
    RETURNING position - 1;
END;

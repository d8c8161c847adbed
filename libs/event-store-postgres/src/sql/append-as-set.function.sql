-- Appends a whole batch in two statements if all of its items fit, and else nothing. The lateral subqueries keep the plan
-- to index look-ups whatever the table's size. For use inside append_batch, which holds the lock.
CREATE OR REPLACE FUNCTION event_store.append_as_set(
  p_before bigint,
  p_streams text[], p_revisions bigint[], p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  p_firsts integer[], p_expected bigint[], p_previous bytea[]) RETURNS boolean
LANGUAGE plpgsql
AS $$
BEGIN
  PERFORM FROM unnest(p_firsts, p_expected, p_previous) AS i (first, expected, previous)
    LEFT JOIN LATERAL (
      SELECT e.revision, e.commitment FROM event_store.events e WHERE e.stream = p_streams[i.first] ORDER BY e.revision DESC LIMIT 1
    ) h ON true
    WHERE NOT event_store.fits(h.revision, h.commitment, i.expected, p_revisions[i.first], i.previous)
    LIMIT 1;
  IF FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
    SELECT p_before + e.n, e.stream, e.revision, e.event_id, split_part(e.stream, '-', 1), e.type, sha256(convert_to(e.header, 'UTF8')),
        e.header, e.payload, e.traceparent
      FROM unnest(p_streams, p_revisions, p_event_ids, p_types, p_headers, p_payloads, p_traceparents) WITH ORDINALITY
        AS e (stream, revision, event_id, type, header, payload, traceparent, n);
  RETURN true;
END
$$;

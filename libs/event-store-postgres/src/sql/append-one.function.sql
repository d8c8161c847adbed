-- The fast path: one event, with as few statements as it takes. A duplicate fails on the event id's unique key, and its
-- writer turns to append_batch, which can tell; looking first would cost every other append more. The session's own role
-- counts as the writer, not the one that a SECURITY DEFINER function runs as. The advisory lock orders all appends up to
-- their commit; it is taken before the first look, so under READ COMMITTED the look sees whatever was appended before.
CREATE OR REPLACE FUNCTION event_store.append_one(
  p_stream text, p_expected bigint, p_revision bigint, p_previous bytea,
  p_event_id uuid, p_type text, p_header text, p_payload bytea, p_traceparent text,
  OUT before bigint, OUT refusals jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(1096041812, 1);
  INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
    SELECT coalesce((SELECT e.position FROM event_store.events e ORDER BY e.position DESC LIMIT 1), 0) + 1, p_stream, p_revision,
        p_event_id, split_part(p_stream, '-', 1), p_type, sha256(convert_to(p_header, 'UTF8')), p_header, p_payload, p_traceparent
      FROM event_store.writers w LEFT JOIN LATERAL (
        SELECT e.revision, e.commitment FROM event_store.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1
      ) h ON true
      WHERE w.context = split_part(p_stream, '.', 1) AND w.role = session_user
        AND event_store.fits(h.revision, h.commitment, p_expected, p_revision, p_previous)
    RETURNING position - 1 INTO before;
  IF NOT FOUND THEN
    PERFORM event_store.refuse_writer(p_stream)
      WHERE NOT EXISTS (SELECT FROM event_store.writers w WHERE w.context = split_part(p_stream, '.', 1) AND w.role = session_user);
    before := event_store.newest_position();
    refusals := jsonb_build_array(event_store.refusal(1, p_stream, p_event_id, p_expected));
  END IF;
END
$$;

-- The fast path: one event, with as few statements as it takes. A duplicate fails on the event id's unique key, and its
-- writer turns to append_batch, which can tell; looking first would cost every other append more. The session's own role counts as the writer, not the one
-- that a SECURITY DEFINER function runs as. The advisory lock orders all appends up to their commit; it is taken before
-- the first look, so under READ COMMITTED the look sees whatever was appended before.
CREATE OR REPLACE FUNCTION event_store.append_one(
  p_stream text, p_expected bigint, p_revision bigint, p_previous bytea,
  p_event_id uuid, p_type text, p_header text, p_payload bytea, p_traceparent text,
  OUT before bigint, OUT refusals jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_is_writer boolean;
  v_actual bigint;
  v_commitment bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(1096041812, 1);
  SELECT coalesce((SELECT e.position FROM event_store.events e ORDER BY e.position DESC LIMIT 1), 0), w.role IS NOT NULL, h.revision, h.commitment
    INTO before, v_is_writer, v_actual, v_commitment
    FROM (VALUES (true)) AS once
    LEFT JOIN event_store.writers w ON w.context = split_part(p_stream, '.', 1) AND w.role = session_user
    LEFT JOIN LATERAL (
      SELECT e.revision, e.commitment FROM event_store.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1
    ) h ON true;
  IF NOT v_is_writer THEN
    PERFORM event_store.refuse_writer(p_stream);
  END IF;
  IF event_store.fits(v_actual, v_commitment, p_expected, p_revision, p_previous) THEN
    INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
      VALUES (before + 1, p_stream, p_revision, p_event_id, split_part(p_stream, '-', 1), p_type,
        sha256(convert_to(p_header, 'UTF8')), p_header, p_payload, p_traceparent);
  ELSE
    refusals := jsonb_build_array(event_store.refusal(1, p_stream, p_event_id, p_expected));
  END IF;
END
$$;

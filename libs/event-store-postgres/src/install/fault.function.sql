-- What is wrong with an event that is to be appended, in a word; NULL when nothing is. Asked only of a batch of which something did
-- not fit: a block that catches an error costs as much as the rest. "p_previous" is the commitment of the event before it.
CREATE OR REPLACE FUNCTION event_store.fault(
  p_header text, p_stream text, p_revision bigint, p_event_id uuid, p_type text, p_payload bytea, p_previous bytea) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_says jsonb;
  v_timely boolean;
BEGIN
  BEGIN
    v_says := p_header::jsonb;
    SELECT event_store.is_timely(v_says, p_stream, t.now) INTO v_timely FROM event_store.record_time t;
  EXCEPTION WHEN data_exception THEN
    RETURN 'header';
  END;
  RETURN CASE
    WHEN event_store.describes(v_says, p_stream, p_revision, p_event_id, p_type, p_payload) IS NOT TRUE THEN 'header'
    WHEN event_store.links(v_says, p_revision, p_previous) IS NOT TRUE THEN 'link'
    WHEN v_timely IS NOT TRUE THEN 'time'
    WHEN EXISTS (SELECT FROM event_store.events e WHERE e.event_id = p_event_id) THEN 'id'
  END;
END
$$;

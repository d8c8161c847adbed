-- Why an append wrote nothing, with the head of its stream, from which the writer can link anew. Of an event id that another
-- context has taken it says no more than that: its stream is not this writer's to know.
CREATE OR REPLACE FUNCTION event_store.refusal(p_item integer, p_stream text, p_event_id uuid, p_expected bigint) RETURNS jsonb
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_earlier record;
  v_head record;
BEGIN
  SELECT e.stream, e.revision INTO v_earlier FROM event_store.events e WHERE e.event_id = p_event_id;
  IF FOUND THEN
    IF split_part(v_earlier.stream, '.', 1) <> split_part(p_stream, '.', 1) THEN
      RETURN jsonb_build_object('item', p_item, 'kind', 'duplicate', 'stream', 'another context', 'revision', 0);
    END IF;
    RETURN jsonb_build_object('item', p_item, 'kind', 'duplicate', 'stream', v_earlier.stream, 'revision', v_earlier.revision);
  END IF;
  SELECT e.revision, encode(e.commitment, 'hex') AS commitment, e.header::json ->> 'recordedAt' AS recorded_at
    INTO v_head FROM event_store.events e WHERE e.stream = p_stream ORDER BY e.revision DESC LIMIT 1;
  RETURN jsonb_build_object(
    'item', p_item,
    'kind', CASE WHEN event_store.meets(v_head.revision, p_expected) THEN 'stale' ELSE 'conflict' END,
    'head', CASE WHEN v_head.revision IS NULL THEN NULL ELSE
      jsonb_build_object('revision', v_head.revision, 'commitment', v_head.commitment, 'recordedAt', v_head.recorded_at) END);
END
$$;

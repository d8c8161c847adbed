-- The first fault of an item of a batch, whose first event is "p_first"; NULL when it has none. Its other events expect nothing of
-- their own, stand in the same stream, one revision after the other, and none of them bears an id for the second time.
CREATE OR REPLACE FUNCTION event_store.fault_of_item(
  p_streams text[], p_revisions bigint[], p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_expected bigint[],
  p_first integer, p_previous bytea) RETURNS text
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_event integer := p_first;
  v_previous bytea := p_previous;
  v_fault text;
BEGIN
  LOOP
    v_fault := event_store.fault(
      p_headers[v_event], p_streams[v_event], p_revisions[v_event], p_event_ids[v_event], p_types[v_event], p_payloads[v_event], v_previous);
    IF v_fault IS NOT NULL THEN
      RETURN v_fault;
    ELSIF p_streams[v_event] <> p_streams[p_first] OR p_revisions[v_event] <> p_revisions[p_first] + v_event - p_first THEN
      RETURN 'link';
    ELSIF p_event_ids[v_event] = ANY (p_event_ids[p_first : v_event - 1]) THEN
      RETURN 'id';
    END IF;
    v_previous := sha256(convert_to(p_headers[v_event], 'UTF8'));
    v_event := v_event + 1;
    EXIT WHEN v_event > cardinality(p_streams) OR p_expected[v_event] IS NOT NULL;
  END LOOP;
  RETURN NULL;
END
$$;

-- Appends a few items one after the other: quicker than the set-based form up to about 15 of them.
CREATE OR REPLACE FUNCTION event_store.append_in_turn(
  p_head bigint,
  p_streams text[], p_expected bigint[], p_revisions bigint[], p_previous bytea[], p_counts integer[],
  p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  OUT head bigint, OUT refusals jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_event integer := 0;
  v_actual bigint;
  v_commitment bytea;
BEGIN
  head := p_head;
  FOR v_item IN 1 .. cardinality(p_streams) LOOP
    SELECT e.revision, e.commitment INTO v_actual, v_commitment
      FROM event_store.events e WHERE e.stream = p_streams[v_item] ORDER BY e.revision DESC LIMIT 1;
    IF event_store.meets(v_actual, p_expected[v_item])
      AND p_revisions[v_item] = coalesce(v_actual, -1) + 1
      AND p_previous[v_item] IS NOT DISTINCT FROM v_commitment
    THEN
      INSERT INTO event_store.events AS e (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
        VALUES (head + 1, p_streams[v_item], p_revisions[v_item], p_event_ids[v_event + 1], split_part(p_streams[v_item], '-', 1),
          p_types[v_event + 1], sha256(convert_to(p_headers[v_event + 1], 'UTF8')), p_headers[v_event + 1], p_payloads[v_event + 1],
          p_traceparents[v_event + 1])
        ON CONFLICT (event_id) DO NOTHING;
      IF FOUND THEN
        FOR v_more IN 2 .. p_counts[v_item] LOOP
          INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
            VALUES (head + v_more, p_streams[v_item], p_revisions[v_item] + v_more - 1, p_event_ids[v_event + v_more],
              split_part(p_streams[v_item], '-', 1), p_types[v_event + v_more], sha256(convert_to(p_headers[v_event + v_more], 'UTF8')),
              p_headers[v_event + v_more], p_payloads[v_event + v_more], p_traceparents[v_event + v_more]);
        END LOOP;
        head := head + p_counts[v_item];
        v_event := v_event + p_counts[v_item];
        CONTINUE;
      END IF;
    END IF;
    refusals := coalesce(refusals, '[]') || event_store.refusal(v_item, p_streams[v_item], p_event_ids[v_event + 1], p_expected[v_item]);
    v_event := v_event + p_counts[v_item];
  END LOOP;
END
$$;

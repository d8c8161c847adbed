-- Appends many items in one statement. The lateral subqueries keep the plan to index look-ups whatever the table's size.
CREATE OR REPLACE FUNCTION event_store.append_as_set(
  p_head bigint,
  p_streams text[], p_expected bigint[], p_revisions bigint[], p_previous bytea[], p_counts integer[],
  p_event_ids uuid[], p_types text[], p_headers text[], p_payloads bytea[], p_traceparents text[],
  OUT head bigint, OUT refusals jsonb)
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_written bigint;
BEGIN
  WITH item AS (
    SELECT i.*, sum(i.count) OVER (ORDER BY i.item) - i.count AS events_before
      FROM unnest(p_streams, p_expected, p_revisions, p_previous, p_counts) WITH ORDINALITY
        AS i (stream, expected, revision, previous, count, item)
  ), judged AS MATERIALIZED (
    SELECT i.*, NOT EXISTS (SELECT FROM event_store.events e WHERE e.event_id = p_event_ids[i.events_before + 1])
        AND event_store.meets(h.revision, i.expected)
        AND i.revision = coalesce(h.revision, -1) + 1
        AND i.previous IS NOT DISTINCT FROM h.commitment AS accepted
      FROM item i LEFT JOIN LATERAL (
        SELECT e.revision, e.commitment FROM event_store.events e WHERE e.stream = i.stream ORDER BY e.revision DESC LIMIT 1
      ) h ON true
  ), placed AS (
    SELECT j.*, p_head + sum(j.count) OVER (ORDER BY j.item) - j.count AS place FROM judged j WHERE j.accepted
  ), written AS (
    INSERT INTO event_store.events (position, stream, revision, event_id, category, type, commitment, header, payload, traceparent)
      SELECT p.place + n, p.stream, p.revision + n - 1, p_event_ids[p.events_before + n], split_part(p.stream, '-', 1),
          p_types[p.events_before + n], sha256(convert_to(p_headers[p.events_before + n], 'UTF8')), p_headers[p.events_before + n],
          p_payloads[p.events_before + n], p_traceparents[p.events_before + n]
        FROM placed p CROSS JOIN LATERAL generate_series(1, p.count) n
        ORDER BY p.place, n
  )
  SELECT coalesce(sum(j.count) FILTER (WHERE j.accepted), 0),
      jsonb_agg(event_store.refusal(j.item::integer, j.stream, p_event_ids[j.events_before + 1], j.expected)) FILTER (WHERE NOT j.accepted)
    INTO v_written, refusals FROM judged j;
  head := p_head + v_written;
END
$$;

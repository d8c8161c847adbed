-- Whether each event that expects nothing of its own follows on the one before it in the arrays: the next of the same stream, with
-- that one's commitment. Asked only of batches in which an item has several events.
CREATE OR REPLACE FUNCTION event_store.follow_on(p_streams text[], p_revisions bigint[], p_headers text[], p_expected bigint[]) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN (
  SELECT coalesce(bool_and(e.expected IS NOT NULL OR coalesce(
      e.stream = e.stream_before AND e.revision = e.revision_before + 1
        AND event_store.links(e.header::jsonb, e.revision, sha256(convert_to(e.header_before, 'UTF8'))), false)), true)
    FROM (SELECT u.*, lag(u.stream) OVER w AS stream_before, lag(u.revision) OVER w AS revision_before, lag(u.header) OVER w AS header_before
      FROM unnest(p_streams, p_revisions, p_headers, p_expected) WITH ORDINALITY AS u (stream, revision, header, expected, n)
      WINDOW w AS (ORDER BY u.n)) e);

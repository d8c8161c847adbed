-- Whether a header describes what stands beside it in its row: stream, revision, event id, type and the payload's digest are those
-- of the columns, and every other field of an envelope is there, which its readers would miss too late. An expression of its
-- parameters alone, so it is put into the statement that asks. The caller reads the header as JSON once.
CREATE OR REPLACE FUNCTION event_store.describes(
  p_header jsonb, p_stream text, p_revision bigint, p_event_id uuid, p_type text, p_payload bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN p_header ->> 'stream' = p_stream
  AND p_header ->> 'revision' = p_revision::text
  AND p_header ->> 'eventId' = p_event_id::text
  AND p_header ->> 'type' = p_type
  AND p_header ->> 'payloadDigest' = encode(sha256(p_payload), 'hex')
  AND p_header ?& ARRAY['actor', 'cause', 'contentType', 'delegation', 'facts', 'occurredAt', 'rule', 'ruleSetVersion', 'schemaVersion',
    'sealing', 'tier'];

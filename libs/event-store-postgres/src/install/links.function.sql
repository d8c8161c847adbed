-- Whether a header names the commitment of the event before it: "p_previous", or none for the first event of a stream.
CREATE OR REPLACE FUNCTION event_store.links(p_header jsonb, p_revision bigint, p_previous bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN CASE WHEN p_revision = 0 THEN p_header -> 'previous' = 'null' ELSE p_header ->> 'previous' = encode(p_previous, 'hex') END;

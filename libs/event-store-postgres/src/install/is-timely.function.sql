-- Whether an event is recorded at a time. The moves of a demonstration's clock come before the distance that they make.
CREATE OR REPLACE FUNCTION event_store.is_timely(p_header jsonb, p_stream text, p_now tstzrange) RETURNS boolean
LANGUAGE sql STABLE
RETURN p_stream = 'platform.democlock-1' OR (p_header ->> 'recordedAt')::timestamptz <@ p_now;

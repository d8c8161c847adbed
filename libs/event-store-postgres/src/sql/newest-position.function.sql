CREATE OR REPLACE FUNCTION event_store.newest_position() RETURNS bigint
LANGUAGE sql STABLE
RETURN coalesce((SELECT e.position FROM event_store.events e ORDER BY e.position DESC LIMIT 1), 0);

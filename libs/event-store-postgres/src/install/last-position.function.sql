-- The same for the append functions, which run as the owner already: without a right of its own it is put into the statement that asks.
CREATE OR REPLACE FUNCTION event_store.last_position() RETURNS bigint
LANGUAGE sql STABLE
RETURN coalesce((SELECT e.position FROM event_store.events e ORDER BY e.position DESC LIMIT 1), 0);

-- For readers. Of the whole record, whatever of it they may read: their positions count what is hidden from them too, and one
-- that has seen everything of its own must learn that it has. It runs as its owner, on the snapshot of the statement that asks.
CREATE OR REPLACE FUNCTION event_store.newest_position() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
RETURN coalesce((SELECT e.position FROM event_store.events e ORDER BY e.position DESC LIMIT 1), 0);

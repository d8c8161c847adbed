-- Reading is granted like writing: by a row, to the session's own role. Its owner reads everything, and so the append functions
-- do, which run as it; whoever has no row sees an empty record. One policy for all roles, so that a grant is a row and takes no
-- lock of the record. Each subquery is run once for a statement, and only when the ones before it did not decide. The planner
-- takes a coalesce for true of every second row, whatever is in it; by what it would guess otherwise, almost none, it would sort
-- the whole rest of the record for every page.
ALTER TABLE event_store.events ENABLE ROW LEVEL SECURITY;
CREATE POLICY events_read_by_grant ON event_store.events FOR SELECT USING (coalesce(
  '*' = ANY (ARRAY(SELECT r.category FROM event_store.readers r WHERE r.role = session_user))
  OR category = ANY (ARRAY(SELECT r.category FROM event_store.readers r WHERE r.role = session_user))
  OR split_part(category, '.', 1) = ANY (ARRAY(SELECT r.category FROM event_store.readers r WHERE r.role = session_user)), false));

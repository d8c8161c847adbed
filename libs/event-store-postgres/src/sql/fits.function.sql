-- Whether an event may follow on a stream whose head is "p_actual" and "p_commitment" (both NULL when there is none):
-- the writer's expectation holds, and revision and previous commitment are those that the writer linked to.
CREATE OR REPLACE FUNCTION event_store.fits(
  p_actual bigint, p_commitment bytea, p_expected bigint, p_revision bigint, p_previous bytea) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN event_store.meets(p_actual, p_expected) AND p_revision = coalesce(p_actual, -1) + 1 AND p_previous IS NOT DISTINCT FROM p_commitment;

-- Whether a stream at "p_actual" (NULL when there is none) is where a writer expects it:
-- a revision, -1 for no stream, -2 for any, -3 for one that exists.
CREATE OR REPLACE FUNCTION event_store.meets(p_actual bigint, p_expected bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN CASE p_expected
  WHEN -2 THEN true
  WHEN -3 THEN p_actual IS NOT NULL
  ELSE coalesce(p_actual, -1) = p_expected
END;

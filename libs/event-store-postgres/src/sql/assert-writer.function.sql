-- The session's own role counts, not the one a SECURITY DEFINER function runs as.
CREATE OR REPLACE FUNCTION event_store.assert_writer(p_streams text[]) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  v_contexts text[] := ARRAY(SELECT w.context FROM event_store.writers w WHERE w.role = session_user);
  v_stream text;
BEGIN
  FOREACH v_stream IN ARRAY p_streams LOOP
    IF split_part(v_stream, '.', 1) <> ALL (v_contexts) THEN
      RAISE EXCEPTION 'role % may not append to stream %', session_user, v_stream USING ERRCODE = 'insufficient_privilege';
    END IF;
  END LOOP;
END
$$;

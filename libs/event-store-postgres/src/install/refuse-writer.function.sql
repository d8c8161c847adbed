CREATE OR REPLACE FUNCTION event_store.refuse_writer(p_stream text) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RAISE EXCEPTION 'role % may not append to stream %', session_user, p_stream USING ERRCODE = 'insufficient_privilege';
END
$$;

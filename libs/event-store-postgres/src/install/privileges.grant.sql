-- Functions are open to everybody by default; only those that check their caller are opened again, to the writers' and readers' roles.
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA event_store FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

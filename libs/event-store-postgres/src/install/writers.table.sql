-- The one role that may append to the streams of a context.
CREATE TABLE event_store.writers (
  context text COLLATE "C" NOT NULL PRIMARY KEY,
  role    name NOT NULL
);

-- The record. Rows are only ever added, in the order of "position", which has no gap: it is taken under the order lock,
-- as one more than the newest, so who loses or rolls back takes none.
CREATE TABLE event_store.events (
  position    bigint NOT NULL PRIMARY KEY,
  stream      text COLLATE "C" NOT NULL,
  revision    bigint NOT NULL,
  event_id    uuid NOT NULL UNIQUE,
  category    text COLLATE "C" NOT NULL,
  type        text COLLATE "C" NOT NULL,
  -- The SHA-256 of "header", which names the digest of "payload".
  commitment  bytea NOT NULL,
  -- The canonical envelope, letter by letter as it was hashed.
  header      text COLLATE "C" NOT NULL,
  payload     bytea NOT NULL,
  traceparent text COLLATE "C",
  UNIQUE (stream, revision)
-- Compressing or moving out what still fits into a page costs more than all the rest of an append.
) WITH (toast_tuple_target = 8160);

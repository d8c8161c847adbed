-- The newest position. Its row lock orders all appends; whoever loses or rolls back takes no position.
CREATE TABLE event_store.head (
  singleton boolean NOT NULL PRIMARY KEY DEFAULT true CHECK (singleton),
  position  bigint NOT NULL
) WITH (fillfactor = 10);

INSERT INTO event_store.head (position) VALUES (0);

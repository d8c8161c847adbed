-- What a role reads of the record: a whole context ("intake"), a category ("platform.democlock"), or everything ("*").
CREATE TABLE event_store.readers (
  role     name NOT NULL,
  category text COLLATE "C" NOT NULL,
  PRIMARY KEY (role, category)
);

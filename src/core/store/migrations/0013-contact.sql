-- Every host the program ever sent a request to: when first, when last, how often.

CREATE TABLE contact (
  host     TEXT PRIMARY KEY,
  first    INTEGER NOT NULL,
  last     INTEGER NOT NULL,
  requests INTEGER NOT NULL
) WITHOUT ROWID;

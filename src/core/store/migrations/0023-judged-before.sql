-- What was said of a mark before it was said otherwise, for an undo: the newest of these stands again once that is taken back.

CREATE TABLE correction_before (
  n       INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  name    TEXT NOT NULL,
  label   TEXT NOT NULL,
  verdict INTEGER NOT NULL,
  made    INTEGER NOT NULL
);
CREATE INDEX correction_before_of ON correction_before (article, kind, name);

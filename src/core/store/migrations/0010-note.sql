-- Passages a person saved out of articles, and what they wrote beside them.

-- passage: the article's words, "" for a note on the whole of it; zone, start and end: where they stood, see press/span.h. words: the person's own.
CREATE TABLE note (
  id      INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  made    INTEGER NOT NULL,
  passage TEXT NOT NULL,
  words   TEXT NOT NULL,
  zone    INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL
);

CREATE INDEX note_article ON note (article);

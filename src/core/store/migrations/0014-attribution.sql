-- Whose words a quotation's are, as the reader says: the newest line of an article's words stands, also when the article is analysed anew.

-- speaker NULL: nobody who is known.
CREATE TABLE attribution (
  n       INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  words   TEXT NOT NULL,
  speaker TEXT,
  made    INTEGER NOT NULL
);
CREATE INDEX attribution_of ON attribution (article, words);

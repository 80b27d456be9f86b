-- What the reader corrected, and what states and bodies did to each other.

-- verdict: 1 it is about this, 0 it is not. Kept when the article is analysed anew.
CREATE TABLE correction (
  article INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  name    TEXT NOT NULL,
  label   TEXT NOT NULL,
  verdict INTEGER NOT NULL,
  made    INTEGER NOT NULL,
  PRIMARY KEY (article, kind, name)
) WITHOUT ROWID;

-- Two names for one: everywhere, and for articles to come.
CREATE TABLE same_actor (
  kind    INTEGER NOT NULL,
  name    TEXT NOT NULL,
  same_as TEXT NOT NULL,
  made    INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;

CREATE TABLE event (
  article   INTEGER NOT NULL,
  n         INTEGER NOT NULL,
  type      INTEGER NOT NULL,
  aspect    INTEGER NOT NULL,
  mutual    INTEGER NOT NULL,
  actor     TEXT NOT NULL,
  recipient TEXT NOT NULL,
  zone      INTEGER NOT NULL,
  start     INTEGER NOT NULL,
  "end"     INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

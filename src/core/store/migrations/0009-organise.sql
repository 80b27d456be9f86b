-- How a person orders the desk: what they know of a feed, its further folders, labels, and feeds on their way out.

-- country: ISO 3166-1 alpha-3, of the outlet. kind: ministry, wire, ...; owner: state, public, private. every: seconds between two visits, as the person wants it; 0: as the desk has it.
-- gone: when it was unsubscribed from, seconds since 1970; 0: it is not. Its articles' entries wait in entry_left, so that it can be taken back.
ALTER TABLE feed ADD COLUMN country TEXT;
ALTER TABLE feed ADD COLUMN kind TEXT;
ALTER TABLE feed ADD COLUMN owner TEXT;
ALTER TABLE feed ADD COLUMN every INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN gone INTEGER NOT NULL DEFAULT 0;

CREATE TABLE entry_left (
  published INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  feed      INTEGER NOT NULL,
  flags     INTEGER NOT NULL,
  topics    BLOB NOT NULL,
  PRIMARY KEY (feed, id)
) WITHOUT ROWID;

-- The folders a feed stands in besides feed.folder.
CREATE TABLE shelf (
  feed   INTEGER NOT NULL,
  folder TEXT NOT NULL,
  PRIMARY KEY (feed, folder)
) WITHOUT ROWID;

CREATE TABLE label (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE
);

CREATE TABLE labelled (
  label   INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (label, article)
) WITHOUT ROWID;

CREATE INDEX labelled_article ON labelled (article);

-- Which articles are written in a language: asked by lang:.
CREATE INDEX article_language ON article (language) WHERE language IS NOT NULL;

-- What an article may be known by, its earlier wordings, and what its source said beside the words.

-- key is a 64-bit digest (store/identity.c makes it): three texts an article would be a third of the store.
CREATE TABLE identity (
  feed    INTEGER NOT NULL,
  key     INTEGER NOT NULL,
  article INTEGER NOT NULL,
  PRIMARY KEY (feed, key)
) WITHOUT ROWID;

ALTER TABLE article ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
UPDATE article SET seen = published;
ALTER TABLE article ADD COLUMN comments TEXT;
ALTER TABLE article ADD COLUMN source TEXT;
ALTER TABLE article ADD COLUMN source_url TEXT;

CREATE TABLE version (
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  seen    INTEGER NOT NULL,
  title   TEXT NOT NULL,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE source_mark (
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  name    TEXT NOT NULL,
  who     TEXT,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE TABLE enclosure (
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  url     TEXT NOT NULL,
  type    TEXT,
  length  INTEGER NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

ALTER TABLE feed ADD COLUMN skip_hours INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN skip_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN hub TEXT;
ALTER TABLE feed ADD COLUMN next TEXT;
ALTER TABLE feed ADD COLUMN moving_to TEXT;
ALTER TABLE feed ADD COLUMN moving INTEGER NOT NULL DEFAULT 0;

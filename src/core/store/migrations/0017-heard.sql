-- What monitors have told of, where an article's words are others by now: one may be about it only since its page came.

-- first: the highest number of an article when it was saved; what was there is no news. asked: how often it was, so that no news is told twice.
ALTER TABLE monitor ADD COLUMN first INTEGER NOT NULL DEFAULT 0;
ALTER TABLE monitor ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
UPDATE monitor SET first=seen;

-- An article a monitor has told of, and one whose words changed; both only for as long as pages are looked at again.
CREATE TABLE heard (
  monitor INTEGER NOT NULL,
  article INTEGER NOT NULL,
  moment  INTEGER NOT NULL,
  PRIMARY KEY (monitor, article)
) WITHOUT ROWID;

CREATE TABLE reworded (
  article INTEGER PRIMARY KEY,
  moment  INTEGER NOT NULL
);

-- How long stories are kept.

-- scope: '' the whole desk, 'folder:PATH', 'feed:NUMBER'; the closest counts. days, number: 0 for all.
CREATE TABLE keep (
  scope  TEXT PRIMARY KEY,
  days   INTEGER NOT NULL,
  number INTEGER NOT NULL
);

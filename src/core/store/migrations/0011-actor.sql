-- What a person decided of actors, and of phrases.

-- Actors that are nobody: shown nowhere, however often they are named.
CREATE TABLE struck_actor (
  kind INTEGER NOT NULL,
  name TEXT NOT NULL,
  made INTEGER NOT NULL,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;

-- Rising phrases that are never to be shown again.
CREATE TABLE dismissed (
  phrase TEXT PRIMARY KEY
) WITHOUT ROWID;

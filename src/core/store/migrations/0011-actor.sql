-- What a person decided of an actor, and of a phrase.

-- label: the name it is shown by; NULL: its own. struck: it is nobody, and not shown anywhere.
CREATE TABLE actor (
  kind   INTEGER NOT NULL,
  name   TEXT NOT NULL,
  label  TEXT,
  struck INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (kind, name)
) WITHOUT ROWID;

-- Rising phrases that are never to be shown again.
CREATE TABLE dismissed (
  phrase TEXT PRIMARY KEY
) WITHOUT ROWID;

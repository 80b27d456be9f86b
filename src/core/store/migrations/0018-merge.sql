-- How two names were known before they became one, so that it can be taken back, and what was one with either before stays so.

-- deed: the number of a merge; of: the name that became another's. same_as NULL: the name stood for itself.
CREATE TABLE same_actor_before (
  deed    INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  of      TEXT NOT NULL,
  name    TEXT NOT NULL,
  same_as TEXT,
  made    INTEGER NOT NULL,
  PRIMARY KEY (deed, name)
) WITHOUT ROWID;

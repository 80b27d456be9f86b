-- Filters with a name, and what they told.

-- filter: as it is typed, see filter/syntax.h. position: in the side bar, from the top. alert: when it speaks up, see press/monitor.h.
-- seen: the highest number of an article it was asked about last.
CREATE TABLE monitor (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  filter   TEXT NOT NULL,
  position INTEGER NOT NULL,
  alert    INTEGER NOT NULL DEFAULT 0,
  seen     INTEGER NOT NULL DEFAULT 0
);

-- What rang: when, for how many new articles of how many outlets, the newest headline, and by which rule.
CREATE TABLE ring (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  moment   INTEGER NOT NULL,
  alert    INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  outlets  INTEGER NOT NULL,
  headline TEXT NOT NULL
);

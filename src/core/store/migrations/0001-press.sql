-- The press: feeds, their articles, what they are about and who is quoted. See store/README.md for every table.
-- Released migrations are never edited; tests/style holds their checksums.

CREATE TABLE feed (
  id            INTEGER PRIMARY KEY,
  url           TEXT NOT NULL UNIQUE,
  title         TEXT NOT NULL DEFAULT '',
  site          TEXT,
  folder        TEXT NOT NULL DEFAULT '',
  language      TEXT,
  etag          TEXT,
  modified      TEXT,
  checked       INTEGER NOT NULL DEFAULT 0,
  due           INTEGER NOT NULL DEFAULT 0,
  interval      INTEGER NOT NULL DEFAULT 0,
  failing_since INTEGER NOT NULL DEFAULT 0,
  failures      INTEGER NOT NULL DEFAULT 0,
  trouble       INTEGER NOT NULL DEFAULT -1,
  trouble_text  TEXT
);

CREATE TABLE article (
  id        INTEGER PRIMARY KEY,
  feed      INTEGER NOT NULL REFERENCES feed (id),
  key       TEXT NOT NULL,
  published INTEGER NOT NULL,
  url       TEXT,
  title     TEXT NOT NULL,
  byline    TEXT,
  summary   TEXT NOT NULL,
  language  TEXT,
  image     TEXT,
  UNIQUE (feed, key)
);

CREATE TABLE body (
  article INTEGER PRIMARY KEY,
  text    TEXT NOT NULL
);

CREATE TABLE entry (
  published INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  feed      INTEGER NOT NULL,
  flags     INTEGER NOT NULL,
  topics    BLOB NOT NULL,
  PRIMARY KEY (published DESC, id DESC)
) WITHOUT ROWID;

CREATE TABLE topic (
  id       INTEGER PRIMARY KEY,
  kind     INTEGER NOT NULL,
  name     TEXT NOT NULL,
  label    TEXT NOT NULL,
  section  TEXT NOT NULL DEFAULT '',
  position INTEGER NOT NULL DEFAULT 0,
  UNIQUE (kind, name)
);

CREATE TABLE mention (
  topic     INTEGER NOT NULL,
  published INTEGER NOT NULL,
  article   INTEGER NOT NULL,
  PRIMARY KEY (topic, published DESC, article DESC)
) WITHOUT ROWID;

CREATE TABLE evidence (
  article INTEGER NOT NULL,
  topic   INTEGER NOT NULL,
  grade   INTEGER NOT NULL,
  score   REAL NOT NULL,
  spans   BLOB NOT NULL,
  PRIMARY KEY (article, topic)
) WITHOUT ROWID;

CREATE TABLE quote (
  article INTEGER NOT NULL,
  n       INTEGER NOT NULL,
  kind    INTEGER NOT NULL,
  zone    INTEGER NOT NULL,
  start   INTEGER NOT NULL,
  "end"   INTEGER NOT NULL,
  speaker TEXT,
  text    TEXT NOT NULL,
  PRIMARY KEY (article, n)
) WITHOUT ROWID;

CREATE INDEX quote_speaker ON quote (speaker, article) WHERE speaker IS NOT NULL;

CREATE VIEW search_source AS SELECT a.id AS id, a.title AS title, b.text AS text FROM article a JOIN body b ON b.article = a.id;

CREATE VIRTUAL TABLE search USING fts5 (title, text, content='search_source', content_rowid='id', tokenize='unicode61 remove_diacritics 2');

-- A number is never given twice: what is taken back, told of or fetched goes by it, and must not meet another that has it by then.
-- AUTOINCREMENT (sqlite.org/autoinc.html) changes nothing in how a table lies in the file, so that it can be written into the tables as they
-- are (sqlite.org/lang_altertable.html, "writable_schema"): a million articles need not be written anew.

CREATE TABLE numbered (id INTEGER PRIMARY KEY AUTOINCREMENT);   -- the first such table makes SQLite's own, sqlite_sequence
DROP TABLE numbered;

PRAGMA writable_schema=ON;
UPDATE sqlite_schema SET sql=replace(sql, 'INTEGER PRIMARY KEY', 'INTEGER PRIMARY KEY AUTOINCREMENT') WHERE type='table' AND name IN ('feed', 'article', 'note', 'monitor', 'label');
PRAGMA writable_schema=RESET;

INSERT INTO sqlite_sequence (name, seq) SELECT 'feed', coalesce(max(id), 0) FROM feed;
INSERT INTO sqlite_sequence (name, seq) SELECT 'article', max((SELECT coalesce(max(id), 0) FROM article), (SELECT coalesce(max(article), 0) FROM identity));
INSERT INTO sqlite_sequence (name, seq) SELECT 'note', coalesce(max(id), 0) FROM note;
INSERT INTO sqlite_sequence (name, seq) SELECT 'monitor', max((SELECT coalesce(max(id), 0) FROM monitor), (SELECT coalesce(max(monitor), 0) FROM ring));
INSERT INTO sqlite_sequence (name, seq) SELECT 'label', coalesce(max(id), 0) FROM label;

-- Words are found however their letters are written: Королёв by Королев, Ελλάδα by Ελλαδα, Wałęsa by Walesa (folding.h).

-- What is taken out of the index is what was put in: first in the old way, of those for which the two are not the same.
INSERT INTO search (search, rowid, title, text)
  SELECT 'delete', a.id, spaced(a.title), spaced(b.text) FROM article a JOIN body b ON b.article = a.id WHERE lettered(a.title) OR lettered(b.text);

DROP VIEW search_source;
CREATE VIEW search_source AS SELECT a.id AS id, worded(a.title) AS title, worded(b.text) AS text FROM article a JOIN body b ON b.article = a.id;

INSERT INTO search (rowid, title, text)
  SELECT a.id, worded(a.title), worded(b.text) FROM article a JOIN body b ON b.article = a.id WHERE lettered(a.title) OR lettered(b.text);

-- Words of scripts without blanks between them are found: the index has each of their letters for itself (folding.h), and Arabic without its vowels.

-- What is taken out of the index is what was put in: first in the old way, of those for which the two are not the same.
INSERT INTO search (search, rowid, title, text)
  SELECT 'delete', a.id, a.title, b.text FROM article a JOIN body b ON b.article = a.id WHERE spaced(a.title) IS NOT a.title OR spaced(b.text) IS NOT b.text;

DROP VIEW search_source;
CREATE VIEW search_source AS SELECT a.id AS id, spaced(a.title) AS title, spaced(b.text) AS text FROM article a JOIN body b ON b.article = a.id;

INSERT INTO search (rowid, title, text)
  SELECT a.id, spaced(a.title), spaced(b.text) FROM article a JOIN body b ON b.article = a.id WHERE spaced(a.title) IS NOT a.title OR spaced(b.text) IS NOT b.text;

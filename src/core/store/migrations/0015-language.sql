-- What an article is written in stands where filters look, and not with its words: whoever reads a few languages asks for it with every question.

ALTER TABLE entry ADD COLUMN language TEXT;
ALTER TABLE entry_left ADD COLUMN language TEXT;
UPDATE entry SET language=l.language FROM (SELECT id, language FROM article WHERE language IS NOT NULL) AS l WHERE l.id=entry.id;
UPDATE entry_left SET language=l.language FROM (SELECT id, language FROM article WHERE language IS NOT NULL) AS l WHERE l.id=entry_left.id;
DROP INDEX article_language;

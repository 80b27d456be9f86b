-- Pages in their shape, with their pictures; looked at again while their story is young.

-- shapes: a letter for each paragraph, see press/article.h. pictures: see press/picture.h. form: an article, a live report, a gallery.
-- etag, modified: for the next look, which is at due; tries counts the looks since the page is there.
ALTER TABLE page ADD COLUMN shapes TEXT;
ALTER TABLE page ADD COLUMN pictures TEXT;
ALTER TABLE page ADD COLUMN form INTEGER NOT NULL DEFAULT 0;
ALTER TABLE page ADD COLUMN etag TEXT;
ALTER TABLE page ADD COLUMN modified TEXT;

-- Nobody read it: the text and its shapes say the same.
ALTER TABLE page DROP COLUMN html;
UPDATE page SET tries=0, due=0 WHERE state=1;

-- Paragraphs an outlet puts into every article, as they were found out: they are taken out of the articles that showed them.
CREATE TABLE promotion (
  feed INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (feed, text)
) WITHOUT ROWID;

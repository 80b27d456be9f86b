-- What each paragraph of a text is, wherever the text came from: a letter each, see press/article.h; NULL: all are plain, or it is not known.
-- page.shapes, of pages fetched before, is read where this is NULL, and goes when a page is written anew.

ALTER TABLE body ADD COLUMN shapes TEXT;

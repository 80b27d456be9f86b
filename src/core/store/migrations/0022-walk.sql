-- Where the walk through the older pages of a new feed goes on, should it break off (desk/archive.h); NULL: it is over, or there is none.

ALTER TABLE feed ADD COLUMN walk TEXT;

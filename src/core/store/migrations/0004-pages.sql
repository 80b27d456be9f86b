-- The whole article, from its page.

-- Whether the pages of a feed's articles are fetched: 0 never, 1 when one is opened, 2 always, -1 always where its items are short.
ALTER TABLE feed ADD COLUMN pages INTEGER NOT NULL DEFAULT -1;

-- state: 0 still wanted, 1 there, 2 given up. brief: the feed's own words, while body has the page's.
CREATE TABLE page (
  article INTEGER PRIMARY KEY,
  state   INTEGER NOT NULL,
  tries   INTEGER NOT NULL DEFAULT 0,
  due     INTEGER NOT NULL DEFAULT 0,
  wall    INTEGER NOT NULL DEFAULT 0,
  fetched INTEGER NOT NULL DEFAULT 0,
  brief   TEXT,
  html    TEXT
);

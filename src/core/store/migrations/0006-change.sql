-- What changed of what a filter needs, in order: whoever keeps a copy of it in memory reads on from where it was.

-- what: 1 an entry came, has other topics or is gone; 2 only its flags are others; 3 a topic has another name.
CREATE TABLE change (
  n         INTEGER PRIMARY KEY,
  what      INTEGER NOT NULL,
  article   INTEGER NOT NULL DEFAULT 0,
  published INTEGER NOT NULL DEFAULT 0,
  flags     INTEGER NOT NULL DEFAULT 0
);

CREATE TRIGGER entry_came AFTER INSERT ON entry BEGIN
  INSERT INTO change (what, article, published) VALUES (1, new.id, new.published);
END;
CREATE TRIGGER entry_topics AFTER UPDATE OF topics, feed ON entry BEGIN
  INSERT INTO change (what, article, published) VALUES (1, new.id, new.published);
END;
CREATE TRIGGER entry_flags AFTER UPDATE OF flags ON entry BEGIN
  INSERT INTO change (what, article, published, flags) VALUES (2, new.id, new.published, new.flags);
END;
CREATE TRIGGER entry_gone AFTER DELETE ON entry BEGIN
  INSERT INTO change (what, article, published) VALUES (1, old.id, old.published);
END;
CREATE TRIGGER topic_named AFTER UPDATE ON topic BEGIN
  INSERT INTO change (what) VALUES (3);
END;

-- Who lags so far behind reads everything anew.
CREATE TRIGGER change_old AFTER INSERT ON change WHEN new.n % 1000 = 0 BEGIN
  DELETE FROM change WHERE n <= new.n - 100000;
END;

-- The last articles of a feed, without sorting all of them.
CREATE INDEX article_of_feed ON article (feed);

-- Which articles have a topic is in those columns too, and in evidence.
DROP TABLE mention;

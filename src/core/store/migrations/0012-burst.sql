-- How much more than usual makes a monitor speak up, and of how many outlets.

-- sensitivity: 0 only for much more, 1 for clearly more, 2 for a little more.
ALTER TABLE monitor ADD COLUMN sensitivity INTEGER NOT NULL DEFAULT 1;
ALTER TABLE monitor ADD COLUMN outlets INTEGER NOT NULL DEFAULT 2;

-- Whether the person was notified: until then it waits for the end of the quiet hours, or for the digest.
ALTER TABLE ring ADD COLUMN told INTEGER NOT NULL DEFAULT 1;
ALTER TABLE ring ADD COLUMN monitor INTEGER NOT NULL DEFAULT 0;

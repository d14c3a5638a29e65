-- The world: evidence says more, memberships are found by organisation and time, and what is dated
-- is found in order.

-- SQLite changes no CHECK: the table is made anew, with the words for disagreement and succession.
CREATE TABLE evidence_new (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    bearing   TEXT    NOT NULL CHECK (bearing IN ('supports', 'disputes', 'repeats', 'conflicts', 'supersedes')),
    other     TEXT    NOT NULL CHECK (other <> ''),
    PRIMARY KEY (statement, bearing, other)
) STRICT, WITHOUT ROWID;
INSERT INTO evidence_new SELECT statement, bearing, other FROM evidence;
DROP TABLE evidence;
ALTER TABLE evidence_new RENAME TO evidence;
CREATE INDEX evidence_on ON evidence (other, bearing, statement);

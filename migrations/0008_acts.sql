-- Acts: what a person does is done once, is noted together with what it did, and can be erased.

-- Interactions of Discord that did something: one that is delivered again does it no more. Kept for a day.
CREATE TABLE interaction (
    id      INTEGER PRIMARY KEY,
    done_at TEXT NOT NULL CHECK (datetime(done_at) IS NOT NULL)
) STRICT;
CREATE INDEX interaction_by_age ON interaction (done_at);

-- Whom a line of the audit is about, apart from its text: a name when it is shown, nobody once their data is erased.
ALTER TABLE audit ADD COLUMN about TEXT CHECK (about <> '');
UPDATE audit SET about = substr(detail, instr(detail, 'member ') + 7),
                 detail = substr(detail, 1, instr(detail, 'member ') + 5)
    WHERE action IN ('grant', 'revoke') AND instr(detail, 'member ') > 0;
UPDATE audit SET about = substr(detail, instr(detail, ' of ') + 4, instr(detail, ': ') - instr(detail, ' of ') - 4),
                 detail = substr(detail, 1, instr(detail, ' of ') - 1) || substr(detail, instr(detail, ': '))
    WHERE action = 'reject' AND detail GLOB '[0-9]* proposals of [0-9]*: *';
CREATE INDEX audit_about ON audit (about) WHERE about IS NOT NULL;

-- Whose data was erased has another name in history for a while: what one person did stays together, nobody knows
-- who it was, and nobody gets rid of what they did by erasing it.
CREATE TABLE pseudonym (
    name    TEXT PRIMARY KEY CHECK (name <> ''),
    made_at TEXT NOT NULL CHECK (datetime(made_at) IS NOT NULL)
) STRICT, WITHOUT ROWID;

-- What is begun has a size and a sort, so that nobody fills the disk with it. Its number is that of the interaction
-- that began it, or drawn here.
ALTER TABLE draft ADD COLUMN kind TEXT NOT NULL DEFAULT 'form' CHECK (kind IN ('form', 'import'));
UPDATE draft SET kind = 'import' WHERE body ->> '$.given' IS NOT NULL;
ALTER TABLE draft ADD COLUMN bytes INTEGER NOT NULL DEFAULT 0 CHECK (bytes >= 0);
UPDATE draft SET bytes = length(CAST(body AS BLOB));
CREATE INDEX draft_of_author ON draft (scope, author, kind, id);

-- A long line behind a control belongs to whoever asked, where they asked, and has an age.
DROP TABLE long_line;
CREATE TABLE long_line (
    id      INTEGER NOT NULL,
    scope   INTEGER NOT NULL CHECK (scope >= 0),
    person  TEXT    NOT NULL CHECK (person <> ''),
    kept_at TEXT    NOT NULL CHECK (datetime(kept_at) IS NOT NULL),
    line    TEXT    NOT NULL,
    PRIMARY KEY (id, scope, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX long_line_by_age ON long_line (kept_at);

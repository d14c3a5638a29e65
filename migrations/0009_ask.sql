-- Questions in plain words: what words mean, what was asked before, what found nothing, and the words of statements.

-- One more sort of item. SQLite changes no CHECK; that of a table that all else refers to is changed in the schema
-- (<https://sqlite.org/lang_altertable.html#otheralter>): it only allows more, so that no row is at odds with it.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema
    SET sql = replace(sql, '''recommendation'', ''membership'')', '''recommendation'', ''membership'', ''concept'')')
    WHERE type = 'table' AND name = 'revision';
PRAGMA writable_schema = RESET;

CREATE TABLE concept (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    key      TEXT    NOT NULL CHECK (key <> ''),
    revision INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;
CREATE INDEX concept_of_revision ON concept (revision);

-- The words of statements, with whose they are and whom they are about, for finding them by any of these. It keeps no text of its own
-- (<https://sqlite.org/fts5.html#contentless_delete_tables>).
CREATE VIRTUAL TABLE statement_text USING fts5 (
    words, actors, content = '', contentless_delete = 1, tokenize = "porter unicode61 remove_diacritics 2"
);
CREATE TRIGGER statement_text_added AFTER INSERT ON statement BEGIN
    INSERT INTO statement_text (rowid, words, actors)
        SELECT new.id, replace(new.text, 'ı', 'i'), 'scope' || new.scope || ' ' || new.subject || ' ' || COALESCE(r.body ->> '$.partners', '')
        FROM revision r WHERE r.id = new.revision;
END;
CREATE TRIGGER statement_text_removed AFTER DELETE ON statement BEGIN
    DELETE FROM statement_text WHERE rowid = old.id;
END;
INSERT INTO statement_text (rowid, words, actors)
    SELECT s.id, replace(s.text, 'ı', 'i'), 'scope' || s.scope || ' ' || s.subject || ' ' || COALESCE(r.body ->> '$.partners', '')
    FROM statement s JOIN revision r ON r.id = s.revision;

-- What is newest, of one or between two.
CREATE INDEX statement_newest ON statement (subject, scope, day DESC);
CREATE INDEX statement_partner_newest ON statement_partner (partner, scope, day DESC);
CREATE INDEX statement_partner_of_pair ON statement_partner (subject, partner, scope, day DESC);

-- What somebody asked last in a channel, so that the next question can take it up: for an hour, and removed after a day.
CREATE TABLE conversation (
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    channel  TEXT    NOT NULL,
    person   TEXT    NOT NULL CHECK (person <> ''),
    asked_at TEXT    NOT NULL CHECK (datetime(asked_at) IS NOT NULL),
    reading  TEXT    NOT NULL CHECK (json_valid(reading)),
    PRIMARY KEY (scope, channel, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX conversation_by_age ON conversation (asked_at);

-- Questions that found nothing, by what was understood of them; never who asked.
CREATE TABLE gap (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    kind     TEXT    NOT NULL,
    actors   TEXT    NOT NULL CHECK (json_valid(actors)),
    area     TEXT    NOT NULL, -- '' where none was understood
    asked    INTEGER NOT NULL CHECK (asked > 0),
    asked_at TEXT    NOT NULL CHECK (datetime(asked_at) IS NOT NULL), -- when last
    UNIQUE (scope, kind, actors, area)
) STRICT;
CREATE INDEX gap_by_count ON gap (scope, asked DESC, id);

-- Whether people found an answer that rests on an item helpful, or wrong.
CREATE TABLE feedback (
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    item     TEXT    NOT NULL CHECK (item <> ''),
    person   TEXT    NOT NULL CHECK (person <> ''),
    verdict  TEXT    NOT NULL CHECK (verdict IN ('helpful', 'wrong')),
    given_at TEXT    NOT NULL CHECK (datetime(given_at) IS NOT NULL),
    PRIMARY KEY (scope, item, person)
) STRICT, WITHOUT ROWID;

-- How they were worded, for the editors of the server. Kept for 90 days.
CREATE TABLE gap_text (
    gap      INTEGER NOT NULL REFERENCES gap (id) ON DELETE CASCADE,
    text     TEXT    NOT NULL CHECK (text <> ''),
    asked_at TEXT    NOT NULL CHECK (datetime(asked_at) IS NOT NULL),
    PRIMARY KEY (gap, text)
) STRICT, WITHOUT ROWID;
CREATE INDEX gap_text_by_age ON gap_text (asked_at);

-- Tables about the world: many rows that each say little, without a JSON body and a revision each. What a server says
-- of one of them is a statement of its own that names the row by its key.

-- What is said of a table as a whole.
CREATE TABLE world_table (
    kind        TEXT    PRIMARY KEY CHECK (kind <> ''),
    digest      TEXT    NOT NULL,
    source      TEXT    NOT NULL CHECK (source <> ''),
    credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
    as_of       TEXT    NOT NULL,
    limits      TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE observation (
    id          INTEGER PRIMARY KEY,
    world_table TEXT    NOT NULL REFERENCES world_table (kind) ON DELETE CASCADE,
    key         TEXT    NOT NULL UNIQUE CHECK (key <> ''),
    measure     TEXT    NOT NULL CHECK (measure <> ''),
    subject     TEXT    NOT NULL CHECK (subject <> ''),
    other       TEXT    CHECK (other <> ''),
    value       REAL,
    text        TEXT,
    valid_from  TEXT,
    valid_to    TEXT,
    note        TEXT,
    CHECK (value IS NOT NULL OR text IS NOT NULL)
) STRICT;
CREATE INDEX observation_of_table ON observation (world_table);
-- One’s own, and what is between two, either way.
CREATE INDEX observation_of_subject ON observation (subject, other, measure);
CREATE INDEX observation_of_other ON observation (other, subject, measure);
-- All of one sort, for a ranking.
CREATE INDEX observation_of_measure ON observation (measure, value);

-- Who has part in an agreement.
CREATE TABLE agreement_party (
    party       TEXT    NOT NULL CHECK (party <> ''),
    observation INTEGER NOT NULL REFERENCES observation (id) ON DELETE CASCADE,
    PRIMARY KEY (party, observation)
) STRICT, WITHOUT ROWID;
CREATE INDEX agreement_party_of ON agreement_party (observation);

-- Memberships come from a table too: then there is no revision. SQLite changes no column: the table is made anew.
DROP VIEW rest;
CREATE TABLE membership_new (
    id           INTEGER PRIMARY KEY,
    scope        INTEGER NOT NULL CHECK (scope >= 0),
    key          TEXT    NOT NULL CHECK (key <> ''),
    organisation TEXT    NOT NULL CHECK (organisation <> ''),
    member       TEXT    NOT NULL CHECK (member <> ''),
    status       TEXT    NOT NULL CHECK (status <> ''),
    since        TEXT,
    until        TEXT,
    years        TEXT    NOT NULL DEFAULT 'sourced' CHECK (years IN ('sourced', 'unsourced')),
    source       TEXT    NOT NULL CHECK (source <> ''),
    years_source TEXT    CHECK (years_source <> ''),
    note         TEXT,
    revision     INTEGER REFERENCES revision (id),
    world_table  TEXT    REFERENCES world_table (kind) ON DELETE CASCADE,
    UNIQUE (key, scope),
    CHECK ((revision IS NULL) = (world_table IS NOT NULL))
) STRICT;
INSERT INTO membership_new (id, scope, key, organisation, member, status, since, until, years, source, revision)
    SELECT id, scope, key, organisation, member, status, since, until, years, source, revision FROM membership;
DROP TABLE membership;
ALTER TABLE membership_new RENAME TO membership;
CREATE INDEX membership_of_member ON membership (member, scope);
CREATE INDEX membership_of_source ON membership (source, scope);
CREATE INDEX membership_of_organisation ON membership (organisation, scope);
CREATE INDEX membership_of_table ON membership (world_table) WHERE world_table > '';

-- Every item that rests on an actor, an area or a source, in any scope.
CREATE VIEW rest (entity, key, scope, on_entity, on_key) AS
    SELECT 'statement', key, scope, 'source', source FROM statement
    UNION ALL SELECT 'statement', key, scope, 'area', area FROM statement
    UNION ALL SELECT 'statement', key, scope, 'actor', subject FROM statement
    UNION ALL SELECT 'statement', key, scope, 'actor', partner FROM statement_partner
    UNION ALL SELECT 'recommendation', key, scope, 'source', source FROM recommendation
    UNION ALL SELECT 'recommendation', key, scope, 'area', area FROM recommendation
    UNION ALL SELECT 'recommendation', key, scope, 'actor', subject FROM recommendation
    UNION ALL SELECT 'recommendation', c.key, c.scope, 'actor', p.value
        FROM recommendation c JOIN revision r ON r.id = c.revision, json_each(r.body, '$.partners') p
    UNION ALL SELECT 'membership', key, scope, 'source', source FROM membership WHERE revision IS NOT NULL
    UNION ALL SELECT 'membership', key, scope, 'actor', member FROM membership WHERE revision IS NOT NULL
    UNION ALL SELECT 'membership', key, scope, 'actor', organisation FROM membership WHERE revision IS NOT NULL
    UNION ALL SELECT 'actor', a.key, a.scope, 'actor', s.value
        FROM actor a JOIN revision r ON r.id = a.revision, json_each(r.body, '$.successors') s
    UNION ALL SELECT 'ambiguity', a.key, a.scope, 'actor', c.value
        FROM ambiguity a JOIN revision r ON r.id = a.revision, json_each(r.body, '$.choices') c;

-- Knowledge, its history, and what readers have chosen.
--
-- Scope runs through everything: 0 is the public scope, which every server sees and which only
-- the knowledge files change; any other number is the Discord id of the one server whose own
-- knowledge it is. `mask` hides a public item from one server, which is how a server retracts it,
-- or overrides it with an item of its own under the same key.
--
-- History is append-only: each edit is a row of `revision` with the whole item as JSON (NULL: it
-- was removed), in a `change_set` with author, time and reason. The other tables hold the present
-- state, one row an item: what is looked up, ordered by or constrained, and the revision that holds
-- the rest. Undo writes a new revision.

CREATE TABLE change_set (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    author   TEXT    NOT NULL CHECK (author <> ''),
    reason   TEXT    NOT NULL CHECK (reason <> ''),
    made_at  TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    undoes   INTEGER REFERENCES change_set (id)
) STRICT;
CREATE INDEX change_set_of_scope ON change_set (scope, id);

CREATE TABLE revision (
    id         INTEGER PRIMARY KEY,
    change_set INTEGER NOT NULL REFERENCES change_set (id),
    scope      INTEGER NOT NULL CHECK (scope >= 0),
    entity     TEXT    NOT NULL CHECK (entity IN
        ('actor', 'ambiguity', 'area', 'source', 'statement', 'recommendation', 'membership')),
    key        TEXT    NOT NULL CHECK (key <> ''),
    body       TEXT    CHECK (body IS NULL OR json_valid(body))
) STRICT;
CREATE INDEX revision_of_item ON revision (scope, entity, key, id);
CREATE INDEX revision_of_change_set ON revision (change_set);

-- A public item that one server does not see, or sees its own version of.
CREATE TABLE mask (
    scope  INTEGER NOT NULL CHECK (scope > 0),
    entity TEXT    NOT NULL,
    key    TEXT    NOT NULL,
    PRIMARY KEY (scope, entity, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE actor (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    key      TEXT    NOT NULL CHECK (key <> ''),
    kind     TEXT    NOT NULL CHECK (kind IN ('state', 'organisation', 'region')),
    name     TEXT    NOT NULL CHECK (name <> ''),
    revision INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;

CREATE TABLE ambiguity (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    key      TEXT    NOT NULL CHECK (key <> ''),
    revision INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;

CREATE TABLE area (
    id       INTEGER PRIMARY KEY,
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    key      TEXT    NOT NULL CHECK (key <> ''),
    name     TEXT    NOT NULL CHECK (name <> ''),
    position INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;

CREATE TABLE source (
    id          INTEGER PRIMARY KEY,
    scope       INTEGER NOT NULL CHECK (scope >= 0),
    key         TEXT    NOT NULL CHECK (key <> ''),
    title       TEXT    NOT NULL CHECK (title <> ''),
    url         TEXT    CHECK (url LIKE 'http://%' OR url LIKE 'https://%'),
    reliability TEXT    NOT NULL CHECK (reliability IN ('A', 'B', 'C', 'D', 'E', 'F')),
    revision    INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;

CREATE TABLE statement (
    id          INTEGER PRIMARY KEY,
    scope       INTEGER NOT NULL CHECK (scope >= 0),
    key         TEXT    NOT NULL CHECK (key <> ''),
    subject     TEXT    NOT NULL CHECK (subject <> ''),
    area        TEXT    NOT NULL CHECK (area <> ''),
    kind        TEXT    NOT NULL CHECK (kind IN ('fact', 'assessment', 'benefit')),
    text        TEXT    NOT NULL CHECK (text <> ''),
    level       TEXT    CHECK (level IN ('none', 'minimal', 'limited', 'moderate', 'strong')),
    trend       TEXT    CHECK (trend IN ('falling', 'steady', 'growing')),
    rank        INTEGER NOT NULL CHECK (rank IN (0, 1, 2)), -- preferred, normal, deprecated
    valid_from  TEXT,
    valid_to    TEXT,
    source      TEXT    NOT NULL CHECK (source <> ''),
    credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
    position    INTEGER NOT NULL, -- the order of the files, which is the order of the sources
    revision    INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;
CREATE INDEX statement_of_subject ON statement (subject, scope, area, position);
CREATE INDEX statement_of_source ON statement (source, scope);

-- Who a statement is towards. A question about a pair reads one range of this table and nothing of
-- the two above: what the answer needs is repeated here, in the order in which it is shown, so that
-- its cost does not grow with the knowledge.
CREATE TABLE statement_partner (
    subject   TEXT    NOT NULL,
    partner   TEXT    NOT NULL CHECK (partner <> ''),
    scope     INTEGER NOT NULL,
    rank      INTEGER NOT NULL,
    position  INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    key       TEXT    NOT NULL,
    area      TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    partners  INTEGER NOT NULL, -- how many partners it is towards
    repeats   INTEGER NOT NULL CHECK (repeats IN (0, 1)), -- it only says another again
    source    TEXT    NOT NULL,
    body      TEXT    NOT NULL,
    PRIMARY KEY (subject, partner, scope, rank, position, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_partner_reverse ON statement_partner (partner, subject, scope);
CREATE INDEX statement_partner_of_statement ON statement_partner (statement);

-- What one statement says of another; the other is named by key, as it may be overridden.
CREATE TABLE evidence (
    statement INTEGER NOT NULL REFERENCES statement (id) ON DELETE CASCADE,
    bearing   TEXT    NOT NULL CHECK (bearing IN ('supports', 'disputes', 'repeats')),
    other     TEXT    NOT NULL CHECK (other <> ''),
    PRIMARY KEY (statement, bearing, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX evidence_on ON evidence (other, bearing, statement);

CREATE TABLE recommendation (
    id          INTEGER PRIMARY KEY,
    scope       INTEGER NOT NULL CHECK (scope >= 0),
    key         TEXT    NOT NULL CHECK (key <> ''),
    subject     TEXT    NOT NULL CHECK (subject <> ''),
    area        TEXT    NOT NULL CHECK (area <> ''),
    rank        INTEGER NOT NULL CHECK (rank IN (0, 1, 2)),
    source      TEXT    NOT NULL CHECK (source <> ''),
    credibility INTEGER NOT NULL CHECK (credibility BETWEEN 1 AND 6),
    position    INTEGER NOT NULL,
    revision    INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;
CREATE INDEX recommendation_of_subject ON recommendation (subject, scope, position);
CREATE INDEX recommendation_of_source ON recommendation (source, scope);

-- The sentences of a recommendation have keys of their own, so that each can be found and cited.
CREATE TABLE recommendation_part (
    recommendation INTEGER NOT NULL REFERENCES recommendation (id) ON DELETE CASCADE,
    key            TEXT    NOT NULL CHECK (key <> ''),
    role           TEXT    NOT NULL CHECK (role IN ('focus', 'action', 'impact')),
    PRIMARY KEY (recommendation, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX recommendation_part_key ON recommendation_part (key);

CREATE TABLE membership (
    id           INTEGER PRIMARY KEY,
    scope        INTEGER NOT NULL CHECK (scope >= 0),
    key          TEXT    NOT NULL CHECK (key <> ''),
    organisation TEXT    NOT NULL CHECK (organisation <> ''),
    member       TEXT    NOT NULL CHECK (member <> ''),
    status       TEXT    NOT NULL CHECK (status IN
        ('member', 'observer', 'candidate', 'partner', 'suspended', 'withdrawn')),
    since        TEXT,
    until        TEXT,
    source       TEXT    NOT NULL CHECK (source <> ''),
    revision     INTEGER NOT NULL REFERENCES revision (id),
    UNIQUE (key, scope)
) STRICT;
CREATE INDEX membership_of_member ON membership (member, scope);
CREATE INDEX membership_of_source ON membership (source, scope);
CREATE INDEX membership_of_organisation ON membership (organisation, scope);

-- How each reader likes tables laid out. The id is Discord's; nothing else of the person is kept.
CREATE TABLE reader (
    id     TEXT PRIMARY KEY CHECK (id <> ''),
    layout TEXT NOT NULL CHECK (layout IN ('auto', 'wide', 'phone', 'cards', 'plain'))
) STRICT, WITHOUT ROWID;

-- Lines too long for the id of a button, which then names the line by number.
CREATE TABLE long_line (
    id   INTEGER PRIMARY KEY,
    line TEXT    NOT NULL UNIQUE
) STRICT;

-- What the program remembers about itself: which knowledge is loaded, which commands are
-- registered, the key that signs buttons.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

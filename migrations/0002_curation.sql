-- Curation: servers change their own knowledge, with proposals, levels of access and an audit.
--
-- A revision says what became of an item in a scope. `put`: it reads as the body says, in place of
-- a public item of the same key. `retract`: it is gone there, the public item of that key too.
-- `revert`: the scope says nothing of it any more, so that a public item shows again. The last
-- revision of an item is its present state; `mask` holds the keys whose last revision in a server
-- is not a revert.
ALTER TABLE revision ADD COLUMN action TEXT NOT NULL DEFAULT 'put'
    CHECK (action IN ('put', 'retract', 'revert'));
UPDATE revision SET action = 'retract' WHERE body IS NULL;

-- Change sets and proposals are numbered within their scope: a number that people see says nothing
-- of what happens in other servers.
ALTER TABLE change_set ADD COLUMN number INTEGER NOT NULL DEFAULT 0;
UPDATE change_set SET number =
    (SELECT COUNT(*) FROM change_set c WHERE c.scope = change_set.scope AND c.id <= change_set.id);
CREATE UNIQUE INDEX change_set_number ON change_set (scope, number);
CREATE INDEX change_set_of_author ON change_set (scope, author, id);

-- Which actors a revision speaks of, for the history of an actor.
CREATE TABLE revision_actor (
    actor    TEXT    NOT NULL,
    scope    INTEGER NOT NULL,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    PRIMARY KEY (actor, scope, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX revision_actor_of_revision ON revision_actor (revision);
INSERT OR IGNORE INTO revision_actor (actor, scope, revision)
    SELECT json_extract(body, '$.subject'), scope, id FROM revision
        WHERE json_extract(body, '$.subject') IS NOT NULL
    UNION SELECT p.value, r.scope, r.id FROM revision r, json_each(r.body, '$.partners') p
        WHERE r.entity IN ('statement', 'recommendation') AND r.body IS NOT NULL
    UNION SELECT json_extract(body, '$.member'), scope, id FROM revision
        WHERE entity = 'membership' AND body IS NOT NULL
    UNION SELECT json_extract(body, '$.organisation'), scope, id FROM revision
        WHERE entity = 'membership' AND body IS NOT NULL
    UNION SELECT key, scope, id FROM revision WHERE entity = 'actor';

-- What people were called when last seen, so that history is readable. Erased with their data.
CREATE TABLE person (
    id   TEXT PRIMARY KEY CHECK (id <> ''),
    name TEXT NOT NULL CHECK (name <> '')
) STRICT, WITHOUT ROWID;

-- What a server's curators have granted. The role with the server's own id is everyone.
CREATE TABLE access_grant (
    scope  INTEGER NOT NULL CHECK (scope > 0),
    kind   TEXT    NOT NULL CHECK (kind IN ('role', 'member')),
    holder TEXT    NOT NULL CHECK (holder <> ''),
    level  TEXT    NOT NULL CHECK (level IN ('reader', 'contributor', 'editor', 'curator')),
    PRIMARY KEY (scope, kind, holder)
) STRICT, WITHOUT ROWID;

-- Who acted as an editor of a server, and when last: whether somebody is the only one.
CREATE TABLE editor_seen (
    scope   INTEGER NOT NULL CHECK (scope > 0),
    person  TEXT    NOT NULL,
    seen_at TEXT    NOT NULL CHECK (datetime(seen_at) IS NOT NULL),
    PRIMARY KEY (scope, person)
) STRICT, WITHOUT ROWID;

-- What was done beside changes of knowledge: access given, proposals decided, exports, attempts
-- refused. Changes themselves are in `change_set`.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY,
    scope   INTEGER NOT NULL CHECK (scope >= 0),
    made_at TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    author  TEXT    NOT NULL CHECK (author <> ''),
    action  TEXT    NOT NULL CHECK (action <> ''),
    detail  TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_of_scope ON audit (scope, id);

CREATE TABLE proposal (
    id         INTEGER PRIMARY KEY,
    scope      INTEGER NOT NULL CHECK (scope > 0),
    number     INTEGER NOT NULL,
    author     TEXT    NOT NULL CHECK (author <> ''),
    made_at    TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    body       TEXT    NOT NULL CHECK (json_valid(body)), -- the item as it would become
    base       INTEGER REFERENCES revision (id), -- the revision that it would change; none: a new item
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    link       TEXT,                             -- the message it came from
    status     TEXT    NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'approved', 'rejected')),
    decided_by TEXT,
    decided_at TEXT,
    verdict    TEXT,
    change_set INTEGER REFERENCES change_set (id),
    UNIQUE (scope, number),
    CHECK ((status = 'open') = (decided_by IS NULL))
) STRICT;
CREATE INDEX proposal_by_status ON proposal (scope, status, number);
CREATE INDEX proposal_of_author ON proposal (scope, author, made_at);

-- What somebody has begun: the form they fill in, the file they are shown the effect of. Kept until
-- it is done or stale, so that nothing typed is lost and buttons work after a restart.
CREATE TABLE draft (
    id      INTEGER PRIMARY KEY AUTOINCREMENT, -- a button of an old draft never means a new one
    scope   INTEGER NOT NULL CHECK (scope >= 0),
    author  TEXT    NOT NULL CHECK (author <> ''),
    made_at TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    body    TEXT    NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX draft_by_age ON draft (made_at);

-- What is referred to is looked for when it goes: erasing a server takes its revisions away.
CREATE INDEX actor_of_revision ON actor (revision);
CREATE INDEX ambiguity_of_revision ON ambiguity (revision);
CREATE INDEX area_of_revision ON area (revision);
CREATE INDEX source_of_revision ON source (revision);
CREATE INDEX statement_of_revision ON statement (revision);
CREATE INDEX recommendation_of_revision ON recommendation (revision);
CREATE INDEX membership_of_revision ON membership (revision);
CREATE INDEX proposal_of_revision ON proposal (base) WHERE base IS NOT NULL;
CREATE INDEX proposal_of_change_set ON proposal (change_set) WHERE change_set IS NOT NULL;
CREATE INDEX change_set_undone ON change_set (undoes) WHERE undoes IS NOT NULL;

-- Servers that the bot was removed from, whose knowledge is erased when the time is over.
CREATE TABLE departure (
    scope   INTEGER PRIMARY KEY CHECK (scope > 0),
    left_at TEXT NOT NULL CHECK (datetime(left_at) IS NOT NULL)
) STRICT;

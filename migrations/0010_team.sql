-- Teams: what channels are about, discussions with their positions, notes and challenges, what channels follow, and
-- what the bot has to say unasked.

-- Where a change was made: what follows a channel’s own subject is not told of what that channel just did.
ALTER TABLE change_set ADD COLUMN channel INTEGER;

-- What the questions of a channel, and of its threads, are about where they do not say.
CREATE TABLE focus (
    scope    INTEGER NOT NULL CHECK (scope > 0),
    channel  INTEGER NOT NULL,
    subject  TEXT    NOT NULL CHECK (subject <> ''),
    partners TEXT    NOT NULL CHECK (json_valid(partners)),
    area     TEXT,
    layout   TEXT,
    set_by   TEXT    NOT NULL CHECK (set_by <> ''),
    set_at   TEXT    NOT NULL CHECK (datetime(set_at) IS NOT NULL),
    PRIMARY KEY (scope, channel)
) STRICT, WITHOUT ROWID;

-- A discussion is seen where its home is: the channel or the forum that its thread is in; a private thread is its own.
CREATE TABLE discussion (
    id        INTEGER PRIMARY KEY,
    scope     INTEGER NOT NULL CHECK (scope > 0),
    number    INTEGER NOT NULL,                   -- within its server: what people see
    home      INTEGER NOT NULL,
    thread    INTEGER NOT NULL,                   -- where it takes place; the home itself where there is no thread
    message   INTEGER,                            -- the first message, once it is there
    topic     TEXT    NOT NULL CHECK (topic <> ''),
    line      TEXT    NOT NULL,                   -- the question whose answer is the brief; '' without one
    secret    INTEGER NOT NULL CHECK (secret IN (0, 1)),
    closes_at TEXT    CHECK (closes_at IS NULL OR datetime(closes_at) IS NOT NULL),
    quorum    INTEGER CHECK (quorum > 0),
    opened_by TEXT    NOT NULL CHECK (opened_by <> ''),
    opened_at TEXT    NOT NULL CHECK (datetime(opened_at) IS NOT NULL),
    -- `open`: positions are taken. `ended`: its time is over. `closed`: it is decided.
    status    TEXT    NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'ended', 'closed')),
    round     INTEGER NOT NULL DEFAULT 1,         -- how often it was opened
    shown_at  TEXT,                               -- when its first message was last brought up to date
    decision  TEXT,
    closed_by TEXT,
    closed_at TEXT,
    seen      INTEGER,                            -- the last revision when it was decided
    UNIQUE (scope, number)
) STRICT;
CREATE INDEX discussion_of_home ON discussion (scope, home, number);
CREATE INDEX discussion_of_thread ON discussion (thread, id);
CREATE INDEX discussion_by_deadline ON discussion (closes_at) WHERE status = 'open' AND closes_at IS NOT NULL;

CREATE TABLE discussion_option (
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL CHECK (place BETWEEN 1 AND 10),
    text       TEXT    NOT NULL CHECK (text <> ''),
    PRIMARY KEY (discussion, place)
) STRICT, WITHOUT ROWID;

-- What became of it: opened, ended, closed, reopened; by whom and why.
CREATE TABLE discussion_event (
    id         INTEGER PRIMARY KEY,
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    made_at    TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    person     TEXT    NOT NULL CHECK (person <> ''),
    event      TEXT    NOT NULL CHECK (event IN ('opened', 'ended', 'closed', 'reopened')),
    detail     TEXT    NOT NULL
) STRICT;
CREATE INDEX discussion_event_of ON discussion_event (discussion, id);

-- The items that the brief shows, and the revision at which each was shown; place 0: what only notes are about.
CREATE TABLE basis (
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    entity     TEXT    NOT NULL,
    key        TEXT    NOT NULL,
    revision   INTEGER NOT NULL,
    told       INTEGER NOT NULL,                  -- the revision of which its people were told last
    PRIMARY KEY (discussion, entity, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX basis_of_item ON basis (entity, key, discussion);

-- One position a person, and the last revision when it was taken: what changed later changed under it.
CREATE TABLE position (
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    round      INTEGER NOT NULL,
    person     TEXT    NOT NULL CHECK (person <> ''),
    place      INTEGER NOT NULL,
    reason     TEXT    NOT NULL,
    taken_at   TEXT    NOT NULL CHECK (datetime(taken_at) IS NOT NULL),
    seen       INTEGER NOT NULL,
    left_at    TEXT,                              -- when it was found that the person is not in the server any more
    PRIMARY KEY (discussion, round, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX position_of_person ON position (person);

-- What is left of a secret vote when it is over: how often what was chosen, and the reasons, in the order of their
-- letters. Nothing says whose they are.
CREATE TABLE ballot (
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    round      INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    votes      INTEGER NOT NULL CHECK (votes >= 0),
    reasons    TEXT    NOT NULL CHECK (json_valid(reasons)),
    PRIMARY KEY (discussion, round, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
    id           INTEGER PRIMARY KEY,
    discussion   INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    number       INTEGER NOT NULL,                -- within the discussion
    person       TEXT    NOT NULL CHECK (person <> ''),
    made_at      TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    text         TEXT    NOT NULL CHECK (text <> ''),
    item         TEXT,                            -- the key of the item that it is about
    area         TEXT,
    link         TEXT,                            -- the message that it was taken from
    seen         INTEGER NOT NULL,                -- the last revision when it was made
    retracted_at TEXT,
    UNIQUE (discussion, number)
) STRICT;
CREATE INDEX note_of_person ON note (person);

-- What a note said before it was edited.
CREATE TABLE note_version (
    note    INTEGER NOT NULL REFERENCES note (id) ON DELETE CASCADE,
    made_at TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    text    TEXT    NOT NULL,
    PRIMARY KEY (note, made_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE challenge (
    id         INTEGER PRIMARY KEY,
    discussion INTEGER NOT NULL REFERENCES discussion (id) ON DELETE CASCADE,
    item       TEXT    NOT NULL,
    person     TEXT    NOT NULL CHECK (person <> ''),
    reason     TEXT    NOT NULL CHECK (reason <> ''),
    made_at    TEXT    NOT NULL CHECK (datetime(made_at) IS NOT NULL),
    proposal   INTEGER REFERENCES proposal (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX challenge_of ON challenge (discussion, id);
CREATE INDEX challenge_of_proposal ON challenge (proposal);
CREATE INDEX challenge_of_person ON challenge (person);

-- What a channel follows, or what one person wants to be told of (`channel` 0).
CREATE TABLE follow (
    id        INTEGER PRIMARY KEY,
    scope     INTEGER NOT NULL CHECK (scope >= 0),
    channel   INTEGER NOT NULL,
    home      INTEGER NOT NULL,                     -- the channel, where it is a thread
    kind      TEXT    NOT NULL CHECK (kind IN ('actor', 'pair', 'area', 'organisation', 'question')),
    first     TEXT    NOT NULL CHECK (first <> ''), -- an actor, or an area
    second    TEXT    NOT NULL,                     -- the other of a pair
    line      TEXT    NOT NULL,                     -- the question
    often     TEXT    NOT NULL CHECK (often IN ('at-once', 'hourly', 'daily', 'weekly')),
    set_by    TEXT    NOT NULL CHECK (set_by <> ''),
    set_at    TEXT    NOT NULL CHECK (datetime(set_at) IS NOT NULL),
    seen      INTEGER NOT NULL,                     -- the last revision when it was set up
    failures  INTEGER NOT NULL DEFAULT 0,
    paused_at TEXT,
    UNIQUE (scope, channel, set_by, kind, first, second, line)
) STRICT;
CREATE INDEX follow_of ON follow (first, scope);
CREATE INDEX follow_of_other ON follow (second, scope) WHERE second <> '';
CREATE INDEX follow_of_channel ON follow (scope, channel, id);
CREATE INDEX follow_of_person ON follow (set_by) WHERE channel = 0;

-- What is to be told of, until it is: one message has all of it.
CREATE TABLE follow_news (
    follow   INTEGER NOT NULL REFERENCES follow (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    PRIMARY KEY (follow, revision)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_news_of_revision ON follow_news (revision);

-- When a channel wants to hear nothing, in minutes of the day, and its distance from UTC in minutes.
CREATE TABLE quiet (
    scope     INTEGER NOT NULL CHECK (scope > 0),
    channel   INTEGER NOT NULL,
    begins    INTEGER NOT NULL CHECK (begins BETWEEN 0 AND 1439),
    ends      INTEGER NOT NULL CHECK (ends BETWEEN 0 AND 1439),
    utc_shift INTEGER NOT NULL CHECK (utc_shift BETWEEN -1080 AND 1080),
    PRIMARY KEY (scope, channel)
) STRICT, WITHOUT ROWID;

-- Up to which change somebody has seen what changed.
CREATE TABLE visit (
    scope    INTEGER NOT NULL CHECK (scope >= 0),
    person   TEXT    NOT NULL CHECK (person <> ''),
    seen     INTEGER NOT NULL,
    before   INTEGER NOT NULL,                      -- and up to which the time before: for who turns a page
    seen_at  TEXT    NOT NULL CHECK (datetime(seen_at) IS NOT NULL),
    PRIMARY KEY (scope, person)
) STRICT, WITHOUT ROWID;

-- What the bot has to say unasked. What is there once while it waits has a key; who takes it up takes the key away, so
-- that what happens meanwhile is said again.
CREATE TABLE outbox (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    scope     INTEGER NOT NULL CHECK (scope >= 0),
    kind      TEXT    NOT NULL CHECK (kind IN ('brief', 'tally', 'record', 'moved', 'outcome', 'digest', 'known', 'paused')),
    about     INTEGER NOT NULL,                   -- the discussion, the challenge or the follow
    detail    TEXT    NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
    key       TEXT    UNIQUE,
    due_at    TEXT    NOT NULL CHECK (datetime(due_at) IS NOT NULL),
    holder    TEXT,                               -- who sends it
    held_till TEXT,
    begun_at  TEXT,                               -- when it was first sent: it may have arrived
    body      TEXT,                               -- what was sent then, word for word
    tried     INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at);
CREATE INDEX outbox_about ON outbox (about, kind);

-- However a proposal is decided, who questioned the statement hears of it where they did.
CREATE TRIGGER challenge_decided AFTER UPDATE OF status ON proposal WHEN old.status = 'open' AND new.status <> 'open' BEGIN
    INSERT INTO outbox (scope, kind, about, due_at)
        SELECT new.scope, 'outcome', c.id, COALESCE(new.decided_at, strftime('%Y-%m-%dT%H:%M:%SZ', 'now')) FROM challenge c WHERE c.proposal = new.id;
END;

-- What was there before anybody could follow it is told to nobody.
INSERT INTO setting (name, value) SELECT 'noticed', COALESCE(MAX(id), 0) FROM revision;

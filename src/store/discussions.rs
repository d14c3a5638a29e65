//! Discussions: opened, found, ended, closed and opened again. What is seen of them is what belongs to the place where
//! somebody is; an act and what is to be said of it are one transaction.

use sqlx::sqlite::SqliteConnection;

use super::connections::Tx;
use super::outbox::{Kind, NewPost, put};
use super::place::{Moderator, Presence};
use super::{Store, fault};
use crate::error::{BadTeam, Error, Fault, TeamThing};
use crate::knowledge::ItemKey;

/// How far a discussion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Positions are taken.
    Open,
    /// Its time is over; it is not decided.
    Ended,
    /// It is decided.
    Closed,
}

impl Status {
    fn read(word: &str) -> Self {
        match word {
            "open" => Self::Open,
            "ended" => Self::Ended,
            _ => Self::Closed,
        }
    }
}

/// A discussion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discussion {
    pub(super) id: i64,
    /// The server.
    pub(super) scope: i64,
    /// Its number in its server.
    pub number: i64,
    /// The channel or the forum in which it is seen.
    pub home: i64,
    /// Where it takes place.
    pub thread: i64,
    /// Its first message, once that is there.
    pub message: Option<i64>,
    /// What is discussed.
    pub topic: String,
    /// The question whose answer is the brief; empty without one.
    pub line: String,
    /// Whether nobody is told who chose what.
    pub secret: bool,
    /// When it ends, RFC 3339.
    pub closes_at: Option<String>,
    /// How many have to take a position for it to count.
    pub quorum: Option<i64>,
    /// Who opened it, by name.
    pub opened_by: String,
    /// When.
    pub opened_at: String,
    /// How far it is.
    pub status: Status,
    /// How often it was opened.
    pub round: i64,
    /// What was decided.
    pub decision: Option<String>,
    /// By whom, by name, and when.
    pub closed_by: Option<String>,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// The last revision when it was decided.
    pub seen: Option<i64>,
    /// When its first message was last brought up to date.
    pub shown_at: Option<String>,
    /// How many have taken a position.
    pub answered: i64,
}

impl Discussion {
    /// What finds it: for controls, which say nothing by it.
    #[must_use]
    pub fn id(&self) -> i64 {
        self.id
    }
}

/// A discussion to be opened.
#[derive(Debug, Clone)]
pub struct NewDiscussion<'a> {
    /// What is discussed.
    pub topic: &'a str,
    /// The question whose answer is the brief.
    pub line: &'a str,
    /// Whether nobody is told who chose what.
    pub secret: bool,
    /// When it ends, RFC 3339.
    pub closes_at: Option<&'a str>,
    /// How many have to take a position.
    pub quorum: Option<i64>,
    /// What can be chosen.
    pub options: &'a [String],
    /// What the brief shows, and at which revision.
    pub basis: &'a [(ItemKey, i64)],
    /// The thread that was started for it.
    pub thread: Option<u64>,
}

/// How many discussions may be open in one channel.
const MOST_OPEN: i64 = 50;

/// How many are listed.
const MOST_LISTED: i64 = 100;

/// Reads discussions as rows, with names of people, and how many have taken a position.
macro_rules! read_discussions {
    ($which:tt, $($given:expr),+ $(,)?) => {
        sqlx::query_as!(
            Row,
            r#"SELECT d.id AS "id!", d.scope, d.number, d.home, d.thread, d.message, d.topic, d.line, d.secret AS "secret: bool",
                      d.closes_at, d.quorum, COALESCE(o.name, d.opened_by) AS "opened_by!: String", d.opened_at, d.status, d.round,
                      d.decision, COALESCE(c.name, d.closed_by) AS "closed_by: String", d.closed_at, d.seen, d.shown_at,
                      (SELECT COUNT(*) FROM position p WHERE p.discussion = d.id AND p.round = d.round)
                      + (SELECT COALESCE(SUM(b.votes), 0) FROM ballot b WHERE b.discussion = d.id AND b.round = d.round) AS "answered!: i64"
               FROM discussion d LEFT JOIN person o ON o.id = d.opened_by LEFT JOIN person c ON c.id = d.closed_by "# + $which,
            $($given),+
        )
    };
}

impl Store {
    /// Whether one more discussion may be opened in a place.
    ///
    /// # Errors
    /// A refusal where there are many, a fault of the database.
    pub async fn may_open(&self, by: &Moderator) -> Result<(), Error> {
        let (scope, home) = (by.at.scope, by.at.home);
        let open = sqlx::query_scalar!(
            r#"SELECT COUNT(*) AS "open!: i64" FROM discussion WHERE scope = $1 AND home = $2 AND status = 'open'"#,
            scope,
            home
        );
        if open.fetch_one(&mut *self.reader().await?).await.map_err(fault(OPENING))? >= MOST_OPEN {
            return Err(BadTeam::TooMany { what: TeamThing::Discussions, most: MOST_OPEN }.into());
        }
        Ok(())
    }

    /// Opens a discussion; its first message is to be sent.
    ///
    /// # Errors
    /// A refusal where the same interaction opened it before, a fault of the database.
    pub async fn open_discussion(
        &self,
        by: &Moderator,
        new: &NewDiscussion<'_>,
        now: &str,
    ) -> Result<Discussion, Error> {
        let scope = by.at.scope;
        let thread = new.thread.map_or(by.at.channel, super::place::as_id);
        let mut tx = self.begin_act(OPENING, by.doer(), now).await?;
        let opened = sqlx::query!(
            r#"INSERT INTO discussion (scope, number, home, thread, topic, line, secret, closes_at, quorum, opened_by, opened_at)
               VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM discussion WHERE scope = $1), $2, $3, $4, $5, $6, $7, $8, $9, $10)
               RETURNING id AS "id!: i64", number AS "number!: i64""#,
            scope,
            by.at.home,
            thread,
            new.topic,
            new.line,
            new.secret,
            new.closes_at,
            new.quorum,
            by.person,
            now
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(OPENING))?;
        for (place, option) in (1_i64..).zip(new.options) {
            sqlx::query!(
                "INSERT INTO discussion_option (discussion, place, text) VALUES ($1, $2, $3)",
                opened.id,
                place,
                option
            )
            .execute(&mut *tx)
            .await
            .map_err(fault(OPENING))?;
        }
        for (place, (item, revision)) in (1_i64..).zip(new.basis) {
            rest_on(&mut tx, opened.id, item, *revision, place).await?;
        }
        event(&mut tx, opened.id, (&by.person, "opened", ""), now).await?;
        let post =
            NewPost { scope, kind: Kind::Brief, about: opened.id, detail: "{}", key: None, due_at: now };
        put(&mut tx, post).await?;
        tx.commit().await.map_err(fault(OPENING))?;
        self.discussion(&by.at, opened.number).await
    }

    /// The discussion of a number, as it is seen from a place.
    ///
    /// # Errors
    /// A refusal where none is seen there, a fault of the database.
    pub async fn discussion(&self, at: &Presence, number: i64) -> Result<Discussion, Error> {
        let found = find(&mut *self.reader().await?, at, Which::Number(number)).await?;
        found.ok_or_else(|| BadTeam::UnknownDiscussion { number }.into())
    }

    /// The discussion that a control is about.
    ///
    /// # Errors
    /// A refusal where it is not seen from there, a fault of the database.
    pub async fn discussion_by_id(&self, at: &Presence, id: i64) -> Result<Discussion, Error> {
        let found = find(&mut *self.reader().await?, at, Which::Id(id)).await?;
        found.ok_or_else(|| BadTeam::NoDiscussionHere.into())
    }

    /// The discussion that takes place where somebody is: the one that is open, or else the last.
    ///
    /// # Errors
    /// A refusal where there is none, a fault of the database.
    pub async fn discussion_here(&self, at: &Presence) -> Result<Discussion, Error> {
        let found = find(&mut *self.reader().await?, at, Which::Here).await?;
        found.ok_or_else(|| BadTeam::NoDiscussionHere.into())
    }

    /// The discussions that are seen from a place, latest first; only those that are decided or only those that are not.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn discussions(&self, at: &Presence, closed: Option<bool>) -> Result<Vec<Discussion>, Fault> {
        let rows = read_discussions!(
            "WHERE d.scope = $1 AND ($2 IS NULL OR d.home = $2) AND ($3 IS NULL OR (d.status = 'closed') = $3)
             ORDER BY d.number DESC LIMIT $4",
            at.scope,
            at.home,
            closed,
            MOST_LISTED
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("listing discussions"))?;
        Ok(rows.into_iter().map(Row::discussion).collect())
    }

    /// Notes which message is the first of a discussion.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_first_message(&self, discussion: i64, message: u64) -> Result<(), Fault> {
        let message = super::place::as_id(message);
        let noted = sqlx::query!("UPDATE discussion SET message = $2 WHERE id = $1", discussion, message);
        self.write("noting a message", noted).await.map(|_| ())
    }

    /// Notes when the first message of a discussion was brought up to date.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_shown(&self, discussion: i64, now: &str) -> Result<(), Fault> {
        let noted = sqlx::query!("UPDATE discussion SET shown_at = $2 WHERE id = $1", discussion, now);
        self.write("noting a message", noted).await.map(|_| ())
    }
}

const OPENING: &str = "opening a discussion";

/// How a discussion is read.
struct Row {
    id: i64,
    scope: i64,
    number: i64,
    home: i64,
    thread: i64,
    message: Option<i64>,
    topic: String,
    line: String,
    secret: bool,
    closes_at: Option<String>,
    quorum: Option<i64>,
    opened_by: String,
    opened_at: String,
    status: String,
    round: i64,
    decision: Option<String>,
    closed_by: Option<String>,
    closed_at: Option<String>,
    seen: Option<i64>,
    shown_at: Option<String>,
    answered: i64,
}

impl Row {
    fn discussion(self) -> Discussion {
        Discussion {
            status: Status::read(&self.status),
            id: self.id,
            scope: self.scope,
            number: self.number,
            home: self.home,
            thread: self.thread,
            message: self.message,
            topic: self.topic,
            line: self.line,
            secret: self.secret,
            closes_at: self.closes_at,
            quorum: self.quorum,
            opened_by: self.opened_by,
            opened_at: self.opened_at,
            round: self.round,
            decision: self.decision,
            closed_by: self.closed_by,
            closed_at: self.closed_at,
            seen: self.seen,
            shown_at: self.shown_at,
            answered: self.answered,
        }
    }
}

/// Which discussion is looked for.
#[derive(Clone, Copy)]
pub(super) enum Which {
    Number(i64),
    Id(i64),
    /// The one of the thread.
    Here,
}

/// One discussion, as far as it is seen.
pub(super) async fn find(
    connection: &mut SqliteConnection,
    at: &Presence,
    which: Which,
) -> Result<Option<Discussion>, Fault> {
    // Each is found by an index of its own: a click costs the same however many discussions there are.
    let row = match which {
        Which::Number(number) => {
            read_discussions!(
                "WHERE d.scope = $1 AND d.number = $2 AND ($3 IS NULL OR d.home = $3)",
                at.scope,
                number,
                at.home
            )
            .fetch_optional(connection)
            .await
        }
        Which::Id(id) => {
            read_discussions!(
                "WHERE d.id = $2 AND d.scope = $1 AND ($3 IS NULL OR d.home = $3)",
                at.scope,
                id,
                at.home
            )
            .fetch_optional(connection)
            .await
        }
        Which::Here => {
            read_discussions!(
                "WHERE d.id = (SELECT id FROM discussion WHERE thread = $2 AND scope = $1 AND ($3 IS NULL OR home = $3)
                               ORDER BY status = 'open' DESC, id DESC LIMIT 1)",
                at.scope,
                at.channel,
                at.home
            )
            .fetch_optional(connection)
            .await
        }
    };
    Ok(row.map_err(fault("reading a discussion"))?.map(Row::discussion))
}

/// The discussion of an id, within an act.
pub(super) async fn found_within(tx: &mut Tx, at: &Presence, id: i64) -> Result<Discussion, Error> {
    let found = find(tx, at, Which::Id(id)).await?;
    found.ok_or_else(|| BadTeam::NoDiscussionHere.into())
}

/// Notes that a discussion rests on an item at a revision.
pub(super) async fn rest_on(
    tx: &mut Tx,
    discussion: i64,
    item: &ItemKey,
    revision: i64,
    place: i64,
) -> Result<(), Fault> {
    let entity = item.entity.as_str();
    sqlx::query!(
        "INSERT INTO basis (discussion, place, entity, key, revision, told) VALUES ($1, $2, $3, $4, $5, $5)
         ON CONFLICT (discussion, entity, key) DO NOTHING",
        discussion,
        place,
        entity,
        item.key,
        revision
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("noting what a discussion rests on"))
}

pub(super) async fn event(
    tx: &mut Tx,
    discussion: i64,
    (person, event, detail): (&str, &str, &str),
    now: &str,
) -> Result<(), Fault> {
    sqlx::query!(
        "INSERT INTO discussion_event (discussion, made_at, person, event, detail) VALUES ($1, $2, $3, $4, $5)",
        discussion,
        now,
        person,
        event,
        detail
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("noting what became of a discussion"))
}

/// Has the first message of a discussion brought up to date at a time, once for all that happens until then.
pub(super) async fn show_anew(tx: &mut Tx, discussion: &Discussion, due_at: &str) -> Result<(), Fault> {
    let (scope, about) = (discussion.scope, discussion.id);
    let key = format!("tally:{about}");
    put(tx, NewPost { scope, kind: Kind::Tally, about, detail: "{}", key: Some(&key), due_at }).await
}

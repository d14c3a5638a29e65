//! What the bot has to say unasked, until it is said. What happened and what is to be said of it are written in one
//! transaction; one worker takes each message up, for a time that it can prolong, and notes before it sends that it
//! does. So nothing is said twice by two, and what may have been said before a crash is known.

use super::connections::Tx;
use super::place::Presence;
use super::{Store, fault};
use crate::error::Fault;

/// What is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The first message of a discussion.
    Brief,
    /// That first message, brought up to date.
    Tally,
    /// What came of a discussion.
    Record,
    /// That what a discussion rests on has changed.
    Moved,
    /// What came of a challenge.
    Outcome,
    /// What changed of what a channel follows.
    Digest,
    /// That a question has an answer now.
    Known,
    /// That a channel is not written to any more.
    Paused,
}

const KINDS: [(Kind, &str); 8] = [
    (Kind::Brief, "brief"),
    (Kind::Tally, "tally"),
    (Kind::Record, "record"),
    (Kind::Moved, "moved"),
    (Kind::Outcome, "outcome"),
    (Kind::Digest, "digest"),
    (Kind::Known, "known"),
    (Kind::Paused, "paused"),
];

impl Kind {
    fn as_str(self) -> &'static str {
        KINDS.iter().find(|(kind, _)| *kind == self).map_or("", |(_, word)| word)
    }
}

/// What is to be said when.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewPost<'a> {
    pub(super) scope: i64,
    pub(super) kind: Kind,
    /// The discussion, the challenge, the follow or the channel.
    pub(super) about: i64,
    pub(super) detail: &'a str,
    /// What there is once while it waits.
    pub(super) key: Option<&'a str>,
    pub(super) due_at: &'a str,
}

/// Something to be said, taken up by one who says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its number.
    pub id: i64,
    /// The server.
    pub scope: i64,
    /// What it is.
    pub kind: Kind,
    /// The discussion, the challenge, the follow or the channel.
    pub about: i64,
    /// What else is known of it.
    pub detail: String,
    /// When it was first sent, and what: it may have arrived.
    pub begun: Option<(String, String)>,
    /// How often it was taken up, this time too.
    pub tried: i64,
}

impl Post {
    /// Sees everything of the server that it is for.
    #[must_use]
    pub fn presence(&self) -> Presence {
        Presence { scope: self.scope, home: None, channel: 0 }
    }

    /// The server, by its Discord id.
    #[must_use]
    pub fn guild(&self) -> Option<u64> {
        u64::try_from(self.scope).ok().filter(|id| *id > 0)
    }
}

/// Puts something into the outbox; what waits there under the same key already stays as it is.
pub(super) async fn put(tx: &mut Tx, new: NewPost<'_>) -> Result<(), Fault> {
    let (kind, NewPost { scope, about, detail, key, due_at, .. }) = (new.kind.as_str(), new);
    sqlx::query!(
        "INSERT INTO outbox (scope, kind, about, detail, key, due_at) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (key) DO NOTHING",
        scope,
        kind,
        about,
        detail,
        key,
        due_at
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("noting what is to be said"))
}

impl Store {
    /// Takes up what is due and nobody has, for a while; nothing where there is none. Of what is taken up the key is
    /// free: what happens from then on is said by itself.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn take_post(&self, holder: &str, now: &str, till: &str) -> Result<Option<Post>, Fault> {
        let doing = "taking up what is to be said";
        // Whether anything is due is looked up without keeping others from writing.
        let due = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM outbox WHERE due_at <= $1 AND (held_till IS NULL OR held_till <= $1)) AS "due!: bool""#,
            now
        );
        if !due.fetch_one(&mut *self.reader().await?).await.map_err(fault(doing))? {
            return Ok(None);
        }
        let mut tx = self.begin(doing).await?;
        let row = sqlx::query!(
            r#"UPDATE outbox SET holder = $1, held_till = $3, key = NULL, tried = tried + 1
               WHERE id = (SELECT o.id FROM outbox o WHERE o.due_at <= $2 AND (o.held_till IS NULL OR o.held_till <= $2)
                               -- Of one thing one post is said at a time, and what was begun before it is certain first: an
                               -- older text never comes last, and what may have arrived is not told by another post too.
                               AND NOT EXISTS (SELECT 1 FROM outbox h WHERE h.about = o.about AND h.id <> o.id
                                   AND CASE h.kind WHEN 'brief' THEN 'tally' ELSE h.kind END = CASE o.kind WHEN 'brief' THEN 'tally' ELSE o.kind END
                                   AND (h.held_till > $2 OR h.begun_at IS NOT NULL AND h.id < o.id))
                           ORDER BY o.due_at, o.id LIMIT 1)
               RETURNING id AS "id!: i64", scope AS "scope!: i64", kind AS "kind!: String", about AS "about!: i64",
                         detail AS "detail!: String", begun_at AS "begun_at: String", body AS "body: String", tried AS "tried!: i64""#,
            holder,
            now,
            till
        )
        .fetch_optional(&mut *tx)
        .await
        .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(row.and_then(|row| {
            let kind = KINDS.iter().find(|(_, word)| *word == row.kind)?.0;
            Some(Post {
                id: row.id,
                scope: row.scope,
                kind,
                about: row.about,
                detail: row.detail,
                begun: row.begun_at.zip(row.body),
                tried: row.tried,
            })
        }))
    }

    /// Keeps what was taken up for longer; whether it is still one’s own.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn hold_post(&self, id: i64, holder: &str, till: &str) -> Result<bool, Fault> {
        let held =
            sqlx::query!("UPDATE outbox SET held_till = $3 WHERE id = $1 AND holder = $2", id, holder, till);
        Ok(self.write("holding what is to be said", held).await? > 0)
    }

    /// Notes, before it is sent, that it is, and how it reads; whether it is still one’s own.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then it must not be sent.
    pub async fn begin_post(&self, id: i64, holder: &str, body: &str, now: &str) -> Result<bool, Fault> {
        let begun = sqlx::query!(
            "UPDATE outbox SET begun_at = COALESCE(begun_at, $4), body = $3 WHERE id = $1 AND holder = $2",
            id,
            holder,
            body,
            now
        );
        Ok(self.write("noting what is sent", begun).await? > 0)
    }

    /// Puts back what could not be sent, until a time. With `again`, it certainly did not arrive, and is worded anew.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn put_back_post(&self, id: i64, due_at: &str, again: bool) -> Result<(), Fault> {
        let back = sqlx::query!(
            "UPDATE outbox SET holder = NULL, held_till = NULL, due_at = $2,
                 begun_at = CASE WHEN $3 THEN NULL ELSE begun_at END, body = CASE WHEN $3 THEN NULL ELSE body END
             WHERE id = $1",
            id,
            due_at,
            again
        );
        self.write("putting back what is to be said", back).await.map(|_| ())
    }

    /// Takes out what was said, or what nobody can be told any more.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn end_post(&self, id: i64) -> Result<(), Fault> {
        let ended = sqlx::query!("DELETE FROM outbox WHERE id = $1", id);
        self.write("noting what was said", ended).await.map(|_| ())
    }

    /// How much waits to be said.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn posts_waiting(&self) -> Result<i64, Fault> {
        sqlx::query_scalar!(r#"SELECT COUNT(*) AS "many!: i64" FROM outbox"#)
            .fetch_one(&mut *self.reader().await?)
            .await
            .map_err(fault("counting what is to be said"))
    }
}

//! What channels follow, and what people wait for; when a channel wants to hear nothing.

use super::place::{Moderator, Participant, Presence};
use super::{Store, fault};
use crate::error::{BadTeam, Error, Fault, TeamThing};

/// What is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Followed {
    /// Everything about an actor, by key.
    Actor(String),
    /// Everything between two.
    Pair(String, String),
    /// Everything in an area.
    Area(String),
    /// Who belongs to an organisation.
    Organisation(String),
}

/// How often a channel is told.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Often {
    /// When it happens.
    #[default]
    AtOnce,
    /// Once an hour.
    Hourly,
    /// Once a day.
    Daily,
    /// Once a week.
    Weekly,
}

impl Often {
    /// The words for them, as typed.
    pub const WORDS: &'static [&'static str] = &["at-once", "hourly", "daily", "weekly"];

    const ALL: [Self; 4] = [Self::AtOnce, Self::Hourly, Self::Daily, Self::Weekly];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::WORDS[self as usize]
    }

    /// What a word means.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|often| often.as_str() == word)
    }
}

/// Something that a channel follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Follow {
    pub(super) id: i64,
    /// What is followed.
    pub what: Followed,
    /// How often the channel is told.
    pub often: Often,
    /// Who said so, by name.
    pub set_by: String,
    /// When it was paused because the channel could not be written to.
    pub paused_at: Option<String>,
}

/// A question that somebody wants to be told of when it has an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Who, by Discord id.
    pub person: u64,
    /// The question, as a line.
    pub line: String,
}

/// When a channel wants to hear nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// From this minute of the day on.
    pub begins: i64,
    /// Until this one; the next day’s where it is not later.
    pub ends: i64,
    /// How many minutes the channel’s clock is before UTC’s.
    pub utc_shift: i64,
}

/// The most that one channel follows.
const MOST_FOLLOWS: i64 = 25;

/// The most questions that one person waits for.
const MOST_QUESTIONS: i64 = 25;

impl Followed {
    fn parts(&self) -> (&'static str, &str, &str) {
        match self {
            Self::Actor(actor) => ("actor", actor, ""),
            Self::Pair(one, other) => ("pair", one, other),
            Self::Area(area) => ("area", area, ""),
            Self::Organisation(organisation) => ("organisation", organisation, ""),
        }
    }

    fn read(kind: &str, first: String, second: String) -> Self {
        match kind {
            "pair" => Self::Pair(first, second),
            "area" => Self::Area(first),
            "organisation" => Self::Organisation(first),
            _ => Self::Actor(first),
        }
    }
}

impl Store {
    /// Has a channel follow something.
    ///
    /// # Errors
    /// A refusal where it does already, or follows much; a fault of the database.
    pub async fn add_follow(
        &self,
        by: &Moderator,
        what: &Followed,
        often: Often,
        now: &str,
    ) -> Result<(), Error> {
        let doing = "following something";
        let (scope, channel) = (by.at.scope, by.at.channel);
        let ((kind, first, second), often) = (what.parts(), often.as_str());
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let held = sqlx::query!(
            r#"SELECT COUNT(*) AS "many!: i64",
                      MAX(CASE WHEN kind = $3 AND (first = $4 AND second = $5 OR first = $5 AND second = $4) THEN id END) AS "same: i64",
                      COALESCE(SUM(paused_at IS NOT NULL AND kind = $3 AND (first = $4 AND second = $5 OR first = $5 AND second = $4)), 0)
                          AS "paused!: i64"
               FROM follow WHERE scope = $1 AND channel = $2 AND channel <> 0"#,
            scope,
            channel,
            kind,
            first,
            second
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        if let Some(same) = held.same.filter(|_| held.paused > 0) {
            // Whoever says so again says that the channel can be written to.
            let anew = sqlx::query!(
                "UPDATE follow SET paused_at = NULL, failures = 0, often = $2, set_by = $3, set_at = $4 WHERE id = $1",
                same,
                often,
                by.person,
                now
            );
            anew.execute(&mut *tx).await.map_err(fault(doing))?;
            return Ok(tx.commit().await.map_err(fault(doing))?);
        }
        let refused = if held.same.is_some() {
            Some(BadTeam::FollowedAlready)
        } else if held.many >= MOST_FOLLOWS {
            Some(BadTeam::TooMany { what: TeamThing::Follows, most: MOST_FOLLOWS })
        } else {
            None
        };
        if let Some(refused) = refused {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(refused.into());
        }
        sqlx::query!(
            "INSERT INTO follow (scope, channel, kind, first, second, line, often, set_by, set_at, seen, home)
             VALUES ($1, $2, $3, $4, $5, '', $6, $7, $8, (SELECT COALESCE(MAX(id), 0) FROM revision), COALESCE($9, $2))",
            scope,
            channel,
            kind,
            first,
            second,
            often,
            by.person,
            now,
            by.at.home
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        Ok(tx.commit().await.map_err(fault(doing))?)
    }

    /// Has a channel follow something no more.
    ///
    /// # Errors
    /// A refusal where it does not, a fault of the database.
    pub async fn end_follow(&self, by: &Moderator, what: &Followed) -> Result<(), Error> {
        let (scope, channel) = (by.at.scope, by.at.channel);
        let (kind, first, second) = what.parts();
        let ended = sqlx::query!(
            "DELETE FROM follow WHERE scope = $1 AND channel = $2 AND kind = $3
                 AND (first = $4 AND second = $5 OR first = $5 AND second = $4)",
            scope,
            channel,
            kind,
            first,
            second
        );
        if self.write("ending a follow", ended).await? == 0 {
            return Err(BadTeam::NotFollowed.into());
        }
        Ok(())
    }

    /// What a channel follows, and when it wants to hear nothing.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn follows(&self, at: &Presence) -> Result<(Vec<Follow>, Option<Quiet>), Fault> {
        let reading = "reading what a channel follows";
        let mut reader = self.reader().await?;
        let rows = sqlx::query!(
            r#"SELECT f.id AS "id!: i64", f.kind, f.first, f.second, f.often, COALESCE(p.name, f.set_by) AS "set_by!: String", f.paused_at
               FROM follow f LEFT JOIN person p ON p.id = f.set_by
               WHERE f.scope = $1 AND f.channel = $2 AND f.channel <> 0 ORDER BY f.id"#,
            at.scope,
            at.channel
        )
        .fetch_all(&mut *reader)
        .await
        .map_err(fault(reading))?;
        let follows = rows.into_iter().map(|row| Follow {
            id: row.id,
            what: Followed::read(&row.kind, row.first, row.second),
            often: Often::read(&row.often).unwrap_or_default(),
            set_by: row.set_by,
            paused_at: row.paused_at,
        });
        let quiet = sqlx::query_as!(
            Quiet,
            "SELECT begins, ends, utc_shift FROM quiet WHERE scope = $1 AND channel IN ($2, $3)
             ORDER BY channel = $2 DESC LIMIT 1",
            at.scope,
            at.channel,
            at.home
        )
        .fetch_optional(&mut *reader)
        .await
        .map_err(fault(reading))?;
        Ok((follows.collect(), quiet))
    }

    /// Says when a channel wants to hear nothing; with none, it always hears.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn set_quiet(&self, by: &Moderator, quiet: Option<Quiet>) -> Result<(), Fault> {
        let (scope, channel) = (by.at.scope, by.at.channel);
        let set = match &quiet {
            Some(quiet) => sqlx::query!(
                "INSERT INTO quiet (scope, channel, begins, ends, utc_shift) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (scope, channel) DO UPDATE SET begins = excluded.begins, ends = excluded.ends,
                     utc_shift = excluded.utc_shift",
                scope,
                channel,
                quiet.begins,
                quiet.ends,
                quiet.utc_shift
            ),
            None => sqlx::query!("DELETE FROM quiet WHERE scope = $1 AND channel = $2", scope, channel),
        };
        self.write("setting quiet hours", set).await.map(|_| ())
    }

    /// Has somebody told when a question about these has an answer.
    ///
    /// # Errors
    /// A refusal where they wait for many, a fault of the database.
    pub async fn wait_for_answer(
        &self,
        by: &Participant,
        actors: &[String],
        line: &str,
        now: &str,
    ) -> Result<(), Error> {
        let doing = "waiting for an answer";
        let scope = by.at.scope;
        let first = actors.first().map_or("", String::as_str);
        let second = actors.get(1).map_or("", String::as_str);
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let many = sqlx::query_scalar!(
            r#"SELECT COUNT(*) AS "many!: i64" FROM follow WHERE channel = 0 AND set_by = $1"#,
            by.person
        );
        if many.fetch_one(&mut *tx).await.map_err(fault(doing))? >= MOST_QUESTIONS {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::TooMany { what: TeamThing::Questions, most: MOST_QUESTIONS }.into());
        }
        sqlx::query!(
            "INSERT INTO follow (scope, channel, kind, first, second, line, often, set_by, set_at, seen, home)
             VALUES ($1, 0, 'question', $2, $3, $4, 'at-once', $5, $6, (SELECT COALESCE(MAX(id), 0) FROM revision), 0)
             ON CONFLICT (scope, channel, set_by, kind, first, second, line) DO NOTHING",
            scope,
            first,
            second,
            line,
            by.person,
            now
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        Ok(tx.commit().await.map_err(fault(doing))?)
    }

    /// The question that somebody waits for; nothing where they do not any more.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn waiting(&self, follow: i64) -> Result<Option<Waiting>, Fault> {
        let row = sqlx::query!("SELECT set_by, line FROM follow WHERE id = $1 AND kind = 'question'", follow);
        let row = row.fetch_optional(&mut *self.reader().await?).await;
        let row = row.map_err(fault("reading what somebody waits for"))?;
        Ok(row.and_then(|row| Some(Waiting { person: row.set_by.parse().ok()?, line: row.line })))
    }

    /// Ends waiting for an answer, or, where it has none yet, what was noted of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn end_waiting(&self, follow: i64, answered: bool) -> Result<(), Fault> {
        let ended = if answered {
            sqlx::query!("DELETE FROM follow WHERE id = $1", follow)
        } else {
            sqlx::query!("DELETE FROM follow_news WHERE follow = $1", follow)
        };
        self.write("ending what somebody waits for", ended).await.map(|_| ())
    }

    /// Notes that a channel could not be written to. The third time in a row what it follows is paused, and whoever set it
    /// up is to be told, once.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_unreachable(&self, scope: i64, channel: i64, now: &str) -> Result<(), Fault> {
        const PATIENCE: i64 = 3;
        let doing = "noting that a channel cannot be written to";
        let mut tx = self.begin(doing).await?;
        for step in [
            sqlx::query!(
                "UPDATE follow SET failures = failures + 1 WHERE scope = $1 AND channel = $2 AND paused_at IS NULL",
                scope,
                channel
            ),
            sqlx::query!(
                "INSERT INTO outbox (scope, kind, about, detail, key, due_at)
                 SELECT $1, 'paused', $2, json_object('person', set_by), 'paused:' || $2 || ':' || set_by, $3
                 FROM follow WHERE scope = $1 AND channel = $2 AND paused_at IS NULL AND failures >= $4
                 GROUP BY set_by
                 ON CONFLICT (key) DO NOTHING",
                scope,
                channel,
                now,
                PATIENCE
            ),
            sqlx::query!(
                "UPDATE follow SET paused_at = $3 WHERE scope = $1 AND channel = $2 AND paused_at IS NULL AND failures >= $4",
                scope,
                channel,
                now,
                PATIENCE
            ),
        ] {
            step.execute(&mut *tx).await.map_err(fault(doing))?;
        }
        tx.commit().await.map_err(fault(doing))
    }
}

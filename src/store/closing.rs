//! Ending, closing and opening discussions again: what was chosen is counted, and what came of it is to be told.

use super::connections::Tx;
use super::discussions::{Discussion, Status, Which, event, find, found_within, show_anew};
use super::outbox::{Kind, NewPost, put};
use super::place::{Moderator, Presence};
use super::{Store, fault};
use crate::error::{BadTeam, Error, Fault};

impl Store {
    /// What became of a discussion: when, who by name, what, and why.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn events(
        &self,
        discussion: &Discussion,
    ) -> Result<Vec<(String, String, String, String)>, Fault> {
        let id = discussion.id();
        let rows = sqlx::query!(
            r#"SELECT e.made_at, COALESCE(p.name, e.person) AS "person!: String", e.event, e.detail
               FROM discussion_event e LEFT JOIN person p ON p.id = e.person WHERE e.discussion = $1 ORDER BY e.id"#,
            id
        );
        let rows = rows.fetch_all(&mut *self.reader().await?).await;
        let rows = rows.map_err(fault("reading what became of a discussion"))?;
        Ok(rows.into_iter().map(|row| (row.made_at, row.person, row.event, row.detail)).collect())
    }

    /// Closes a discussion with what was decided, and has its record told.
    ///
    /// # Errors
    /// A refusal where it is closed already, a fault of the database.
    pub async fn close_discussion(
        &self,
        by: &Moderator,
        id: i64,
        decision: &str,
        now: &str,
    ) -> Result<Discussion, Error> {
        let doing = "closing a discussion";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let before = found_within(&mut tx, &by.at, id).await?;
        if before.status == Status::Closed {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::ClosedAlready { number: before.number }.into());
        }
        count_ballots(&mut tx, &before).await?;
        sqlx::query!(
            "UPDATE discussion SET status = 'closed', decision = $2, closed_by = $3, closed_at = $4,
                 seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
             WHERE id = $1",
            id,
            decision,
            by.person,
            now
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        event(&mut tx, id, (&by.person, "closed", decision), now).await?;
        told(&mut tx, &before, now).await?;
        tx.commit().await.map_err(fault(doing))?;
        if before.secret {
            self.empty_journal().await;
        }
        self.discussion_by_id(&by.at, id).await
    }

    /// Opens a discussion again. Open positions stay; after a secret vote, whose ballots nobody can be told of, people vote
    /// anew.
    ///
    /// # Errors
    /// A refusal where it is open, a fault of the database.
    pub async fn reopen_discussion(
        &self,
        by: &Moderator,
        id: i64,
        reason: &str,
        now: &str,
    ) -> Result<Discussion, Error> {
        let doing = "opening a discussion again";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let before = found_within(&mut tx, &by.at, id).await?;
        if before.status == Status::Open {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::StillOpen { number: before.number }.into());
        }
        let next = before.round + 1;
        for step in [
            sqlx::query!(
                "INSERT INTO position (discussion, round, person, place, reason, taken_at, seen, left_at)
                 SELECT discussion, $2, person, place, reason, taken_at, seen, left_at FROM position
                 WHERE discussion = $1 AND round = $3",
                id,
                next,
                before.round
            ),
            sqlx::query!(
                "UPDATE discussion SET status = 'open', round = $2, closes_at = NULL, decision = NULL, closed_by = NULL,
                     closed_at = NULL, seen = NULL
                 WHERE id = $1",
                id,
                next
            ),
        ] {
            step.execute(&mut *tx).await.map_err(fault(doing))?;
        }
        event(&mut tx, id, (&by.person, "reopened", reason), now).await?;
        told(&mut tx, &before, now).await?;
        tx.commit().await.map_err(fault(doing))?;
        self.discussion_by_id(&by.at, id).await
    }

    /// The discussions whose time is over at a time, and which nobody has ended: what finds each, and when it was to end.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn overdue(&self, now: &str) -> Result<Vec<(i64, String)>, Fault> {
        let rows = sqlx::query!(
            r#"SELECT id AS "id!: i64", closes_at AS "closes_at!: String" FROM discussion
               WHERE status = 'open' AND closes_at IS NOT NULL AND closes_at <= $1 ORDER BY closes_at LIMIT 100"#,
            now
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for discussions whose time is over"))?;
        Ok(rows.into_iter().map(|row| (row.id, row.closes_at)).collect())
    }

    /// Ends a discussion whose time is over; whether it was still open.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn end_discussion(&self, id: i64, now: &str) -> Result<bool, Fault> {
        let doing = "ending a discussion";
        let mut tx = self.begin(doing).await?;
        let ended = sqlx::query!(
            r#"UPDATE discussion SET status = 'ended' WHERE id = $1 AND status = 'open' AND closes_at <= $2 RETURNING scope AS "scope!: i64""#,
            id,
            now
        );
        let Some(ended) = ended.fetch_optional(&mut *tx).await.map_err(fault(doing))? else {
            tx.roll_back().await.map_err(fault(doing))?;
            return Ok(false);
        };
        let everywhere = Presence { scope: ended.scope, home: None, channel: 0 };
        if let Some(discussion) = find(&mut tx, &everywhere, Which::Id(id)).await? {
            count_ballots(&mut tx, &discussion).await?;
            event(&mut tx, id, ("deadline", "ended", ""), now).await?;
            told(&mut tx, &discussion, now).await?;
        }
        tx.commit().await.map_err(fault(doing))?;
        // Ballots are not to be read from the journal either.
        self.empty_journal().await;
        Ok(true)
    }
}

/// Of a secret vote that is over, keeps what was chosen how often, and not by whom.
async fn count_ballots(tx: &mut Tx, discussion: &Discussion) -> Result<(), Fault> {
    if !discussion.secret {
        return Ok(());
    }
    let (id, round) = (discussion.id, discussion.round);
    for step in [
        sqlx::query!(
            "INSERT INTO ballot (discussion, round, place, votes, reasons)
             SELECT discussion, round, place, COUNT(*),
                    json_group_array(reason ORDER BY reason) FILTER (WHERE reason <> '')
             FROM position WHERE discussion = $1 AND round = $2 GROUP BY place",
            id,
            round
        ),
        sqlx::query!("DELETE FROM position WHERE discussion = $1 AND round = $2", id, round),
    ] {
        step.execute(&mut **tx).await.map_err(fault("counting ballots"))?;
    }
    Ok(())
}

/// Has what came of a discussion told, and its first message brought up to date.
async fn told(tx: &mut Tx, discussion: &Discussion, now: &str) -> Result<(), Fault> {
    let (scope, about) = (discussion.scope, discussion.id);
    put(tx, NewPost { scope, kind: Kind::Record, about, detail: "{}", key: None, due_at: now }).await?;
    show_anew(tx, discussion, now).await
}

//! Servers that the bot was removed from, whose knowledge is erased when the time is over; and all else whose time
//! is over.

use super::{Store, fault};
use crate::error::Fault;

/// How many lines are kept that are too long for a control’s id: some tens of megabytes, and years of use.
const MOST_LINES: i64 = 100_000;

/// Times before which things are past keeping, RFC 3339.
#[derive(Debug, Clone)]
pub struct Cutoffs {
    /// Forms that nobody finished.
    pub forms: String,
    /// Imports that nobody applied.
    pub imports: String,
    /// Servers that were left.
    pub left: String,
    /// Pseudonyms of people whose data is erased.
    pub pseudonyms: String,
    /// Interactions that did something.
    pub interactions: String,
    /// What was asked last.
    pub conversations: String,
    /// How questions were worded that found nothing.
    pub wordings: String,
    /// That a question found nothing, where nobody has asked it since; and that somebody waits for its answer.
    pub gaps: String,
}

impl Store {
    /// Notes that the bot was removed from a server; from now on its time runs.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_departure(&self, guild: u64, now: &str) -> Result<(), Fault> {
        let scope = super::access::scope_of(Some(guild));
        self.write(
            "noting a departure",
            sqlx::query!(
                "INSERT INTO departure (scope, left_at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                scope,
                now
            ),
        )
        .await
        .map(|_| ())
    }

    /// Notes that the bot is in these servers (again).
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_presence(&self, guilds: &[u64]) -> Result<(), Fault> {
        let gone = sqlx::query_scalar!("SELECT scope FROM departure")
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("reading departures"))?;
        for guild in guilds {
            let scope = super::access::scope_of(Some(*guild));
            if gone.contains(&scope) {
                self.write("noting a return", sqlx::query!("DELETE FROM departure WHERE scope = $1", scope))
                    .await?;
            }
        }
        Ok(())
    }

    /// Notes that a shard (its number, of how many) is in no other servers than these: the time of those of its servers
    /// that have something here and are not among them runs from now, if it does not yet. Which shard a server belongs to
    /// is told by its id (<https://discord.com/developers/docs/events/gateway#sharding-sharding-formula>).
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_absence_but(
        &self,
        guilds: &[u64],
        (shard, total): (u32, u32),
        now: &str,
    ) -> Result<(), Fault> {
        let present: Vec<i64> = guilds.iter().map(|guild| super::access::scope_of(Some(*guild))).collect();
        let present = serde_json::to_string(&present).map_err(|e| Fault::new("encoding servers", e))?;
        self.write(
            "noting absences",
            sqlx::query!(
                "INSERT INTO departure (scope, left_at)
             SELECT x.scope, $2 FROM (SELECT scope FROM change_set UNION SELECT scope FROM proposal
                 UNION SELECT scope FROM access_grant UNION SELECT scope FROM audit UNION SELECT scope FROM draft
                 UNION SELECT scope FROM editor_seen UNION SELECT scope FROM long_line UNION SELECT scope FROM conversation
                 UNION SELECT scope FROM gap UNION SELECT scope FROM feedback
                 UNION SELECT scope FROM discussion UNION SELECT scope FROM focus UNION SELECT scope FROM follow
                 UNION SELECT scope FROM quiet UNION SELECT scope FROM visit) x
             WHERE x.scope > 0 AND (x.scope >> 22) % $3 = $4 AND x.scope NOT IN (SELECT value FROM json_each($1))
             ON CONFLICT DO NOTHING",
                present,
                now,
                total,
                shard
            ),
        )
        .await
        .map(|_| ())
    }

    /// Removes what is past its time; gives how many servers were erased.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn tidy_up(&self, before: &Cutoffs) -> Result<usize, Fault> {
        let Cutoffs { forms, imports, left, pseudonyms, interactions, conversations, wordings, gaps } =
            before;
        let doing = "removing what is past its time";
        self.memory.drafts.forget(|_, _, made_at| made_at < forms.as_str());
        self.write(doing, sqlx::query!("DELETE FROM draft WHERE made_at < $1 AND kind = 'form'", forms))
            .await?;
        self.write(doing, sqlx::query!("DELETE FROM draft WHERE made_at < $1 AND kind = 'import'", imports))
            .await?;
        self.write(doing, sqlx::query!("DELETE FROM interaction WHERE done_at < $1", interactions)).await?;
        self.write(doing, sqlx::query!("DELETE FROM conversation WHERE asked_at < $1", conversations))
            .await?;
        self.write(doing, sqlx::query!("DELETE FROM gap_text WHERE asked_at < $1", wordings)).await?;
        self.write(doing, sqlx::query!("DELETE FROM gap WHERE asked_at < $1", gaps)).await?;
        // What somebody waits for as long as that will not be known.
        self.write(doing, sqlx::query!("DELETE FROM follow WHERE channel = 0 AND set_at < $1", gaps)).await?;
        // Other lines name what they are about; a question is kept as it was worded.
        let questions =
            sqlx::query!("DELETE FROM long_line WHERE kept_at < $1 AND line LIKE '/ask %'", wordings);
        self.write(doing, questions).await?;
        // Whose control it was is told that it has expired.
        let lines = sqlx::query!(
            "DELETE FROM long_line WHERE kept_at <
                 (SELECT kept_at FROM long_line ORDER BY kept_at DESC LIMIT 1 OFFSET $1)",
            MOST_LINES
        );
        self.write(doing, lines).await?;
        self.end_pseudonyms(pseudonyms).await?;
        let scopes = sqlx::query_scalar!("SELECT scope FROM departure WHERE left_at < $1", left)
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("reading departures"))?;
        let mut erased = 0;
        for scope in scopes {
            let mut tx = self.begin(doing).await?;
            // A server that has come back meanwhile has none any more.
            let departure =
                sqlx::query!("DELETE FROM departure WHERE scope = $1 AND left_at < $2", scope, left);
            if departure.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected() > 0 {
                self.erase_scope(tx, scope).await?;
                erased += 1;
            } else {
                tx.roll_back().await.map_err(fault(doing))?;
            }
        }
        Ok(erased)
    }
}

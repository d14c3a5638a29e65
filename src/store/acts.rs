//! Acts: what somebody does is one transaction, with what is noted of it. An interaction does what it does once,
//! however often it is delivered.

use super::access::Doer;
use super::connections::Tx;
use super::{Store, fault};
use crate::error::{BadUse, Error, Fault};

/// Why an act was not done; then nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The same interaction, or the same form, did it before.
    #[error("done before")]
    DoneBefore,
    /// A fault of the database.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<ActError> for Error {
    fn from(error: ActError) -> Self {
        match error {
            ActError::DoneBefore => BadUse::DoneBefore.into(),
            ActError::Fault(fault) => fault.into(),
        }
    }
}

/// What an act leaves in the audit.
#[derive(Debug, Clone, Copy)]
pub(super) struct AuditNote<'a> {
    /// What was done, in a word.
    pub(super) action: &'a str,
    /// The rest, without names and ids of people.
    pub(super) detail: &'a str,
    /// The person whom it is about.
    pub(super) about: Option<&'a str>,
}

impl Store {
    /// Begins the transaction of an act, and notes in it who acts, and by which interaction.
    pub(super) async fn begin_act(
        &self,
        doing: &'static str,
        by: Doer<'_>,
        now: &str,
    ) -> Result<Tx, ActError> {
        let mut tx = self.begin(doing).await?;
        if let Some(id) = by.interaction {
            let noted = sqlx::query!(
                "INSERT INTO interaction (id, done_at) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING",
                id,
                now
            );
            if noted.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected() == 0 {
                tx.roll_back().await.map_err(fault(doing))?;
                return Err(ActError::DoneBefore);
            }
        }
        if let Some(name) = by.name {
            let (id, name) = (by.author, name);
            sqlx::query!(
                "INSERT INTO person (id, name) VALUES ($1, $2)
                 ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name <> excluded.name",
                id,
                name
            )
            .execute(&mut *tx)
            .await
            .map_err(fault(doing))?;
        }
        Ok(tx)
    }

    /// Begins the transaction of an act as an editor.
    pub(super) async fn begin_edit(
        &self,
        doing: &'static str,
        by: Doer<'_>,
        now: &str,
    ) -> Result<Tx, ActError> {
        let mut tx = self.begin_act(doing, by, now).await?;
        if by.scope > 0 {
            sqlx::query!(
                "INSERT INTO editor_seen (scope, person, seen_at) VALUES ($1, $2, $3)
                 ON CONFLICT (scope, person) DO UPDATE SET seen_at = excluded.seen_at",
                by.scope,
                by.author,
                now
            )
            .execute(&mut *tx)
            .await
            .map_err(fault(doing))?;
        }
        Ok(tx)
    }
}

/// Notes in the audit what is done in a transaction.
pub(super) async fn note(tx: &mut Tx, by: Doer<'_>, note: AuditNote<'_>, now: &str) -> Result<(), Fault> {
    let AuditNote { action, detail, about } = note;
    sqlx::query!(
        "INSERT INTO audit (scope, made_at, author, action, detail, about) VALUES ($1, $2, $3, $4, $5, $6)",
        by.scope,
        now,
        by.author,
        action,
        detail,
        about
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("writing the audit"))
}

/// Removes the draft that an act completes; an act whose draft is gone was done before.
pub(super) async fn complete_draft(tx: &mut Tx, by: Doer<'_>, draft: Option<i64>) -> Result<(), ActError> {
    let Some(id) = draft else { return Ok(()) };
    let removed = sqlx::query!(
        "DELETE FROM draft WHERE id = $1 AND scope = $2 AND author = $3",
        id,
        by.scope,
        by.author
    );
    let removed = removed.execute(&mut **tx).await.map_err(fault("removing a draft"))?;
    if removed.rows_affected() == 0 { Err(ActError::DoneBefore) } else { Ok(()) }
}

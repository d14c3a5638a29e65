//! What a server's curators have granted, and to whom.

use super::access::Curator;
use super::acts::{ActError, AuditNote, note};
use super::{Store, fault};
use crate::access::AccessLevel;
use crate::error::Fault;

/// To whom a level is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Everybody with a role; the role with the server's own id is everyone.
    Role(u64),
    /// One person, whatever their roles say.
    Member(u64),
}

impl Holder {
    fn parts(self) -> (&'static str, String) {
        match self {
            Self::Role(id) => ("role", id.to_string()),
            Self::Member(id) => ("member", id.to_string()),
        }
    }

    /// Who it is in the audit: `detail` and `about`.
    fn noted(self) -> (String, Option<String>) {
        match self {
            Self::Role(id) => (format!("role {id}"), None),
            Self::Member(id) => ("member".to_owned(), Some(id.to_string())),
        }
    }
}

impl Store {
    /// The grants of a server: holder and level.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn grants(&self, curator: &Curator) -> Result<Vec<(Holder, AccessLevel)>, Fault> {
        let scope = curator.scope;
        let rows = sqlx::query!(
            "SELECT kind, holder, level FROM access_grant WHERE scope = $1 ORDER BY kind DESC, level, holder",
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading grants"))?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let id = row.holder.parse().ok()?;
                let holder = if row.kind == "role" { Holder::Role(id) } else { Holder::Member(id) };
                Some((holder, row.level.parse().ok()?))
            })
            .collect())
    }

    /// Grants a level.
    ///
    /// # Errors
    /// Why it was not granted.
    pub async fn grant(
        &self,
        curator: &Curator,
        holder: Holder,
        level: AccessLevel,
        now: &str,
    ) -> Result<(), ActError> {
        let doing = "granting access";
        let mut tx = self.begin_act(doing, curator.doer(), now).await?;
        let (kind, id) = holder.parts();
        let (scope, word) = (curator.scope, level.as_str());
        sqlx::query!(
            "INSERT INTO access_grant (scope, kind, holder, level) VALUES ($1, $2, $3, $4)
             ON CONFLICT (scope, kind, holder) DO UPDATE SET level = excluded.level",
            scope,
            kind,
            id,
            word
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        let (detail, about) = holder.noted();
        let detail = format!("{word} to {detail}");
        let noted = AuditNote { action: "grant", detail: &detail, about: about.as_deref() };
        note(&mut tx, curator.doer(), noted, now).await?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(())
    }

    /// Takes a grant back; gives whether there was one.
    ///
    /// # Errors
    /// Why it was not taken back.
    pub async fn revoke(&self, curator: &Curator, holder: Holder, now: &str) -> Result<bool, ActError> {
        let doing = "revoking access";
        let mut tx = self.begin_act(doing, curator.doer(), now).await?;
        let (kind, id) = holder.parts();
        let scope = curator.scope;
        let done = sqlx::query!(
            "DELETE FROM access_grant WHERE scope = $1 AND kind = $2 AND holder = $3",
            scope,
            kind,
            id
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        if done.rows_affected() == 0 {
            tx.roll_back().await.map_err(fault(doing))?;
            return Ok(false);
        }
        let (detail, about) = holder.noted();
        let noted = AuditNote { action: "revoke", detail: &detail, about: about.as_deref() };
        note(&mut tx, curator.doer(), noted, now).await?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(true)
    }
}

//! Proposals: changes that wait for an editor's decision; and drafts, what somebody has begun.

use super::access::{Contributor, Editor};
use super::change::{Change, ChangeError, ChangeSet, Edit};
use super::{Store, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::Item;

/// A proposal as it waits.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Its number in its server.
    pub number: i64,
    /// Who made it: a Discord id.
    pub author: String,
    /// What they are called.
    pub author_name: String,
    /// When.
    pub made_at: String,
    /// The item as it would become.
    pub item: Item,
    /// The revision that it would change; none where the item is new.
    pub base: Option<i64>,
    /// Why.
    pub reason: String,
    /// The message it came from.
    pub link: Option<String>,
    /// `open`, `approved` or `rejected`.
    pub status: String,
    /// Who decided, by name.
    pub decided_by: Option<String>,
    /// The decision's reason.
    pub verdict: Option<String>,
    /// How many proposals are open, this one among them.
    pub open: i64,
}

/// A new proposal.
#[derive(Debug, Clone, Copy)]
pub struct NewProposal<'a> {
    /// The item as it would become.
    pub item: &'a Item,
    /// The revision that it would change.
    pub base: Option<i64>,
    /// Why.
    pub reason: &'a str,
    /// The message it came from.
    pub link: Option<&'a str>,
    /// When.
    pub made_at: &'a str,
}

/// How many proposals somebody has waiting, and how many came in a server in a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpenProposals {
    /// Open ones of the person.
    pub own: i64,
    /// All of the server since a time.
    pub lately: i64,
}

/// What came of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decided {
    /// Approved: the change set.
    Approved(ChangeSet),
    /// Rejected.
    Rejected,
    /// Somebody decided before: who, and how.
    Already(String, String),
}

impl Store {
    /// How much waits.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn waiting(&self, contributor: &Contributor, since: &str) -> Result<OpenProposals, Fault> {
        let (scope, author) = (contributor.scope, contributor.author());
        let row = sqlx::query!(
            r#"SELECT (SELECT COUNT(*) FROM proposal WHERE scope = ?1 AND author = ?2 AND status = 'open') AS "own!: i64",
                      (SELECT COUNT(*) FROM proposal WHERE scope = ?1 AND made_at >= ?3) AS "lately!: i64""#,
            scope,
            author,
            since
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("counting proposals"))?;
        Ok(OpenProposals { own: row.own, lately: row.lately })
    }

    /// Keeps a proposal and gives its number.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn propose(&self, contributor: &Contributor, new: &NewProposal<'_>) -> Result<i64, Fault> {
        let (scope, author) = (contributor.scope, contributor.author());
        let body = serde_json::to_string(new.item).map_err(|e| Fault::new("encoding an item", e))?;
        let mut tx = self.begin("keeping a proposal").await?;
        let number = sqlx::query_scalar!(
            r#"INSERT INTO proposal (scope, number, author, made_at, body, base, reason, link)
               VALUES (?1, (SELECT COALESCE(MAX(number), 0) + 1 FROM proposal WHERE scope = ?1), ?2, ?3, ?4, ?5, ?6, ?7)
               RETURNING number AS "number!""#,
            scope, author, new.made_at, body, new.base, new.reason, new.link
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault("keeping a proposal"))?;
        tx.commit().await.map_err(fault("keeping a proposal"))?;
        Ok(number)
    }

    /// A proposal by number; without one, the oldest open one after `after`.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn proposal(
        &self,
        editor: &Editor,
        number: Option<i64>,
        after: i64,
    ) -> Result<Option<Proposal>, Fault> {
        let scope = editor.scope;
        let row = sqlx::query!(
            r#"SELECT p.number, p.author, COALESCE(n.name, p.author) AS "author_name!: String", p.made_at, p.body, p.base,
                      p.reason, p.link, p.status, COALESCE(d.name, p.decided_by) AS "decided_by: String", p.verdict,
                      (SELECT COUNT(*) FROM proposal o WHERE o.scope = ?1 AND o.status = 'open') AS "open!: i64"
               FROM proposal p LEFT JOIN person n ON n.id = p.author LEFT JOIN person d ON d.id = p.decided_by
               WHERE p.scope = ?1 AND (p.number = ?2 OR (?2 IS NULL AND p.status = 'open' AND p.number > ?3))
               ORDER BY p.number LIMIT 1"#,
            scope,
            number,
            after
        )
        .fetch_optional(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a proposal"))?;
        row.map(|row| {
            Ok(Proposal {
                number: row.number,
                author: row.author,
                author_name: row.author_name,
                made_at: row.made_at,
                item: serde_json::from_str(&row.body).map_err(unreadable("a proposal"))?,
                base: row.base,
                reason: row.reason,
                link: row.link,
                status: row.status,
                decided_by: row.decided_by,
                verdict: row.verdict,
                open: row.open,
            })
        })
        .transpose()
    }

    /// Decides a proposal: makes its change and closes it, or closes it alone, in one transaction.
    /// Of two who decide at once, the second is told of the first.
    ///
    /// # Errors
    /// Why the change was not made; then the proposal stays open.
    pub async fn decide(
        &self,
        editor: &Editor,
        number: i64,
        change: Option<&Change<'_>>,
        verdict: &str,
        now: &str,
    ) -> Result<Decided, ChangeError> {
        let scope = editor.scope;
        let mut tx = self.begin("starting a decision").await?;
        let before = sqlx::query!(
            r#"SELECT p.status, COALESCE(n.name, p.decided_by) AS "decided_by: String"
               FROM proposal p LEFT JOIN person n ON n.id = p.decided_by
               WHERE p.scope = ?1 AND p.number = ?2"#,
            scope,
            number
        )
        .fetch_optional(&mut *tx)
        .await
        .map_err(fault("reading a proposal"))?;
        let Some(before) = before else {
            return Err(Fault::new("deciding a proposal", "it is not there").into());
        };
        if before.status != "open" {
            return Ok(Decided::Already(before.decided_by.unwrap_or_default(), before.status));
        }
        let (set, status) = match change {
            Some(change) => (Some(self.change_within(&mut tx, editor, change, &|_| ()).await?), "approved"),
            None => (None, "rejected"),
        };
        let (author, set_number) = (editor.author(), set.map(|set| set.number));
        sqlx::query!(
            "UPDATE proposal SET status = ?3, decided_by = ?4, decided_at = ?5, verdict = ?6,
                 change_set = (SELECT id FROM change_set WHERE scope = ?1 AND number = ?7)
             WHERE scope = ?1 AND number = ?2",
            scope,
            number,
            status,
            author,
            now,
            verdict,
            set_number
        )
        .execute(&mut *tx)
        .await
        .map_err(fault("closing a proposal"))?;
        tx.commit().await.map_err(fault("committing a decision"))?;
        let touched = change.into_iter().flat_map(|change| change.edits).map(Edit::name);
        self.note_change(scope, touched.map(|name| name.entity)).await;
        Ok(set.map_or(Decided::Rejected, Decided::Approved))
    }

    /// Rejects every open proposal of one author, and says how many there were.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn reject_all_of(
        &self,
        editor: &Editor,
        author: &str,
        verdict: &str,
        now: &str,
    ) -> Result<u64, Fault> {
        let (scope, by) = (editor.scope, editor.author());
        let done = self
            .write(
                "rejecting proposals",
                sqlx::query!(
                    "UPDATE proposal SET status = 'rejected', decided_by = ?3, decided_at = ?4, verdict = ?5
             WHERE scope = ?1 AND author = ?2 AND status = 'open'",
                    scope,
                    author,
                    by,
                    now,
                    verdict
                ),
            )
            .await?;
        Ok(done)
    }

    /// Whether anybody but this editor is known to edit here: has done so since a time, or has a
    /// grant for it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn has_other_editors(&self, editor: &Editor, since: &str) -> Result<bool, Fault> {
        let (scope, author) = (editor.scope, editor.author());
        sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM editor_seen WHERE scope = ?1 AND person <> ?2 AND seen_at >= ?3)
                 OR EXISTS (SELECT 1 FROM access_grant WHERE scope = ?1 AND level IN ('editor', 'curator')
                            AND NOT (kind = 'member' AND holder = ?2)) AS "others!: bool""#,
            scope,
            author,
            since
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for other editors"))
    }

    /// Keeps a draft and gives its number.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn keep_draft(&self, by: &Contributor, body: &str, now: &str) -> Result<i64, Fault> {
        let (scope, author) = (by.scope, by.author());
        let mut tx = self.begin("keeping a draft").await?;
        let id = sqlx::query_scalar!(
            r#"INSERT INTO draft (scope, author, made_at, body) VALUES (?1, ?2, ?3, ?4) RETURNING id AS "id!""#,
            scope,
            author,
            now,
            body
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault("keeping a draft"))?;
        tx.commit().await.map_err(fault("keeping a draft"))?;
        Ok(id)
    }

    /// Replaces what a draft says.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn update_draft(&self, by: &Contributor, id: i64, body: &str) -> Result<(), Fault> {
        let (scope, author) = (by.scope, by.author());
        self.write(
            "keeping a draft",
            sqlx::query!(
                "UPDATE draft SET body = ?4 WHERE id = ?1 AND scope = ?2 AND author = ?3",
                id,
                scope,
                author,
                body
            ),
        )
        .await
        .map(|_| ())
    }

    /// A draft of somebody's own, if it is still there.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn draft(&self, by: &Contributor, id: i64) -> Result<Option<String>, Fault> {
        let (scope, author) = (by.scope, by.author());
        sqlx::query_scalar!(
            "SELECT body FROM draft WHERE id = ?1 AND scope = ?2 AND author = ?3",
            id,
            scope,
            author
        )
        .fetch_optional(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a draft"))
    }

    /// Takes a draft away, once. Gives whether it was there: of two who try, one succeeds.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn take_draft(&self, by: &Contributor, id: i64) -> Result<bool, Fault> {
        let (scope, author) = (by.scope, by.author());
        let done = self
            .write(
                "taking a draft away",
                sqlx::query!(
                    "DELETE FROM draft WHERE id = ?1 AND scope = ?2 AND author = ?3",
                    id,
                    scope,
                    author
                ),
            )
            .await?;
        Ok(done > 0)
    }
}

//! Proposals: changes that wait for an editor's decision.

use sqlx::sqlite::SqliteConnection;

use super::access::{Contributor, Editor};
use super::acts::{ActError, AuditNote, complete_draft, note};
use super::change::{Change, ChangeError, ChangeSet, Edit};
use super::read::json;
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
    /// Whether it comes from a discussion, whose words stay there.
    pub is_challenge: bool,
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
    /// The form that it comes from.
    pub draft: Option<i64>,
    /// The discussion in which the statement is questioned, which the proposal comes from.
    pub challenged_in: Option<i64>,
}

/// Open proposals made in a time.
#[derive(Debug, Clone, Copy)]
pub struct Waiting<'a> {
    /// From this day or time on; from the beginning where it is empty.
    pub since: &'a str,
    /// Up to this day or time.
    pub until: Option<&'a str>,
    /// By these people; by anybody where there is none.
    pub authors: &'a [String],
}

/// How much may be proposed.
#[derive(Debug, Clone, Copy)]
pub struct ProposalLimits {
    /// How many one person may have waiting.
    pub own: i64,
    /// How many, while none of theirs was approved here.
    pub newcomer: i64,
    /// How many a server takes since a time.
    pub lately: i64,
    /// How many of them from people of whom none was approved here.
    pub newcomers_lately: i64,
}

/// What came of proposing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Proposed {
    /// It waits, under this number.
    Waits(i64),
    /// The person has so many waiting, and this is the most.
    ManyOfPerson(i64, i64),
    /// The server has had too many lately.
    ManyOfServer,
    /// The server has had too many lately from people of whom none was approved.
    ManyOfNewcomers,
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
    /// Why somebody could not propose at this moment; [`Store::propose`] decides.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn would_propose(
        &self,
        contributor: &Contributor,
        limits: &ProposalLimits,
        since: &str,
    ) -> Result<Option<Proposed>, Fault> {
        over(&mut *self.reader().await?, contributor, limits, since).await
    }

    /// Keeps a proposal, and completes the draft that it comes from.
    ///
    /// # Errors
    /// Why it is not kept.
    pub async fn propose(
        &self,
        contributor: &Contributor,
        new: &NewProposal<'_>,
        limits: &ProposalLimits,
        since: &str,
    ) -> Result<Proposed, ActError> {
        let doing = "keeping a proposal";
        let (scope, author) = (contributor.scope, contributor.author());
        let body = serde_json::to_string(new.item).map_err(|e| Fault::new("encoding an item", e))?;
        let mut tx = self.begin_act(doing, contributor.doer(), new.made_at).await?;
        complete_draft(&mut tx, contributor.doer(), new.draft).await?;
        if let Some(over) = over(&mut tx, contributor, limits, since).await? {
            tx.roll_back().await.map_err(fault(doing))?;
            return Ok(over);
        }
        let made = sqlx::query!(
            r#"INSERT INTO proposal (scope, number, author, made_at, body, base, reason, link)
               VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM proposal WHERE scope = $1), $2, $3, $4, $5, $6, $7)
               RETURNING id AS "id!", number AS "number!""#,
            scope, author, new.made_at, body, new.base, new.reason, new.link
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        if let Some(discussion) = new.challenged_in {
            let item = new.item.name().key;
            sqlx::query!(
                "INSERT INTO challenge (discussion, item, person, reason, made_at, proposal) VALUES ($1, $2, $3, $4, $5, $6)",
                discussion,
                item,
                author,
                new.reason,
                new.made_at,
                made.id
            )
            .execute(&mut *tx)
            .await
            .map_err(fault(doing))?;
        }
        tx.commit().await.map_err(fault(doing))?;
        Ok(Proposed::Waits(made.number))
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
            r#"SELECT p.number, p.author, COALESCE(n.name || ' (' || n.id || ')', p.author) AS "author_name!: String", p.made_at, p.body, p.base,
                      p.reason, p.link, p.status, EXISTS (SELECT 1 FROM challenge c WHERE c.proposal = p.id) AS "is_challenge!: bool", COALESCE(d.name || ' (' || d.id || ')', p.decided_by) AS "decided_by: String", p.verdict,
                      (SELECT COUNT(*) FROM proposal o WHERE o.scope = $1 AND o.status = 'open') AS "open!: i64"
               FROM proposal p LEFT JOIN person n ON n.id = p.author LEFT JOIN person d ON d.id = p.decided_by
               WHERE p.scope = $1 AND (p.number = $2 OR ($2 IS NULL AND p.status = 'open' AND p.number > $3))
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
                is_challenge: row.is_challenge,
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
        let mut tx = self.begin_edit("starting a decision", editor.doer(), now).await?;
        let before = sqlx::query!(
            r#"SELECT p.status, COALESCE(n.name || ' (' || n.id || ')', p.decided_by) AS "decided_by: String"
               FROM proposal p LEFT JOIN person n ON n.id = p.decided_by
               WHERE p.scope = $1 AND p.number = $2"#,
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
            tx.roll_back().await.map_err(fault("ending a decision"))?;
            return Ok(Decided::Already(before.decided_by.unwrap_or_default(), before.status));
        }
        let (set, status) = match change {
            Some(change) => (Some(self.change_within(&mut tx, editor, change, &|_| ()).await?), "approved"),
            None => (None, "rejected"),
        };
        let (action, detail) = match change {
            Some(_) => ("approve", format!("proposal #{number}")),
            None => ("reject", format!("proposal #{number}: {verdict}")),
        };
        note(&mut tx, editor.doer(), AuditNote { action, detail: &detail, about: None }, now).await?;
        let (author, set_number) = (editor.author(), set.map(|set| set.number));
        sqlx::query!(
            "UPDATE proposal SET status = $3, decided_by = $4, decided_at = $5, verdict = $6,
                 change_set = (SELECT id FROM change_set WHERE scope = $1 AND number = $7)
             WHERE scope = $1 AND number = $2",
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

    /// Rejects every open proposal made in a time by certain people, and says how many there were.
    ///
    /// # Errors
    /// Why none was rejected.
    pub async fn reject_waiting(
        &self,
        editor: &Editor,
        which: &Waiting<'_>,
        verdict: &str,
        now: &str,
    ) -> Result<u64, ActError> {
        let doing = "rejecting proposals";
        let (scope, by) = (editor.scope, editor.author());
        // Times compare as text: a day begins before its times and ends after them.
        let until = which.until.map(|until| format!("{until}~"));
        let authors = json(which.authors)?;
        let mut tx = self.begin_edit(doing, editor.doer(), now).await?;
        let done = sqlx::query!(
            "UPDATE proposal SET status = 'rejected', decided_by = $5, decided_at = $6, verdict = $7
             WHERE scope = $1 AND status = 'open' AND made_at >= $2 AND ($3 IS NULL OR made_at <= $3)
                 AND ($4 = '[]' OR author IN (SELECT value FROM json_each($4)))",
            scope,
            which.since,
            until,
            authors,
            by,
            now,
            verdict
        );
        let many = done.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected();
        let since = if which.since.is_empty() { String::new() } else { format!(" since {}", which.since) };
        let detail = format!("{many} proposals{since}: {verdict}");
        let about = match which.authors {
            [one] => Some(one.as_str()),
            _ => None,
        };
        let noted = AuditNote { action: "reject", detail: &detail, about };
        note(&mut tx, editor.doer(), noted, now).await?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(many)
    }

    /// Whether anybody but this editor is known to edit here: has done so since a time, or has a
    /// grant for it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn has_other_editors(&self, editor: &Editor, since: &str) -> Result<bool, Fault> {
        let (scope, author) = (editor.scope, editor.author());
        sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM editor_seen WHERE scope = $1 AND person <> $2 AND seen_at >= $3)
                 OR EXISTS (SELECT 1 FROM access_grant WHERE scope = $1 AND level IN ('editor', 'curator')
                            AND NOT (kind = 'member' AND holder = $2)) AS "others!: bool""#,
            scope,
            author,
            since
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for other editors"))
    }
}

/// The limit that one more proposal would break.
async fn over(
    connection: &mut SqliteConnection,
    contributor: &Contributor,
    limits: &ProposalLimits,
    since: &str,
) -> Result<Option<Proposed>, Fault> {
    let (scope, author) = (contributor.scope, contributor.author());
    let row = sqlx::query!(
        r#"SELECT (SELECT COUNT(*) FROM proposal WHERE scope = $1 AND author = $2 AND status = 'open') AS "own!: i64",
                  EXISTS (SELECT 1 FROM proposal WHERE scope = $1 AND author = $2 AND status = 'approved')
                      AS "known!: bool",
                  (SELECT COUNT(*) FROM proposal WHERE scope = $1 AND made_at >= $3) AS "lately!: i64",
                  (SELECT COUNT(*) FROM proposal p WHERE scope = $1 AND made_at >= $3 AND NOT EXISTS
                      (SELECT 1 FROM proposal o WHERE o.scope = $1 AND o.author = p.author AND o.status = 'approved'))
                      AS "newcomers!: i64""#,
        scope,
        author,
        since
    )
    .fetch_one(connection)
    .await
    .map_err(fault("counting proposals"))?;
    let most = if row.known { limits.own } else { limits.newcomer };
    Ok(if row.own >= most {
        Some(Proposed::ManyOfPerson(row.own, most))
    } else if row.lately >= limits.lately {
        Some(Proposed::ManyOfServer)
    } else if !row.known && row.newcomers >= limits.newcomers_lately {
        Some(Proposed::ManyOfNewcomers)
    } else {
        None
    })
}

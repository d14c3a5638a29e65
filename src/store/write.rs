//! Writing knowledge: every change is a change set of revisions, applied in one transaction.

use std::collections::HashMap;

use sqlx::{Sqlite, Transaction};

use super::settings::Setting;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Bearing, Item, Level, Rank, Statement, Trend};

/// What loading changed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Items that were not there before.
    pub added: usize,
    /// Items that were there with another content.
    pub changed: usize,
    /// Items that the files no longer have.
    pub removed: usize,
    /// Items that stayed as they were.
    pub unchanged: usize,
}

impl Loaded {
    /// Whether anything changed at all.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.added + self.changed + self.removed > 0
    }
}

/// One edit: the new content of an item, or its removal.
enum Edit<'a> {
    Put { item: &'a Item, body: String, position: i64 },
    Remove { entity: String, key: String },
}

/// What the public scope holds of an item before a load.
struct Present {
    body: String,
    position: Option<i64>,
}

impl Store {
    /// Makes the public scope hold exactly these items, in this order, and remembers the digest
    /// of the files they came from. One transaction: all of it or nothing. What is already so
    /// stays untouched; the rest is one change set. Servers' own knowledge is left alone.
    ///
    /// `made_at` is the time of the change, RFC 3339.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing has changed.
    pub async fn load_public(&self, items: &[Item], digest: &str, made_at: &str) -> Result<Loaded, Fault> {
        // One writer, and the lock is taken at once: a transaction that starts by reading could
        // not be upgraded while another process writes.
        let mut tx = self.writer.begin_with("BEGIN IMMEDIATE").await.map_err(fault("starting to load"))?;
        let mut present = present_items(&mut tx).await?;
        let mut loaded = Loaded::default();
        let mut edits = Vec::new();
        let mut moved = Vec::new();
        for (position, item) in (0_i64..).zip(items) {
            let body = serde_json::to_string(item).map_err(|e| Fault::new("encoding an item", e))?;
            match present.remove(&(item.entity().to_owned(), item.id().to_owned())) {
                Some(before) if before.body == body => {
                    loaded.unchanged += 1;
                    if before.position.is_some_and(|place| place != position) {
                        moved.push((item, position));
                    }
                }
                before => {
                    if before.is_some() {
                        loaded.changed += 1;
                    } else {
                        loaded.added += 1;
                    }
                    edits.push(Edit::Put { item, body, position });
                }
            }
        }
        loaded.removed = present.len();
        edits.extend(present.into_keys().map(|(entity, key)| Edit::Remove { entity, key }));
        for (item, position) in moved {
            move_item(&mut tx, item, position).await?;
        }
        if !edits.is_empty() {
            let change_set = sqlx::query_scalar!(
                r#"INSERT INTO change_set (scope, author, reason, made_at)
                   VALUES (0, 'knowledge files', 'load', ?1) RETURNING id AS "id!""#,
                made_at
            )
            .fetch_one(&mut *tx)
            .await
            .map_err(fault("recording a change set"))?;
            for edit in edits {
                apply(&mut tx, 0, change_set, edit).await?;
            }
        }
        let name = Setting::KnowledgeDigest.name();
        sqlx::query!(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, digest
        )
        .execute(&mut *tx)
        .await
        .map_err(fault("remembering the digest"))?;
        tx.commit().await.map_err(fault("committing the load"))?;
        self.refresh_catalogue().await?;
        Ok(loaded)
    }
}

type Tx<'a> = Transaction<'a, Sqlite>;

async fn present_items(tx: &mut Tx<'_>) -> Result<HashMap<(String, String), Present>, Fault> {
    let rows = sqlx::query!(
        r#"SELECT r.entity, r.key, r.body AS "body!", x.position AS "position: i64"
           FROM (SELECT revision, NULL AS position FROM actor WHERE scope = 0
                 UNION ALL SELECT revision, NULL FROM ambiguity WHERE scope = 0
                 UNION ALL SELECT revision, position FROM area WHERE scope = 0
                 UNION ALL SELECT revision, NULL FROM source WHERE scope = 0
                 UNION ALL SELECT revision, position FROM statement WHERE scope = 0
                 UNION ALL SELECT revision, position FROM recommendation WHERE scope = 0
                 UNION ALL SELECT revision, NULL FROM membership WHERE scope = 0) x
           JOIN revision r ON r.id = x.revision"#
    )
    .fetch_all(&mut **tx)
    .await
    .map_err(fault("reading the present knowledge"))?;
    Ok(rows
        .into_iter()
        .map(|row| ((row.entity, row.key), Present { body: row.body, position: row.position }))
        .collect())
}

/// Writes one edit: its revision, and the present state that follows from it.
async fn apply(tx: &mut Tx<'_>, scope: i64, change_set: i64, edit: Edit<'_>) -> Result<(), Fault> {
    let (entity, key, body) = match &edit {
        Edit::Put { item, body, .. } => (item.entity(), item.id(), Some(body.as_str())),
        Edit::Remove { entity, key } => (entity.as_str(), key.as_str(), None),
    };
    let revision = sqlx::query_scalar!(
        r#"INSERT INTO revision (change_set, scope, entity, key, body) VALUES (?1, ?2, ?3, ?4, ?5)
           RETURNING id AS "id!""#,
        change_set,
        scope,
        entity,
        key,
        body
    )
    .fetch_one(&mut **tx)
    .await
    .map_err(fault("recording a revision"))?;
    remove(tx, scope, entity, key).await?;
    match edit {
        Edit::Put { item, position, .. } => insert(tx, scope, item, position, revision).await,
        Edit::Remove { .. } => Ok(()),
    }
}

async fn remove(tx: &mut Tx<'_>, scope: i64, entity: &str, key: &str) -> Result<(), Fault> {
    match entity {
        "actor" => {
            sqlx::query!("DELETE FROM actor WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        "ambiguity" => {
            sqlx::query!("DELETE FROM ambiguity WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        "area" => {
            sqlx::query!("DELETE FROM area WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        "source" => {
            sqlx::query!("DELETE FROM source WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        "statement" => {
            sqlx::query!("DELETE FROM statement WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        "recommendation" => {
            sqlx::query!("DELETE FROM recommendation WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        _ => {
            sqlx::query!("DELETE FROM membership WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
    }
    .map(|_| ())
    .map_err(fault("removing an item"))
}

async fn insert(tx: &mut Tx<'_>, scope: i64, item: &Item, position: i64, revision: i64) -> Result<(), Fault> {
    match item {
        Item::Actor(actor) => {
            let kind = actor.kind.as_str();
            sqlx::query!(
                "INSERT INTO actor (scope, key, kind, name, revision) VALUES (?1, ?2, ?3, ?4, ?5)",
                scope, actor.id, kind, actor.name, revision
            )
            .execute(&mut **tx)
            .await
        }
        Item::Ambiguity(ambiguity) => {
            sqlx::query!(
                "INSERT INTO ambiguity (scope, key, revision) VALUES (?1, ?2, ?3)",
                scope, ambiguity.id, revision
            )
            .execute(&mut **tx)
            .await
        }
        Item::Area(area) => {
            sqlx::query!(
                "INSERT INTO area (scope, key, name, position, revision) VALUES (?1, ?2, ?3, ?4, ?5)",
                scope, area.id, area.name, position, revision
            )
            .execute(&mut **tx)
            .await
        }
        Item::Source(source) => {
            let reliability = source.reliability.as_str();
            sqlx::query!(
                "INSERT INTO source (scope, key, title, url, reliability, revision) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                scope, source.id, source.title, source.url, reliability, revision
            )
            .execute(&mut **tx)
            .await
        }
        Item::Membership(membership) => {
            let status = membership.status.as_str();
            let since = membership.period.from.map(|date| date.to_string());
            let until = membership.period.to.map(|date| date.to_string());
            sqlx::query!(
                "INSERT INTO membership (scope, key, organisation, member, status, since, until, source, revision)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                scope, membership.id, membership.organisation, membership.member, status, since, until,
                membership.source, revision
            )
            .execute(&mut **tx)
            .await
        }
        Item::Statement(statement) => return insert_statement(tx, scope, statement, position, revision).await,
        Item::Recommendation(recommendation) => {
            let rank = rank_number(recommendation.rank);
            let credibility = i64::from(recommendation.credibility);
            let id = sqlx::query_scalar!(
                r#"INSERT INTO recommendation (scope, key, subject, area, rank, source, credibility, position, revision)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) RETURNING id AS "id!""#,
                scope, recommendation.id, recommendation.subject, recommendation.area, rank,
                recommendation.source, credibility, position, revision
            )
            .fetch_one(&mut **tx)
            .await
            .map_err(fault("writing a recommendation"))?;
            let roles = (recommendation.focus.iter().map(|part| ("focus", part)))
                .chain(recommendation.actions.iter().map(|part| ("action", part)))
                .chain(recommendation.impacts.iter().map(|part| ("impact", part)));
            for (role, part) in roles {
                sqlx::query!(
                    "INSERT INTO recommendation_part (recommendation, key, role) VALUES (?1, ?2, ?3)",
                    id, part.id, role
                )
                .execute(&mut **tx)
                .await
                .map_err(fault("writing a part of a recommendation"))?;
            }
            return Ok(());
        }
    }
    .map(|_| ())
    .map_err(fault("writing an item"))
}

async fn insert_statement(
    tx: &mut Tx<'_>,
    scope: i64,
    statement: &Statement,
    position: i64,
    revision: i64,
) -> Result<(), Fault> {
    let kind = statement.kind.as_str();
    let level = statement.level.map(Level::as_str);
    let trend = statement.trend.map(Trend::as_str);
    let rank = rank_number(statement.rank);
    let from = statement.period.from.map(|date| date.to_string());
    let to = statement.period.to.map(|date| date.to_string());
    let credibility = i64::from(statement.credibility);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO statement (scope, key, subject, area, kind, text, level, trend, rank, valid_from,
                                  valid_to, source, credibility, position, revision)
           VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) RETURNING id AS "id!""#,
        scope,
        statement.id,
        statement.subject,
        statement.area,
        kind,
        statement.text,
        level,
        trend,
        rank,
        from,
        to,
        statement.source,
        credibility,
        position,
        revision
    )
    .fetch_one(&mut **tx)
    .await
    .map_err(fault("writing a statement"))?;
    let partners = i64::try_from(statement.partners.len()).unwrap_or(99).min(99);
    let repeats = statement.evidence.iter().any(|evidence| evidence.bearing == Bearing::Repeats);
    for partner in &statement.partners {
        sqlx::query!(
            "INSERT INTO statement_partner
                 (subject, partner, scope, rank, position, statement, key, area, kind, partners, repeats, source, body)
             SELECT s.subject, ?1, s.scope, s.rank, s.position, s.id, s.key, s.area, s.kind, ?2, ?3, s.source, r.body
             FROM statement s JOIN revision r ON r.id = s.revision WHERE s.id = ?4",
            partner,
            partners,
            repeats,
            id
        )
        .execute(&mut **tx)
        .await
        .map_err(fault("writing the partner of a statement"))?;
    }
    for evidence in &statement.evidence {
        let bearing = Bearing::as_str(evidence.bearing);
        sqlx::query!(
            "INSERT INTO evidence (statement, bearing, other) VALUES (?1, ?2, ?3)",
            id,
            bearing,
            evidence.statement
        )
        .execute(&mut **tx)
        .await
        .map_err(fault("writing evidence"))?;
    }
    Ok(())
}

/// The place of an item among its like has changed, and nothing else: no revision.
async fn move_item(tx: &mut Tx<'_>, item: &Item, position: i64) -> Result<(), Fault> {
    let key = item.id();
    match item {
        Item::Area(_) => {
            sqlx::query!("UPDATE area SET position = ?1 WHERE key = ?2 AND scope = 0", position, key)
                .execute(&mut **tx)
                .await
        }
        Item::Statement(_) => {
            sqlx::query!(
                "UPDATE statement_partner SET position = ?1
                 WHERE statement = (SELECT id FROM statement WHERE key = ?2 AND scope = 0)",
                position,
                key
            )
            .execute(&mut **tx)
            .await
            .map_err(fault("reordering statements"))?;
            sqlx::query!("UPDATE statement SET position = ?1 WHERE key = ?2 AND scope = 0", position, key)
                .execute(&mut **tx)
                .await
        }
        _ => {
            sqlx::query!(
                "UPDATE recommendation SET position = ?1 WHERE key = ?2 AND scope = 0",
                position,
                key
            )
            .execute(&mut **tx)
            .await
        }
    }
    .map(|_| ())
    .map_err(fault("reordering items"))
}

/// The rank as the database orders it: best first.
fn rank_number(rank: Rank) -> i64 {
    match rank {
        Rank::Preferred => 0,
        Rank::Normal => 1,
        Rank::Deprecated => 2,
    }
}

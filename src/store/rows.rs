//! The present state, one row an item: written and taken out as revisions say.

use super::change::Tx;
use super::fault;
use crate::error::Fault;
use crate::knowledge::{Bearing, Entity, Item, Level, Rank, Statement, Trend};

/// Takes the present state of an item out.
pub(super) async fn remove(tx: &mut Tx<'_>, scope: i64, entity: Entity, key: &str) -> Result<(), Fault> {
    match entity {
        Entity::Actor => {
            sqlx::query!("DELETE FROM actor WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Ambiguity => {
            sqlx::query!("DELETE FROM ambiguity WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Area => {
            sqlx::query!("DELETE FROM area WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Source => {
            sqlx::query!("DELETE FROM source WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Statement => {
            sqlx::query!("DELETE FROM statement WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Recommendation => {
            sqlx::query!("DELETE FROM recommendation WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
        Entity::Membership => {
            sqlx::query!("DELETE FROM membership WHERE key = ?1 AND scope = ?2", key, scope)
                .execute(&mut **tx)
                .await
        }
    }
    .map(|_| ())
    .map_err(fault("removing an item"))
}

/// Writes the present state of an item, whose revision is written already.
pub(super) async fn insert(
    tx: &mut Tx<'_>,
    scope: i64,
    item: &Item,
    position: i64,
    revision: i64,
) -> Result<(), Fault> {
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

/// The place of an item of the public scope among its like has changed, and nothing else: no
/// revision.
pub(super) async fn move_item(tx: &mut Tx<'_>, item: &Item, position: i64) -> Result<(), Fault> {
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

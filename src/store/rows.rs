//! The present state, one row an item, made from the revisions of a change set. Everything here works
//! on a batch of edits at once: the items are in the revisions already, as JSON, and SQLite takes
//! from there what is looked up, ordered by or constrained.

use std::collections::HashSet;

use super::change::Edit;
use super::connections::Tx;
use super::fault;
use super::read::json;
use crate::error::Fault;
use crate::knowledge::{Entity, Item};

/// How many edits are written at once: enough that a statement’s cost is spread thin, few enough that
/// progress can be told.
pub(super) const BATCH: usize = 500;

/// An edit with the place of its item among its like.
pub(super) type Placed<'a> = (&'a Edit, i64);

/// What a batch wrote, by which its revisions are found again.
struct Batch<'a> {
    scope: i64,
    change_set: i64,
    /// The last revision before it.
    before: i64,
    /// The edits as JSON: entity, key, body, action, position.
    edits: &'a str,
}

/// Writes a batch of edits of a change set: the revisions, and the state that follows from them. No
/// item is edited twice in one batch.
pub(super) async fn apply(
    tx: &mut Tx,
    scope: i64,
    change_set: i64,
    batch: &[Placed<'_>],
) -> Result<(), Fault> {
    // As `Batch` has them.
    let mut rows: Vec<(&str, String, Option<String>, &str, i64)> = Vec::with_capacity(batch.len());
    let mut entities: HashSet<Entity> = HashSet::new();
    for (edit, position) in batch {
        let name = edit.name();
        let body = match edit {
            Edit::Put(item) => {
                Some(serde_json::to_string(item).map_err(|e| Fault::new("encoding an item", e))?)
            }
            _ => None,
        };
        entities.insert(name.entity);
        rows.push((name.entity.as_str(), name.key, body, edit.action(), *position));
    }
    let edits = serde_json::to_string(&rows).map_err(|e| Fault::new("encoding a change set", e))?;
    let before = sqlx::query_scalar!(r#"SELECT COALESCE(MAX(id), 0) AS "id!: i64" FROM revision"#)
        .fetch_one(&mut **tx)
        .await
        .map_err(fault("reading the last revision"))?;
    sqlx::query!(
        "INSERT INTO revision (change_set, scope, entity, key, body, action)
         SELECT $1, $2, e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3 FROM json_each($3) e ORDER BY e.key",
        change_set, scope, edits
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("recording revisions"))?;
    let batch = Batch { scope, change_set, before, edits: &edits };
    for entity in entities {
        remove(tx, scope, entity, &edits).await?;
        insert(tx, entity, &batch).await?;
    }
    actors(tx, &batch).await?;
    if scope > 0 {
        mask(tx, scope, &edits).await?;
    }
    Ok(())
}

/// Takes the present state of a batch’s items of one sort out.
async fn remove(tx: &mut Tx, scope: i64, entity: Entity, edits: &str) -> Result<(), Fault> {
    let query = match entity {
        Entity::Actor => sqlx::query!(
            "DELETE FROM actor WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'actor')",
            scope,
            edits
        ),
        Entity::Ambiguity => sqlx::query!(
            "DELETE FROM ambiguity WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'ambiguity')",
            scope,
            edits
        ),
        Entity::Area => sqlx::query!(
            "DELETE FROM area WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'area')",
            scope,
            edits
        ),
        Entity::Concept => sqlx::query!(
            "DELETE FROM concept WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'concept')",
            scope,
            edits
        ),
        Entity::Source => sqlx::query!(
            "DELETE FROM source WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'source')",
            scope,
            edits
        ),
        Entity::Statement => sqlx::query!(
            "DELETE FROM statement WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'statement')",
            scope,
            edits
        ),
        Entity::Recommendation => sqlx::query!(
            "DELETE FROM recommendation WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'recommendation')",
            scope,
            edits
        ),
        Entity::Membership => sqlx::query!(
            "DELETE FROM membership WHERE scope = $1 AND key IN
                 (SELECT e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 0 = 'membership')",
            scope,
            edits
        ),
    };
    query.execute(&mut **tx).await.map(|_| ()).map_err(fault("removing items"))
}

/// Writes the present state of a batch’s items of one sort, from their revisions. Where an item’s place among its like is
/// taken from the edits, CROSS JOIN keeps SQLite to their order: it would else look at all of the edits for each revision
/// (<https://sqlite.org/optoverview.html#crossjoin>).
async fn insert(tx: &mut Tx, entity: Entity, batch: &Batch<'_>) -> Result<(), Fault> {
    let query = match entity {
        Entity::Actor => sqlx::query!(
            "INSERT INTO actor (scope, key, kind, name, revision)
             SELECT r.scope, r.key, r.body ->> 'kind', r.body ->> 'name', r.id FROM revision r
             WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'actor' AND r.body IS NOT NULL",
            batch.change_set,
            batch.before
        ),
        Entity::Ambiguity => sqlx::query!(
            "INSERT INTO ambiguity (scope, key, revision)
             SELECT r.scope, r.key, r.id FROM revision r
             WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'ambiguity' AND r.body IS NOT NULL",
            batch.change_set,
            batch.before
        ),
        Entity::Concept => sqlx::query!(
            "INSERT INTO concept (scope, key, revision)
             SELECT r.scope, r.key, r.id FROM revision r
             WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'concept' AND r.body IS NOT NULL",
            batch.change_set,
            batch.before
        ),
        Entity::Area => sqlx::query!(
            "INSERT INTO area (scope, key, name, position, revision)
             SELECT r.scope, r.key, r.body ->> 'name', e.value ->> 4, r.id FROM json_each($3) e
             CROSS JOIN revision r ON r.scope = $1 AND r.entity = 'area' AND r.key = e.value ->> 1 AND r.id > $2
             WHERE e.value ->> 0 = 'area' AND r.body IS NOT NULL",
            batch.scope,
            batch.before,
            batch.edits
        ),
        Entity::Source => sqlx::query!(
            "INSERT INTO source (scope, key, title, url, reliability, revision)
             SELECT r.scope, r.key, r.body ->> 'title', r.body ->> 'url', r.body ->> 'reliability', r.id FROM revision r
             WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'source' AND r.body IS NOT NULL",
            batch.change_set,
            batch.before
        ),
        Entity::Membership => sqlx::query!(
            "INSERT INTO membership
                 (scope, key, organisation, member, status, since, until, years, source, years_source, note, revision)
             SELECT r.scope, r.key, r.body ->> 'organisation', r.body ->> 'member', r.body ->> 'status',
                    r.body ->> '$.period.from', r.body ->> '$.period.to', COALESCE(r.body ->> 'years', 'sourced'),
                    r.body ->> 'source', r.body ->> 'years_source', r.body ->> 'note', r.id FROM revision r
             WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'membership' AND r.body IS NOT NULL",
            batch.change_set,
            batch.before
        ),
        Entity::Statement => return insert_statements(tx, batch).await,
        Entity::Recommendation => return insert_recommendations(tx, batch).await,
    };
    query.execute(&mut **tx).await.map(|_| ()).map_err(fault("writing items"))
}

async fn insert_statements(tx: &mut Tx, batch: &Batch<'_>) -> Result<(), Fault> {
    sqlx::query!(
        "INSERT INTO statement (scope, key, subject, area, kind, text, level, trend, rank, valid_from, valid_to,
                                source, credibility, position, revision, ended, framing, claimed)
         SELECT r.scope, r.key, r.body ->> 'subject', r.body ->> 'area', r.body ->> 'kind', r.body ->> 'text',
                r.body ->> 'level', r.body ->> 'trend',
                CASE r.body ->> 'rank' WHEN 'preferred' THEN 0 WHEN 'deprecated' THEN 2 ELSE 1 END,
                r.body ->> '$.period.from', r.body ->> '$.period.to', r.body ->> 'source', r.body ->> 'credibility',
                e.value ->> 4, r.id, r.body ->> 'ended', COALESCE(r.body ->> 'framing', 0),
                r.body ->> 'claimed_by' IS NOT NULL OR r.body ->> 'credibility' > 3
         FROM json_each($3) e
         CROSS JOIN revision r ON r.scope = $1 AND r.entity = 'statement' AND r.key = e.value ->> 1 AND r.id > $2
         WHERE e.value ->> 0 = 'statement' AND r.body IS NOT NULL",
        batch.scope,
        batch.before,
        batch.edits
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("writing statements"))?;
    sqlx::query!(
        "INSERT INTO statement_partner
             (subject, partner, scope, rank, position, statement, key, area, kind, partners, repeats, source, body,
              dated, unit, day, ended, framing)
         SELECT DISTINCT s.subject, p.value, s.scope, s.rank, s.position, s.id, s.key, s.area, s.kind,
                min(json_array_length(r.body, '$.partners'), 99),
                EXISTS (SELECT 1 FROM json_each(r.body, '$.evidence') x WHERE x.value ->> 'bearing' = 'repeats'),
                s.source, r.body, COALESCE(s.valid_to, s.valid_from), r.body ->> '$.figure.unit', s.day, s.ended, s.framing
         FROM revision r JOIN statement s ON s.key = r.key AND s.scope = r.scope, json_each(r.body, '$.partners') p
         WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'statement' AND r.body IS NOT NULL",
        batch.change_set,
        batch.before
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("writing the partners of statements"))?;
    sqlx::query!(
        "INSERT INTO evidence (statement, bearing, other)
         SELECT DISTINCT s.id, x.value ->> 'bearing', x.value ->> 'statement'
         FROM revision r JOIN statement s ON s.key = r.key AND s.scope = r.scope, json_each(r.body, '$.evidence') x
         WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'statement' AND r.body IS NOT NULL",
        batch.change_set,
        batch.before
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("writing evidence"))
}

async fn insert_recommendations(tx: &mut Tx, batch: &Batch<'_>) -> Result<(), Fault> {
    sqlx::query!(
        "INSERT INTO recommendation (scope, key, subject, area, rank, source, credibility, position, revision)
         SELECT r.scope, r.key, r.body ->> 'subject', r.body ->> 'area',
                CASE r.body ->> 'rank' WHEN 'preferred' THEN 0 WHEN 'deprecated' THEN 2 ELSE 1 END,
                r.body ->> 'source', r.body ->> 'credibility', e.value ->> 4, r.id
         FROM json_each($3) e
         CROSS JOIN revision r ON r.scope = $1 AND r.entity = 'recommendation' AND r.key = e.value ->> 1 AND r.id > $2
         WHERE e.value ->> 0 = 'recommendation' AND r.body IS NOT NULL",
        batch.scope,
        batch.before,
        batch.edits
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("writing recommendations"))?;
    sqlx::query!(
        "INSERT INTO recommendation_part (recommendation, key, role)
         SELECT s.id, p.value ->> 'id', p.role
         FROM (SELECT r.key, r.scope, 'focus' AS role, r.body -> 'focus' AS value FROM revision r
                   WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'recommendation' AND r.body ->> 'focus' IS NOT NULL
               UNION ALL SELECT r.key, r.scope, 'action', a.value FROM revision r, json_each(r.body, '$.actions') a
                   WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'recommendation' AND r.body IS NOT NULL
               UNION ALL SELECT r.key, r.scope, 'impact', a.value FROM revision r, json_each(r.body, '$.impacts') a
                   WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'recommendation' AND r.body IS NOT NULL) p
         JOIN recommendation s ON s.key = p.key AND s.scope = p.scope",
        batch.change_set,
        batch.before
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("writing the parts of recommendations"))
}

/// Notes which actors a batch’s revisions speak of.
async fn actors(tx: &mut Tx, batch: &Batch<'_>) -> Result<(), Fault> {
    sqlx::query!(
        "INSERT INTO revision_actor (actor, scope, revision)
         SELECT DISTINCT x.actor, x.scope, x.id FROM
             (SELECT r.id, r.scope, r.body ->> 'subject' AS actor FROM revision r WHERE r.change_set = $1 AND r.id > $2
              UNION ALL SELECT r.id, r.scope, r.body ->> 'member' FROM revision r WHERE r.change_set = $1 AND r.id > $2
              UNION ALL SELECT r.id, r.scope, r.body ->> 'organisation' FROM revision r WHERE r.change_set = $1 AND r.id > $2
              UNION ALL SELECT r.id, r.scope, r.key FROM revision r WHERE r.change_set = $1 AND r.id > $2 AND r.entity = 'actor'
              UNION ALL SELECT r.id, r.scope, p.value FROM revision r, json_each(r.body, '$.partners') p
                  WHERE r.change_set = $1 AND r.id > $2 AND r.body IS NOT NULL) x
         WHERE x.actor IS NOT NULL",
        batch.change_set,
        batch.before
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("recording whom revisions are about"))
}

/// Hides the public items that a batch puts others in the place of or retracts, and shows those again
/// of which it says nothing any more.
async fn mask(tx: &mut Tx, scope: i64, edits: &str) -> Result<(), Fault> {
    sqlx::query!(
        "INSERT INTO mask (scope, entity, key)
         SELECT $1, e.value ->> 0, e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 3 <> 'revert'
         ON CONFLICT DO NOTHING",
        scope,
        edits
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("hiding public items"))?;
    sqlx::query!(
        "DELETE FROM mask WHERE scope = $1 AND (entity, key) IN
             (SELECT e.value ->> 0, e.value ->> 1 FROM json_each($2) e WHERE e.value ->> 3 = 'revert')",
        scope,
        edits
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("showing public items"))
}

/// The places of items of the public scope among their like have changed, and nothing else: no revision.
pub(super) async fn move_items(tx: &mut Tx, moved: &[(&Item, i64)]) -> Result<(), Fault> {
    if moved.is_empty() {
        return Ok(());
    }
    let moved: Vec<(&str, i64)> = moved.iter().map(|(item, place)| (item.id(), *place)).collect();
    let moved = json(&moved)?;
    for query in [
        sqlx::query!(
            "UPDATE area SET position = e.value ->> 1 FROM json_each($1) e
             WHERE area.key = e.value ->> 0 AND area.scope = 0",
            moved
        ),
        sqlx::query!(
            "UPDATE recommendation SET position = e.value ->> 1 FROM json_each($1) e
             WHERE recommendation.key = e.value ->> 0 AND recommendation.scope = 0",
            moved
        ),
        sqlx::query!(
            "UPDATE statement SET position = e.value ->> 1 FROM json_each($1) e
             WHERE statement.key = e.value ->> 0 AND statement.scope = 0",
            moved
        ),
        sqlx::query!(
            "UPDATE statement_partner SET position = s.position FROM json_each($1) e
             JOIN statement s ON s.key = e.value ->> 0 AND s.scope = 0
             WHERE statement_partner.statement = s.id",
            moved
        ),
    ] {
        query.execute(&mut **tx).await.map_err(fault("reordering items"))?;
    }
    Ok(())
}

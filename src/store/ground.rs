//! What rests on what: no item is left without the actors, the area and the source that it speaks of.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::access::Doer;
use super::change::{Change, Dangling, Edit, open_set};
use super::connections::Tx;
use super::history::entity;
use super::load::FILES;
use super::read::json;
use super::{fault, rows, unreadable};
use crate::error::Fault;
use crate::knowledge::{Entity, Item, ItemKey};

/// The most broken references that are named.
const MOST_NAMED: usize = 10;

/// The references that lead nowhere after these edits: of what was put, and to what was taken away.
pub(super) async fn dangling(tx: &mut Tx, scope: i64, edits: &[Edit]) -> Result<Vec<Dangling>, Fault> {
    let mut needed: BTreeSet<(Entity, &str)> = BTreeSet::new();
    let mut first_user: HashMap<(Entity, &str), ItemKey> = HashMap::new();
    for edit in edits {
        let Edit::Put(item) = edit else { continue };
        let own = item.id();
        let actors = item.actors().into_iter().map(|actor| (Entity::Actor, actor));
        let areas = item.area().into_iter().map(|area| (Entity::Area, area));
        let sources = item.source().into_iter().map(|source| (Entity::Source, source));
        let statements = item.statements().into_iter().map(|statement| (Entity::Statement, statement));
        for reference in actors.chain(areas).chain(sources).chain(statements) {
            if reference.1 != own && needed.insert(reference) {
                first_user.insert(reference, item.name());
            }
        }
    }
    let taken: Vec<ItemKey> =
        edits.iter().filter(|edit| !matches!(edit, Edit::Put(_))).map(Edit::name).filter(is_ground).collect();
    let asked = needed.iter().copied().chain(taken.iter().map(|name| (name.entity, name.key.as_str())));
    let seen = visible(tx, scope, asked).await?;
    let is_seen = |entity: Entity, key: &str| seen.contains(&ItemKey { entity, key: key.to_owned() });
    let mut found = Vec::new();
    for (entity, key) in needed {
        if found.len() < MOST_NAMED && !is_seen(entity, key) {
            let missing = ItemKey { entity, key: key.to_owned() };
            let item = first_user.get(&(entity, key)).cloned().unwrap_or_else(|| missing.clone());
            found.push(Dangling { item, missing });
        }
    }
    for name in taken {
        if found.len() >= MOST_NAMED {
            break;
        }
        if !is_seen(name.entity, &name.key)
            && let Some(item) = user_of(tx, scope, &name).await?
        {
            found.push(Dangling { item, missing: name });
        }
    }
    Ok(found)
}

/// Which of these items a viewer of a scope sees: its own, and public ones that it does not hide. A row of a table is
/// referred to as a statement is.
async fn visible(
    tx: &mut Tx,
    scope: i64,
    asked: impl Iterator<Item = (Entity, &str)>,
) -> Result<HashSet<ItemKey>, Fault> {
    let asked: Vec<(&str, &str)> = asked.map(|(entity, key)| (entity.as_str(), key)).collect();
    let asked = json(&asked)?;
    let rows = sqlx::query!(
        r#"SELECT k.value ->> 0 AS "entity!: String", k.value ->> 1 AS "key!: String"
           FROM json_each($2) k
           WHERE EXISTS (SELECT 1 FROM
                   (SELECT scope FROM actor WHERE k.value ->> 0 = 'actor' AND key = k.value ->> 1
                    UNION ALL SELECT scope FROM area WHERE k.value ->> 0 = 'area' AND key = k.value ->> 1
                    UNION ALL SELECT scope FROM source WHERE k.value ->> 0 = 'source' AND key = k.value ->> 1
                    UNION ALL SELECT scope FROM statement WHERE k.value ->> 0 = 'statement' AND key = k.value ->> 1
                    UNION ALL SELECT 0 FROM observation WHERE k.value ->> 0 = 'statement' AND key = k.value ->> 1
                    UNION ALL SELECT r.scope FROM recommendation_part p JOIN recommendation r ON r.id = p.recommendation
                        WHERE k.value ->> 0 = 'statement' AND p.key = k.value ->> 1) x
               WHERE x.scope IN (0, $1) AND NOT EXISTS (SELECT 1 FROM hidden h
                   WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = k.value ->> 0 AND h.key = k.value ->> 1))"#,
        scope,
        asked
    )
    .fetch_all(&mut **tx)
    .await
    .map_err(fault("looking for what is referred to"))?;
    rows.into_iter().map(|row| Ok(ItemKey { entity: entity(&row.entity)?, key: row.key })).collect()
}

/// Something that a scope sees and that rests on an actor, an area or a source.
async fn user_of(tx: &mut Tx, scope: i64, name: &ItemKey) -> Result<Option<ItemKey>, Fault> {
    let entity = name.entity.as_str();
    let row = sqlx::query!(
        r#"SELECT x.entity AS "entity!: String", x.key AS "key!: String"
           FROM rest x
           WHERE x.on_entity = $2 AND x.on_key = $3
             AND x.scope IN (0, $1)
             AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = x.entity AND h.key = x.key)
           LIMIT 1"#,
        scope,
        entity,
        name.key
    )
    .fetch_optional(&mut **tx)
    .await
    .map_err(fault("looking for what rests on an item"))?;
    Ok(row.and_then(|row| Some(ItemKey { entity: row.entity.parse().ok()?, key: row.key })))
}

/// Takes from what the files drop the actors, areas and sources that an owner’s own public items, which no file
/// touches, still rest on.
pub(super) async fn keep_needed(
    tx: &mut Tx,
    removed: &mut Vec<ItemKey>,
    puts: &[(Edit, i64)],
) -> Result<(), Fault> {
    loop {
        let going = removed.iter().cloned().chain(puts.iter().map(|(edit, _)| edit.name()));
        let going: Vec<(&str, String)> = going.map(|name| (name.entity.as_str(), name.key)).collect();
        let going = serde_json::to_string(&going).map_err(|e| Fault::new("encoding keys", e))?;
        let mut needed = Vec::new();
        for name in removed.iter().filter(|name| is_ground(name)) {
            let entity = name.entity.as_str();
            let is_needed = sqlx::query_scalar!(
                r#"SELECT EXISTS (
                       SELECT 1 FROM rest x
                       WHERE x.on_entity = $1 AND x.on_key = $2 AND x.scope = 0 AND NOT EXISTS
                           (SELECT 1 FROM json_each($3) e
                            WHERE e.value ->> 0 = x.entity AND e.value ->> 1 = x.key)) AS "needed!: bool""#,
                entity,
                name.key,
                going
            )
            .fetch_one(&mut **tx)
            .await
            .map_err(fault("looking for what an owner’s items rest on"))?;
            needed.extend(is_needed.then(|| name.clone()));
        }
        if needed.is_empty() {
            return Ok(());
        }
        // What stays may rest on more of what was to go.
        removed.retain(|name| !needed.contains(name));
    }
}

/// Whether other items can rest on one.
fn is_ground(name: &ItemKey) -> bool {
    matches!(name.entity, Entity::Actor | Entity::Area | Entity::Source)
}

/// Gives servers whose own knowledge rests on a public actor, area or source that is about to go a
/// copy of their own, so that nothing of theirs loses its ground.
pub(super) async fn adopt(
    tx: &mut Tx,
    removed: impl Iterator<Item = ItemKey>,
    made_at: &str,
) -> Result<(), Fault> {
    for name in removed {
        if !is_ground(&name) {
            continue;
        }
        let entity = name.entity.as_str();
        let scopes = sqlx::query_scalar!(
            r#"SELECT DISTINCT x.scope AS "scope!: i64"
               FROM rest x
               WHERE x.on_entity = $1 AND x.on_key = $2 AND x.scope > 0 AND NOT EXISTS
                   (SELECT 1 FROM hidden h WHERE h.viewer = x.scope AND h.entity = $1 AND h.key = $2)"#,
            entity,
            name.key
        )
        .fetch_all(&mut **tx)
        .await
        .map_err(fault("looking for what servers rest on"))?;
        if scopes.is_empty() {
            continue;
        }
        let body = sqlx::query_scalar!(
            r#"SELECT body AS "body!" FROM revision WHERE scope = 0 AND entity = $1 AND key = $2 AND body IS NOT NULL
               ORDER BY id DESC LIMIT 1"#,
            entity,
            name.key
        )
        .fetch_one(&mut **tx)
        .await
        .map_err(fault("reading what servers rest on"))?;
        let item: Item = serde_json::from_str(&body).map_err(unreadable("an item"))?;
        for scope in scopes {
            let reason = "kept, as your own knowledge rests on it and the public knowledge no longer has it";
            let change = Change::new(&[], reason, made_at);
            let (change_set, _) = open_set(tx, Doer::machine(scope, FILES), &change).await?;
            rows::apply(tx, scope, change_set, &[(&Edit::Put(Box::new(item.clone())), 0)]).await?;
        }
    }
    Ok(())
}

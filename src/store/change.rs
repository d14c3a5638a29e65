//! Changing knowledge: a change set is a set of edits made together by one person for one reason,
//! applied in one transaction. Every edit appends a revision; nothing is taken from history.

use std::collections::HashMap;

use sqlx::sqlite::SqliteConnection;

use super::access::{Doer, Editor};
use super::acts::{ActError, complete_draft};
use super::connections::Tx;
use super::ground::{adopt, dangling};
use super::rows;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Item, ItemKey};

/// Where a server's own items stand among the public ones: after them, in the order in which they
/// were made. One that takes the place of a public item has that item's place.
const AFTER_PUBLIC: i64 = 100_000_000;

/// What becomes of an item in a scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// It reads like this, in place of a public item of the same key.
    Put(Box<Item>),
    /// It is gone, the public item of that key too.
    Retract(ItemKey),
    /// The scope says nothing of it any more; a public item of that key shows again.
    Revert(ItemKey),
}

impl Edit {
    /// The item that it is about.
    #[must_use]
    pub fn name(&self) -> ItemKey {
        match self {
            Self::Put(item) => item.name(),
            Self::Retract(name) | Self::Revert(name) => name.clone(),
        }
    }

    /// The word for it in the database.
    #[must_use]
    pub fn action(&self) -> &'static str {
        match self {
            Self::Put(_) => "put",
            Self::Retract(_) => "retract",
            Self::Revert(_) => "revert",
        }
    }
}

/// A change set to be made.
#[derive(Debug, Clone, Copy)]
pub struct Change<'a> {
    /// Why.
    pub reason: &'a str,
    /// When, RFC 3339.
    pub made_at: &'a str,
    /// The edits, in order.
    pub edits: &'a [Edit],
    /// What the editor saw when beginning: items and the revision each stood at, where that must not
    /// have changed meanwhile.
    pub based_on: &'a [(ItemKey, Option<i64>)],
    /// The change set that this one undoes, by its number.
    pub undoes: Option<i64>,
    /// The number of the scope's last change set, where there must have been none since.
    pub after: Option<i64>,
    /// The form or the import that it completes.
    pub draft: Option<i64>,
}

impl<'a> Change<'a> {
    /// A change that rests on nothing that somebody saw, undoes nothing and completes nothing.
    #[must_use]
    pub fn new(edits: &'a [Edit], reason: &'a str, made_at: &'a str) -> Self {
        Self { reason, made_at, edits, based_on: &[], undoes: None, after: None, draft: None }
    }
}

/// A change set that was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChangeSet {
    /// Its number within its scope: what people see.
    pub number: i64,
    /// How many edits it has.
    pub edits: usize,
}

/// Something that an item refers to and that is not there, or not any more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling {
    /// The item that refers.
    pub item: ItemKey,
    /// What it refers to.
    pub missing: ItemKey,
}

/// Why a change set was not made; then nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// Somebody changed these items meanwhile.
    #[error("changed meanwhile")]
    Overtaken(Vec<ItemKey>),
    /// These references would lead nowhere.
    #[error("references lead nowhere")]
    Dangling(Vec<Dangling>),
    /// The same interaction, or the same form, made it before.
    #[error("done before")]
    DoneBefore,
    /// A fault of the database.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<ActError> for ChangeError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::DoneBefore => Self::DoneBefore,
            ActError::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl Store {
    /// Makes a change set in an editor's scope. `progress` hears how many edits are written.
    ///
    /// # Errors
    /// Why it was not made; nothing has changed then.
    pub async fn change(
        &self,
        editor: &Editor,
        change: &Change<'_>,
        progress: &(dyn Fn(usize) + Sync),
    ) -> Result<ChangeSet, ChangeError> {
        let scope = editor.scope;
        let mut tx = self.begin_edit("starting a change", editor.doer(), change.made_at).await?;
        let set = match self.change_within(&mut tx, editor, change, progress).await {
            Ok(set) => set,
            Err(refused) => return Err(undone(tx, refused).await),
        };
        tx.commit().await.map_err(fault("committing a change"))?;
        self.note_change(scope, change.edits.iter().map(|edit| edit.name().entity)).await;
        Ok(set)
    }

    /// Finds out why a change set would not be made, without making it.
    ///
    /// # Errors
    /// Why it would not be made.
    pub async fn rehearse(&self, editor: &Editor, change: &Change<'_>) -> Result<(), ChangeError> {
        let mut tx = self.begin("rehearsing a change").await?;
        if let Err(refused) = self.change_within(&mut tx, editor, change, &|_| ()).await {
            return Err(undone(tx, refused).await);
        }
        tx.roll_back().await.map_err(fault("rehearsing a change"))?;
        Ok(())
    }

    /// The same as [`Store::change`] within a transaction that does more; the caller commits.
    pub(super) async fn change_within(
        &self,
        tx: &mut Tx,
        editor: &Editor,
        change: &Change<'_>,
        progress: &(dyn Fn(usize) + Sync),
    ) -> Result<ChangeSet, ChangeError> {
        let scope = editor.scope;
        complete_draft(tx, editor.doer(), change.draft).await?;
        let mut overtaken = Vec::new();
        for (name, seen) in change.based_on {
            if standing(tx, scope, name).await? != *seen {
                overtaken.push(name.clone());
            }
        }
        if !overtaken.is_empty() {
            return Err(ChangeError::Overtaken(overtaken));
        }
        if scope == 0 {
            adopt(
                tx,
                change.edits.iter().filter(|edit| !matches!(edit, Edit::Put(_))).map(Edit::name),
                change.made_at,
            )
            .await?;
        }
        let (id, number) = open_set(tx, editor.doer(), change).await?;
        if change.after.is_some_and(|after| number != after + 1) {
            return Err(ChangeError::Overtaken(Vec::new()));
        }
        let mut next = next_position(tx, scope).await?;
        let mut done = 0;
        for edits in change.edits.chunks(rows::BATCH) {
            let held = positions(tx, scope, edits).await?;
            let placed: Vec<rows::Placed<'_>> = edits
                .iter()
                .map(|edit| {
                    let own = held.get(&edit.name()).copied();
                    next += i64::from(own.is_none());
                    (edit, own.unwrap_or(next - 1))
                })
                .collect();
            rows::apply(tx, scope, id, &placed).await?;
            done += edits.len();
            progress(done);
        }
        let dangling = dangling(tx, scope, change.edits).await?;
        if !dangling.is_empty() {
            return Err(ChangeError::Dangling(dangling));
        }
        Ok(ChangeSet { number, edits: change.edits.len() })
    }

    /// The revision that an item stands at for a viewer: the scope's own, or the public one. Nothing
    /// where neither says anything of it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn standing(&self, editor: &Editor, name: &ItemKey) -> Result<Option<i64>, Fault> {
        standing(&mut *self.reader().await?, editor.scope, name).await
    }
}

/// Undoes what a refused change did, and keeps the connection; after a fault it is not used again.
async fn undone(tx: Tx, refused: ChangeError) -> ChangeError {
    if matches!(refused, ChangeError::Fault(_)) {
        return refused;
    }
    match tx.roll_back().await {
        Ok(()) => refused,
        Err(error) => fault("undoing a change")(error).into(),
    }
}

/// Opens a change set: its id and its number.
pub(super) async fn open_set(tx: &mut Tx, by: Doer<'_>, change: &Change<'_>) -> Result<(i64, i64), Fault> {
    let Doer { scope, author, channel, .. } = by;
    let row = sqlx::query!(
        r#"INSERT INTO change_set (scope, author, reason, made_at, number, undoes, channel)
           VALUES ($1, $2, $3, $4, (SELECT COALESCE(MAX(number), 0) + 1 FROM change_set WHERE scope = $1),
                   (SELECT id FROM change_set WHERE scope = $1 AND number = $5), $6)
           RETURNING id AS "id!", number AS "number!""#,
        scope,
        author,
        change.reason,
        change.made_at,
        change.undoes,
        channel
    )
    .fetch_one(&mut **tx)
    .await
    .map_err(fault("recording a change set"))?;
    Ok((row.id, row.number))
}

async fn standing(
    connection: &mut SqliteConnection,
    scope: i64,
    name: &ItemKey,
) -> Result<Option<i64>, Fault> {
    let entity = name.entity.as_str();
    sqlx::query_scalar!(
        r#"SELECT COALESCE(
               (SELECT r.id FROM revision r WHERE r.action <> 'revert' AND r.id =
                   (SELECT MAX(id) FROM revision WHERE scope = $1 AND entity = $2 AND key = $3)),
               (SELECT MAX(id) FROM revision WHERE scope = 0 AND entity = $2 AND key = $3)) AS "id: i64""#,
        scope,
        entity,
        name.key
    )
    .fetch_one(&mut *connection)
    .await
    .map_err(fault("reading a revision"))
}

/// The places that items have already: their own, or that of the public item they stand in for.
async fn positions(tx: &mut Tx, scope: i64, edits: &[Edit]) -> Result<HashMap<ItemKey, i64>, Fault> {
    let keys: Vec<String> = edits.iter().map(|edit| edit.name().key).collect();
    let keys = serde_json::to_string(&keys).map_err(|e| Fault::new("encoding keys", e))?;
    let rows = sqlx::query!(
        r#"SELECT x.entity AS "entity!: String", x.key AS "key!: String", x.position AS "position!: i64" FROM
               (SELECT 'statement' AS entity, key, scope, position FROM statement
                    WHERE key IN (SELECT value FROM json_each($2)) AND scope IN (0, $1)
                UNION ALL SELECT 'recommendation', key, scope, position FROM recommendation
                    WHERE key IN (SELECT value FROM json_each($2)) AND scope IN (0, $1)
                UNION ALL SELECT 'area', key, scope, position FROM area
                    WHERE key IN (SELECT value FROM json_each($2)) AND scope IN (0, $1)) x
           ORDER BY x.scope"#,
        scope,
        keys
    )
    .fetch_all(&mut **tx)
    .await
    .map_err(fault("reading the places of items"))?;
    rows.into_iter()
        .map(|row| {
            let entity = row.entity.parse().map_err(|e| Fault::new("reading the places of items", e))?;
            Ok((ItemKey { entity, key: row.key }, row.position))
        })
        .collect()
}

async fn next_position(tx: &mut Tx, scope: i64) -> Result<i64, Fault> {
    let last = sqlx::query_scalar!(
        r#"SELECT MAX(position) AS "last: i64" FROM
               (SELECT MAX(position) AS position FROM statement WHERE scope = $1
                UNION ALL SELECT MAX(position) FROM recommendation WHERE scope = $1
                UNION ALL SELECT MAX(position) FROM area WHERE scope = $1)"#,
        scope
    )
    .fetch_one(&mut **tx)
    .await
    .map_err(fault("reading the last place"))?;
    let first = if scope == 0 { 0 } else { AFTER_PUBLIC };
    Ok(last.map_or(first, |last| (last + 1).max(first)))
}

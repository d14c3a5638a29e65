//! Loading the public scope from files: a difference, computed and applied in one transaction.

use std::collections::HashMap;

use super::access::Doer;
use super::change::{Change, Edit, open_set};
use super::connections::Tx;
use super::ground::{adopt, keep_needed};
use super::rows::{self, move_items};
use super::settings::Setting;
use super::tables::write_tables;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Entity, ItemKey, PublicKnowledge};

/// Who history says made the changes that files bring.
pub const FILES: &str = "knowledge files";

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
    /// Rows of the tables about the world that were written anew.
    pub rows: usize,
}

impl Loaded {
    /// Whether anything changed at all.
    #[must_use]
    pub fn is_change(&self) -> bool {
        self.added + self.changed + self.removed + self.rows > 0
    }
}

/// What the public scope holds of an item before a load.
struct Present {
    /// The item as it stands; none if it is retracted.
    body: Option<String>,
    /// The item as the files gave it last; none if they did not, or took it back.
    from_files: Option<String>,
    position: Option<i64>,
}

impl Store {
    /// Makes the public scope hold these items, in this order, and remembers the digest of the files
    /// they came from. One transaction: all of it or nothing. What the files say as before stays
    /// untouched, so that what an owner changed by hand holds until the files change that item too;
    /// the rest is one change set. Servers' own knowledge is left alone, and what it rests on is
    /// kept for it where the files drop it; what an owner's rests on stays.
    ///
    /// `made_at` is the time of the change, RFC 3339.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing has changed.
    pub async fn load_public(
        &self,
        public: &PublicKnowledge,
        digest: &str,
        made_at: &str,
    ) -> Result<Loaded, Fault> {
        let PublicKnowledge { items, tables } = public;
        let mut tx = self.begin("starting to load").await?;
        let mut present = present_items(&mut tx).await?;
        let mut loaded = Loaded::default();
        let mut edits: Vec<(Edit, i64)> = Vec::new();
        let mut moved = Vec::new();
        for (position, item) in (0_i64..).zip(items) {
            let body = serde_json::to_string(item).map_err(|e| Fault::new("encoding an item", e))?;
            match present.remove(&item.name()) {
                Some(before)
                    if before.from_files.as_ref() == Some(&body) || before.body.as_ref() == Some(&body) =>
                {
                    loaded.unchanged += 1;
                    if before.body.is_some() && before.position.is_some_and(|place| place != position) {
                        moved.push((item, position));
                    }
                }
                before => {
                    if before.is_some_and(|before| before.body.is_some()) {
                        loaded.changed += 1;
                    } else {
                        loaded.added += 1;
                    }
                    edits.push((Edit::Put(Box::new(item.clone())), position));
                }
            }
        }
        // What the files never had is an owner's own.
        present.retain(|_, before| before.from_files.is_some() && before.body.is_some());
        let mut removed: Vec<ItemKey> = present.into_keys().collect();
        keep_needed(&mut tx, &mut removed, &edits).await?;
        loaded.removed = removed.len();
        adopt(&mut tx, removed.iter().cloned(), made_at).await?;
        edits.extend(removed.into_iter().map(|name| (Edit::Retract(name), 0)));
        move_items(&mut tx, &moved).await?;
        if !edits.is_empty() {
            let change = Change::new(&[], "load", made_at);
            let (change_set, _) = open_set(&mut tx, Doer::machine(0, FILES), &change).await?;
            for batch in edits.chunks(rows::BATCH) {
                let batch: Vec<rows::Placed<'_>> = batch.iter().map(|(edit, place)| (edit, *place)).collect();
                rows::apply(&mut tx, 0, change_set, &batch).await?;
            }
        }
        // After the items: a membership may have been one of them before.
        loaded.rows = write_tables(&mut tx, tables).await?;
        let name = Setting::KnowledgeDigest.name();
        sqlx::query!(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name, digest
        )
        .execute(&mut *tx)
        .await
        .map_err(fault("remembering the digest"))?;
        tx.commit().await.map_err(fault("committing the load"))?;
        self.note_load().await?;
        Ok(loaded)
    }
}

async fn present_items(tx: &mut Tx) -> Result<HashMap<ItemKey, Present>, Fault> {
    // The last revision of each item, and the last that the files made: the same one, mostly.
    let rows = sqlx::query!(
        r#"SELECT r.entity, r.key, r.body, f.body AS "from_files: String",
                  CASE r.entity WHEN 'area' THEN (SELECT position FROM area WHERE key = r.key AND scope = 0)
                      WHEN 'statement' THEN (SELECT position FROM statement WHERE key = r.key AND scope = 0)
                      WHEN 'recommendation' THEN
                          (SELECT position FROM recommendation WHERE key = r.key AND scope = 0)
                  END AS "position: i64"
           FROM (SELECT MAX(r.id) AS last, MAX(CASE WHEN c.author = $1 THEN r.id END) AS of_files
                 FROM revision r JOIN change_set c ON c.id = r.change_set
                 WHERE r.scope = 0 GROUP BY r.entity, r.key) x
           JOIN revision r ON r.id = x.last
           LEFT JOIN revision f ON f.id = x.of_files"#,
        FILES
    )
    .fetch_all(&mut **tx)
    .await
    .map_err(fault("reading the present knowledge"))?;
    rows.into_iter()
        .map(|row| {
            let entity =
                row.entity.parse::<Entity>().map_err(|e| Fault::new("reading the present knowledge", e))?;
            let present = Present { body: row.body, from_files: row.from_files, position: row.position };
            Ok((ItemKey { entity, key: row.key }, present))
        })
        .collect()
}

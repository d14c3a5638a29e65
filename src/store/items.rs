//! Reading items by key, one by one and all of a scope, as a viewer sees them.

use super::access::Viewer;
use super::history::{decode, entity};
use super::read::json;
use super::{Store, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::{Item, ItemKey};

/// What a viewer sees under a key.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredItem {
    /// Its sort and key.
    pub name: ItemKey,
    /// The item; none where it is retracted.
    pub item: Option<Item>,
    /// Whether it is the public item, and not the server's own version.
    pub public: bool,
    /// The revision that it stands at.
    pub revision: i64,
}

impl Store {
    /// What a viewer sees under a key, in any sort of item (statements first); the key of a part of
    /// a recommendation finds the recommendation. Retracted items are found too. An item of another
    /// server is not there.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn item(&self, viewer: &Viewer, key: &str) -> Result<Option<StoredItem>, Fault> {
        let scope = viewer.scope();
        let key = self.whole_of_part(viewer, key).await?.unwrap_or_else(|| key.to_owned());
        let rows = sqlx::query!(
            r#"SELECT r.id, r.scope, r.entity, r.body, r.action FROM revision r
               JOIN (SELECT MAX(id) AS id FROM revision
                     WHERE scope IN (0, $1) AND entity IN ('statement', 'recommendation', 'source', 'actor', 'area',
                         'ambiguity', 'membership', 'concept') AND key = $2
                     GROUP BY scope, entity) x ON x.id = r.id
               ORDER BY CASE r.entity WHEN 'statement' THEN 0 WHEN 'recommendation' THEN 1 WHEN 'source' THEN 2
                            WHEN 'actor' THEN 3 WHEN 'area' THEN 4 ELSE 5 END, r.scope DESC"#,
            scope,
            key
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading an item"))?;
        // The server's own word comes before the public one, unless it is that there is none.
        let Some(row) = rows.into_iter().find(|row| row.action != "revert") else { return Ok(None) };
        Ok(Some(StoredItem {
            name: ItemKey { entity: entity(&row.entity)?, key },
            public: row.scope == 0,
            revision: row.id,
            item: decode(row.body)?,
        }))
    }

    /// An item as a revision left it; none where it took it away.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn item_at(&self, revision: i64) -> Result<Option<Item>, Fault> {
        let body = sqlx::query_scalar!("SELECT body FROM revision WHERE id = $1", revision);
        let body = body.fetch_optional(&mut *self.reader().await?).await;
        decode(body.map_err(fault("reading a revision"))?.flatten())
    }

    /// The key of the recommendation that has a part of this key.
    pub(super) async fn whole_of_part(&self, viewer: &Viewer, key: &str) -> Result<Option<String>, Fault> {
        let scope = viewer.scope();
        sqlx::query_scalar!(
            "SELECT r.key FROM recommendation_part p JOIN recommendation r ON r.id = p.recommendation
             WHERE p.key = $1 AND r.scope IN (0, $2) ORDER BY r.scope DESC",
            key,
            scope
        )
        .fetch_optional(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a part of a recommendation"))
    }

    /// Which of these statements (or parts of recommendations, or rows of tables) a viewer sees.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn known_statements(&self, viewer: &Viewer, keys: &[String]) -> Result<Vec<String>, Fault> {
        let (scope, keys) = (viewer.scope(), json(keys)?);
        sqlx::query_scalar!(
            r#"SELECT DISTINCT CAST(k.value AS TEXT) AS "key!: String" FROM json_each($2) k
               WHERE EXISTS (SELECT 1 FROM observation o WHERE o.key = k.value)
                  OR EXISTS (SELECT 1 FROM (SELECT scope, 'statement' AS entity, key FROM statement WHERE key = k.value
                         UNION ALL SELECT scope, 'recommendation', key FROM recommendation WHERE key = k.value
                         UNION ALL SELECT r.scope, 'recommendation', r.key FROM recommendation_part p
                             JOIN recommendation r ON r.id = p.recommendation WHERE p.key = k.value) x
                     WHERE x.scope IN (0, $1)
                       AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = x.entity AND h.key = x.key))"#,
            scope,
            keys
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading which statements there are"))
    }

    /// Everything that a scope says itself, in the order of files: items, then what it retracts of
    /// the public knowledge. With `public`, the public scope's; else the viewer's own.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn contents(&self, viewer: &Viewer, public: bool) -> Result<(Vec<Item>, Vec<ItemKey>), Fault> {
        let scope = if public { 0 } else { viewer.scope() };
        let rows = sqlx::query!(
            r#"SELECT x.kind AS "kind!: i64", x.position AS "position!: i64", x.key AS "key!: String", r.body AS "body!: String" FROM
                   (SELECT 0 AS kind, 0 AS position, key, revision FROM actor WHERE scope = $1
                    UNION ALL SELECT 1, 0, key, revision FROM ambiguity WHERE scope = $1
                    UNION ALL SELECT 2, position, key, revision FROM area WHERE scope = $1
                    UNION ALL SELECT 3, 0, key, revision FROM concept WHERE scope = $1
                    UNION ALL SELECT 4, 0, key, revision FROM source WHERE scope = $1
                    UNION ALL SELECT 5, position, key, revision FROM statement WHERE scope = $1
                    UNION ALL SELECT 6, position, key, revision FROM recommendation WHERE scope = $1
                    UNION ALL SELECT 7, 0, key, revision FROM membership WHERE scope = $1) x
               JOIN revision r ON r.id = x.revision
               ORDER BY 1, 2, 3"#,
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading everything of a scope"))?;
        let items = rows
            .into_iter()
            .map(|row| serde_json::from_str(&row.body).map_err(unreadable("an item")))
            .collect::<Result<_, Fault>>()?;
        let gone = sqlx::query!(
            "SELECT h.entity, h.key FROM hidden h
             WHERE h.viewer = $1 AND EXISTS (SELECT 1 FROM revision r WHERE r.action = 'retract' AND r.id =
                 (SELECT MAX(id) FROM revision WHERE scope = $1 AND entity = h.entity AND key = h.key))
               AND EXISTS (SELECT 1 FROM revision p WHERE p.scope = 0 AND p.entity = h.entity AND p.key = h.key)
             ORDER BY h.entity, h.key",
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what a scope retracts"))?;
        let gone = gone
            .into_iter()
            .map(|row| Ok(ItemKey { entity: entity(&row.entity)?, key: row.key }))
            .collect::<Result<_, Fault>>()?;
        Ok((items, gone))
    }

    /// What a viewer sees of one item, by sort and key.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn item_named(&self, viewer: &Viewer, name: &ItemKey) -> Result<Option<StoredItem>, Fault> {
        Ok(self.items_named(viewer, std::slice::from_ref(name)).await?.pop())
    }

    /// What a viewer sees of items, by sort and key, in one read. What is not there is left out.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn items_named(&self, viewer: &Viewer, names: &[ItemKey]) -> Result<Vec<StoredItem>, Fault> {
        let names: Vec<(&str, &str)> =
            names.iter().map(|name| (name.entity.as_str(), name.key.as_str())).collect();
        let (scope, names) = (viewer.scope(), json(&names)?);
        let rows = sqlx::query!(
            r#"SELECT r.id AS "id!", r.scope, r.entity, r.key, r.body, r.action FROM revision r
               JOIN (SELECT MAX(v.id) AS id FROM revision v WHERE v.scope IN (0, $1)
                         AND (v.entity, v.key) IN (SELECT value ->> 0, value ->> 1 FROM json_each($2))
                     GROUP BY v.scope, v.entity, v.key) x ON x.id = r.id
               ORDER BY r.entity, r.key, r.scope DESC"#,
            scope,
            names
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading items"))?;
        let mut items: Vec<StoredItem> = Vec::new();
        // The server's own word comes before the public one, unless it is that there is none.
        for row in rows.into_iter().filter(|row| row.action != "revert") {
            let name = ItemKey { entity: entity(&row.entity)?, key: row.key };
            if items.last().is_none_or(|before| before.name != name) {
                let (public, item) = (row.scope == 0, decode(row.body)?);
                items.push(StoredItem { name, public, revision: row.id, item });
            }
        }
        Ok(items)
    }

    /// The keys that start like this and were ever used in a viewer's scope or in the public one, by any
    /// sort of item, or are wanted by a proposal that waits.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn keys_starting(&self, viewer: &Viewer, stem: &str) -> Result<Vec<String>, Fault> {
        let scope = viewer.scope();
        // Keys are ASCII: what starts so lies before the same with the last possible letter.
        let end = format!("{stem}\u{7F}");
        sqlx::query_scalar!(
            r#"SELECT key AS "key!: String" FROM revision
                   WHERE scope IN (0, $1) AND entity IN ('actor', 'ambiguity', 'area', 'source', 'statement',
                       'recommendation', 'membership', 'concept') AND key >= $2 AND key < $3
               UNION SELECT body ->> 'id' FROM proposal
                   WHERE scope = $1 AND status = 'open' AND body ->> 'id' >= $2 AND body ->> 'id' < $3"#,
            scope,
            stem,
            end
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for keys"))
    }

    /// The keys of all sources that a viewer sees.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn source_keys(&self, viewer: &Viewer) -> Result<Vec<String>, Fault> {
        let scope = viewer.scope();
        sqlx::query_scalar!(
            r#"SELECT DISTINCT c.key FROM source c WHERE c.scope IN (0, $1) AND NOT EXISTS
                   (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = c.scope AND h.entity = 'source' AND h.key = c.key)"#,
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the keys of sources"))
    }

    /// Public statements and recommendations that rest on one of these sources and that a viewer sees, as far as
    /// it is reasonable to compare them one by one.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn resting_on(&self, viewer: &Viewer, sources: &[String]) -> Result<Vec<Item>, Fault> {
        const MOST: i64 = 20_000;
        let (scope, sources) = (viewer.scope(), json(sources)?);
        let bodies = sqlx::query_scalar!(
            r#"SELECT r.body AS "body!: String" FROM
                   (SELECT 'statement' AS entity, key, revision FROM statement
                        WHERE source IN (SELECT value FROM json_each($2)) AND scope = 0
                    UNION ALL SELECT 'recommendation', key, revision FROM recommendation
                        WHERE source IN (SELECT value FROM json_each($2)) AND scope = 0) x
               JOIN revision r ON r.id = x.revision
               WHERE NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.entity = x.entity AND h.key = x.key)
               LIMIT $3"#,
            scope,
            sources,
            MOST
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what rests on sources"))?;
        bodies.into_iter().map(|body| serde_json::from_str(&body).map_err(unreadable("an item"))).collect()
    }

    /// How many statements and recommendations a viewer sees.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn count_visible(&self, viewer: &Viewer) -> Result<usize, Fault> {
        let scope = viewer.scope();
        let seen = sqlx::query_scalar!(
            r#"SELECT (SELECT COUNT(*) FROM statement WHERE scope IN (0, $1))
                    + (SELECT COUNT(*) FROM recommendation WHERE scope IN (0, $1))
                    - (SELECT COUNT(*) FROM hidden h WHERE h.viewer = $1 AND (
                          (h.entity = 'statement' AND EXISTS (SELECT 1 FROM statement s WHERE s.scope = 0 AND s.key = h.key))
                          OR (h.entity = 'recommendation'
                              AND EXISTS (SELECT 1 FROM recommendation s WHERE s.scope = 0 AND s.key = h.key)))) AS "n!: i64""#,
            scope
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("counting items"))?;
        Ok(usize::try_from(seen).unwrap_or(0))
    }

    /// Keys that start like this, of any sort, with what the item says: what a viewer sees, or what is
    /// retracted for them.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn keys_like(
        &self,
        viewer: &Viewer,
        typed: &str,
        retracted: bool,
        most: usize,
    ) -> Result<Vec<(String, String)>, Fault> {
        let scope = viewer.scope();
        let most = i64::try_from(most).unwrap_or(25);
        let end = format!("{typed}\u{10FFFF}");
        if retracted {
            let rows = sqlx::query!(
                r#"SELECT r.key AS "key!: String", r.entity AS "text!: String" FROM revision r
                   WHERE r.scope = $1 AND r.action = 'retract' AND r.key >= $2 AND r.key < $3
                     AND r.id = (SELECT MAX(id) FROM revision WHERE scope = $1 AND entity = r.entity AND key = r.key)
                   ORDER BY r.id DESC LIMIT $4"#,
                scope,
                typed,
                end,
                most
            )
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("looking for keys"))?;
            return Ok(rows.into_iter().map(|row| (row.key, row.text)).collect());
        }
        // Each sort by its own index; a server's own come first.
        let rows = sqlx::query!(
            r#"SELECT x.key AS "key!: String", x.text AS "text!: String" FROM
                   (SELECT * FROM (SELECT 'statement' AS entity, key, scope, text FROM statement
                        WHERE key >= $2 AND key < $3 AND scope IN (0, $1) ORDER BY key LIMIT 50)
                    UNION ALL SELECT * FROM (SELECT 'recommendation', key, scope, 'recommendation' FROM recommendation
                        WHERE key >= $2 AND key < $3 AND scope IN (0, $1) ORDER BY key LIMIT 50)
                    UNION ALL SELECT * FROM (SELECT 'source', key, scope, title FROM source
                        WHERE key >= $2 AND key < $3 AND scope IN (0, $1) ORDER BY key LIMIT 50)
                    UNION ALL SELECT * FROM (SELECT 'actor', key, scope, name FROM actor
                        WHERE key >= $2 AND key < $3 AND scope IN (0, $1) ORDER BY key LIMIT 50)
                    UNION ALL SELECT * FROM (SELECT 'area', key, scope, name FROM area
                        WHERE key >= $2 AND key < $3 AND scope IN (0, $1) ORDER BY key LIMIT 50)) x
               WHERE NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = x.entity AND h.key = x.key)
               ORDER BY x.scope = 0, x.key LIMIT $4"#,
            scope, typed, end, most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for keys"))?;
        Ok(rows.into_iter().map(|row| (row.key, row.text)).collect())
    }
}

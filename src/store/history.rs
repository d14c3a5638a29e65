//! Reading history: who changed what, when and why.

use super::access::Viewer;
use super::{Store, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::{Entity, Item, ItemKey};

/// Which part of history is asked for; what is absent does not narrow it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryFilter {
    /// Change sets that touch an item with this key.
    pub key: Option<String>,
    /// Change sets that touch an item about this actor.
    pub actor: Option<String>,
    /// Change sets of this author.
    pub author: Option<String>,
    /// Change sets made at this time or later, RFC 3339 or a date.
    pub since: Option<String>,
}

/// A change set as history shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetLine {
    /// Its number within its scope.
    pub number: i64,
    /// Whether it is of the public scope.
    pub public: bool,
    /// Who made it, by name where that is known.
    pub author: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// Why.
    pub reason: String,
    /// The number of the set that it undoes.
    pub undoes: Option<i64>,
    /// How many edits it has.
    pub edits: i64,
    /// The first of its edits in words: `put statement art-001`.
    pub first: Vec<String>,
}

/// One revision of an item.
#[derive(Debug, Clone, PartialEq)]
pub struct RevisionLine {
    /// The number of its change set.
    pub set: i64,
    /// Whether it is of the public scope.
    pub public: bool,
    /// Who made it.
    pub author: String,
    /// When.
    pub made_at: String,
    /// Why.
    pub reason: String,
    /// `put`, `retract` or `revert`.
    pub action: String,
    /// The item as it became; none where it went.
    pub item: Option<Item>,
}

/// One edit of a change set, with what it would take to undo it.
#[derive(Debug, Clone, PartialEq)]
pub struct SetEdit {
    /// The item.
    pub name: ItemKey,
    /// The revision before it in the same scope: action and item.
    pub before: Option<(String, Option<Item>)>,
    /// What it did.
    pub action: String,
    /// The item as it became.
    pub item: Option<Item>,
    /// The last revision of the item.
    pub revision: i64,
    /// The numbers of later change sets that touched the same item, latest first; none where the item
    /// stands as this edit left it.
    pub later: Vec<i64>,
}

/// A change set with its edits.
#[derive(Debug, Clone, PartialEq)]
pub struct WholeSet {
    /// Its number.
    pub number: i64,
    /// Who made it, as history has it.
    pub author: String,
    /// Why.
    pub reason: String,
    /// The number of the set that undid it, if one did, and who made that.
    pub undone_by: Option<(i64, String)>,
    /// Its edits.
    pub edits: Vec<SetEdit>,
}

/// The most edits of a set that a line of history names.
const MOST_NAMED: i64 = 3;

pub(super) fn decode(body: Option<String>) -> Result<Option<Item>, Fault> {
    body.map(|body| serde_json::from_str(&body).map_err(unreadable("an item"))).transpose()
}

pub(super) fn entity(word: &str) -> Result<Entity, Fault> {
    word.parse().map_err(|e| Fault::new("decoding what sort of item it is", e))
}

impl Store {
    /// Change sets that a viewer may see, latest first: those of their server and the public ones.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn history(
        &self,
        viewer: &Viewer,
        filter: &HistoryFilter,
        most: i64,
    ) -> Result<Vec<SetLine>, Fault> {
        let scope = viewer.scope();
        let HistoryFilter { key, actor, author, since } = filter;
        let rows = sqlx::query!(
            r#"SELECT c.id, c.number, c.scope = 0 AS "public!: bool", COALESCE(p.name || ' (' || p.id || ')', c.author) AS "author!: String",
                      c.made_at, c.reason,
                      (SELECT u.number FROM change_set u WHERE u.id = c.undoes) AS "undoes: i64",
                      (SELECT COUNT(*) FROM revision r WHERE r.change_set = c.id) AS "edits!: i64",
                      (SELECT json_group_array(x.edit) FROM
                          (SELECT r.action || ' ' || r.entity || ' ' || r.key AS edit FROM revision r
                           WHERE r.change_set = c.id ORDER BY r.id LIMIT $7) x) AS "first!: String"
               FROM change_set c LEFT JOIN person p ON p.id = c.author
               WHERE c.scope IN (0, $1)
                 AND ($2 IS NULL OR c.id IN (SELECT r.change_set FROM revision r
                     WHERE r.scope IN (0, $1) AND r.entity IN ('actor', 'ambiguity', 'area', 'source', 'statement',
                         'recommendation', 'membership', 'concept') AND r.key = $2))
                 AND ($3 IS NULL OR c.id IN (SELECT r.change_set FROM revision_actor a
                     JOIN revision r ON r.id = a.revision WHERE a.actor = $3 AND a.scope IN (0, $1)))
                 AND ($4 IS NULL OR c.author = $4)
                 AND ($5 IS NULL OR c.made_at >= $5)
               ORDER BY c.id DESC LIMIT $6"#,
            scope, key, actor, author, since, most, MOST_NAMED
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading history"))?;
        rows.into_iter()
            .map(|row| {
                Ok(SetLine {
                    number: row.number,
                    public: row.public,
                    author: row.author,
                    made_at: row.made_at,
                    reason: row.reason,
                    undoes: row.undoes,
                    edits: row.edits,
                    first: serde_json::from_str(&row.first)
                        .map_err(unreadable("the edits of a change set"))?,
                })
            })
            .collect()
    }

    /// The revisions of an item that a viewer may see, latest first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn revisions_of(
        &self,
        viewer: &Viewer,
        name: &ItemKey,
        most: i64,
    ) -> Result<Vec<RevisionLine>, Fault> {
        let (scope, entity) = (viewer.scope(), name.entity.as_str());
        let rows = sqlx::query!(
            r#"SELECT c.number, c.scope = 0 AS "public!: bool", COALESCE(p.name || ' (' || p.id || ')', c.author) AS "author!: String",
                      c.made_at, c.reason, r.action, r.body
               FROM revision r JOIN change_set c ON c.id = r.change_set LEFT JOIN person p ON p.id = c.author
               WHERE r.scope IN (0, $1) AND r.entity = $2 AND r.key = $3
               ORDER BY r.id DESC LIMIT $4"#,
            scope,
            entity,
            name.key,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the history of an item"))?;
        rows.into_iter()
            .map(|row| {
                Ok(RevisionLine {
                    set: row.number,
                    public: row.public,
                    author: row.author,
                    made_at: row.made_at,
                    reason: row.reason,
                    action: row.action,
                    item: decode(row.body)?,
                })
            })
            .collect()
    }

    /// A change set of the viewer's own scope, with its edits; none where there is no such number.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn change_set(&self, viewer: &Viewer, number: i64) -> Result<Option<WholeSet>, Fault> {
        let scope = viewer.scope();
        let Some(set) = sqlx::query!(
            r#"SELECT c.id AS "id!", c.author, c.reason,
                      (SELECT MAX(u.number) FROM change_set u WHERE u.undoes = c.id AND NOT EXISTS
                          (SELECT 1 FROM change_set w WHERE w.undoes = u.id)) AS "undone_by: i64",
                      (SELECT COALESCE(p.name || ' (' || p.id || ')', u.author) FROM change_set u
                           LEFT JOIN person p ON p.id = u.author WHERE u.undoes = c.id AND NOT EXISTS
                          (SELECT 1 FROM change_set w WHERE w.undoes = u.id) ORDER BY u.number DESC LIMIT 1)
                          AS "undone_by_whom: String"
               FROM change_set c WHERE c.scope = $1 AND c.number = $2"#,
            scope,
            number
        )
        .fetch_optional(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a change set"))?
        else {
            return Ok(None);
        };
        let rows = sqlx::query!(
            r#"SELECT n.id AS "last!: i64", (n.action = r.action AND n.body IS r.body) AS "stands!: bool",
                      r.entity, r.key, r.action, r.body, b.action AS "before_action: String", b.body AS "before: String",
                      (SELECT json_group_array(number) FROM (SELECT DISTINCT c.number AS number FROM revision l
                           JOIN change_set c ON c.id = l.change_set
                           WHERE l.scope = r.scope AND l.entity = r.entity AND l.key = r.key AND l.id > r.id
                             AND l.change_set <> r.change_set
                           ORDER BY c.number DESC)) AS "later!: String"
               FROM revision r
               JOIN revision n ON n.id = (SELECT MAX(id) FROM revision
                   WHERE scope = r.scope AND entity = r.entity AND key = r.key)
               LEFT JOIN revision b ON b.id = (SELECT MAX(id) FROM revision
                   WHERE scope = r.scope AND entity = r.entity AND key = r.key AND id < r.id)
               WHERE r.change_set = $1 ORDER BY r.id"#,
            set.id
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the edits of a change set"))?;
        let edits = rows
            .into_iter()
            .map(|row| {
                Ok(SetEdit {
                    name: ItemKey { entity: entity(&row.entity)?, key: row.key },
                    before: match row.before_action {
                        Some(action) => Some((action, decode(row.before)?)),
                        None => None,
                    },
                    action: row.action,
                    item: decode(row.body)?,
                    revision: row.last,
                    // What was changed and changed back stands as this set left it.
                    later: if row.stands {
                        Vec::new()
                    } else {
                        serde_json::from_str(&row.later).map_err(unreadable("numbers of change sets"))?
                    },
                })
            })
            .collect::<Result<_, Fault>>()?;
        let undone_by = set.undone_by.zip(set.undone_by_whom);
        Ok(Some(WholeSet { number, author: set.author, reason: set.reason, undone_by, edits }))
    }

    /// The number of the last change set of a scope: what a preview was made on.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn last_set(&self, viewer: &Viewer) -> Result<i64, Fault> {
        let scope = viewer.scope();
        sqlx::query_scalar!(
            r#"SELECT COALESCE(MAX(number), 0) AS "n!: i64" FROM change_set WHERE scope = $1"#,
            scope
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the last change set"))
    }
}

//! What changed, for whom: each change is looked at once, and noted with the discussions that rest on what it changed and
//! with what follows it. However it was made (by command, by import, by loading files, by another program), it is
//! found in history, so that nothing is missed and nothing is told twice.

use super::access::{Asker, Viewer, scope_of};
use super::connections::Tx;
use super::outbox::{Kind, NewPost, Post, put};
use super::settings::Setting;
use super::{Store, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::{Item, ItemKey};

use super::follows::{Often, Quiet};

/// When a channel is to be told: how often it wants to be, and when it wants to hear nothing.
#[derive(Debug, Clone, Copy)]
pub struct Timing {
    /// How often.
    pub often: Often,
    /// When not.
    pub quiet: Option<Quiet>,
}

/// How long it is waited after a change, so that what comes with it is told with it.
pub type Due<'a> = &'a (dyn Fn(Timing) -> String + Sync);

/// A revision that is told.
#[derive(Debug, Clone, PartialEq)]
pub struct News {
    /// The revision.
    pub revision: i64,
    /// The item.
    pub item: ItemKey,
    /// How it read before; nothing where it is new.
    pub before: Option<Item>,
    /// How it reads now; nothing where it is gone.
    pub after: Option<Item>,
    /// The number of the change set.
    pub set: i64,
    /// Whether it is of the public knowledge.
    pub public: bool,
    /// Who made it, by name.
    pub author: String,
    /// When.
    pub made_at: String,
    /// Why.
    pub reason: String,
}

/// The most that one message tells of.
const MOST_TOLD: i64 = 200;

impl Store {
    /// Looks at what changed since it was last looked, and notes what is to be said of it. Whether anything changed.
    ///
    /// # Errors
    /// A fault of the database; then it is looked at again.
    pub async fn notice_changes(&self, due: Due<'_>, now: &str) -> Result<bool, Fault> {
        let doing = "looking for what is to be told";
        let name = Setting::Noticed.name();
        let seen = sqlx::query!(
            r#"SELECT (SELECT CAST(value AS INTEGER) FROM setting WHERE name = $1) AS "seen: i64",
                      (SELECT COALESCE(MAX(id), 0) FROM revision) AS "last!: i64""#,
            name
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault(doing))?;
        if seen.seen == Some(seen.last) {
            return Ok(false);
        }
        let mut tx = self.begin(doing).await?;
        let row = sqlx::query!(
            r#"SELECT (SELECT CAST(value AS INTEGER) FROM setting WHERE name = $1) AS "seen: i64",
                      (SELECT COALESCE(MAX(id), 0) FROM revision) AS "last!: i64""#,
            name
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        let (seen, last) = (row.seen.unwrap_or(0), row.last);
        let at_once = due(Timing { often: Often::AtOnce, quiet: None });
        note_who_is_told(&mut tx, (seen, last), &at_once).await?;
        let to_tell = sqlx::query!(
            r#"SELECT DISTINCT f.scope, f.channel, CASE f.kind WHEN 'question' THEN f.id ELSE 0 END AS "question!: i64", f.often,
                      q.begins AS "begins: i64", q.ends AS "ends: i64", q.utc_shift AS "utc_shift: i64"
               FROM follow_news n JOIN follow f ON f.id = n.follow
                    LEFT JOIN quiet q ON q.scope = f.scope AND q.channel = f.channel
               WHERE n.revision > $1"#,
            seen
        )
        .fetch_all(&mut *tx)
        .await
        .map_err(fault(doing))?;
        for row in to_tell {
            let quiet = row.begins.zip(row.ends).zip(row.utc_shift);
            let quiet = quiet.map(|((begins, ends), utc_shift)| Quiet { begins, ends, utc_shift });
            let due_at = due(Timing { often: Often::read(&row.often).unwrap_or_default(), quiet });
            let (kind, about, key) = if row.question > 0 {
                (Kind::Known, row.question, format!("known:{}", row.question))
            } else {
                (Kind::Digest, row.channel, format!("digest:{}:{}", row.channel, row.often))
            };
            let detail = serde_json::json!({"often": row.often}).to_string();
            let (key, due_at) = (Some(key.as_str()), due_at.as_str());
            put(&mut tx, NewPost { scope: row.scope, kind, about, detail: &detail, key, due_at }).await?;
        }
        let value = last.to_string();
        sqlx::query!(
            "INSERT INTO setting (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            name,
            value
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))?;
        tracing::debug!(from = seen, to = last, %now, "looked at what changed");
        Ok(true)
    }

    /// What is to be told to a channel of what it follows so often, in the order in which it happened.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn news(&self, post: &Post, often: Often) -> Result<Vec<News>, Fault> {
        let often = often.as_str();
        let rows = sqlx::query_as!(
            NewsRow,
            r#"SELECT r.id AS "revision!: i64", r.entity AS "entity!: String", r.key AS "key!: String",
                      CASE r.action WHEN 'put' THEN r.body WHEN 'revert' THEN
                          (SELECT p.body FROM revision p WHERE p.scope = 0 AND p.entity = r.entity AND p.key = r.key ORDER BY p.id DESC LIMIT 1)
                      END AS "after: String",
                      (SELECT CASE p.action WHEN 'retract' THEN NULL ELSE p.body END FROM revision p WHERE p.entity = r.entity AND p.key = r.key
                           AND p.scope IN (0, r.scope) AND p.id < r.id ORDER BY p.scope DESC, p.id DESC LIMIT 1) AS "before: String",
                      c.number AS "set!: i64", c.scope = 0 AS "public!: bool", COALESCE(n.name, c.author) AS "author!: String",
                      c.made_at AS "made_at!: String", c.reason AS "reason!: String"
               FROM revision r JOIN change_set c ON c.id = r.change_set LEFT JOIN person n ON n.id = c.author
               WHERE r.id IN (SELECT w.revision FROM follow_news w JOIN follow f ON f.id = w.follow
                              WHERE f.scope = $1 AND f.channel = $2 AND f.often = $3)
               ORDER BY r.id LIMIT $4"#,
            post.scope,
            post.about,
            often,
            MOST_TOLD
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is to be told"))?;
        rows.into_iter().map(NewsRow::news).collect()
    }

    /// Notes that a channel was told of what it follows so often, up to a revision; whatever else it follows tells it the same
    /// no second time. What one message had no room for is to be told next.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_told(&self, post: &Post, often: Often, last: i64, now: &str) -> Result<(), Fault> {
        let (doing, often) = ("noting what was told", often.as_str());
        let mut tx = self.begin(doing).await?;
        for step in [
            sqlx::query!(
                "DELETE FROM follow_news WHERE follow IN (SELECT id FROM follow WHERE scope = $1 AND channel = $2)
                     AND revision IN (SELECT n.revision FROM follow_news n JOIN follow f ON f.id = n.follow
                                      WHERE f.scope = $1 AND f.channel = $2 AND f.often = $3 AND n.revision <= $4)",
                post.scope,
                post.about,
                often,
                last
            ),
            sqlx::query!(
                "UPDATE follow SET failures = 0 WHERE scope = $1 AND channel = $2 AND failures > 0",
                post.scope,
                post.about
            ),
            sqlx::query!("DELETE FROM outbox WHERE id = $1", post.id),
            sqlx::query!(
                "INSERT INTO outbox (scope, kind, about, detail, key, due_at)
                 SELECT $1, 'digest', $2, $4, 'digest:' || $2 || ':' || $3, $5
                 WHERE EXISTS (SELECT 1 FROM follow_news n JOIN follow f ON f.id = n.follow
                               WHERE f.scope = $1 AND f.channel = $2 AND f.often = $3)
                 ON CONFLICT (key) DO NOTHING",
                post.scope,
                post.about,
                often,
                post.detail,
                now
            ),
        ] {
            step.execute(&mut *tx).await.map_err(fault(doing))?;
        }
        tx.commit().await.map_err(fault(doing))
    }

    /// What changed of what a discussion rests on since its people were told last.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn moved(&self, post: &Post) -> Result<Vec<News>, Fault> {
        let rows = sqlx::query_as!(
            NewsRow,
            r#"SELECT r.id AS "revision!: i64", r.entity AS "entity!: String", r.key AS "key!: String",
                      CASE r.action WHEN 'put' THEN r.body END AS "after: String",
                      (SELECT CASE p.action WHEN 'retract' THEN NULL ELSE p.body END FROM revision p WHERE p.id = b.told) AS "before: String",
                      c.number AS "set!: i64", c.scope = 0 AS "public!: bool", COALESCE(n.name, c.author) AS "author!: String",
                      c.made_at AS "made_at!: String", c.reason AS "reason!: String"
               FROM basis b JOIN discussion d ON d.id = b.discussion
                    JOIN revision r ON r.id = COALESCE(
                        (SELECT o.id FROM revision o WHERE o.action <> 'revert' AND o.id =
                            (SELECT MAX(id) FROM revision WHERE scope = d.scope AND entity = b.entity AND key = b.key)),
                        (SELECT MAX(id) FROM revision WHERE scope = 0 AND entity = b.entity AND key = b.key),
                        (SELECT MAX(id) FROM revision WHERE scope = d.scope AND entity = b.entity AND key = b.key))
                    JOIN change_set c ON c.id = r.change_set LEFT JOIN person n ON n.id = c.author
               WHERE b.discussion = $1 AND r.id <> b.told
               ORDER BY b.place = 0, b.place LIMIT $2"#,
            post.about,
            MOST_TOLD
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what changed under a discussion"))?;
        rows.into_iter().map(NewsRow::news).collect()
    }

    /// Notes that the people of a discussion were told of what changed.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_moved_told(&self, post: &Post, told: &[(ItemKey, i64)]) -> Result<(), Fault> {
        let doing = "noting what was told";
        let mut tx = self.begin(doing).await?;
        for (item, revision) in told {
            let entity = item.entity.as_str();
            sqlx::query!(
                "UPDATE basis SET told = $4 WHERE discussion = $1 AND entity = $2 AND key = $3",
                post.about,
                entity,
                item.key,
                revision
            )
            .execute(&mut *tx)
            .await
            .map_err(fault(doing))?;
        }
        sqlx::query!("DELETE FROM outbox WHERE id = $1", post.id)
            .execute(&mut *tx)
            .await
            .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))
    }

    /// What changed in the knowledge that a viewer sees, after a revision or since a time, in the order in which it
    /// happened; and whether there is more.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn changes(
        &self,
        viewer: &Viewer,
        after: i64,
        since: Option<&str>,
    ) -> Result<(Vec<News>, bool), Fault> {
        let (scope, most) = (viewer.scope(), MOST_TOLD + 1);
        // Revisions stand in the order of their sets: of a time the first is found, and all after it are read from the last
        // on (`+` keeps SQLite from going by scope, which would sort everything).
        let first = sqlx::query_scalar!(
            r#"SELECT MIN(r.id) AS "first: i64" FROM revision r
               WHERE r.change_set = (SELECT MIN(id) FROM change_set WHERE made_at >= $1)"#,
            since
        );
        let after = match since {
            None => after,
            Some(_) => match first
                .fetch_one(&mut *self.reader().await?)
                .await
                .map_err(fault("reading what changed"))?
            {
                Some(first) => first - 1,
                None => i64::MAX,
            },
        };
        let rows = sqlx::query_as!(
            NewsRow,
            r#"SELECT r.id AS "revision!: i64", r.entity AS "entity!: String", r.key AS "key!: String",
                      CASE r.action WHEN 'put' THEN r.body WHEN 'revert' THEN
                          (SELECT p.body FROM revision p WHERE p.scope = 0 AND p.entity = r.entity AND p.key = r.key ORDER BY p.id DESC LIMIT 1)
                      END AS "after: String",
                      (SELECT CASE p.action WHEN 'retract' THEN NULL ELSE p.body END FROM revision p WHERE p.entity = r.entity AND p.key = r.key
                           AND p.scope IN (0, r.scope) AND p.id < r.id ORDER BY p.scope DESC, p.id DESC LIMIT 1) AS "before: String",
                      c.number AS "set!: i64", c.scope = 0 AS "public!: bool", COALESCE(n.name, c.author) AS "author!: String",
                      c.made_at AS "made_at!: String", c.reason AS "reason!: String"
               FROM revision r JOIN change_set c ON c.id = r.change_set LEFT JOIN person n ON n.id = c.author
               WHERE r.id > $2 AND +r.scope IN (0, $1) AND ($3 IS NULL OR c.made_at >= $3)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = r.scope AND h.entity = r.entity AND h.key = r.key)
               ORDER BY r.id DESC LIMIT $4"#,
            scope,
            after,
            since,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what changed"))?;
        let more = rows.len() > usize::try_from(MOST_TOLD).unwrap_or(usize::MAX);
        let mut news = rows.into_iter().map(NewsRow::news).collect::<Result<Vec<_>, _>>()?;
        news.truncate(usize::try_from(MOST_TOLD).unwrap_or(usize::MAX));
        news.reverse();
        Ok((news, more))
    }

    /// Up to which revision somebody has seen what changed in a server, and when; nothing the first time. Who looked since
    /// `lately` is still reading: what they saw before that counts.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn last_visit(&self, asker: &Asker, lately: &str) -> Result<Option<(i64, String)>, Fault> {
        let (scope, person) = visitor(asker);
        let row = sqlx::query!(
            r#"SELECT CASE WHEN seen_at >= $3 THEN before ELSE seen END AS "seen!: i64", seen_at FROM visit
               WHERE scope = $1 AND person = $2"#,
            scope,
            person,
            lately
        );
        let row = row.fetch_optional(&mut *self.reader().await?).await;
        Ok(row.map_err(fault("reading a visit"))?.map(|row| (row.seen, row.seen_at)))
    }

    /// Notes that somebody has seen what changed up to now.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_visit(&self, asker: &Asker, lately: &str, now: &str) -> Result<(), Fault> {
        let (scope, person) = visitor(asker);
        let noted = sqlx::query!(
            "INSERT INTO visit (scope, person, seen, before, seen_at)
                 VALUES ($1, $2, (SELECT COALESCE(MAX(id), 0) FROM revision), 0, $3)
             ON CONFLICT (scope, person) DO UPDATE SET seen = excluded.seen, seen_at = excluded.seen_at,
                 before = CASE WHEN seen_at >= $4 THEN before ELSE seen END",
            scope,
            person,
            now,
            lately
        );
        self.write("noting a visit", noted).await.map(|_| ())
    }
}

fn visitor(asker: &Asker) -> (i64, String) {
    (scope_of(asker.guild), asker.user.unwrap_or(0).to_string())
}

/// Notes with the discussions that rest on what changed between two revisions that they are to be told, and with what
/// follows it what that is.
async fn note_who_is_told(tx: &mut Tx, (seen, last): (i64, i64), at_once: &str) -> Result<(), Fault> {
    let doing = "noting who is to be told";
    for step in [
            sqlx::query!(
                "INSERT INTO outbox (scope, kind, about, key, due_at)
                 SELECT x.scope, k.kind, x.id, k.kind || ':' || x.id, $3
                 FROM (SELECT DISTINCT d.scope, d.id
                       FROM revision r JOIN basis b ON b.entity = r.entity AND b.key = r.key
                            JOIN discussion d ON d.id = b.discussion
                       WHERE r.id > $1 AND r.id <= $2 AND r.scope IN (0, d.scope) AND r.id > b.told) x,
                      (SELECT 'moved' AS kind UNION ALL SELECT 'tally') k
                 WHERE true
                 ON CONFLICT (key) DO NOTHING",
            seen,
            last,
            at_once
        ),
        // What a revision is about is what the item was about before, too.
            sqlx::query!(
                "INSERT INTO follow_news (follow, revision)
                 SELECT DISTINCT f.id, r.id
                 FROM revision r JOIN revision_actor a ON a.revision IN (r.id,
                          (SELECT MAX(p.id) FROM revision p WHERE p.entity = r.entity AND p.key = r.key AND p.scope IN (0, r.scope)
                               AND p.id < r.id AND p.action = 'put'))
                      JOIN follow f ON f.first = a.actor AND f.kind <> 'area' JOIN change_set c ON c.id = r.change_set
                 WHERE r.id > $1 AND r.id <= $2 AND r.id > f.seen AND r.scope IN (0, f.scope) AND f.paused_at IS NULL
                   AND (c.channel IS NULL OR c.channel <> f.home)
                   AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = f.scope AND h.scope = r.scope AND h.entity = r.entity AND h.key = r.key)
                   AND (f.kind <> 'organisation' OR r.entity = 'membership')
                   AND (f.second = '' OR EXISTS (SELECT 1 FROM revision_actor o WHERE o.actor = f.second AND o.revision = a.revision))
                   AND (f.kind <> 'question' OR r.action = 'put')
                 ON CONFLICT DO NOTHING",
                seen,
                last
            ),
            sqlx::query!(
                "INSERT INTO follow_news (follow, revision)
                 SELECT DISTINCT f.id, r.id
                 FROM revision r JOIN follow f ON f.kind = 'area' AND f.first IN (r.body ->> '$.area',
                          (SELECT p.body ->> '$.area' FROM revision p WHERE p.entity = r.entity AND p.key = r.key
                               AND p.scope IN (0, r.scope) AND p.id < r.id AND p.action = 'put' ORDER BY p.id DESC LIMIT 1))
                      JOIN change_set c ON c.id = r.change_set
                 WHERE r.id > $1 AND r.id <= $2 AND r.entity = 'statement' AND r.id > f.seen AND r.scope IN (0, f.scope) AND f.paused_at IS NULL
                   AND (c.channel IS NULL OR c.channel <> f.home)
                   AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = f.scope AND h.scope = r.scope AND h.entity = r.entity AND h.key = r.key)
                 ON CONFLICT DO NOTHING",
                seen,
                last
            ),
        ] {
            step.execute(&mut **tx).await.map_err(fault(doing))?;
        }
    Ok(())
}

struct NewsRow {
    revision: i64,
    entity: String,
    key: String,
    before: Option<String>,
    after: Option<String>,
    set: i64,
    public: bool,
    author: String,
    made_at: String,
    reason: String,
}

impl NewsRow {
    fn news(self) -> Result<News, Fault> {
        let item = |body: Option<String>| -> Result<Option<Item>, Fault> {
            body.map(|body| serde_json::from_str(&body).map_err(unreadable("an item"))).transpose()
        };
        Ok(News {
            revision: self.revision,
            item: ItemKey { entity: super::history::entity(&self.entity)?, key: self.key },
            before: item(self.before)?,
            after: item(self.after)?,
            set: self.set,
            public: self.public,
            author: self.author,
            made_at: self.made_at,
            reason: self.reason,
        })
    }
}

//! People and servers: grants, the audit, what is kept of a person, and erasing it all.

use super::access::{Curator, Editor};
use super::{Store, fault};
use crate::access::AccessLevel;
use crate::error::Fault;

/// To whom a level is granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holder {
    /// Everybody with a role; the role with the server's own id is everyone.
    Role(u64),
    /// One person, whatever their roles say.
    Member(u64),
}

impl Holder {
    fn parts(self) -> (&'static str, String) {
        match self {
            Self::Role(id) => ("role", id.to_string()),
            Self::Member(id) => ("member", id.to_string()),
        }
    }
}

/// A line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When, RFC 3339.
    pub made_at: String,
    /// Who, by name where that is known.
    pub author: String,
    /// What was done: `change`, `grant`, `refused`…
    pub action: String,
    /// About what.
    pub detail: String,
}

/// Who history says did what a person did whose data is erased.
const ERASED: &str = "erased";

/// How many lines are kept that are too long for a control’s id: some tens of megabytes, and years of use.
const MOST_LINES: i64 = 100_000;

impl Store {
    /// Notes in the audit what was done.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_audit(&self, by: &Editor, action: &str, detail: &str, now: &str) -> Result<(), Fault> {
        self.note(by.scope, by.author(), action, detail, now).await
    }

    pub(super) async fn note(
        &self,
        scope: i64,
        author: &str,
        action: &str,
        detail: &str,
        now: &str,
    ) -> Result<(), Fault> {
        self.write(
            "writing the audit",
            sqlx::query!(
                "INSERT INTO audit (scope, made_at, author, action, detail) VALUES (?1, ?2, ?3, ?4, ?5)",
                scope,
                now,
                author,
                action,
                detail
            ),
        )
        .await
        .map(|_| ())
    }

    /// Notes an attempt that was refused: once an hour, however often it is made.
    pub(super) async fn note_refusal(
        &self,
        scope: i64,
        author: &str,
        detail: &str,
        now: &str,
    ) -> Result<(), Fault> {
        let hour = now.get(..13).unwrap_or(now);
        self.write(
            "writing the audit",
            sqlx::query!(
                "INSERT INTO audit (scope, made_at, author, action, detail)
             SELECT ?1, ?2, ?3, 'refused', ?4 WHERE NOT EXISTS
                 (SELECT 1 FROM audit WHERE scope = ?1 AND author = ?3 AND action = 'refused' AND detail = ?4
                      AND made_at >= ?5)",
                scope,
                now,
                author,
                detail,
                hour
            ),
        )
        .await
        .map(|_| ())
    }

    pub(super) async fn note_person(&self, id: &str, name: &str) -> Result<(), Fault> {
        // Most often the name is known: a read is cheaper than taking the lock for writing.
        let known = sqlx::query_scalar!("SELECT name FROM person WHERE id = ?1", id)
            .fetch_optional(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a name"))?;
        if known.as_deref() == Some(name) {
            return Ok(());
        }
        self.write("noting a name", sqlx::query!(
            "INSERT INTO person (id, name) VALUES (?1, ?2) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
            id,
            name
        )).await.map(|_| ())
    }

    /// The audit of an editor's scope, latest first: change sets and all else that was done.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn audit(&self, editor: &Editor, most: i64) -> Result<Vec<AuditLine>, Fault> {
        let scope = editor.scope;
        sqlx::query_as!(
            AuditLine,
            r#"SELECT x.made_at AS "made_at!: String", COALESCE(p.name, x.author) AS "author!: String",
                      x.action AS "action!: String", x.detail AS "detail!: String"
               FROM (SELECT made_at, author, action, detail, id FROM audit WHERE scope = ?1
                     UNION ALL
                     SELECT made_at, author, CASE WHEN undoes IS NULL THEN 'change' ELSE 'undo' END,
                            '#' || number || ': ' || reason, id
                     FROM change_set WHERE scope = ?1) x
               LEFT JOIN person p ON p.id = x.author
               ORDER BY x.made_at DESC, x.id DESC LIMIT ?2 + 0"#,
            scope,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the audit"))
    }

    /// The grants of a server: holder and level.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn grants(&self, curator: &Curator) -> Result<Vec<(Holder, AccessLevel)>, Fault> {
        let scope = curator.scope;
        let rows = sqlx::query!(
            "SELECT kind, holder, level FROM access_grant WHERE scope = ?1 ORDER BY kind DESC, level, holder",
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading grants"))?;
        Ok(rows
            .into_iter()
            .filter_map(|row| {
                let id = row.holder.parse().ok()?;
                let holder = if row.kind == "role" { Holder::Role(id) } else { Holder::Member(id) };
                Some((holder, row.level.parse().ok()?))
            })
            .collect())
    }

    /// Grants a level.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn grant(
        &self,
        curator: &Curator,
        holder: Holder,
        level: AccessLevel,
        now: &str,
    ) -> Result<(), Fault> {
        let (kind, id) = holder.parts();
        let (scope, word) = (curator.scope, level.as_str());
        self.write(
            "granting access",
            sqlx::query!(
                "INSERT INTO access_grant (scope, kind, holder, level) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (scope, kind, holder) DO UPDATE SET level = excluded.level",
                scope,
                kind,
                id,
                word
            ),
        )
        .await?;
        self.note(scope, curator.author(), "grant", &format!("{word} to {kind} {id}"), now).await
    }

    /// Takes a grant back; gives whether there was one.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn revoke(&self, curator: &Curator, holder: Holder, now: &str) -> Result<bool, Fault> {
        let (kind, id) = holder.parts();
        let scope = curator.scope;
        let done = self
            .write(
                "revoking access",
                sqlx::query!(
                    "DELETE FROM access_grant WHERE scope = ?1 AND kind = ?2 AND holder = ?3",
                    scope,
                    kind,
                    id
                ),
            )
            .await?;
        if done == 0 {
            return Ok(false);
        }
        self.note(scope, curator.author(), "revoke", &format!("{kind} {id}"), now).await?;
        Ok(true)
    }

    /// Erases everything of a server: knowledge, history, proposals, grants, audit.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing is erased.
    pub async fn erase_server(&self, curator: &Curator) -> Result<(), Fault> {
        self.erase_scope(curator.scope).await
    }

    pub(super) async fn erase_scope(&self, scope: i64) -> Result<(), Fault> {
        if scope <= 0 {
            return Err(Fault::new("erasing a server", "the public scope is not one"));
        }
        let erasing = "erasing a server";
        let mut tx = self.begin(erasing).await?;
        // What refers comes before what is referred to.
        for erase in [
            sqlx::query!("DELETE FROM proposal WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM draft WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM statement WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM recommendation WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM membership WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM source WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM area WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM ambiguity WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM actor WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM mask WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM revision WHERE scope = ?1", scope),
            sqlx::query!("UPDATE change_set SET undoes = NULL WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM change_set WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM access_grant WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM editor_seen WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM audit WHERE scope = ?1", scope),
            sqlx::query!("DELETE FROM departure WHERE scope = ?1", scope),
        ] {
            erase.execute(&mut *tx).await.map_err(fault(erasing))?;
        }
        tx.commit().await.map_err(fault(erasing))?;
        self.note_erasure(scope);
        Ok(())
    }

    /// Everything that is kept about a person, as lines of text: name, layout, what they did where.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn data_of(&self, user: u64) -> Result<Vec<String>, Fault> {
        let id = user.to_string();
        sqlx::query_scalar!(
            r#"SELECT x.line AS "line!: String" FROM (
                   SELECT 0 AS kind, '' AS at, 'Name: ' || name AS line FROM person WHERE id = ?1
                   UNION ALL SELECT 1, '', 'Layout: ' || layout FROM reader WHERE id = ?1
                   UNION ALL SELECT 2, '', 'Access in server ' || scope || ': ' || level FROM access_grant
                       WHERE kind = 'member' AND holder = ?1
                   UNION ALL SELECT 3, made_at, made_at || ' server ' || scope || ': change set ' || number || ', ' || reason
                       FROM change_set WHERE author = ?1
                   UNION ALL SELECT 4, made_at, made_at || ' server ' || scope || ': proposal ' || number || ', ' || reason
                       FROM proposal WHERE author = ?1
                   UNION ALL SELECT 4, decided_at, decided_at || ' server ' || scope || ': decided proposal ' || number
                       FROM proposal WHERE decided_by = ?1
                   UNION ALL SELECT 5, made_at, made_at || ' server ' || scope || ': ' || action || ', ' || detail
                       FROM audit WHERE author = ?1
                   UNION ALL SELECT 6, made_at, made_at || ' server ' || scope || ': draft ' || body FROM draft WHERE author = ?1
                   UNION ALL SELECT 7, seen_at, seen_at || ' server ' || scope || ': edited last' FROM editor_seen
                       WHERE person = ?1) x
               ORDER BY x.kind, x.at"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is kept of a person"))
    }

    /// Erases what is kept about a person. What they contributed stays, by nobody.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing is erased.
    pub async fn erase_person(&self, user: u64) -> Result<(), Fault> {
        let (id, erasing) = (user.to_string(), "erasing a person's data");
        let mut tx = self.begin(erasing).await?;
        for erase in [
            sqlx::query!("DELETE FROM person WHERE id = ?1", id),
            sqlx::query!("DELETE FROM reader WHERE id = ?1", id),
            sqlx::query!("DELETE FROM draft WHERE author = ?1", id),
            sqlx::query!("DELETE FROM editor_seen WHERE person = ?1", id),
            // What waits is withdrawn. What servers granted or denied is theirs, and stays.
            sqlx::query!(
                "UPDATE proposal SET status = 'rejected', decided_by = ?2, verdict = 'withdrawn'
                 WHERE author = ?1 AND status = 'open'",
                id,
                ERASED
            ),
            sqlx::query!("UPDATE change_set SET author = ?2 WHERE author = ?1", id, ERASED),
            sqlx::query!("UPDATE proposal SET author = ?2, link = NULL WHERE author = ?1", id, ERASED),
            sqlx::query!("UPDATE proposal SET decided_by = ?2 WHERE decided_by = ?1", id, ERASED),
            sqlx::query!("UPDATE audit SET author = ?2 WHERE author = ?1", id, ERASED),
            sqlx::query!(
                "UPDATE audit SET detail = replace(detail, ?1, ?2) WHERE detail LIKE '%' || ?1 || '%'",
                id,
                ERASED
            ),
        ] {
            erase.execute(&mut *tx).await.map_err(fault(erasing))?;
        }
        tx.commit().await.map_err(fault(erasing))?;
        self.layouts.forget(user);
        Ok(())
    }

    /// Notes that the bot was removed from a server; from now on its time runs.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_departure(&self, guild: u64, now: &str) -> Result<(), Fault> {
        let scope = super::access::scope_of(Some(guild));
        self.write(
            "noting a departure",
            sqlx::query!("INSERT OR IGNORE INTO departure (scope, left_at) VALUES (?1, ?2)", scope, now),
        )
        .await
        .map(|_| ())
    }

    /// Notes that the bot is in these servers (again).
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_presence(&self, guilds: &[u64]) -> Result<(), Fault> {
        let gone = sqlx::query_scalar!("SELECT scope FROM departure")
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("reading departures"))?;
        for guild in guilds {
            let scope = super::access::scope_of(Some(*guild));
            if gone.contains(&scope) {
                self.write("noting a return", sqlx::query!("DELETE FROM departure WHERE scope = ?1", scope))
                    .await?;
            }
        }
        Ok(())
    }

    /// Notes that the bot is in no other server than these: the time of those that have something here
    /// and are not among them runs from now, if it does not yet.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_absence_but(&self, guilds: &[u64], now: &str) -> Result<(), Fault> {
        let present: Vec<i64> = guilds.iter().map(|guild| super::access::scope_of(Some(*guild))).collect();
        let present = serde_json::to_string(&present).map_err(|e| Fault::new("encoding servers", e))?;
        self.write(
            "noting absences",
            sqlx::query!(
                "INSERT OR IGNORE INTO departure (scope, left_at)
             SELECT x.scope, ?2 FROM (SELECT scope FROM change_set UNION SELECT scope FROM proposal
                 UNION SELECT scope FROM access_grant UNION SELECT scope FROM audit) x
             WHERE x.scope > 0 AND x.scope NOT IN (SELECT value FROM json_each(?1))",
                present,
                now
            ),
        )
        .await
        .map(|_| ())
    }

    /// Takes out what is past its time: drafts older than one time, servers left before another; and of long lines
    /// behind controls what is more than `MOST_LINES`.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn tidy_up(&self, drafts_before: &str, left_before: &str) -> Result<usize, Fault> {
        self.write(
            "taking old drafts away",
            sqlx::query!("DELETE FROM draft WHERE made_at < ?1", drafts_before),
        )
        .await?;
        // Whose control it was is told that it has expired.
        self.write(
            "taking long lines away",
            sqlx::query!(
                "DELETE FROM long_line WHERE id IN (SELECT id FROM long_line LIMIT -1 OFFSET ?1)",
                MOST_LINES
            ),
        )
        .await?;
        let scopes = sqlx::query_scalar!("SELECT scope FROM departure WHERE left_at < ?1", left_before)
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("reading departures"))?;
        for scope in &scopes {
            self.erase_scope(*scope).await?;
        }
        Ok(scopes.len())
    }
}

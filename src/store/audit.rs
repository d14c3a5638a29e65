//! The audit: what was done in a server beside changes of knowledge, and what was refused.

use super::access::Editor;
use super::{Store, fault};
use crate::error::Fault;

/// A line of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditLine {
    /// When, RFC 3339.
    pub made_at: String,
    /// Who: a Discord id, with the name where that is known, or a word for the machine’s own.
    pub author: String,
    /// What was done: `change`, `grant`, `refused`…
    pub action: String,
    /// The rest, with the person whom it is about.
    pub detail: String,
}

impl Store {
    /// Notes an attempt that was refused: once an hour, however often it is made.
    pub(super) async fn note_refusal(
        &self,
        scope: i64,
        author: &str,
        detail: &str,
        now: &str,
    ) -> Result<(), Fault> {
        let hour = now.get(..13).unwrap_or(now);
        let noted = sqlx::query!(
            "INSERT INTO audit (scope, made_at, author, action, detail)
             SELECT $1, $2, $3, 'refused', $4 WHERE NOT EXISTS
                 (SELECT 1 FROM audit WHERE scope = $1 AND author = $3 AND action = 'refused' AND detail = $4
                      AND made_at >= $5)",
            scope,
            now,
            author,
            detail,
            hour
        );
        self.write("writing the audit", noted).await.map(|_| ())
    }

    /// The audit of an editor's scope, latest first: change sets and all else that was done.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn audit(&self, editor: &Editor, most: i64) -> Result<Vec<AuditLine>, Fault> {
        let scope = editor.scope;
        sqlx::query_as!(
            AuditLine,
            r#"SELECT x.made_at AS "made_at!: String", COALESCE(p.name || ' (' || p.id || ')', x.author) AS "author!: String",
                      x.action AS "action!: String",
                      x.detail || COALESCE(' · ' || COALESCE(o.name || ' (' || o.id || ')', x.about), '') AS "detail!: String"
               FROM (SELECT made_at, author, action, detail, about, id FROM audit WHERE scope = $1
                     UNION ALL
                     SELECT made_at, author, CASE WHEN undoes IS NULL THEN 'change' ELSE 'undo' END,
                            '#' || number || ': ' || reason, NULL, id
                     FROM change_set WHERE scope = $1) x
               LEFT JOIN person p ON p.id = x.author LEFT JOIN person o ON o.id = x.about
               ORDER BY x.made_at DESC, x.id DESC LIMIT $2"#,
            scope,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the audit"))
    }
}

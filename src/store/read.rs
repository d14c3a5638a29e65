//! Reading knowledge. Each function is one read: one range of an index and the rows it names.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Store, Viewer, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::{CitedStatement, Recommendation, Source, Statement};

/// The most rows that one question reads; an answer that reaches it says so.
pub const MOST_ROWS: i64 = 2_000;

/// How many statements there are about a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairCount {
    /// Whose policy.
    pub subject: String,
    /// Towards whom.
    pub partner: String,
    /// How many statements.
    pub statements: i64,
}

/// A source and how much rests on it.
#[derive(Debug, Clone)]
pub struct SourceUse {
    /// The source.
    pub source: Source,
    /// How many statements, recommendations and memberships cite it.
    pub uses: i64,
}

/// Keys or rows as a JSON array, which a statement takes as one value.
pub(super) fn json<T: Serialize>(rows: &[T]) -> Result<String, Fault> {
    serde_json::to_string(rows).map_err(|e| Fault::new("encoding rows", e))
}

pub(super) fn decode<T: DeserializeOwned>(body: &str, what: &'static str) -> Result<T, Fault> {
    serde_json::from_str(body).map_err(unreadable(what))
}

/// What cites a source.
pub(super) trait Cites: DeserializeOwned {
    /// What it is, for a fault.
    const WHAT: &'static str;

    /// The key of its source.
    fn cited(&self) -> &str;
}

impl Cites for Statement {
    const WHAT: &'static str = "a statement";

    fn cited(&self) -> &str {
        &self.source
    }
}

impl Cites for Recommendation {
    const WHAT: &'static str = "a recommendation";

    fn cited(&self) -> &str {
        &self.source
    }
}

impl Store {
    /// Items as they are written, each with its source.
    pub(super) async fn with_sources<T: Cites>(
        &self,
        viewer: &Viewer,
        bodies: impl Iterator<Item = &str>,
    ) -> Result<Vec<(T, Arc<Source>)>, Fault> {
        let items: Result<Vec<T>, Fault> = bodies.map(|body| decode(body, T::WHAT)).collect();
        let items = items?;
        let sources = self.seen_sources(viewer, items.iter().map(T::cited)).await?;
        items
            .into_iter()
            .map(|item| {
                let source = sources.get(item.cited())?;
                Ok((item, source))
            })
            .collect()
    }

    /// Statements as they are written, each with its source.
    pub(super) async fn cited(
        &self,
        viewer: &Viewer,
        bodies: impl Iterator<Item = &str>,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let found = self.with_sources(viewer, bodies).await?;
        Ok(found.into_iter().map(|(statement, source)| CitedStatement::new(statement, source)).collect())
    }
}

impl Store {
    /// The benefits of a subject from a partner, best rank first, then in the order of the sources.
    /// Deprecated ones are left out.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn benefits(
        &self,
        viewer: &Viewer,
        subject: &str,
        partner: &str,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let guild = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT p.body
               FROM statement_partner p
               WHERE p.subject = $2 AND p.partner = $3 AND p.scope IN (0, $1)
                 AND p.rank < 2 AND p.kind = 'benefit' AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, $1) AND o.rank < 2
                        AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key)))
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
               ORDER BY p.rank, p.position, p.statement
               LIMIT $4"#,
            guild,
            subject,
            partner,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading benefits"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// Every statement of a subject, whomever it is towards, in the order of the sources; in one
    /// area or in all. Deprecated ones come too, last of their area.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn statements_of(
        &self,
        viewer: &Viewer,
        subject: &str,
        area: Option<&str>,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let guild = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT sr.body AS "statement!"
               FROM statement s
               JOIN revision sr ON sr.id = s.revision
               WHERE s.subject = $2 AND s.scope IN (0, $1) AND ($3 IS NULL OR s.area = $3)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)
               ORDER BY s.rank = 2, s.position, s.id
               LIMIT $4"#,
            guild,
            subject,
            area,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading statements of a subject"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// The areas in which a subject has statements, towards a partner or at all, in the order of the sources.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn areas_of(
        &self,
        viewer: &Viewer,
        subject: &str,
        partner: Option<&str>,
    ) -> Result<Vec<String>, Fault> {
        let guild = viewer.scope();
        sqlx::query_scalar!(
            r#"SELECT s.area AS "area!: String"
               FROM statement s
               WHERE s.subject = $2 AND s.scope IN (0, $1) AND ($3 IS NULL OR EXISTS
                     (SELECT 1 FROM statement_partner p WHERE p.statement = s.id AND p.partner = $3))
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)
               GROUP BY s.area ORDER BY MIN(s.position)"#,
            guild,
            subject,
            partner
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading areas"))
    }

    /// The recommendations made to a subject, best rank first, then in the order of the sources.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn recommendations_to(
        &self,
        viewer: &Viewer,
        subject: &str,
    ) -> Result<Vec<(Recommendation, Arc<Source>)>, Fault> {
        let guild = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT sr.body AS "recommendation!"
               FROM recommendation s
               JOIN revision sr ON sr.id = s.revision
               WHERE s.subject = $2 AND s.scope IN (0, $1) AND s.rank < 2
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'recommendation' AND h.key = s.key)
               ORDER BY s.rank, s.position, s.id
               LIMIT $3"#,
            guild, subject, MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading recommendations"))?;
        self.with_sources(viewer, bodies.iter().map(String::as_str)).await
    }

    /// The pairs with statements in which one of two actors is a side, and how many: first the two
    /// with each other, then the others, most first, at most `most`.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn pairs_with(
        &self,
        viewer: &Viewer,
        first: &str,
        second: &str,
        most: u32,
    ) -> Result<Vec<PairCount>, Fault> {
        let guild = viewer.scope();
        sqlx::query_as!(
            PairCount,
            r#"SELECT p.subject, p.partner, COUNT(*) AS "statements!"
               FROM statement_partner p
               WHERE (p.subject IN ($2, $3) OR p.partner IN ($2, $3)) AND p.scope IN (0, $1) AND p.rank < 2
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
               GROUP BY p.subject, p.partner
               ORDER BY p.subject IN ($2, $3) AND p.partner IN ($2, $3) DESC, 3 DESC, 1, 2 LIMIT $4"#,
            guild,
            first,
            second,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("counting statements"))
    }

    /// Every source that a viewer may see, by key, with how much rests on it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn sources(&self, viewer: &Viewer) -> Result<Vec<SourceUse>, Fault> {
        let guild = viewer.scope();
        let rows = sqlx::query!(
            r#"SELECT r.body AS "source!",
                      (SELECT COUNT(*) FROM statement s WHERE s.source = c.key AND s.scope IN (0, $1)
                          AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key))
                    + (SELECT COUNT(*) FROM recommendation s WHERE s.source = c.key AND s.scope IN (0, $1)
                          AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'recommendation' AND h.key = s.key))
                    + (SELECT COUNT(*) FROM membership s WHERE s.source = c.key AND s.scope IN (0, $1)
                          AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'membership' AND h.key = s.key))
                    AS "uses!: i64"
               FROM source c JOIN revision r ON r.id = c.revision
               WHERE c.scope IN (0, $1)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = c.scope AND h.entity = 'source' AND h.key = c.key)
               ORDER BY c.key"#,
            guild
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading sources"))?;
        rows.into_iter()
            .map(|row| Ok(SourceUse { source: decode(&row.source, "a source")?, uses: row.uses }))
            .collect()
    }

    /// How many statements a viewer sees in each area; deprecated ones are not counted.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn area_counts(&self, viewer: &Viewer) -> Result<HashMap<String, i64>, Fault> {
        let guild = viewer.scope();
        let rows = sqlx::query!(
            r#"SELECT s.area, COUNT(*) AS "statements!"
               FROM statement s
               WHERE s.scope IN (0, $1) AND s.rank < 2
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)
               GROUP BY s.area"#,
            guild
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("counting statements by area"))?;
        Ok(rows.into_iter().map(|row| (row.area, row.statements)).collect())
    }

    /// How many revisions there are in all scopes: the length of history.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn revisions(&self) -> Result<i64, Fault> {
        sqlx::query_scalar!(r#"SELECT COUNT(*) AS "n!" FROM revision"#)
            .fetch_one(&mut *self.reader().await?)
            .await
            .map_err(fault("counting revisions"))
    }
}

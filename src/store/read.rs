//! Reading knowledge. Each function is one read: one range of an index and the rows it names.

use std::collections::HashMap;
use std::sync::Arc;

use serde::de::DeserializeOwned;

use super::{Store, Viewer, fault, unreadable};
use crate::error::Fault;
use crate::knowledge::{CitedStatement, Direction, PartialDate, Recommendation, Source, Statement};

/// The most rows that one question reads; an answer that reaches it says so.
pub const MOST_ROWS: i64 = 2_000;

/// How much there is between a subject and others; framing and what only says something again is not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Between {
    /// Statements.
    pub statements: usize,
    /// Areas in which there are any.
    pub areas: usize,
    /// Dated facts.
    pub dated: usize,
    /// Facts with a figure.
    pub figures: usize,
    /// The keys of their sources.
    pub sources: Vec<String>,
}

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

/// Keys as a JSON array, which a statement takes as one value.
pub(super) fn json<T: AsRef<str>>(keys: &[T]) -> Result<String, Fault> {
    let keys: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
    serde_json::to_string(&keys).map_err(|e| Fault::new("encoding keys", e))
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
    /// The statements in which a source sums up its judgement of a subject’s policy towards these partners, each with
    /// the partner: first those towards that partner alone, then in the order of the sources; in one area or in all.
    /// Left out are those that only say another again which is here too.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn verdicts(
        &self,
        viewer: &Viewer,
        subject: &str,
        partners: &[String],
        area: Option<&str>,
    ) -> Result<Vec<(String, CitedStatement)>, Fault> {
        let guild = viewer.scope();
        let partners = json(partners)?;
        let rows = sqlx::query!(
            r#"SELECT p.partner, p.body AS statement
               FROM json_each(?3) k CROSS JOIN statement_partner p
               WHERE p.subject = ?2 AND p.partner = k.value AND p.scope IN (0, ?1) AND p.rank = 0
                 AND (?4 IS NULL OR p.area = ?4) AND p.kind <> 'benefit' AND p.framing = 0
                 AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, ?1) AND o.rank < 2
                        AND NOT (o.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                            WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key))))
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY p.partners, p.position, p.statement LIMIT ?5 + 0"#,
            guild,
            subject,
            partners,
            area,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading judgements about a pair"))?;
        let found = self.cited(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        Ok(rows.into_iter().map(|row| row.partner).zip(found).collect())
    }

    /// Every statement between a subject and these others, either way, each with the other; in one area or in all,
    /// newest first, undated ones last in the order of the sources. Deprecated ones come too.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn between(
        &self,
        viewer: &Viewer,
        subject: &str,
        others: &[String],
        area: Option<&str>,
    ) -> Result<Vec<(String, CitedStatement)>, Fault> {
        let guild = viewer.scope();
        let others = json(others)?;
        let rows = sqlx::query!(
            r#"SELECT p.other AS "other!: String", p.body AS "statement!: String"
               FROM (SELECT partner AS other, * FROM statement_partner
                         WHERE subject = ?2 AND partner IN (SELECT value FROM json_each(?3))
                     UNION ALL SELECT subject, * FROM statement_partner
                         WHERE partner = ?2 AND subject IN (SELECT value FROM json_each(?3))) p
               WHERE p.scope IN (0, ?1) AND (?4 IS NULL OR p.area = ?4)
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY p.day DESC, p.position, p.statement
               LIMIT ?5 + 0"#,
            guild,
            subject,
            others,
            area,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading statements about a pair"))?;
        let found = self.cited(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        Ok(rows.into_iter().map(|row| row.other).zip(found).collect())
    }

    /// The newest dated facts between two that are live on a day, at most so many: one’s, the other’s, or both.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn newest_between(
        &self,
        viewer: &Viewer,
        (subject, partner): (&str, &str),
        direction: Direction,
        day: PartialDate,
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let guild = viewer.scope();
        let day = day.to_string();
        let (to, from) = (direction != Direction::From, direction != Direction::To);
        let bodies = sqlx::query_scalar!(
            r#"SELECT p.body AS "statement!: String"
               FROM (SELECT body, day, position, statement, key, scope, ended, framing FROM statement_partner
                         WHERE ?5 AND subject = ?2 AND partner = ?3 AND kind = 'fact' AND rank < 2
                     UNION ALL SELECT body, day, position, statement, key, scope, ended, framing FROM statement_partner
                         WHERE ?6 AND subject = ?3 AND partner = ?2 AND kind = 'fact' AND rank < 2) p
               WHERE p.scope IN (0, ?1) AND p.day IS NOT NULL AND p.framing = 0 AND (p.ended IS NULL OR p.ended > ?4)
                 AND p.body ->> 'credibility' <= 3
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
                 AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope IN (0, ?1)
                     AND NOT (o.scope = 0 AND EXISTS
                         (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key)))
               ORDER BY p.day DESC, p.position, p.statement
               LIMIT ?7 + 0"#,
            guild,
            subject,
            partner,
            day,
            to,
            from,
            most
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading the newest facts about a pair"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// How much there is between a subject and these others, in one area or in all; figures as far as they are live on
    /// a day.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn count_between(
        &self,
        viewer: &Viewer,
        subject: &str,
        others: &[String],
        area: Option<&str>,
        direction: Direction,
        day: PartialDate,
    ) -> Result<Between, Fault> {
        let guild = viewer.scope();
        let others = json(others)?;
        let day = day.to_string();
        let (to, from) = (direction != Direction::From, direction != Direction::To);
        let row = sqlx::query!(
            r#"SELECT COUNT(DISTINCT p.key) AS "statements!: i64", COUNT(DISTINCT p.area) AS "areas!: i64",
                      COUNT(DISTINCT CASE WHEN p.kind = 'fact' AND p.dated IS NOT NULL THEN p.key END) AS "dated!: i64",
                      COUNT(DISTINCT CASE WHEN p.kind = 'fact' AND p.unit > '' AND (p.ended IS NULL OR p.ended > ?5)
                          AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope IN (0, ?1)
                              AND NOT (o.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                                  WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key)))
                          THEN p.key END) AS "figures!: i64",
                      json_group_array(DISTINCT p.source) AS "sources!: String"
               FROM (SELECT key, area, kind, dated, unit, source, scope, rank, repeats, framing, ended
                         FROM statement_partner WHERE ?6 AND subject = ?2 AND partner IN (SELECT value FROM json_each(?3))
                     UNION ALL SELECT key, area, kind, dated, unit, source, scope, rank, repeats, framing, ended
                         FROM statement_partner WHERE ?7 AND partner = ?2 AND subject IN (SELECT value FROM json_each(?3))) p
               WHERE p.scope IN (0, ?1) AND p.rank < 2 AND p.repeats = 0 AND p.framing = 0
                 AND (?4 IS NULL OR p.area = ?4)
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))"#,
            guild,
            subject,
            others,
            area,
            day,
            to,
            from
        )
        .fetch_one(&self.readers)
        .await
        .map_err(fault("counting what is between two"))?;
        let number = |rows: i64| usize::try_from(rows).unwrap_or(0);
        Ok(Between {
            statements: number(row.statements),
            areas: number(row.areas),
            dated: number(row.dated),
            figures: number(row.figures),
            sources: decode(&row.sources, "keys of sources")?,
        })
    }

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
               WHERE p.subject = ?2 AND p.partner = ?3 AND p.scope IN (0, ?1)
                 AND p.rank < 2 AND p.kind = 'benefit' AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, ?1) AND o.rank < 2
                        AND NOT (o.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                            WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key))))
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY p.rank, p.position, p.statement
               LIMIT ?4 + 0"#,
            guild,
            subject,
            partner,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
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
               WHERE s.subject = ?2 AND s.scope IN (0, ?1) AND (?3 IS NULL OR s.area = ?3)
                 AND NOT (s.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))
               ORDER BY s.rank = 2, s.position, s.id
               LIMIT ?4 + 0"#,
            guild,
            subject,
            area,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
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
               WHERE s.subject = ?2 AND s.scope IN (0, ?1) AND (?3 IS NULL OR EXISTS
                     (SELECT 1 FROM statement_partner p WHERE p.statement = s.id AND p.partner = ?3))
                 AND NOT (s.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))
               GROUP BY s.area ORDER BY MIN(s.position)"#,
            guild,
            subject,
            partner
        )
        .fetch_all(&self.readers)
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
               WHERE s.subject = ?2 AND s.scope IN (0, ?1) AND s.rank < 2
                 AND NOT (s.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'recommendation' AND m.key = s.key))
               ORDER BY s.rank, s.position, s.id
               LIMIT ?3 + 0"#,
            guild, subject, MOST_ROWS
        )
        .fetch_all(&self.readers)
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
               WHERE (p.subject IN (?2, ?3) OR p.partner IN (?2, ?3)) AND p.scope IN (0, ?1) AND p.rank < 2
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               GROUP BY p.subject, p.partner
               ORDER BY p.subject IN (?2, ?3) AND p.partner IN (?2, ?3) DESC, 3 DESC, 1, 2 LIMIT ?4 + 0"#,
            guild,
            first,
            second,
            most
        )
        .fetch_all(&self.readers)
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
                      (SELECT COUNT(*) FROM statement s WHERE s.source = c.key AND s.scope IN (0, ?1)
                          AND NOT (s.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                              WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key)))
                    + (SELECT COUNT(*) FROM recommendation s WHERE s.source = c.key AND s.scope IN (0, ?1)
                          AND NOT (s.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                              WHERE m.scope = ?1 AND m.entity = 'recommendation' AND m.key = s.key)))
                    + (SELECT COUNT(*) FROM membership s WHERE s.source = c.key AND s.scope IN (0, ?1)
                          AND NOT (s.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                              WHERE m.scope = ?1 AND m.entity = 'membership' AND m.key = s.key)))
                    AS "uses!: i64"
               FROM source c JOIN revision r ON r.id = c.revision
               WHERE c.scope IN (0, ?1)
                 AND NOT (c.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'source' AND m.key = c.key))
               ORDER BY c.key"#,
            guild
        )
        .fetch_all(&self.readers)
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
               WHERE s.scope IN (0, ?1) AND s.rank < 2
                 AND NOT (s.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))
               GROUP BY s.area"#,
            guild
        )
        .fetch_all(&self.readers)
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
            .fetch_one(&self.readers)
            .await
            .map_err(fault("counting revisions"))
    }
}

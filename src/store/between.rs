//! Reading what is recorded between a subject and others: judgements, the newest, everything, and how much.

use super::read::{MOST_ROWS, decode, json};
use super::{Store, Viewer, fault};
use crate::error::Fault;
use crate::knowledge::{CitedStatement, Direction, PartialDate, Period};

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
               FROM statement_partner p
               WHERE p.subject = $2 AND p.partner IN (SELECT value FROM json_each($3)) AND p.scope IN (0, $1) AND p.rank = 0
                 AND ($4 IS NULL OR p.area = $4) AND p.kind <> 'benefit' AND p.framing = 0
                 AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, $1) AND o.rank < 2
                        AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key)))
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
               ORDER BY p.partners, p.position, p.statement LIMIT $5"#,
            guild,
            subject,
            partners,
            area,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading judgements about a pair"))?;
        let found = self.cited(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        Ok(rows.into_iter().map(|row| row.partner).zip(found).collect())
    }

    /// Every statement between a subject and these others, either way, each with the other; in one area or in all,
    /// newest first, undated ones last in the order of the sources; with a period, only what has a day in it.
    /// Deprecated ones come too.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn between(
        &self,
        viewer: &Viewer,
        subject: &str,
        others: &[String],
        area: Option<&str>,
        within: &Period,
    ) -> Result<Vec<(String, CitedStatement)>, Fault> {
        let guild = viewer.scope();
        // Dates compare as text: a year starts before its months and ends after them.
        let from = within.from.map(|from| from.to_string());
        let to = within.to.map(|to| format!("{to}-99-99"));
        let others = json(others)?;
        let rows = sqlx::query!(
            r#"SELECT p.other AS "other!: String", p.body AS "statement!: String"
               FROM (SELECT partner AS other, * FROM statement_partner
                         WHERE subject = $2 AND partner IN (SELECT value FROM json_each($3))
                     UNION ALL SELECT subject, * FROM statement_partner
                         WHERE partner = $2 AND subject IN (SELECT value FROM json_each($3))) p
               WHERE p.scope IN (0, $1) AND ($4 IS NULL OR p.area = $4)
                 AND ($6 IS NULL OR p.day >= $6)
                 AND ($7 IS NULL OR COALESCE(p.body ->> '$.period.from', p.dated) <= $7)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
               ORDER BY p.day DESC, p.position, p.statement
               LIMIT $5"#,
            guild,
            subject,
            others,
            area,
            MOST_ROWS,
            from,
            to
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading statements about a pair"))?;
        let found = self.cited(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        Ok(rows.into_iter().map(|row| row.other).zip(found).collect())
    }

    /// What is recorded between two and live on a day, at most so many: the newest dated facts first, then what is
    /// undated; one’s, the other’s, or both. Doubtful statements and benefits are left out.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn recorded_between(
        &self,
        viewer: &Viewer,
        (subject, partner): (&str, &str),
        area: Option<&str>,
        direction: Direction,
        day: PartialDate,
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let guild = viewer.scope();
        let day = day.to_string();
        let (to, from) = (direction != Direction::From, direction != Direction::To);
        let bodies = sqlx::query_scalar!(
            r#"SELECT p.body AS "statement!: String"
               FROM (SELECT * FROM statement_partner
                         WHERE $5 AND subject = $2 AND partner = $3 AND kind <> 'benefit' AND rank < 2
                     UNION ALL SELECT * FROM statement_partner
                         WHERE $6 AND subject = $3 AND partner = $2 AND kind <> 'benefit' AND rank < 2) p
               WHERE p.scope IN (0, $1) AND ($8 IS NULL OR p.area = $8) AND p.framing = 0
                 AND p.body ->> 'credibility' NOT IN (4, 5) AND (p.ended IS NULL OR p.ended > $4)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
                 AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, $1) AND o.rank < 2
                        AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key)))
                 AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope IN (0, $1)
                     AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key))
               ORDER BY p.kind = 'fact' AND p.day IS NOT NULL DESC, p.kind <> 'fact', p.day DESC, p.position, p.statement
               LIMIT $7"#,
            guild,
            subject,
            partner,
            day,
            to,
            from,
            most,
            area
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is recorded about a pair"))?;
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
                      COUNT(DISTINCT CASE WHEN p.kind = 'fact' AND p.unit > '' AND (p.ended IS NULL OR p.ended > $5)
                          AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope IN (0, $1)
                              AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key))
                          THEN p.key END) AS "figures!: i64",
                      json_group_array(DISTINCT p.source) AS "sources!: String"
               FROM (SELECT subject, partner, scope, rank, statement, key, area, kind, repeats, source, dated, unit, ended, framing
                         FROM statement_partner
                         WHERE $6 AND subject = $2 AND partner IN (SELECT value FROM json_each($3))
                     UNION ALL
                     SELECT subject, partner, scope, rank, statement, key, area, kind, repeats, source, dated, unit, ended, framing
                         FROM statement_partner
                         WHERE $7 AND partner = $2 AND subject IN (SELECT value FROM json_each($3))) p
               WHERE p.scope IN (0, $1) AND p.rank < 2 AND p.framing = 0 AND ($4 IS NULL OR p.area = $4)
                 AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, $1) AND o.rank < 2
                        AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key)))
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)"#,
            guild,
            subject,
            others,
            area,
            day,
            to,
            from
        )
        .fetch_one(&mut *self.reader().await?)
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
}

//! Reading the world: who belongs where, what happened when, who has to do with whom, and what
//! speaks for or against a statement.

use std::sync::Arc;

use super::access::Viewer;
use super::read::{Cites, Held, MOST_ROWS};
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Bearing, Membership, Period, Source};

/// A membership with its source.
#[derive(Debug, Clone)]
pub struct HeldMembership {
    /// The membership.
    pub membership: Membership,
    /// The source that says so.
    pub source: Arc<Source>,
}

/// How much is recorded of an actor with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The other.
    pub other: String,
    /// How many statements there are, either way.
    pub statements: i64,
    /// The latest date in them, as it is written; none where none is dated.
    pub latest: Option<String>,
}

/// A statement that bears on another.
#[derive(Debug, Clone)]
pub struct HeldEvidence {
    /// The key of the statement it bears on.
    pub on: String,
    /// How.
    pub bearing: Bearing,
    /// The statement.
    pub held: Held,
}

impl Cites for Membership {
    const WHAT: &'static str = "a membership";

    fn cited(&self) -> &str {
        &self.source
    }
}

impl Store {
    /// Memberships as they are written, each with its source.
    async fn held_memberships(
        &self,
        viewer: &Viewer,
        bodies: &[String],
    ) -> Result<Vec<HeldMembership>, Fault> {
        let found = self.with_sources(viewer, bodies.iter().map(String::as_str)).await?;
        Ok(found.into_iter().map(|(membership, source)| HeldMembership { membership, source }).collect())
    }

    /// The memberships of some actors: by organisation, then by member. Ended ones too.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn memberships(&self, viewer: &Viewer, actors: &[&str]) -> Result<Vec<HeldMembership>, Fault> {
        let scope = viewer.scope();
        let actors = serde_json::to_string(actors).map_err(|e| Fault::new("encoding keys", e))?;
        let bodies = sqlx::query_scalar!(
            r#"SELECT r.body AS "body!"
               FROM membership m
               JOIN revision r ON r.id = m.revision
               WHERE m.member IN (SELECT value FROM json_each(?2)) AND m.scope IN (0, ?1)
                 AND NOT (m.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask k WHERE k.scope = ?1 AND k.entity = 'membership' AND k.key = m.key))
               ORDER BY m.organisation, m.member, m.since LIMIT ?3 + 0"#,
            scope,
            actors,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading memberships"))?;
        self.held_memberships(viewer, &bodies).await
    }

    /// Who belongs, or belonged, to an organisation, by member.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn members(&self, viewer: &Viewer, organisation: &str) -> Result<Vec<HeldMembership>, Fault> {
        let scope = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT r.body AS "body!"
               FROM membership m
               JOIN revision r ON r.id = m.revision
               WHERE m.organisation = ?2 AND m.scope IN (0, ?1)
                 AND NOT (m.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask k WHERE k.scope = ?1 AND k.entity = 'membership' AND k.key = m.key))
               ORDER BY m.member, m.since LIMIT ?3 + 0"#,
            scope,
            organisation,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading members"))?;
        self.held_memberships(viewer, &bodies).await
    }

    /// Everyone with whom an actor has statements, either way, most first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn relations(&self, viewer: &Viewer, actor: &str, most: i64) -> Result<Vec<Relation>, Fault> {
        let scope = viewer.scope();
        sqlx::query_as!(
            Relation,
            r#"SELECT x.other AS "other!: String", COUNT(*) AS "statements!: i64", MAX(x.dated) AS "latest: String"
               FROM (SELECT partner AS other, dated FROM statement_partner p INDEXED BY statement_partner_counted
                         WHERE subject = ?2 AND scope IN (0, ?1) AND rank < 2
                           AND NOT (scope = 0 AND EXISTS (SELECT 1 FROM mask m
                               WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
                     UNION ALL SELECT subject, dated FROM statement_partner p INDEXED BY statement_partner_reverse
                         WHERE partner = ?2 AND scope IN (0, ?1) AND rank < 2
                           AND NOT (scope = 0 AND EXISTS (SELECT 1 FROM mask m
                               WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))) x
               WHERE x.other <> ?2
               GROUP BY x.other ORDER BY 2 DESC, 3 DESC, 1 LIMIT ?3 + 0"#,
            scope,
            actor,
            most
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading relations"))
    }

    /// Dated facts between two actors, either way, that overlap a period, in order of time: the latest [`MOST_ROWS`]
    /// of them.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn timeline(
        &self,
        viewer: &Viewer,
        first: &str,
        second: &str,
        period: &Period,
    ) -> Result<Vec<Held>, Fault> {
        let scope = viewer.scope();
        // Dates compare as text: a year starts before its months and ends after them.
        let from = period.from.map(|from| from.to_string());
        let to = period.to.map(|to| format!("{to}-99-99"));
        let bodies = sqlx::query_scalar!(
            r#"SELECT p.body AS "statement!: String"
               FROM (SELECT * FROM statement_partner WHERE subject = ?2 AND partner = ?3
                     UNION ALL SELECT * FROM statement_partner WHERE subject = ?3 AND partner = ?2) p
               JOIN statement s ON s.id = p.statement
               WHERE p.scope IN (0, ?1) AND p.rank < 2 AND p.kind = 'fact'
                 AND COALESCE(s.valid_from, s.valid_to) IS NOT NULL
                 AND (?5 IS NULL OR s.valid_to IS NULL OR s.valid_to || '-99-99' >= ?5)
                 AND (?6 IS NULL OR s.valid_from IS NULL OR s.valid_from <= ?6)
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY COALESCE(s.valid_from, s.valid_to) DESC, s.valid_to DESC, p.position DESC LIMIT ?4 + 0"#,
            scope,
            first,
            second,
            MOST_ROWS,
            from,
            to
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading a timeline"))?;
        let latest_first = self.held(viewer, &bodies).await?;
        Ok(latest_first.into_iter().rev().collect())
    }

    /// The figures between an actor and others, either way, latest first, each with the other that it is about.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn figures(
        &self,
        viewer: &Viewer,
        actor: &str,
        others: &[String],
    ) -> Result<Vec<(String, Held)>, Fault> {
        let scope = viewer.scope();
        let others = serde_json::to_string(others).map_err(|e| Fault::new("encoding keys", e))?;
        // The condition on the unit is that of the index, word for word.
        let rows = sqlx::query!(
            r#"SELECT p.other AS "other!: String", p.body AS "statement!: String"
               FROM (SELECT partner AS other, * FROM statement_partner
                         WHERE subject = ?2 AND partner IN (SELECT value FROM json_each(?3))
                           AND unit > ''
                     UNION ALL SELECT subject, * FROM statement_partner
                         WHERE partner = ?2 AND subject IN (SELECT value FROM json_each(?3))
                           AND unit > '') p
               JOIN statement s ON s.id = p.statement
               WHERE p.scope IN (0, ?1) AND p.rank < 2 AND p.kind = 'fact' AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, ?1) AND o.rank < 2
                        AND NOT (o.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                            WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key))))
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY s.day DESC, p.position LIMIT ?4 + 0"#,
            scope,
            actor,
            others,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading figures"))?;
        let found = self.with_sources(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        let held = rows.into_iter().zip(found);
        Ok(held.map(|(row, (statement, source))| (row.other, Held { statement, source })).collect())
    }

    /// The latest dated facts that have an actor as their subject, latest first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn latest_facts(&self, viewer: &Viewer, actor: &str, most: i64) -> Result<Vec<Held>, Fault> {
        let scope = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT sr.body AS "statement!: String"
               FROM (SELECT * FROM (SELECT revision, day, position FROM statement p
                         WHERE subject = ?2 AND scope = 0 AND rank < 2 AND kind = 'fact' AND day IS NOT NULL
                           AND NOT EXISTS
                               (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key)
                         ORDER BY day DESC, position LIMIT ?3 + 0)
                     UNION ALL SELECT * FROM (SELECT revision, day, position FROM statement
                         WHERE subject = ?2 AND scope = ?1 AND ?1 <> 0 AND rank < 2 AND kind = 'fact' AND day IS NOT NULL
                         ORDER BY day DESC, position LIMIT ?3 + 0)) s
               JOIN revision sr ON sr.id = s.revision
               ORDER BY s.day DESC, s.position LIMIT ?3 + 0"#,
            scope,
            actor,
            most
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading the latest facts"))?;
        self.held(viewer, &bodies).await
    }

    /// What bears on these statements, for or against, in the order of the sources: at most so many on one
    /// statement of each sort.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn evidence_on(
        &self,
        viewer: &Viewer,
        keys: &[&str],
        most: i64,
    ) -> Result<Vec<HeldEvidence>, Fault> {
        let scope = viewer.scope();
        let keys = serde_json::to_string(keys).map_err(|e| Fault::new("encoding keys", e))?;
        let rows = sqlx::query!(
            r#"SELECT x.other AS "other!: String", x.bearing AS "bearing!: String", sr.body AS "statement!"
               FROM (SELECT e.other, e.bearing, s.revision,
                            ROW_NUMBER() OVER (PARTITION BY e.other, e.bearing ORDER BY s.position, s.id) AS place
                     FROM (SELECT DISTINCT value FROM json_each(?2)) k
                     JOIN evidence e ON e.other = k.value AND e.bearing IN ('supports', 'disputes')
                     JOIN statement s ON s.id = e.statement
                     WHERE s.scope IN (0, ?1) AND s.rank < 2
                       AND NOT (s.scope = 0 AND EXISTS
                           (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))) x
               JOIN revision sr ON sr.id = x.revision
               WHERE x.place <= ?3
               ORDER BY x.other, x.bearing, x.place LIMIT ?4 + 0"#,
            scope,
            keys,
            most,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading evidence"))?;
        let found = self.with_sources(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        rows.into_iter()
            .zip(found)
            .map(|(row, (statement, source))| {
                Ok(HeldEvidence {
                    bearing: row.bearing.parse().map_err(|e| Fault::new("decoding evidence", e))?,
                    on: row.other,
                    held: Held { statement, source },
                })
            })
            .collect()
    }

    /// What other statements say of these, where they are at odds with them or take their place: the
    /// key of the one, how, and the key of the other.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn said_of(
        &self,
        viewer: &Viewer,
        keys: &[&str],
    ) -> Result<Vec<(String, Bearing, String)>, Fault> {
        let scope = viewer.scope();
        let keys = serde_json::to_string(keys).map_err(|e| Fault::new("encoding keys", e))?;
        let rows = sqlx::query!(
            r#"SELECT e.other, e.bearing, s.key AS by
               FROM (SELECT DISTINCT value FROM json_each(?2)) k
               JOIN evidence e ON e.other = k.value AND e.bearing IN ('conflicts', 'supersedes')
               JOIN statement s ON s.id = e.statement
               WHERE s.scope IN (0, ?1) AND s.rank < 2
                 AND NOT (s.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = s.key))
               ORDER BY e.other, e.bearing, s.position LIMIT ?3 + 0"#,
            scope,
            keys,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading what is at odds"))?;
        rows.into_iter()
            .map(|row| {
                let bearing = row.bearing.parse().map_err(|e| Fault::new("decoding evidence", e))?;
                Ok((row.other, bearing, row.by))
            })
            .collect()
    }

    /// Every statement of a subject towards these partners, facts and assessments, in the order in which
    /// cells are chosen; in one area or in all. Deprecated ones and those that repeat others are left out.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn statements_towards(
        &self,
        viewer: &Viewer,
        subject: &str,
        partners: &[String],
        area: Option<&str>,
    ) -> Result<Vec<(String, Held)>, Fault> {
        let scope = viewer.scope();
        let partners = serde_json::to_string(partners).map_err(|e| Fault::new("encoding keys", e))?;
        let rows = sqlx::query!(
            r#"SELECT p.partner, p.body AS statement
               FROM statement_partner p
               WHERE p.subject = ?2 AND p.partner IN (SELECT value FROM json_each(?3)) AND p.scope IN (0, ?1)
                 AND (?4 IS NULL OR p.area = ?4) AND p.rank < 2 AND p.kind <> 'benefit' AND (p.repeats = 0 OR NOT EXISTS
                     (SELECT 1 FROM repeated o
                      WHERE o.statement = p.statement AND o.subject = p.subject AND o.partner = p.partner
                        AND o.is_benefit = (p.kind = 'benefit') AND o.scope IN (0, ?1) AND o.rank < 2
                        AND NOT (o.scope = 0 AND EXISTS (SELECT 1 FROM mask m
                            WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = o.key))))
                 AND NOT (p.scope = 0 AND EXISTS
                     (SELECT 1 FROM mask m WHERE m.scope = ?1 AND m.entity = 'statement' AND m.key = p.key))
               ORDER BY p.rank, p.partners, p.position, p.statement LIMIT ?5 + 0"#,
            scope,
            subject,
            partners,
            area,
            MOST_ROWS
        )
        .fetch_all(&self.readers)
        .await
        .map_err(fault("reading statements about a pair"))?;
        let found = self.with_sources(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        let held = rows.into_iter().zip(found);
        Ok(held.map(|(row, (statement, source))| (row.partner, Held { statement, source })).collect())
    }
}

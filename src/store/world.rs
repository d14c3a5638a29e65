//! Reading the world: who belongs where, what happened when, who has to do with whom, and what
//! speaks for or against a statement.

use super::access::Viewer;
use super::read::{MOST_ROWS, decode, json};
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Bearing, CitedStatement, Item, PartialDate, Related, Relationship};

/// How much is recorded of an actor with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationCount {
    /// The other.
    pub other: String,
    /// How many statements there are, either way.
    pub statements: i64,
    /// The latest date in them, as it is written; none where none is dated.
    pub latest: Option<String>,
}

/// A statement that speaks for another, or against it.
#[derive(Debug, Clone)]
pub struct CitedEvidence {
    /// The key of the statement it bears on.
    pub on: String,
    /// How.
    pub bearing: Bearing,
    /// How many there are that bear on it in this way.
    pub total: usize,
    /// The statement.
    pub cited: CitedStatement,
}

impl Store {
    /// Everyone with whom an actor has statements, either way, most first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn relations(
        &self,
        viewer: &Viewer,
        actor: &str,
        most: i64,
    ) -> Result<Vec<RelationCount>, Fault> {
        let scope = viewer.scope();
        sqlx::query_as!(
            RelationCount,
            r#"SELECT x.other AS "other!: String", COUNT(*) AS "statements!: i64", MAX(x.dated) AS "latest: String"
               FROM (SELECT partner AS other, dated FROM statement_partner p
                         WHERE subject = $2 AND scope IN (0, $1) AND rank < 2
                           AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)
                     UNION ALL SELECT subject, dated FROM statement_partner p
                         WHERE partner = $2 AND scope IN (0, $1) AND rank < 2
                           AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = p.scope AND h.entity = 'statement' AND h.key = p.key)) x
               WHERE x.other <> $2
               GROUP BY x.other ORDER BY 2 DESC, 3 DESC, 1 LIMIT $3"#,
            scope,
            actor,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading relations"))
    }

    /// With whom most is recorded: by the number of statements, then by what the tables about the world hold of trade,
    /// borders and disputes.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn most_recorded_with(
        &self,
        viewer: &Viewer,
        actor: &str,
        most: i64,
    ) -> Result<Vec<String>, Fault> {
        let scope = viewer.scope();
        // A statement says more than the largest share of trade.
        sqlx::query_scalar!(
            r#"SELECT x.other AS "other!: String"
               FROM (SELECT partner AS other, 100.0 AS weight
                         FROM statement_partner
                         WHERE subject = $2 AND scope IN (0, $1) AND rank < 2
                     UNION ALL SELECT subject, 100.0 FROM statement_partner
                         WHERE partner = $2 AND scope IN (0, $1) AND rank < 2
                     UNION ALL SELECT other, CASE WHEN measure IN ('export-share', 'import-share') THEN value ELSE 5 END
                         FROM observation WHERE subject = $2 AND other > ''
                             AND measure IN ('export-share', 'import-share', 'border', 'dispute')
                     UNION ALL SELECT subject, CASE WHEN measure IN ('export-share', 'import-share') THEN 1 ELSE 5 END
                         FROM observation WHERE other = $2
                             AND measure IN ('export-share', 'import-share', 'border', 'dispute')) x
               WHERE x.other <> $2
               GROUP BY x.other ORDER BY SUM(x.weight) DESC, 1 LIMIT $3"#,
            scope,
            actor,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading with whom most is recorded"))
    }

    /// Of whom most is recorded.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn most_recorded(&self, viewer: &Viewer, most: i64) -> Result<Vec<String>, Fault> {
        let scope = viewer.scope();
        sqlx::query_scalar!(
            r#"SELECT subject AS "subject!: String"
               FROM statement_partner
               WHERE scope IN (0, $1) AND rank < 2
               GROUP BY subject ORDER BY COUNT(*) DESC, 1 LIMIT $2"#,
            scope,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading of whom most is recorded"))
    }

    /// The latest dated facts that have an actor as their subject and are live on a day, latest first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn latest_facts(
        &self,
        viewer: &Viewer,
        actor: &str,
        day: PartialDate,
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let scope = viewer.scope();
        let day = day.to_string();
        let bodies = sqlx::query_scalar!(
            r#"SELECT sr.body AS "statement!: String"
               FROM (SELECT * FROM (SELECT revision, day, position FROM statement p
                         WHERE subject = $2 AND scope = 0 AND rank < 2 AND kind = 'fact' AND day IS NOT NULL
                           AND framing = 0 AND credibility <= 3 AND (ended IS NULL OR ended > $4)
                           AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.entity = 'statement' AND h.key = p.key)
                           AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope IN (0, $1)
                               AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key))
                         ORDER BY day DESC, position LIMIT $3)
                     UNION ALL SELECT * FROM (SELECT revision, day, position FROM statement p
                         WHERE subject = $2 AND scope = $1 AND $1 <> 0 AND rank < 2 AND kind = 'fact' AND day IS NOT NULL
                           AND framing = 0 AND credibility <= 3 AND (ended IS NULL OR ended > $4)
                           AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = p.key AND o.scope = $1)
                         ORDER BY day DESC, position LIMIT $3)) s
               JOIN revision sr ON sr.id = s.revision
               ORDER BY s.day DESC, s.position LIMIT $3"#,
            scope,
            actor,
            most,
            day
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the latest facts"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// What speaks for these statements, or against them: of each sort at most so many on one statement, what is
    /// recorded before what is claimed, newest first. With a day, only what is live on it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn evidence_on(
        &self,
        viewer: &Viewer,
        keys: &[&str],
        live_on: Option<PartialDate>,
        most: i64,
    ) -> Result<Vec<CitedEvidence>, Fault> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let scope = viewer.scope();
        let keys = json(keys)?;
        let day = live_on.map(|day| day.to_string());
        let rows = sqlx::query!(
            r#"SELECT x.other AS "other!: String", x.bearing AS "bearing!: String", x.total AS "total!: i64",
                      sr.body AS "statement!"
               FROM (SELECT e.other, e.bearing, s.revision, COUNT(*) OVER (PARTITION BY e.other, e.bearing) AS total,
                            ROW_NUMBER() OVER (PARTITION BY e.other, e.bearing
                                ORDER BY s.claimed, s.day DESC, s.position, s.id) AS place
                     FROM (SELECT DISTINCT value FROM json_each($2)) k
                     JOIN evidence e ON e.other = k.value AND e.bearing IN ('supports', 'disputes')
                     JOIN statement s ON s.id = e.statement
                     WHERE s.scope IN (0, $1) AND s.rank < 2
                       AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)
                       AND ($5 IS NULL OR (s.ended IS NULL OR s.ended > $5)
                           AND NOT EXISTS (SELECT 1 FROM successor o WHERE o.of = s.key AND o.scope IN (0, $1)
                               AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = o.scope AND h.entity = 'statement' AND h.key = o.key)))) x
               JOIN revision sr ON sr.id = x.revision
               WHERE x.place <= $3
               ORDER BY x.other, x.bearing, x.place LIMIT $4"#,
            scope,
            keys,
            most,
            MOST_ROWS,
            day
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading evidence"))?;
        let found = self.cited(viewer, rows.iter().map(|row| row.statement.as_str())).await?;
        rows.into_iter()
            .zip(found)
            .map(|(row, cited)| {
                Ok(CitedEvidence {
                    bearing: row.bearing.parse().map_err(|e| Fault::new("decoding evidence", e))?,
                    on: row.other,
                    total: usize::try_from(row.total).unwrap_or(0),
                    cited,
                })
            })
            .collect()
    }

    /// Notes with each statement which others it contradicts or takes the place of, and which do so with it: what
    /// these say, and who says it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn relate(&self, viewer: &Viewer, cited: Vec<&mut CitedStatement>) -> Result<(), Fault> {
        let of = |bearing| match bearing {
            Bearing::Conflicts => Some(Relationship::ConflictsWith),
            Bearing::Supersedes => Some(Relationship::Supersedes),
            _ => None,
        };
        let own = |one: &CitedStatement| -> Vec<(Relationship, String)> {
            let links = one.statement.evidence.iter();
            links.filter_map(|link| Some((of(link.bearing)?, link.statement.clone()))).collect()
        };
        let keys: Vec<&str> = cited.iter().map(|one| one.statement.id.as_str()).collect();
        let others: Vec<String> = cited.iter().flat_map(|one| own(one)).map(|(_, key)| key).collect();
        if keys.is_empty() {
            return Ok(());
        }
        let (scope, keys, others) = (viewer.scope(), json(&keys)?, json(&others)?);
        let rows = sqlx::query!(
            r#"SELECT x.of AS "of: String", x.bearing AS "bearing: String", x.key AS "key!: String", r.body AS "body!"
               FROM (SELECT e.other AS of, e.bearing, s.key, s.revision, s.scope, 'statement' AS entity
                         FROM (SELECT DISTINCT value FROM json_each($2)) k
                         JOIN evidence e ON e.other = k.value AND e.bearing IN ('conflicts', 'supersedes')
                         JOIN statement s ON s.id = e.statement WHERE s.rank < 2
                     UNION ALL SELECT NULL, NULL, s.key, s.revision, s.scope, 'statement'
                         FROM (SELECT DISTINCT value FROM json_each($3)) k JOIN statement s ON s.key = k.value
                     UNION ALL SELECT NULL, NULL, p.key, c.revision, c.scope, 'recommendation'
                         FROM (SELECT DISTINCT value FROM json_each($3)) k JOIN recommendation_part p ON p.key = k.value
                         JOIN recommendation c ON c.id = p.recommendation) x
               JOIN revision r ON r.id = x.revision
               WHERE x.scope IN (0, $1) AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = x.entity AND h.key = r.key)
               ORDER BY x.bearing, x.key LIMIT $4"#,
            scope,
            keys,
            others,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is at odds"))?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut said = Vec::new();
        for row in &rows {
            said.push(self.said(viewer, &row.key, &row.body).await?);
        }
        for one in cited {
            let theirs = rows.iter().zip(&said).filter(|(row, _)| row.of.as_ref() == Some(&one.statement.id));
            let theirs = theirs.map(|(row, said)| match row.bearing.as_deref() {
                Some("supersedes") => (Relationship::SupersededBy, said),
                _ => (Relationship::ConflictsWith, said),
            });
            let ours = own(one).into_iter().filter_map(|(how, key)| {
                let said = said.iter().find(|said| said.key == key)?;
                Some((how, said))
            });
            let all: Vec<Related> =
                ours.chain(theirs).map(|(how, said)| Related { how, ..said.clone() }).collect();
            for related in all {
                if !one.relations.contains(&related) {
                    one.relations.push(related);
                }
            }
        }
        Ok(())
    }

    /// What a statement, or a part of a recommendation, says in short, and who says it.
    async fn said(&self, viewer: &Viewer, key: &str, body: &str) -> Result<Related, Fault> {
        let item: Item = decode(body, "what is at odds")?;
        let source = item.source().unwrap_or_default().to_owned();
        let source = self.seen_sources(viewer, std::iter::once(source.as_str())).await?.get(&source)?;
        let how = Relationship::ConflictsWith;
        let (says, by) = match &item {
            Item::Statement(statement) => (statement.short().into_owned(), statement.claimed_by.clone()),
            Item::Recommendation(advice) => (
                advice.parts().find(|part| part.id == key).map_or_else(String::new, |part| part.text.clone()),
                None,
            ),
            other => (other.entity().to_string(), None),
        };
        let says = says.trim_end_matches('.').to_owned();
        Ok(Related { how, key: key.to_owned(), says, who: by.or_else(|| source.publisher.clone()) })
    }
}

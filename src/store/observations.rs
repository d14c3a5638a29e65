//! Reading the tables about the world: what is between two, what is known of one, all of one measure.

use std::sync::Arc;

use super::access::Viewer;
use super::read::{MOST_ROWS, json};
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{
    Bearing, CitedStatement, Credibility, Measure, Observation, PartialDate, Period, Source, TableKind,
};

/// An observation with its source.
#[derive(Debug, Clone)]
pub struct CitedObservation {
    /// The observation.
    pub observation: Observation,
    /// Where it comes from.
    pub source: Arc<Source>,
    /// How credible it is.
    pub credibility: Credibility,
}

/// What is said of a table as a whole.
#[derive(Debug, Clone)]
pub struct TableNote {
    /// What its rows are.
    pub kind: TableKind,
    /// The time of which it tells.
    pub as_of: PartialDate,
    /// What it does not hold.
    pub limits: String,
    /// Where it comes from.
    pub source: Arc<Source>,
}

/// What is said of a table, as its row has it.
#[derive(Debug)]
pub(super) struct TableRow {
    kind: String,
    as_of: String,
    limits: String,
    source: String,
}

/// An observation as its row has it, with what its table says.
struct Row {
    key: String,
    measure: String,
    subject: String,
    other: Option<String>,
    value: Option<f64>,
    text: Option<String>,
    valid_from: Option<String>,
    valid_to: Option<String>,
    note: Option<String>,
    parties: Option<String>,
    source: String,
    credibility: i64,
}

impl Row {
    fn read(self) -> Result<(Observation, String, Credibility), Fault> {
        let doing = "decoding an observation";
        let date = |date: Option<String>| {
            let date = date.map(|date| date.parse::<PartialDate>()).transpose();
            date.map_err(|e| Fault::new(doing, e))
        };
        let parties = self.parties.unwrap_or_default();
        let observation = Observation {
            key: self.key,
            measure: self.measure.parse().map_err(|e| Fault::new(doing, e))?,
            subject: self.subject,
            other: self.other,
            value: self.value,
            text: self.text,
            period: Period { from: date(self.valid_from)?, to: date(self.valid_to)? },
            note: self.note,
            parties: parties.split(' ').filter(|party| !party.is_empty()).map(str::to_owned).collect(),
        };
        let credibility = Credibility::try_from(self.credibility).map_err(|e| Fault::new(doing, e))?;
        Ok((observation, self.source, credibility))
    }
}

impl Store {
    async fn cite_observations(
        &self,
        viewer: &Viewer,
        rows: Vec<Row>,
    ) -> Result<Vec<CitedObservation>, Fault> {
        let sources = self.seen_sources(viewer, rows.iter().map(|row| row.source.as_str())).await?;
        let cite = |row: Row| {
            let (observation, source, credibility) = row.read()?;
            Ok(CitedObservation { observation, source: sources.get(&source)?, credibility })
        };
        rows.into_iter().map(cite).collect()
    }

    /// What the tables hold between an actor and these others, either way, and where each of them stands by its votes.
    /// Agreements come where both have part in them; `stands_for` names with each of them the bodies that have part in
    /// agreements for it (actor, body).
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn observed_between(
        &self,
        viewer: &Viewer,
        subject: &str,
        others: &[String],
        stands_for: &[(String, String)],
    ) -> Result<Vec<CitedObservation>, Fault> {
        let (others, bodies) = (json(others)?, json(stands_for)?);
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT o.key AS "key!: String", o.measure AS "measure!: String", o.subject AS "subject!: String",
                      o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      NULL AS "parties: String", t.source AS "source!: String", t.credibility AS "credibility!: i64"
               FROM (SELECT * FROM observation WHERE subject = $1 AND other IN (SELECT value FROM json_each($2))
                     UNION ALL SELECT * FROM observation WHERE subject IN (SELECT value FROM json_each($2)) AND other = $1
                     UNION ALL SELECT * FROM observation WHERE subject IN (SELECT $1 UNION SELECT value FROM json_each($2))
                         AND other IS NULL AND measure = 'un-position') o
               JOIN world_table t ON t.kind = o.world_table
               UNION ALL
               SELECT o.key, o.measure, o.subject, o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      (SELECT group_concat(p.party, ' ') FROM agreement_party p WHERE p.observation = o.id),
                      t.source, t.credibility
               FROM (SELECT DISTINCT a.observation
                         FROM agreement_party a JOIN agreement_party c ON c.observation = a.observation AND c.party <> a.party
                         WHERE a.party IN
                                 (SELECT $1 UNION SELECT b.value ->> 1 FROM json_each($3) b WHERE b.value ->> 0 = $1)
                           AND c.party IN (SELECT value FROM json_each($2)
                                 UNION SELECT b.value ->> 1 FROM json_each($3) b WHERE b.value ->> 0 <> $1)) x
               JOIN observation o ON o.id = x.observation
               JOIN world_table t ON t.kind = o.world_table
               ORDER BY 1 LIMIT $4"#,
            subject,
            others,
            bodies,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is observed between two"))?;
        self.cite_observations(viewer, rows).await
    }

    /// What the tables hold of one actor: its figures, its neighbours and its main partners in trade.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn observed_of(&self, viewer: &Viewer, actor: &str) -> Result<Vec<CitedObservation>, Fault> {
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT o.key AS "key!: String", o.measure AS "measure!: String", o.subject AS "subject!: String",
                      o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      NULL AS "parties: String", t.source AS "source!: String", t.credibility AS "credibility!: i64"
               FROM (SELECT * FROM observation WHERE subject = $1 AND other IS NULL AND measure <> 'agreement'
                     UNION ALL SELECT * FROM observation
                         WHERE subject = $1 AND measure IN ('border', 'export-share', 'import-share')
                     UNION ALL SELECT * FROM observation WHERE other = $1 AND measure = 'border') o
               JOIN world_table t ON t.kind = o.world_table
               ORDER BY 1 LIMIT $2"#,
            actor,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is observed of an actor"))?;
        self.cite_observations(viewer, rows).await
    }

    /// Everything between an actor and anybody else, either way, and the agreements in which it has part itself.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn observed_with_anybody(
        &self,
        viewer: &Viewer,
        actor: &str,
    ) -> Result<Vec<CitedObservation>, Fault> {
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT o.key AS "key!: String", o.measure AS "measure!: String", o.subject AS "subject!: String",
                      o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      NULL AS "parties: String", t.source AS "source!: String", t.credibility AS "credibility!: i64"
               FROM (SELECT * FROM observation WHERE subject = $1 AND other > ''
                     UNION ALL SELECT * FROM observation WHERE other = $1
                     UNION ALL SELECT o.* FROM agreement_party p JOIN observation o ON o.id = p.observation
                         WHERE p.party = $1) o
               JOIN world_table t ON t.kind = o.world_table
               ORDER BY 1 LIMIT $2"#,
            actor,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is observed with anybody"))?;
        self.cite_observations(viewer, rows).await
    }

    /// A row of a table by its key.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn observation(&self, viewer: &Viewer, key: &str) -> Result<Option<CitedObservation>, Fault> {
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT o.key AS "key!: String", o.measure AS "measure!: String", o.subject AS "subject!: String",
                      o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      (SELECT group_concat(p.party, ' ') FROM agreement_party p WHERE p.observation = o.id) AS "parties: String",
                      t.source AS "source!: String", t.credibility AS "credibility!: i64"
               FROM observation o JOIN world_table t ON t.kind = o.world_table WHERE o.key = $1"#,
            key
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a row of a table"))?;
        Ok(self.cite_observations(viewer, rows).await?.pop())
    }

    /// All observations of one measure, largest first.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn ranked(&self, viewer: &Viewer, measure: Measure) -> Result<Vec<CitedObservation>, Fault> {
        let measure = measure.as_str();
        let rows = sqlx::query_as!(
            Row,
            r#"SELECT o.key AS "key!: String", o.measure AS "measure!: String", o.subject AS "subject!: String",
                      o.other, o.value, o.text, o.valid_from, o.valid_to, o.note,
                      NULL AS "parties: String", t.source AS "source!: String", t.credibility AS "credibility!: i64"
               FROM observation o JOIN world_table t ON t.kind = o.world_table
               WHERE o.measure = $1 AND o.value IS NOT NULL ORDER BY o.value DESC, o.subject LIMIT $2"#,
            measure,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a ranking"))?;
        self.cite_observations(viewer, rows).await
    }

    /// What is said of each table as a whole.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn tables(&self, viewer: &Viewer) -> Result<Vec<TableNote>, Fault> {
        let doing = "reading what is said of tables";
        let rows = match self.memory.tables.held(0) {
            Ok(held) => held,
            Err(changes) => {
                let rows = sqlx::query_as!(
                    TableRow,
                    "SELECT kind, as_of, limits, source FROM world_table ORDER BY kind"
                );
                let rows = rows.fetch_all(&mut *self.reader().await?).await.map_err(fault(doing))?;
                self.memory.tables.put(0, rows, changes)
            }
        };
        let sources = self.seen_sources(viewer, rows.iter().map(|row| row.source.as_str())).await?;
        rows.iter()
            .map(|row| {
                Ok(TableNote {
                    kind: row.kind.parse().map_err(|e| Fault::new(doing, e))?,
                    as_of: row.as_of.parse().map_err(|e| Fault::new(doing, e))?,
                    limits: row.limits.clone(),
                    source: sources.get(&row.source)?,
                })
            })
            .collect()
    }

    /// What statements say of rows: against them, otherwise, or in their place; newest first. Each with the key of the
    /// row.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn said_of(
        &self,
        viewer: &Viewer,
        rows: &[CitedObservation],
    ) -> Result<Vec<(String, Bearing, CitedStatement)>, Fault> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let keys: Vec<&str> = rows.iter().map(|row| row.observation.key.as_str()).collect();
        let (scope, keys) = (viewer.scope(), json(&keys)?);
        let rows = sqlx::query!(
            r#"SELECT e.other AS "other!: String", e.bearing AS "bearing!: String", r.body AS "body!: String"
               FROM evidence e
               JOIN statement s ON s.id = e.statement
               JOIN revision r ON r.id = s.revision
               WHERE e.other IN (SELECT value FROM json_each($2)) AND e.bearing IN ('conflicts', 'disputes', 'supersedes')
                 AND s.scope IN (0, $1) AND s.rank < 2
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)
               ORDER BY s.day DESC, s.position LIMIT $3"#,
            scope,
            keys,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is said of observations"))?;
        let cited = self.cited(viewer, rows.iter().map(|row| row.body.as_str())).await?;
        rows.into_iter()
            .zip(cited)
            .map(|(row, cited)| {
                let bearing = row.bearing.parse().map_err(|e| Fault::new("decoding evidence", e))?;
                Ok((row.other, bearing, cited))
            })
            .collect()
    }
}

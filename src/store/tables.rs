//! Writing the tables about the world: in bulk, and only those that changed.

use std::collections::HashMap;

use super::connections::Tx;
use super::fault;
use super::load::FILES;
use super::read::json;
use crate::error::Fault;
use crate::knowledge::{Membership, Observation, TableRows, WorldTable};

/// How many rows are written at once.
const BATCH: usize = 2_000;

/// Makes the tables these, as far as they are not; gives how many rows were written.
pub(super) async fn write_tables(tx: &mut Tx, tables: &[WorldTable]) -> Result<usize, Fault> {
    let doing = "reading which tables there are";
    let rows = sqlx::query!("SELECT kind, digest FROM world_table").fetch_all(&mut **tx).await;
    let mut present: HashMap<String, String> =
        rows.map_err(fault(doing))?.into_iter().map(|row| (row.kind, row.digest)).collect();
    let mut written = 0;
    for table in tables {
        if present.remove(table.kind.as_str()).as_ref() != Some(&table.digest) {
            remove(tx, table.kind.as_str()).await?;
            insert(tx, table).await?;
            written += table.rows.len();
        }
    }
    for kind in present.keys() {
        remove(tx, kind).await?;
    }
    Ok(written)
}

async fn remove(tx: &mut Tx, kind: &str) -> Result<(), Fault> {
    let removed = sqlx::query!("DELETE FROM world_table WHERE kind = $1", kind).execute(&mut **tx).await;
    removed.map(|_| ()).map_err(fault("removing a table"))
}

async fn insert(tx: &mut Tx, table: &WorldTable) -> Result<(), Fault> {
    let (kind, credibility, as_of) =
        (table.kind.as_str(), table.credibility.digit(), table.as_of.to_string());
    sqlx::query!(
        "INSERT INTO world_table (kind, digest, source, credibility, as_of, limits) VALUES ($1, $2, $3, $4, $5, $6)",
        kind,
        table.digest,
        table.source,
        credibility,
        as_of,
        table.limits
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("writing a table"))?;
    match &table.rows {
        TableRows::Observations(rows) => {
            for batch in rows.chunks(BATCH) {
                observations(tx, kind, batch).await?;
            }
        }
        TableRows::Memberships(rows) => {
            for batch in rows.chunks(BATCH) {
                memberships(tx, kind, batch).await?;
            }
        }
    }
    Ok(())
}

async fn observations(tx: &mut Tx, kind: &str, batch: &[Observation]) -> Result<(), Fault> {
    let rows: Vec<_> = batch
        .iter()
        .map(|row| {
            let date = |date: Option<crate::knowledge::PartialDate>| date.map(|date| date.to_string());
            let (from, to) = (date(row.period.from), date(row.period.to));
            (
                &row.key,
                row.measure.as_str(),
                &row.subject,
                &row.other,
                row.value,
                &row.text,
                from,
                to,
                &row.note,
            )
        })
        .collect();
    let rows = json(&rows)?;
    sqlx::query!(
        "INSERT INTO observation (world_table, key, measure, subject, other, value, text, valid_from, valid_to, note)
         SELECT $1, e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3, CAST(e.value ->> 4 AS REAL),
                e.value ->> 5, e.value ->> 6, e.value ->> 7, e.value ->> 8
         FROM json_each($2) e",
        kind,
        rows
    )
    .execute(&mut **tx)
    .await
    .map_err(fault("writing observations"))?;
    let parties: Vec<(&str, &str)> = batch
        .iter()
        .flat_map(|row| row.parties.iter().map(|party| (row.key.as_str(), party.as_str())))
        .collect();
    if parties.is_empty() {
        return Ok(());
    }
    let parties = json(&parties)?;
    sqlx::query!(
        "INSERT INTO agreement_party (party, observation)
         SELECT e.value ->> 1, o.id FROM json_each($1) e JOIN observation o ON o.key = e.value ->> 0
         WHERE true ON CONFLICT DO NOTHING",
        parties
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("writing who has part in agreements"))
}

/// What an owner says of a membership by hand stands in the place of the row, also where it is that there is none.
async fn memberships(tx: &mut Tx, kind: &str, batch: &[Membership]) -> Result<(), Fault> {
    let rows: Vec<_> = batch
        .iter()
        .map(|row| {
            let date = |date: Option<crate::knowledge::PartialDate>| date.map(|date| date.to_string());
            let (from, to) = (date(row.period.from), date(row.period.to));
            let (status, years) = (row.status.as_str(), row.years.as_str());
            let (source, of_years) = (&row.source, &row.years_source);
            (&row.id, &row.organisation, &row.member, status, from, to, years, source, of_years, &row.note)
        })
        .collect();
    let rows = json(&rows)?;
    sqlx::query!(
        "INSERT INTO membership
             (scope, key, organisation, member, status, since, until, years, source, years_source, note, world_table)
         SELECT 0, e.value ->> 0, e.value ->> 1, e.value ->> 2, e.value ->> 3, e.value ->> 4, e.value ->> 5,
                e.value ->> 6, e.value ->> 7, e.value ->> 8, e.value ->> 9, $1
         FROM json_each($2) e
         WHERE e.value ->> 0 NOT IN
             (SELECT r.key FROM revision r JOIN change_set c ON c.id = r.change_set
              WHERE r.scope = 0 AND r.entity = 'membership' AND c.author <> $3 AND r.action <> 'revert')
         ON CONFLICT DO NOTHING",
        kind,
        rows,
        FILES
    )
    .execute(&mut **tx)
    .await
    .map(|_| ())
    .map_err(fault("writing memberships"))
}

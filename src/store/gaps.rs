//! Questions that found nothing, counted by what was understood of them; and what people think of answers.

use super::access::{Asker, Editor};
use super::{Store, fault};
use crate::error::Fault;

/// The longest question that is kept as it was worded, in characters.
const LONGEST_TEXT: usize = 300;

/// How many wordings of one gap are kept.
const MOST_TEXTS: i64 = 20;

/// What was understood of a question that found nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewGap<'a> {
    /// What it asked.
    pub kind: &'a str,
    /// The actors, by key.
    pub actors: &'a [String],
    /// The area; none where none was understood.
    pub area: Option<&'a str>,
    /// How it was worded.
    pub text: &'a str,
}

/// A gap, with how often it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What was asked.
    pub kind: String,
    /// The actors, by key.
    pub actors: Vec<String>,
    /// The area.
    pub area: Option<String>,
    /// How often.
    pub asked: i64,
    /// When last, RFC 3339.
    pub asked_at: String,
    /// How it was worded lately.
    pub texts: Vec<String>,
}

/// What somebody thinks of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// It helped.
    Helpful,
    /// It is wrong.
    Wrong,
}

impl Verdict {
    fn as_str(self) -> &'static str {
        match self {
            Self::Helpful => "helpful",
            Self::Wrong => "wrong",
        }
    }
}

impl Store {
    /// Counts a question that found nothing. Who asked is not kept; how it was worded only in a server.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_gap(&self, asker: &Asker, gap: &NewGap<'_>, now: &str) -> Result<(), Fault> {
        let scope = super::access::scope_of(asker.guild);
        let doing = "noting a gap";
        let actors = serde_json::to_string(gap.actors).map_err(|e| Fault::new(doing, e))?;
        let area = gap.area.unwrap_or_default();
        let mut tx = self.begin(doing).await?;
        let id = sqlx::query_scalar!(
            r#"INSERT INTO gap (scope, kind, actors, area, asked, asked_at) VALUES ($1, $2, $3, $4, 1, $5)
               ON CONFLICT (scope, kind, actors, area) DO UPDATE SET asked = asked + 1, asked_at = excluded.asked_at
               RETURNING id AS "id!""#,
            scope,
            gap.kind,
            actors,
            area,
            now
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        if scope > 0 {
            let text: String = gap.text.chars().take(LONGEST_TEXT).collect();
            for write in [
                sqlx::query!(
                    "INSERT INTO gap_text (gap, text, asked_at) VALUES ($1, $2, $3)
                     ON CONFLICT (gap, text) DO UPDATE SET asked_at = excluded.asked_at",
                    id,
                    text,
                    now
                ),
                sqlx::query!(
                    "DELETE FROM gap_text WHERE gap = $1 AND text NOT IN
                         (SELECT text FROM gap_text WHERE gap = $1 ORDER BY asked_at DESC LIMIT $2)",
                    id,
                    MOST_TEXTS
                ),
            ] {
                write.execute(&mut *tx).await.map_err(fault(doing))?;
            }
        }
        tx.commit().await.map_err(fault(doing))
    }

    /// The gaps of a server, most asked first, each with how it was worded lately.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn gaps(&self, editor: &Editor, most: i64) -> Result<Vec<Gap>, Fault> {
        let doing = "reading gaps";
        let rows = sqlx::query!(
            r#"SELECT g.kind, g.actors, g.area, g.asked, g.asked_at,
                      (SELECT json_group_array(t.text) FROM
                          (SELECT text FROM gap_text WHERE gap = g.id ORDER BY asked_at DESC LIMIT 3) t) AS "texts!: String"
               FROM gap g WHERE g.scope = $1 ORDER BY g.asked DESC, g.id LIMIT $2"#,
            editor.scope,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault(doing))?;
        let read = |json: &str| serde_json::from_str::<Vec<String>>(json).map_err(|e| Fault::new(doing, e));
        rows.into_iter()
            .map(|row| {
                Ok(Gap {
                    kind: row.kind,
                    actors: read(&row.actors)?,
                    area: Some(row.area).filter(|area| !area.is_empty()),
                    asked: row.asked,
                    asked_at: row.asked_at,
                    texts: read(&row.texts)?,
                })
            })
            .collect()
    }

    /// Notes what somebody thinks of an answer that rests on an item; the last word counts.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn note_verdict(
        &self,
        asker: &Asker,
        item: &str,
        verdict: Verdict,
        now: &str,
    ) -> Result<(), Fault> {
        let Some(person) = asker.user.map(|user| user.to_string()) else { return Ok(()) };
        // An answer rests on a part of advice; what is judged is the item that it is a part of.
        let whole = self.whole_of_part(&self.viewer(asker), item).await?;
        let item = whole.as_deref().unwrap_or(item);
        let (scope, verdict) = (super::access::scope_of(asker.guild), verdict.as_str());
        self.write(
            "noting what somebody thinks of an answer",
            sqlx::query!(
                "INSERT INTO feedback (scope, item, person, verdict, given_at) VALUES ($1, $2, $3, $4, $5)
                 ON CONFLICT (scope, item, person) DO UPDATE SET verdict = excluded.verdict, given_at = excluded.given_at",
                scope,
                item,
                person,
                verdict,
                now
            ),
        )
        .await
        .map(|_| ())
    }

    /// How many people found answers that rest on an item helpful, and how many wrong, where a viewer is.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn verdicts_on(&self, viewer: &super::Viewer, item: &str) -> Result<(i64, i64), Fault> {
        let scope = viewer.scope();
        let row = sqlx::query!(
            r#"SELECT COALESCE(SUM(verdict = 'helpful'), 0) AS "helpful!: i64", COALESCE(SUM(verdict = 'wrong'), 0) AS "wrong!: i64"
               FROM feedback WHERE scope = $1 AND item = $2"#,
            scope,
            item
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what people think of an answer"))?;
        Ok((row.helpful, row.wrong))
    }
}

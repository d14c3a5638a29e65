//! Looking for what may answer a question: the newest about those whom it names, and what has its words.
//!
//! Each search reads so many rows and no more, however much there is: the newest of one range of an index, or the
//! newest that have a word. What a word is worth is for the desk to say, over what was found: a rank counted over all
//! statements (BM25) would look at each that has a common word, and would count those of other servers, too.

use super::{Store, Viewer, fault};
use crate::error::Fault;
use crate::knowledge::CitedStatement;

impl Store {
    /// The newest statements of an actor, or towards it; undated ones last.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn newest_of(
        &self,
        viewer: &Viewer,
        actor: &str,
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let scope = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT r.body AS "body!: String"
               FROM (SELECT * FROM (SELECT revision, day, scope, key FROM statement
                         WHERE subject = $2 AND scope = 0 ORDER BY day DESC LIMIT $3)
                     UNION SELECT * FROM (SELECT revision, day, scope, key FROM statement
                         WHERE subject = $2 AND scope = $1 ORDER BY day DESC LIMIT $3)
                     UNION SELECT s.revision, s.day, s.scope, s.key
                         FROM (SELECT statement, day FROM statement_partner
                                   WHERE partner = $2 AND scope = 0 ORDER BY day DESC LIMIT $3) p
                         JOIN statement s ON s.id = p.statement
                     UNION SELECT s.revision, s.day, s.scope, s.key
                         FROM (SELECT statement, day FROM statement_partner
                                   WHERE partner = $2 AND scope = $1 ORDER BY day DESC LIMIT $3) p
                         JOIN statement s ON s.id = p.statement) x
               JOIN revision r ON r.id = x.revision
               WHERE NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = 'statement' AND h.key = x.key)
               ORDER BY x.day DESC, x.key LIMIT $3"#,
            scope,
            actor,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the newest about an actor"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// The newest statements between two, either way; undated ones last.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn newest_between(
        &self,
        viewer: &Viewer,
        (one, other): (&str, &str),
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let scope = viewer.scope();
        let bodies = sqlx::query_scalar!(
            r#"SELECT DISTINCT x.body AS "body!: String"
               FROM (SELECT * FROM (SELECT body, day, scope, key FROM statement_partner
                         WHERE subject = $2 AND partner = $3 AND scope = 0 ORDER BY day DESC LIMIT $4)
                     UNION ALL SELECT * FROM (SELECT body, day, scope, key FROM statement_partner
                         WHERE subject = $3 AND partner = $2 AND scope = 0 ORDER BY day DESC LIMIT $4)
                     UNION ALL SELECT * FROM (SELECT body, day, scope, key FROM statement_partner
                         WHERE subject = $2 AND partner = $3 AND scope = $1 AND $1 <> 0 ORDER BY day DESC LIMIT $4)
                     UNION ALL SELECT * FROM (SELECT body, day, scope, key FROM statement_partner
                         WHERE subject = $3 AND partner = $2 AND scope = $1 AND $1 <> 0 ORDER BY day DESC LIMIT $4)) x
               WHERE NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = 'statement' AND h.key = x.key)
               ORDER BY x.day DESC, x.key LIMIT $4"#,
            scope,
            one,
            other,
            most
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the newest between two"))?;
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }

    /// The statements about all of some actors that have any of the words of a list, for each list so many, latest
    /// written first. Words are folded, and found in any of their English forms.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn having_words(
        &self,
        viewer: &Viewer,
        actors: &[&str],
        lists: &[Vec<String>],
        most: i64,
    ) -> Result<Vec<CitedStatement>, Fault> {
        let scope = viewer.scope();
        let searches: Vec<String> = lists
            .iter()
            .filter(|words| !words.is_empty())
            .map(|words| search(scope, actors, words))
            .collect();
        if searches.is_empty() {
            return Ok(Vec::new());
        }
        let mut bodies: Vec<String> = Vec::new();
        let mut reader = self.reader().await?;
        for search in searches {
            let found = sqlx::query_scalar!(
                r#"SELECT r.body AS "body!: String"
                   FROM (SELECT rowid AS id FROM statement_text WHERE statement_text MATCH $2 ORDER BY rowid DESC LIMIT $3) t
                   JOIN statement s ON s.id = t.id
                   JOIN revision r ON r.id = s.revision
                   WHERE s.scope IN (0, $1) AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = s.scope AND h.entity = 'statement' AND h.key = s.key)"#,
                scope,
                search,
                most
            )
            .fetch_all(&mut *reader)
            .await
            .map_err(fault("looking for words"))?;
            bodies.extend(found);
        }
        drop(reader);
        bodies.sort_unstable();
        bodies.dedup();
        self.cited(viewer, bodies.iter().map(String::as_str)).await
    }
}

/// A search in the words of FTS5 (<https://sqlite.org/fts5.html#full_text_query_syntax>). Each word stands in quotes, so
/// that none is taken for an operator.
fn search(scope: i64, actors: &[&str], words: &[String]) -> String {
    let quoted = |word: &str| format!("\"{}\"", word.replace('"', ""));
    let of: Vec<String> = actors.iter().map(|actor| quoted(actor)).collect();
    let of = of.iter().fold(String::new(), |all, actor| format!("{all} AND actors : {actor}"));
    let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
    let whose =
        if scope == 0 { "\"scope0\"".to_owned() } else { format!("(\"scope0\" OR \"scope{scope}\")") };
    format!("words : ({}) AND actors : {whose}{of}", words.join(" OR "))
}

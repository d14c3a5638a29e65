//! What is kept for readers: the layout that each chose, and lines too long for a button’s id.

use super::{Store, fault};
use crate::error::Fault;

impl Store {
    /// The layout that a reader chose last, as the word for it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn layout_of(&self, user: u64) -> Result<Option<String>, Fault> {
        let id = user.to_string();
        sqlx::query_scalar!("SELECT layout FROM reader WHERE id = ?1", id)
            .fetch_optional(&self.readers)
            .await
            .map_err(fault("reading a reader's layout"))
    }

    /// Remembers the layout that a reader chose.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn remember_layout(&self, user: u64, layout: &str) -> Result<(), Fault> {
        let id = user.to_string();
        sqlx::query!(
            "INSERT INTO reader (id, layout) VALUES (?1, ?2)
             ON CONFLICT (id) DO UPDATE SET layout = excluded.layout WHERE layout <> excluded.layout",
            id,
            layout
        )
        .execute(&self.writer)
        .await
        .map(|_| ())
        .map_err(fault("remembering a reader's layout"))
    }

    /// The number of a line that is too long for a button’s id; the same line has the same number.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn number_of_line(&self, line: &str) -> Result<i64, Fault> {
        sqlx::query!("INSERT INTO long_line (line) VALUES (?1) ON CONFLICT (line) DO NOTHING", line)
            .execute(&self.writer)
            .await
            .map_err(fault("keeping a long line"))?;
        sqlx::query_scalar!(r#"SELECT id AS "id!" FROM long_line WHERE line = ?1"#, line)
            .fetch_one(&self.writer)
            .await
            .map_err(fault("reading a long line"))
    }

    /// The line with a number.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn line_numbered(&self, number: i64) -> Result<Option<String>, Fault> {
        sqlx::query_scalar!("SELECT line FROM long_line WHERE id = ?1", number)
            .fetch_optional(&self.readers)
            .await
            .map_err(fault("reading a long line"))
    }
}

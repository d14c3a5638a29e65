//! The focus of channels: what their questions are about where they do not say.

use super::place::{Moderator, Presence, as_id};
use super::{Store, fault, unreadable};
use crate::error::{Error, Fault};

/// What a channel is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Focus {
    /// Whose policy, by key.
    pub subject: String,
    /// Towards whom.
    pub partners: Vec<String>,
    /// In which area.
    pub area: Option<String>,
    /// How answers are laid out there.
    pub layout: Option<String>,
}

impl Store {
    /// Says what a thread or a channel is about, in place of what it was; `whole` of a thread its channel or forum.
    ///
    /// # Errors
    /// A refusal where the same interaction did it before, a fault of the database.
    pub async fn set_focus(
        &self,
        by: &Moderator,
        whole: bool,
        focus: &Focus,
        now: &str,
    ) -> Result<(), Error> {
        let doing = "setting a focus";
        let (scope, channel) = (by.at.scope, place_of(by, whole));
        let partners = super::read::json(&focus.partners)?;
        let Focus { subject, area, layout, .. } = focus;
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        sqlx::query!(
            "INSERT INTO focus (scope, channel, subject, partners, area, layout, set_by, set_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
             ON CONFLICT (scope, channel) DO UPDATE SET subject = excluded.subject, partners = excluded.partners,
                 area = excluded.area, layout = excluded.layout, set_by = excluded.set_by, set_at = excluded.set_at",
            scope,
            channel,
            subject,
            partners,
            area,
            layout,
            by.person,
            now
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        Ok(tx.commit().await.map_err(fault(doing))?)
    }

    /// Ends the focus of a thread or a channel; whether it had one.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn clear_focus(&self, by: &Moderator, whole: bool) -> Result<bool, Fault> {
        let (scope, channel) = (by.at.scope, place_of(by, whole));
        let cleared = sqlx::query!("DELETE FROM focus WHERE scope = $1 AND channel = $2", scope, channel);
        Ok(self.write("clearing a focus", cleared).await? > 0)
    }

    /// What the questions of a place are about: its own focus, or that of its channel.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn focus(&self, at: &Presence, parent: Option<u64>) -> Result<Option<Focus>, Fault> {
        Ok(self.topic(at, parent).await?.0)
    }

    /// The focus of a place, and the question whose answer is discussed there. One read, as every question makes it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn topic(
        &self,
        at: &Presence,
        parent: Option<u64>,
    ) -> Result<(Option<Focus>, Option<String>), Fault> {
        let (scope, channel, parent) = (at.scope, at.channel, parent.map(as_id));
        let row = sqlx::query!(
            r#"SELECT f.subject AS "subject: String", f.partners AS "partners: String", f.area AS "area: String", f.layout AS "layout: String",
                      (SELECT d.line FROM discussion d WHERE d.thread = $2 AND d.scope = $1 AND d.home = $4
                           AND (d.status <> 'closed' OR d.thread <> d.home)
                       ORDER BY d.status = 'open' DESC, d.id DESC LIMIT 1) AS "line: String"
               FROM (SELECT 1) LEFT JOIN focus f ON f.scope = $1 AND f.channel = COALESCE(
                   (SELECT channel FROM focus WHERE scope = $1 AND channel = $2), $3)"#,
            scope,
            channel,
            parent,
            at.home
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a focus"))?;
        let focus = row.subject.zip(row.partners).map(|(subject, partners)| {
            let partners = serde_json::from_str(&partners).map_err(unreadable("a focus"))?;
            Ok(Focus { subject, partners, area: row.area, layout: row.layout })
        });
        Ok((focus.transpose()?, row.line.filter(|line| !line.is_empty())))
    }
}

/// The place whose focus is meant.
fn place_of(by: &Moderator, whole: bool) -> i64 {
    if whole { by.at.home.unwrap_or(by.at.channel) } else { by.at.channel }
}

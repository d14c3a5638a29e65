//! The sources of each scope, held in memory. Nearly every row of an answer names one of a few sources;
//! rows carry its key, and the source is looked up here instead of being read with each row.

use std::collections::HashMap;
use std::sync::Arc;

use super::read::decode;
use super::{Store, Viewer, fault};
use crate::error::Fault;
use crate::knowledge::Source;

pub(super) type ByKey = HashMap<String, Arc<Source>>;

/// The sources that a viewer sees: the public ones, and their server’s own, which go before those.
pub(super) struct VisibleSources {
    own: Arc<ByKey>,
    public: Arc<ByKey>,
}

impl VisibleSources {
    fn find(&self, key: &str) -> Option<&Arc<Source>> {
        self.own.get(key).or_else(|| self.public.get(key))
    }

    /// The source with this key.
    pub(super) fn get(&self, key: &str) -> Result<Arc<Source>, Fault> {
        self.find(key).cloned().ok_or_else(|| Fault::new("looking a source up", format!("there is no {key}")))
    }
}

impl Store {
    /// The sources that a viewer sees, with these keys among them: what another program has added since
    /// they were read is read now.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub(super) async fn seen_sources(
        &self,
        viewer: &Viewer,
        mut keys: impl Iterator<Item = &str>,
    ) -> Result<VisibleSources, Fault> {
        let scope = viewer.scope();
        let seen = VisibleSources { own: self.sources_in(scope).await?, public: self.sources_in(0).await? };
        if keys.all(|key| seen.find(key).is_some()) {
            return Ok(seen);
        }
        self.memory.sources.forget_all();
        Ok(VisibleSources { own: self.sources_in(scope).await?, public: self.sources_in(0).await? })
    }

    /// The sources with these keys, in their order.
    ///
    /// # Errors
    /// A fault if the database cannot be read, or there is none with one of the keys.
    pub async fn sources_named(&self, viewer: &Viewer, keys: &[String]) -> Result<Vec<Arc<Source>>, Fault> {
        let seen = self.seen_sources(viewer, keys.iter().map(String::as_str)).await?;
        keys.iter().map(|key| seen.get(key)).collect()
    }

    /// The sources that a viewer sees, in any order, without what rests on them.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn known_sources(&self, viewer: &Viewer) -> Result<Vec<Arc<Source>>, Fault> {
        let scope = viewer.scope();
        let hidden =
            sqlx::query_scalar!("SELECT key FROM hidden WHERE viewer = $1 AND entity = 'source'", scope)
                .fetch_all(&mut *self.reader().await?)
                .await
                .map_err(fault("reading which sources are hidden"))?;
        let mut seen = ByKey::clone(&*self.sources_in(0).await?);
        seen.retain(|key, _| !hidden.contains(key));
        seen.extend(ByKey::clone(&*self.sources_in(scope).await?));
        Ok(seen.into_values().collect())
    }

    async fn sources_in(&self, scope: i64) -> Result<Arc<ByKey>, Fault> {
        let changes = match self.memory.sources.held(scope) {
            Ok(held) => return Ok(held),
            Err(changes) => changes,
        };
        let rows = sqlx::query!(
            r#"SELECT c.key, r.body AS "body!" FROM source c JOIN revision r ON r.id = c.revision WHERE c.scope = $1"#,
            scope
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading sources"))?;
        let read: Result<ByKey, Fault> =
            rows.into_iter().map(|row| Ok((row.key, Arc::new(decode(&row.body, "a source")?)))).collect();
        Ok(self.memory.sources.put(scope, read?, changes))
    }
}

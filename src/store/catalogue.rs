//! The catalogue of each scope, held in memory: the public one, and those of servers that have
//! actors or areas of their own.

use std::collections::{HashMap, HashSet};
use std::sync::{Arc, PoisonError, RwLock};

use super::read::decode;
use super::{Store, Viewer, fault};
use crate::error::Fault;
use crate::knowledge::{Area, Catalogue, Concept, GazetteerBuilder, Lexicon};

/// The most catalogues of servers with names of their own that are held at once; each has all names of the world, some
/// eight megabytes. One that is not held is read again when it is needed.
const MOST_HELD: usize = 8;

/// The catalogues in memory.
#[derive(Debug, Default)]
pub(super) struct Catalogues(RwLock<LoadedCatalogues>);

#[derive(Debug, Default)]
struct LoadedCatalogues {
    public: Arc<Catalogue>,
    /// The servers whose catalogue is not the public one.
    differing: HashSet<i64>,
    of_servers: HashMap<i64, Arc<Catalogue>>,
    /// Counts up with each change, so that what was read before one is not kept after it.
    changes: u64,
}

impl Catalogues {
    fn update(&self, change: impl FnOnce(&mut LoadedCatalogues)) {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner));
    }

    /// Takes note that a server has nothing of its own any more.
    pub(super) fn forget(&self, scope: i64) {
        self.update(|held| {
            held.changes += 1;
            held.differing.remove(&scope);
            held.of_servers.remove(&scope);
        });
    }

    /// The catalogue of a scope if it is held; else the count of changes, to read it under.
    fn held(&self, scope: i64) -> Result<Arc<Catalogue>, u64> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        if held.differing.contains(&scope) {
            held.of_servers.get(&scope).cloned().ok_or(held.changes)
        } else {
            Ok(held.public.clone())
        }
    }
}

impl Store {
    /// The actors, areas and words that a viewer's requests may speak of.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn catalogue(&self, viewer: &Viewer) -> Result<Arc<Catalogue>, Fault> {
        let scope = viewer.scope();
        let changes = match self.memory.catalogues.held(scope) {
            Ok(held) => return Ok(held),
            Err(changes) => changes,
        };
        let fresh = Arc::new(self.read_catalogue(viewer).await?);
        self.memory.catalogues.update(|held| {
            if held.changes != changes {
                return;
            }
            if held.of_servers.len() >= MOST_HELD {
                held.of_servers.clear();
            }
            held.of_servers.insert(scope, fresh.clone());
        });
        Ok(fresh)
    }

    /// Reads the public catalogue anew, and forgets those of servers, which rest on it.
    pub(super) async fn refresh_catalogue(&self) -> Result<(), Fault> {
        let public = Arc::new(self.read_catalogue(&Viewer::public()).await?);
        let differing = sqlx::query_scalar!(
            "SELECT DISTINCT viewer FROM hidden WHERE entity IN ('actor', 'ambiguity', 'area', 'concept')"
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading which servers have their own actors"))?;
        self.memory.catalogues.update(|held| {
            // A server that changed while this was read keeps its own catalogue: it is read when asked for.
            let differing = differing.into_iter().chain(held.differing.iter().copied()).collect();
            *held =
                LoadedCatalogues { public, differing, of_servers: HashMap::new(), changes: held.changes + 1 };
        });
        Ok(())
    }

    /// Takes note that the actors or areas of a scope changed.
    pub(super) async fn catalogue_changed(&self, scope: i64) -> Result<(), Fault> {
        if scope == 0 {
            return self.refresh_catalogue().await;
        }
        self.memory.catalogues.update(|held| {
            held.changes += 1;
            held.differing.insert(scope);
            held.of_servers.remove(&scope);
        });
        Ok(())
    }

    async fn read_catalogue(&self, viewer: &Viewer) -> Result<Catalogue, Fault> {
        let guild = viewer.scope();
        let rows = sqlx::query!(
            r#"SELECT x.entity AS "entity!: String", r.body AS "body!", x.scope AS "scope!: i64"
               FROM (SELECT 'actor' AS entity, key, scope, 0 AS position, revision FROM actor
                     UNION ALL SELECT 'ambiguity', key, scope, 0, revision FROM ambiguity
                     UNION ALL SELECT 'concept', key, scope, 0, revision FROM concept
                     UNION ALL SELECT 'area', key, scope, position, revision FROM area) x
               JOIN revision r ON r.id = x.revision
               WHERE x.scope IN (0, $1)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = x.scope AND h.entity = x.entity AND h.key = x.key)
               ORDER BY x.position, x.key"#,
            guild
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading the catalogue"))?;
        let (mut gazetteer, mut areas, mut concepts) = (GazetteerBuilder::default(), Vec::new(), Vec::new());
        let hides_words = sqlx::query_scalar!(
            r#"SELECT EXISTS (SELECT 1 FROM hidden WHERE viewer = $1 AND entity IN ('area', 'concept')) AS "hides!: bool""#,
            guild
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("reading whether a server has words of its own"))?;
        let is_of_words = |entity: &str| matches!(entity, "area" | "concept");
        let has_own_words = hides_words || rows.iter().any(|row| row.scope != 0 && is_of_words(&row.entity));
        for row in rows {
            match row.entity.as_str() {
                "actor" => gazetteer.add(decode(&row.body, "an actor")?),
                "ambiguity" => gazetteer.share(decode(&row.body, "an ambiguous name")?),
                "concept" => concepts.push(decode::<Concept>(&row.body, "a concept")?),
                _ => areas.push(decode::<Area>(&row.body, "an area")?),
            }
        }
        // The names of the world take longer than anybody who waits for this thread should.
        let names = tokio::task::spawn_blocking(|| gazetteer.build());
        let shared = self.memory.catalogues.held(0).ok().filter(|_| guild != 0 && !has_own_words);
        let lexicon = match shared {
            Some(public) => public.lexicon.clone(),
            None => Arc::new(Lexicon::new(concepts, &areas)),
        };
        let names = names.await.map_err(|e| Fault::new("ordering names", e))?;
        Ok(Catalogue::with_lexicon(names, lexicon, areas))
    }
}

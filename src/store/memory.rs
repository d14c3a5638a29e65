//! What the store holds in memory of the database, and when it lets go of it: after each change that
//! this program makes, and when another program is seen to have made one.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::catalogue::Catalogues;
use super::conversations::Conversations;
use super::drafts::Unwritten;
use super::memberships::ScopeMemberships;
use super::observations::TableRow;
use super::settings::Setting;
use super::shelf::Shelf;
use super::sources::ByKey;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::Entity;

/// What is held in memory.
#[derive(Debug, Default)]
pub(super) struct Memory {
    pub(super) catalogues: Catalogues,
    pub(super) sources: Shelf<ByKey>,
    pub(super) memberships: Shelf<ScopeMemberships>,
    /// What is said of the tables about the world, which are the same for all.
    pub(super) tables: Shelf<Vec<TableRow>>,
    pub(super) drafts: Unwritten,
    pub(super) conversations: Conversations,
    /// Whether what was erased may still stand in the journal.
    pub(super) journal_is_full: AtomicBool,
    /// What was seen last when looking for changes of other programs.
    looked_at: Mutex<LookedAt>,
}

impl Memory {
    /// Forgets the memberships of a scope; where they are the public ones, those of servers, which rest on them, too.
    fn forget_memberships(&self, scope: i64) {
        match scope {
            0 => self.memberships.forget_all(),
            _ => self.memberships.forget(scope),
        }
    }
}

/// What tells that another program has changed something.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct LookedAt {
    /// The last revision.
    revision: i64,
    /// The digest of the files loaded: moving items within them makes no revision.
    digest: Option<String>,
}

impl Store {
    /// Takes note that items of these sorts changed in a scope, once that is committed: what is done is not said to have
    /// failed because the names could not be read anew.
    pub(super) async fn note_change(&self, scope: i64, entities: impl Iterator<Item = Entity>) {
        let (mut is_of_catalogue, mut is_source, mut is_membership) = (false, false, false);
        for entity in entities {
            match entity {
                Entity::Actor | Entity::Ambiguity | Entity::Area | Entity::Concept => is_of_catalogue = true,
                Entity::Source => is_source = true,
                Entity::Membership => is_membership = true,
                Entity::Statement | Entity::Recommendation => {}
            }
        }
        if is_source {
            self.memory.sources.forget(scope);
        }
        if is_membership {
            self.memory.forget_memberships(scope);
        }
        if is_of_catalogue {
            // Where that fails, the next look for changes finds the same and tells what is amiss.
            let _ = self.catalogue_changed(scope).await;
        }
    }

    /// Takes note that the public knowledge was loaded, and what rests on it may have moved.
    pub(super) async fn note_load(&self) -> Result<(), Fault> {
        self.memory.sources.forget_all();
        self.memory.memberships.forget_all();
        self.memory.tables.forget_all();
        self.refresh_catalogue().await
    }

    /// Takes note that a server has nothing of its own any more.
    pub(super) fn note_erasure(&self, scope: i64) {
        self.memory.catalogues.forget(scope);
        self.memory.sources.forget(scope);
        self.memory.memberships.forget(scope);
    }

    /// Looks for what another program has changed since the last look: an import or a load at the
    /// machine while the bot runs.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn look_for_changes(&self) -> Result<(), Fault> {
        if self.memory.journal_is_full.load(Ordering::Relaxed) {
            self.empty_journal().await;
        }
        let looked_at = || self.memory.looked_at.lock().unwrap_or_else(PoisonError::into_inner);
        let before = looked_at().clone();
        let digest = Setting::KnowledgeDigest.name();
        let row = sqlx::query!(
            r#"SELECT (SELECT MAX(id) FROM revision) AS "revision: i64", (SELECT value FROM setting WHERE name = $1) AS digest"#,
            digest
        )
        .fetch_one(&mut *self.reader().await?)
        .await
        .map_err(fault("looking for changes"))?;
        let seen = LookedAt { revision: row.revision.unwrap_or(0), digest: row.digest };
        if seen == before {
            return Ok(());
        }
        // Where a server was erased, the numbers of its revisions are given again.
        if seen.revision < before.revision || seen.digest != before.digest {
            self.note_load().await?;
        } else {
            // Of what changed in one server, others hear nothing.
            let changes = sqlx::query!(
                r#"SELECT scope AS "scope!: i64", entity IN ('actor', 'ambiguity', 'area', 'concept') AS "is_of_catalogue!: bool"
                   FROM revision WHERE id > $1"#,
                before.revision
            )
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault("looking for changes"))?;
            // Counted here: SQLite would go through all of history to have them in order.
            let mut scopes: HashMap<i64, bool> = HashMap::new();
            for change in changes {
                *scopes.entry(change.scope).or_default() |= change.is_of_catalogue;
            }
            for (scope, is_of_catalogue) in scopes {
                self.memory.sources.forget(scope);
                self.memory.forget_memberships(scope);
                if is_of_catalogue {
                    self.catalogue_changed(scope).await?;
                }
            }
        }
        *looked_at() = seen;
        Ok(())
    }
}

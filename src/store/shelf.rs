//! What is held in memory of each scope, until it changes there.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// The most scopes of which something is held at once; most servers have little of their own. One that is not
/// held is read again when it is needed.
const MOST_HELD: usize = 256;

/// Things in memory, by scope.
#[derive(Debug)]
pub(super) struct Shelf<T>(RwLock<Held<T>>);

#[derive(Debug)]
struct Held<T> {
    of_scopes: HashMap<i64, Arc<T>>,
    /// Counts up with each change, so that what was read before one is not kept after it.
    changes: u64,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self(RwLock::new(Held { of_scopes: HashMap::new(), changes: 0 }))
    }
}

impl<T> Shelf<T> {
    fn update<R>(&self, change: impl FnOnce(&mut Held<T>) -> R) -> R {
        change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
    }

    /// What is held of a scope; else the count of changes, to read it under.
    pub(super) fn held(&self, scope: i64) -> Result<Arc<T>, u64> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.of_scopes.get(&scope).cloned().ok_or(held.changes)
    }

    /// Holds what was read of a scope, unless something changed since the count was `changes`; gives it.
    pub(super) fn put(&self, scope: i64, read: T, changes: u64) -> Arc<T> {
        let read = Arc::new(read);
        self.update(|held| {
            if held.changes == changes {
                if held.of_scopes.len() >= MOST_HELD {
                    held.of_scopes.clear();
                }
                held.of_scopes.insert(scope, read.clone());
            }
        });
        read
    }

    /// Lets go of what is held of a scope.
    pub(super) fn forget(&self, scope: i64) {
        self.update(|held| {
            held.changes += 1;
            held.of_scopes.remove(&scope);
        });
    }

    /// Lets go of everything.
    pub(super) fn forget_all(&self) {
        self.update(|held| {
            held.changes += 1;
            held.of_scopes.clear();
        });
    }
}

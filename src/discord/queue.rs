//! The queue for large files: one is made or read at a time.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::error::{BadUse, Refusal};

/// Whoever makes or reads a large file waits for others to be done with theirs: what one takes in memory is taken once.
pub(super) struct FileQueue {
    turns: tokio::sync::Semaphore,
    waiting: AtomicUsize,
}

/// How many may wait; more are asked to come again.
const MOST_WAITING: usize = 20;

impl Default for FileQueue {
    fn default() -> Self {
        Self { turns: tokio::sync::Semaphore::new(1), waiting: AtomicUsize::new(0) }
    }
}

/// Somebody’s turn; it ends when this is dropped.
pub(super) struct FileTurn<'a> {
    _permit: tokio::sync::SemaphorePermit<'a>,
}

impl FileQueue {
    pub(super) async fn turn(&self) -> Result<FileTurn<'_>, Refusal> {
        struct Waiting<'a>(&'a AtomicUsize);
        impl Drop for Waiting<'_> {
            fn drop(&mut self) {
                self.0.fetch_sub(1, Ordering::Relaxed);
            }
        }
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        if before >= MOST_WAITING {
            return Err(BadUse::ManyFiles.into());
        }
        // It is never closed.
        let permit = self.turns.acquire().await.map_err(|_| Refusal::from(BadUse::ManyFiles))?;
        Ok(FileTurn { _permit: permit })
    }
}

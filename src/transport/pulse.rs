//! When each shard was last heard of.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// When each shard of this program last had a heartbeat answered; nothing where it did not yet.
#[derive(Debug, Default)]
pub(crate) struct Pulse {
    shards: Mutex<BTreeMap<u32, Option<Instant>>>,
}

impl Pulse {
    /// These shards are being connected.
    pub(super) fn begin(&self, range: RangeInclusive<u32>) {
        *self.shards() = range.map(|shard| (shard, None)).collect();
    }

    /// A shard gave a sign of life.
    pub(super) fn heard(&self, shard: u32) {
        self.shards().insert(shard, Some(Instant::now()));
    }

    /// The connection ended.
    pub(super) fn end(&self) {
        self.shards().values_mut().for_each(|heard| *heard = None);
    }

    /// How long ago the shard was heard of that was heard of longest ago; nothing where one was not heard of at all.
    pub(crate) fn age(&self) -> Option<Duration> {
        let shards = self.shards();
        let oldest = shards.values().copied().reduce(|one, other| one.zip(other).map(|(a, b)| a.min(b)));
        oldest.flatten().map(|heard| heard.elapsed())
    }

    fn shards(&self) -> std::sync::MutexGuard<'_, BTreeMap<u32, Option<Instant>>> {
        self.shards.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::Pulse;

    #[test]
    fn one_shard_that_was_not_heard_of_is_enough_to_be_amiss() {
        let pulse = Pulse::default();
        assert!(pulse.age().is_none(), "there is none");
        pulse.begin(2..=3);
        pulse.heard(2);
        assert!(pulse.age().is_none(), "the other was not heard of");
        pulse.heard(3);
        assert!(pulse.age().is_some());
        pulse.end();
        assert!(pulse.age().is_none());
    }
}

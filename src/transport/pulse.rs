//! When each shard was last heard of, and how often it asked for a session in vain.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The shards of this program.
#[derive(Debug, Default)]
pub(crate) struct Pulse {
    shards: Mutex<BTreeMap<u32, ShardPulse>>,
}

#[derive(Debug, Default)]
struct ShardPulse {
    /// When a heartbeat of it was last answered.
    heard: Option<Instant>,
    /// How many sessions it has asked for since one was granted.
    asked: u32,
}

impl Pulse {
    /// These shards are being connected.
    pub(super) fn begin(&self, range: RangeInclusive<u32>) {
        *self.shards() = range.map(|shard| (shard, ShardPulse::default())).collect();
    }

    /// A shard gave a sign of life.
    pub(super) fn heard(&self, shard: u32) {
        self.shards().insert(shard, ShardPulse { heard: Some(Instant::now()), asked: 0 });
    }

    /// A shard asks for a session.
    pub(super) fn asked(&self, shard: u32) {
        self.shards().entry(shard).or_default().asked += 1;
    }

    /// How many sessions the shard has asked for in vain that has asked for most.
    pub(super) fn asked_in_vain(&self) -> u32 {
        self.shards().values().map(|shard| shard.asked).max().unwrap_or(0)
    }

    /// The connection ended.
    pub(super) fn end(&self) {
        self.shards().values_mut().for_each(|shard| shard.heard = None);
    }

    /// How long ago the shard was heard of that was heard of longest ago; nothing where one was not heard of at all.
    pub(crate) fn age(&self) -> Option<Duration> {
        let shards = self.shards();
        let heard = shards.values().map(|shard| shard.heard);
        let oldest = heard.reduce(|one, other| one.zip(other).map(|(a, b)| a.min(b)));
        oldest.flatten().map(|heard| heard.elapsed())
    }

    fn shards(&self) -> std::sync::MutexGuard<'_, BTreeMap<u32, ShardPulse>> {
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

    #[test]
    fn sessions_are_counted_by_shard_until_one_is_granted() {
        let pulse = Pulse::default();
        pulse.begin(0..=1);
        for shard in [0, 1, 1] {
            pulse.asked(shard);
        }
        assert_eq!(pulse.asked_in_vain(), 2, "those of others are no concern of a shard");
        pulse.heard(1);
        assert_eq!(pulse.asked_in_vain(), 1);
    }
}

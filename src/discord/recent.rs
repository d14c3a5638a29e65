//! What was lately talked of in a channel, for ranking completions. Kept in memory and bounded:
//! losing it costs nothing but an order.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::commands::Takes;
use crate::request::Request;
use crate::store::Channel;

/// The most channels that are remembered; the one untouched for longest goes first.
const MOST_CHANNELS: usize = 1_000;
/// The most keys of each sort that are remembered of a channel.
const MOST_KEYS: usize = 10;

/// Actors, areas and sources lately asked about, by channel.
#[derive(Debug, Default)]
pub(super) struct Recent {
    channels: Mutex<Channels>,
}

#[derive(Debug, Default)]
struct Channels {
    /// Counts up with each note, to find the channel untouched for longest.
    clock: u64,
    talks: HashMap<u64, Talk>,
}

/// What a channel lately talked of; of each sort the latest first.
#[derive(Debug, Default)]
struct Talk {
    touched: u64,
    actors: VecDeque<String>,
    areas: VecDeque<String>,
    sources: VecDeque<String>,
}

impl Recent {
    /// The keys lately asked about in a channel that an option may take, latest first.
    #[must_use]
    pub(super) fn keys(&self, channel: u64, takes: Takes) -> Vec<String> {
        let channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner);
        let keys = channels.talks.get(&channel).and_then(|talk| match takes {
            Takes::Actor
            | Takes::ActorFilter
            | Takes::ActorList
            | Takes::Organisation
            | Takes::OrganisationFilter => Some(&talk.actors),
            Takes::Area => Some(&talk.areas),
            Takes::Source => Some(&talk.sources),
            _ => None,
        });
        keys.map_or(Vec::new(), |keys| keys.iter().cloned().collect())
    }

    /// Notes what a request names.
    pub(super) fn note(&self, channel: u64, request: &Request) {
        let (actors, area, source) = (request.actors(), request.area(), request.source());
        if actors.is_empty() && area.is_none() && source.is_none() {
            return;
        }
        let mut channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner);
        channels.clock += 1;
        let clock = channels.clock;
        let talk = channels.talks.entry(channel).or_default();
        talk.touched = clock;
        put_first(&mut talk.actors, actors.into_iter().rev());
        put_first(&mut talk.areas, area.into_iter());
        put_first(&mut talk.sources, source.into_iter());
        if channels.talks.len() > MOST_CHANNELS {
            let oldest = channels.talks.iter().min_by_key(|(_, talk)| talk.touched).map(|(id, _)| *id);
            if let Some(oldest) = oldest {
                channels.talks.remove(&oldest);
            }
        }
    }
}

/// Puts keys before all others, the last of them first.
fn put_first<'a>(known: &mut VecDeque<String>, keys: impl Iterator<Item = &'a str>) {
    for key in keys {
        known.retain(|other| other != key);
        known.push_front(key.to_owned());
    }
    known.truncate(MOST_KEYS);
}

/// Which channels are threads, and of what, as Discord said lately. Kept in memory and bounded: losing it costs a
/// request.
#[derive(Debug, Default)]
pub(super) struct Places {
    known: Mutex<HashMap<u64, Channel>>,
}

/// The most that are remembered; then they are asked anew.
const MOST_PLACES: usize = 10_000;

impl Places {
    /// What a channel is, if it was asked lately.
    pub(super) fn get(&self, id: u64) -> Option<Channel> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner).get(&id).copied()
    }

    /// Remembers what a channel is: a thread stays where it is for as long as there is one.
    pub(super) fn keep(&self, channel: Channel) {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= MOST_PLACES {
            known.clear();
        }
        known.insert(channel.id, channel);
    }
}

/// Interactions and messages lately received: the gateway may deliver one again after it resumes.
#[derive(Debug, Default)]
pub(super) struct SeenInteractions {
    seen: Mutex<Seen>,
}

#[derive(Debug, Default)]
struct Seen {
    ids: BTreeSet<u64>,
}

/// How long an interaction is good for, in milliseconds
/// (<https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages>).
const GOOD_FOR: u64 = 15 * 60 * 1_000;

/// How many are remembered at most.
const MOST_SEEN: usize = 200_000;

/// The bits of an id below its time in milliseconds
/// (<https://discord.com/developers/docs/reference#snowflakes>).
const BELOW_TIME: u32 = 22;

impl SeenInteractions {
    /// Whether this is the first time that one comes, and it is not long over. Its age is told by the latest that came,
    /// not by the clock of this machine, which may be wrong.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let latest = seen.ids.last().copied().unwrap_or(id).max(id);
        let oldest = (latest >> BELOW_TIME).saturating_sub(GOOD_FOR) << BELOW_TIME;
        if id < oldest || !seen.ids.insert(id) {
            return false;
        }
        while seen.ids.len() > MOST_SEEN || seen.ids.first().is_some_and(|first| *first < oldest) {
            seen.ids.pop_first();
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::SeenInteractions;

    #[test]
    fn one_that_comes_again_or_is_long_over_is_not_new() {
        let seen = SeenInteractions::default();
        let at = |minute: u64| (minute * 60_000) << 22;
        assert!(seen.is_new(at(100)));
        for other in 1..2_000 {
            assert!(seen.is_new(at(100) + other));
        }
        assert!(!seen.is_new(at(100)), "it came before, and many others since");
        assert!(seen.is_new(at(114)));
        assert!(!seen.is_new(at(98)), "its quarter of an hour is over");
        assert!(seen.is_new(at(99) + 1), "late, but not over");
    }
}

//! What was lately talked of in a channel, for ranking completions. Kept in memory and bounded:
//! losing it costs nothing but an order.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::commands::Takes;
use crate::request::Request;

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
            Takes::Actor | Takes::ActorFilter => Some(&talk.actors),
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

/// Interactions lately received: the gateway may deliver one again after it resumes.
#[derive(Debug, Default)]
pub(super) struct SeenInteractions {
    ids: Mutex<VecDeque<u64>>,
}

/// How many are remembered; a resume replays at most some minutes.
const MOST_SEEN: usize = 1_024;

impl SeenInteractions {
    /// Whether this is the first time that an interaction comes.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut ids = self.ids.lock().unwrap_or_else(PoisonError::into_inner);
        if ids.contains(&id) {
            return false;
        }
        ids.push_back(id);
        if ids.len() > MOST_SEEN {
            ids.pop_front();
        }
        true
    }
}

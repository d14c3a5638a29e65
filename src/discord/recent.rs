//! What was lately talked of in a channel, for ranking completions. Kept in memory and bounded:
//! losing it costs nothing but an order.

use std::collections::{HashMap, VecDeque};
use std::sync::{Mutex, PoisonError};

use crate::request::Request;

/// The most channels that are remembered; the one untouched for longest goes first.
const MOST_CHANNELS: usize = 1_000;
/// The most actors that are remembered of a channel.
const MOST_ACTORS: usize = 10;

/// Actors lately asked about, by channel.
#[derive(Debug, Default)]
pub(super) struct Recent {
    channels: Mutex<Channels>,
}

#[derive(Debug, Default)]
struct Channels {
    /// Counts up with each note, to find the channel untouched for longest.
    clock: u64,
    actors: HashMap<u64, (u64, VecDeque<String>)>,
}

impl Recent {
    /// The actors lately asked about in a channel, latest first.
    #[must_use]
    pub(super) fn actors(&self, channel: u64) -> Vec<String> {
        let channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner);
        channels.actors.get(&channel).map_or(Vec::new(), |(_, actors)| actors.iter().cloned().collect())
    }

    /// Notes the actors of a request.
    pub(super) fn note(&self, channel: u64, request: &Request) {
        let named = request.actors();
        if named.is_empty() {
            return;
        }
        let mut channels = self.channels.lock().unwrap_or_else(PoisonError::into_inner);
        channels.clock += 1;
        let clock = channels.clock;
        let (touched, actors) = channels.actors.entry(channel).or_default();
        *touched = clock;
        for id in named.into_iter().rev() {
            actors.retain(|known| known != id);
            actors.push_front(id.to_owned());
        }
        actors.truncate(MOST_ACTORS);
        if channels.actors.len() > MOST_CHANNELS {
            let oldest = channels.actors.iter().min_by_key(|(_, (touched, _))| *touched).map(|(id, _)| *id);
            if let Some(oldest) = oldest {
                channels.actors.remove(&oldest);
            }
        }
    }
}

/// Interactions lately received: the gateway may deliver one again after it resumes.
#[derive(Debug, Default)]
pub(super) struct Seen {
    ids: Mutex<VecDeque<u64>>,
}

/// How many are remembered; a resume replays at most some minutes.
const MOST_SEEN: usize = 1_024;

impl Seen {
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

//! What a page rests on: the statements that it shows, and whom it took from where.

use super::{Block, Line, Page};
use crate::words;

/// The questions that are about the world, and not about knowledge’s own life or a channel’s.
const OF_THE_WORLD: [&str; 11] = [
    "compare",
    "benefits",
    "recommend",
    "facts",
    "ask",
    "profile",
    "timeline",
    "relations",
    "organisation",
    "shared",
    "brief",
];

impl Page {
    /// Whether it answers a question about the world: a team can discuss it.
    #[must_use]
    pub fn is_of_world(&self) -> bool {
        OF_THE_WORLD.contains(&self.kind)
    }

    /// The keys of the statements that are laid out, in their order.
    #[must_use]
    pub fn rests_on(&self) -> Vec<String> {
        let cells = self.tables().flat_map(|table| table.rows.iter().flatten());
        let shown = cells.flat_map(|cell| &cell.entries).filter_map(|entry| Some(&entry.detail.as_ref()?.id));
        let found = self.explained.iter().flat_map(|explained| &explained.ids);
        let mut keys: Vec<String> = Vec::new();
        for key in shown.chain(found) {
            if !keys.contains(key) {
                keys.push(key.clone());
            }
        }
        keys
    }

    /// Says first that whom it is about was taken from the channel’s focus.
    pub fn note_focus(&mut self, names: &[&str]) {
        if self.opened.has_front() {
            self.front.insert(0, Block::Line(Line::small(words::team::from_focus(names))));
        }
    }

    /// Says that a name which several bear was taken for a state, and who else bears it.
    pub fn note_presumed(&mut self, typed: &str, state: &str, others: &[String]) {
        if self.opened.has_front() {
            self.front.insert(0, Block::Line(Line::small(words::answers::presumed(typed, state, others))));
        }
    }
}

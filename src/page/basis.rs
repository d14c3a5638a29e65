//! What a page rests on: the statements that it shows, and whom it took from where.

use super::{Block, Line, Page};
use crate::words;

impl Page {
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
}

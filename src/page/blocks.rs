//! A page broken into blocks for one layout: what a place needs to know to show it, and no more.
//! Places differ in markup and in how much fits at once; the blocks are the same for all.

use super::grid::{self, Grid, LONGEST_CELL};
use super::text::{cut_noting, fits_grid};
use super::{Cell, Detail, Page, Table, without_marks};
use crate::layout::Layout;

/// Columns of a table for desktops: what a Discord window shows without wrapping.
pub const WIDE: usize = 80;

/// Columns of a table for phones: what fits beside Discord’s margins on a small one.
pub const PHONE: usize = 38;

/// Below this width columns are too narrow to read, and rows are stacked instead.
const NARROW: usize = 56;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading above what follows.
    Heading(String),
    /// Lines of fixed width.
    Grid(Grid),
    /// One row of a table as a card.
    Card(Card),
    /// One row of a table as sentences.
    Sentences(Vec<String>),
}

/// One row of a table: what it is about, and each cell under its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The first cell.
    pub title: String,
    /// The other cells that hold anything.
    pub entries: Vec<Entry>,
}

/// A cell of a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The column.
    pub name: String,
    /// The text.
    pub text: String,
    /// What is said of it, in small.
    pub meta: String,
    /// The same for marking level and trend.
    pub detail: Option<Detail>,
}

/// A page in blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The layout that was used; never [`Layout::Auto`].
    pub layout: Layout,
    /// Whether any text was cut.
    pub cut: bool,
}

/// Breaks a page into blocks. Grids are at most `width` columns wide, and [`PHONE`] for phones.
#[must_use]
pub fn lay_out(page: &Page, layout: Layout, width: usize) -> Laid {
    let layout = settle(page, layout);
    let mut laid = Laid { blocks: Vec::new(), layout, cut: false };
    for table in &page.tables {
        if !table.title.is_empty() {
            laid.blocks.push(Block::Heading(table.title.clone()));
        }
        match layout {
            Layout::Wide | Layout::Auto => laid.add_grid(table, width),
            Layout::Phone => laid.add_grid(table, width.min(PHONE)),
            Layout::Cards => laid.add_cards(table),
            Layout::Plain => laid.add_sentences(table),
        }
    }
    laid
}

/// The layout that suits a page: a grid where all its text can be aligned, else cards. Text that
/// cannot be aligned is not put into columns even when asked for.
fn settle(page: &Page, layout: Layout) -> Layout {
    match layout {
        Layout::Cards | Layout::Plain => layout,
        grid if page.tables.iter().all(alignable) => {
            if grid == Layout::Auto {
                Layout::Wide
            } else {
                grid
            }
        }
        _ => Layout::Cards,
    }
}

fn alignable(table: &Table) -> bool {
    table.columns.iter().all(|column| fits_grid(column))
        && table.rows.iter().flatten().all(|cell| fits_grid(&cell.text) && fits_grid(&cell.meta))
}

impl Laid {
    fn add_grid(&mut self, table: &Table, width: usize) {
        let in_columns = if width < NARROW { None } else { grid::columns(table, width) };
        let grid = in_columns.unwrap_or_else(|| grid::stacked(table, width));
        self.cut |= grid.cut;
        self.blocks.push(Block::Grid(grid));
    }

    fn add_cards(&mut self, table: &Table) {
        for row in &table.rows {
            let title = row.first().map_or(String::new(), |cell| self.short(&cell.text));
            let entries = self.entries(table, row);
            self.blocks.push(Block::Card(Card { title, entries }));
        }
    }

    fn entries(&mut self, table: &Table, row: &[Cell]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for (name, cell) in table.columns.iter().zip(row).skip(1) {
            entries.push(Entry {
                name: name.clone(),
                text: self.short(&cell.text),
                meta: cell.meta.clone(),
                detail: cell.detail.clone(),
            });
        }
        entries
    }

    /// Each cell as a sentence: “History, Pakistan: Strong, longstanding support (assessment …).”
    fn add_sentences(&mut self, table: &Table) {
        for row in &table.rows {
            let title = row.first().map_or(String::new(), |cell| self.short(&cell.text));
            let lead =
                row.first().filter(|cell| !cell.meta.is_empty()).map(|cell| format!(" ({})", cell.meta));
            let sentences = self
                .entries(table, row)
                .into_iter()
                .map(|entry| {
                    let text = match entry.text.as_str() {
                        "—" => "nothing recorded".to_owned(),
                        text => without_marks(text).replace("\n• ", "; ").trim_start_matches("• ").to_owned(),
                    };
                    let text = text.strip_suffix('.').unwrap_or(&text);
                    let meta = without_marks(&entry.meta).replace(" · ", ", ");
                    let meta = if meta.is_empty() { String::new() } else { format!(" ({meta})") };
                    let lead = lead.as_deref().unwrap_or("");
                    format!("{title}{lead}, {}: {text}{meta}.", entry.name)
                })
                .collect();
            self.blocks.push(Block::Sentences(sentences));
        }
    }

    fn short(&mut self, text: &str) -> String {
        cut_noting(text, LONGEST_CELL, &mut self.cut)
    }
}

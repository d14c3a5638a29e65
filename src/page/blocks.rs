//! A page broken into pieces for one layout: what a place needs to know to show it, and no more.
//! Places differ in markup and in how much fits at once; the pieces are the same for all.

use super::grid::{self, Grid, LONGEST_ENTRY, NARROW, NOTHING};
use super::text::{cut_noting, fits_grid};
use super::{Block, Cell, Column, Page, Table};
use crate::layout::Layout;
use crate::section::Opened;
use crate::words;

/// Columns of a table for desktops: what a Discord window shows without wrapping.
pub const WIDE: usize = 78;

/// Columns of a table for phones: what fits beside Discord’s margins on a small one.
pub const PHONE: usize = 38;

/// The widest table that is readable on a phone and on a desktop
/// (a code block of more columns wraps on phones).
pub const ANYWHERE: usize = 42;

/// The most lines of a table that a phone shows without it being scrolled out of sight.
const MOST_LINES: usize = 30;

/// The most columns of a table that is readable anywhere: more leave too little for sentences.
const MOST_COLUMNS: usize = 3;

/// The longest text of a cell, in characters, that stands in one line with the others of its row.
const LONGEST_IN_LINE: usize = 20;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LaidPiece {
    /// A heading above what follows.
    Heading(String),
    /// Lines of fixed width.
    Grid(Grid),
    /// A line that wraps by itself.
    Line(WrappingLine),
    /// Every source that is cited, with its address.
    Sources,
}

/// A line that wraps by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrappingLine {
    /// How it stands.
    pub style: Style,
    /// What stands before it, if anything: a date, a partner.
    pub label: Option<Column>,
    /// What it says, with the numbers of its sources.
    pub text: String,
    /// These numbers.
    pub cites: Vec<usize>,
}

/// How a line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// As text.
    Plain,
    /// As the name of what follows.
    Strong,
    /// As text that belongs to the name above it.
    Below,
    /// In small print.
    Small,
    /// In small print that belongs to the line above it.
    SmallBelow,
}

/// A page in pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Laid {
    /// The pieces in reading order.
    pub pieces: Vec<LaidPiece>,
    /// Whether any text was cut.
    pub cut: bool,
}

/// How tables are laid out once a layout was settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Settled {
    /// In columns of at most so many display columns.
    Columns(usize),
    /// As lines, partners by their flags where they have any.
    Lines,
    /// As lines, everything by name.
    Cards,
    /// As sentences, for those to whom it is read aloud.
    Sentences,
}

/// Breaks a page into pieces. Grids are at most `width` columns wide. A place `with_flags` shows emoji.
#[must_use]
pub fn lay_out(page: &Page, layout: Layout, width: usize, is_chat: bool) -> Laid {
    let settled = settle(page, layout, width, is_chat);
    let mut laid = Laid { pieces: Vec::new(), cut: false };
    laid.add(page, &page.front, settled);
    for section in &page.sections {
        if page.opened == Opened::All {
            laid.pieces.push(LaidPiece::Heading(words::sections::title(section.name).to_owned()));
        }
        laid.add(page, &section.blocks, settled);
    }
    laid
}

/// The layout that suits a page and a place. Text that cannot be aligned is not put into columns even when asked for.
fn settle(page: &Page, layout: Layout, width: usize, is_chat: bool) -> Settled {
    let aligns = || page.tables().all(alignable);
    match layout {
        Layout::Plain => Settled::Sentences,
        Layout::Cards => Settled::Cards,
        Layout::Wide if aligns() => Settled::Columns(width),
        Layout::Phone if aligns() => Settled::Columns(width.min(PHONE)),
        Layout::Auto if is_chat && aligns() && fits(page, ANYWHERE.min(width)) => {
            Settled::Columns(ANYWHERE.min(width))
        }
        Layout::Auto if !is_chat && width >= NARROW && aligns() => Settled::Columns(width),
        _ if is_chat => Settled::Lines,
        // Flags are no letters, and few terminals draw them.
        _ => Settled::Cards,
    }
}

/// Whether all tables of a page stay within the lines of a screen at a width.
fn fits(page: &Page, width: usize) -> bool {
    let mut lines = 0;
    for table in page.tables() {
        let most = if table.head { MOST_COLUMNS } else { usize::MAX };
        let grid = Some(table).filter(|table| table.columns.len() <= most);
        let Some(grid) = grid.and_then(|table| grid::columns(page, table, width)) else { return false };
        lines += grid.lines();
        if lines > MOST_LINES {
            return false;
        }
    }
    true
}

fn alignable(table: &Table) -> bool {
    let fits = |cell: &Cell| cell.entries.iter().all(|entry| fits_grid(entry.text()));
    table.columns.iter().all(|column| fits_grid(&column.name)) && table.rows.iter().flatten().all(fits)
}

impl Laid {
    fn add(&mut self, page: &Page, blocks: &[Block], settled: Settled) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.pieces.push(LaidPiece::Heading(heading.clone())),
                Block::Line(line) => {
                    let tail = if settled == Settled::Sentences { line.after.clone() } else { line.tail() };
                    let style = if line.small { Style::Small } else { Style::Plain };
                    let text = format!("{}{}{}", line.text, page.marks(&line.cites), tail);
                    let cites = page.numbers(&line.cites);
                    self.pieces.push(LaidPiece::Line(WrappingLine { style, label: None, text, cites }));
                }
                Block::Sources => self.pieces.push(LaidPiece::Sources),
                Block::Table(table) => self.table(page, table, settled),
            }
        }
    }

    fn line(&mut self, page: &Page, style: Style, label: Option<Column>, text: &str, cites: &[String]) {
        let text = format!("{text}{}", page.marks(cites));
        self.pieces.push(LaidPiece::Line(WrappingLine { style, label, text, cites: page.numbers(cites) }));
    }

    fn table(&mut self, page: &Page, table: &Table, settled: Settled) {
        match settled {
            Settled::Columns(width) => match grid::columns(page, table, width) {
                Some(grid) => {
                    self.cut |= grid.cut;
                    self.pieces.push(LaidPiece::Grid(grid));
                }
                None => self.lines(page, table, false),
            },
            Settled::Lines => self.lines(page, table, true),
            Settled::Cards => self.lines(page, table, false),
            Settled::Sentences => self.sentences(page, table),
        }
    }

    /// A row as lines: its name, then each cell under its column; a row of two cells as one line.
    fn lines(&mut self, page: &Page, table: &Table, flags: bool) {
        for row in &table.rows {
            let Some((first, cells)) = row.split_first() else { continue };
            let title = first.first().unwrap_or_default().to_owned();
            if let Some(line) = in_one_line(page, table, row, flags) {
                self.pieces.push(LaidPiece::Line(line));
                continue;
            }
            let is_list =
                cells.len() == 1 && (!table.head || cells.iter().all(|cell| cell.entries.len() <= 1));
            if !is_list {
                self.line(page, Style::Strong, None, &title, &[]);
            }
            for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                let label = match (is_list, cells.len()) {
                    (true, _) => Some(Column::named(title.clone())).filter(|label| !label.name.is_empty()),
                    (false, 1) => None,
                    (false, _) if flags => Some(column.clone()),
                    (false, _) => Some(Column::named(column.name.clone())),
                };
                if cell.entries.is_empty() {
                    let style = if is_list { Style::Plain } else { Style::Below };
                    self.line(page, style, label, NOTHING, &[]);
                    continue;
                }
                for (index, entry) in cell.entries.iter().enumerate() {
                    let style = match (entry.under, is_list) {
                        (true, _) => Style::SmallBelow,
                        (false, true) => Style::Plain,
                        (false, false) => Style::Below,
                    };
                    let said = cut_noting(&entry.said(true), LONGEST_ENTRY, &mut self.cut);
                    let label = if index == 0 { label.clone() } else { None };
                    self.line(page, style, label, &said, &entry.cites);
                }
            }
        }
    }

    /// Each cell as a sentence: “Historical Trust, Pakistan: Strong, longstanding support (strong); 2023-02 …”
    fn sentences(&mut self, page: &Page, table: &Table) {
        for row in &table.rows {
            let Some((first, cells)) = row.split_first() else { continue };
            let title = first.first().unwrap_or_default().to_owned();
            for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                let said: Vec<String> = cell
                    .entries
                    .iter()
                    .map(|entry| {
                        let said = cut_noting(&entry.said(false), LONGEST_ENTRY, &mut self.cut);
                        let said = said.trim_start_matches("• ").trim_end_matches('.');
                        format!("{said}{}", page.marks(&entry.cites))
                    })
                    .collect();
                let said = if said.is_empty() {
                    words::answers::NOTHING_RECORDED.to_owned()
                } else {
                    said.join("; ")
                };
                let name = if table.head && !column.name.is_empty() {
                    format!(", {}", column.name)
                } else {
                    String::new()
                };
                let lead = format!("{title}{name}");
                let lead = if lead.is_empty() { String::new() } else { format!("{lead}: ") };
                let cites: Vec<usize> =
                    cell.entries.iter().flat_map(|entry| page.numbers(&entry.cites)).collect();
                let (style, text) = (Style::Plain, format!("{lead}{said}."));
                self.pieces.push(LaidPiece::Line(WrappingLine { style, label: None, text, cites }));
            }
        }
    }
}

/// A row of several short cells as one line: “NATO  🇹🇷 ✓ 1952 · 🇵🇰 — · 🇮🇳 —”.
fn in_one_line(page: &Page, table: &Table, row: &[Cell], flags: bool) -> Option<WrappingLine> {
    let (first, cells) = row.split_first()?;
    let is_short = |cell: &Cell| {
        cell.entries.len() <= 1 && cell.first().is_none_or(|text| text.chars().count() <= LONGEST_IN_LINE)
    };
    if !table.head || cells.len() < 2 || !cells.iter().all(is_short) {
        return None;
    }
    let named = table.columns.iter().skip(1).zip(cells).map(|(column, cell)| {
        let name = column.flag.as_ref().filter(|_| flags).unwrap_or(&column.name);
        let said = cell.entries.first().map_or(NOTHING.to_owned(), |entry| entry.said(true));
        format!(
            "{name}\u{A0}{}{}",
            said.replace(' ', "\u{A0}"),
            cell.entries.first().map_or(String::new(), |entry| page.marks(&entry.cites))
        )
    });
    let text = named.collect::<Vec<_>>().join(" · ");
    let cites =
        cells.iter().flat_map(|cell| &cell.entries).flat_map(|entry| page.numbers(&entry.cites)).collect();
    let label = Some(Column::named(first.first().unwrap_or_default()));
    Some(WrappingLine { style: Style::Plain, label, text, cites })
}

impl Page {
    /// The numbers under which sources are cited, each once and in order.
    #[must_use]
    pub fn numbers(&self, cites: &[String]) -> Vec<usize> {
        let mut numbers: Vec<usize> = cites.iter().filter_map(|id| self.number(id)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    }

    /// The numbers of sources, as they stand behind a text: “ `[1] [3]`”, held together.
    #[must_use]
    pub fn marks(&self, cites: &[String]) -> String {
        self.numbers(cites).iter().map(|n| format!("\u{A0}[{n}]")).collect()
    }
}

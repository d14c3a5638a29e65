//! Tables in monospaced columns. Widths are display columns; a cell too wide wraps inside itself.
//!
//! Wrapping is `textwrap`’s; which column gets how much is decided here, as rows are laid out one by one (a long
//! table is shown on several pages) and must agree.

use std::borrow::Cow;

use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

use super::text::{cut_noting, width, without_emoji};
use super::{Cell, Page, Table};

/// Below this width columns are too narrow to read where they break words.
pub const NARROW: usize = 56;

/// The narrowest a column may get; narrower ones break every word.
const NARROWEST: usize = 8;

/// The longest word, or words held together, for which other columns give way where they can.
const LONGEST_WORD: usize = 28;

/// How many spaces stand between two columns.
const BETWEEN: usize = 2;

/// How far what stands under an entry is set in.
const INDENT: usize = 1;

/// Tables of more rows are not balanced: with many rows it saves little and costs time.
const MOST_BALANCED: usize = 24;

/// How many columns of width are tried to be moved at once.
const MOST_MOVED: usize = 3;

/// The longest text of one entry in a grid, in characters. A longer one would push the rest of its
/// row off every screen; it is cut, which the page says, and the file export has it whole.
pub const LONGEST_ENTRY: usize = 500;

/// The longest title of a column in a grid, in characters.
const LONGEST_HEAD: usize = 40;

/// What stands where nothing is recorded.
pub const NOTHING: &str = "—";

/// A table as lines of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The lines of the head with the rule below it.
    pub head: Vec<String>,
    /// The lines of each row.
    pub rows: Vec<Vec<String>>,
    /// The numbers of the sources that each row cites.
    pub cites: Vec<Vec<usize>>,
    /// Whether any cell was cut.
    pub cut: bool,
}

impl Grid {
    /// How many lines it takes.
    #[must_use]
    pub fn lines(&self) -> usize {
        self.head.len() + self.rows.iter().map(Vec::len).sum::<usize>()
    }
}

/// One line of a cell before it is wrapped: what it says, and how far it is set in.
type CellLine = (String, usize);

/// Lays a table out in columns within a width; nothing where it has too many columns for that.
#[must_use]
pub fn columns(page: &Page, table: &Table, most: usize) -> Option<Grid> {
    let count = table.columns.len();
    let between = BETWEEN * count.saturating_sub(1);
    let room = most.checked_sub(between).filter(|room| count > 0 && *room >= count * NARROWEST)?;
    let mut was_cut = false;
    let head: Vec<Vec<CellLine>> =
        table.columns.iter().map(|column| vec![(head_text(&column.name, &mut was_cut), 0)]).collect();
    let rows: Vec<Vec<Vec<CellLine>>> = table
        .rows
        .iter()
        .map(|row| row.iter().map(|cell| pieces(page, cell, &mut was_cut)).collect())
        .collect();
    let mut needs: Vec<Need> = (0..count)
        .map(|column| {
            let shown = head.get(column).filter(|_| table.head);
            Need::of(rows.iter().filter_map(|row| row.get(column)).chain(shown))
        })
        .collect();
    let natural: usize = needs.iter().map(|need| need.natural).sum();
    if let (Some(first), true) = (needs.first_mut(), count > 2 && natural > room) {
        // Beside several columns of text the name of a row may take as many lines as they do.
        first.natural = first.word;
    }
    let mut widths = share(&needs, room);
    if natural > room && rows.len() <= MOST_BALANCED {
        balance(&mut widths, &needs, &rows);
    }
    // On a narrow screen a table that breaks words is worse than none.
    if most < NARROW && needs.iter().zip(&widths).any(|(need, width)| need.word > *width) {
        return None;
    }
    let mut lines = Vec::new();
    if table.head {
        lines = wrap_row(&head, &widths);
        let total = widths.iter().sum::<usize>() + between;
        lines.push("─".repeat(total));
    }
    let rows = rows.iter().map(|row| wrap_row(row, &widths)).collect();
    let cites = table.rows.iter().map(|row| {
        let entries = row.iter().flat_map(|cell| &cell.entries);
        entries.flat_map(|entry| page.numbers(&entry.cites)).collect()
    });
    Some(Grid { head: lines, rows, cites: cites.collect(), cut: was_cut })
}

/// A column’s title: short enough that the head leaves room for rows on every page.
fn head_text(title: &str, was_cut: &mut bool) -> String {
    cut_noting(&without_emoji(title), LONGEST_HEAD, was_cut)
}

/// The lines of a cell: its entries with their numbers, what stands under one set in.
fn pieces(page: &Page, cell: &Cell, was_cut: &mut bool) -> Vec<CellLine> {
    if cell.entries.is_empty() {
        return vec![(NOTHING.to_owned(), 0)];
    }
    let piece = |entry: &super::Entry| {
        let said = without_emoji(&cut_noting(&entry.said(true), LONGEST_ENTRY, was_cut));
        (format!("{said}{}", page.marks(&entry.cites)), if entry.under { INDENT } else { 0 })
    };
    cell.entries.iter().map(piece).collect()
}

/// What a column needs, in display columns.
#[derive(Debug, Clone, Copy, Default)]
struct Need {
    /// Its longest line: with that much nothing in it wraps.
    natural: usize,
    /// Its longest word, or words held together: with less, they are broken.
    word: usize,
    /// Its longest cell with all its lines one after another.
    cell: usize,
}

impl Need {
    fn of<'a>(cells: impl Iterator<Item = &'a Vec<CellLine>>) -> Self {
        let mut need = Self { natural: 1, word: 1, cell: 1 };
        for cell in cells {
            let mut whole = 0;
            for (line, indent) in cell {
                let line_width = width(line) + indent;
                need.natural = need.natural.max(line_width);
                whole += line_width;
                need.word = need.word.max(line.split(' ').map(width).max().unwrap_or(0) + indent);
            }
            need.cell = need.cell.max(whole);
        }
        need
    }

    /// The least that it may get: all that it needs where that is no more than its equal share (`fair`), else
    /// enough for each word up to `longest`.
    fn least(self, fair: usize, longest: usize) -> usize {
        if self.natural <= fair { self.natural } else { self.word.min(longest).max(NARROWEST) }
    }

    /// What lets its longest cell take about so many lines.
    fn within(self, lines: usize) -> usize {
        self.cell.div_ceil(lines).min(self.natural)
    }
}

/// Shares the room among columns: narrow ones get what they need, the others as much as lets their cells
/// take the fewest lines; then, of what is left, none more than it needs and each else the same. Words stay
/// whole up to the longest for which there is room.
fn share(needs: &[Need], room: usize) -> Vec<usize> {
    let fair = room / needs.len().max(1);
    let least = |longest: usize| needs.iter().map(move |need| need.least(fair, longest));
    let longest = (fair..=fair.max(LONGEST_WORD))
        .rev()
        .find(|longest| least(*longest).sum::<usize>() <= room)
        .unwrap_or(fair);
    let at = |lines: usize| {
        let enough = needs.iter().map(|need| need.within(lines));
        enough.zip(least(longest)).map(|(enough, least)| enough.max(least)).collect::<Vec<_>>()
    };
    // With many lines each gets its least, for which there is room.
    let lines = (1..=2 * LONGEST_ENTRY).find(|lines| at(*lines).iter().sum::<usize>() <= room);
    let mut widths = at(lines.unwrap_or(2 * LONGEST_ENTRY));
    let mut left = room.saturating_sub(widths.iter().sum());
    let mut wanting: Vec<usize> = (0..needs.len()).filter(|n| widths[*n] < needs[*n].natural).collect();
    wanting.sort_by_key(|column| needs[*column].natural - widths[*column]);
    let many = wanting.len();
    for (served, column) in wanting.into_iter().enumerate() {
        let more = (left / (many - served)).min(needs[column].natural - widths[column]);
        widths[column] += more;
        left -= more;
    }
    widths
}

/// The widths of the words of a line, and how far it is set in.
type Widths = (Vec<usize>, usize);

/// Moves single columns of width from one column of the table to another while that saves lines.
fn balance(widths: &mut [usize], needs: &[Need], rows: &[Vec<Vec<CellLine>>]) {
    // The widths of the words, once: they are added up again and again.
    let words: Vec<Vec<Vec<Widths>>> = rows
        .iter()
        .map(|row| {
            let cell = |cell: &Vec<CellLine>| {
                let piece = |(text, indent): &CellLine| (text.split(' ').map(width).collect(), *indent);
                cell.iter().map(piece).collect()
            };
            row.iter().map(cell).collect()
        })
        .collect();
    let total = |widths: &[usize]| -> usize {
        let height = |(cell, most): (&Vec<Widths>, &usize)| -> usize {
            cell.iter().map(|(words, indent)| lines_of(words, most - indent.min(most))).sum()
        };
        words.iter().map(|row| row.iter().zip(widths).map(height).max().unwrap_or(0)).sum()
    };
    let mut best = total(widths);
    let count = widths.len();
    let pairs = (0..count).flat_map(|from| (0..count).map(move |to| (from, to)));
    for (from, to) in pairs.filter(|(from, to)| from != to) {
        for by in 1..=MOST_MOVED {
            // No word is broken for it.
            if widths[from] < needs[from].word.max(NARROWEST) + by {
                break;
            }
            let mut moved = widths.to_vec();
            moved[from] -= by;
            moved[to] += by;
            let lines = total(&moved);
            if lines < best {
                best = lines;
                widths.copy_from_slice(&moved);
                break;
            }
        }
    }
}

/// How many lines words take within a width, where none is cut.
fn lines_of(words: &[usize], most: usize) -> usize {
    let (mut lines, mut length) = (1, 0);
    for word in words {
        let with_space = if length == 0 { *word } else { length + 1 + word };
        if length > 0 && with_space > most {
            lines += 1;
            length = *word;
        } else {
            length = with_space;
        }
        // A word that is wider than the column goes on in the next line.
        while length > most.max(1) {
            lines += 1;
            length -= most.max(1);
        }
    }
    lines
}

/// A row of cells side by side, each wrapped in its column; no line ends in spaces.
fn wrap_row(cells: &[Vec<CellLine>], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| {
            cell.iter().flat_map(|(text, indent)| wrap_indented(text, *width, *indent)).collect()
        })
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let mut text = String::new();
            let mut column_start = 0;
            for (cell, column_width) in wrapped.iter().zip(widths) {
                let part = cell.get(line).map_or("", String::as_str);
                if !part.is_empty() {
                    let missing = column_start - width(&text).min(column_start);
                    text.push_str(&" ".repeat(missing));
                    text.push_str(part);
                }
                column_start += column_width + BETWEEN;
            }
            text
        })
        .collect()
}

/// A text whose words fit a width as far as they can: what no-break spaces hold together that is wider
/// than that is let go there, and not broken in the middle of a word.
fn loosened(text: &str, most: usize) -> Cow<'_, str> {
    let is_wide = |word: &str| word.contains('\u{A0}') && width(word) > most;
    if !text.split(' ').any(is_wide) {
        return text.into();
    }
    // “words [2] [3]” is let go before the numbers first.
    let loosen = |word: &str| {
        let parts = if is_wide(word) { word.replace("\u{A0}[", " [") } else { word.to_owned() };
        let part = |part: &str| if is_wide(part) { part.replace('\u{A0}', " ") } else { part.to_owned() };
        parts.split(' ').map(part).collect::<Vec<_>>().join(" ")
    };
    text.split(' ').map(loosen).collect::<Vec<_>>().join(" ").into()
}

/// Wraps a text at words to a width, hard where a word is wider.
#[must_use]
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    wrap_indented(text, most, 0)
}

/// The same, every line set in.
pub(super) fn wrap_indented(text: &str, most: usize, indent: usize) -> Vec<String> {
    let indent = indent.min(most.saturating_sub(1));
    let spaces = " ".repeat(indent);
    let options = Options::new(most.max(1))
        .initial_indent(&spaces)
        .subsequent_indent(&spaces)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    let text = loosened(text, most - indent.min(most));
    let lines = textwrap::wrap(&text, options);
    lines
        .into_iter()
        .map(|line| line.trim_end().replace('\u{A0}', " "))
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::page::Column;
    use crate::page::text::clean;

    fn page() -> Page {
        crate::page::report(&crate::page::Report::new("change", crate::answer::curation::Headline::Cancelled))
    }

    fn table(cells: &[&str]) -> Table {
        Table {
            columns: ["Area", "Pakistan", "India"].map(Column::named).to_vec(),
            head: true,
            rows: vec![cells.iter().map(|text| Cell::text(*text)).collect()],
        }
    }

    #[test]
    fn cells_wrap_inside_themselves() {
        let table = table(&[
            "Defense Collaboration",
            "Joint military exercises & arms trade",
            "Minimal-to-no defense ties",
        ]);
        let grid = columns(&page(), &table, 60).unwrap();
        let text = [grid.head, grid.rows.concat()].concat().join("\n");
        insta::assert_snapshot!(text);
    }

    #[test]
    fn no_column_starves_beside_words_without_end() {
        let needs = [Need { natural: 400, word: 4, cell: 400 }, Need { natural: 300, word: 300, cell: 300 }];
        assert!(share(&needs, 77).iter().all(|width| *width > 30), "{:?}", share(&needs, 77));
    }

    #[test]
    fn too_many_columns_for_the_width_are_refused() {
        assert_eq!(columns(&page(), &table(&["a", "b", "c"]), 20), None);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(cells in prop::collection::vec("\\PC{0,200}", 3), most in 30_usize..120) {
            let cells: Vec<String> = cells.iter().map(|text| clean(text)).collect();
            let table = table(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            let Some(grid) = columns(&page(), &table, most) else {
                // Only where it would break a word on a narrow screen.
                prop_assert!(most < NARROW && cells.iter().flat_map(|text| text.split(' ')).any(|word| width(word) >= NARROWEST));
                return Ok(());
            };
            for line in grid.head.iter().chain(grid.rows.iter().flatten()) {
                prop_assert!(width(line) <= most, "{} > {most}: {line:?}", width(line));
            }
        }

        #[test]
        fn nothing_is_lost_that_fits(words in prop::collection::vec("[a-zé]{1,12}", 1..20), most in 40_usize..100) {
            let text = words.join(" ");
            let table = table(&["x", &text, "y"]);
            let grid = columns(&page(), &table, most).unwrap();
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            let shown: usize = grid.rows.iter().flatten().map(|line| letters(line)).sum();
            prop_assert_eq!(shown, letters(&text) + 2);
        }
    }
}

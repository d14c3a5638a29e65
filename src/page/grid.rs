//! Tables in monospaced columns. Widths are display columns; a cell too wide wraps inside itself.
//!
//! Wrapping and padding are `comfy-table`’s; which column gets how much is decided here, as rows
//! are laid out one by one (a long table is shown on several pages) and must agree.

use std::borrow::Cow;

use comfy_table::{
    ColumnConstraint, ContentArrangement, ContentLineStyle, Table as Comfy, TableStyle, Width,
};

use super::text::{cut_noting, width, without_emoji};
use super::{Cell, Table};

/// The narrowest a column may get; narrower ones break every word.
const NARROWEST: usize = 8;

/// The longest word, or words held together, for which other columns give way where they can.
const LONGEST_WORD: usize = 28;

/// What stands between two columns: space, bar, space.
const BETWEEN: usize = 3;

/// The longest text of one cell in a grid, in characters. A longer one would push the rest of its
/// row off every screen; it is cut, which the page says, and the file export has it whole.
pub const LONGEST_CELL: usize = 500;

/// The longest title of a column in a grid, in characters.
const LONGEST_HEAD: usize = 40;

/// A table as lines of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The lines of the head with the rule below it.
    pub head: Vec<String>,
    /// The lines of each row.
    pub rows: Vec<Vec<String>>,
    /// Whether any cell was cut.
    pub cut: bool,
}

/// Lays a table out in columns within a width; nothing where it has too many columns for that.
#[must_use]
pub fn columns(table: &Table, most: usize) -> Option<Grid> {
    let count = table.columns.len();
    let between = BETWEEN * count.saturating_sub(1);
    let room = most.checked_sub(between).filter(|room| count > 0 && *room >= count * NARROWEST)?;
    let mut was_cut = false;
    let head: Vec<String> = table.columns.iter().map(|title| head_text(title, &mut was_cut)).collect();
    let rows: Vec<Vec<String>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell_text(cell, &mut was_cut)).collect()).collect();
    let needs: Vec<Need> = (0..count)
        .map(|column| Need::of(rows.iter().filter_map(|row| row.get(column)).chain(head.get(column))))
        .collect();
    let widths = share(&needs, room);
    let mut lines = wrap_row(&head, &widths);
    let rule: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
    lines.push(rule.join("─┼─"));
    let rows = rows.iter().map(|row| wrap_row(row, &widths)).collect();
    Some(Grid { head: lines, rows, cut: was_cut })
}

/// Lays a table out without columns, each row as a heading with its cells below: for narrow
/// screens.
#[must_use]
pub fn stacked(table: &Table, most: usize) -> Grid {
    let mut was_cut = false;
    let indent = 2;
    let room = most.saturating_sub(indent).max(NARROWEST);
    let indented = |line: &String| format!("{:indent$}{line}", "");
    let rows = table
        .rows
        .iter()
        .map(|row| {
            let mut lines = Vec::new();
            for (column, cell) in row.iter().enumerate() {
                let text = cell_text(cell, &mut was_cut);
                let title =
                    table.columns.get(column).map_or(String::new(), |title| head_text(title, &mut was_cut));
                if column == 0 {
                    lines.extend(wrap(&text, most));
                } else if row.len() == 2 {
                    lines.extend(wrap(&text, room).iter().map(indented));
                } else if width(&title) + width(&text) + 2 <= most && !text.contains('\n') {
                    lines.push(format!("{title}: {text}"));
                } else {
                    lines.extend(wrap(&format!("{title}:"), most));
                    lines.extend(wrap(&text, room).iter().map(indented));
                }
            }
            lines.push(String::new());
            lines
        })
        .collect();
    Grid { head: Vec::new(), rows, cut: was_cut }
}

/// A column’s title: short enough that the head leaves room for rows on every page.
fn head_text(title: &str, was_cut: &mut bool) -> String {
    cut_noting(&without_emoji(title), LONGEST_HEAD, was_cut)
}

fn cell_text(cell: &Cell, was_cut: &mut bool) -> String {
    let short = cut_noting(&without_emoji_lines(&cell.text), LONGEST_CELL, was_cut);
    let meta = cut_noting(&without_emoji(&cell.meta), LONGEST_CELL, was_cut);
    if meta.is_empty() { short } else { format!("{short}\n{meta}") }
}

/// A cell may have several parts, each on a line of its own, which must stay so.
fn without_emoji_lines(text: &str) -> String {
    text.lines().map(without_emoji).collect::<Vec<_>>().join("\n")
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
    fn of<'a>(cells: impl Iterator<Item = &'a String>) -> Self {
        let mut need = Self { natural: 1, word: 1, cell: 1 };
        for cell in cells {
            let mut whole = 0;
            for line in cell.lines() {
                let line_width = width(line);
                need.natural = need.natural.max(line_width);
                whole += line_width;
                need.word = need.word.max(line.split(' ').map(width).max().unwrap_or(0));
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
    let lines = (1..=2 * LONGEST_CELL).find(|lines| at(*lines).iter().sum::<usize>() <= room);
    let mut widths = at(lines.unwrap_or(2 * LONGEST_CELL));
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

fn wrap_row(cells: &[String], widths: &[usize]) -> Vec<String> {
    let mut table = Comfy::new();
    table.load_style(TableStyle::new().content_lines(ContentLineStyle::none().junction('│')));
    table.set_content_arrangement(ContentArrangement::Dynamic);
    table.add_row(cells.iter().zip(widths).map(|(cell, width)| loosened(cell, *width)));
    let last = widths.len().saturating_sub(1);
    for (index, (column, width)) in table.column_iter_mut().zip(widths).enumerate() {
        let (left, right) = (u16::from(index > 0), u16::from(index < last));
        column.set_padding((left, right));
        let width = u16::try_from(*width).unwrap_or(u16::MAX).saturating_add(left + right);
        column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
    }
    table.trim_fmt().lines().map(str::to_owned).collect()
}

/// A text whose words fit a width as far as they can: what no-break spaces hold together that is wider
/// than that is let go there, and not broken in the middle of a word.
fn loosened(text: &str, most: usize) -> Cow<'_, str> {
    let is_wide = |word: &str| word.contains('\u{A0}') && width(word) > most;
    if !text.split([' ', '\n']).any(is_wide) {
        return text.into();
    }
    // “+ supported [2] [3]” is let go before the numbers first.
    let loosen = |word: &str| {
        let parts = if is_wide(word) { word.replace("\u{A0}[", " [") } else { word.to_owned() };
        let part = |part: &str| if is_wide(part) { part.replace('\u{A0}', " ") } else { part.to_owned() };
        parts.split(' ').map(part).collect::<Vec<_>>().join(" ")
    };
    let line = |line: &str| line.split(' ').map(loosen).collect::<Vec<_>>().join(" ");
    text.split('\n').map(line).collect::<Vec<_>>().join("\n").into()
}

/// Wraps a text at words to a width, hard where a word is wider.
#[must_use]
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    if text.is_empty() {
        return Vec::new();
    }
    wrap_row(&[text.to_owned()], &[most.max(1)])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::page::text::clean;

    fn table(cells: &[&str]) -> Table {
        Table {
            title: String::new(),
            columns: vec!["Area".into(), "Pakistan".into(), "India".into()],
            rows: vec![cells.iter().map(|text| Cell::plain(*text)).collect()],
        }
    }

    #[test]
    fn cells_wrap_inside_themselves() {
        let table = table(&[
            "Defense Collaboration",
            "Joint military exercises & arms trade",
            "Minimal-to-no defense ties",
        ]);
        let grid = columns(&table, 60).unwrap();
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
        assert_eq!(columns(&table(&["a", "b", "c"]), 20), None);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(cells in prop::collection::vec("\\PC{0,200}", 3), most in 30_usize..120) {
            let cells: Vec<String> = cells.iter().map(|text| clean(text)).collect();
            let table = table(&cells.iter().map(String::as_str).collect::<Vec<_>>());
            let grid = columns(&table, most).unwrap();
            for line in grid.head.iter().chain(grid.rows.iter().flatten()) {
                prop_assert!(width(line) <= most, "{} > {most}: {line:?}", width(line));
            }
            for line in stacked(&table, most).rows.iter().flatten() {
                prop_assert!(width(line) <= most, "{} > {most}: {line:?}", width(line));
            }
        }

        #[test]
        fn nothing_is_lost_that_fits(words in prop::collection::vec("[a-zé]{1,12}", 1..20), most in 40_usize..100) {
            let text = words.join(" ");
            let table = table(&["x", &text, "y"]);
            let grid = columns(&table, most).unwrap();
            let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
            let shown: usize = grid.rows.iter().flatten().map(|line| letters(line)).sum();
            prop_assert_eq!(shown, letters(&text) + 2);
        }
    }
}

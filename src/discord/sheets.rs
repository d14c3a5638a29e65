//! A page cut into sheets: what one Discord message holds of it. Pure, and within the limits
//! whatever the page says.

use std::collections::HashSet;

use super::control::MOST_PAGES;
use super::escape::{escape, in_code};
use super::limits::{CONTENT, EMBED_DESCRIPTION};
use crate::knowledge::Level;
use crate::layout::Layout;
use crate::page::blocks::{Block, Card, Entry, WIDE, lay_out};
use crate::page::text::{cut_noting, isolated, pieces};
use crate::page::{Citation, Page};

/// The longest title above a sheet, before it is escaped.
const LONGEST_TITLE: usize = 150;

/// The longest name of a column on a card, before it is escaped.
const LONGEST_NAME: usize = 80;

/// The longest note or source below a sheet, before it is escaped.
const LONGEST_NOTE: usize = 450;

/// The longest piece of a text outside of code, before it is escaped, which at most doubles it: with the
/// title and a heading it fits a message.
const LONGEST_PIECE: usize = 500;

/// Where the notes and sources below a sheet stop; the Sources button shows the rest.
const LONGEST_FOOT: usize = EMBED_DESCRIPTION - 600;

/// What stands before and after the lines of a code block. The line end after the opening fence is
/// required on phones.
const FENCE_OPEN: &str = "```\n";
const FENCE_CLOSE: &str = "```";

/// The sheets of a page, and what stands below each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// The text of each message; at least one.
    pub texts: Vec<String>,
    /// Whether something in them is cut.
    was_cut: bool,
    /// How many more there would be, beyond what controls can name.
    left_out: usize,
}

/// Cuts a page into sheets.
#[must_use]
pub fn sheets(page: &Page, layout: Layout) -> Sheets {
    let laid = lay_out(page, layout, WIDE);
    let mut was_cut = laid.cut;
    let title = |title: &str, was_cut: &mut bool| escape(&cut_noting(title, LONGEST_TITLE, was_cut));
    let mut packer = Packer::new(format!("**{}**\n", title(&page.title, &mut was_cut)));
    for sentence in &page.lead {
        packer.prose(prose("", sentence));
    }
    for block in &laid.blocks {
        match block {
            Block::Heading(heading) => {
                packer.heading(format!("__{}__", title(heading, &mut was_cut)));
            }
            Block::Grid(grid) => {
                let head: Vec<String> = grid.head.iter().map(|line| in_code(line)).collect();
                for row in &grid.rows {
                    packer.code(&head, row);
                }
            }
            Block::Card(card) => packer.prose(card_lines(card, &mut was_cut)),
            Block::Sentences(sentences) => {
                packer.prose(sentences.iter().flat_map(|text| prose("", text)).collect());
            }
        }
    }
    let mut texts = packer.finish();
    let left_out = texts.len().saturating_sub(MOST_PAGES);
    texts.truncate(MOST_PAGES);
    Sheets { texts, was_cut, left_out }
}

/// The numbers in brackets in a text, escaped or not: its citations.
fn cited(text: &str) -> HashSet<usize> {
    let after = text.split('[').skip(1);
    after.filter_map(|rest| rest.split([']', '\\']).next()?.parse().ok()).collect()
}

/// What stands below a sheet: the notes, then the sources that it cites, as far as they fit.
#[must_use]
pub fn foot(page: &Page, sheets: &Sheets, sheet: usize) -> String {
    let mut was_cut = sheets.was_cut;
    let notes: Vec<String> =
        page.notes.iter().map(|note| escape(&cut_noting(note, LONGEST_NOTE, &mut was_cut))).collect();
    let cited = sheets.texts.get(sheet).map_or(HashSet::new(), |text| cited(text));
    let of_sheet = page.citations.iter().filter(|citation| cited.contains(&citation.n));
    let citations: Vec<String> = of_sheet.map(|citation| citation_line(citation, &mut was_cut)).collect();
    let cut = was_cut.then(|| "Texts that end in … are cut; the Markdown file has them whole.".to_owned());
    let left_out = (sheets.left_out > 0)
        .then(|| format!("{} more pages are left out here; the files have all.", sheets.left_out));
    let heading = (!citations.is_empty()).then(|| "**Sources**".to_owned());
    let lines: Vec<String> =
        notes.into_iter().chain(cut).chain(left_out).chain(heading).chain(citations).collect();
    let mut foot = String::new();
    for (index, line) in lines.iter().enumerate() {
        if count(&foot) + count(line) > LONGEST_FOOT {
            foot.push_str(&format!(
                "… and {} more lines; the Sources button and the files have all.",
                lines.len() - index
            ));
            break;
        }
        foot.push_str(line);
        foot.push('\n');
    }
    foot.trim_end().to_owned()
}

/// A citation with its address, in Markdown; notes whether anything of it is cut.
#[must_use]
pub fn citation_line(citation: &Citation, was_cut: &mut bool) -> String {
    // The address is a checked one (http or https, percent-encoded): it needs no escaping.
    let url = citation.url.as_deref().map_or(String::new(), |url| format!(" <{url}>"));
    format!("{}{url}", escape(&cut_noting(&citation.line(), LONGEST_NOTE, was_cut)))
}

fn card_lines(card: &Card, was_cut: &mut bool) -> Vec<String> {
    let mut lines: Vec<String> =
        prose("", &card.title).into_iter().map(|line| format!("**{line}**")).collect();
    for entry in &card.entries {
        let mut parts = entry.text.lines();
        let name = isolated(&escape(&cut_noting(&entry.name, LONGEST_NAME, was_cut)));
        let named = format!("> {}**{name}:** ", mark(entry));
        let mut first = prose("> ", parts.next().unwrap_or_default()).into_iter();
        lines.push(format!("{named}{}", first.next().unwrap_or_default().trim_start_matches("> ")));
        lines.extend(first);
        lines.extend(parts.flat_map(|part| prose("> ", part)));
        lines.extend(prose("> -# ", &entry.meta));
    }
    lines.push(String::new());
    lines
}

/// A coloured mark for the level, which the small print below has in words.
fn mark(entry: &Entry) -> &'static str {
    match entry.detail.as_ref().and_then(|detail| detail.level) {
        None => "",
        Some(Level::None | Level::Minimal) => "🔴 ",
        Some(Level::Limited | Level::Moderate) => "🟡 ",
        Some(Level::Strong) => "🟢 ",
    }
}

/// A text outside of code, in lines that each fit a sheet, with something before each.
fn prose(before: &str, text: &str) -> Vec<String> {
    let line = |piece: &String| format!("{before}{}", isolated(&escape(piece)));
    pieces(text, LONGEST_PIECE).iter().map(line).collect()
}

/// Fills sheets with units, keeping each unit whole where it can be.
struct Packer {
    title: String,
    done: Vec<String>,
    text: String,
    length: usize,
    /// The head of the code block that is open, if one is.
    open: Option<Vec<String>>,
    /// A heading that goes before the next unit.
    heading: Option<String>,
}

impl Packer {
    fn new(title: String) -> Self {
        let length = title.chars().count();
        Self { text: title.clone(), title, done: Vec::new(), length, open: None, heading: None }
    }

    fn heading(&mut self, heading: String) {
        self.close();
        self.heading = Some(heading);
    }

    /// A row of a grid. Each code block starts with the grid’s head, also after a sheet ends.
    fn code(&mut self, head: &[String], row: &[String]) {
        let lines: Vec<String> = row.iter().map(|line| in_code(line)).collect();
        let open_cost = || count(FENCE_OPEN) + head.iter().map(|line| count(line) + 1).sum::<usize>();
        let cost: usize = lines.iter().map(|line| count(line) + 1).sum();
        let opening = if self.open.as_deref() == Some(head) { 0 } else { open_cost() };
        if !self.has_room(opening + cost) {
            self.next_sheet();
        }
        for line in lines {
            if self.open.is_some() && !self.has_room(count(&line) + 1) {
                self.next_sheet();
            }
            if self.open.as_deref() != Some(head) {
                self.close();
                self.put_heading();
                self.put(FENCE_OPEN);
                for line in head {
                    self.put(line);
                    self.put("\n");
                }
                self.open = Some(head.to_vec());
            }
            self.put(&line);
            self.put("\n");
        }
    }

    /// Lines that belong together.
    fn prose(&mut self, lines: Vec<String>) {
        self.close();
        let cost: usize = lines.iter().map(|line| count(line) + 1).sum();
        if !self.has_room(cost) {
            self.next_sheet();
        }
        for line in lines {
            if !self.has_room(count(&line) + 1) {
                self.next_sheet();
            }
            self.put_heading();
            self.put(&line);
            self.put("\n");
        }
    }

    fn has_room(&self, more: usize) -> bool {
        let heading = self.heading.as_deref().map_or(0, |heading| count(heading) + 1);
        self.length + heading + more + count(FENCE_CLOSE) < CONTENT
    }

    fn put(&mut self, text: &str) {
        self.text.push_str(text);
        self.length += count(text);
    }

    fn put_heading(&mut self) {
        if let Some(heading) = self.heading.take() {
            self.put(&heading);
            self.put("\n");
        }
    }

    fn close(&mut self) {
        if self.open.take().is_some() {
            self.put(FENCE_CLOSE);
            self.put("\n");
        }
    }

    /// Starts the next sheet, unless this one holds nothing yet.
    fn next_sheet(&mut self) {
        self.close();
        if self.length > count(&self.title) {
            self.done.push(std::mem::take(&mut self.text).trim_end().to_owned());
            self.text = self.title.clone();
            self.length = count(&self.title);
        }
    }

    fn finish(mut self) -> Vec<String> {
        self.close();
        if self.length > count(&self.title) || self.done.is_empty() {
            self.done.push(self.text.trim_end().to_owned());
        }
        self.done
    }
}

/// Length as Discord counts it.
fn count(text: &str) -> usize {
    text.chars().count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::knowledge::Reliability;
    use crate::page::text::clean;
    use crate::page::{Cell, Table};

    fn page(texts: &[String]) -> Page {
        let cell = |text: &String| Cell { text: clean(text), meta: clean(text), detail: None };
        let rows =
            texts.chunks(3).filter(|row| row.len() == 3).map(|row| row.iter().map(cell).collect()).collect();
        let first = texts.first().map_or(String::new(), |text| clean(text));
        let citation = |n| Citation {
            n,
            id: "s".into(),
            title: first.clone(),
            publisher: None,
            url: None,
            reliability: Reliability::F,
            published: None,
        };
        Page {
            kind: "compare",
            title: first.clone(),
            tables: vec![Table {
                title: first.clone(),
                columns: vec!["Area".into(), first.clone(), "India".into()],
                rows,
            }],
            lead: vec![first.clone()],
            notes: vec![first.clone(); 5],
            citations: (1..40).map(citation).collect(),
            line: "/compare TUR PAK IND".into(),
            follow: Vec::new(),
            files: Vec::new(),
            along: &[],
        }
    }

    fn fences_are_even(text: &str) -> bool {
        text.matches("```").count().is_multiple_of(2)
    }

    /// Text that breaks renderers: backticks, mentions, right-to-left, emoji, towers of marks,
    /// width without characters and characters without width.
    fn hostile() -> impl Strategy<Value = String> {
        prop_oneof![
            "\\PC{0,300}",
            "[`*_~|@<>\\\\#-]{0,200}",
            Just("@everyone <@1> <#2> ```".to_owned()),
            Just("پاکستان ".repeat(100)),
            Just("👨‍👩‍👧‍👦1️⃣⚠️🇹🇷".repeat(40)),
            Just("﷽".repeat(2_000)),
            Just("x".repeat(4_000)),
            Just("word ".repeat(800)),
            Just(format!("P{}", "\u{338}\u{353}".repeat(400))),
            Just("a\u{200D}".repeat(1_000)),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
        #[test]
        fn every_sheet_is_within_the_limits(texts in prop::collection::vec(hostile(), 0..24)) {
            let page = page(&texts);
            for layout in Layout::ALL {
                let sheets = sheets(&page, layout);
                prop_assert!(!sheets.texts.is_empty());
                for (index, text) in sheets.texts.iter().enumerate() {
                    prop_assert!(count(&foot(&page, &sheets, index)) <= EMBED_DESCRIPTION);
                    prop_assert!(count(text) <= CONTENT, "{} in {layout}", count(text));
                    prop_assert!(!text.is_empty());
                    prop_assert!(fences_are_even(text), "{text}");
                }
            }
        }
    }

    #[test]
    fn pages_beyond_what_a_control_can_name_are_announced() {
        let texts: Vec<String> = (0..3 * (MOST_PAGES + 9)).map(|_| "word ".repeat(90)).collect();
        let page = Page { notes: Vec::new(), citations: Vec::new(), ..page(&texts) };
        let sheets = sheets(&page, Layout::Cards);
        assert_eq!(sheets.texts.len(), MOST_PAGES);
        assert!(foot(&page, &sheets, 0).contains("more pages are left out"), "{}", foot(&page, &sheets, 0));
    }

    #[test]
    fn long_tables_go_on_under_their_head() {
        let texts: Vec<String> =
            (0..90).map(|n| format!("cell number {n} with some words to wrap")).collect();
        let sheets = sheets(&page(&texts), Layout::Wide);
        assert!(sheets.texts.len() > 1);
        for text in &sheets.texts {
            assert!(text.contains("Area") && text.contains("─┼─"), "{text}");
        }
        let all = sheets.texts.concat();
        for n in 0..90 {
            assert!(all.contains(&format!("number {n}")), "{n}");
        }
    }
}

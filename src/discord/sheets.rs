//! A page cut into sheets: what one Discord message holds of it. Pure, and within the limits
//! whatever the page says.

use std::collections::BTreeSet;

use super::control::MOST_PAGES;
use super::escape::{escape, in_code};
use super::limits::{CONTENT, EMBED_DESCRIPTION};
use crate::layout::Layout;
use crate::page::blocks::{LaidPiece, Style, WIDE, WrappingLine, lay_out};
use crate::page::text::{cut_noting, isolated, pieces};
use crate::page::{Citation, Page};
use crate::words::sections;

/// The longest title above a sheet, before it is escaped.
const LONGEST_TITLE: usize = 150;

/// The longest name before a line, before it is escaped.
const LONGEST_NAME: usize = 80;

/// The longest source below a sheet, before it is escaped.
const LONGEST_SOURCE: usize = 300;

/// The longest piece of a text outside of code, before it is escaped, which at most doubles it: with the
/// title and a heading it fits a message.
const LONGEST_PIECE: usize = 500;

/// Where the sources below a sheet stop; the section of the sources has the rest.
const LONGEST_FOOT: usize = EMBED_DESCRIPTION - 700;

/// What stands before and after the lines of a code block. The line end after the opening fence is
/// required on phones.
const FENCE_OPEN: &str = "```\n";
const FENCE_CLOSE: &str = "```";

/// The sheets of a page, and what stands below each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheets {
    /// What each message holds; at least one.
    pub sheets: Vec<Sheet>,
    /// Whether something in them is cut.
    was_cut: bool,
    /// How many more there would be, beyond what controls can name.
    left_out: usize,
}

/// What one message holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// The text.
    pub text: String,
    /// The numbers of the sources that it cites.
    pub cites: BTreeSet<usize>,
}

/// Cuts a page into sheets.
#[must_use]
pub fn sheets(page: &Page, layout: Layout) -> Sheets {
    let laid = lay_out(page, layout, WIDE, true);
    let mut was_cut = laid.cut;
    let title = |title: &str, was_cut: &mut bool| escape(&cut_noting(title, LONGEST_TITLE, was_cut));
    let page_title = format!("{}{}", page.title, sections::after_title(page.opened));
    let mut packer = Packer::new(format!("**{}**\n", title(&page_title, &mut was_cut)));
    let mut unit = Unit::default();
    for piece in &laid.pieces {
        let goes_on =
            matches!(piece, LaidPiece::Line(line) if matches!(line.style, Style::Below | Style::SmallBelow));
        if !goes_on {
            packer.prose(std::mem::take(&mut unit));
        }
        match piece {
            LaidPiece::Heading(heading) => packer.heading(format!("__{}__", title(heading, &mut was_cut))),
            LaidPiece::Grid(grid) => {
                let head: Vec<String> = grid.head.iter().map(|line| in_code(line)).collect();
                for (row, cites) in grid.rows.iter().zip(&grid.cites) {
                    packer.code(&head, row, cites);
                }
            }
            LaidPiece::Line(line) => {
                unit.lines.extend(markdown(line, &mut was_cut));
                unit.cites.extend(&line.cites);
            }
            LaidPiece::Sources => {
                for citation in &page.citations {
                    let line = source_in_full(citation, &mut was_cut);
                    packer.prose(Unit { lines: vec![line], cites: Vec::new() });
                }
            }
        }
    }
    packer.prose(unit);
    let mut sheets = packer.finish();
    let left_out = sheets.len().saturating_sub(MOST_PAGES);
    sheets.truncate(MOST_PAGES);
    Sheets { sheets, was_cut, left_out }
}

/// What stands below a sheet: the sources that it cites by their names, as links.
#[must_use]
pub fn foot(page: &Page, sheets: &Sheets, sheet: usize) -> String {
    let none = BTreeSet::new();
    let cites = sheets.sheets.get(sheet).map_or(&none, |sheet| &sheet.cites);
    let cited = page.citations.iter().filter(|citation| cites.contains(&citation.n));
    let names: Vec<String> = cited.map(source_by_name).collect();
    let mut foot = String::new();
    for (index, name) in names.iter().enumerate() {
        if count(&foot) + count(name) > LONGEST_FOOT {
            foot.push_str(&format!(" · +{}", names.len() - index));
            break;
        }
        foot.push_str(if index == 0 { "" } else { " · " });
        foot.push_str(name);
    }
    let mut lines: Vec<String> = Vec::new();
    if !foot.is_empty() {
        lines.push(format!("{}: {foot}", sections::SOURCES));
    }
    if sheets.was_cut {
        lines.push(sections::CUT.to_owned());
    }
    if sheets.left_out > 0 {
        lines.push(sections::left_out(sheets.left_out));
    }
    lines.join("\n")
}

/// A source by its name, as a link where it has an address: `[2] [Daily Sabah 2023-02](https://…)`.
fn source_by_name(citation: &Citation) -> String {
    format!("[{}] {}", citation.n, link(&citation.name, citation.url.as_deref()))
}

/// A source with all that is known of it; its title is the link.
fn source_in_full(citation: &Citation, was_cut: &mut bool) -> String {
    let line = citation.line();
    let rest = line.split_once(&citation.title).map_or("", |(_, rest)| rest);
    let title = link(&cut_noting(&citation.title, LONGEST_SOURCE, was_cut), citation.url.as_deref());
    format!("[{}] {title}{}", citation.n, escape(&cut_noting(rest, LONGEST_SOURCE, was_cut)))
}

/// A link by a name. Backslashes do not escape within the name of a link, so what would end it is left out
/// (<https://discord.com/developers/docs/reference#message-formatting>); an address is a checked one.
fn link(name: &str, url: Option<&str>) -> String {
    match url {
        None => isolated(&escape(name)),
        Some(url) => {
            let name: String = name.chars().filter(|c| !"[]()\\`*_~|<>".contains(*c)).collect();
            let name = if name.trim().is_empty() { "link".to_owned() } else { name };
            // Nothing in a name may become a mention or a link of its own.
            let name = name.replace('@', "@\u{2060}").replace("://", ":\u{2060}//");
            let url = url.replace('(', "%28").replace(')', "%29");
            format!("[{}](<{url}>)", isolated(&name))
        }
    }
}

/// A line as Markdown, in lines that each fit a sheet.
fn markdown(line: &WrappingLine, was_cut: &mut bool) -> Vec<String> {
    let label = line.label.as_ref().map(|label| match &label.flag {
        Some(flag) => format!("{} ", escape(flag)),
        None => format!("**{}** ", isolated(&escape(&cut_noting(&label.name, LONGEST_NAME, was_cut)))),
    });
    let (before, after) = match line.style {
        Style::Plain | Style::Below => ("", ""),
        Style::Strong => ("**", "**"),
        Style::Small | Style::SmallBelow => ("-# ", ""),
    };
    let parts = pieces(&line.text, LONGEST_PIECE);
    let mut lines: Vec<String> =
        parts.iter().map(|part| format!("{before}{}{after}", isolated(&escape(part)))).collect();
    if let (Some(label), Some(first)) = (label, lines.first_mut()) {
        first.insert_str(before.len(), &label);
    }
    lines
}

/// Lines that belong together, with the sources that they cite.
#[derive(Default)]
struct Unit {
    lines: Vec<String>,
    cites: Vec<usize>,
}

/// Fills sheets with units, keeping each unit whole where it can be.
struct Packer {
    title: String,
    done: Vec<Sheet>,
    sheet: Sheet,
    length: usize,
    /// The head of the code block that is open, if one is.
    open: Option<Vec<String>>,
    /// A heading that goes before the next unit.
    heading: Option<String>,
}

impl Packer {
    fn new(title: String) -> Self {
        let length = title.chars().count();
        let sheet = Sheet { text: title.clone(), cites: BTreeSet::new() };
        Self { sheet, title, done: Vec::new(), length, open: None, heading: None }
    }

    fn heading(&mut self, heading: String) {
        self.close();
        self.heading = Some(heading);
    }

    /// A row of a grid. Each code block starts with the grid’s head, also after a sheet ends.
    fn code(&mut self, head: &[String], row: &[String], cites: &[usize]) {
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
            self.sheet.cites.extend(cites);
        }
    }

    /// Lines that belong together.
    fn prose(&mut self, unit: Unit) {
        if unit.lines.is_empty() {
            return;
        }
        self.close();
        let cost: usize = unit.lines.iter().map(|line| count(line) + 1).sum();
        if !self.has_room(cost) {
            self.next_sheet();
        }
        for line in unit.lines {
            if !self.has_room(count(&line) + 1) {
                self.next_sheet();
            }
            self.put_heading();
            self.put(&line);
            self.put("\n");
            self.sheet.cites.extend(&unit.cites);
        }
    }

    fn has_room(&self, more: usize) -> bool {
        let heading = self.heading.as_deref().map_or(0, |heading| count(heading) + 1);
        self.length + heading + more + count(FENCE_CLOSE) < CONTENT
    }

    fn put(&mut self, text: &str) {
        self.sheet.text.push_str(text);
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
            self.end_sheet();
            self.length = count(&self.title);
        }
    }

    fn end_sheet(&mut self) {
        let next = Sheet { text: self.title.clone(), cites: BTreeSet::new() };
        let Sheet { text, cites } = std::mem::replace(&mut self.sheet, next);
        self.done.push(Sheet { text: text.trim_end().to_owned(), cites });
    }

    fn finish(mut self) -> Vec<Sheet> {
        self.close();
        if self.length > count(&self.title) || self.done.is_empty() {
            self.end_sheet();
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
    use crate::page::{Block, Cell, Column, Line, Table};
    use crate::section::{Opened, SectionName};

    fn page(texts: &[String]) -> Page {
        let cell = |text: &String| Cell::text(clean(text)).with_under(clean(text));
        let rows =
            texts.chunks(3).filter(|row| row.len() == 3).map(|row| row.iter().map(cell).collect()).collect();
        let first = texts.first().map_or(String::new(), |text| clean(text));
        let citation = |n: usize| Citation {
            n,
            id: n.to_string(),
            title: first.clone(),
            publisher: None,
            url: n.is_multiple_of(2).then(|| "https://example.org/a_(b)".to_owned()),
            reliability: Reliability::F,
            published: None,
            name: first.clone(),
        };
        let columns = ["Area", &first, "India"].map(Column::named).to_vec();
        let cites = (1..40).map(|n: usize| n.to_string()).collect();
        Page {
            kind: "compare",
            title: first.clone(),
            front: vec![
                Block::Heading(first.clone()),
                Block::Line(Line { cites, ..Line::small(first.clone()) }),
                Block::Table(Table { columns, head: true, rows }),
                Block::Sources,
            ],
            contents: vec![(SectionName::Figures, 3)],
            sections: Vec::new(),
            opened: Opened::Front,
            citations: (1..40).map(citation).collect(),
            line: "/compare TUR PAK IND".into(),
            is_known: true,
            explained: Vec::new(),
            corrections: Vec::new(),
            next: Vec::new(),
            follow: Vec::new(),
            message: None,
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
                prop_assert!(!sheets.sheets.is_empty());
                for (index, Sheet { text, .. }) in sheets.sheets.iter().enumerate() {
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
        let page = Page { citations: Vec::new(), ..page(&texts) };
        let sheets = sheets(&page, Layout::Cards);
        assert_eq!(sheets.sheets.len(), MOST_PAGES);
        assert!(foot(&page, &sheets, 0).contains("more pages are left out"), "{}", foot(&page, &sheets, 0));
    }

    #[test]
    fn long_tables_go_on_under_their_head() {
        let texts: Vec<String> =
            (0..90).map(|n| format!("cell-number-{n}. with some words to wrap")).collect();
        let sheets = sheets(&page(&texts), Layout::Wide);
        let with_grid = sheets.sheets.iter().filter(|sheet| sheet.text.contains("```"));
        let with_grid: Vec<&str> = with_grid.map(|sheet| sheet.text.as_str()).collect();
        assert!(with_grid.len() > 1);
        for text in &with_grid {
            assert!(text.contains("Area") && text.contains("───"), "{text}");
        }
        let all = with_grid.concat();
        for n in 0..90 {
            assert!(all.contains(&format!("number-{n}.")), "{n}");
        }
    }

    #[test]
    fn sources_are_links_by_name_and_no_name_ends_its_link() {
        let link = |name: &str| link(name, Some("https://example.org/a_(b)"));
        assert_eq!(link("Daily Sabah 2023-02"), "[Daily Sabah 2023-02](<https://example.org/a_%28b%29>)");
        assert_eq!(
            link("x](https://evil.example)"),
            "[xhttps:\u{2060}//evil.example](<https://example.org/a_%28b%29>)"
        );
        assert_eq!(link("[]"), "[link](<https://example.org/a_%28b%29>)");
        let page = page(&["word".to_owned()]);
        let sheets = sheets(&page, Layout::Auto);
        let foot = foot(&page, &sheets, 0);
        assert!(foot.starts_with("Sources: [1] word · [2] [word](<https://"), "{foot}");
    }
}

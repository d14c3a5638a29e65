//! Pages: an answer laid out for a reader, still independent of where it is shown.
//!
//! A page has a front, one screen that answers the question, and named sections with the rest. Both are made of
//! blocks; the cells of their tables say what they hold and name their sources by key. All text is clean
//! (see [`text::clean`]) and unescaped: each place escapes in its own way.

mod basis;
pub mod blocks;
mod compose;
pub mod export;
pub mod grid;
pub mod html;
pub mod text;

pub use self::compose::{compose, report};
use crate::action::Action;
use crate::answer::ask::{Trace, Understood};
pub use crate::answer::curation::Report;
use crate::error::Offer;
use crate::knowledge::{Figure, Level, Reliability, Source, Trend, Voice};
use crate::section::{Opened, SectionName};
use crate::words;

/// An answer laid out for a reader.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// The name of the question: `compare`.
    pub kind: &'static str,
    /// Who towards whom, or what it is about, in one line.
    pub title: String,
    /// The first screen; empty where a section alone is opened.
    pub front: Vec<Block>,
    /// Every section there is, with how much is in it.
    pub contents: Vec<(SectionName, usize)>,
    /// The sections that are opened.
    pub sections: Vec<Section>,
    /// What of it was laid out.
    pub opened: Opened,
    /// The sources of what was laid out, numbered from 1 in the order in which they are first cited.
    pub citations: Vec<Citation>,
    /// The line that asks the same again.
    pub line: String,
    /// Whether it answers what was asked; else it says that the answer is not known.
    pub is_known: bool,
    /// How questions in plain words were understood and answered, one by one.
    pub explained: Vec<Explained>,
    /// What may have been meant instead of what was understood: what it is called, and the option that says so.
    pub corrections: Vec<(String, String)>,
    /// What can be asked next; each has an answer.
    pub next: Vec<Offer>,
    /// What can be done next, beside asking.
    pub follow: Vec<Action>,
    /// The message that it comes from.
    pub message: Option<String>,
    /// Files that go with it: name and text.
    pub files: Vec<(String, String)>,
    /// The forms in which the whole of it goes along with itself as a file.
    pub along: &'static [FileForm],
}

/// How a question was understood and answered, for programs and for whoever wants to know.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    /// What was understood.
    pub understood: Understood,
    /// The first sentence of the answer.
    pub first: String,
    /// Whether it answers.
    pub is_known: bool,
    /// Whether it found nothing where something might be recorded.
    pub is_gap: bool,
    /// The keys of what it rests on, best first.
    pub ids: Vec<String>,
    /// How that was found.
    pub trace: Trace,
}

/// A named part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its name.
    pub name: SectionName,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A form of file in which a page can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// For spreadsheets.
    Csv,
    /// For documents.
    Markdown,
    /// For printing, also into a PDF.
    Html,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading above what follows.
    Heading(String),
    /// A sentence, or a few, in the size of the text or small.
    Line(Line),
    /// Rows under columns.
    Table(Table),
    /// The sources, with their addresses.
    Sources,
}

/// A line of text with its sources.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// The keys of the sources.
    pub cites: Vec<String>,
    /// What goes on after the numbers of the sources.
    pub after: String,
    /// Whether it stands in small print.
    pub small: bool,
    /// Whether it says at its end what the mark of a dispute means, where marks are shown.
    pub legend: bool,
}

/// A table of rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The columns; the first names the row.
    pub columns: Vec<Column>,
    /// Whether the names of the columns are shown; they go without saying where the first is a date.
    pub head: bool,
    /// The rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// The flag of the state it is about, which stands for the name where that is too long.
    pub flag: Option<String>,
}

/// A cell of a table: nothing where nothing is recorded.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it holds, each on a line of its own.
    pub entries: Vec<Entry>,
}

/// One thing that a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub content: Content,
    /// The keys of the sources.
    pub cites: Vec<String>,
    /// Whether it stands small under the one before it, which it is about.
    pub under: bool,
    /// The same for programs.
    pub detail: Option<Box<Detail>>,
}

/// What an entry of a cell is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// What a statement says.
    Statement {
        /// When, where it has a date.
        date: Option<String>,
        /// The words.
        text: String,
        /// How much, in the judgement of the source.
        level: Option<Level>,
        /// Which way it goes.
        trend: Option<Trend>,
        /// What it has to do with a dispute.
        dispute: Dispute,
    },
    /// A number with its unit.
    Number {
        /// When.
        date: Option<String>,
        /// The number with its unit, for reading.
        text: String,
    },
    /// The name of something.
    Name(String),
    /// Any other text.
    Text(String),
}

/// What a statement has to do with a dispute.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dispute {
    /// Nothing.
    #[default]
    None,
    /// It is a judgement that facts speak against.
    Disputed,
    /// It is a fact that speaks against the judgement above it.
    Disputes,
}

/// What is known of a statement that an entry shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The key of the statement, or of the first part.
    pub id: String,
    /// The key of its source.
    pub source: String,
    /// In whose voice it stands.
    pub voice: Voice,
    /// The whole text.
    pub text: String,
    /// How much, in the judgement of the source.
    pub level: Option<Level>,
    /// Which way it goes.
    pub trend: Option<Trend>,
    /// When it holds: `undated`, `2024`, `1986 to 2003`.
    pub date: String,
    /// When what it says stopped being so.
    pub ended: Option<String>,
    /// Admiralty grade: the source's letter and the statement's digit.
    pub grade: String,
    /// The figure.
    pub figure: Option<Figure>,
    /// The keys of the statements that it supports.
    pub supports: Vec<String>,
    /// The keys of those that it disputes.
    pub disputes: Vec<String>,
    /// The keys of those that it is at odds with.
    pub at_odds: Vec<String>,
}

/// A source as cited on a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// Its number on the page.
    pub n: usize,
    /// The key of the source.
    pub id: String,
    /// The title.
    pub title: String,
    /// The publisher, if known.
    pub publisher: Option<String>,
    /// The address, if there is one.
    pub url: Option<String>,
    /// The letter of the Admiralty Code.
    pub reliability: Reliability,
    /// The date published, if known.
    pub published: Option<String>,
    /// What it is called in a list of sources: publisher and month, or what it is where nobody signs.
    pub name: String,
}

impl Page {
    /// The number under which a source is cited.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<usize> {
        self.citations.iter().find(|citation| citation.id == id).map(|citation| citation.n)
    }

    /// Every block that is laid out: the front’s, then the sections’.
    pub fn blocks(&self) -> impl Iterator<Item = &Block> {
        self.front.iter().chain(self.sections.iter().flat_map(|section| &section.blocks))
    }

    /// Every table that is laid out.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        self.blocks().filter_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        })
    }

    /// Every line of text that is laid out beside the tables.
    pub fn notes(&self) -> impl Iterator<Item = &Line> {
        self.blocks().filter_map(|block| match block {
            Block::Line(line) => Some(line),
            _ => None,
        })
    }
}

impl Line {
    /// A line of text.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), cites: Vec::new(), after: String::new(), small: false, legend: false }
    }

    /// What stands after the numbers of the sources, where marks are shown.
    #[must_use]
    pub fn tail(&self) -> String {
        let legend = if self.legend { words::answers::DISPUTED } else { "" };
        format!("{}{legend}", self.after)
    }

    /// A line of small print.
    #[must_use]
    pub fn small(text: impl Into<String>) -> Self {
        Self { small: true, ..Self::new(text) }
    }
}

impl Column {
    /// A column without a flag.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self { name: name.into(), flag: None }
    }
}

impl Entry {
    /// An entry that cites nothing.
    #[must_use]
    pub fn new(content: Content) -> Self {
        Self { content, cites: Vec::new(), under: false, detail: None }
    }

    /// The words alone: no date, no marks.
    #[must_use]
    pub fn text(&self) -> &str {
        match &self.content {
            Content::Statement { text, .. }
            | Content::Number { text, .. }
            | Content::Name(text)
            | Content::Text(text) => text,
        }
    }

    /// The date, where it stands with one.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        match &self.content {
            Content::Statement { date, .. } | Content::Number { date, .. } => date.as_deref(),
            _ => None,
        }
    }

    /// The entry as it is read: date, marks and words. With `marks` levels, trends and disputes are signs, without
    /// they are words, for those to whom it is read aloud.
    #[must_use]
    pub fn said(&self, marks: bool) -> String {
        let date = self.date().map_or(String::new(), |date| format!("{date} "));
        match &self.content {
            Content::Statement { text, level, trend, dispute, .. } if marks => {
                let level =
                    level.map_or(String::new(), |level| format!("{}\u{A0}", words::marks::level(level)));
                let trend =
                    trend.map_or(String::new(), |trend| format!("{}\u{A0}", words::marks::trend(trend)));
                let dispute = if *dispute == Dispute::Disputes { "≠\u{A0}" } else { "" };
                format!("{dispute}{date}{level}{trend}{text}")
            }
            Content::Statement { text, level, trend, dispute, .. } => {
                let aside = words::marks::aside(*level, *trend, *dispute == Dispute::Disputed);
                let against = if *dispute == Dispute::Disputes { words::marks::AGAINST } else { "" };
                format!("{against}{date}{}{aside}", words::marks::without_arrows(text))
            }
            _ => format!("{date}{}", self.text()),
        }
    }
}

impl Cell {
    /// A cell of one entry.
    #[must_use]
    pub fn of(entry: Entry) -> Self {
        Self { entries: vec![entry] }
    }

    /// A cell of plain text.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::of(Entry::new(Content::Text(text.into())))
    }

    /// A cell that holds a name.
    #[must_use]
    pub fn name(name: impl Into<String>) -> Self {
        Self::of(Entry::new(Content::Name(name.into())))
    }

    /// The cell for what is not recorded.
    #[must_use]
    pub fn nothing() -> Self {
        Self::default()
    }

    /// The same with something said of it in small below.
    #[must_use]
    pub fn with_under(mut self, text: impl Into<String>) -> Self {
        let text = text.into();
        if !text.is_empty() {
            self.entries.push(Entry { under: true, ..Entry::new(Content::Text(text)) });
        }
        self
    }

    /// The words of its first entry; none where nothing is recorded.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.entries.first().map(Entry::text)
    }
}

impl Citation {
    fn of(n: usize, source: &Source) -> Self {
        let publisher = source.publisher.as_deref().map(text::clean);
        Self {
            n,
            id: source.id.clone(),
            title: text::clean(&source.title),
            url: source.url.clone(),
            reliability: source.reliability,
            published: source.published.map(|date| date.to_string()),
            name: words::sources::name(source, publisher.as_deref()),
            publisher,
        }
    }

    /// Everything but the address, in one line:
    /// `[1] Title, Publisher, 2024 · reliability cannot be judged (F)`.
    #[must_use]
    pub fn line(&self) -> String {
        format!("[{}] {}", self.n, self.unnumbered())
    }

    /// The same without its number.
    #[must_use]
    pub fn unnumbered(&self) -> String {
        let publisher = self.publisher.as_deref().map_or(String::new(), |publisher| format!(", {publisher}"));
        let published = self.published.as_deref().unwrap_or("undated");
        let reliability = words::sources::reliability(self.reliability);
        format!("{}{publisher}, {published} · {reliability}", self.title)
    }
}

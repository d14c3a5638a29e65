//! Pages: an answer laid out for a reader, still independent of where it is shown.
//!
//! A page has a title, tables, notes, citations and what can be asked next. All its text is clean
//! (see [`text::clean`]) and unescaped: each place escapes in its own way.

pub mod blocks;
mod compose;
pub mod export;
pub mod grid;
pub mod html;
pub mod text;

pub use self::compose::{compose, report};
use crate::answer::Voice;
pub use crate::answer::curation::{Follow, Report};
use crate::knowledge::{Bearing, Level, Reliability, Source, Trend};

/// An answer laid out for a reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The name of the question: `compare`.
    pub kind: &'static str,
    /// What it is about, in one line.
    pub title: String,
    /// What must be read before the tables, each a sentence or two: that nothing is recorded of what was asked.
    pub lead: Vec<String>,
    /// The tables, most important first.
    pub tables: Vec<Table>,
    /// What a reader must know besides, each a sentence or two.
    pub notes: Vec<String>,
    /// The sources, numbered from 1.
    pub citations: Vec<Citation>,
    /// The line that asks the same again.
    pub line: String,
    /// What can be done next, beside asking.
    pub follow: Vec<Follow>,
    /// Files that go with it: name and text.
    pub files: Vec<(String, String)>,
    /// The forms in which it goes along with itself as a file.
    pub along: &'static [FileForm],
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

/// A table of rows under named columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What it shows; empty for the one table of a page.
    pub title: String,
    /// The columns; the first names the row.
    pub columns: Vec<String>,
    /// The rows, as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// What it says. Parts of one cell stand on lines of their own.
    pub text: String,
    /// What is said of it, in small: voice, date, grade, source.
    pub meta: String,
    /// The same for programs.
    pub detail: Option<Detail>,
}

/// What is known of the text in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Detail {
    /// The key of the statement, or of the first part.
    pub id: String,
    /// In whose voice it stands.
    pub voice: Voice,
    /// How much, in the judgement of the source.
    pub level: Option<Level>,
    /// Which way it goes.
    pub trend: Option<Trend>,
    /// When it holds: `undated`, `2024`, `1986 to 2003`.
    pub date: String,
    /// Admiralty grade: the source's letter and the statement's digit.
    pub grade: String,
    /// Numbers of the citations.
    pub citations: Vec<usize>,
    /// How many more statements stand behind the cell.
    pub more: usize,
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
}

impl Cell {
    /// A cell of plain text.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// The cell for what is not recorded.
    #[must_use]
    pub fn nothing() -> Self {
        Self::plain("—")
    }
}

impl Detail {
    /// What is said of a text in small: `assessment, █ strong · undated · F6 [1] · 3 more`. What
    /// belongs together is held together by no-break spaces.
    #[must_use]
    pub fn meta(&self) -> String {
        let mut meta = self.voice.as_str().to_owned();
        if let Some(level) = self.level {
            meta.push_str(", ");
            meta.push_str(level_in_words(level));
        }
        if let Some(trend) = self.trend {
            meta.push_str(", ");
            meta.push_str(trend_in_words(trend));
        }
        meta.push_str(" · ");
        meta.push_str(&self.date);
        meta.push_str(" · ");
        meta.push_str(&self.grade);
        for n in &self.citations {
            meta.push_str(&format!("\u{A0}[{n}]"));
        }
        if self.more > 0 {
            meta.push_str(&format!(" · {}\u{A0}more", self.more));
        }
        meta
    }
}

/// A level as a mark and a word, held together: the mark never stands alone. Shades are in every monospaced font, and one
/// column wide.
#[must_use]
pub fn level_in_words(level: Level) -> &'static str {
    match level {
        Level::None => "○\u{A0}none",
        Level::Minimal => "░\u{A0}minimal",
        Level::Limited => "▒\u{A0}limited",
        Level::Moderate => "▓\u{A0}moderate",
        Level::Strong => "█\u{A0}strong",
    }
}

/// A bearing as a mark and a word, held together: the mark never stands alone.
#[must_use]
pub fn bearing_in_words(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Disputes => "≠\u{A0}disputed",
        _ => "+\u{A0}supported",
    }
}

/// A text without the marks of level, trend and bearing: for those to whom it is read aloud.
#[must_use]
pub fn without_marks(text: &str) -> String {
    // Every mark is held to its word by a no-break space, which nearly no text has.
    if !text.contains('\u{A0}') {
        return text.to_owned();
    }
    let bearings = [
        (bearing_in_words(Bearing::Disputes), "disputed"),
        (bearing_in_words(Bearing::Supports), "supported"),
    ];
    let levels = Level::ALL.iter().map(|level| (level_in_words(*level), level.as_str()));
    let trends = Trend::ALL.iter().map(|trend| (trend_in_words(*trend), trend.as_str()));
    levels
        .chain(trends)
        .chain(bearings)
        .fold(text.to_owned(), |text, (marked, plain)| text.replace(marked, plain))
}

/// A trend as a mark and a word, held together: the mark never stands alone.
#[must_use]
pub fn trend_in_words(trend: Trend) -> &'static str {
    match trend {
        Trend::Falling => "▼\u{A0}falling",
        Trend::Steady => "=\u{A0}steady",
        Trend::Growing => "▲\u{A0}growing",
    }
}

impl Citation {
    fn of(n: usize, source: &Source) -> Self {
        Self {
            n,
            id: source.id.clone(),
            title: text::clean(&source.title),
            publisher: source.publisher.as_deref().map(text::clean),
            url: source.url.clone(),
            reliability: source.reliability,
            published: source.published.map(|date| date.to_string()),
        }
    }

    /// Everything but the address, in one line:
    /// `[1] Title, Publisher, 2024 · F: reliability cannot be judged`.
    #[must_use]
    pub fn line(&self) -> String {
        let publisher = self.publisher.as_deref().map_or(String::new(), |publisher| format!(", {publisher}"));
        let published = self.published.as_deref().unwrap_or("undated");
        let reliability = self.reliability;
        format!(
            "[{}] {}{publisher}, {published} · {reliability}: {}",
            self.n,
            self.title,
            reliability.meaning()
        )
    }
}

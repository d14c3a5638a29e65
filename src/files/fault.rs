//! A fault in a knowledge file: where it is, and what is wrong.

use std::fmt;
use std::ops::Range;

use crate::error::BadContent;

/// A fault in a knowledge file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileFault {
    /// The file's name, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong there.
    pub problem: BadContent,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, problem } = self;
        write!(f, "{file}:{line}:{column}: {problem}")
    }
}

/// A place in a file, as a range of bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Which of the files.
    pub file: usize,
    /// The bytes.
    pub span: Range<usize>,
}

/// A place with what is wrong there, before lines are counted.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) place: Position,
    pub(super) problem: BadContent,
}

/// A file with the places where its lines start, so that many faults are located at little cost.
pub(super) struct Lines<'a> {
    name: &'a str,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(file: &'a super::File) -> Self {
        let after = file.text.match_indices('\n').map(|(at, _)| at + 1);
        Self { name: &file.name, text: &file.text, starts: std::iter::once(0).chain(after).collect() }
    }

    /// The line of a byte, from 1.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }
}

impl Finding {
    /// Whether the file breaks the rules of TOML here.
    pub(super) fn is_syntax(&self) -> bool {
        matches!(self.problem, BadContent::Syntax { .. })
    }

    /// Whether something is not there that has to be.
    pub(super) fn is_missing(&self) -> bool {
        matches!(self.problem, BadContent::Missing { .. } | BadContent::NameMissing)
    }

    /// Counts lines and columns.
    pub(super) fn locate(self, files: &[Lines<'_>]) -> FileFault {
        let (mut line, mut column, mut name) = (1, 1, "");
        if let Some(file) = files.get(self.place.file) {
            name = file.name;
            line = file.line_of(self.place.span.start);
            let start = file.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            column = file.text.get(start..self.place.span.start).map_or(0, |text| text.chars().count()) + 1;
        }
        FileFault { file: name.to_owned(), line, column, problem: self.problem }
    }
}

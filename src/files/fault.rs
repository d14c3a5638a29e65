//! A fault in a knowledge file: where it is, what is wrong, what would be right.

use std::fmt;
use std::ops::Range;

/// A fault in a knowledge file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FileFault {
    /// The file's name, as given.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub wrong: String,
    /// What would be right.
    pub right: String,
}

impl fmt::Display for FileFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, wrong, right } = self;
        write!(f, "{file}:{line}:{column}: {wrong}; {right}")
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
    pub(super) wrong: String,
    pub(super) right: String,
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
    /// Counts lines and columns.
    pub(super) fn locate(self, files: &[Lines<'_>]) -> FileFault {
        let (mut line, mut column, mut name) = (1, 1, "");
        if let Some(file) = files.get(self.place.file) {
            name = file.name;
            line = file.line_of(self.place.span.start);
            let start = file.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
            column = file.text.get(start..self.place.span.start).map_or(0, |text| text.chars().count()) + 1;
        }
        FileFault { file: name.to_owned(), line, column, wrong: self.wrong, right: self.right }
    }
}

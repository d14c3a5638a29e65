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
pub struct Place {
    /// Which of the files.
    pub file: usize,
    /// The bytes.
    pub span: Range<usize>,
}

/// A place with what is wrong there, before lines are counted.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) place: Place,
    pub(super) wrong: String,
    pub(super) right: String,
}

impl Finding {
    /// Counts lines and columns.
    pub(super) fn locate(self, files: &[super::File]) -> FileFault {
        let (name, text) = files.get(self.place.file).map_or(("", ""), |file| (&file.name, &file.text));
        let before = text.get(..self.place.span.start).unwrap_or(text);
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        FileFault {
            file: name.to_owned(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            wrong: self.wrong,
            right: self.right,
        }
    }
}

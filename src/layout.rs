//! How a reader likes tables laid out. The choice is remembered for each Discord user.

use std::fmt;
use std::str::FromStr;

/// A way to lay a page out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Layout {
    /// Whatever suits the page and the place.
    #[default]
    Auto,
    /// A table of about 80 columns, for desktops.
    Wide,
    /// A table of 38 columns, for phones.
    Phone,
    /// One card a row.
    Cards,
    /// Sentences, for screen readers.
    Plain,
}

impl Layout {
    /// Every layout, in the order in which the Layout button goes through them.
    pub const ALL: [Self; 5] = [Self::Auto, Self::Wide, Self::Phone, Self::Cards, Self::Plain];

    /// The word for it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Wide => "wide",
            Self::Phone => "phone",
            Self::Cards => "cards",
            Self::Plain => "plain",
        }
    }

    /// The one after it; after the last comes the first.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Wide,
            Self::Wide => Self::Phone,
            Self::Phone => Self::Cards,
            Self::Cards => Self::Plain,
            Self::Plain => Self::Auto,
        }
    }
}

impl fmt::Display for Layout {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that is no layout.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotALayout;

impl FromStr for Layout {
    type Err = NotALayout;

    fn from_str(word: &str) -> Result<Self, NotALayout> {
        Self::ALL.into_iter().find(|layout| layout.as_str() == word).ok_or(NotALayout)
    }
}

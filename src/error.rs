//! What can go wrong, in two kinds: a [`Refusal`] is the asker's to mend and says how; a
//! [`Fault`] is ours, is logged, and is shown as one plain sentence.

use std::fmt;

/// An answer that cannot be given as asked: one sentence, and what could be asked instead.
///
/// Never logged as an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong and what to do next, in plain text (not Markdown).
    pub sentence: String,
    /// Lines that could be asked instead.
    pub offers: Vec<Offer>,
    /// Whether the offers are readings of an ambiguous name, of which one must be chosen, and not
    /// guesses at a misspelt one.
    pub choose: bool,
}

/// A line that could be asked instead of the one refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What it is about: `Türkiye`.
    pub label: String,
    /// The whole line, corrected: `/compare TUR pakistan`.
    pub line: String,
}

impl Refusal {
    /// A refusal without offers.
    #[must_use]
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), offers: Vec::new(), choose: false }
    }

    /// The same with lines that could be asked instead.
    #[must_use]
    pub fn offering(self, offers: Vec<Offer>) -> Self {
        Self { offers, ..self }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)
    }
}

/// Something that failed on our side: what we were doing, and why it failed.
#[derive(Debug, thiserror::Error)]
#[error("{doing}: {cause}")]
pub struct Fault {
    doing: String,
    cause: Box<dyn std::error::Error + Send + Sync>,
}

impl Fault {
    /// A fault met while `doing` something, such as “reading statements”.
    pub fn new(doing: impl Into<String>, cause: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { doing: doing.into(), cause: cause.into() }
    }

    /// Why it failed.
    #[must_use]
    pub fn cause(&self) -> &(dyn std::error::Error + Send + Sync + 'static) {
        &*self.cause
    }
}

/// Either kind.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The asker's to mend.
    #[error("{0}")]
    Refused(Refusal),
    /// Ours.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

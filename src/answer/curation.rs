//! What is said of knowledge's own life: items with their history, changes, what waits.

use crate::knowledge::fields::FieldChange;
use crate::knowledge::{Bearing, CitedStatement, ItemKey};

/// An item with its history.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Its sort and key.
    pub name: ItemKey,
    /// Whose it is: `public`, `this server’s own`, `retracted here`.
    pub state: &'static str,
    /// Its fields and their values; none where it is retracted.
    pub fields: Vec<(&'static str, String)>,
    /// What speaks for it, or against it.
    pub evidence: Vec<(Bearing, CitedStatement)>,
    /// Its revisions, latest first.
    pub history: Vec<Revised>,
}

/// One revision of an item.
#[derive(Debug, Clone)]
pub struct Revised {
    /// The change set that it is part of.
    pub set: Set,
    /// What it did in words: `added`, `changed`, `retracted`…
    pub action: &'static str,
    /// What it changed.
    pub changes: Vec<FieldChange>,
}

/// A change set in short.
#[derive(Debug, Clone)]
pub struct Set {
    /// Its number; within the public knowledge or within the server.
    pub number: i64,
    /// Whether it is of the public knowledge.
    pub public: bool,
    /// Who made it.
    pub author: String,
    /// When, RFC 3339.
    pub made_at: String,
    /// Why.
    pub reason: String,
}

/// The change sets asked for, latest first.
#[derive(Debug, Clone)]
pub struct History {
    /// What was asked for in words, empty for everything.
    pub about: String,
    /// The sets, each with its edits in words, as far as they are told.
    pub sets: Vec<(Set, Vec<String>)>,
    /// Whether there are more.
    pub cut: bool,
}

/// Who did what, latest first: time, author, action, about what.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The lines.
    pub lines: Vec<[String; 4]>,
    /// Whether there are more.
    pub cut: bool,
}

/// What somebody may do where they are.
#[derive(Debug, Clone)]
pub struct Powers {
    /// The level: `editor`.
    pub level: &'static str,
    /// What it lets them do.
    pub meaning: &'static str,
    /// Why they have it.
    pub because: &'static str,
    /// Every level with its meaning.
    pub levels: Vec<(&'static str, &'static str)>,
}

/// What changed, would change, or stands against a change.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// The kind of page: `change`, `proposal`, `import`…
    pub kind: &'static str,
    /// What it is, in one line.
    pub title: String,
    /// The items, field by field.
    pub items: Vec<(ItemKey, Vec<FieldChange>)>,
    /// What else must be known.
    pub notes: Vec<String>,
    /// What can be done next.
    pub follow: Vec<Follow>,
    /// A file that goes with it: name and text.
    pub file: Option<(String, String)>,
}

/// What can be done next about knowledge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Follow {
    /// Undo a change set.
    Undo(i64),
    /// Undo those edits of a change set that nothing was built on.
    UndoRest(i64),
    /// Approve a proposal.
    Approve(i64),
    /// Open the proposal as a form.
    EditProposal(i64),
    /// Reject a proposal.
    Reject(i64),
    /// Reject all open proposals of the one who made this one.
    RejectAll(i64),
    /// Show the next open proposal after this one.
    NextProposal(i64),
    /// Show an item, by its key.
    Show(String),
    /// Go to the message that a proposal comes from.
    Message(String),
    /// Open a form again, with what was typed.
    Form(i64),
    /// Apply an import that was shown.
    ApplyImport(i64),
    /// Apply one that takes much away: the number has to be typed.
    ConfirmImport(i64, usize),
    /// Drop what was begun.
    Cancel(i64),
}

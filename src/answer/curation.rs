//! What is said of knowledge's own life: items with their history, changes, what waits.

use crate::access::{AccessLevel, AccessSource};
use crate::action::Action;
use crate::answer::Named;
use crate::error::RowFault;
use crate::knowledge::fields::FieldChange;
use crate::knowledge::{Bearing, CitedStatement, Entity, ItemKey, PartialDate, QuestionKind};

/// An item with its history.
#[derive(Debug, Clone)]
pub struct ItemHistory {
    /// Its sort and key.
    pub name: ItemKey,
    /// Whose it is.
    pub state: ItemState,
    /// Its fields and their values; none where it is retracted.
    pub fields: Vec<(&'static str, String)>,
    /// What speaks for it, or against it.
    pub evidence: Vec<(Bearing, CitedStatement)>,
    /// How many people found answers that rest on it helpful, and how many wrong.
    pub verdicts: (usize, usize),
    /// Its revisions, latest first.
    pub history: Vec<Revised>,
}

/// Whose an item is, as somebody sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemState {
    /// It is of the public knowledge.
    Public,
    /// It is this server's own.
    Own,
    /// It is this server's own version of a public item.
    OwnVersion,
    /// It is retracted here.
    Retracted,
    /// It is a row of a table of the public knowledge.
    Tabled,
}

/// One revision of an item.
#[derive(Debug, Clone)]
pub struct Revised {
    /// The change set that it is part of.
    pub set: Set,
    /// What it did.
    pub action: RevisionAction,
    /// What it changed.
    pub changes: Vec<FieldChange>,
}

/// What a revision did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RevisionAction {
    /// The item is new.
    Added,
    /// It reads otherwise.
    Changed,
    /// It is gone.
    Retracted,
    /// The public version shows again.
    BackToPublic,
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
    /// What was asked for; everything where nothing is named.
    pub about: HistoryScope,
    /// The sets.
    pub sets: Vec<SetSummary>,
    /// Whether there are more.
    pub cut: bool,
}

/// What a history was asked to keep to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HistoryScope {
    /// One item, by its key.
    pub id: Option<String>,
    /// One actor, by its name.
    pub actor: Option<String>,
    /// One person, by their Discord id.
    pub user: Option<String>,
    /// From a date on.
    pub since: Option<PartialDate>,
}

/// A change set with its first edits.
#[derive(Debug, Clone)]
pub struct SetSummary {
    /// The set.
    pub set: Set,
    /// The number of the set that it undoes.
    pub undoes: Option<i64>,
    /// The first of its edits: `put statement art-001`.
    pub edits: Vec<String>,
    /// How many more there are.
    pub more: usize,
}

/// Who did what, latest first: time, author, action, about what.
#[derive(Debug, Clone)]
pub struct Audit {
    /// The lines.
    pub lines: Vec<[String; 4]>,
    /// Whether there are more.
    pub cut: bool,
}

/// Questions that found nothing, most asked first.
#[derive(Debug, Clone)]
pub struct Gaps {
    /// One by one.
    pub gaps: Vec<Gap>,
}

/// Questions that found nothing and were understood alike.
#[derive(Debug, Clone)]
pub struct Gap {
    /// What was asked.
    pub kind: Option<QuestionKind>,
    /// About whom.
    pub actors: Vec<Named>,
    /// In which area.
    pub area: Option<Named>,
    /// How often.
    pub asked: usize,
    /// When last.
    pub asked_at: String,
    /// How it was worded lately.
    pub texts: Vec<String>,
}

/// What somebody may do where they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Powers {
    /// The level.
    pub level: AccessLevel,
    /// Why they have it.
    pub source: AccessSource,
}

/// What changed, would change, or stands against a change.
#[derive(Debug, Clone)]
pub struct Report {
    /// The kind of page: `change`, `proposal`, `import`…
    pub kind: &'static str,
    /// What it is.
    pub headline: Headline,
    /// The items, field by field.
    pub items: Vec<(ItemKey, Vec<FieldChange>)>,
    /// What else must be known.
    pub notes: Vec<Note>,
    /// What can be done next.
    pub follow: Vec<Action>,
    /// The message that it comes from.
    pub message: Option<String>,
    /// A file that goes with it: name and text.
    pub file: Option<(String, String)>,
    /// All that would change, where it is more than is shown.
    pub difference: Option<ImportDifference>,
}

impl Report {
    /// A report that is its headline alone.
    #[must_use]
    pub fn new(kind: &'static str, headline: Headline) -> Self {
        let (items, notes, follow) = (Vec::new(), Vec::new(), Vec::new());
        Self { kind, headline, items, notes, follow, message: None, file: None, difference: None }
    }
}

/// What a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Headline {
    /// A change was made.
    Changed {
        /// The number of the change set.
        number: i64,
        /// What it did.
        done: Done,
        /// With how many items.
        items: usize,
        /// The item, where it is only one.
        only: Option<ItemKey>,
    },
    /// A file was imported.
    Imported {
        /// The number of the change set.
        number: i64,
        /// What it did.
        counts: ImportCounts,
    },
    /// A file can be imported.
    Import {
        /// Its name.
        file: String,
        /// What it would do.
        counts: ImportCounts,
    },
    /// A file cannot be imported.
    Faults {
        /// Its name.
        file: String,
        /// How many faults it has.
        faults: usize,
    },
    /// A proposal.
    Proposal {
        /// Its number.
        number: i64,
        /// The item that it is about.
        item: ItemKey,
    },
    /// A proposal was rejected.
    Rejected {
        /// Its number.
        number: i64,
    },
    /// All proposals of somebody were rejected.
    RejectedMany {
        /// How many.
        proposals: u64,
    },
    /// All proposals of a person are rejected.
    RejectedAll {
        /// How many.
        proposals: u64,
        /// Of whom, by name.
        author: String,
    },
    /// No proposals wait; or no more, after one.
    NothingWaits {
        /// Whether it is after one.
        more: bool,
    },
    /// Somebody changed an item while it was being edited.
    ChangedMeanwhile {
        /// The item.
        item: ItemKey,
    },
    /// A change cannot be undone as a whole.
    NotUndone {
        /// Its number.
        number: i64,
    },
    /// What was begun is dropped.
    Cancelled,
    /// What was begun was done or dropped before.
    DoneBefore,
}

/// What a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It added an item.
    Added,
    /// It changed one.
    Changed,
    /// It retracted one.
    Retracted,
    /// It restored one.
    Restored,
    /// It undid a change.
    Undone,
    /// It approved a proposal.
    Approved,
}

/// What an import does, in numbers of items.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportCounts {
    /// New ones.
    pub added: usize,
    /// Those that read otherwise.
    pub changed: usize,
    /// Those that go.
    pub retracted: usize,
    /// Those that stay.
    pub unchanged: usize,
}

/// What importing a file would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportDifference {
    /// How much of each.
    pub counts: ImportCounts,
    /// Each item with its fields that change; all of one that is new, none of one that goes.
    pub edits: Vec<(EditMark, ItemKey, Vec<FieldChange>)>,
}

/// What becomes of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditMark {
    /// It is new.
    Added,
    /// It reads otherwise.
    Changed,
    /// It is retracted.
    Retracted,
}

/// What must be known beside a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// Why it was done.
    Reason(String),
    /// Only the first changes are shown, and no file has the rest.
    OnlyFirstShown {
        /// How many are shown.
        shown: usize,
        /// How many there are.
        of: usize,
    },
    /// Only the first changes are shown; a file has them all.
    FirstShown {
        /// How many are.
        shown: usize,
        /// Of how many.
        of: usize,
    },
    /// A proposal waits for an editor.
    WaitsForEditor,
    /// Two versions stand side by side: theirs and what was typed.
    TwoVersions,
    /// An import has nothing to do.
    NothingToImport,
    /// An import is only shown.
    NotYetApplied,
    /// An import removes much of what there is.
    RemovesMany {
        /// How many items.
        retracted: usize,
        /// Of how many.
        total: usize,
    },
    /// The knowledge has changed since an import was shown.
    EffectAnew,
    /// A fault of a file, with its place.
    Fault(RowFault),
    /// How many more faults there are.
    MoreFaults(usize),
    /// Later changes touched the same items.
    LaterChanges {
        /// Their numbers.
        changes: Vec<i64>,
        /// The first items.
        items: Vec<ItemKey>,
        /// How many more items.
        more: usize,
    },
    /// How many edits can be undone all the same.
    FreeEdits(usize),
    /// Who proposes, when and why.
    ProposedBy {
        /// Their name.
        author: String,
        /// RFC 3339.
        made_at: String,
        /// Why.
        reason: String,
    },
    /// An address in letters of another script.
    ForeignAddress,
    /// The item has changed since it was proposed to change it.
    ItemChanged,
    /// How many proposals wait.
    ProposalsWait(i64),
    /// A proposal is decided.
    Decided {
        /// How: `approved`, `rejected`.
        how: String,
        /// By whom.
        by: Option<String>,
        /// Why.
        why: Option<String>,
    },
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormTitle {
    /// A new item.
    Add(Entity),
    /// An item that is there.
    Edit(ItemKey),
    /// A proposal.
    Propose(Entity),
    /// Approving a proposal, by its number, with changes.
    Proposal(i64, Entity),
}

//! Why a change of knowledge cannot be made.

use super::RowFault;
use crate::access::{AccessLevel, Act};
use crate::knowledge::{Bearing, ItemKey, Rank};

/// A change of knowledge, or of who may change it, that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadChange {
    /// The asker may not.
    Denied {
        /// What they would do.
        act: Act,
        /// The level that it needs.
        needed: AccessLevel,
        /// Whether there is a server whose curator could grant it.
        in_server: bool,
    },
    /// It is done in a server alone.
    NoServer,
    /// No reason is given.
    NoReason,
    /// The reason is too long.
    LongReason {
        /// The most characters it may have.
        most: usize,
    },
    /// What was filled in breaks the rules of knowledge.
    Faulty {
        /// The first faults.
        faults: Vec<RowFault>,
        /// How many more there are.
        more: usize,
    },
    /// The file breaks the rules of knowledge.
    FaultyFile {
        /// Every fault, each with its place.
        faults: Vec<String>,
    },
    /// Somebody was quicker.
    Overtaken {
        /// The items that they changed; none where it is the knowledge as a whole.
        items: Vec<ItemKey>,
    },
    /// Something would rest on what is not there.
    Dangling {
        /// What rests on what: an item, and what would be missing.
        broken: Vec<(String, String)>,
    },
    /// The item is retracted.
    Retracted {
        /// The item.
        item: ItemKey,
    },
    /// The item is not retracted.
    NotRetracted {
        /// The item.
        item: ItemKey,
    },
    /// The item is not in the public knowledge any more.
    NotPublicAnyMore {
        /// The item.
        item: ItemKey,
    },
    /// Items of this sort have no rank.
    NoRank,
    /// The item has this rank already.
    RankedAlready {
        /// The item.
        item: ItemKey,
        /// The rank.
        rank: Rank,
    },
    /// Items of this sort do not support or dispute others.
    NotLinkable,
    /// The link does not lead to another statement.
    LinkToNothing,
    /// The other statement is linked to this one already.
    RepeatsBack {
        /// The other statement.
        other: String,
        /// The one that it repeats: this one.
        first: String,
    },
    /// The other statement only repeats a third.
    RepeatsAnother {
        /// The other statement.
        other: String,
        /// The third.
        first: String,
    },
    /// The link is there already.
    LinkedAlready {
        /// The item.
        item: ItemKey,
        /// What it does.
        bearing: Bearing,
        /// To which statement.
        other: String,
    },
    /// A name that is empty or too long.
    NameLength {
        /// The most characters it may have.
        most: usize,
    },
    /// Items of this sort have no names.
    NotNameable,
    /// The word means another area.
    WordTaken {
        /// The word.
        word: String,
        /// The name of the area.
        area: String,
    },
    /// The name is theirs already.
    NamedAlready {
        /// The name.
        word: String,
        /// The key of whose it is.
        key: String,
    },
    /// The account is too new.
    AccountTooNew,
    /// The asker has many proposals waiting.
    ManyWaiting {
        /// How many.
        own: i64,
        /// How many they may have.
        most: i64,
    },
    /// An import removes much of what a server has, and nobody confirmed it.
    RemovesMany {
        /// How many items it removes.
        retracts: usize,
        /// How many the server has.
        of: usize,
    },
    /// The key of a new item is that of another.
    KeyTaken {
        /// The key.
        key: String,
    },
    /// The server got very many proposals today.
    ManyToday,
    /// The server got very many proposals today from people of whom none was approved yet.
    ManyNewcomersToday,
    /// The files of a server that wait to be applied take too much.
    ImportsWait {
        /// What they take, in MiB.
        used: i64,
        /// The most, in MiB.
        most: i64,
    },
    /// The form is done, or was kept for too long.
    FormGone,
    /// Nothing was changed in the form.
    NothingChanged,
    /// Nothing was filled in.
    NothingFilledIn,
    /// The item is too long for a form.
    TooLongForForm {
        /// The item.
        item: ItemKey,
    },
    /// A line of the details has no key.
    NoKeyInLine {
        /// The line.
        line: String,
    },
    /// Nothing is granted that could be taken back.
    NothingGranted,
    /// An editor's own proposal, where there are others.
    OwnProposal,
    /// The item has changed since it was proposed to change it.
    ProposalOutdated,
    /// The proposal is decided.
    Decided {
        /// Its number.
        number: i64,
        /// How: `approved`, `rejected`.
        how: Option<String>,
        /// By whom.
        by: Option<String>,
    },
    /// There is no such change.
    UnknownChange {
        /// Its number.
        number: i64,
    },
    /// The change was undone before.
    UndoneAlready {
        /// Its number.
        number: i64,
        /// The number of the change that undid it.
        by: i64,
        /// Who made that change.
        who: String,
    },
    /// Nothing of the change can be undone.
    NothingToUndo {
        /// Its number.
        number: i64,
    },
    /// The import was applied, cancelled, or kept for too long.
    ImportGone,
    /// The number that an import asks for was not typed.
    NumberNotTyped {
        /// The number.
        retracts: usize,
    },
    /// The words that erasing asks for were not typed.
    WordsNotTyped {
        /// The words.
        words: String,
    },
}

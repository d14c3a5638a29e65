//! Levels of access to a server's knowledge, and the acts that need one.

use std::fmt;
use std::str::FromStr;

/// What somebody may do with a server's knowledge; each includes those before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum AccessLevel {
    /// Asks.
    Reader,
    /// Proposes.
    Contributor,
    /// Adds, edits, retracts and reviews.
    Editor,
    /// Imports, undoes what others did, and grants access.
    Curator,
}

impl AccessLevel {
    /// Every level, lowest first.
    pub const ALL: [Self; 4] = [Self::Reader, Self::Contributor, Self::Editor, Self::Curator];

    /// The word for it, as typed and as kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reader => "reader",
            Self::Contributor => "contributor",
            Self::Editor => "editor",
            Self::Curator => "curator",
        }
    }
}

impl fmt::Display for AccessLevel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for AccessLevel {
    type Err = ();

    fn from_str(word: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|level| level.as_str() == word).ok_or(())
    }
}

/// How a person came by a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessSource {
    /// Everyone has it.
    Everyone,
    /// A grant to the person or to one of their roles.
    Granted,
    /// Discord lets them manage the server.
    Manages,
    /// The settings name them as an owner, and it is the public scope.
    Owner,
    /// There is no server whose knowledge could be changed.
    NoServer,
}

/// What somebody does that needs a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Propose a change.
    Propose,
    /// Add or edit an item.
    Edit,
    /// Retract one.
    Retract,
    /// Restore one.
    Restore,
    /// Rank one.
    Rank,
    /// Link two.
    Link,
    /// Add a name or a word.
    AddName,
    /// Undo a change of one's own.
    Undo,
    /// Undo somebody else's.
    UndoOthers,
    /// See what waits for review.
    Review,
    /// Approve proposals.
    Approve,
    /// Reject them.
    Reject,
    /// Import a file.
    Import,
    /// Read the audit.
    Audit,
    /// Grant access.
    GrantAccess,
    /// Take it back.
    RevokeAccess,
    /// See who has it.
    ShowAccess,
    /// See what the bot may do in each channel.
    Diagnose,
    /// Erase a server's knowledge.
    EraseServer,
    /// Say what a channel is about.
    SetFocus,
    /// Open a discussion.
    OpenDiscussion,
    /// Close a discussion, or open it again.
    CloseDiscussion,
    /// Say what a channel follows.
    SetFollows,
}

impl Act {
    /// The word for it in the audit.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Propose => "propose",
            Self::Edit => "edit",
            Self::Retract => "retract",
            Self::Restore => "restore",
            Self::Rank => "rank",
            Self::Link => "link",
            Self::AddName => "add a name",
            Self::Undo => "undo",
            Self::UndoOthers => "undo what somebody else did",
            Self::Review => "review proposals",
            Self::Approve => "approve proposals",
            Self::Reject => "reject proposals",
            Self::Import => "import",
            Self::Audit => "see the audit",
            Self::GrantAccess => "grant access",
            Self::RevokeAccess => "revoke access",
            Self::ShowAccess => "see who may do what",
            Self::Diagnose => "see what I may do in each channel",
            Self::EraseServer => "erase this server’s knowledge",
            Self::SetFocus => "set this channel’s focus",
            Self::OpenDiscussion => "open discussions",
            Self::CloseDiscussion => "close and reopen discussions",
            Self::SetFollows => "set what this channel follows",
        }
    }
}

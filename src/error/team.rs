//! Why something cannot be done with a channel’s focus, its discussions or what it follows.

use crate::access::Act;

/// Something that a team cannot do as asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BadTeam {
    /// It is no server.
    NoServer,
    /// The asker may not write there.
    MayNotWrite,
    /// The asker neither manages the channel nor is an editor.
    NotModerator {
        /// What needs it.
        act: Act,
    },
    /// The channel has no focus.
    NoFocus,
    /// No discussion of that number is seen there.
    UnknownDiscussion {
        /// The number.
        number: i64,
    },
    /// No discussion takes place there.
    NoDiscussionHere,
    /// Positions are not taken any more.
    NotOpen {
        /// The number of the discussion.
        number: i64,
    },
    /// It is open already.
    StillOpen {
        /// The number of the discussion.
        number: i64,
    },
    /// It is closed already.
    ClosedAlready {
        /// The number of the discussion.
        number: i64,
    },
    /// There are too few options, or too many.
    OptionCount {
        /// How many there are.
        given: usize,
    },
    /// Two options are one.
    SameOption {
        /// The option.
        text: String,
    },
    /// What was chosen is no option.
    NoSuchOption,
    /// The asker has taken no position.
    NoPosition,
    /// A text is empty, or too long.
    TextLength {
        /// What it is.
        what: TeamText,
        /// The most characters.
        most: usize,
    },
    /// No time is meant.
    NotATime {
        /// What was typed.
        typed: String,
    },
    /// The time is over, or too near.
    TimeOver {
        /// When it would be, in seconds since 1970.
        at: i64,
    },
    /// The time is too far away.
    TimeTooFar,
    /// There is no such note of the asker’s.
    NoSuchNote {
        /// Its number.
        number: i64,
    },
    /// What a note is about is neither an item nor an area.
    AboutNothing {
        /// What was typed.
        typed: String,
    },
    /// There is nothing in the brief that could be questioned.
    NothingToChallenge,
    /// The statement is questioned by the asker already, or deprecated.
    ChallengedAlready,
    /// What there is too much of.
    TooMany {
        /// What.
        what: TeamThing,
        /// The most.
        most: i64,
    },
    /// The channel follows that already.
    FollowedAlready,
    /// The channel does not follow that.
    NotFollowed,
    /// What was to be followed is not said, or more than one thing is.
    FollowWhat,
}

/// A text that somebody writes in a discussion.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamText {
    /// What is discussed.
    Topic,
    /// An option.
    Option,
    /// Why somebody takes a position.
    Reason,
    /// A note.
    Note,
    /// A decision.
    Decision,
}

/// What a place or a person can have too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamThing {
    /// Discussions that are open.
    Discussions,
    /// Notes of one person in one discussion.
    Notes,
    /// Things that one channel follows.
    Follows,
    /// Questions that one person waits for.
    Questions,
}

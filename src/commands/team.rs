//! The commands of teams: `/channel …`, `/discuss …` and `/changes`.

use super::{
    AREA, Availability, Command, CommandInfo, CommandOption, LAYOUT, PRIVATE, SECTION, Takes, option,
};

/// How often a channel is told of what it follows.
pub const OFTEN: &[&str] = &["at-once", "hourly", "daily", "weekly"];

const WHICH: CommandOption =
    option("number", Takes::Number, false, "The number of the discussion; leave it out inside its thread");

const WHOLE: CommandOption =
    option("whole", Takes::Switch, false, "In a thread or a post: for its whole channel or forum");

/// Every one of them, in the order in which help lists them.
pub(super) const TEAM: [CommandInfo; 14] = [
    CommandInfo {
        command: Command::SetFocus,
        name: "channel focus",
        description: "Set the countries this channel is about, so that questions need not name them",
        usage: "/channel focus subject [partners:…] [area:…] [layout:…] [whole:…]",
        example: "/channel focus turkiye partners:pakistan,india",
        options: &[
            option("subject", Takes::Actor, true, "Whose policy: a country or organisation"),
            option("partners", Takes::ActorList, false, "Towards whom: up to five, such as pakistan,india"),
            AREA,
            option("layout", Takes::Layout, false, "Layout here, for people who choose no other"),
            WHOLE,
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::ShowFocus,
        name: "channel show",
        description: "Show this channel’s focus",
        usage: "/channel show",
        example: "/channel show",
        options: &[PRIVATE],
        availability: Availability::InServer,
    },
    CommandInfo {
        command: Command::ClearFocus,
        name: "channel clear",
        description: "Remove this channel’s focus; no message is deleted",
        usage: "/channel clear [whole:…]",
        example: "/channel clear",
        options: &[WHOLE],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Follow,
        name: "channel follow",
        description: "Post here when what is known about something changes",
        usage: "/channel follow [actor:…] [partner:…] [area:…] [organisation:…] [interval:…]",
        example: "/channel follow actor:turkiye partner:india interval:daily",
        options: &[
            option("actor", Takes::ActorFilter, false, "Everything about this country or organisation"),
            option("partner", Takes::ActorFilter, false, "With actor: only what is between the two"),
            option("area", Takes::Area, false, "Everything in this area of policy"),
            option(
                "organisation",
                Takes::ActorFilter,
                false,
                "Its members joining or leaving; for everything about it use actor",
            ),
            option(
                "interval",
                Takes::Word(OFTEN),
                false,
                "How often: at-once (default), hourly, daily at 08:00, weekly on Monday",
            ),
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Unfollow,
        name: "channel unfollow",
        description: "Stop following something",
        usage: "/channel unfollow [actor:…] [partner:…] [area:…] [organisation:…]",
        example: "/channel unfollow actor:turkiye partner:india",
        options: &[
            option("actor", Takes::ActorFilter, false, "The country or organisation"),
            option("partner", Takes::ActorFilter, false, "With actor: the other of the two"),
            option("area", Takes::Area, false, "The area of policy"),
            option("organisation", Takes::ActorFilter, false, "The organisation whose members are followed"),
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Following,
        name: "channel following",
        description: "What this channel follows, and its quiet hours",
        usage: "/channel following",
        example: "/channel following",
        options: &[PRIVATE],
        availability: Availability::InServer,
    },
    CommandInfo {
        command: Command::Quiet,
        name: "channel quiet",
        description: "Set quiet hours: nothing of what this channel follows is told then",
        usage: "/channel quiet [hours:…]",
        example: "/channel quiet hours:\"22:00-07:00 +03:00\"",
        options: &[option(
            "hours",
            Takes::Text,
            false,
            "Such as 22:00-07:00 +03:00; leave it out to end quiet hours",
        )],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Discuss,
        name: "discuss open",
        description: "Open a discussion: a question, what it rests on, positions, notes, a decision",
        usage: "/discuss open topic [subject:…] [partners:…] [options:…] [secret:…] [closes:…] [quorum:…]",
        example: "/discuss open topic:\"Accept the CPEC offer?\" options:\"Accept; Only trade; Decline\"",
        options: &[
            option("topic", Takes::Text, true, "The question, in at most 100 characters"),
            option(
                "subject",
                Takes::ActorFilter,
                false,
                "Whose policy it is about; else the channel’s focus",
            ),
            option("partners", Takes::ActorList, false, "Towards whom: up to five, such as pakistan,india"),
            option(
                "options",
                Takes::LongText,
                false,
                "2 to 10, separated by ;  or “recommendations”. Default: Agree; Neutral; Disagree",
            ),
            option("secret", Takes::Switch, false, "Hide names for good, and counts until the end"),
            option("closes", Takes::Text, false, "When voting ends: 3d, 18:00, or 2026-12-01 18:00 +03:00"),
            option("quorum", Takes::Number, false, "The fewest positions for a result"),
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Summary,
        name: "discuss summary",
        description: "How a discussion stands: positions, notes, what is questioned",
        usage: "/discuss summary [number] [section:…]",
        example: "/discuss summary",
        options: &[WHICH, SECTION, PRIVATE],
        availability: Availability::InServer,
    },
    CommandInfo {
        command: Command::Note,
        name: "discuss note",
        description: "Make a note in the discussion that is here, or change one of yours",
        usage: "/discuss note [note:…]",
        example: "/discuss note",
        options: &[option(
            "note",
            Takes::Number,
            false,
            "The number of your note to change; leave it out for a new one",
        )],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::CloseDiscussion,
        name: "discuss close",
        description: "Record the decision, end voting, and post the record",
        usage: "/discuss close decision [number:…]",
        example: "/discuss close decision:\"We accept, if the rail link comes first\"",
        options: &[option("decision", Takes::LongText, true, "What was decided"), WHICH],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Reopen,
        name: "discuss reopen",
        description: "Open a discussion again",
        usage: "/discuss reopen reason [number:…]",
        example: "/discuss reopen reason:\"The offer has changed\"",
        options: &[option("reason", Takes::Text, true, "Why; kept in the record"), WHICH],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Discussions,
        name: "discuss list",
        description: "The discussions of this channel",
        usage: "/discuss list [which:…]",
        example: "/discuss list",
        options: &[option("which", Takes::Word(&["open", "closed"]), false, "Only these"), PRIVATE],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Record,
        name: "discuss record",
        description: "The record of a discussion, with its files, at any time",
        usage: "/discuss record number [section:…]",
        example: "/discuss record 1",
        options: &[
            option("number", Takes::Number, true, "The number of the discussion"),
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
];

/// What changed: for everybody, wherever they are.
pub(super) const CHANGES: CommandInfo = CommandInfo {
    command: Command::Changes,
    name: "changes",
    description: "What changed in the knowledge since a date, or since you last asked",
    usage: "/changes [since:…]",
    example: "/changes since:2026-11",
    options: &[
        option(
            "since",
            Takes::Text,
            false,
            "A year, a month or a day, such as 2026-11-20; else your last visit",
        ),
        LAYOUT,
        PRIVATE,
    ],
    availability: Availability::Anywhere,
};

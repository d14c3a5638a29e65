//! The commands of teams: `/channel …`, `/discuss …` and `/changes`.

use super::{
    AREA, Availability, Command, CommandInfo, CommandOption, LAYOUT, PRIVATE, SECTION, Takes, option,
};

/// How often a channel is told of what it follows.
pub const OFTEN: &[&str] = &["at-once", "hourly", "daily", "weekly"];

const WHICH: CommandOption =
    option("number", Takes::Number, false, "The number of the discussion; without one, the one that is here");

/// Every one of them, in the order in which help lists them.
pub(super) const TEAM: [CommandInfo; 14] = [
    CommandInfo {
        command: Command::SetFocus,
        name: "channel focus",
        description: "What this channel’s questions are about where they do not say",
        usage: "/channel focus subject [partners:…] [area:…] [layout:…]",
        example: "/channel focus turkiye partners:pakistan,india",
        options: &[
            option("subject", Takes::Actor, true, "Whose policy: a country or organisation"),
            option("partners", Takes::ActorList, false, "Towards whom: up to five, such as pakistan,india"),
            AREA,
            option(
                "layout",
                Takes::Layout,
                false,
                "How answers are laid out here, for who chose nothing else",
            ),
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::ShowFocus,
        name: "channel show",
        description: "What this channel is about",
        usage: "/channel show",
        example: "/channel show",
        options: &[PRIVATE],
        availability: Availability::InServer,
    },
    CommandInfo {
        command: Command::ClearFocus,
        name: "channel clear",
        description: "End this channel’s focus",
        usage: "/channel clear",
        example: "/channel clear",
        options: &[],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Follow,
        name: "channel follow",
        description: "Tell this channel when knowledge about something changes",
        usage: "/channel follow [actor:…] [partner:…] [area:…] [organisation:…] [interval:…]",
        example: "/channel follow actor:turkiye partner:india interval:daily",
        options: &[
            option("actor", Takes::ActorFilter, false, "Everything about this country or organisation"),
            option("partner", Takes::ActorFilter, false, "With actor: only what is between the two"),
            option("area", Takes::Area, false, "Everything in this area of policy"),
            option("organisation", Takes::ActorFilter, false, "Who belongs to this organisation"),
            option("interval", Takes::Word(OFTEN), false, "How often; at once where nothing is chosen"),
        ],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::Unfollow,
        name: "channel unfollow",
        description: "End what this channel follows: one thing, or everything",
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
        description: "When this channel wants to hear nothing unasked",
        usage: "/channel quiet [hours:…]",
        example: "/channel quiet hours:\"22:00-07:00 +03:00\"",
        options: &[option(
            "hours",
            Takes::Text,
            false,
            "Such as 22:00-07:00 +03:00; without, it always hears",
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
                "2 to 10, with semicolons between; or “recommendations”; else agree, neutral, disagree",
            ),
            option("secret", Takes::Switch, false, "Show nobody who chose what, and counts only at the end"),
            option("closes", Takes::Text, false, "When: 3d, 18:00, or 2026-12-01 18:00 +03:00"),
            option("quorum", Takes::Number, false, "How many have to take a position for it to count"),
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
        options: &[option("note", Takes::Number, false, "The number of a note of yours, to change it")],
        availability: Availability::BySlash,
    },
    CommandInfo {
        command: Command::CloseDiscussion,
        name: "discuss close",
        description: "Close a discussion with a decision, and attach its record",
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
    description: "What changed in the knowledge since a date, or since your last visit",
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

//! The commands that ask about the world: who belongs where, what happened when.

use super::{
    AS_OF, Availability, Command, CommandInfo, CommandOption, LAYOUT, PRIVATE, SECTION, Takes, option,
};

const ACTOR: CommandOption =
    option("actor", Takes::Actor, true, "A country or organisation by name, code or flag");

/// The figures by which states are ranked, as [`crate::knowledge::Measure`] names them.
pub const FIGURES: &[&str] =
    &["population", "area", "gdp", "gdp-ppp", "growth", "defence", "exports", "imports", "un-position"];

/// Every one of them, in the order in which help lists them.
pub(super) const WORLD: [CommandInfo; 8] = [
    CommandInfo {
        command: Command::Profile,
        name: "profile",
        description: "A country or organisation: latest facts, memberships, relations",
        usage: "/profile actor [as_of:…] [section:…] [layout:…]",
        example: "/profile turkiye",
        options: &[ACTOR, AS_OF, SECTION, LAYOUT, PRIVATE],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Timeline,
        name: "timeline",
        description: "Dated facts between two, newest first",
        usage: "/timeline subject partner [from:…] [to:…] [section:…] [layout:…]",
        example: "/timeline turkiye pakistan from:2022",
        options: &[
            option("subject", Takes::Actor, true, "One of the two"),
            option("partner", Takes::Actor, true, "The other"),
            option("from", Takes::Text, false, "From this date on: a year, a month or a day"),
            option("to", Takes::Text, false, "Up to this date: a year, a month or a day"),
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Relations,
        name: "relations",
        description: "With whom a country has most recorded",
        usage: "/relations actor [section:…] [layout:…]",
        example: "/relations turkiye",
        options: &[ACTOR, SECTION, LAYOUT, PRIVATE],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Organisation,
        name: "organisation",
        description: "Who belongs to it, now or at a date",
        usage: "/organisation organisation [as_of:…] [section:…] [layout:…]",
        example: "/organisation eu as_of:2015",
        options: &[
            option("organisation", Takes::Organisation, true, "An organisation, by name or short name"),
            AS_OF,
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Shared,
        name: "shared",
        description: "What several countries belong to",
        usage: "/shared first second [third fourth fifth] [as_of:…] [section:…] [layout:…]",
        example: "/shared turkiye pakistan india",
        options: &[
            option("first", Takes::Actor, true, "The first"),
            option("second", Takes::Actor, true, "The second"),
            option("third", Takes::Actor, false, "The third"),
            option("fourth", Takes::Actor, false, "The fourth"),
            option("fifth", Takes::Actor, false, "The fifth"),
            AS_OF,
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Ranking,
        name: "rank",
        description: "States by a figure, such as GDP or defence",
        usage: "/rank figure [among:…] [section:…] [layout:…]",
        example: "/rank defence among:nato",
        options: &[
            option("figure", Takes::Word(FIGURES), true, "Which figure"),
            option("among", Takes::OrganisationFilter, false, "Only the members of this organisation"),
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Neighbours,
        name: "neighbours",
        description: "Who borders on a country",
        usage: "/neighbours actor [section:…] [layout:…]",
        example: "/neighbours turkiye",
        options: &[
            option("actor", Takes::Actor, true, "A country by name, code or flag"),
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
    CommandInfo {
        command: Command::Brief,
        name: "brief",
        description: "What to take to a meeting, on one screen and as a file",
        usage: "/brief subject partner [section:…] [layout:…]",
        example: "/brief turkiye pakistan",
        options: &[
            option("subject", Takes::Actor, true, "Whose policy"),
            option("partner", Takes::Actor, true, "Towards whom"),
            SECTION,
            LAYOUT,
            PRIVATE,
        ],
        availability: Availability::Anywhere,
    },
];

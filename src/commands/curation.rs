//! The commands that look after knowledge: `/knowledge …` and `/access …`.

use super::{Availability, Command, CommandInfo, CommandOption, LAYOUT, PRIVATE, Takes, option};

const KEY: CommandOption = option("id", Takes::Item, true, "The key of the item, such as art-028");
const WHY: CommandOption = option("reason", Takes::Text, true, "Why; kept in the history");
const MAYBE_WHY: CommandOption = option("reason", Takes::Text, false, "Why; kept in the history");
const SUBJECT: CommandOption = option("subject", Takes::Actor, false, "Whose policy");
const PARTNER: CommandOption = option("partner", Takes::Actor, false, "Towards whom");
const AREA: CommandOption = option("area", Takes::Area, false, "The area of policy");
const SOURCE: CommandOption = option("source", Takes::Source, false, "The key of the source");
const KIND: CommandOption =
    option("kind", Takes::Word(&["fact", "assessment", "benefit"]), false, "What sort of statement it is");
const HOLDER: CommandOption =
    option("who", Takes::Holder, true, "A role or a member; @everyone is a role too");

const fn info(
    command: Command,
    name: &'static str,
    description: &'static str,
    usage: &'static str,
    example: &'static str,
    options: &'static [CommandOption],
) -> CommandInfo {
    CommandInfo { command, name, description, usage, example, options, availability: Availability::BySlash }
}

const fn question(availability: Availability, info: CommandInfo) -> CommandInfo {
    CommandInfo { availability, ..info }
}

/// Every one of them, in the order in which help lists them.
pub(super) const CURATION: [CommandInfo; 29] = [
    question(
        Availability::Anywhere,
        info(
            Command::Show,
            "knowledge show",
            "An item with all its fields and its history",
            "/knowledge show id",
            "/knowledge show art-028",
            &[KEY, LAYOUT, PRIVATE],
        ),
    ),
    question(
        Availability::Anywhere,
        info(
            Command::History,
            "knowledge history",
            "Who changed what, when and why",
            "/knowledge history [id:…] [actor:…] [user:…] [since:…]",
            "/knowledge history actor:turkiye",
            &[
                option("id", Takes::Item, false, "Only changes of this item"),
                option("actor", Takes::ActorFilter, false, "Only changes about this country or organisation"),
                option("user", Takes::Person, false, "Only changes by this person"),
                option(
                    "since",
                    Takes::Text,
                    false,
                    "Only changes since this date, such as 2026-11 or 2026-11-23",
                ),
                LAYOUT,
                PRIVATE,
            ],
        ),
    ),
    question(
        Availability::Anywhere,
        info(
            Command::Whoami,
            "knowledge whoami",
            "What you may do with this server’s knowledge, and why",
            "/knowledge whoami",
            "/knowledge whoami",
            &[PRIVATE],
        ),
    ),
    question(
        Availability::InServer,
        info(
            Command::Review,
            "knowledge review",
            "The proposals that wait, one by one, to approve, edit or reject",
            "/knowledge review [number]",
            "/knowledge review",
            &[
                option("number", Takes::Number, false, "One proposal, by its number"),
                option("after", Takes::Number, false, "The next one after this number"),
                PRIVATE,
            ],
        ),
    ),
    question(
        Availability::InServer,
        info(
            Command::Audit,
            "knowledge audit",
            "Who did what with this server’s knowledge, and when",
            "/knowledge audit",
            "/knowledge audit",
            &[PRIVATE],
        ),
    ),
    question(
        Availability::InServer,
        info(
            Command::Gaps,
            "knowledge gaps",
            "Questions that found nothing here, most asked first",
            "/knowledge gaps",
            "/knowledge gaps",
            &[PRIVATE],
        ),
    ),
    info(
        Command::RejectMany,
        "knowledge reject",
        "Reject what was proposed in a time, or by certain people",
        "/knowledge reject since:… reason:… [until:…] [users:…]",
        "/knowledge reject since:2026-11-28 reason:spam",
        &[
            option("since", Takes::Text, true, "From when: 2026-11-28, 2026-11-28T18:00"),
            option("reason", Takes::Text, true, "Why; kept in the history"),
            option("until", Takes::Text, false, "Until when"),
            option("users", Takes::Text, false, "Whose: mentions or ids"),
        ],
    ),
    info(
        Command::AddStatement,
        "knowledge add statement",
        "Record a fact, an assessment or a benefit",
        "/knowledge add statement [subject] [partner] [area] [kind] [source]",
        "/knowledge add statement subject:turkiye partner:pakistan area:defence kind:fact",
        &[SUBJECT, PARTNER, AREA, KIND, SOURCE],
    ),
    info(
        Command::AddRecommendation,
        "knowledge add recommendation",
        "Record advice: focus, action, impact",
        "/knowledge add recommendation [subject] [partner] [area] [source]",
        "/knowledge add recommendation subject:turkiye area:trade",
        &[SUBJECT, PARTNER, AREA, SOURCE],
    ),
    info(
        Command::AddSource,
        "knowledge add source",
        "Record a source, so that statements can cite it",
        "/knowledge add source",
        "/knowledge add source",
        &[],
    ),
    info(
        Command::AddActor,
        "knowledge add actor",
        "Record a state, organisation or region that is not known yet",
        "/knowledge add actor",
        "/knowledge add actor",
        &[],
    ),
    info(
        Command::AddAlias,
        "knowledge add alias",
        "Give a country or organisation another name",
        "/knowledge add alias actor name [kind] [reason]",
        "/knowledge add alias actor:turkiye name:Anatolia",
        &[
            option("actor", Takes::Actor, true, "Whose name it is"),
            option("name", Takes::Text, true, "The name"),
            option(
                "kind",
                Takes::Word(&["alias", "adjective", "metonym"]),
                false,
                "How it is used; alias if not said",
            ),
            MAYBE_WHY,
        ],
    ),
    info(
        Command::AddArea,
        "knowledge add area",
        "Record an area of policy that is not known yet",
        "/knowledge add area",
        "/knowledge add area",
        &[],
    ),
    info(
        Command::AddSynonym,
        "knowledge add synonym",
        "Give an area another word that means it",
        "/knowledge add synonym area word [reason]",
        "/knowledge add synonym area:defence word:navy",
        &[
            option("area", Takes::Area, true, "The area"),
            option("word", Takes::Text, true, "The word"),
            MAYBE_WHY,
        ],
    ),
    info(
        Command::Edit,
        "knowledge edit",
        "Change an item; of a public one this server gets its own version",
        "/knowledge edit id",
        "/knowledge edit id:art-028",
        &[KEY],
    ),
    info(
        Command::Retract,
        "knowledge retract",
        "Remove an item; it stays in the history and can be restored",
        "/knowledge retract id reason",
        "/knowledge retract id:art-028 reason:outdated",
        &[KEY, WHY],
    ),
    info(
        Command::Restore,
        "knowledge restore",
        "Bring a retracted item back",
        "/knowledge restore id [reason]",
        "/knowledge restore id:art-028",
        &[option("id", Takes::Retracted, true, "The key of the retracted item"), MAYBE_WHY],
    ),
    info(
        Command::Rank,
        "knowledge rank",
        "Show a statement before others, or deprecate it",
        "/knowledge rank id rank [reason]",
        "/knowledge rank id:art-028 rank:preferred",
        &[
            KEY,
            option("rank", Takes::Word(&["preferred", "normal", "deprecated"]), true, "The rank"),
            MAYBE_WHY,
        ],
    ),
    info(
        Command::Link,
        "knowledge link",
        "Say that one statement supports or disputes another",
        "/knowledge link id bearing other [reason]",
        "/knowledge link id:art-028 bearing:supports other:art-029",
        &[
            KEY,
            option(
                "bearing",
                Takes::Word(&["supports", "disputes", "repeats"]),
                true,
                "What it says of the other",
            ),
            option("other", Takes::Item, true, "The key of the other statement"),
            MAYBE_WHY,
        ],
    ),
    info(
        Command::Undo,
        "knowledge undo",
        "Undo a change, by its number in the history",
        "/knowledge undo change [reason]",
        "/knowledge undo change:12",
        &[option("change", Takes::Number, true, "The number of the change"), MAYBE_WHY],
    ),
    info(
        Command::Propose,
        "knowledge propose",
        "Propose a statement, or a change of an item; an editor decides",
        "/knowledge propose [id] [subject] [partner] [area] [kind] [source]",
        "/knowledge propose subject:turkiye partner:pakistan area:defence",
        &[
            option("id", Takes::Item, false, "The item to change; leave it out to propose a new statement"),
            SUBJECT,
            PARTNER,
            AREA,
            KIND,
            SOURCE,
        ],
    ),
    info(
        Command::Import,
        "knowledge import",
        "Import a file: TOML, CSV or a Markdown table; shown first, applied after",
        "/knowledge import file [subject] [partner] [source] [reason]",
        "/knowledge import file:table.md subject:turkiye source:article",
        &[
            option("file", Takes::File, true, "The file: .toml, .csv or .md"),
            option("subject", Takes::Actor, false, "Whose policy it is, where the file does not say"),
            option("partner", Takes::Actor, false, "Towards whom, where the file does not say"),
            option("source", Takes::Source, false, "The source, where the file does not say"),
            MAYBE_WHY,
        ],
    ),
    info(
        Command::Export,
        "knowledge export",
        "This server’s own knowledge, or the public knowledge, as a file",
        "/knowledge export [scope] [format]",
        "/knowledge export format:csv",
        &[
            option(
                "scope",
                Takes::Word(&["server", "public"]),
                false,
                "Whose knowledge; this server’s if not said",
            ),
            option(
                "format",
                Takes::Word(&["toml", "csv", "markdown"]),
                false,
                "toml holds everything; toml if not said",
            ),
        ],
    ),
    info(
        Command::ForgetServer,
        "knowledge forget-server",
        "Export this server’s knowledge, then erase all of it with its history",
        "/knowledge forget-server",
        "/knowledge forget-server",
        &[],
    ),
    info(
        Command::MyData,
        "knowledge my-data",
        "Download or delete your data",
        "/knowledge my-data [erase]",
        "/knowledge my-data",
        &[option("erase", Takes::Switch, false, "Erase it; what you contributed stays, without your name")],
    ),
    info(
        Command::Grant,
        "access grant",
        "Make a role or a member reader, contributor, editor or curator",
        "/access grant who level",
        "/access grant who:@Desk level:editor",
        &[
            HOLDER,
            option("level", Takes::Word(&["reader", "contributor", "editor", "curator"]), true, "The level"),
        ],
    ),
    info(
        Command::Revoke,
        "access revoke",
        "Take back what was granted to a role or a member",
        "/access revoke who",
        "/access revoke who:@Desk",
        &[HOLDER],
    ),
    info(Command::Doctor, "doctor", "What I lack in this server’s channels", "/doctor", "/doctor", &[]),
    info(
        Command::ShowAccess,
        "access show",
        "Who has which level in this server",
        "/access show",
        "/access show",
        &[],
    ),
];

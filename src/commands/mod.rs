//! The commands: one table from which the slash commands, the console's completion and `/help`
//! are all made.

mod curation;
mod questions;
mod team;
mod world;

pub use self::questions::QUESTIONS;
pub use self::team::OFTEN;
pub use self::world::FIGURES;

/// A command that can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// Areas by partners.
    Compare,
    /// What a subject gains from a partner.
    Benefits,
    /// Policy advice.
    Recommend,
    /// Every statement.
    Facts,
    /// A question in plain words.
    Ask,
    /// The areas of policy.
    Areas,
    /// The sources.
    Sources,
    /// How to ask.
    Help,
    /// Who an actor is.
    Profile,
    /// What happened between two.
    Timeline,
    /// Everyone an actor has statements with.
    Relations,
    /// Who belongs to an organisation.
    Organisation,
    /// What several actors belong to.
    Shared,
    /// States by a figure.
    Ranking,
    /// Who borders on a state.
    Neighbours,
    /// What to take to a meeting.
    Brief,
    /// An item with its history.
    Show,
    /// Change sets.
    History,
    /// What the asker may do here.
    Whoami,
    /// The proposals that wait.
    Review,
    /// Rejects many proposals at once.
    RejectMany,
    /// Who did what.
    Audit,
    /// Questions that found nothing.
    Gaps,
    /// A form for a new statement.
    AddStatement,
    /// A form for a new recommendation.
    AddRecommendation,
    /// A form for a new source.
    AddSource,
    /// A form for a new actor.
    AddActor,
    /// Another name for an actor.
    AddAlias,
    /// A form for a new area.
    AddArea,
    /// Another word for an area.
    AddSynonym,
    /// A form for an item that is there.
    Edit,
    /// Takes an item away.
    Retract,
    /// Brings an item back.
    Restore,
    /// Shows an item before or after others.
    Rank,
    /// Says what one statement says of another.
    Link,
    /// Takes a change set back.
    Undo,
    /// A form for a proposal.
    Propose,
    /// Takes a file in.
    Import,
    /// Gives a file out.
    Export,
    /// Erases a server's knowledge.
    ForgetServer,
    /// What is kept of a person.
    MyData,
    /// Gives a level.
    Grant,
    /// Takes a level back.
    Revoke,
    /// Who has which level.
    ShowAccess,
    /// Says what a channel is about.
    SetFocus,
    /// What a channel is about.
    ShowFocus,
    /// Ends that.
    ClearFocus,
    /// Has a channel follow something.
    Follow,
    /// Ends that.
    Unfollow,
    /// What a channel follows.
    Following,
    /// When a channel wants to hear nothing.
    Quiet,
    /// What the bot may do in the channels of a server.
    Doctor,
    /// Opens a discussion.
    Discuss,
    /// How a discussion stands.
    Summary,
    /// A form for a note.
    Note,
    /// Closes a discussion.
    CloseDiscussion,
    /// Opens one again.
    Reopen,
    /// The discussions of a channel.
    Discussions,
    /// What came of one.
    Record,
    /// What changed.
    Changes,
}

/// What help is asked about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HelpTopic {
    /// One command.
    Command(Command),
    /// The commands that look after the knowledge.
    Knowledge,
    /// The commands of channels and discussions.
    Teams,
    /// The grades and marks of answers.
    Marks,
}

impl HelpTopic {
    /// The word for it in a line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Command(command) => command.info().name,
            Self::Knowledge => "knowledge",
            Self::Teams => "teams",
            Self::Marks => "marks",
        }
    }
}

/// Where a command can be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Availability {
    /// By slash command, by mention and at the console.
    Anywhere,
    /// By slash command and by mention, in a server.
    InServer,
    /// By slash command alone: it opens a form, takes a file or changes something.
    BySlash,
}

/// What an option of a command takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// The name of an actor.
    Actor,
    /// The name of an organisation.
    Organisation,
    /// An area of policy.
    Area,
    /// The key of a source.
    Source,
    /// The name of a command.
    Command,
    /// A layout.
    Layout,
    /// A section of an answer.
    Section,
    /// Whose statements about a pair.
    Direction,
    /// Yes or no.
    Switch,
    /// The name of an actor that is not one of those talked about in order, but a filter.
    ActorFilter,
    /// The name of an organisation whose members alone are meant.
    OrganisationFilter,
    /// Names of actors, with commas between.
    ActorList,
    /// The key of an item.
    Item,
    /// The key of a retracted item.
    Retracted,
    /// One of these words.
    Word(&'static [&'static str]),
    /// Free text.
    Text,
    /// Free text that may be long.
    LongText,
    /// A question in plain words.
    Question,
    /// A whole number.
    Number,
    /// A person on Discord.
    Person,
    /// A role or a person on Discord.
    Holder,
    /// A file.
    File,
}

impl Takes {
    /// Whether it takes one of the actors that are talked about in order.
    #[must_use]
    pub fn is_actor(self) -> bool {
        matches!(self, Self::Actor | Self::Organisation)
    }
}

/// An option of a command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandOption {
    /// Its name, as in `area:defence`.
    pub name: &'static str,
    /// What it takes.
    pub takes: Takes,
    /// Whether the command needs it.
    pub required: bool,
    /// What it is for, in at most 100 characters.
    pub description: &'static str,
}

/// Everything about a command but what it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommandInfo {
    /// The command.
    pub command: Command,
    /// Its name, without the slash.
    pub name: &'static str,
    /// What it answers, in at most 100 characters.
    pub description: &'static str,
    /// How it is written in a line of text.
    pub usage: &'static str,
    /// A line that works.
    pub example: &'static str,
    /// Its options, required ones first.
    pub options: &'static [CommandOption],
    /// Where it can be given.
    pub availability: Availability,
}

const fn option(
    name: &'static str,
    takes: Takes,
    required: bool,
    description: &'static str,
) -> CommandOption {
    CommandOption { name, takes, required, description }
}

const SUBJECT: CommandOption =
    option("subject", Takes::Actor, true, "Whose policy: a country or organisation by name, code or flag");
const AREA: CommandOption =
    option("area", Takes::Area, false, "Only this area of policy, such as defence or trade");
const AS_OF: CommandOption =
    option("as_of", Takes::Text, false, "At this date: a year, a month or a day, such as 2015 or 2016-06-23");
const LAYOUT: CommandOption =
    option("layout", Takes::Layout, false, "How to lay the answer out; remembered until you choose another");
const DIRECTION: CommandOption =
    option("direction", Takes::Direction, false, "The subject’s policy (to), the partner’s (from), or both");
const SECTION: CommandOption =
    option("section", Takes::Section, false, "A section in place of the first screen, or all of them");
const PRIVATE: CommandOption = option("private", Takes::Switch, false, "Show the answer to you alone");

/// Every command, in the order in which help lists them: questions, then curation.
pub fn all() -> impl Iterator<Item = &'static CommandInfo> {
    QUESTIONS
        .iter()
        .chain(&world::WORLD)
        .chain(std::iter::once(&team::CHANGES))
        .chain(&team::TEAM)
        .chain(&curation::CURATION)
}

/// The commands of several words that begin with this one: `knowledge` has many.
pub fn under(word: &str) -> impl Iterator<Item = &'static CommandInfo> {
    let word = word.to_lowercase();
    all().filter(move |info| info.name.split_once(' ').is_some_and(|(first, _)| first == word))
}

impl Command {
    /// Whether it changes a channel, or a discussion.
    #[must_use]
    pub fn is_of_team(self) -> bool {
        matches!(
            self,
            Self::SetFocus
                | Self::ClearFocus
                | Self::Follow
                | Self::Unfollow
                | Self::Quiet
                | Self::Discuss
                | Self::Note
                | Self::CloseDiscussion
                | Self::Reopen
        )
    }

    /// Whether a channel’s focus says whom it is about, where whoever asks does not.
    #[must_use]
    pub fn takes_focus(self) -> bool {
        matches!(
            self,
            Self::Compare
                | Self::Benefits
                | Self::Recommend
                | Self::Facts
                | Self::Profile
                | Self::Timeline
                | Self::Relations
                | Self::Shared
                | Self::Brief
                | Self::Neighbours
        )
    }

    /// All about the command.
    #[must_use]
    pub fn info(self) -> &'static CommandInfo {
        // Every command is in the table; a test holds it to that.
        all().find(|info| info.command == self).unwrap_or(&QUESTIONS[0])
    }

    /// The command with this name, in any case.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        all().find(|info| info.name.eq_ignore_ascii_case(name)).map(|info| info.command)
    }

    /// The commands whose names are nearest to a misspelt one, at most so many slips away: all that are equally near.
    #[must_use]
    pub fn near(name: &str, slips: usize) -> Vec<Self> {
        let name = crate::knowledge::fold::fold_word(name);
        if name.is_empty() {
            return Vec::new();
        }
        let distance = |info: &CommandInfo| {
            // The first word of several is no slip for any of them.
            if name.len() >= 2 && info.name.starts_with(&name) && !info.name.contains(' ') {
                0
            } else {
                strsim::osa_distance(info.name, &name)
            }
        };
        let Some(least) = all().map(distance).min().filter(|least| *least <= slips) else {
            return Vec::new();
        };
        all().filter(|info| distance(info) == least).map(|info| info.command).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_the_table_once() {
        for info in all() {
            assert_eq!(info.command.info().name, info.name);
            assert_eq!(Command::named(info.name), Some(info.command));
        }
        let mut commands: Vec<Command> = all().map(|info| info.command).collect();
        commands.dedup();
        assert_eq!(commands.len(), all().count());
        // The last of the enum: what is added after it has to be added here too.
        assert_eq!(Command::Changes as usize + 1, all().count());
    }
}

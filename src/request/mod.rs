//! Requests: what was asked, fully understood and typed.
//!
//! A slash command, a mention and a console line all become an [`Asking`] (a command and the words
//! given to it), and [`understand()`] makes a [`Request`] of that by the same rules for all.
//!
//! The grammar of a line:
//!
//! ```text
//! line    = ["/"] command *( word / option )
//! option  = name ":" ( word / '"' words '"' )
//! ```
//!
//! A line that starts with no command but names at least two actors is a comparison.

mod ask;
pub mod complete;
mod curation;
mod defaults;
mod line;
mod names;
mod offers;
mod options;
pub mod reading;
mod team;
mod understand;
mod world;

use std::fmt;

pub use self::ask::{LONGEST_QUESTION, Put, Question, question, with_option};
pub use self::curation::Curation;
pub use self::defaults::Defaults;
pub use self::line::parse_line;
pub use self::team::Team;
pub use self::understand::{MOST_COMPARED, actor_named, understand};
pub use crate::commands::{Command, CommandInfo, CommandOption, HelpTopic, Takes};
use crate::knowledge::{Direction, Kind, LeastGrade, Measure, PartialDate, Period};
use crate::layout::Layout;
use crate::section::Opened;

/// What is asked, with every name resolved to a key.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Request {
    /// The subject's policy towards each partner, by area.
    Compare {
        /// Whose policy.
        subject: String,
        /// Towards whom: one to five, all different, none of them the subject.
        partners: Vec<String>,
        /// Only in this area.
        area: Option<String>,
        /// Whose statements beside the judgements.
        direction: Direction,
        /// Only what was valid and known at this date.
        as_of: Option<PartialDate>,
    },
    /// What the subject gains from the partner.
    Benefits {
        /// Who gains.
        subject: String,
        /// From whom.
        partner: String,
    },
    /// Advice to the subject.
    Recommend {
        /// Who is advised.
        subject: String,
        /// Only on this area.
        focus: Option<String>,
    },
    /// Every statement about the subject.
    Facts {
        /// About whom.
        subject: String,
        /// Only towards this partner.
        partner: Option<String>,
        /// Only in this area.
        area: Option<String>,
        /// Whose, of statements about a pair.
        direction: Direction,
        /// Only of this kind.
        kind: Option<Kind>,
        /// Only what is graded so, or better.
        grade: Option<LeastGrade>,
    },
    /// The areas of policy.
    Areas,
    /// All sources, or one.
    Sources {
        /// The key of the one.
        id: Option<String>,
    },
    /// How to ask.
    Help {
        /// About one command, or about something else that has a page of its own.
        topic: Option<HelpTopic>,
    },
    /// In plain words.
    Ask(Question),
    /// About the world: who belongs where, what happened when.
    World(World),
    /// About knowledge's own life.
    Curation(Curation),
    /// About a channel, its discussions, and what changed.
    Team(Team),
}

/// What is asked of the world.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum World {
    /// Who an actor is.
    Profile {
        /// The actor.
        actor: String,
        /// At this date.
        as_of: Option<PartialDate>,
    },
    /// Dated facts between two actors.
    Timeline {
        /// One.
        subject: String,
        /// The other.
        partner: String,
        /// From and to when.
        period: Period,
    },
    /// What to take to a meeting.
    Brief {
        /// Whose policy.
        subject: String,
        /// Towards whom.
        partner: String,
    },
    /// Everyone an actor has statements with.
    Relations {
        /// The actor.
        actor: String,
    },
    /// Who belongs to an organisation.
    Organisation {
        /// The organisation.
        organisation: String,
        /// At this date.
        as_of: Option<PartialDate>,
    },
    /// States by a figure.
    Rank {
        /// The figure.
        measure: Measure,
        /// Only members of this organisation.
        among: Option<String>,
    },
    /// Who borders on a state.
    Neighbours {
        /// The state.
        actor: String,
    },
    /// What several actors belong to.
    Shared {
        /// The actors, two to five, all different.
        actors: Vec<String>,
        /// At this date.
        as_of: Option<PartialDate>,
    },
}

impl Request {
    /// The date at which it asks what was so.
    #[must_use]
    pub fn as_of(&self) -> Option<PartialDate> {
        match self {
            Self::Compare { as_of, .. }
            | Self::World(
                World::Profile { as_of, .. }
                | World::Organisation { as_of, .. }
                | World::Shared { as_of, .. },
            ) => *as_of,
            _ => None,
        }
    }

    /// The area to which it keeps.
    #[must_use]
    pub fn area(&self) -> Option<&str> {
        match self {
            Self::Compare { area, .. } | Self::Facts { area, .. } | Self::Recommend { focus: area, .. } => {
                area.as_deref()
            }
            _ => None,
        }
    }

    /// The source that it names.
    #[must_use]
    pub fn source(&self) -> Option<&str> {
        match self {
            Self::Sources { id } => id.as_deref(),
            _ => None,
        }
    }

    /// The actors that it names, subject first.
    #[must_use]
    pub fn actors(&self) -> Vec<&str> {
        match self {
            Self::Compare { subject, partners, .. } => {
                std::iter::once(subject).chain(partners).map(String::as_str).collect()
            }
            Self::Benefits { subject, partner } => vec![subject, partner],
            Self::Facts { subject, partner, .. } => {
                std::iter::once(subject).chain(partner).map(String::as_str).collect()
            }
            Self::Recommend { subject, .. } => vec![subject],
            Self::Ask(question) => {
                question.readings.iter().flat_map(|reading| &reading.actors).map(String::as_str).collect()
            }
            Self::World(world) => world.actors(),
            Self::Curation(Curation::History { actor, .. }) => actor.iter().map(String::as_str).collect(),
            Self::Areas | Self::Sources { .. } | Self::Help { .. } | Self::Curation(_) | Self::Team(_) => {
                Vec::new()
            }
        }
    }
}

/// A command or a line as it was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Understanding {
    /// What is asked.
    pub parsed: Parsed,
    /// How it is to be shown.
    pub view: View,
    /// Partners that were named more than once, by key.
    pub repeated: Vec<String>,
    /// Whom it took from the channel’s focus, by key.
    pub from_focus: Vec<String>,
    /// Names that several bear, of which the state was taken that is called just so.
    pub presumed: Vec<Presumed>,
}

/// A name that several bear, taken for the state that is called just so: “georgia” beside “armenia”.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Presumed {
    /// The name, as typed.
    pub typed: String,
    /// The key of the state.
    pub state: String,
    /// The keys of the others who may be meant.
    pub others: Vec<String>,
}

/// What is asked, as far as it can be known without what was asked before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parsed {
    /// A request, as it is.
    Request(Request),
    /// A question in plain words, still to be read.
    Question(Put),
}

/// How the answer is to be shown, as far as the asker said.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct View {
    /// The layout asked for.
    pub layout: Option<Layout>,
    /// Whether the answer is for the asker alone.
    pub private: bool,
    /// What of it is shown.
    pub opened: Opened,
}

/// A command and the words given to it, before they are understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The command.
    pub command: Command,
    /// The words without an option's name, mostly names of actors: each run of them is read by itself.
    pub runs: Vec<String>,
    /// The options by name, as typed.
    pub options: Vec<(String, String)>,
    /// Whether others are named and whose policy is not said.
    pub lacks_subject: bool,
}

impl Asking {
    /// A command with options, as Discord gives them: those that take an actor are the words.
    #[must_use]
    pub fn from_options(command: Command, given: &[(String, String)]) -> Self {
        let is_actor = |name: &str| {
            command.info().options.iter().any(|option| option.name == name && option.takes.is_actor())
        };
        // In the order of the command’s definition: the subject is first whatever was filled in first.
        let runs = Self::in_order(command, given, "");
        let options = given.iter().filter(|(name, _)| !is_actor(name)).cloned().collect();
        let has_subject =
            command.info().options.iter().any(|option| option.name == "subject" && option.required);
        let lacks_subject = has_subject
            && given.iter().any(|(name, _)| is_actor(name))
            && !given.iter().any(|(name, _)| name == "subject");
        Self { command, runs, options, lacks_subject }
    }

    /// The names given, in the order of the command’s definition: those without an option’s name stand
    /// where the first is missing.
    fn in_order(command: Command, given: &[(String, String)], bare: &str) -> Vec<String> {
        let mut bare = Some(bare).filter(|bare| !bare.is_empty());
        let mut names: Vec<&str> = Vec::new();
        for option in command.info().options.iter().filter(|option| option.takes.is_actor()) {
            match given.iter().find(|(name, _)| name == option.name) {
                Some((_, value)) => names.push(value),
                None => names.extend(bare.take()),
            }
        }
        names.extend(bare);
        names.into_iter().map(str::to_owned).collect()
    }

    /// All of the words, as they stand in a line.
    fn words(&self) -> String {
        self.runs.join(", ")
    }

    fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// An option of a line, where it has a value.
fn option<T: fmt::Display>(name: &str, value: Option<&T>) -> String {
    value.map_or(String::new(), |value| format!(" {name}:{value}"))
}

/// An option that is a date.
fn date_option(name: &str, date: Option<PartialDate>) -> String {
    option(name, date.map(|date| date.to_string()).as_ref())
}

/// The option for one direction alone.
fn direction_option(direction: Direction) -> String {
    let one = (direction != Direction::Both).then(|| direction.to_string());
    option("direction", one.as_ref())
}

/// Keys as a run of names that reads as the same keys: with commas where one is a word that joins names
/// (AND is Andorra).
fn run_of(keys: &[&str]) -> String {
    let joint = keys.iter().any(|key| names::is_connector(&key.to_lowercase()));
    keys.join(if joint { ", " } else { " " })
}

/// The line that asks the same again, in keys: `/compare TUR PAK IND area:defence`.
impl fmt::Display for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Compare { subject, partners, area, direction, as_of, .. } => {
                let everyone: Vec<&str> =
                    std::iter::once(subject).chain(partners).map(String::as_str).collect();
                let (area, date) = (option("area", area.as_ref()), date_option("as_of", *as_of));
                write!(f, "/compare {}{area}{}{date}", run_of(&everyone), direction_option(*direction))
            }
            Self::Benefits { subject, partner } => write!(f, "/benefits {subject} {partner}"),
            Self::Recommend { subject, focus } => {
                write!(f, "/recommend {subject}{}", option("focus", focus.as_ref()))
            }
            Self::Facts { subject, partner, area, direction, kind, grade } => {
                let partner = partner.as_ref().map_or(String::new(), |partner| format!(" {partner}"));
                let area = option("area", area.as_ref());
                let (kind, grade) = (option("kind", kind.as_ref()), option("grade", grade.as_ref()));
                write!(f, "/facts {subject}{partner}{area}{}{kind}{grade}", direction_option(*direction))
            }
            Self::Areas => f.write_str("/areas"),
            Self::Sources { id } => {
                write!(f, "/sources{}", id.as_ref().map_or(String::new(), |id| format!(" {id}")))
            }
            Self::Help { topic } => {
                write!(f, "/help{}", topic.map_or(String::new(), |topic| format!(" {}", topic.name())))
            }
            Self::Ask(question) => question.put.fmt(f),
            Self::World(world) => world.fmt(f),
            Self::Curation(curation) => curation.fmt(f),
            Self::Team(team) => team.fmt(f),
        }
    }
}

impl World {
    fn actors(&self) -> Vec<&str> {
        match self {
            Self::Profile { actor, .. } | Self::Relations { actor } | Self::Neighbours { actor } => {
                vec![actor]
            }
            Self::Rank { among, .. } => among.iter().map(String::as_str).collect(),
            Self::Organisation { organisation, .. } => vec![organisation],
            Self::Timeline { subject, partner, .. } | Self::Brief { subject, partner } => {
                vec![subject, partner]
            }
            Self::Shared { actors, .. } => actors.iter().map(String::as_str).collect(),
        }
    }
}

impl fmt::Display for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = date_option;
        match self {
            Self::Profile { actor, as_of } => write!(f, "/profile {actor}{}", date("as_of", *as_of)),
            Self::Timeline { subject, partner, period } => {
                write!(
                    f,
                    "/timeline {subject} {partner}{}{}",
                    date("from", period.from),
                    date("to", period.to)
                )
            }
            Self::Brief { subject, partner } => write!(f, "/brief {subject} {partner}"),
            Self::Relations { actor } => write!(f, "/relations {actor}"),
            Self::Neighbours { actor } => write!(f, "/neighbours {actor}"),
            Self::Rank { measure, among } => {
                write!(f, "/rank {measure}{}", option("among", among.as_ref()))
            }
            Self::Organisation { organisation, as_of } => {
                write!(f, "/organisation {organisation}{}", date("as_of", *as_of))
            }
            Self::Shared { actors, as_of } => {
                let actors: Vec<&str> = actors.iter().map(String::as_str).collect();
                write!(f, "/shared {}{}", run_of(&actors), date("as_of", *as_of))
            }
        }
    }
}

//! Questions in plain words as requests: what was read of one, as far as it is a command’s, becomes that command’s
//! request; else it is a question of its own.

use std::fmt;

use super::offers::on_one_line;
use super::reading::{self, Reading, UnitAsked};
use super::understand::{actor_named, single};
use super::{Asking, Defaults, MOST_COMPARED, Request, World};
use crate::error::{BadQuestion, Choice, Refusal};
use crate::knowledge::{ActorKind, Catalogue, Cue, Direction, PartialDate, QuestionKind};

/// The longest question that is read, in characters: as long as a message on Discord may be for whoever pays.
pub const LONGEST_QUESTION: usize = 4_000;

/// A question as it was put: its text, and what was said of it beside.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Put {
    /// The text.
    pub text: String,
    /// Whom it is about, by key, where that was said beside.
    pub about: Vec<String>,
    /// The area, where that was.
    pub area: Option<String>,
    /// What it asks, where that was.
    pub kind: Option<QuestionKind>,
}

/// A question with what was read of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Question {
    /// The question as it can be put again, by anyone and anywhere: with what it took from the one before.
    pub put: Put,
    /// What was read: one question, or two.
    pub readings: Vec<Reading>,
}

/// A question as it was put by command or line.
///
/// # Errors
/// A refusal where there are no words in it, or what is said beside is unknown.
pub(super) fn put(asking: &Asking, catalogue: &Catalogue) -> Result<Put, Refusal> {
    let example = asking.command.info().example;
    let text = single(asking, "question").filter(|text| !super::names::is_blank(text));
    let text = text.ok_or(BadQuestion::Empty { example })?;
    let length = text.chars().count();
    if length > LONGEST_QUESTION {
        return Err(BadQuestion::LongQuestion { length, most: LONGEST_QUESTION }.into());
    }
    let about = asking.option("about").map(|names| {
        let names = names.split(',').filter(|name| !super::names::is_blank(name));
        let ids = names.map(|name| actor_named(name, catalogue)).collect::<Result<Vec<_>, _>>();
        ids.map(|ids| {
            let mut once: Vec<String> = Vec::new();
            for id in ids {
                if !once.contains(&id) {
                    once.push(id);
                }
            }
            once.truncate(MOST_COMPARED + 1);
            once
        })
    });
    let area = asking.option("area").map(|area| super::understand::area(asking, "area", area, catalogue));
    let kind = asking.option("kind").map(|word| {
        word.trim()
            .to_lowercase()
            .parse()
            .map_err(|_| Refusal::not_one_of(Choice::QuestionKind, word, QuestionKind::WORDS))
    });
    Ok(Put {
        text,
        about: about.transpose()?.unwrap_or_default(),
        area: area.transpose()?,
        kind: kind.transpose()?,
    })
}

/// What a question is understood to ask, and what was read of it, for the next question to take up; `earlier` is what
/// was read of the one before, of the same person in the same place.
#[must_use]
pub fn question(
    put: Put,
    earlier: Option<&Reading>,
    defaults: Option<&Defaults>,
    catalogue: &Catalogue,
    today: PartialDate,
) -> (Request, Vec<Reading>, Vec<String>) {
    let (mut put, mut from_focus) = (put, Vec::new());
    let is_whole = put.about.is_empty() && put.area.is_none() && put.kind.is_none();
    let mut readings = reading::read(&put.text, earlier.filter(|_| is_whole), catalogue, today);
    if let Some(defaults) = defaults.filter(|_| put.about.is_empty() && readings.iter().all(may_be_of_focus))
    {
        put.about = defaults.everyone();
        from_focus.clone_from(&put.about);
    }
    for reading in &mut readings {
        if !put.about.is_empty() {
            reading.actors.clone_from(&put.about);
            (reading.ambiguous, reading.corrected) = (None, Vec::new());
        }
        reading.area = put.area.clone().or(reading.area.take());
        if let Some(kind) = put.kind {
            (reading.kind, reading.said) = (kind, true);
        }
        reading.settle();
    }
    if let [one] = readings.as_slice()
        && let Some(request) = as_command(one, catalogue)
    {
        return (request, readings, from_focus);
    }
    let put = match readings.first() {
        Some(first) => whole(put, first),
        None => put,
    };
    (Request::Ask(Question { put, readings: readings.clone() }), readings, from_focus)
}

/// Whether a question that names nobody can be about whom a channel’s questions are about: it asks something, and of
/// the world.
fn may_be_of_focus(reading: &Reading) -> bool {
    reading.actors.is_empty()
        && reading.ambiguous.is_none()
        && (reading.said || !reading.terms.is_empty())
        && !BESIDES.iter().any(|cue| reading.has(*cue))
}

/// The question with what it took from the one before, so that it can be put again.
fn whole(put: Put, reading: &Reading) -> Put {
    let taken = reading.taken;
    let mut text = put.text;
    if taken.terms {
        let words: Vec<&str> = reading.terms.iter().map(|term| term.typed.as_str()).collect();
        text = format!("{text} {}", words.join(" "));
    }
    // A time and what a figure is of have no option: they are said.
    if let Some(time) = reading.time.filter(|_| taken.time) {
        text = format!("{text} {}", time.said());
    }
    let of = reading.unit.filter(|_| taken.kind).map(UnitAsked::said);
    if let Some(of) = of {
        text = format!("{text} {of}");
    }
    let names = taken.actors || !put.about.is_empty();
    Put {
        text,
        about: if names { reading.actors.clone() } else { Vec::new() },
        area: put.area.or_else(|| reading.area.clone().filter(|_| taken.terms)),
        kind: put.kind.or(Some(reading.kind).filter(|_| taken.kind)),
    }
}

/// What is asked besides is not in a profile: “the weather in Islamabad”.
const BESIDES: [Cue; 5] = [Cue::Talk, Cue::News, Cue::Forecast, Cue::Opinion, Cue::Feeling];

/// The command that answers a question as a whole: a bare name is its profile, two are their comparison.
fn as_command(reading: &Reading, catalogue: &Catalogue) -> Option<Request> {
    let is_area = |word: &String| reading.area.as_ref() == Some(word);
    if BESIDES.iter().any(|cue| reading.has(*cue)) {
        return None;
    }
    let only_area = reading.terms.iter().all(|term| term.concepts.iter().any(is_area));
    if !only_area || reading.ambiguous.is_some() || reading.time.is_some() {
        return None;
    }
    match (reading.kind, reading.actors.as_slice()) {
        (QuestionKind::Profile, [one]) if reading.terms.is_empty() => {
            Some(Request::World(match catalogue.gazetteer.get(one).map(|actor| actor.kind) {
                Some(ActorKind::Organisation) => {
                    World::Organisation { organisation: one.clone(), as_of: None }
                }
                _ => World::Profile { actor: one.clone(), as_of: None },
            }))
        }
        (QuestionKind::Compare, [subject, partners @ ..])
            if (1..=MOST_COMPARED).contains(&partners.len()) =>
        {
            Some(Request::Compare {
                subject: subject.clone(),
                partners: partners.to_vec(),
                area: reading.area.clone(),
                direction: Direction::default(),
                as_of: None,
            })
        }
        _ => None,
    }
}

/// A line with an option in the place of one of the same name.
#[must_use]
pub fn with_option(line: &str, option: &str) -> String {
    let name = option.split_once(':').map_or(option, |(name, _)| name);
    let is_other = |word: &&str| !word.strip_prefix(name).is_some_and(|rest| rest.starts_with(':'));
    let words: Vec<&str> = line.split(' ').filter(is_other).collect();
    format!("{} {option}", words.join(" "))
}

/// The line that puts the question again.
impl fmt::Display for Put {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A colon in the text is none of an option: “why did it fail? area: oil”.
        write!(f, "/ask {}", on_one_line(&self.text).replace(':', ","))?;
        if !self.about.is_empty() {
            write!(f, " about:{}", self.about.join(","))?;
        }
        if let Some(area) = &self.area {
            write!(f, " area:{area}")?;
        }
        match self.kind {
            Some(kind) => write!(f, " kind:{kind}"),
            None => Ok(()),
        }
    }
}

//! Reading a question in plain words: whom it is about, in which area, at what time, and what it asks.
//!
//! Nothing here knows what is recorded. Words that are neither names nor dates nor say what is asked are the
//! question’s terms: what it is about beside whom.

mod actors;
mod follow;
mod kind;
mod meanings;
mod shape;
mod terms;
mod time;
mod tokens;
mod whom;

use serde::{Deserialize, Serialize};

use self::follow::take_up;
use self::kind::AskedAt;
use self::meanings::{Meanings, stops};
use self::shape::{MOST_BEFORE_AGENT, Seen, Shape, is_of_figure, is_open, is_verb};
use self::terms::{area, terms, unit};
pub use self::time::TimeAsked;
use self::tokens::Token;
use self::whom::{named, note_names, note_stand_ins};
use crate::knowledge::lexicon::areas::{MULTILATERAL, TRADE};
use crate::knowledge::lexicon::{ASKING, Word, keys};
use crate::knowledge::{ActorKind, Catalogue, Cue, PartialDate, QuestionKind};

/// The most questions that are read of one text.
const MOST_QUESTIONS: usize = 2;

/// What was understood of a question.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Reading {
    /// What is asked.
    pub kind: QuestionKind,
    /// The actors by key, in the order in which they are named.
    pub actors: Vec<String>,
    /// The area of policy.
    pub area: Option<String>,
    /// The time.
    pub time: Option<TimeAsked>,
    /// What a figure that is asked for is of, where that is said.
    pub unit: Option<UnitAsked>,
    /// What it is about besides.
    pub terms: Vec<Term>,
    /// What else its words do.
    pub cues: Vec<Cue>,
    /// The word that takes a feeling for given, as typed.
    pub feeling: Option<String>,
    /// Whether it says “it” or “they” of what was asked before.
    pub refers: bool,
    /// Whether it is led to the last who is named: “exports to China”, “imports from China”.
    #[serde(default)]
    pub is_led: bool,
    /// Whether words said what is asked, and not the shape of the question alone.
    pub said: bool,
    /// What was taken from the question before.
    pub taken: Taken,
    /// Names that were not written right: as typed, and the key.
    pub corrected: Vec<(String, String)>,
    /// A name that several bear.
    pub ambiguous: Option<Ambiguous>,
}

/// What a figure that is asked for is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UnitAsked {
    /// Money.
    Money,
    /// A part of a whole.
    Share,
    /// Things that can be counted.
    Count,
    /// An amount of whatever is not counted.
    Much,
}

impl UnitAsked {
    /// The words that ask for it.
    #[must_use]
    pub fn said(self) -> &'static str {
        match self {
            Self::Count => "how many",
            Self::Share => "what share",
            Self::Money => "how much money",
            Self::Much => "how much",
        }
    }
}

/// How much a word says of what a question is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TermClass {
    /// A name or the number of a model: nothing else can stand for it.
    Name,
    /// A word of the lexicon that says what is done.
    Act,
    /// Any other word of the lexicon.
    Concept,
    /// Any other word: it may be said in many ways.
    Word,
}

/// A word that a question is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Term {
    /// As typed.
    pub typed: String,
    /// How much it says.
    pub class: TermClass,
    /// The stems, mostly one.
    pub stems: Vec<String>,
    /// The keys of the concepts that it means.
    pub concepts: Vec<String>,
    /// The area that it belongs to.
    pub area: Option<String>,
    /// Whether it names that area, with all that belongs to it.
    pub names_area: bool,
    /// Whether it names what is asked for.
    pub named: bool,
}

/// A name that several bear.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ambiguous {
    /// The name, as typed.
    pub name: String,
    /// The keys of those who bear it.
    pub choices: Vec<String>,
    /// Its place among the actors.
    pub place: usize,
}

/// What a question takes from the one before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that may be taken, apart from the others")]
pub struct Taken {
    /// Whom it is about, or some of them.
    pub actors: bool,
    /// Whom it is about, as it names nobody.
    pub all_actors: bool,
    /// What it is about.
    pub terms: bool,
    /// What it asks.
    pub kind: bool,
    /// The time.
    #[serde(default)]
    pub time: bool,
}

/// The questions that a text asks, at most two, each with what it takes from the one before.
#[must_use]
pub fn read(
    text: &str,
    earlier: Option<&Reading>,
    catalogue: &Catalogue,
    today: PartialDate,
) -> Vec<Reading> {
    let text = &catalogue.gazetteer.spaced(text);
    let tokens = tokens::tokens(text);
    let mut readings: Vec<Reading> = Vec::new();
    for part in parts(&tokens, catalogue) {
        let before = readings.last().or(earlier);
        let reading = one(part, before, catalogue, today);
        let is_empty = reading.actors.is_empty() && reading.terms.is_empty() && !reading.said;
        if (!is_empty || readings.is_empty()) && readings.len() < MOST_QUESTIONS {
            readings.push(reading);
        }
    }
    if readings.is_empty() {
        readings.push(one(&tokens, earlier, catalogue, today));
    }
    readings
}

/// A text as its questions: apart where a sentence ends, or where a second question begins with “and when”.
fn parts<'a, 't>(tokens: &'a [Token<'t>], catalogue: &Catalogue) -> Vec<&'a [Token<'t>]> {
    let words: Vec<Word> = tokens.iter().map(|token| token.word.clone()).collect();
    let asks = |range: std::ops::Range<usize>| {
        let first = tokens.get(range.start).map_or("", |token| token.word.folded.as_str());
        is_verb(first)
            || is_open(first)
            || range.into_iter().any(|at| {
                catalogue.lexicon.at(&words[at..]).iter().any(|found| {
                    let word = found.concept.id.strip_prefix(ASKING);
                    word.is_some_and(|word| {
                        word.parse::<QuestionKind>().is_ok_and(|kind| kind != QuestionKind::Profile)
                    })
                })
            })
    };
    let begins = |at: usize| {
        let also = || {
            catalogue
                .lexicon
                .at(&words[at..])
                .iter()
                .any(|found| found.concept.id.strip_prefix(ASKING) == Some(Cue::Also.as_str()))
        };
        at > 0 && (tokens[at].begins || also())
    };
    let mut parts: Vec<&[Token<'t>]> = Vec::new();
    let mut start = 0;
    for at in (0..tokens.len()).filter(|at| begins(*at)) {
        // What asks nothing belongs to what comes after it: “I wonder. How much …”
        if asks(start..at) && asks(at..tokens.len()) {
            parts.push(&tokens[start..at]);
            start = at;
        }
    }
    parts.push(&tokens[start..]);
    parts
}

fn one(
    tokens: &[Token<'_>],
    earlier: Option<&Reading>,
    catalogue: &Catalogue,
    today: PartialDate,
) -> Reading {
    let meanings = Meanings::of(tokens, catalogue);
    let time_before = earlier.and_then(|earlier| earlier.time);
    let found_time = time::time(tokens, &|at, cue| meanings.cue_at(at, cue), time_before, today);
    let (time, mut taken) = found_time.map_or((None, Vec::new()), |found| (Some(found.time), found.words));
    let names = named(tokens, &taken, &meanings, catalogue);
    for name in &names {
        taken.extend(name.at..name.at + name.length);
    }
    let free = |at: usize| !taken.contains(&at);
    let is_versus_of_dates = |one: &AskedAt| {
        let is_versus = one.kind == QuestionKind::Compare
            && matches!(tokens[one.at].word.folded.as_str(), "vs" | "versus");
        let is_name = |at: usize| names.iter().any(|name| (name.at..name.at + name.length).contains(&at));
        is_versus && !is_name(one.at + 1) && !one.at.checked_sub(1).is_some_and(is_name)
    };
    let asked: Vec<AskedAt> = meanings
        .asked()
        .into_iter()
        .filter(|one| ((one.at..one.at + one.length).any(free) || one.length > 1) && !is_versus_of_dates(one))
        .chain(shape::how_long(tokens))
        .collect();
    let stops = stops(&meanings);
    let content: Vec<usize> = (0..tokens.len()).filter(|at| free(*at) && !stops[*at]).collect();
    let seen = Seen {
        tokens,
        meanings: &meanings,
        names: &names,
        asked: &asked,
        taken: &taken,
        content: &content,
        has_time: time.is_some(),
    };
    let shape = Shape::of(&seen);
    let (mut kind, said) = kind::kind(&asked, &shape);
    let any = |key: &str| (0..tokens.len()).any(|at| meanings.is(at, key));
    let unit = unit(tokens, &any);
    let is_of_figure = is_of_figure(&seen, &shape, unit);
    if is_of_figure && matches!(kind, QuestionKind::What | QuestionKind::Compare | QuestionKind::Who) {
        kind = QuestionKind::Amount;
    }
    let mut spoken: Vec<usize> = said.iter().flat_map(|one| one.at..one.at + one.length).collect();
    // “True or false” asks, whatever else does, and is no matter.
    let of_truth = asked.iter().filter(|one| one.kind == QuestionKind::Verify && one.length > 1);
    spoken.extend(of_truth.flat_map(|one| one.at..one.at + one.length));
    // “Which Turkish company …”: the answer is one, and need not say so.
    if shape.asks_of_agent {
        spoken.extend((1..tokens.len().min(MOST_BEFORE_AGENT)).filter(|at| {
            meanings.is(*at, keys::AGENT)
                && (meanings
                    .concepts(*at)
                    .0
                    .iter()
                    .all(|c| [keys::AGENT, keys::TELLER].contains(&c.id.as_str())))
        }));
    }
    let terms = terms(tokens, &meanings, (&content, &spoken, &stops), catalogue);
    let names_bodies = names.iter().any(|name| name.bearers[0].kind == ActorKind::Organisation);
    let area = area(&terms, catalogue).or_else(|| names_bodies.then(|| MULTILATERAL.to_owned()));
    // “And India?” and “India as well?” take up the question before, and “Türkiye and India” does not.
    let again = format!("{ASKING}{}", Cue::Again.as_str());
    let opens = |at: usize| {
        meanings.run_of(at, &again).is_some_and(|length| at + length == tokens.len())
            || (0..at).all(|before| meanings.cue_at(before, Cue::Filler))
    };
    let cues = Cue::ALL.iter().copied().filter(|cue| {
        *cue != Cue::Filler
            && (0..tokens.len())
                .any(|at| free(at) && meanings.cue_at(at, *cue) && (*cue != Cue::Again || opens(at)))
    });
    let mut reading = Reading {
        kind,
        unit,
        actors: Vec::new(),
        area,
        time,
        terms,
        feeling: (0..tokens.len())
            .find(|at| free(*at) && meanings.cue_at(*at, Cue::Feeling))
            .map(|at| tokens[at].typed.to_lowercase()),
        is_led: names.last().is_some_and(|name| is_led_to(tokens, name.at)),
        refers: (0..tokens.len()).any(|at| !spoken.contains(&at) && refers(tokens, at)),
        cues: cues.collect(),
        said: !said.is_empty(),
        taken: Taken::default(),
        corrected: Vec::new(),
        ambiguous: None,
    };
    note_names(&mut reading, tokens, &names);
    note_stand_ins(&mut reading, &meanings, &free, tokens.len());
    if let Some(earlier) = earlier.filter(|_| reading.takes_up()) {
        take_up(&mut reading, earlier, catalogue);
    }
    reading.settle();
    reading
}

/// Whether a word stands for something asked about before. “That” and “there” do at the end: “who paid for that?”, not “is
/// it true that”.
fn refers(tokens: &[Token<'_>], at: usize) -> bool {
    match tokens[at].word.folded.as_str() {
        "it" | "its" | "this" | "they" | "them" | "those" | "these" => true,
        "that" | "there" => at + 1 == tokens.len(),
        _ => false,
    }
}

impl Reading {
    /// Notes what goes without saying: how much two trade is a sum.
    pub(in crate::request) fn settle(&mut self) {
        let is_of_trade = self.area.as_deref() == Some(TRADE);
        if self.kind == QuestionKind::Amount
            && is_of_trade
            && matches!(self.unit, None | Some(UnitAsked::Much))
        {
            self.unit = Some(UnitAsked::Money);
        }
    }

    /// Whether it can be meant as a part of the talk before: not “thank you”, nor “what is the weather like?”, which name
    /// nothing of their own.
    fn takes_up(&self) -> bool {
        let is_of_itself = !self.actors.is_empty() || !self.terms.is_empty() || self.time.is_some();
        let is_talk = [Cue::Talk, Cue::News, Cue::Opinion].into_iter().any(|cue| self.has(cue));
        let asks = self.said || self.refers || self.has(Cue::Again) || self.has(Cue::Other);
        is_of_itself || asks && !is_talk
    }

    /// A question about these, as a command asks it.
    #[must_use]
    pub fn about(actors: Vec<String>, area: Option<String>) -> Self {
        Self {
            kind: QuestionKind::What,
            actors,
            area,
            time: None,
            unit: None,
            terms: Vec::new(),
            cues: Vec::new(),
            feeling: None,
            is_led: false,
            refers: false,
            said: false,
            taken: Taken::default(),
            corrected: Vec::new(),
            ambiguous: None,
        }
    }

    /// Whether its words do this.
    #[must_use]
    pub fn has(&self, cue: Cue) -> bool {
        self.cues.contains(&cue)
    }

    /// Whether one of its terms means the concept with this key.
    #[must_use]
    pub fn speaks_of(&self, key: &str) -> bool {
        self.terms.iter().any(|term| term.concepts.iter().any(|id| id == key))
    }

    /// The states and regions among the actors.
    #[must_use]
    pub fn states<'a>(&'a self, catalogue: &Catalogue) -> Vec<&'a str> {
        self.of(catalogue, false)
    }

    /// The organisations among the actors.
    #[must_use]
    pub fn organisations<'a>(&'a self, catalogue: &Catalogue) -> Vec<&'a str> {
        self.of(catalogue, true)
    }

    fn of<'a>(&'a self, catalogue: &Catalogue, organisations: bool) -> Vec<&'a str> {
        let is_one = |id: &&String| {
            catalogue
                .gazetteer
                .get(id)
                .is_some_and(|actor| (actor.kind == ActorKind::Organisation) == organisations)
        };
        self.actors.iter().filter(is_one).map(String::as_str).collect()
    }
}

/// Whether a name is led to by “to” or “from”.
fn is_led_to(tokens: &[Token<'_>], name: usize) -> bool {
    let mut before = tokens[..name].iter().rev().map(|token| token.word.folded.as_str());
    before.find(|word| *word != "the").is_some_and(|word| matches!(word, "to" | "from"))
}

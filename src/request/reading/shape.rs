//! The shape of a question: what is seen of its words beside what they mean, by which it is told what it asks.

use super::UnitAsked;
use super::actors::NameAt;
use super::kind::AskedAt;
use super::meanings::Meanings;
use super::tokens::Token;
use crate::knowledge::lexicon::areas::TRADE;
use crate::knowledge::lexicon::keys;
use crate::knowledge::{ActorKind, Cue, QuestionKind};

/// What was found in a question before its shape.
pub(super) struct Seen<'a, 't> {
    pub(super) tokens: &'a [Token<'t>],
    pub(super) meanings: &'a Meanings<'a>,
    pub(super) names: &'a [NameAt<'a>],
    /// The runs that ask for something.
    pub(super) asked: &'a [AskedAt],
    /// The words of names and of the time.
    pub(super) taken: &'a [usize],
    /// The words that say what it is about.
    pub(super) content: &'a [usize],
    /// Whether it names a time.
    pub(super) has_time: bool,
}

/// What else is known of a question, beside the words that ask.
#[expect(clippy::struct_excessive_bools, reason = "each is a thing seen of the words, apart from the others")]
pub(super) struct Shape {
    /// How many states are named.
    pub(super) states: usize,
    /// How many organisations are named.
    pub(super) organisations: usize,
    /// How many words stand in it that say what it is about.
    pub(super) terms: usize,
    /// Whether it begins with a verb: “is”, “did”.
    pub(super) is_yes_no: bool,
    /// Whether it begins with “what” or asks for the newest.
    pub(super) is_open: bool,
    /// Whether it asks which firm, which leader, which country.
    pub(super) asks_of_agent: bool,
    /// Whether it asks for a list, or speaks of countries as such.
    pub(super) lists: bool,
    /// Whether it asks how somebody took something.
    pub(super) is_of_reaction: bool,
    /// Whether it lets choose between two states: “Türkiye or Pakistan”.
    pub(super) is_choice: bool,
    /// Whether it names a time.
    pub(super) has_time: bool,
    /// Whether it speaks of trade.
    pub(super) of_trade: bool,
    /// Whether it speaks of joining or belonging.
    pub(super) joins: bool,
    /// Whether the words say no more than that somebody joins or belongs.
    pub(super) only_belonging: bool,
    /// The first word that is no filler.
    pub(super) start: usize,
}

impl Shape {
    pub(super) fn of(seen: &Seen<'_, '_>) -> Self {
        let Seen { tokens, meanings, names, asked, taken, content, has_time } = *seen;
        let free = |at: usize| !taken.contains(&at);
        let first = tokens.first().map_or("", |token| token.word.folded.as_str());
        let states = names.iter().filter(|name| name.bearers[0].kind != ActorKind::Organisation).count();
        let asking: Vec<usize> = asked.iter().flat_map(|one| one.at..one.at + one.length).collect();
        let any = |test: &dyn Fn(usize) -> bool| (0..tokens.len()).any(test);
        let is_joining = |at: usize| meanings.is(at, keys::BELONGING) || meanings.is(at, keys::LEAVING);
        Self {
            states,
            organisations: names.len() - states,
            terms: content.iter().filter(|at| !asking.contains(at)).count(),
            is_yes_no: is_verb(first)
                // “Kya Bharat …?” asks whether; within a sentence “kya” asks what.
                || matches!(first, "kya" | "कया" | "کیا") && names.first().is_some_and(|name| name.at == 1),
            is_open: is_open(first) || any(&|at| meanings.cue_at(at, Cue::Latest)),
            asks_of_agent: matches!(first, "what" | "which" | "wich")
                && agent_follows(tokens, meanings, &free),
            is_of_reaction: is_of_reaction(tokens),
            is_choice: names.windows(2).any(|pair| {
                let between = pair[0].at + pair[0].length..pair[1].at;
                between.len() == 1 && tokens[between].iter().any(|token| is_or(&token.word.folded))
            }),
            has_time,
            of_trade: content.iter().any(|at| meanings.is(*at, TRADE)),
            joins: content.iter().any(|at| is_joining(*at)),
            lists: first == "list" || any(&|at| meanings.is(at, keys::AGENT)),
            only_belonging: content.iter().all(|at| {
                is_joining(*at)
                    || meanings.is(*at, keys::BODIES)
                    || meanings.is(*at, keys::AGENT)
                    || asking.contains(at)
            }),
            start: (0..tokens.len())
                .find(|at| !free(*at) || !meanings.cue_at(*at, Cue::Filler))
                .unwrap_or_default(),
        }
    }
}

/// Whether it asks for a figure without saying “how much”: “what % of …”, “what did it pay for …”, “what was the trade
/// of …”, “what trade target …”.
pub(super) fn is_of_figure(seen: &Seen<'_, '_>, shape: &Shape, unit: Option<UnitAsked>) -> bool {
    let Seen { tokens, meanings, .. } = seen;
    let first = tokens.first().map_or("", |token| token.word.folded.as_str());
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.word.folded == word);
    let is_of_money = shape.is_open && !shape.asks_of_agent && unit == Some(UnitAsked::Money);
    let is_of_sum = matches!(first, "what" | "whats")
        && !(0..tokens.len()).any(|at| meanings.cue_at(at, Cue::Latest))
        && (1..tokens.len().min(MOST_BEFORE_AGENT)).any(|at| {
            meanings.is(at, keys::TARGET)
                || meanings.is(at, keys::TARIFF)
                || meanings.is(at, TRADE) && (shape.terms <= 2 || is(at + 1, "volume"))
        });
    tokens.iter().any(|token| token.sign) || is_of_money || is_of_sum
}

/// Whether a word stands between what is to be chosen from.
fn is_or(folded: &str) -> bool {
    matches!(folded, "or" | "ya" | "yoksa" | "या" | "یا")
}

/// Whether a word begins a question of anything.
pub(super) fn is_open(folded: &str) -> bool {
    matches!(folded, "what" | "whats" | "which")
}

/// Whether a word begins a question that is answered by yes or no.
pub(super) fn is_verb(folded: &str) -> bool {
    matches!(
        folded,
        "is" | "are"
            | "was"
            | "were"
            | "do"
            | "does"
            | "did"
            | "has"
            | "have"
            | "had"
            | "can"
            | "could"
            | "isnt"
            | "arent"
            | "doesnt"
            | "didnt"
            | "hasnt"
            | "havent"
            | "wasnt"
            | "will"
    )
}

/// How far from the beginning the word stands that says of whom “which” asks.
pub(super) const MOST_BEFORE_AGENT: usize = 5;

/// Whether “which” asks for a firm, a leader, a country: “which Turkish company”, not “what did the company”.
fn agent_follows(tokens: &[Token<'_>], meanings: &Meanings<'_>, free: &dyn Fn(usize) -> bool) -> bool {
    for at in 1..tokens.len().min(MOST_BEFORE_AGENT) {
        if meanings.is(at, keys::AGENT) {
            return true;
        }
        if free(at) && meanings.cue_at(at, Cue::Filler) {
            return false;
        }
    }
    false
}

/// Whether it asks how somebody took something: “how did India take the speech”, “how does Ankara see it”.
fn is_of_reaction(tokens: &[Token<'_>]) -> bool {
    let folded = |at: usize| tokens.get(at).map_or("", |token| token.word.folded.as_str());
    let is_taken = |at: usize| {
        matches!(folded(at), "see" | "view" | "take")
            && !matches!(folded(at + 1), "part" | "place" | "shape" | "off" | "over" | "up")
    };
    folded(0) == "how" && is_verb(folded(1)) && (2..tokens.len()).any(is_taken)
}

/// “How long”: since when, of what still is; else an amount.
pub(super) fn how_long(tokens: &[Token<'_>]) -> Option<AskedAt> {
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.contains(&token.word.folded.as_str()))
    };
    let at = (0..tokens.len()).find(|at| is(*at, &["how"]) && is(at + 1, &["long"]))?;
    let is_still = (at + 2..tokens.len()).any(|at| is(at, &["has", "have", "been", "had"]));
    let kind = if is_still { QuestionKind::Since } else { QuestionKind::Amount };
    Some(AskedAt { kind, at, length: 2 })
}

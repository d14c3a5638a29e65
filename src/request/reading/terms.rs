//! What a question is about beside whom: its terms, the area that they belong to, the unit of the figure it asks for.

use super::meanings::Meanings;
use super::shape::is_verb;
use super::tokens::Token;
use super::{Term, TermClass, UnitAsked};
use crate::knowledge::lexicon::keys;
use crate::knowledge::{Catalogue, Concept, ConceptClass};

/// The most terms that are looked for.
const MOST_TERMS: usize = 24;

/// What the keys of concepts start with that are a place in a row: nothing else can stand for the seventh.
const ORDINAL: &str = "ord-";

/// What a question is about, from its words that are neither names nor say what is asked.
pub(super) fn terms(
    tokens: &[Token<'_>],
    meanings: &Meanings<'_>,
    (content, spoken, stops): (&[usize], &[usize], &[bool]),
    catalogue: &Catalogue,
) -> Vec<Term> {
    let mut terms: Vec<Term> = Vec::new();
    let named = asked_for(tokens, meanings, content, stops);
    let mut at = 0;
    while at < tokens.len() {
        let is_content = content.contains(&at) && !spoken.contains(&at);
        if !is_content {
            at += 1;
            continue;
        }
        let (concepts, length) = meanings.concepts(at);
        let words = &tokens[at..at + length];
        let area = concepts.iter().find_map(|concept| concept.area.clone());
        let is = |concept: &&Concept, class: ConceptClass| concept.class == Some(class);
        let has = |class: ConceptClass| concepts.iter().any(|concept| is(concept, class));
        // A leader is no other leader, and a model no other model.
        let is_one_of_many = is_model(words) || has(ConceptClass::Names);
        // A leader’s name in another script stands for the country and can be compared with nothing.
        let is_other_script = !words[0].word.folded.is_ascii();
        let stands_for_country = concepts.iter().any(|concept| concept.actor.is_some());
        let is_ordinal = || concepts.iter().any(|concept| concept.id.starts_with(ORDINAL));
        let class = if is_one_of_many && is_other_script && stands_for_country {
            TermClass::Word
        } else if has(ConceptClass::Name)
            || is_one_of_many
            || is_ordinal()
            || concepts.is_empty() && is_name_like(words)
        {
            TermClass::Name
        } else if has(ConceptClass::Act) {
            TermClass::Act
        } else if concepts.is_empty() {
            TermClass::Word
        } else {
            TermClass::Concept
        };
        let concepts: Vec<&Concept> = if has(ConceptClass::Name) {
            concepts.into_iter().filter(|concept| is(concept, ConceptClass::Name)).collect()
        } else if is_one_of_many {
            Vec::new()
        } else {
            concepts
        };
        let typed = words.iter().map(|token| token.typed).collect::<Vec<_>>().join(" ");
        let term = Term {
            names_area: catalogue.area(&typed).is_some()
                || concepts.iter().any(|concept| concept.area.as_ref() == Some(&concept.id)),
            typed,
            class,
            stems: words.iter().map(|token| token.word.stem.clone()).collect(),
            area,
            named: named.contains(&at),
            concepts: concepts.into_iter().map(|concept| concept.id.clone()).collect(),
        };
        if terms.len() < MOST_TERMS && !terms.iter().any(|known| known.stems == term.stems) {
            terms.push(term);
        }
        at += length;
    }
    terms
}

/// The words that name what is asked for: “which minister signed”, “what aid did”, “how much debt does”, “how many
/// blocks did”.
fn asked_for(tokens: &[Token<'_>], meanings: &Meanings<'_>, content: &[usize], stops: &[bool]) -> Vec<usize> {
    let is = |at: usize, words: &[&str]| {
        tokens.get(at).is_some_and(|token| words.contains(&token.word.folded.as_str()))
    };
    let is_helping = |at: usize| tokens.get(at).is_some_and(|token| is_verb(&token.word.folded));
    let mut named = Vec::new();
    for at in 0..tokens.len() {
        let is_much = is(at, &["how"]) && is(at + 1, &["much"]);
        let start = match meanings.run_of(at, keys::COUNT) {
            Some(length) => at + length,
            None if is_much => at + 2,
            None if is(at, &["which", "whose", "what"]) => at + 1,
            None => continue,
        };
        let holds_together = |next: usize| is(next, &["and"]);
        let ends = |next: &usize| stops[*next] && !holds_together(*next) || is_helping(*next);
        let end = (start..tokens.len()).find(ends).unwrap_or(tokens.len());
        // After “what” only a helping verb tells a noun from a verb: “what aid did”, “what drives”.
        if !is(at, &["what"]) || is_helping(end) {
            named.extend((start..end).filter(|next| content.contains(next)));
        }
    }
    named
}

/// Whether words are the number of a model: “F-16”.
fn is_model(words: &[Token<'_>]) -> bool {
    words.iter().any(|token| {
        let has = |test: fn(char) -> bool| token.word.folded.chars().any(test);
        has(|c| c.is_ascii_digit()) && has(char::is_alphabetic)
    })
}

/// Whether words are written like a name within a sentence, or are the number of a model.
fn is_name_like(words: &[Token<'_>]) -> bool {
    words.iter().any(|token| {
        let letters = token.typed.chars().filter(|c| c.is_alphabetic()).count();
        let has_digit = token.typed.chars().any(|c| c.is_ascii_digit());
        let is_capital = token.typed.starts_with(char::is_uppercase) && !token.begins;
        is_capital || has_digit && letters > 0
    })
}

/// The area that the terms name, or all those that belong to one belong to.
pub(super) fn area(terms: &[Term], catalogue: &Catalogue) -> Option<String> {
    let named = terms
        .iter()
        .find_map(|term| term.concepts.iter().find(|id| catalogue.areas().any(|area| area.id == **id)));
    if named.is_some() {
        return named.cloned();
    }
    // “Buy tanks”: what it is of says more than what is done with it.
    let of = |is_act: bool| {
        let mut terms = terms.iter().filter(move |term| (term.class == TermClass::Act) == is_act);
        terms.find_map(|term| term.area.clone())
    };
    of(false).or_else(|| of(true))
}

/// What a figure that is asked for is of.
pub(super) fn unit(tokens: &[Token<'_>], any: &dyn Fn(&str) -> bool) -> Option<UnitAsked> {
    let says_much =
        || tokens.windows(2).any(|pair| pair[0].word.folded == "how" && pair[1].word.folded == "much");
    if any(keys::SHARE) {
        Some(UnitAsked::Share)
    } else if any(keys::MONEY) {
        Some(UnitAsked::Money)
    } else if any(keys::COUNT) {
        Some(UnitAsked::Count)
    } else if says_much() {
        Some(UnitAsked::Much)
    } else {
        None
    }
}

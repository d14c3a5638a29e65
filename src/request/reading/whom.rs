//! Whom a question is about: those whom it names, and those for whom leaders and cities stand.

use super::actors::{self, NameAt};
use super::meanings::Meanings;
use super::tokens::Token;
use super::{Ambiguous, Reading};
use crate::knowledge::lexicon::keys;
use crate::knowledge::{ActorKind, Catalogue, QuestionKind};

/// The names in a question. The region that it speaks of is a matter, not somebody; so is a people whose press tells it.
pub(super) fn named<'a>(
    tokens: &[Token<'_>],
    taken: &[usize],
    meanings: &Meanings<'_>,
    catalogue: &'a Catalogue,
) -> Vec<NameAt<'a>> {
    let means = |at: usize| !meanings.at[at].is_empty();
    let mut names = actors::names(tokens, taken, &means, catalogue);
    let is_region = |name: &NameAt<'_>| name.bearers.iter().all(|actor| actor.kind == ActorKind::Region);
    let is_teller = |name: &NameAt<'_>| meanings.is(name.at + name.length, keys::TELLER);
    names.retain(|name| !is_region(name));
    if names.iter().filter(|name| !is_teller(name)).count() > 1 {
        names.retain(|name| !is_teller(name));
    }
    names
}

/// Notes whom leaders and cities stand for that a question names.
pub(super) fn note_stand_ins(
    reading: &mut Reading,
    meanings: &Meanings<'_>,
    free: &dyn Fn(usize) -> bool,
    words: usize,
) {
    for at in (0..words).filter(|at| free(*at)) {
        // Within a longer run a leader’s name is a part of another: “Exercise Atatürk”.
        let (longest, _) = meanings.concepts(at);
        for actor in longest.iter().filter_map(|concept| concept.actor.as_ref()) {
            if !reading.actors.contains(actor) {
                reading.actors.push(actor.clone());
            }
        }
    }
}

pub(super) fn note_names(reading: &mut Reading, tokens: &[Token<'_>], names: &[NameAt<'_>]) {
    for name in names {
        let typed = || {
            let words = tokens[name.at..name.at + name.length].iter().map(|token| token.typed);
            words.collect::<Vec<_>>().join(" ")
        };
        match name.bearers.as_slice() {
            [one] => {
                if !reading.actors.contains(&one.id) {
                    reading.actors.push(one.id.clone());
                }
                if name.slip {
                    reading.corrected.push((typed(), one.id.clone()));
                }
            }
            several => {
                let ids = several.iter().map(|actor| actor.id.clone()).collect();
                let place = reading.actors.len();
                reading.ambiguous.get_or_insert(Ambiguous { name: typed(), choices: ids, place });
            }
        }
    }
    // “Türkiye’s ties with Pakistan and India”, “compare Pakistan and India for Türkiye”: whose they are is first.
    if reading.kind == QuestionKind::Compare && names.len() > 2 {
        let is_subject = |name: &&NameAt<'_>| {
            let before = name.at.checked_sub(1).map_or("", |at| tokens[at].word.folded.as_str());
            name.owns || before == "for" || before == "from"
        };
        if let Some(subject) = names.iter().find(is_subject).and_then(|name| name.bearers.first()) {
            reading.actors.retain(|id| *id != subject.id);
            reading.actors.insert(0, subject.id.clone());
        }
    }
}

//! What the words of a question mean in the lexicon.

use super::tokens::Token;
use crate::knowledge::gazetteer::Meaning;
use crate::knowledge::lexicon::{ASKING, Word};
use crate::knowledge::{Catalogue, Concept, Cue, QuestionKind};

use super::kind::AskedAt;

/// How many words of a question may be written wrong.
const MOST_SLIPS: usize = 3;

/// What the words of a question mean in the lexicon.
pub(super) struct Meanings<'a> {
    /// Concepts at each word, with how many words they take.
    pub(super) at: Vec<Vec<(&'a Concept, usize)>>,
}

impl<'a> Meanings<'a> {
    pub(super) fn of(tokens: &[Token<'_>], catalogue: &'a Catalogue) -> Self {
        let mut words: Vec<Word> = tokens.iter().map(|token| token.word.clone()).collect();
        // A slip of the pen is understood where it is no name and means nothing by itself.
        let mut slips = 0;
        for word in &mut words {
            let is_unknown = slips < MOST_SLIPS
                && catalogue.lexicon.at(std::slice::from_ref(word)).is_empty()
                && catalogue.gazetteer.meaning(&word.folded) == Meaning::Unknown;
            if is_unknown && let Some(near) = catalogue.lexicon.near(word) {
                slips += 1;
                *word = near;
            }
        }
        let at = (0..words.len()).map(|at| {
            let found = catalogue.lexicon.at(&words[at..]).into_iter();
            found
                .filter(|found| tokens[at + 1..at + found.length].iter().all(|token| !token.begins))
                .map(|found| (found.concept, found.length))
                .collect()
        });
        let mut meanings = Self { at: at.collect() };
        meanings.drop_covered();
        meanings
    }

    /// A word does nothing by itself within a run that is a matter or asks: “moral” in “moral support”, “soon” in “how
    /// soon”. Nor is what it brings a gain within a run that is a matter: “bring up”.
    fn drop_covered(&mut self) {
        let does = |concept: &Concept| {
            let word = concept.id.strip_prefix(ASKING);
            word.is_some_and(|word| {
                word.parse::<Cue>().is_ok_and(|cue| cue != Cue::Filler)
                    || word.parse() == Ok(QuestionKind::Benefits)
            })
        };
        let longest = |found: &Vec<(&'a Concept, usize)>| {
            found.iter().filter(|(concept, _)| !does(concept)).map(|(_, length)| *length).max()
        };
        let runs = self.at.iter().enumerate().filter_map(|(at, found)| Some((at, longest(found)?)));
        let runs: Vec<(usize, usize)> = runs.filter(|(_, length)| *length > 1).collect();
        for (at, found) in self.at.iter_mut().enumerate() {
            found.retain(|(concept, length)| {
                let covers = |(start, longer): &(usize, usize)| {
                    *start <= at && start + longer >= at + length && longer > length
                };
                !does(concept) || !runs.iter().any(covers)
            });
        }
    }

    pub(super) fn cue_at(&self, at: usize, cue: Cue) -> bool {
        self.at.get(at).is_some_and(|found| {
            found.iter().any(|(concept, _)| concept.id.strip_prefix(ASKING) == Some(cue.as_str()))
        })
    }

    /// Every run that says what is asked.
    pub(super) fn asked(&self) -> Vec<AskedAt> {
        let mut asked = Vec::new();
        for (at, found) in self.at.iter().enumerate() {
            for (concept, length) in found {
                if let Some(kind) = concept.id.strip_prefix(ASKING).and_then(|word| word.parse().ok()) {
                    asked.push(AskedAt { kind, at, length: *length });
                }
            }
        }
        asked
    }

    /// The content concepts at a word, of the longest run that has any.
    pub(super) fn concepts(&self, at: usize) -> (Vec<&'a Concept>, usize) {
        let of_content = || self.at[at].iter().filter(|(concept, _)| !concept.id.starts_with(ASKING));
        let Some(longest) = of_content().map(|(_, length)| *length).max() else { return (Vec::new(), 1) };
        (
            of_content().filter(|(_, length)| *length == longest).map(|(concept, _)| *concept).collect(),
            longest,
        )
    }

    /// How many words mean this together from a word on.
    pub(super) fn run_of(&self, at: usize, key: &str) -> Option<usize> {
        let of_key = self.at.get(at)?.iter().filter(|(concept, _)| concept.id == key);
        of_key.map(|(_, length)| *length).max()
    }

    /// Whether a word means this.
    pub(super) fn is(&self, at: usize, key: &str) -> bool {
        self.at.get(at).is_some_and(|found| found.iter().any(|(concept, _)| concept.id == key))
    }
}

/// The words that only do something in a question, and are nothing that it is about.
pub(super) fn stops(meanings: &Meanings<'_>) -> Vec<bool> {
    let mut stops = vec![false; meanings.at.len()];
    for (at, found) in meanings.at.iter().enumerate() {
        let has_content = found.iter().any(|(concept, _)| !concept.id.starts_with(ASKING));
        for (concept, length) in found {
            let cue = concept.id.strip_prefix(ASKING).and_then(|word| word.parse::<Cue>().ok());
            // A word that is a matter, too, is one where it stands alone.
            if cue.is_some_and(|cue| cue != Cue::Talk) && (*length > 1 || !has_content) {
                stops.iter_mut().skip(at).take(*length).for_each(|stop| *stop = true);
            }
        }
    }
    stops
}

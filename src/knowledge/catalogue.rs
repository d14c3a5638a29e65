//! The catalogue: the actors, areas and words that requests speak of, held in memory.
//!
//! It is small (some hundred entries), changes seldom, and is needed to understand every request;
//! so it is read once and kept, while statements are read for each question.

use std::sync::Arc;

use super::fold::fold;
use super::gazetteer::Gazetteer;
use super::item::{Area, Concept};
use super::lexicon::Lexicon;

/// The most words of a label that are looked at.
const MOST_LABEL_WORDS: usize = 12;

/// Actors and areas, ready to understand requests with.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// The actors and their names.
    pub gazetteer: Gazetteer,
    /// What words mean in questions.
    pub lexicon: Arc<Lexicon>,
    areas: Vec<(Area, Vec<String>)>,
}

impl Catalogue {
    /// Puts a catalogue together; areas keep the order given.
    #[must_use]
    pub fn new(gazetteer: Gazetteer, areas: Vec<Area>, concepts: Vec<Concept>) -> Self {
        Self::with_lexicon(gazetteer, Arc::new(Lexicon::new(concepts, &areas)), areas)
    }

    /// The same with a lexicon that is there already: most servers have no words of their own.
    #[must_use]
    pub fn with_lexicon(gazetteer: Gazetteer, lexicon: Arc<Lexicon>, areas: Vec<Area>) -> Self {
        let areas = areas
            .into_iter()
            .map(|area| {
                let mut words = vec![fold(&area.id), fold(&area.name)];
                words.extend(area.synonyms.iter().map(|synonym| fold(synonym)));
                (area, words)
            })
            .collect();
        Self { gazetteer, lexicon, areas }
    }

    /// The areas in their order.
    pub fn areas(&self) -> impl Iterator<Item = &Area> {
        self.areas.iter().map(|(area, _)| area)
    }

    /// The area that a key, a name or a synonym means.
    #[must_use]
    pub fn area(&self, text: &str) -> Option<&Area> {
        let folded = fold(text);
        self.areas.iter().find(|(_, words)| words.contains(&folded)).map(|(area, _)| area)
    }

    /// The area that a label names, as a whole or by the longest run of its words: “Defence
    /// Collaboration with the Gulf”.
    #[must_use]
    pub fn area_within(&self, label: &str) -> Option<&Area> {
        if let Some(area) = self.area(label) {
            return Some(area);
        }
        let words: Vec<&str> = label.split_whitespace().take(MOST_LABEL_WORDS).collect();
        let runs = (1..words.len()).rev().flat_map(|length| words.windows(length));
        runs.into_iter().find_map(|run| self.area(&run.join(" ")))
    }

    /// The name shown for an area's key; the key itself for one that is not known.
    #[must_use]
    pub fn area_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.areas().find(|area| area.id == id).map_or(id, |area| &area.name)
    }

    /// The areas that a half-typed or misspelt word may mean: those with a word that starts so, or, where
    /// there is none, near misses; each once.
    #[must_use]
    pub fn areas_like(&self, text: &str) -> Vec<&Area> {
        let typed = super::fold::fold_word(text);
        let near = |test: &dyn Fn(&str) -> bool| {
            self.areas
                .iter()
                .filter(|(_, words)| words.iter().any(|word| test(word)))
                .map(|(area, _)| area)
                .collect()
        };
        let starting: Vec<&Area> = near(&|word| word.starts_with(&typed));
        if !starting.is_empty() {
            return starting;
        }
        near(&|word| word.chars().count() > 3 && strsim::osa_distance(word, &typed) <= 2)
    }
}

//! The lexicon: which words mean the same in a question, whatever the language.
//!
//! Words are compared by their English stem, so that “visits”, “visited” and “visiting” are one word. What is in
//! another language has its endings named by `*`: `ticaret*` is Turkish “ticareti” and “ticaretinin” too.

use std::collections::HashMap;

use rust_stemmers::{Algorithm, Stemmer};

use super::fold::{fold, fold_word};
use super::item::{Area, Concept};

/// What the keys of concepts start with that say what is asked.
pub const ASKING: &str = "ask.";

/// The keys of concepts that some questions turn on.
pub mod keys {
    /// An aim, not a fact.
    pub const TARGET: &str = "target";
    /// Selling.
    pub const EXPORT: &str = "export";
    /// Buying.
    pub const IMPORT: &str = "import";
    /// What is paid at a border.
    pub const TARIFF: &str = "tariff";
    /// A reason.
    pub const DRIVERS: &str = "drivers";
    /// Belonging to an organisation, or coming to.
    pub const BELONGING: &str = "belonging";
    /// Going out of one.
    pub const LEAVING: &str = "leaving";
    /// Coming to an end.
    pub const EXPIRE: &str = "expire";
    /// Organisations as such.
    pub const BODIES: &str = "bodies";
    /// Sums of money.
    pub const MONEY: &str = "money";
    /// Parts of a whole.
    pub const SHARE: &str = "share";
    /// Asking for a number of things.
    pub const COUNT: &str = "count";
    /// Who does something: a firm, a leader, a country.
    pub const AGENT: &str = "agent";
    /// Who tells of it: the press, data.
    pub const TELLER: &str = "teller";

    /// All of them.
    pub const ALL: [&str; 14] = [
        TARGET, TARIFF, EXPORT, IMPORT, DRIVERS, BELONGING, LEAVING, EXPIRE, BODIES, MONEY, SHARE, COUNT,
        AGENT, TELLER,
    ];
}

/// The keys of areas that some questions turn on.
pub mod areas {
    /// Organisations, and belonging to them.
    pub const MULTILATERAL: &str = "multilateral";
    /// Trade, which is a figure by itself: “Russia–Turkey trade 2021”.
    pub const TRADE: &str = "trade";
}

/// What a word ends in that stands for all that begin so.
const OPEN: char = '*';

/// The most words of a run that mean something together.
const LONGEST_RUN: usize = 8;

/// The fewest letters of a word, by its stem, that may have a slip in it: of fewer, too many are near.
const SHORTEST_SLIP: usize = 6;

/// The fewest letters that a beginning has: of fewer, too many words begin so.
const SHORTEST_BEGINNING: usize = 2;

/// The stem of a folded word.
#[must_use]
pub fn stem(folded: &str) -> String {
    if !folded.is_ascii() || folded.len() < 4 || folded.bytes().any(|b| b.is_ascii_digit()) {
        return folded.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(folded).into_owned()
}

/// A word as the lexicon looks at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Folded.
    pub folded: String,
    /// Its stem.
    pub stem: String,
}

impl Word {
    /// A word as it is written.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let folded = fold_word(text);
        let folded = model(&folded).unwrap_or(folded);
        Self { stem: stem(&folded), folded }
    }
}

/// The name of a model in one form, “F-16s” like “F16”; nothing for any other word. An abbreviation with points is
/// one word, too.
fn model(folded: &str) -> Option<String> {
    let is_abbreviation = || folded.contains(' ') && folded.split(' ').all(|part| part.chars().count() == 1);
    let letters = folded.chars().filter(|c| c.is_alphabetic()).count();
    let is_model = folded.chars().any(|c| c.is_ascii_digit()) && (1..=4).contains(&letters);
    if !is_model && !is_abbreviation() {
        return None;
    }
    let joined = folded.replace(' ', "");
    // “F-16s” are several of one model.
    let one = joined.strip_suffix('s').filter(|one| is_model && one.ends_with(|c: char| c.is_ascii_digit()));
    Some(one.map_or_else(|| joined.clone(), str::to_owned))
}

/// A word of a run that means something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    /// The stem; of an open one, the folded beginning.
    text: String,
    open: bool,
}

impl Pattern {
    fn fits(&self, word: &Word) -> bool {
        if self.open { word.folded.starts_with(&self.text) } else { word.stem == self.text }
    }
}

/// A word of a concept, or a run of words, as it is looked up; nothing where it has no letters.
#[must_use]
pub fn key(written: &str) -> Option<Vec<Pattern>> {
    let pattern = |word: &str| {
        let (text, open) = word.strip_suffix(OPEN).map_or((word, false), |text| (text, true));
        let folded = fold_word(text);
        let text = if open { folded } else { stem(&folded) };
        Pattern { text, open }
    };
    // What is joined by a hyphen is two words, as in a question.
    let words: Vec<Pattern> = written
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '/'))
        .map(pattern)
        .filter(|pattern| !pattern.text.is_empty())
        .collect();
    let is_short = |one: &Pattern| one.open && one.text.chars().count() < SHORTEST_BEGINNING;
    (!words.is_empty() && words.len() <= LONGEST_RUN && !words.iter().any(is_short)).then_some(words)
}

/// All concepts, ready for look-up.
#[derive(Debug, Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    /// Runs by the stem of their first word.
    runs: HashMap<String, Vec<Run>>,
    /// Runs by the beginning of their first word.
    beginnings: HashMap<String, Vec<Run>>,
    /// The stems of single words by their first letter, for finding the one that a slip was meant for.
    by_letter: HashMap<char, Vec<String>>,
}

#[derive(Debug)]
struct Run {
    rest: Vec<Pattern>,
    concept: usize,
}

/// A concept that words mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The concept.
    pub concept: &'a Concept,
    /// How many words mean it.
    pub length: usize,
}

impl Lexicon {
    /// A lexicon of concepts, and of what areas are called: their words are a concept of the same key.
    #[must_use]
    pub fn new(concepts: Vec<Concept>, areas: &[Area]) -> Self {
        let mut lexicon = Self { concepts, ..Self::default() };
        for area in areas {
            let names = [&area.id, &area.name].into_iter().chain(&area.synonyms).cloned();
            match lexicon.concepts.iter_mut().find(|concept| concept.id == area.id) {
                Some(concept) => concept.words.extend(names),
                None => lexicon.concepts.push(Concept {
                    id: area.id.clone(),
                    area: Some(area.id.clone()),
                    actor: None,
                    class: None,
                    words: names.collect(),
                }),
            }
        }
        for (index, concept) in lexicon.concepts.iter().enumerate() {
            for key in concept.words.iter().filter_map(|word| key(word)) {
                let mut words = key.into_iter();
                let Some(first) = words.next() else { continue };
                let place = if first.open { &mut lexicon.beginnings } else { &mut lexicon.runs };
                place.entry(first.text).or_default().push(Run { rest: words.collect(), concept: index });
            }
        }
        for (text, runs) in &lexicon.runs {
            let is_word = text.chars().count() >= SHORTEST_SLIP && runs.iter().any(|run| run.rest.is_empty());
            if let Some(first) = text.chars().next().filter(|_| is_word) {
                lexicon.by_letter.entry(first).or_default().push(text.clone());
            }
        }
        lexicon.by_letter.values_mut().for_each(|stems| stems.sort_unstable());
        lexicon
    }

    /// The word that another, which means nothing, is a slip away from; nothing where several are as near.
    #[must_use]
    pub fn near(&self, word: &Word) -> Option<Word> {
        let letters = word.stem.chars().count();
        if letters < SHORTEST_SLIP || word.folded.chars().any(|c| c.is_ascii_digit()) {
            return None;
        }
        let most = if letters < 8 { 1 } else { 2 };
        let stems = self.by_letter.get(&word.stem.chars().next()?)?;
        let is_near = |stem: &&String| stem.chars().count().abs_diff(letters) <= most;
        let near = stems.iter().filter(is_near).map(|stem| (strsim::osa_distance(stem, &word.stem), stem));
        let (_, stem) = near.filter(|(slips, _)| *slips <= most).min()?;
        Some(Word { folded: stem.clone(), stem: stem.clone() })
    }

    /// The concepts.
    #[must_use]
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// The concept of a key.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Concept> {
        self.concepts.iter().find(|concept| concept.id == id)
    }

    /// What words mean from the first on, the longest runs first.
    #[must_use]
    pub fn at(&self, words: &[Word]) -> Vec<Found<'_>> {
        let Some((first, rest)) = words.split_first() else { return Vec::new() };
        let mut found: Vec<Found<'_>> = Vec::new();
        let mut note = |run: &Run| {
            let fits =
                run.rest.len() <= rest.len() && run.rest.iter().zip(rest).all(|(it, word)| it.fits(word));
            if let Some(concept) = self.concepts.get(run.concept).filter(|_| fits) {
                let one = Found { concept, length: run.rest.len() + 1 };
                if !found.contains(&one) {
                    found.push(one);
                }
            }
        };
        self.runs.get(&first.stem).into_iter().flatten().for_each(&mut note);
        let ends = first.folded.char_indices().map(|(at, c)| at + c.len_utf8()).skip(SHORTEST_BEGINNING - 1);
        for end in ends {
            self.beginnings.get(&first.folded[..end]).into_iter().flatten().for_each(&mut note);
        }
        found.sort_by_key(|one| std::cmp::Reverse(one.length));
        found
    }

    /// Whether words are nothing but a word of the lexicon.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        let words: Vec<Word> = fold(text).split(' ').map(Word::new).collect();
        self.at(&words).iter().any(|found| found.length == words.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let concept = |id: &str, words: &[&str]| Concept {
            id: id.into(),
            area: None,
            actor: None,
            class: None,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
        };
        let areas = [Area { id: "trade".into(), name: "Trade".into(), synonyms: vec!["tariffs".into()] }];
        Lexicon::new(
            vec![
                concept("ask.amount", &["how much", "ne kadar", "कितना"]),
                concept("ship", &["corvette", "war-ship", "gemi*"]),
                concept("trade", &["ticaret*"]),
            ],
            &areas,
        )
    }

    fn meant(text: &str) -> Vec<(String, usize)> {
        let words: Vec<Word> = text.split(' ').map(Word::new).collect();
        let found = lexicon();
        found.at(&words).iter().map(|one| (one.concept.id.clone(), one.length)).collect()
    }

    #[test]
    fn words_are_found_by_stem_by_run_and_by_beginning() {
        for (text, id, length) in [
            ("how much trade", "ask.amount", 2),
            ("Corvettes", "ship", 1),
            ("war ships", "ship", 2),
            ("gemilerin", "ship", 1),
            ("TİCARETİ", "trade", 1),
            ("tariff", "trade", 1),
            ("कितना", "ask.amount", 1),
        ] {
            assert_eq!(meant(text), [(id.to_owned(), length)], "{text}");
        }
        assert!(meant("how many").is_empty());
    }

    #[test]
    fn what_has_no_letters_is_no_word() {
        for text in ["", "*", "a*", "?!", "\u{200B}"] {
            assert_eq!(key(text), None, "{text:?}");
        }
    }
}

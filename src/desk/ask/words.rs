//! What a statement says, as words that a question can be compared with.

use std::collections::HashSet;

use crate::knowledge::lexicon::{ASKING, Word};
use crate::knowledge::period::MONTHS;
use crate::knowledge::{Catalogue, Statement};
use crate::request::reading::{Term, TermClass};

/// The words of a statement.
pub(super) struct StatementWords<'a> {
    pub(super) statement: &'a Statement,
    /// All of them, folded, with spaces around each.
    pub(super) folded: String,
    /// Whether it has a number that is no date.
    pub(super) has_number: bool,
    stems: HashSet<String>,
    concepts: HashSet<&'a str>,
    catalogue: &'a Catalogue,
}

/// What a term has in common with a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Link<'a> {
    /// The word itself.
    Word,
    /// Half of its words or more.
    Part,
    /// A concept that it means.
    Meaning(&'a str),
    /// The area, which the term names as a whole.
    NamedArea,
    /// The word with a slip in it.
    Slip,
    /// Only the area.
    Area,
}

impl Link<'_> {
    /// How much of the term’s weight it is worth, from 0 to 1.
    pub(super) fn worth(self) -> f64 {
        match self {
            Self::Word => 1.0,
            Self::Meaning(_) | Self::NamedArea => 0.9,
            Self::Slip => 0.8,
            Self::Part => 0.5,
            Self::Area => 0.35,
        }
    }

    /// What is said of it beside the term.
    pub(super) fn told(self) -> &'static str {
        match self {
            Self::Word => "",
            Self::Part => " (part)",
            Self::Meaning(_) => " (meaning)",
            Self::NamedArea | Self::Area => " (area)",
            Self::Slip => " (slip)",
        }
    }
}

impl<'a> StatementWords<'a> {
    pub(super) fn of(statement: &'a Statement, catalogue: &'a Catalogue) -> Self {
        let texts = [
            Some(statement.text.as_str()),
            statement.short.as_deref(),
            statement.label.as_deref(),
            statement.claimed_by.as_deref(),
            statement.figure.as_ref().map(|figure| figure.unit.as_str()),
        ];
        let words: Vec<Word> = texts.into_iter().flatten().flat_map(split).collect();
        let mut concepts = HashSet::new();
        for at in 0..words.len() {
            for found in catalogue.lexicon.at(&words[at..]) {
                if !found.concept.id.starts_with(ASKING) {
                    concepts.insert(found.concept.id.as_str());
                }
            }
        }
        let folded = words.iter().fold(" ".to_owned(), |text, word| text + &word.folded + " ");
        let has_number = has_number(&words);
        let stems = words.into_iter().map(|word| word.stem).collect();
        Self { statement, folded, has_number, stems, concepts, catalogue }
    }

    /// Whether it says who has most, or which place somebody has.
    pub(super) fn has_rank(&self) -> bool {
        [
            "largest", "biggest", "main", "most", "highest", "first", "second", "third", "fourth", "fifth",
            "top", "leading",
        ]
        .iter()
        .any(|word| self.has(word))
    }

    /// Whether it says that somebody is second, or third, and not first.
    pub(super) fn has_place(&self) -> bool {
        ["second", "third", "fourth", "fifth", "sixth"].iter().any(|word| self.has(word))
    }

    /// Whether it says why: “because of”, “over the S-400”.
    pub(super) fn has_cause(&self) -> bool {
        const CAUSES: [&str; 9] = [
            "because",
            "citing",
            "due to",
            "owing to",
            "in response",
            "in protest",
            "in return",
            "on grounds",
            "so that",
        ];
        // “Over” is a cause but before an amount, “since” and “after” are but before a year.
        let before_no_number = |cause: &str| {
            self.folded.match_indices(&format!(" {cause} ")).any(|(at, found)| {
                let rest = &self.folded[at + found.len()..];
                !rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.starts_with("usd ")
            })
        };
        CAUSES.iter().any(|cause| self.has(cause))
            || ["over", "since", "after"].into_iter().any(before_no_number)
    }

    /// Whether it has a run of words, folded.
    pub(super) fn has(&self, folded: &str) -> bool {
        !folded.is_empty() && self.folded.contains(&format!(" {folded} "))
    }

    pub(super) fn has_concept(&self, id: &str) -> bool {
        self.concepts.contains(id)
    }

    /// What it has of a term.
    pub(super) fn links(&self, term: &'a Term) -> Vec<Link<'a>> {
        let mut links = Vec::new();
        let having = term.stems.iter().filter(|stem| self.stems.contains(*stem)).count();
        if having == term.stems.len() {
            links.push(Link::Word);
        } else if term.concepts.is_empty() && having * 2 >= term.stems.len() && having > 0 {
            // What the lexicon knows as one thing is no other thing that has a word of it: an investment agreement is no
            // trade agreement.
            links.push(Link::Part);
        }
        // An area has many matters: only its name means all of them.
        if term.names_area && term.area.as_ref() == Some(&self.statement.area) {
            links.push(Link::NamedArea);
        }
        let is_area = |id: &&str| self.catalogue.areas().any(|area| area.id == **id);
        let matters = term.concepts.iter().map(String::as_str).filter(|id| !is_area(id));
        links.extend(matters.filter(|id| self.concepts.contains(id)).map(Link::Meaning));
        if let [stem] = term.stems.as_slice()
            && links.is_empty()
            && term.concepts.is_empty()
            && self.has_nearly(stem)
        {
            links.push(Link::Slip);
        }
        if term.class != TermClass::Name && term.area.as_ref() == Some(&self.statement.area) {
            links.push(Link::Area);
        }
        links
    }

    /// Whether it has a word that is a slip or two away.
    fn has_nearly(&self, stem: &str) -> bool {
        let letters = stem.chars().count();
        let most = match letters {
            0..5 => return false,
            5..8 => 1,
            _ => 2,
        };
        let first = stem.chars().next();
        self.stems.iter().any(|known| {
            known.chars().next() == first
                && known.chars().count().abs_diff(letters) <= most
                && strsim::osa_distance(known, stem) <= most
        })
    }
}

/// Whether there is a number among words that is neither a year nor the day of a month.
fn has_number(words: &[Word]) -> bool {
    let is_month = |at: usize| words.get(at).is_some_and(|word| MONTHS.contains(&word.folded.as_str()));
    words.iter().enumerate().any(|(at, word)| {
        let is_digits = !word.folded.is_empty() && word.folded.bytes().all(|b| b.is_ascii_digit());
        let is_year =
            word.folded.len() == 4 && (word.folded.starts_with("19") || word.folded.starts_with("20"));
        let is_day = word.folded.len() <= 2
            && (is_month(at + 1) || at.checked_sub(1).is_some_and(is_month) || is_month(at + 2));
        is_digits && !is_year && !is_day
    })
}

/// The words of a text.
pub(super) fn split(text: &str) -> Vec<Word> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '\'' | '’' | '\u{300}'..='\u{36F}');
    let mut words = Vec::new();
    for chunk in text.split_whitespace() {
        let digits = chunk.chars().any(|c| c.is_ascii_digit());
        let letters = chunk.chars().filter(|c| c.is_alphabetic()).count();
        if digits && (1..=4).contains(&letters) {
            // “F-16s” is one word, as in a question.
            words.push(Word::new(chunk.trim_matches(|c: char| !is_part(c))));
            continue;
        }
        for piece in chunk.split(|c: char| !is_part(c)) {
            let piece =
                piece.split(['\'', '’']).next().filter(|stem| stem.chars().count() > 1).unwrap_or(piece);
            words.push(Word::new(piece));
        }
    }
    words.retain(|word| !word.folded.is_empty());
    words
}

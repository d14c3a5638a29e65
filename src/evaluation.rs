//! How well questions are understood and answered, measured on questions whose answers are known.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::knowledge::lexicon::Word;

/// A question of a set, one JSON object a line. All but the id and the question may be missing.
#[derive(Debug, Clone, Deserialize)]
pub struct TestQuestion {
    /// Its key.
    pub id: String,
    /// The question.
    pub question: String,
    /// The question before it, where it takes that up.
    #[serde(default)]
    pub follows: Option<String>,
    /// What it asks.
    #[serde(default)]
    pub kind: Option<String>,
    /// Whom it is about, by key, in any order.
    #[serde(default)]
    pub actors: Option<Vec<String>>,
    /// The area.
    #[serde(default)]
    pub area: Option<String>,
    /// The keys of what answers it, any of which does.
    #[serde(default)]
    pub expected: Option<Vec<String>>,
    /// Whether the knowledge answers it.
    #[serde(default)]
    pub answerable: Option<bool>,
}

/// What became of a question, as it is written for programs.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// The key of the question.
    pub id: String,
    /// The question.
    pub question: String,
    /// What was understood.
    pub understood: Heard,
    /// Whether it was answered.
    pub answered: bool,
    /// The keys of what the answer rests on, best first.
    pub ids: Vec<String>,
    /// The first sentence of the answer.
    pub first: String,
}

/// What was understood of a question.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Heard {
    /// What it asks.
    pub kind: String,
    /// Whom it is about.
    pub actors: Vec<String>,
    /// The area.
    pub area: Option<String>,
    /// The time.
    pub time: Option<String>,
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Those that are so.
    pub so: usize,
    /// All.
    pub all: usize,
}

impl Share {
    fn count(&mut self, is_so: bool) {
        self.so += usize::from(is_so);
        self.all += 1;
    }

    /// The share in percent, to a tenth.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are at most some thousands")]
    pub fn percent(self) -> f64 {
        if self.all == 0 { 0.0 } else { (1_000.0 * self.so as f64 / self.all as f64).round() / 10.0 }
    }
}

/// The rates of a set of questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rates {
    /// Those whose actors were understood, all and no other.
    pub actors: Share,
    /// Those whose area was.
    pub area: Share,
    /// Those of which what they ask was.
    pub kind: Share,
    /// Those that can be answered whose first piece of evidence answers them.
    pub first: Share,
    /// Those that one of the first three answers.
    pub first_three: Share,
    /// Those that cannot be answered and were.
    pub false_answers: Share,
    /// Those that can be answered and were not.
    pub not_answered: Share,
    /// The same as `first`, by plain BM25 on the same texts.
    pub baseline_first: Share,
    /// The same as `first_three`, by plain BM25.
    pub baseline_three: Share,
}

/// Counts what became of questions; `baseline` ranks the keys of texts for a question.
#[must_use]
pub fn rates(questions: &[TestQuestion], outcomes: &[Outcome], baseline: &Bm25) -> Rates {
    let mut rates = Rates::default();
    for (question, outcome) in questions.iter().zip(outcomes) {
        if let Some(actors) = &question.actors {
            let sorted = |ids: &[String]| {
                let mut ids = ids.to_vec();
                ids.sort();
                ids.dedup();
                ids
            };
            rates.actors.count(sorted(actors) == sorted(&outcome.understood.actors));
        }
        if question.area.is_some() {
            rates.area.count(question.area == outcome.understood.area);
        }
        if let Some(kind) = &question.kind {
            rates.kind.count(*kind == outcome.understood.kind);
        }
        if let Some(expected) = question.expected.as_ref().filter(|expected| !expected.is_empty()) {
            let among = |ids: &[String], most: usize| ids.iter().take(most).any(|id| expected.contains(id));
            rates.first.count(outcome.answered && among(&outcome.ids, 1));
            rates.first_three.count(outcome.answered && among(&outcome.ids, 3));
            let plain = baseline.rank(&question.question, 3);
            rates.baseline_first.count(among(&plain, 1));
            rates.baseline_three.count(among(&plain, 3));
        }
        match question.answerable {
            Some(false) => rates.false_answers.count(outcome.answered),
            Some(true) => rates.not_answered.count(!outcome.answered),
            None => {}
        }
    }
    rates
}

/// Plain BM25 over texts (Robertson and Zaragoza, “The Probabilistic Relevance Framework”, 2009), with its usual
/// constants: what understanding has to be better than.
#[derive(Debug, Default)]
pub struct Bm25 {
    keys: Vec<String>,
    lengths: Vec<f64>,
    /// Each stem with the texts that have it, and how often.
    postings: HashMap<String, Vec<(usize, f64)>>,
}

impl Bm25 {
    /// An index of texts by key.
    #[must_use]
    pub fn new(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut index = Self::default();
        for (key, text) in texts {
            let at = index.keys.len();
            let stems = stems(&text);
            #[expect(clippy::cast_precision_loss, reason = "a text has at most some thousands of words")]
            index.lengths.push(stems.len() as f64);
            index.keys.push(key);
            for stem in stems {
                let posting = index.postings.entry(stem).or_default();
                match posting.last_mut() {
                    Some((last, times)) if *last == at => *times += 1.0,
                    _ => posting.push((at, 1.0)),
                }
            }
        }
        index
    }

    /// The keys of the texts that suit a question best.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "there are at most some millions of texts")]
    pub fn rank(&self, question: &str, most: usize) -> Vec<String> {
        const K1: f64 = 1.2;
        const B: f64 = 0.75;
        let all = self.keys.len() as f64;
        let average = self.lengths.iter().sum::<f64>() / all.max(1.0);
        let mut scores: HashMap<usize, f64> = HashMap::new();
        for stem in stems(question) {
            let Some(posting) = self.postings.get(&stem) else { continue };
            let having = posting.len() as f64;
            let rarity = (1.0 + (all - having + 0.5) / (having + 0.5)).ln();
            for (at, times) in posting {
                let length = self.lengths.get(*at).copied().unwrap_or(average);
                let share = times * (K1 + 1.0) / (times + K1 * (1.0 - B + B * length / average));
                *scores.entry(*at).or_default() += rarity * share;
            }
        }
        let mut ranked: Vec<(usize, f64)> = scores.into_iter().collect();
        ranked.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        ranked.into_iter().take(most).filter_map(|(at, _)| self.keys.get(at).cloned()).collect()
    }
}

fn stems(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(|word| Word::new(word).stem).filter(|stem| !stem.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bm25_finds_the_text_with_the_rare_word() {
        let texts = [("a", "trade of India"), ("b", "a corvette for Pakistan"), ("c", "trade of Pakistan")];
        let index = Bm25::new(texts.map(|(key, text)| (key.to_owned(), text.to_owned())));
        assert_eq!(index.rank("which corvettes did Pakistan get", 2), ["b", "c"]);
        assert!(index.rank("nothing of the kind", 2).iter().all(|key| key == "a" || key == "c"));
    }

    #[test]
    fn shares_are_percent() {
        let percent = |so, all| Share { so, all }.percent().to_string();
        assert_eq!([percent(1, 3), percent(0, 0), percent(2, 2)], ["33.3", "0", "100"]);
    }
}

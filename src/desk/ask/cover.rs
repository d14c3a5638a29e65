//! How much of a question statements cover: each of its words by what links it with them, the rarer the link the more.

use std::collections::HashMap;

use super::words::{Link, StatementWords};
use crate::request::reading::{Term, TermClass};

/// What links the terms of a question with the statements that are looked at.
pub(super) struct Links<'a> {
    terms: &'a [Term],
    /// Of each statement, by term.
    of: Vec<Vec<Vec<Link<'a>>>>,
    /// How many statements have each link of each term.
    having: HashMap<(usize, Link<'a>), usize>,
    /// The weight of each term.
    weights: Vec<f64>,
    /// Whether any statement has it, by more than its area.
    is_there: Vec<bool>,
    /// The term that counts most as a matter.
    head: Option<usize>,
}

/// How much of a question’s terms a statement has.
#[derive(Debug, Clone, Default)]
pub(super) struct Covered {
    /// The weight of the terms that it has, as far as it has them.
    pub(super) had: f64,
    /// The weight of all.
    pub(super) asked: f64,
    /// The same of those that the lexicon knows, and of names.
    pub(super) core_had: f64,
    pub(super) core_asked: f64,
    /// Whether it has any word of what is asked for, where words name that.
    pub(super) named: Option<bool>,
    /// Whether it has one of the acts that the terms name, where they do.
    pub(super) acts: Option<bool>,
    /// Whether it lacks the matter that counts most.
    pub(super) lacks_head: bool,
    /// Whether it lacks any of the matters.
    pub(super) lacks_matter: bool,
    /// Whether it lacks a name that others have.
    pub(super) lacks_name: bool,
    /// How many terms it has as they are.
    pub(super) words: usize,
    /// How many of the terms it has, by more than their area, and how many there are.
    pub(super) terms_had: usize,
    pub(super) terms: usize,
    /// The terms that it has, and how.
    pub(super) matched: Vec<String>,
}

impl<'a> Links<'a> {
    /// The links of terms with statements.
    pub(super) fn new(terms: &'a [Term], statements: &[StatementWords<'a>]) -> Self {
        let of_each = |words: &StatementWords<'a>| terms.iter().map(|term| words.links(term)).collect();
        let of: Vec<Vec<Vec<Link<'a>>>> = statements.iter().map(of_each).collect();
        let mut having: HashMap<(usize, Link<'a>), usize> = HashMap::new();
        for of_terms in &of {
            for (at, links) in of_terms.iter().enumerate() {
                for link in links {
                    *having.entry((at, *link)).or_default() += 1;
                }
            }
        }
        let is_there = |at: usize| having.keys().any(|(of, link)| *of == at && *link != Link::Area);
        let is_there = (0..terms.len()).map(is_there).collect();
        let mut links = Self { terms, of, having, weights: Vec::new(), is_there, head: None };
        links.weights = (0..terms.len()).map(|at| links.weight(at)).collect();
        let is_matter = |at: &usize| matches!(terms[*at].class, TermClass::Concept | TermClass::Name);
        let weight = |at: &usize| links.weights[*at];
        links.head =
            (0..terms.len()).filter(is_matter).max_by(|one, other| weight(one).total_cmp(&weight(other)));
        links
    }

    /// What the rarest link of a term counts. Where nothing has it, a name says that what is asked is not there; any
    /// other word may only be said in another way.
    fn weight(&self, term: usize) -> f64 {
        let of_term = self.having.keys().filter(|(at, link)| *at == term && *link != Link::Area);
        let rarest = of_term.map(|(_, link)| self.rarity(term, *link)).max_by(f64::total_cmp);
        rarest.unwrap_or(match self.terms[term].class {
            TermClass::Name => 2.6,
            TermClass::Act => 1.1,
            TermClass::Concept => 0.9,
            TermClass::Word => 0.3,
        })
    }

    /// What a link counts: the fewer of the statements have it, the more.
    #[expect(clippy::cast_precision_loss, reason = "there are at most some hundreds")]
    fn rarity(&self, term: usize, link: Link<'a>) -> f64 {
        let all = self.of.len().max(2) as f64;
        let having = self.having.get(&(term, link)).copied().unwrap_or(1).max(1) as f64;
        0.5 + (all / having).ln() / all.ln()
    }

    /// What a statement has of the terms, by its place among those given.
    pub(super) fn covered(&self, statement: usize) -> Covered {
        let mut covered = Covered::default();
        let Some(of_terms) = self.of.get(statement) else { return covered };
        for (at, (term, links)) in self.terms.iter().zip(of_terms).enumerate() {
            let weight = self.weights[at];
            let value = |link: &Link<'a>| match link {
                Link::Area => link.worth() * weight,
                _ => link.worth() * self.rarity(at, *link),
            };
            let best =
                links.iter().map(|link| (value(link), *link)).max_by(|one, other| one.0.total_cmp(&other.0));
            let had = best.map_or(0.0, |(value, _)| value.min(weight));
            covered.asked += weight;
            covered.had += had;
            if term.class != TermClass::Word {
                covered.core_asked += weight;
                covered.core_had += had;
            }
            let is_had = links.iter().any(|link| *link != Link::Area);
            covered.terms += 1;
            covered.terms_had += usize::from(is_had);
            covered.lacks_matter |= matches!(term.class, TermClass::Concept | TermClass::Name) && !is_had;
            covered.lacks_head |= self.head == Some(at) && !is_had;
            if term.named {
                covered.named = Some(is_had || covered.named == Some(true));
            }
            if term.class == TermClass::Name && !is_had && self.is_there[at] {
                covered.lacks_name = true;
            }
            if term.class == TermClass::Act {
                covered.acts = Some(is_had || covered.acts == Some(true));
            }
            // A name in another language is its own word.
            let is_own = |link: &Link<'_>| match link {
                Link::Word => true,
                Link::Slip | Link::Meaning(_) => term.class == TermClass::Name,
                _ => false,
            };
            covered.words += usize::from(links.iter().any(is_own));
            if let Some((_, link)) = best {
                covered.matched.push(format!("{}{}", term.typed, link.told()));
            }
        }
        covered
    }
}

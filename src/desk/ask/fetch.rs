//! What a question needs is read here, once: what is newest about those whom it names, and what has its words.

use super::observed::{self, Wanted};
use super::{Fetched, Found, Question};
use crate::answer::ask::{Asked, AskedPart, Lead, Next, NextLine, Trace};
use crate::desk::{Desk, MOST_EVIDENCE};
use crate::error::Fault;
use crate::knowledge::{Bearing, CitedStatement, Cue, PartialDate, QuestionKind, Recommendation};
use crate::request::reading::{Ambiguous, Reading, Term};
use crate::store::memberships::CitedMembership;

/// How many of the newest statements about somebody are looked at.
const MOST_NEWEST: i64 = 300;

/// How many of the statements that have a word.
const MOST_WITH_WORD: i64 = 60;

/// How many of a question’s words are looked for.
const MOST_WORDS: usize = 8;

/// How many of the organisations that are named are looked up.
const MOST_BODIES: usize = 3;

/// How many statements are looked at in all: what is compared with a question word by word.
const MOST_LOOKED_AT: usize = 700;

/// How many pieces of evidence stand against an answer.
const MOST_AGAINST: usize = 3;

impl Desk<'_> {
    /// Answers a question in plain words.
    pub(in crate::desk) async fn asked(self, question: &crate::request::Question) -> Result<Asked, Fault> {
        let mut parts = Vec::new();
        for reading in &question.readings {
            if let Some(ambiguous) = &reading.ambiguous {
                parts.push(self.which(ambiguous, reading, &question.put));
                continue;
            }
            let mut part = self.part(reading).await?;
            // What was taken from the question before may not be meant after all.
            if reading.taken.all_actors && !reading.terms.is_empty() && !part.is_known() {
                let alone = Reading { actors: Vec::new(), ..reading.clone() };
                let without = self.part(&alone).await?;
                // Where neither is known, only one that goes on from the last is about the same.
                let goes_on = reading.refers || reading.has(Cue::Again) || reading.has(Cue::Other);
                if without.is_known() || !goes_on {
                    part = without;
                }
            }
            parts.push(part);
        }
        Ok(Asked { parts })
    }

    /// Asks which of several is meant that bear a name.
    fn which(self, ambiguous: &Ambiguous, reading: &Reading, put: &crate::request::Put) -> AskedPart {
        let question = Question::new(reading, self.catalogue, PartialDate::of_time(self.now));
        let next = ambiguous.choices.iter().map(|id| {
            let mut about = reading.actors.clone();
            about.insert(ambiguous.place.min(about.len()), id.clone());
            let line = crate::request::Put { about, ..put.clone() }.to_string();
            NextLine { what: Next::About(question.named(id)), line }
        });
        AskedPart {
            understood: question.understood(),
            leads: vec![Lead::Which {
                name: ambiguous.name.clone(),
                choices: ambiguous.choices.iter().map(|id| question.named(id)).collect(),
            }],
            evidence: Vec::new(),
            against: Vec::new(),
            next: next.collect(),
            ids: Vec::new(),
            trace: Trace::default(),
        }
    }

    async fn part(self, reading: &Reading) -> Result<AskedPart, Fault> {
        let question = Question::new(reading, self.catalogue, PartialDate::of_time(self.now));
        let fetched = self.fetch(&question).await?;
        let next = next(&question, &fetched);
        let mut found = super::find(&question, &fetched);
        self.store.relate(self.viewer, found.evidence.iter_mut().collect()).await?;
        let shown: Vec<&str> = found.evidence.iter().map(|cited| cited.statement.id.as_str()).collect();
        let evidence = match found.leads.first() {
            Some(Lead::Unknown { .. }) => Vec::new(),
            _ => self.store.evidence_on(self.viewer, &shown, Some(question.today), MOST_EVIDENCE).await?,
        };
        // What speaks for a judgement is the reason that a question of why asks for.
        if reading.kind == QuestionKind::Why {
            let supports = evidence.iter().filter(|one| one.bearing == Bearing::Supports).take(MOST_AGAINST);
            add_missing(&mut found, supports.map(|one| one.cited.clone()));
        }
        let against =
            evidence.into_iter().filter(|one| one.bearing == Bearing::Disputes).take(MOST_AGAINST).collect();
        Ok(super::answer(&question, found, against, next))
    }

    /// Reads what may answer a question.
    async fn fetch(self, question: &Question<'_>) -> Result<Fetched, Fault> {
        let Self { store, viewer, .. } = self;
        let reading = question.reading;
        let mut fetched = Fetched::default();
        let states = question.states.as_slice();
        let mut lists: Vec<Vec<String>> =
            reading.terms.iter().take(MOST_WORDS).map(|term| search_words(term, question)).collect();
        // An organisation has no statements of its own: they name it.
        lists.extend(question.organisations.iter().take(MOST_BODIES).map(|id| question.words_for(id)));
        let mut between = Vec::new();
        for other in states.iter().skip(1).take(2) {
            between.extend(store.newest_between(viewer, (states[0], other), MOST_NEWEST).await?);
        }
        // All between two is read where it is little; where it is much, what has the words is soon found.
        let is_all = i64::try_from(between.len()).is_ok_and(|many| many < MOST_NEWEST);
        let of = states.get(..states.len().min(if is_all { 1 } else { 2 })).unwrap_or_default();
        // What has the words comes first: it is what is least likely to be among the newest.
        fetched.statements = store.having_words(viewer, of, &lists, MOST_WITH_WORD).await?;
        fetched.statements.extend(between);
        // One that is the matter of a statement need not be its partner: “China supplies Pakistan’s arms”.
        for one in states.iter().take(2) {
            fetched.statements.extend(store.newest_of(viewer, one, MOST_NEWEST).await?);
        }
        unique(&mut fetched.statements);
        fetched.statements.truncate(MOST_LOOKED_AT);
        if !states.is_empty() {
            fetched.memberships = store.memberships(viewer, states).await?;
        }
        for organisation in question.organisations.iter().take(MOST_BODIES) {
            fetched.memberships.extend(store.members(viewer, organisation).await?);
        }
        if let Some(wanted) = observed::wanted(question) {
            fetched.rows = self.rows(question, wanted, &fetched.memberships).await?;
        }
        let mut seen = std::collections::HashSet::new();
        fetched.memberships.retain(|one| seen.insert(one.membership.id.clone()));
        if let Some(subject) = states.first() {
            fetched.advice = store.recommendations_to(viewer, subject).await?;
        }
        Ok(fetched)
    }
}

impl Desk<'_> {
    /// The rows of tables that a question asks for.
    async fn rows(
        self,
        question: &Question<'_>,
        wanted: Wanted,
        memberships: &[CitedMembership],
    ) -> Result<observed::Rows, Fault> {
        let Self { store, viewer, .. } = self;
        let states = question.states.as_slice();
        let found = match (wanted, states) {
            (Wanted::Ranking(measure), _) => store.ranked(viewer, measure).await?,
            (Wanted::Between(_), [first, second, ..]) => {
                let bodies = crate::desk::observed::bodies(&[first, second], memberships, question.today);
                let partners = [(*second).to_owned()];
                store.observed_between(viewer, first, &partners, &bodies).await?
            }
            (Wanted::WithAnybody(_) | Wanted::TradingMost(_), [first, ..]) => {
                store.observed_with_anybody(viewer, first).await?
            }
            (Wanted::Founded, _) => match question.organisations.first() {
                Some(body) => store.observed_of(viewer, body).await?,
                None => Vec::new(),
            },
            (_, [first, ..]) => store.observed_of(viewer, first).await?,
            _ => Vec::new(),
        };
        Ok(observed::Rows { found, tables: store.tables(viewer).await?, members: memberships.to_vec() })
    }
}

/// Adds statements that are not there yet.
fn add_missing(found: &mut Found, more: impl Iterator<Item = CitedStatement>) {
    for cited in more {
        if !found.evidence.iter().any(|known| known.statement.id == cited.statement.id) {
            found.ids.push(cited.statement.id.clone());
            found.evidence.push(cited);
        }
    }
}

fn unique(statements: &mut Vec<CitedStatement>) {
    let mut seen = std::collections::HashSet::new();
    statements.retain(|cited| seen.insert(cited.statement.id.clone()));
}

/// The words by which a term may stand in a statement: itself, and the words of its concepts.
fn search_words(term: &Term, question: &Question<'_>) -> Vec<String> {
    let mut words: Vec<String> = vec![crate::knowledge::fold::fold(&term.typed)];
    for concept in term.concepts.iter().filter_map(|id| question.catalogue.lexicon.get(id)) {
        let closed = concept.words.iter().filter(|word| !word.ends_with('*') && word.is_ascii());
        words.extend(closed.map(|word| crate::knowledge::fold::fold(word)));
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// What can be asked next of those whom the question is about, as far as it has an answer.
fn next(question: &Question<'_>, fetched: &Fetched) -> Vec<NextLine> {
    let line = |what: Next, line: String| NextLine { what, line };
    let mut lines = Vec::new();
    match (question.states.as_slice(), question.organisations.as_slice()) {
        ([first, second, ..], _) => {
            let between =
                |cited: &&CitedStatement| cited.statement.is_of(first) && cited.statement.is_of(second);
            let there: Vec<&CitedStatement> = fetched.statements.iter().filter(between).collect();
            if !there.is_empty() {
                lines.push(line(Next::Compare, format!("/compare {first} {second}")));
                lines.push(line(Next::Facts, format!("/facts {first} {second}")));
            }
            if there.iter().any(|cited| !cited.statement.period.is_open()) {
                lines.push(line(Next::Timeline, format!("/timeline {first} {second}")));
            }
            let gains = |cited: &&&CitedStatement| {
                cited.statement.kind == crate::knowledge::Kind::Benefit && cited.statement.subject == *first
            };
            if there.iter().any(|cited| gains(&cited)) {
                lines.push(line(Next::Benefits, format!("/benefits {first} {second}")));
            }
        }
        ([one], _) => {
            lines.push(line(Next::Profile(question.named(one)), format!("/profile {one}")));
            if fetched.statements.iter().any(|cited| cited.statement.is_of(one)) {
                lines.push(line(Next::Facts, format!("/facts {one}")));
            }
        }
        ([], _) => {}
    }
    // Advice is offered where it is of what was asked about, and not under every answer.
    let is_of_it = |advice: &Recommendation| match &question.reading.area {
        Some(area) => *area == advice.area,
        None => question.states.len() > 1,
    };
    if let Some(subject) = question.states.first()
        && fetched.advice.iter().any(|(advice, _)| is_of_it(advice))
    {
        lines.push(line(Next::Recommend, format!("/recommend {subject}")));
    }
    if let Some(organisation) = question.organisations.first() {
        lines.push(line(
            Next::Organisation(question.named(organisation)),
            format!("/organisation {organisation}"),
        ));
    }
    lines.truncate(5);
    lines
}

//! Questions in plain words: from what was read of one and what was fetched for it to what answers it. Each sort of
//! knowledge that answers questions is one file here; [`find`] asks them in turn.

mod advice;
mod cover;
mod fetch;
mod fit;
mod memberships;
mod observed;
mod rank;
mod statements;
mod unknown;
mod words;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::answer::Named;
use crate::answer::ask::{AskedPart, Considered, Lead, Trace, Understood};
use crate::answer::world::Belonging;
use crate::knowledge::fold::fold;
use crate::knowledge::{
    ActorKind, Catalogue, CitedStatement, NameKind, PartialDate, QuestionKind, Recommendation, Source,
    Statement,
};
use crate::request::reading::Reading;
use crate::store::memberships::CitedMembership;
use crate::store::world::CitedEvidence;

/// How many of the statements looked at a trace has.
const MOST_CONSIDERED: usize = 8;

/// What was fetched for a question.
#[derive(Debug, Default)]
pub(super) struct Fetched {
    /// Statements that may answer it.
    pub(super) statements: Vec<CitedStatement>,
    /// Advice to whom it is about.
    pub(super) advice: Vec<(Recommendation, Arc<Source>)>,
    /// Memberships of those whom it is about.
    pub(super) memberships: Vec<CitedMembership>,
    /// Rows of tables about the world, where it asks for them.
    rows: observed::Rows,
}

/// A question, with what it needs to be answered.
pub(super) struct Question<'a> {
    pub(super) reading: &'a Reading,
    /// The states and regions that it is about, the subject first.
    pub(super) states: Vec<&'a str>,
    /// The organisations.
    pub(super) organisations: Vec<&'a str>,
    pub(super) catalogue: &'a Catalogue,
    pub(super) today: PartialDate,
    /// Every name by which each actor may stand in a text, folded, with spaces around it.
    names: Vec<(&'a str, Vec<String>)>,
}

impl<'a> Question<'a> {
    pub(super) fn new(reading: &'a Reading, catalogue: &'a Catalogue, today: PartialDate) -> Self {
        let is_region =
            |id: &&str| catalogue.gazetteer.get(id).is_some_and(|actor| actor.kind == ActorKind::Region);
        let states = reading.states(catalogue);
        let names = reading.actors.iter().map(|id| (id.as_str(), names_of(id, catalogue))).collect();
        Self {
            reading,
            states: states.into_iter().filter(|id| !is_region(id)).collect(),
            organisations: reading.organisations(catalogue),
            catalogue,
            today,
            names,
        }
    }

    /// Whether a statement is about every state that the question names: it is theirs, towards them, or names them.
    fn is_about(&self, statement: &Statement) -> bool {
        let text = OnceCell::new();
        let is_about =
            |id: &&str| statement.is_of(id) || self.is_named(id, text.get_or_init(|| text_of(statement)));
        // What is compared may stand in a statement each.
        let is_of_each = self.reading.kind == QuestionKind::Compare && !self.states.is_empty();
        if is_of_each { self.states.iter().any(is_about) } else { self.states.iter().all(is_about) }
    }

    /// Whether a folded text, with spaces around it, names an actor.
    fn is_named(&self, id: &str, text: &str) -> bool {
        let names = self.names.iter().find(|(known, _)| *known == id);
        names.is_some_and(|(_, names)| names.iter().any(|name| text.contains(name)))
    }

    /// The names of an actor, as they may stand in a text.
    fn words_for(&self, id: &str) -> Vec<String> {
        let names = self.names.iter().find(|(known, _)| *known == id);
        names.map_or_else(Vec::new, |(_, names)| names.iter().map(|name| name.trim().to_owned()).collect())
    }

    pub(super) fn named(&self, id: &str) -> Named {
        super::actor(self.catalogue, id)
    }

    pub(super) fn area(&self, id: &str) -> Named {
        super::area(self.catalogue, id)
    }

    /// What was understood.
    pub(super) fn understood(&self) -> Understood {
        let reading = self.reading;
        Understood {
            kind: reading.kind,
            actors: reading.actors.iter().map(|id| self.named(id)).collect(),
            area: reading.area.as_ref().map(|id| self.area(id)),
            period: reading.time.map(|time| time.period),
            words: reading.terms.iter().map(|term| term.typed.clone()).collect(),
            corrected: reading
                .corrected
                .iter()
                .map(|(typed, id)| (typed.clone(), self.named(id).name))
                .collect(),
            taken: reading.taken.actors || reading.taken.terms || reading.taken.kind,
        }
    }
}

/// The text of a statement, folded, with spaces around it and names without their endings.
fn text_of(statement: &Statement) -> String {
    format!(" {} ", fold(&statement.text.replace(['’', '\''], " ")))
}

/// The names of an actor that somebody chose, folded.
fn names_of(id: &str, catalogue: &Catalogue) -> Vec<String> {
    let Some(actor) = catalogue.gazetteer.get(id) else { return Vec::new() };
    let chosen =
        actor.names.iter().filter(|name| !matches!(name.kind, NameKind::Translation | NameKind::Formal));
    let mut names: Vec<String> = chosen.map(|name| fold(&name.text)).collect();
    names.push(fold(&actor.name));
    // Codes of organisations stand in texts (OIC); those of states do not.
    if actor.kind == ActorKind::Organisation {
        names.push(fold(&actor.id));
    }
    names.retain(|name| !name.is_empty());
    // Names are looked for as whole words.
    names.iter().map(|name| format!(" {name} ")).collect()
}

/// What answers a question, and how sure that is.
pub(super) struct Finding {
    by: &'static str,
    pub(super) lead: Lead,
    /// How well it answers; more is better. Of two that answer as well, the later in [`find`] does.
    score: f64,
    /// The keys of what it rests on, best first.
    ids: Vec<String>,
    /// The places of the statements among those fetched, best first.
    statements: Vec<usize>,
    /// What more was found of the same, each said in a sentence of its own.
    more: Vec<Lead>,
}

impl Finding {
    fn new(by: &'static str, lead: Lead, score: f64, ids: Vec<String>) -> Self {
        Self { by, lead, score, ids, statements: Vec::new(), more: Vec::new() }
    }

    /// The same, and another: two members of one organisation.
    fn and(mut self, other: Self) -> Self {
        self.ids.extend(other.ids);
        self.more.push(other.lead);
        self
    }
}

/// A membership as seen from its member, or from its organisation.
fn belonging(question: &Question<'_>, cited: &CitedMembership, of: &str) -> Belonging {
    Belonging {
        of: question.named(of),
        status: cited.membership.status,
        period: cited.membership.period,
        years: cited.membership.years,
        note: cited.membership.note.clone(),
        sort: None,
        prominence: super::organisations::prominence(&cited.membership.organisation, question.catalogue),
        sources: cited.sources.clone(),
    }
}

/// What was found, before what speaks against it is known.
pub(super) struct Found {
    pub(super) understood: Understood,
    pub(super) leads: Vec<Lead>,
    pub(super) evidence: Vec<CitedStatement>,
    pub(super) ids: Vec<String>,
    pub(super) trace: Trace,
}

/// Finds what answers a question.
pub(super) fn find(question: &Question<'_>, fetched: &Fetched) -> Found {
    let ranked = rank::rank(question, &fetched.statements);
    let considered: Vec<Considered> =
        ranked.iter().take(MOST_CONSIDERED).map(|one| one.considered(&fetched.statements)).collect();
    let findings = [
        memberships::find(question, &fetched.memberships),
        advice::find(question, &fetched.advice),
        observed::find(question, &fetched.rows),
        statements::find(question, &fetched.statements, &ranked),
    ];
    let is_better = |one: &Finding, other: &Finding| one.score.total_cmp(&other.score);
    let best = if let Some(why) = unknown::before(question, &ranked) {
        Err(why)
    } else {
        let best = findings.into_iter().flatten().max_by(is_better);
        best.ok_or_else(|| unknown::why(question, &ranked))
    };
    let mut trace = Trace {
        looked_at: fetched.statements.len(),
        considered,
        threshold: rank::THRESHOLD,
        answered_by: None,
    };
    let take = |places: &[usize]| {
        places.iter().filter_map(|at| fetched.statements.get(*at)).cloned().collect::<Vec<_>>()
    };
    match best {
        Ok(finding) => {
            trace.answered_by = Some(finding.by);
            // A statement that says the same with its day comes before the list that only has the year.
            let said = statements::besides(question, &finding, &fetched.statements, &ranked);
            let evidence = take(if finding.statements.is_empty() { &said } else { &finding.statements });
            let of_statements = evidence.iter().map(|cited| cited.statement.id.clone());
            let mut ids: Vec<String> = of_statements.collect();
            for id in finding.ids {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            let leads = std::iter::once(finding.lead).chain(finding.more).collect();
            Found { understood: question.understood(), leads, evidence, ids, trace }
        }
        Err((why, near)) => {
            let lead = Lead::Unknown { why };
            Found {
                understood: question.understood(),
                leads: vec![lead],
                evidence: take(&near),
                ids: Vec::new(),
                trace,
            }
        }
    }
}

/// The answer, with what speaks against it and what can be asked next.
pub(super) fn answer(
    question: &Question<'_>,
    found: Found,
    against: Vec<CitedEvidence>,
    next: Vec<crate::answer::ask::NextLine>,
) -> AskedPart {
    let dated = |cited: CitedStatement| super::dated(question.catalogue, cited);
    let shown: Vec<String> = found.evidence.iter().map(|cited| cited.statement.id.clone()).collect();
    let mut others: Vec<CitedStatement> = Vec::new();
    for one in against {
        let id = &one.cited.statement.id;
        if !shown.contains(id) && !others.iter().any(|known| known.statement.id == *id) {
            others.push(one.cited);
        }
    }
    AskedPart {
        understood: found.understood,
        leads: found.leads,
        evidence: found.evidence.into_iter().map(dated).collect(),
        against: others.into_iter().map(dated).collect(),
        next,
        ids: found.ids,
        trace: found.trace,
    }
}

//! `/facts`: every statement about a subject, or between a pair.

use std::collections::{HashMap, HashSet};

use super::{actor, area, count, rest};
use crate::answer::{FactLine, Facts};
use crate::knowledge::{Catalogue, CitedStatement, Direction, Kind, LeastGrade};
use crate::store::read::MOST_ROWS;

/// What was asked.
#[derive(Clone, Copy)]
pub(super) struct FactsQuestion<'a> {
    pub(super) subject: &'a str,
    pub(super) partner: Option<&'a str>,
    pub(super) area: Option<&'a str>,
    pub(super) direction: Direction,
    pub(super) kind: Option<Kind>,
    pub(super) grade: Option<LeastGrade>,
}

/// Lists the statements read for it: facts newest first, judgements in the order of the sources. A statement that
/// says another again is not a line of its own: the first names it.
pub(super) fn facts(
    question: &FactsQuestion<'_>,
    recorded: Vec<CitedStatement>,
    catalogue: &Catalogue,
) -> Facts {
    let cut = recorded.len() >= count(MOST_ROWS);
    let recorded: Vec<CitedStatement> = recorded
        .into_iter()
        .filter(|cited| question.partner.is_none() || rest::goes(question.direction, cited, question.subject))
        .filter(|cited| question.kind.is_none_or(|kind| cited.statement.kind == kind))
        .filter(|cited| question.grade.is_none_or(|grade| grade.admits(cited)))
        .collect();
    // Folded into the first only where that is listed too, as a line of its own.
    let firsts: HashSet<String> = recorded
        .iter()
        .filter(|cited| cited.statement.repeats().is_none())
        .map(|cited| cited.statement.id.clone())
        .collect();
    let (repeating, lines): (Vec<_>, Vec<_>) = recorded
        .into_iter()
        .partition(|cited| cited.statement.repeats().is_some_and(|first| firsts.contains(first)));
    let mut repeats: HashMap<String, Vec<String>> = HashMap::new();
    for CitedStatement { statement, .. } in repeating {
        if let Some(first) = statement.repeats() {
            repeats.entry(first.to_owned()).or_default().push(statement.id.clone());
        }
    }
    let mut found = Facts {
        subject: actor(catalogue, question.subject),
        partner: question.partner.map(|id| actor(catalogue, id)),
        area: question.area.map(|id| area(catalogue, id)),
        kind: question.kind,
        grade: question.grade,
        facts: Vec::new(),
        judgements: Vec::new(),
        benefits: Vec::new(),
        framing: Vec::new(),
        areas: Vec::new(),
        organisations: Vec::new(),
        pairs: Vec::new(),
        cut,
    };
    for cited in lines {
        let statement = &cited.statement;
        let list = match statement.kind {
            _ if statement.framing => &mut found.framing,
            Kind::Fact => &mut found.facts,
            Kind::Assessment => &mut found.judgements,
            Kind::Benefit => &mut found.benefits,
        };
        list.push(FactLine {
            area: area(catalogue, &statement.area),
            whose: actor(catalogue, &statement.subject),
            partners: statement.partners.iter().map(|id| actor(catalogue, id)).collect(),
            repeated_as: repeats.remove(&statement.id).unwrap_or_default(),
            cited,
        });
    }
    for list in [&mut found.facts, &mut found.judgements, &mut found.benefits, &mut found.framing] {
        // Stable: what is equal stays in the order of the sources.
        list.sort_by_key(|line| {
            let statement = &line.cited.statement;
            (statement.rank, std::cmp::Reverse(statement.day().map(crate::knowledge::PartialDate::end)))
        });
    }
    found.facts.sort_by_key(|line| {
        let statement = &line.cited.statement;
        let is_deprecated = statement.rank == crate::knowledge::Rank::Deprecated;
        (is_deprecated, std::cmp::Reverse(statement.day().map(crate::knowledge::PartialDate::end)))
    });
    found
}

impl Facts {
    /// Whether nothing is recorded.
    pub(super) fn is_empty(&self) -> bool {
        self.facts.is_empty()
            && self.judgements.is_empty()
            && self.benefits.is_empty()
            && self.framing.is_empty()
    }
}

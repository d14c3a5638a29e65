//! The page of `/compare`: rows are the areas that a source judges, columns are partners.

use std::sync::Arc;

use std::collections::BTreeSet;

use super::observed::{self, Room};
use super::{Composer, cleaned, detail, name, organisations, partner_columns, rest};
use crate::answer::{Comparison, Dated, Named, Verdict};
use crate::knowledge::{CitedStatement, Direction, Kind, Source};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Dispute, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers};

/// Of how few topics the tables may hold something for a first screen to have all that is recorded besides.
const FEW_TOPICS: usize = 1;

/// How many statements stand on the first screen for one partner among several that no source judges.
const FEW_RECORDED: usize = 3;

pub(super) fn page(comparison: &Comparison, draft: Composer) -> Page {
    let subject = cleaned(&comparison.subject);
    let partners: Vec<Named> = comparison.partners.iter().map(cleaned).collect();
    // Judgements are of one side’s policy; facts of both.
    let direction = if comparison.verdicts.is_empty() { Direction::Both } else { Direction::To };
    let as_of = comparison.as_of.map(|(date, _)| date);
    let title = format!(
        "{}{}{}",
        answers::towards(&subject, &partners, direction),
        answers::of_area(comparison.area.as_ref()),
        answers::as_of(as_of)
    );
    let mut draft = draft.titled("compare", title);
    draft.page.is_known = comparison.counts.statements > 0 || !comparison.world.rows.is_empty();
    draft.front(|draft| front(comparison, &subject, &partners, draft));
    sections(comparison, draft)
}

/// The sections of a comparison, which a brief has too.
pub(super) fn sections(comparison: &Comparison, mut draft: Composer) -> Page {
    name_sections(comparison, &mut draft);
    let memberships = comparison.organisations.iter().flat_map(|row| row.cells.iter().flatten());
    let sources: Vec<Arc<Source>> = comparison
        .counts
        .sources
        .iter()
        .cloned()
        .chain(comparison.world.all().map(|one| one.source.clone()))
        .chain(memberships.flat_map(|bond| bond.sources.clone()))
        .collect();
    let about = words::help::about_comparison(&comparison.subject, &comparison.partners);
    let about = if comparison.counts.statements > 0 { about } else { Vec::new() };
    draft.with_sources_and(&sources, about)
}

/// Names the sections between the front and the sources.
pub(super) fn name_sections(comparison: &Comparison, draft: &mut Composer) {
    let counts = &comparison.counts;
    let rest = comparison.rest.as_ref();
    let rest = |draft: &mut Composer, make: &dyn Fn(&mut Composer, &crate::answer::Rest) -> Vec<Block>| {
        rest.map(|rest| make(draft, rest)).unwrap_or_default()
    };
    draft.section(SectionName::Areas, counts.areas, |draft| {
        rest(draft, &|draft, rest| vec![Block::Table(rest::areas(comparison, rest, draft))])
    });
    draft.section(SectionName::Figures, counts.figures, |draft| {
        rest(draft, &|draft, rest| vec![Block::Table(rest::figures(comparison, rest, draft))])
    });
    draft.section(SectionName::Evidence, counts.evidence, |draft| {
        rest(draft, &|draft, rest| rest::evidence(rest, draft))
    });
    draft.section(SectionName::Timeline, counts.dated, |draft| {
        rest(draft, &|draft, rest| {
            vec![Block::Table(rest::timeline(&rest.timeline, Some(&comparison.subject), draft))]
        })
    });
    draft.section(SectionName::World, comparison.world.rows.len(), |draft| {
        observed::facts(&comparison.subject, &comparison.partners, &comparison.world, Room::Section, draft)
    });
    let shared = comparison.organisations.iter().flat_map(|row| row.cells.iter().flatten());
    let mut organisations: Vec<&str> = shared.map(|bond| bond.organisation.id.as_str()).collect();
    organisations.sort_unstable();
    organisations.dedup();
    draft.section(SectionName::Organisations, organisations.len(), |draft| {
        organisations::blocks(
            &comparison.subject,
            &comparison.partners,
            &comparison.organisations,
            comparison.as_of.map(|(date, _)| date),
            draft,
        )
    });
}

fn front(comparison: &Comparison, subject: &Named, partners: &[Named], draft: &mut Composer) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some((date, undatable)) = comparison.as_of {
        blocks.push(Block::Line(Line::small(answers::known_by(date, undatable))));
    }
    let belongings = organisations::belongings(subject, partners, &comparison.organisations);
    if !belongings.is_empty() {
        blocks.push(Block::Line(Line::new(belongings.join(" "))));
    }
    blocks.extend(verdicts(comparison, draft));
    let alone = comparison.verdicts.is_empty() && partners.len() == 1;
    let has_world = comparison.world.rows.len() > FEW_TOPICS;
    for (index, partner) in partners.iter().enumerate() {
        let recorded = comparison.recorded.get(index).map_or(&[][..], Vec::as_slice);
        let is_judged =
            comparison.verdicts.iter().any(|row| row.cells.get(index).is_some_and(Option::is_some));
        if !recorded.is_empty() {
            // Beside what the tables hold, a few show what it is about.
            let most = if alone && !has_world { recorded.len() } else { FEW_RECORDED };
            let heading = answers::not_judged(subject, partner, alone);
            blocks.push(Block::Line(Line::new(heading)));
            blocks
                .push(Block::Table(draft.dated_list(recorded.iter().take(most), Some(&comparison.subject))));
        } else if !is_judged && comparison.world.has(index) {
            if alone {
                blocks.push(Block::Line(Line::new(answers::only_tables())));
            }
        } else if !is_judged {
            let as_of = answers::as_of(comparison.as_of.map(|(date, _)| date));
            let within = format!("{}{as_of}", answers::within(comparison.area.as_ref()));
            let sentence = if !belongings.is_empty() {
                answers::no_statement_between(subject, partner, &within)
            } else if alone && !comparison.world.not_in.is_empty() {
                answers::nothing_recorded_between(subject, partner, &within)
            } else {
                answers::nothing_between(subject, partner, &within)
            };
            blocks.push(Block::Line(Line::new(sentence)));
        }
    }
    if comparison.verdicts.is_empty() {
        let room = if comparison.recorded.iter().any(|recorded| !recorded.is_empty()) {
            Room::Rest
        } else {
            Room::Screen
        };
        blocks.extend(observed::facts(&comparison.subject, partners, &comparison.world, room, draft));
    }
    blocks.extend(
        organisations::both_in(partners, &comparison.organisations).map(|text| Block::Line(Line::new(text))),
    );
    notes(comparison, subject, &mut blocks);
    blocks
}

/// What else a reader must know.
pub(super) fn notes(comparison: &Comparison, subject: &Named, blocks: &mut Vec<Block>) {
    let mut note = |text: String| blocks.push(Block::Line(Line::small(clean(&text))));
    comparison.lifetimes.iter().filter_map(answers::lifetime).for_each(&mut note);
    for (partner, many) in &comparison.benefits {
        note(answers::benefits_apart(subject, partner, *many));
    }
    if !comparison.repeated.is_empty() {
        note(answers::shown_once(&comparison.repeated.iter().map(name).collect::<Vec<_>>()));
    }
}

/// The areas that a source judges: each judgement as written and, under it, the newest fact that bears on it.
pub(super) fn verdicts(comparison: &Comparison, draft: &mut Composer) -> Vec<Block> {
    let all = || comparison.verdicts.iter().flat_map(|row| row.cells.iter().flatten());
    if all().next().is_none() {
        return Vec::new();
    }
    let any_disputed = all().any(|verdict| verdict.disputed);
    let any_claims = all().any(|verdict| verdict.cited.statement.kind == Kind::Fact);
    let common = draft.common(all().map(|verdict| (&verdict.cited.source, verdict.cited.grade())));
    let (text, cites) = if let Some((source, grade)) = &common {
        (answers::judged_by(&clean(&source.text), grade, any_claims), source.cites.clone())
    } else {
        let sources: BTreeSet<&str> = all().map(|verdict| verdict.cited.source.id.as_str()).collect();
        (answers::judged_by_several(sources.len(), any_claims), Vec::new())
    };
    let head = Line { cites, legend: any_disputed, ..Line::small(text) };
    let rows = comparison
        .verdicts
        .iter()
        .map(|row| {
            let cell = |cell: &Option<Verdict>, draft: &mut Composer| match cell {
                Some(verdict) => verdict_cell(verdict, common.is_some(), draft),
                None => Cell::nothing(),
            };
            let mut cells = vec![Cell::name(clean(&row.label))];
            cells.extend(row.cells.iter().map(|one| cell(one, draft)));
            cells
        })
        .collect();
    let columns = partner_columns("", &comparison.partners);
    vec![Block::Line(head), Block::Table(Table { columns, head: true, rows })]
}

/// Whether facts speak against a judgement.
pub(super) fn dispute(verdict: &Verdict) -> Dispute {
    if verdict.disputed { Dispute::Disputed } else { Dispute::None }
}

fn verdict_cell(verdict: &Verdict, is_common: bool, draft: &mut Composer) -> Cell {
    let CitedStatement { statement, source, .. } = &verdict.cited;
    let content = Content::Statement {
        date: statement.period.brief(),
        text: clean(&statement.text).trim_end_matches('.').to_owned(),
        level: statement.level,
        trend: statement.trend,
        dispute: dispute(verdict),
    };
    // Where the source is said once above, the detail alone names it.
    let key = draft.cite(source);
    let cites = if is_common { Vec::new() } else { vec![key] };
    let judgement = Entry { content, cites, under: false, detail: Some(Box::new(detail(&verdict.cited))) };
    let mut cell = Cell::of(judgement);
    if let Some((_, Dated { cited, .. })) = &verdict.fact {
        let mut fact = Entry { under: true, ..draft.short(cited) };
        if let (Content::Statement { dispute, .. }, true) = (&mut fact.content, verdict.disputed) {
            *dispute = Dispute::Disputes;
        }
        cell.entries.push(fact);
    }
    cell
}

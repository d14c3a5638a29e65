//! The page of `/recommend`: policy focus, recommended action, impact.

use super::{Composer, cleaned, table};
use crate::answer::{Advice, AdviceLine};
use crate::knowledge::{Part, Voice};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Detail, Dispute, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers};

pub(super) fn page(advice: &Advice, draft: Composer) -> Page {
    let subject = cleaned(&advice.subject);
    let title = format!("{}{}", words::help::advice_title(&subject), answers::of_area(advice.focus.as_ref()));
    let mut draft = draft.titled("recommend", title);
    let (shown, others) = if advice.tabulated.is_empty() {
        (&advice.others, &advice.tabulated)
    } else {
        (&advice.tabulated, &advice.others)
    };
    draft.front(|draft| {
        if shown.is_empty() {
            let areas: Vec<String> = advice.areas.iter().map(super::name).collect();
            let within = answers::within(advice.focus.as_ref());
            return vec![Block::Line(Line::new(words::help::no_advice(&subject, &within, &areas)))];
        }
        lines(shown, draft)
    });
    draft.section(SectionName::Advice, others.len(), |draft| lines(others, draft));
    let sources: Vec<_> =
        advice.tabulated.iter().chain(&advice.others).map(|line| line.source.clone()).collect();
    draft.with_sources(&sources)
}

/// Recommendations with the source that all of them have said once.
fn lines(lines: &[AdviceLine], draft: &mut Composer) -> Vec<Block> {
    let common = draft.common(lines.iter().map(|line| (&line.source, grade(line))));
    let whose = common.as_ref().map(|(source, grade)| (clean(&source.text), grade.clone()));
    let whose = whose.as_ref().map(|(source, grade)| (source.as_str(), grade.as_str()));
    let head = answers::whose_advice(whose);
    let cites = common.map_or(Vec::new(), |(source, _)| source.cites);
    let is_common = !cites.is_empty();
    let after = answers::NOT_OURS.to_owned();
    vec![Block::Line(Line { cites, after, ..Line::small(head) }), Block::Table(rows(lines, is_common, draft))]
}

/// The grade of the Admiralty Code of a recommendation.
fn grade(line: &AdviceLine) -> String {
    format!("{}{}", line.source.reliability, line.recommendation.credibility.digit())
}

/// Recommendations a row each: focus, actions, impacts.
pub(super) fn rows(lines: &[AdviceLine], is_common: bool, draft: &mut Composer) -> Table {
    let row = |line: &AdviceLine, draft: &mut Composer| {
        let key = draft.cite(&line.source);
        let cites = if is_common { Vec::new() } else { vec![key] };
        let cell = |parts: &[Part], voice| Cell {
            entries: parts.iter().map(|part| entry(part, voice, line, &cites, parts.len() > 1)).collect(),
        };
        vec![
            Cell::name(clean(&line.focus)),
            cell(&line.recommendation.actions, Voice::Advice),
            cell(&line.recommendation.impacts, Voice::Assessment),
        ]
    };
    table(
        &["Policy Focus", "Recommended Action", "Impact"],
        lines.iter().map(|line| row(line, draft)).collect(),
    )
}

fn entry(part: &Part, voice: Voice, line: &AdviceLine, cites: &[String], is_one_of_many: bool) -> Entry {
    let text = clean(&part.text);
    let text = text.trim_end_matches('.');
    let detail = Detail {
        id: part.id.clone(),
        source: line.source.id.clone(),
        voice,
        text: text.to_owned(),
        level: None,
        trend: None,
        date: "undated".to_owned(),
        ended: None,
        grade: grade(line),
        figure: None,
        supports: Vec::new(),
        disputes: Vec::new(),
        at_odds: Vec::new(),
    };
    let text = if is_one_of_many { format!("• {text}") } else { text.to_owned() };
    let content = Content::Statement { date: None, text, level: None, trend: None, dispute: Dispute::None };
    Entry { content, cites: cites.to_vec(), under: false, detail: Some(Box::new(detail)) }
}

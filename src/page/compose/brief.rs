//! The page of `/brief`: what to take to a meeting, on one screen. The whole of it goes along as a file, too.

use super::observed::Room;
use super::{Composer, benefits, cleaned, compare, observed, organisations, recommend};
use crate::answer::Named;
use crate::answer::world::Brief;
use crate::knowledge::{CitedStatement, Direction};
use crate::page::text::clean;
use crate::page::{Block, Cell, Column, Content, Entry, FileForm, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers};

/// How many figures the first screen has.
const MOST_FIGURES: usize = 3;

pub(super) fn page(brief: &Brief, draft: Composer) -> Page {
    let comparison = &brief.comparison;
    let subject = cleaned(&comparison.subject);
    let partners: Vec<Named> = comparison.partners.iter().map(cleaned).collect();
    let both = answers::towards(&subject, &partners, Direction::Both);
    let mut draft = draft.titled("brief", words::help::brief_title(&both, brief.day));
    draft.page.along = &[FileForm::Markdown, FileForm::Html];
    draft.front(|draft| front(brief, &subject, &partners, draft));
    draft.section(SectionName::Judgements, comparison.verdicts.len(), |draft| {
        compare::verdicts(comparison, draft)
    });
    let benefits = brief.benefits.tabulated.iter().chain(&brief.benefits.others);
    let benefits: Vec<_> = benefits.cloned().collect();
    draft.section(SectionName::Benefits, benefits.len(), |draft| {
        vec![
            Block::Line(Line {
                after: answers::EXPECTED.to_owned(),
                ..Line::small(answers::whose_benefits(None))
            }),
            Block::Table(benefits::rows(&benefits, &subject.name, false, draft)),
        ]
    });
    let advice = brief.advice.tabulated.iter().chain(&brief.advice.others);
    let advice: Vec<_> = advice.cloned().collect();
    draft.section(SectionName::Advice, advice.len(), |draft| {
        vec![
            Block::Line(Line {
                after: answers::NOT_OURS.to_owned(),
                ..Line::small(answers::whose_advice(None))
            }),
            Block::Table(recommend::rows(&advice, false, draft)),
        ]
    });
    compare::sections(comparison, draft)
}

/// A row for each thing that a meeting turns on.
fn front(brief: &Brief, subject: &Named, partners: &[Named], draft: &mut Composer) -> Vec<Block> {
    let comparison = &brief.comparison;
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    let mut row = |label: &str, entries: Vec<Entry>| {
        if !entries.is_empty() {
            rows.push(vec![Cell::name(label), Cell { entries }]);
        }
    };
    let newest = brief.newest.iter().map(|one| {
        let mut entry = draft.short(&one.cited);
        if let Content::Statement { text, .. } = &mut entry.content {
            let arrow = if one.whose.id == comparison.subject.id { "→" } else { "←" };
            *text = format!("{arrow}\u{A0}{text}");
        }
        entry
    });
    row(words::help::LATELY, newest.collect());
    let judged = comparison.verdicts.iter().filter_map(|row| Some((row, row.cells.first()?.as_ref()?)));
    let judged = judged.map(|(row, verdict)| {
        let CitedStatement { statement, source, .. } = &verdict.cited;
        let text = clean(&statement.text);
        let content = Content::Statement {
            date: None,
            text: format!("{}: {}", clean(&row.label), text.trim_end_matches('.')),
            level: statement.level,
            trend: statement.trend,
            dispute: compare::dispute(verdict),
        };
        let cites = vec![draft.cite(source)];
        Entry { cites, ..Entry::new(content) }
    });
    row(words::help::JUDGED, judged.collect());
    let figures = brief.figures.iter().take(MOST_FIGURES);
    let figures = figures.map(|one| Entry { detail: None, ..draft.short(&one.cited) });
    row(words::help::FIGURES, figures.collect());
    let labels = |labels: Vec<String>, cites: Vec<String>| {
        (!labels.is_empty()).then(|| Entry { cites, ..Entry::new(Content::Text(labels.join(" · "))) })
    };
    let tabulated = &brief.benefits.tabulated;
    let cites = draft.cite_each(tabulated.iter().map(|line| &line.cited.source));
    let gains = tabulated.iter().map(|line| clean(&line.label)).collect();
    row(words::help::GAINS, labels(gains, cites).into_iter().collect());
    let advice = &brief.advice.tabulated;
    let cites = draft.cite_each(advice.iter().map(|line| &line.source));
    let foci = advice.iter().map(|line| clean(&line.focus)).collect();
    row(words::help::ADVICE, labels(foci, cites).into_iter().collect());
    let mut blocks = Vec::new();
    if rows.is_empty() && !comparison.world.rows.is_empty() {
        blocks.push(Block::Line(Line::new(answers::only_tables())));
        let (subject, partners) = (&comparison.subject, &comparison.partners);
        blocks.extend(observed::facts(subject, partners, &comparison.world, Room::Screen, draft));
    } else if rows.is_empty() {
        let nothing = partners.first().map(|partner| answers::nothing_between(subject, partner, ""));
        blocks.extend(nothing.map(|text| Block::Line(Line::new(text))));
    } else {
        let columns = vec![Column::named(words::help::TOPIC), Column::named(words::help::KNOWN)];
        blocks.push(Block::Table(Table { columns, head: false, rows }));
    }
    let both = organisations::both_in(partners, &comparison.organisations);
    blocks.extend(both.map(|text| Block::Line(Line::new(text))));
    compare::notes(comparison, subject, &mut blocks);
    blocks
}

//! The page of `/benefits`.

use super::{Composer, cleaned, detail, table};
use crate::answer::{BenefitLine, Benefits};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Dispute, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers};

pub(super) fn page(benefits: &Benefits, draft: Composer) -> Page {
    let (subject, partner) = (cleaned(&benefits.subject), cleaned(&benefits.partner));
    let title = words::help::benefits_title(&subject, &partner);
    let mut draft = draft.titled("benefits", title);
    // Where no source sums them up, all of them are what there is.
    let (shown, others) = if benefits.tabulated.is_empty() {
        (&benefits.others, &benefits.tabulated)
    } else {
        (&benefits.tabulated, &benefits.others)
    };
    draft.front(|draft| {
        let mut blocks = Vec::new();
        if shown.is_empty() {
            blocks.push(Block::Line(Line::new(words::help::no_benefits(&subject, &partner))));
        } else {
            blocks.extend(lines(shown, &benefits.subject.name, draft));
        }
        if benefits.reverse > 0 {
            let text = words::help::benefits_reversed(&subject, &partner, benefits.reverse);
            blocks.push(Block::Line(Line::small(text)));
        }
        blocks
    });
    draft.section(SectionName::Benefits, others.len(), |draft| lines(others, &benefits.subject.name, draft));
    let sources: Vec<_> =
        benefits.tabulated.iter().chain(&benefits.others).map(|line| line.cited.source.clone()).collect();
    draft.with_sources(&sources)
}

/// Benefits with the source that all of them have said once.
fn lines(lines: &[BenefitLine], subject: &str, draft: &mut Composer) -> Vec<Block> {
    let common = draft.common(lines.iter().map(|line| (&line.cited.source, line.cited.grade())));
    let whose = common.as_ref().map(|(source, grade)| (clean(&source.text), grade.clone()));
    let head =
        answers::whose_benefits(whose.as_ref().map(|(source, grade)| (source.as_str(), grade.as_str())));
    let cites = common.map_or(Vec::new(), |(source, _)| source.cites);
    let is_common = !cites.is_empty();
    vec![
        Block::Line(Line { cites, after: answers::EXPECTED.to_owned(), ..Line::small(head) }),
        Block::Table(rows(lines, subject, is_common, draft)),
    ]
}

/// Benefits by strategic area, as the source writes it.
pub(super) fn rows(lines: &[BenefitLine], subject: &str, is_common: bool, draft: &mut Composer) -> Table {
    let row = |line: &BenefitLine, draft: &mut Composer| {
        let statement = &line.cited.statement;
        let content = Content::Statement {
            date: statement.period.brief(),
            text: clean(&statement.text).trim_end_matches('.').to_owned(),
            level: statement.level,
            trend: statement.trend,
            dispute: Dispute::None,
        };
        let key = draft.cite(&line.cited.source);
        let cites = if is_common { Vec::new() } else { vec![key] };
        let detail = Some(Box::new(detail(&line.cited)));
        vec![Cell::name(clean(&line.label)), Cell::of(Entry { content, cites, under: false, detail })]
    };
    let columns = ["Strategic Area", &format!("Benefit to {}", clean(subject))];
    table(&columns, lines.iter().map(|line| row(line, draft)).collect())
}

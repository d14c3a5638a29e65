//! The pages of `/facts` and `/timeline`: statements, newest first.

use super::{Composer, cleaned, list, name, organisations, rest};
use crate::answer::world::Timeline;
use crate::answer::{Dated, FactLine, Facts, Named, PairLine};
use crate::knowledge::{Direction, Rank};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers};

/// How many lines the first screen has.
const MOST_LINES: usize = 10;

pub(super) fn page(facts: &Facts, draft: Composer) -> Page {
    let subject = cleaned(&facts.subject);
    let about = match &facts.partner {
        Some(partner) => answers::towards(&subject, &[cleaned(partner)], Direction::Both),
        None => subject.name.clone(),
    };
    let narrowed = answers::narrowed(facts.kind, facts.grade);
    let title = format!("{about}{}{narrowed}", answers::of_area(facts.area.as_ref()));
    let mut draft = draft.titled("facts", title);
    draft.front(|draft| front(facts, &subject, draft));
    for (section, lines) in [
        (SectionName::Facts, &facts.facts),
        (SectionName::Judgements, &facts.judgements),
        (SectionName::Benefits, &facts.benefits),
        (SectionName::Framing, &facts.framing),
    ] {
        draft.section(section, lines.len(), |draft| vec![Block::Table(all(lines, facts, draft))]);
    }
    let lines = [&facts.facts, &facts.judgements, &facts.benefits, &facts.framing];
    let sources: Vec<_> = lines.into_iter().flatten().map(|line| line.cited.source.clone()).collect();
    draft.with_sources(&sources)
}

fn front(facts: &Facts, subject: &Named, draft: &mut Composer) -> Vec<Block> {
    let mut blocks = Vec::new();
    let is_shown = |line: &&FactLine| line.cited.statement.rank != Rank::Deprecated;
    let dated: Vec<&FactLine> = facts.facts.iter().filter(is_shown).take(MOST_LINES).collect();
    let room = MOST_LINES.saturating_sub(dated.len());
    if !dated.is_empty() {
        let rows = dated.iter().map(|line| short_row(line, facts, draft)).collect();
        blocks.push(Block::Table(list(rows)));
    }
    for (section, lines) in
        [(SectionName::Judgements, &facts.judgements), (SectionName::Benefits, &facts.benefits)]
    {
        let shown: Vec<&FactLine> = lines.iter().filter(is_shown).take(room / 2).collect();
        if !shown.is_empty() {
            blocks.push(Block::Heading(words::sections::title(section).to_owned()));
            let rows = shown.iter().map(|line| short_row(line, facts, draft)).collect();
            blocks.push(Block::Table(list(rows)));
        }
    }
    let mut line = |text: String| blocks.push(Block::Line(Line::new(clean(&text))));
    let nothing = facts.facts.is_empty()
        && facts.judgements.is_empty()
        && facts.benefits.is_empty()
        && facts.framing.is_empty();
    if nothing {
        let narrowed = answers::narrowed(facts.kind, facts.grade);
        let within = format!("{}{}", answers::within(facts.area.as_ref()), narrowed.replace(" · ", ", "));
        line(match &facts.partner {
            Some(partner) => answers::no_statement_but_tables(subject, &cleaned(partner), &within),
            None => answers::nothing_about(subject, &within),
        });
        if !facts.areas.is_empty() {
            line(answers::elsewhere(&facts.areas.iter().map(cleaned).collect::<Vec<_>>()));
        }
        if !facts.pairs.is_empty() {
            let pair = |pair: &PairLine| {
                let ask = format!("/facts {} {}", pair.subject.id, pair.partner.id);
                (name(&pair.subject), pair.statements, ask)
            };
            line(answers::spoken_of(&facts.pairs.iter().map(pair).collect::<Vec<_>>()));
        }
        if let Some(partner) = &facts.partner
            && let Some(text) = organisations::both_in(&[cleaned(partner)], &facts.organisations)
        {
            line(text);
        }
    }
    if let Some(text) = answers::newest_of(dated.len(), facts.facts.len()).filter(|_| !dated.is_empty()) {
        blocks.push(Block::Line(Line::small(text)));
    }
    if facts.cut {
        blocks.push(Block::Line(Line::small(words::help::MORE_THAN_ONE_ANSWER)));
    }
    blocks
}

/// A statement as a dated one, with whose it is.
fn dated(line: &FactLine) -> Dated {
    Dated { whose: line.whose.clone(), cited: line.cited.clone() }
}

fn short_row(line: &FactLine, facts: &Facts, draft: &mut Composer) -> Vec<Cell> {
    draft.dated_row(&dated(line), facts.partner.as_ref().map(|_| &facts.subject))
}

/// Every line of a section in full.
fn all(lines: &[FactLine], facts: &Facts, draft: &mut Composer) -> Table {
    let row = |line: &FactLine, draft: &mut Composer| {
        let mut cells = draft.full_row(&dated(line), facts.partner.as_ref().map(|_| &facts.subject));
        let others: Vec<String> = line.partners.iter().map(name).collect();
        let mut aside = vec![name(&line.area)];
        if facts.partner.is_none() && !others.is_empty() {
            aside.push(words::and_list(&others));
        }
        if line.cited.statement.rank == Rank::Deprecated {
            aside.push(words::help::DEPRECATED.to_owned());
        }
        if let Some(cell) = cells.last_mut() {
            cell.entries.insert(1, Entry { under: true, ..Entry::new(Content::Text(aside.join(" · "))) });
        }
        cells
    };
    list(lines.iter().map(|line| row(line, draft)).collect())
}

pub(super) fn timeline(timeline: &Timeline, draft: Composer) -> Page {
    let (first, second) = (cleaned(&timeline.first), cleaned(&timeline.second));
    let period = answers::during(&timeline.period);
    let title =
        format!("{}{period}", answers::towards(&first, std::slice::from_ref(&second), Direction::Both));
    let mut draft = draft.titled("timeline", title);
    draft.front(|draft| {
        let shown = timeline.facts.iter().take(MOST_LINES);
        let mut blocks = Vec::new();
        if timeline.facts.is_empty() {
            blocks.push(Block::Line(Line::new(answers::no_statement_but_tables(&first, &second, &period))));
        } else {
            blocks.push(Block::Table(draft.dated_list(shown, Some(&timeline.first))));
        }
        let count = timeline.facts.len();
        let newest = answers::newest_of(count.min(MOST_LINES), count);
        blocks.extend(newest.map(|text| Block::Line(Line::small(text))));
        if timeline.cut {
            blocks.push(Block::Line(Line::small(words::help::MORE_THAN_ONE_ANSWER)));
        }
        blocks
    });
    draft.section(SectionName::Timeline, timeline.facts.len(), |draft| {
        vec![Block::Table(rest::timeline(&timeline.facts, Some(&timeline.first), draft))]
    });
    let sources: Vec<_> = timeline.facts.iter().map(|one| one.cited.source.clone()).collect();
    draft.with_sources(&sources)
}

//! What tables about the world hold, laid out: between two, of one state, by a figure.

use super::{Composer, cleaned, name, partner_columns, table};
use crate::answer::observed::{Neighbours, Observed, Ranking, StateFacts, Topic, WorldFacts, WorldRow};
use crate::answer::{Named, ask};
use crate::knowledge::{Bearing, Measure};
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, figures, tables};

/// How much room there is for what tables hold of two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A section of their own.
    Section,
    /// A first screen that has nothing else.
    Screen,
    /// What statements leave of a first screen.
    Rest,
}

impl Room {
    /// How many lines of one topic there are.
    fn lines(self) -> usize {
        match self {
            Self::Section => usize::MAX,
            Self::Screen => 2,
            Self::Rest => 1,
        }
    }
}

/// How many neighbours or partners in trade the first screen of a profile names.
const MOST_NAMED: usize = 6;
/// How many states the first screen of a ranking has.
const MOST_RANKED: usize = 20;

/// A row a topic, a column a partner; nothing where the tables hold nothing.
pub(super) fn facts(
    subject: &Named,
    partners: &[Named],
    facts: &WorldFacts,
    room: Room,
    draft: &mut Composer,
) -> Vec<Block> {
    let subject = cleaned(subject);
    let row = |row: &WorldRow, draft: &mut Composer| {
        let mut cells = vec![Cell::name(figures::topic(row.topic))];
        cells.extend(row.cells.iter().map(|cell| topic_cell(row.topic, &subject, cell, room, draft)));
        cells
    };
    let rows: Vec<Vec<Cell>> = facts.rows.iter().map(|one| row(one, draft)).collect();
    // Of one partner, whose column it is stands in the title.
    let head = partners.len() > 1;
    let table = || Block::Table(Table { columns: partner_columns("", partners), head, rows });
    let mut blocks: Vec<Block> = (!facts.rows.is_empty()).then(table).into_iter().collect();
    let has_room = room == Room::Section || room == Room::Screen && !head;
    if has_room && !facts.not_in.is_empty() {
        blocks.push(Block::Line(Line::small(figures::not_in(&facts.not_in))));
    }
    blocks
}

/// What is observed of one topic with one partner: on a first screen a few lines, in the section all.
fn topic_cell(topic: Topic, subject: &Named, cell: &[Observed], room: Room, draft: &mut Composer) -> Cell {
    let replaced = |one: &Observed| one.said.iter().any(|(bearing, _)| *bearing == Bearing::Supersedes);
    let standing: Vec<Observed> = cell.iter().filter(|one| !replaced(one)).cloned().collect();
    let mut lines: Vec<String> =
        figures::lines(topic, subject, &standing).iter().map(|line| clean(line)).collect();
    words::answers::cut_lines(&mut lines, room.lines());
    let cites = draft.cite_each(cell.iter().map(|one| &one.source));
    let last = lines.len().saturating_sub(1);
    let entry = |(index, line): (usize, String)| Entry {
        cites: if index == last { cites.clone() } else { Vec::new() },
        ..Entry::new(Content::Text(line))
    };
    let mut entries: Vec<Entry> = lines.into_iter().enumerate().map(entry).collect();
    entries.extend(cell.iter().flat_map(|one| said(one, draft)));
    Cell { entries }
}

/// What statements say of a row, below it.
fn said(one: &Observed, draft: &mut Composer) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (bearing, statement) in &one.said {
        let mut entry = Entry { under: *bearing != Bearing::Supersedes, ..draft.short(&statement.cited) };
        if let Content::Statement { text, .. } = &mut entry.content {
            *text = format!("{}{text}", figures::said_of(*bearing));
        }
        entries.push(entry);
    }
    entries
}

/// What statements say of a row that stands in a line of its own.
pub(super) fn said_below(one: &Observed, draft: &mut Composer) -> Option<Block> {
    let rows: Vec<Vec<Cell>> = said(one, draft).into_iter().map(|entry| vec![Cell::of(entry)]).collect();
    (!rows.is_empty()).then(|| Block::Table(super::list(rows)))
}

/// The first lines of a state’s profile: its figures, its neighbours, its main partners in trade.
pub(super) fn profile(id: &str, facts: &StateFacts, draft: &mut Composer) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut add = |draft: &mut Composer, text: String, of: &[&Observed]| {
        if text.is_empty() {
            return;
        }
        let cites = draft.cite_each(of.iter().map(|one| &one.source));
        blocks.push(Block::Line(Line { cites, ..Line::new(clean(&text)) }));
    };
    let is_told = |one: &&Observed| figures::OF_STATE.contains(&one.observation.measure);
    let own: Vec<&Observed> = facts.own.iter().filter(is_told).collect();
    add(draft, figures::of_state(&own), &own);
    let borders: Vec<&Observed> = facts.borders.iter().collect();
    let neighbour = |one: &Observed| match &one.other {
        Some(other) if one.subject.id == id => other.name.clone(),
        _ => one.subject.name.clone(),
    };
    let named = |one: &&Observed| (neighbour(one), one.observation.value.unwrap_or_default());
    add(draft, figures::borders(&borders.iter().map(named).collect::<Vec<_>>(), MOST_NAMED), &borders);
    let partners = |list: &[Observed]| -> Vec<(String, f64)> {
        let other = |one: &Observed| one.other.as_ref().map_or(String::new(), |other| other.name.clone());
        list.iter().map(|one| (other(one), one.observation.value.unwrap_or_default())).collect()
    };
    let trade: Vec<&Observed> = facts.sells_to.iter().chain(&facts.buys_from).collect();
    let year = trade.first().and_then(|one| one.observation.period.from);
    add(draft, figures::main_trade(&partners(&facts.sells_to), &partners(&facts.buys_from), year), &trade);
    blocks
}

/// Every figure of a state as it was given, with its year, grade and source.
pub(super) fn state_figures(facts: &StateFacts, draft: &mut Composer) -> Vec<Block> {
    let rows = facts.own.iter().map(|one| {
        let row = &one.observation;
        let text = match (row.value, &row.text) {
            (Some(value), _) => figures::figure(row.measure, value, false),
            (None, text) => text.clone().unwrap_or_default(),
        };
        let cites = vec![draft.cite(&one.source)];
        let year = row.period.from.map_or_else(Cell::nothing, |year| Cell::text(year.to_string()));
        let mut what = Cell::of(Entry { cites, ..Entry::new(Content::Text(clean(&text))) });
        what.entries.extend(said(one, draft));
        vec![Cell::name(figures::measure(row.measure)), what, year, Cell::text(one.grade.clone())]
    });
    vec![Block::Table(table(&["", "Figure", "Year", "Grade"], rows.collect()))]
}

pub(super) fn neighbours(found: &Neighbours, draft: Composer) -> Page {
    let actor = cleaned(&found.actor);
    let mut draft = draft.titled("neighbours", figures::neighbours_title(&actor));
    draft.page.is_known = !found.borders.is_empty();
    draft.front(|draft| {
        if found.borders.is_empty() {
            return vec![Block::Line(Line::new(figures::no_border(&actor)))];
        }
        let row = |one: &Observed, draft: &mut Composer| {
            let other = match &one.other {
                Some(other) if one.subject.id == actor.id => other,
                _ => &one.subject,
            };
            let km = figures::exact(one.observation.value.unwrap_or_default());
            let cites = vec![draft.cite(&one.source)];
            let mut cell = Cell::of(Entry { cites, ..Entry::new(Content::Text(format!("{km} km"))) });
            if let Some(note) = &one.observation.note {
                cell = cell.with_under(clean(note));
            }
            cell.entries.extend(said(one, draft));
            vec![Cell::name(name(other)), cell]
        };
        let rows = found.borders.iter().map(|one| row(one, draft)).collect();
        vec![Block::Table(table(&["Neighbour", "Border"], rows))]
    });
    limits(found.limits.as_deref(), &mut draft);
    let sources: Vec<_> = found.borders.iter().map(|one| one.source.clone()).collect();
    draft.with_sources(&sources)
}

/// What a table does not hold, at the end of the first screen.
fn limits(text: Option<&str>, draft: &mut Composer) {
    if let (Some(text), true) = (text, draft.page.opened.has_front()) {
        draft.page.front.push(Block::Line(Line::small(clean(text))));
    }
}

pub(super) fn ranking(found: &Ranking, draft: Composer) -> Page {
    let among = found.among.as_ref().map(cleaned);
    let mut draft = draft.titled("rank", figures::ranking_title(found.measure, among.as_ref()));
    draft.page.is_known = !found.rows.is_empty();
    draft.front(|draft| {
        if found.rows.is_empty() {
            return vec![Block::Line(Line::new(figures::nothing_ranked(found.measure, among.as_ref())))];
        }
        let mut blocks = vec![Block::Table(ranked(found, MOST_RANKED, draft))];
        let shown = found.rows.len().min(MOST_RANKED);
        blocks
            .extend(words::help::some_of(shown, found.rows.len()).map(|text| Block::Line(Line::small(text))));
        if !found.missing.is_empty() {
            let mut names: Vec<String> = found.missing.iter().map(name).collect();
            words::answers::cut_list(&mut names, MOST_NAMED);
            blocks.push(Block::Line(Line::small(figures::not_ranked(&names))));
        }
        blocks
    });
    limits(found.limits.as_deref().map(figures::first_sentence).as_deref(), &mut draft);
    draft.section(SectionName::Figures, found.rows.len(), |draft| {
        vec![Block::Table(ranked(found, usize::MAX, draft))]
    });
    let sources: Vec<_> = found.rows.iter().map(|one| one.source.clone()).collect();
    draft.with_sources(&sources)
}

fn ranked(found: &Ranking, most: usize, draft: &mut Composer) -> Table {
    // Where all are of one year, it stands in the head.
    let years = |one: &Observed| one.observation.period.from;
    let has_years = found.rows.iter().any(|one| years(one).is_some());
    let row = |(place, one): (usize, &Observed), draft: &mut Composer| {
        let is_rounded = !matches!(found.measure, Measure::Area);
        let text = figures::figure(found.measure, one.observation.value.unwrap_or_default(), is_rounded);
        let cites = vec![draft.cite(&one.source)];
        let mut cell = Cell::of(Entry { cites, ..Entry::new(Content::Text(text)) });
        cell.entries.extend(said(one, draft));
        let mut cells = vec![Cell::text(format!("{}", place + 1)), Cell::name(name(&one.subject)), cell];
        if has_years {
            cells.push(years(one).map_or_else(Cell::nothing, |year| Cell::text(year.to_string())));
        }
        cells
    };
    let rows = found.rows.iter().take(most).enumerate().map(|one| row(one, draft)).collect();
    let columns: &[&str] =
        if has_years { &["", "State", "Figure", "Year"] } else { &["", "State", "Figure"] };
    table(columns, rows)
}

/// The sentences of what a table answers.
pub(super) fn sentences(table: &ask::Table, draft: &mut Composer) -> Vec<Block> {
    let line = |text: String, cites: Vec<String>| Block::Line(Line { cites, ..Line::new(clean(&text)) });
    let cite = |draft: &mut Composer, rows: &[Observed]| draft.cite_each(rows.iter().map(|one| &one.source));
    let several = |mut lines: Vec<String>, cites: Vec<String>| {
        words::answers::cut_list(&mut lines, MOST_NAMED);
        let last = lines.len().saturating_sub(1);
        let of = |(index, text): (usize, String)| {
            line(text, if index == last { cites.clone() } else { Vec::new() })
        };
        lines.into_iter().enumerate().map(of).collect()
    };
    match table {
        ask::Table::Between { topic, subject, other, cell, is_yes_no } => {
            let cites = cite(draft, cell);
            several(tables::between(*topic, subject, other, cell, *is_yes_no), cites)
        }
        ask::Table::WithAnybody { topic, actor, with } => {
            let cites = cite(draft, with);
            several(tables::with_anybody(*topic, actor, with), cites)
        }
        ask::Table::Neighbours { actor, neighbours, source } => {
            let cites = vec![draft.cite(source)];
            vec![line(tables::neighbours(actor, neighbours), cites)]
        }
        ask::Table::Partners { actor, sells_to, buys_from } => {
            let cites = cite(draft, sells_to.get(..1).or(buys_from.get(..1)).unwrap_or_default());
            vec![line(tables::partners(actor, sells_to, buys_from), cites)]
        }
        ask::Table::Figure { actor, one } => {
            let cites = vec![draft.cite(&one.source)];
            vec![line(tables::one(actor, one), cites)]
        }
        ask::Table::Ranking { ranking, is_least, to } => {
            let cites = cite(draft, ranking.rows.get(..1).unwrap_or_default());
            vec![line(tables::first_of(ranking, *is_least, to.as_ref()), cites)]
        }
        ask::Table::NotListed { kind, as_of, actors, source } => {
            let cites = vec![draft.cite(source)];
            vec![line(tables::not_listed(*kind, *as_of, actors), cites)]
        }
    }
}

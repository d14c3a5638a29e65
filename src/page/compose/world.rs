//! The pages about the world: profiles, what is shared, relations.

use std::sync::Arc;

use super::{Composer, cleaned, list, name, observed, organisations, table};
use crate::answer::Named;
use crate::answer::observed::Observed;
use crate::answer::world::{Belonging, NameFact, Profile, Relation, Relations, Shared};
use crate::knowledge::item::TELLING;
use crate::knowledge::{BodySort, MembershipStatus, Source, Years};
use crate::page::text::clean;
use crate::page::{Block, Cell, Column, Content, Entry, Line, Page, Table};
use crate::section::SectionName;
use crate::words::{self, answers, relations};

/// The key of the United Nations.
const UNITED_NATIONS: &str = "UN";

/// How many memberships the first screen of a profile names.
const MOST_MEMBERSHIPS: usize = 16;
/// How many relations the first screen of a profile names.
const MOST_RELATIONS: usize = 8;
/// How many others the first screen of relations has.
const MOST_OTHERS: usize = 12;
/// How many rows the first screen of what is shared has.
const MOST_ROWS: usize = 16;

/// Which of the years that are shown no source gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unsourced {
    None,
    Some,
    All,
}

impl Unsourced {
    pub(super) fn among<'a>(all: impl Iterator<Item = &'a Belonging>) -> Self {
        let (mut dated, mut unsourced) = (0, 0);
        for one in all.filter(|one| !one.period.is_open()) {
            dated += 1;
            unsourced += usize::from(one.years == Years::Unsourced);
        }
        match unsourced {
            0 => Self::None,
            all if all == dated => Self::All,
            _ => Self::Some,
        }
    }

    /// What marks a year, where not all are alike.
    pub(super) fn mark(self, one: &Belonging) -> &'static str {
        if self == Self::Some && one.years == Years::Unsourced { answers::UNSOURCED_MARK } else { "" }
    }

    /// A row for a membership: whose it is, as what, and in which years, each with who says so.
    pub(super) fn row(self, one: &Belonging, draft: &mut Composer) -> Vec<Cell> {
        let (of_it, of_years) = one.sources.split_at(one.sources.len().min(1));
        let text = |text: String, sources: &[Arc<Source>], draft: &mut Composer| {
            let cites = draft.cite_each(sources);
            Cell::of(Entry { cites, ..Entry::new(Content::Text(text)) })
        };
        let as_what = text(one.status.to_string(), of_it, draft);
        let years = if one.period.is_open() {
            Cell::nothing()
        } else {
            text(format!("{}{}", one.period, self.mark(one)), of_years, draft)
        };
        vec![
            Cell::name(name(&one.of)),
            as_what.with_under(one.note.as_deref().map(clean).unwrap_or_default()),
            years,
        ]
    }

    /// What is to be known of them, once.
    pub(super) fn footnote(self) -> Option<Block> {
        let text = match self {
            Self::None => return None,
            Self::Some => answers::SOME_UNSOURCED,
            Self::All => answers::ALL_UNSOURCED,
        };
        Some(Block::Line(Line::small(text)))
    }
}

/// Names and codes, a row each.
pub(super) fn names(names: &[(NameFact, String)]) -> Vec<Block> {
    let row = |(fact, text): &(NameFact, String)| {
        vec![Cell::name(answers::name_fact(*fact)), Cell::text(clean(text))]
    };
    vec![Block::Table(list(names.iter().map(row).collect()))]
}

pub(super) fn profile(profile: &Profile, draft: Composer) -> Page {
    let actor = cleaned(&profile.actor);
    let seat = profile.seat.as_deref().map(clean).filter(|seat| *seat != actor.name);
    let seat = seat.map_or(String::new(), |seat| format!(" · {seat}"));
    let title = format!("{}{seat}{}", actor.name, answers::as_of(profile.as_of));
    let mut draft = draft.titled("profile", title);
    draft.front(|draft| {
        let mut blocks = Vec::new();
        let mut note = |text: String| blocks.push(Block::Line(Line::new(text)));
        profile.lifetime.iter().filter_map(answers::lifetime).for_each(&mut note);
        blocks.extend(observed::profile(&profile.actor.id, &profile.facts, draft));
        blocks.push(Block::Line(Line::new(memberships(profile, &actor))));
        footnotes(profile.memberships.iter(), profile.as_of, &mut blocks);
        if !profile.latest.is_empty() {
            blocks.push(Block::Heading(words::help::LATEST.to_owned()));
            blocks.push(Block::Table(draft.dated_list(profile.latest.iter(), None)));
        }
        if !profile.relations.is_empty() {
            let with = profile.relations.iter().take(MOST_RELATIONS);
            let with: Vec<String> =
                with.map(|one| format!("{} {}", name(&one.other), one.statements)).collect();
            blocks.push(Block::Line(Line::new(words::help::most_recorded_with(&with))));
        }
        blocks
    });
    draft.section(SectionName::Figures, profile.facts.own.len(), |draft| {
        observed::state_figures(&profile.facts, draft)
    });
    draft.section(SectionName::Organisations, profile.memberships.len(), |draft| {
        let mut blocks = memberships_by_sort(&profile.memberships, draft);
        footnotes(profile.memberships.iter(), profile.as_of, &mut blocks);
        blocks
    });
    draft.section(SectionName::Relations, profile.relations.len(), |_| {
        vec![Block::Table(relation_table(&profile.relations))]
    });
    draft.section(SectionName::Names, profile.names.len(), |_| names(&profile.names));
    let latest = profile.latest.iter().map(|one| one.cited.source.clone());
    let tables = profile.facts.all().map(|one| one.source.clone());
    let sources: Vec<_> =
        tables.chain(profile.memberships.iter().flat_map(|one| one.sources.clone())).chain(latest).collect();
    draft.with_sources(&sources)
}

/// What an actor belongs to, by what sort of body each is.
fn memberships_by_sort(memberships: &[Belonging], draft: &mut Composer) -> Vec<Block> {
    let years = Unsourced::among(memberships.iter());
    let mut blocks = Vec::new();
    for sort in BodySort::ALL.iter().copied().map(Some).chain([None]) {
        let of_sort = memberships.iter().filter(|one| one.sort == sort);
        let rows: Vec<_> = of_sort.map(|one| years.row(one, draft)).collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading(words::sections::bodies(sort).to_owned()));
            blocks.push(Block::Table(table(&["Organisation", "As", "Years"], rows)));
        }
    }
    blocks
}

/// What an actor belongs to, in one line.
fn memberships(profile: &Profile, actor: &crate::answer::Named) -> String {
    if profile.memberships.is_empty() {
        return words::help::no_membership(actor, profile.as_of);
    }
    let years = Unsourced::among(profile.memberships.iter());
    // Since when it is in the United Nations is asked of every state; the others come as they tell of it.
    let is_first = |one: &Belonging| (one.of.id != UNITED_NATIONS, one.status != MembershipStatus::Member);
    let mut all: Vec<&Belonging> = profile.memberships.iter().collect();
    all.sort_by_key(|one| is_first(one));
    let bodies: Vec<(String, u8)> =
        all.iter().map(|one| (organisations::membership(one, years), one.prominence)).collect();
    words::help::belongs_to(&organisations::named_first(&bodies, TELLING + 1, MOST_MEMBERSHIPS))
}

/// What is to be known of the years of memberships, once.
fn footnotes<'a>(
    all: impl Iterator<Item = &'a Belonging> + Clone,
    as_of: Option<crate::knowledge::PartialDate>,
    blocks: &mut Vec<Block>,
) {
    let undated = all.clone().filter(|one| one.period.from.is_none()).count();
    if let Some(date) = as_of.filter(|_| undated > 0) {
        blocks.push(Block::Line(Line::small(answers::undated_memberships(undated, date))));
    }
    blocks.extend(Unsourced::among(all).footnote());
}

fn relation_table(relations: &[Relation]) -> Table {
    let row = |relation: &Relation| {
        let latest = relation.latest.clone().map_or_else(Cell::nothing, Cell::text);
        vec![Cell::name(name(&relation.other)), Cell::text(relation.statements.to_string()), latest]
    };
    table(&["With", "Statements", "Latest"], relations.iter().map(row).collect())
}

/// With whom what is recorded: how many statements, how much of its trade, what else the tables hold.
fn recorded_table(actor: &Named, relations: &[Relation], draft: &mut Composer) -> Table {
    let row = |relation: &Relation, draft: &mut Composer| {
        let text = relations::recorded(&actor.id, relation);
        let is_told = |one: &&Observed| relations::is_trade(one) || relations::is_beside(one);
        let cites = draft.cite_each(relation.rows.iter().filter(is_told).map(|one| &one.source));
        vec![Cell::name(name(&relation.other)), Cell::of(Entry { cites, ..Entry::new(Content::Text(text)) })]
    };
    let rows = relations.iter().map(|one| row(one, draft)).collect();
    table(&["With", "Recorded"], rows)
}

pub(super) fn relations(relations: &Relations, draft: Composer) -> Page {
    let actor = cleaned(&relations.actor);
    let mut draft = draft.titled("relations", words::help::relations_title(&actor));
    draft.front(|draft| {
        if relations.others.is_empty() {
            return vec![Block::Line(Line::new(answers::nothing_about(&actor, "")))];
        }
        let shown = &relations.others[..relations.others.len().min(MOST_OTHERS)];
        vec![
            Block::Table(recorded_table(&actor, shown, draft)),
            Block::Line(Line::small(words::help::counted_either_way(shown.len(), relations.others.len()))),
        ]
    });
    draft.section(SectionName::Relations, relations.others.len(), |draft| {
        vec![Block::Table(recorded_table(&actor, &relations.others, draft))]
    });
    let sources: Vec<_> =
        relations.others.iter().flat_map(|one| &one.rows).map(|row| row.source.clone()).collect();
    draft.with_sources(&sources)
}

pub(super) fn shared(shared: &Shared, draft: Composer) -> Page {
    let names: Vec<String> = shared.actors.iter().map(name).collect();
    let title = format!("{}{}", words::help::shared_title(&names), answers::as_of(shared.as_of));
    let mut draft = draft.titled("shared", title);
    let all = || shared.organisations.iter().flat_map(|(_, cells)| cells.iter().flatten());
    draft.front(|draft| {
        let mut blocks = Vec::new();
        if shared.organisations.is_empty() {
            let text = words::help::nothing_shared(&names, shared.as_of);
            blocks.push(Block::Line(Line::new(text)));
        } else {
            // What all of them belong to, then what most do.
            blocks.push(Block::Table(matrix(shared, MOST_ROWS, false, draft)));
            let count = shared.organisations.len();
            let left_out = words::help::some_of(count.min(MOST_ROWS), count);
            blocks.extend(left_out.map(|text| Block::Line(Line::small(text))));
        }
        footnotes(all(), shared.as_of, &mut blocks);
        blocks
    });
    draft.section(SectionName::Organisations, shared.organisations.len(), |draft| {
        let mut blocks = vec![Block::Table(matrix(shared, usize::MAX, true, draft))];
        footnotes(all(), shared.as_of, &mut blocks);
        blocks
    });
    let sources: Vec<_> = all().flat_map(|one| one.sources.clone()).collect();
    draft.with_sources(&sources)
}

/// A row an organisation: a tick for each that is a member, else how it belongs.
fn matrix(shared: &Shared, most: usize, with_sources: bool, draft: &mut Composer) -> Table {
    let years = Unsourced::among(shared.organisations.iter().flat_map(|(_, cells)| cells.iter().flatten()));
    let cell = |one: &Option<Belonging>, draft: &mut Composer| {
        let Some(one) = one else { return Cell::nothing() };
        let since = one
            .period
            .from
            .map_or(String::new(), |from| format!(" {}{}", super::year(from), years.mark(one)));
        let how = match one.status {
            MembershipStatus::Member => "✓".to_owned(),
            other => other.to_string(),
        };
        let mut entry = Entry::new(Content::Text(format!("{how}{since}")));
        if with_sources {
            entry.cites = draft.cite_each(&one.sources);
        }
        Cell::of(entry)
    };
    let rows = shared.organisations.iter().take(most).map(|(organisation, cells)| {
        let mut row = vec![Cell::name(organisations::short(organisation))];
        row.extend(cells.iter().map(|one| cell(one, draft)));
        row
    });
    let rows = rows.collect();
    let columns = shared.actors.iter().map(|one| Column { name: name(one), flag: one.flag.clone() });
    Table { columns: std::iter::once(Column::default()).chain(columns).collect(), head: true, rows }
}

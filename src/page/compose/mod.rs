//! From an answer to a page: one file a question. What is said of knowledge is said in its own words; ours come
//! from [`crate::words`].

mod ask;
mod benefits;
mod brief;
mod catalogue;
mod compare;
mod curation;
mod facts;
mod help;
mod observed;
mod organisations;
mod recommend;
mod rest;
mod team;
mod world;

pub use self::curation::report;

use std::sync::Arc;

use super::text::clean;
use super::{Block, Cell, Citation, Column, Content, Detail, Dispute, Entry, Line, Page, Section, Table};
use crate::action::Action;
use crate::answer::{Answer, Dated, Named};
use crate::knowledge::{Bearing, CitedStatement, PartialDate, Source};
use crate::section::{Opened, SectionName};
use crate::words;

/// Lays an answer out as a page, as far as it is opened; `line` is the line that asks the same again.
#[must_use]
pub fn compose(answer: &Answer, opened: Opened, line: String, wording: &str) -> Page {
    let draft = Composer::new(opened);
    let mut page = match answer {
        Answer::Compare(comparison) => compare::page(comparison, draft),
        Answer::Benefits(benefits) => benefits::page(benefits, draft),
        Answer::Recommend(advice) => recommend::page(advice, draft),
        Answer::Facts(facts) => facts::page(facts, draft),
        Answer::Areas(areas) => catalogue::areas(areas, draft),
        Answer::Sources(sources) => catalogue::sources(sources, draft),
        Answer::Help(topic) => help::page(*topic, draft),
        Answer::Asked(asked) => ask::page(asked, wording, draft),
        Answer::Profile(profile) => world::profile(profile, draft),
        Answer::Organisation(organisation) => organisations::page(organisation, draft),
        Answer::Shared(shared) => world::shared(shared, draft),
        Answer::Relations(relations) => world::relations(relations, draft),
        Answer::Ranking(found) => observed::ranking(found, draft),
        Answer::Neighbours(found) => observed::neighbours(found, draft),
        Answer::Timeline(timeline) => facts::timeline(timeline, draft),
        Answer::Brief(brief) => brief::page(brief, draft),
        Answer::ItemHistory(item) => curation::item_history(item, draft),
        Answer::History(history) => curation::history(history, draft),
        Answer::Audit(audit) => curation::audit(audit, draft),
        Answer::Gaps(gaps) => curation::gaps(gaps, draft),
        Answer::Powers(powers) => curation::powers(*powers, draft),
        Answer::Report(report) => curation::report(report),
        Answer::Focus(focus) => team::focus(focus, draft),
        Answer::Following(following) => team::following(following, draft),
        Answer::Discussions(discussions) => team::discussions(discussions, draft),
        Answer::Record(record) => team::record(record, draft),
        Answer::Changes(changes) => team::changes(changes, draft),
    };
    page.line = line;
    // What found nothing can be waited for, where it is known what would answer it.
    if !page.is_known && page.follow.iter().any(|action| matches!(action, Action::ProposeMissing(..))) {
        page.follow.push(Action::TellWhenKnown(page.line.trim_start_matches('/').to_owned()));
    }
    page
}

/// A page that is being made.
struct Composer {
    page: Page,
}

impl Composer {
    fn new(opened: Opened) -> Self {
        let page = Page {
            kind: "",
            title: String::new(),
            front: Vec::new(),
            contents: Vec::new(),
            sections: Vec::new(),
            opened,
            citations: Vec::new(),
            line: String::new(),
            is_known: true,
            explained: Vec::new(),
            corrections: Vec::new(),
            next: Vec::new(),
            follow: Vec::new(),
            message: None,
            files: Vec::new(),
            along: &[],
        };
        Self { page }
    }

    fn titled(mut self, kind: &'static str, title: impl Into<String>) -> Self {
        self.page.kind = kind;
        self.page.title = title.into();
        self
    }

    /// Makes the first screen, if it is shown.
    fn front(&mut self, make: impl FnOnce(&mut Self) -> Vec<Block>) {
        if self.page.opened.has_front() {
            self.page.front = make(self);
        }
    }

    /// Names a section, and makes it if it is opened. One that holds nothing is none.
    fn section(&mut self, name: SectionName, count: usize, make: impl FnOnce(&mut Self) -> Vec<Block>) {
        if count > 0 {
            self.uncounted(name, count, make);
        }
    }

    /// The same for a section whose number says nothing.
    fn uncounted(&mut self, name: SectionName, count: usize, make: impl FnOnce(&mut Self) -> Vec<Block>) {
        self.page.contents.push((name, count));
        if self.page.opened.has(name) {
            let blocks = make(self);
            self.page.sections.push(Section { name, blocks });
        }
    }

    /// Ends with the section of the sources: these, beside those that were cited.
    fn with_sources<'a>(self, sources: impl IntoIterator<Item = &'a Arc<Source>>) -> Page {
        self.with_sources_and(sources, Vec::new())
    }

    /// The same, and after it what is to be known of the answer.
    fn with_sources_and<'a>(
        mut self,
        sources: impl IntoIterator<Item = &'a Arc<Source>>,
        about: Vec<String>,
    ) -> Page {
        let mut keys: Vec<&str> = Vec::new();
        let mut unique: Vec<&Arc<Source>> = Vec::new();
        for source in sources {
            if !keys.contains(&source.id.as_str()) {
                keys.push(&source.id);
                unique.push(source);
            }
        }
        let count = unique.len();
        self.section(SectionName::Sources, count, |draft| {
            for source in unique {
                draft.cite(source);
            }
            vec![Block::Sources]
        });
        if !about.is_empty() {
            self.uncounted(SectionName::About, 0, |_| {
                about.into_iter().map(|text| Block::Line(Line::new(clean(&text)))).collect()
            });
        }
        self.page
    }

    /// Numbers a source in the order in which it is first cited; gives its key.
    fn cite(&mut self, source: &Arc<Source>) -> String {
        if !self.page.citations.iter().any(|known| known.id == source.id) {
            let n = self.page.citations.len() + 1;
            self.page.citations.push(Citation::of(n, source));
        }
        source.id.clone()
    }

    /// Cites each of several sources once.
    fn cite_each<'s>(&mut self, sources: impl IntoIterator<Item = &'s Arc<Source>>) -> Vec<String> {
        let mut cites: Vec<String> = Vec::new();
        for source in sources {
            let key = self.cite(source);
            if !cites.contains(&key) {
                cites.push(key);
            }
        }
        cites
    }

    /// A statement in short, as first screens show it: who claims it, when, and since when no more.
    fn short(&mut self, cited: &CitedStatement) -> Entry {
        let text = clean(&cited.statement.short());
        self.statement(cited, text.trim_end_matches('.').to_owned())
    }

    /// A statement in full, as sections show it: with its figure where the text does not have it.
    fn full(&mut self, cited: &CitedStatement) -> Entry {
        self.statement(cited, clean(&cited.statement.text))
    }

    fn statement(&mut self, cited: &CitedStatement, mut text: String) -> Entry {
        let statement = &cited.statement;
        if let Some(by) = statement.claimed_by.as_deref().map(clean).filter(|by| !names(&text, by)) {
            text = format!("{}: {text}", words::capitalised(&by));
        }
        text.push_str(words::answers::claim(cited));
        if let Some(doubt) = words::answers::doubt(cited) {
            text.push_str(&format!(" ({doubt})"));
        }
        if let Some(ended) = statement.ended {
            text.push_str(&words::answers::ended(ended));
        }
        // A sum stays with its currency.
        let text = text.replace("US$ ", "US$\u{A0}");
        let content = Content::Statement {
            date: statement.period.brief(),
            text,
            level: statement.level,
            trend: statement.trend,
            dispute: Dispute::None,
        };
        let cites = vec![self.cite(&cited.source)];
        Entry { content, cites, under: false, detail: Some(Box::new(detail(cited))) }
    }

    /// A row of a list of dated statements: when, and what in short.
    fn dated_row(&mut self, one: &Dated, subject: Option<&Named>) -> Vec<Cell> {
        let entry = self.short(&one.cited);
        row(one, entry, subject)
    }

    /// A row of a list of dated statements in full, with how it stands to others below.
    fn full_row(&mut self, one: &Dated, subject: Option<&Named>) -> Vec<Cell> {
        let entry = self.full(&one.cited);
        let mut cells = row(one, entry, subject);
        if let Some(cell) = cells.last_mut() {
            for related in &one.cited.relations {
                let said = Content::Text(clean(&words::answers::related(related)));
                cell.entries.push(Entry { under: true, ..Entry::new(said) });
            }
        }
        cells
    }

    /// A list of dated statements in short.
    fn dated_list<'a>(&mut self, facts: impl Iterator<Item = &'a Dated>, subject: Option<&Named>) -> Table {
        list(facts.map(|one| self.dated_row(one, subject)).collect())
    }

    /// The source and the grade that all of these have, where they have but one; cites it.
    fn common<'a>(
        &mut self,
        cited: impl Iterator<Item = (&'a Arc<Source>, String)>,
    ) -> Option<(Line, String)> {
        let mut all: Vec<(&Arc<Source>, String)> = cited.collect();
        all.dedup_by(|one, other| one.0.id == other.0.id && one.1 == other.1);
        let [(source, grade)] = all.as_slice() else { return None };
        let line = Line { cites: vec![self.cite(source)], ..Line::new(words::sources::described(source)) };
        Some((line, grade.clone()))
    }
}

/// When and what, with the date out of the text. Where both sides of a pair speak, an arrow says whose it is.
fn row(one: &Dated, mut entry: Entry, subject: Option<&Named>) -> Vec<Cell> {
    let mut when = String::new();
    if let Content::Statement { date, text, level, trend, .. } = &mut entry.content {
        when = date.take().unwrap_or_default();
        if let Some(subject) = subject {
            // Beside an arrow that says whose it is, one that says which way it goes would only confuse.
            (*level, *trend) = (None, None);
            let arrow = if one.whose.id == subject.id { "→" } else { "←" };
            *text = format!("{arrow}\u{A0}{text}{}", words::answers::judgement(&one.cited));
        }
    }
    let when = if when.is_empty() { Cell::nothing() } else { Cell::text(when) };
    vec![when, Cell::of(entry)]
}

/// What is known of a statement, for programs.
fn detail(cited: &CitedStatement) -> Detail {
    let statement = &cited.statement;
    let links = |bearing: Bearing| {
        let links = statement.evidence.iter().filter(move |link| link.bearing == bearing);
        links.map(|link| link.statement.clone()).collect::<Vec<_>>()
    };
    let mut at_odds = links(Bearing::Conflicts);
    at_odds.extend(cited.relations.iter().map(|related| related.key.clone()));
    at_odds.sort();
    at_odds.dedup();
    Detail {
        id: statement.id.clone(),
        source: cited.source.id.clone(),
        voice: cited.voice(),
        text: clean(&statement.text),
        level: statement.level,
        trend: statement.trend,
        date: statement.period.to_string(),
        ended: statement.ended.map(|date| date.to_string()),
        grade: cited.grade(),
        figure: statement.figure.clone(),
        supports: links(Bearing::Supports),
        disputes: links(Bearing::Disputes),
        at_odds,
    }
}

/// A list of rows that need no head: when, and what.
fn list(rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: vec![Column::named("When"), Column::named("What")], head: false, rows }
}

/// A table with its head.
fn table(columns: &[&str], rows: Vec<Vec<Cell>>) -> Table {
    Table { columns: columns.iter().map(|name| Column::named(*name)).collect(), head: true, rows }
}

/// A column a partner, after the one that names the rows.
fn partner_columns(first: &str, partners: &[Named]) -> Vec<Column> {
    let column = |partner: &Named| Column { name: name(partner), flag: partner.flag.clone() };
    std::iter::once(Column::named(first)).chain(partners.iter().map(column)).collect()
}

/// Whether a text names somebody, in any case.
fn names(text: &str, somebody: &str) -> bool {
    text.to_lowercase().contains(&somebody.to_lowercase())
}

fn name(named: &Named) -> String {
    clean(&named.name)
}

/// A name clean of what no page may hold.
fn cleaned(named: &Named) -> Named {
    Named { id: named.id.clone(), name: name(named), flag: named.flag.clone() }
}

/// “since 1952”, “1952”: when a membership began, for a list of names.
fn year(date: PartialDate) -> String {
    date.to_string().chars().take(4).collect()
}

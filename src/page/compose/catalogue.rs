//! The pages of `/areas` and `/sources`.

use super::{Composer, list, name, table};
use crate::answer::{AreaLine, SourceLine};
use crate::page::text::{clean, cut};
use crate::page::{Block, Cell, Content, Entry, Line, Page};
use crate::section::SectionName;
use crate::words;

/// How much of the words for an area the first screen shows, in characters.
const LONGEST_WORDS: usize = 46;

/// How many sources the first screen shows.
const MOST_SOURCES: usize = 20;

pub(super) fn areas(areas: &[AreaLine], draft: Composer) -> Page {
    let mut draft = draft.titled("areas", words::help::AREAS);
    let rows = |most: usize| -> Vec<Vec<Cell>> {
        let row = |line: &AreaLine| {
            let synonyms: Vec<String> = line.synonyms.iter().map(|synonym| clean(synonym)).collect();
            let synonyms = synonyms.join(", ");
            let known = if synonyms.is_empty() { Cell::nothing() } else { Cell::text(cut(&synonyms, most)) };
            vec![Cell::name(name(&line.area)), known, Cell::text(line.statements.to_string())]
        };
        areas.iter().map(row).collect()
    };
    let head = words::help::AREA_COLUMNS;
    draft.front(|_| {
        let table = table(&head, rows(LONGEST_WORDS));
        vec![Block::Table(table), Block::Line(Line::small(words::help::ASK_FOR_AN_AREA))]
    });
    draft.section(SectionName::Names, areas.len(), |_| vec![Block::Table(table(&head, rows(usize::MAX)))]);
    draft.page
}

pub(super) fn sources(sources: &[SourceLine], draft: Composer) -> Page {
    if let [one] = sources {
        return source(one, draft);
    }
    let mut draft = draft.titled("sources", words::help::SOURCES);
    draft.front(|_| {
        if sources.is_empty() {
            return vec![Block::Line(Line::new(words::help::NO_SOURCES))];
        }
        let mut most: Vec<&SourceLine> = sources.iter().collect();
        most.sort_by_key(|line| std::cmp::Reverse(line.uses));
        let row = |line: &&SourceLine| {
            let who = words::sources::name(&line.source, line.source.publisher.as_deref());
            let grade = words::sources::reliability(line.source.reliability);
            vec![Cell::name(clean(&who)), Cell::text(grade), Cell::text(line.uses.to_string())]
        };
        vec![
            Block::Table(table(
                &words::help::SOURCE_COLUMNS,
                most.iter().take(MOST_SOURCES).map(row).collect(),
            )),
            Block::Line(Line::small(words::help::most_cited(MOST_SOURCES.min(most.len()), most.len()))),
        ]
    });
    let all: Vec<_> = sources.iter().map(|line| line.source.clone()).collect();
    draft.with_sources(&all)
}

/// All about one source; its address stands in the section of the sources, and behind its name where links can.
fn source(line: &SourceLine, draft: Composer) -> Page {
    let source = &line.source;
    let mut draft = draft.titled("sources", clean(&source.title));
    draft.front(|draft| {
        let known = |text: &Option<String>| {
            text.as_deref().map_or_else(Cell::nothing, |text| Cell::text(clean(text)))
        };
        let date = |date: Option<crate::knowledge::PartialDate>| {
            date.map_or_else(Cell::nothing, |date| Cell::text(date.to_string()))
        };
        let key = draft.cite(source);
        let grade = words::sources::reliability(source.reliability);
        let grade = Entry { cites: vec![key], ..Entry::new(Content::Text(grade)) };
        let [author, publisher, kind, published, read, reliability, viewpoint, language, cited_by, note] =
            words::help::SOURCE_FACTS;
        let rows = vec![
            (author, known(&source.author)),
            (publisher, known(&source.publisher)),
            (kind, Cell::text(source.kind.to_string())),
            (published, date(source.published)),
            (read, date(source.accessed)),
            (reliability, Cell::of(grade)),
            (viewpoint, known(&source.viewpoint)),
            (language, known(&source.language)),
            (cited_by, Cell::text(words::count(line.uses, "item"))),
            (note, known(&source.note)),
        ];
        vec![Block::Table(list(rows.into_iter().map(|(what, cell)| vec![Cell::name(what), cell]).collect()))]
    });
    draft.with_sources(std::iter::once(source))
}

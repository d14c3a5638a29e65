//! The pages of `/areas` and `/sources`.

use super::{count, name, new_page};
use crate::answer::{AreaLine, SourceLine};
use crate::page::text::clean;
use crate::page::{Cell, Citation, Page, Table};

pub(super) fn areas(areas: &[AreaLine]) -> Page {
    let mut page = new_page("areas", "Areas of policy".to_owned());
    let rows = areas
        .iter()
        .map(|line| {
            let synonyms: Vec<String> = line.synonyms.iter().map(|synonym| clean(synonym)).collect();
            vec![
                Cell::plain(name(&line.area)),
                Cell::plain(if synonyms.is_empty() { "—".to_owned() } else { synonyms.join(", ") }),
                Cell::plain(line.statements.to_string()),
            ]
        })
        .collect();
    let columns = ["Area", "Also understood", "Statements"].map(str::to_owned).to_vec();
    page.tables.push(Table { title: String::new(), columns, rows });
    page.notes.push("Ask for one with area:…, as in /facts turkiye pakistan area:defence.".to_owned());
    page
}

pub(super) fn sources(sources: &[SourceLine]) -> Page {
    if let [one] = sources {
        return source(one);
    }
    let mut page = new_page("sources", "Sources".to_owned());
    page.citations =
        sources.iter().enumerate().map(|(index, line)| Citation::of(index + 1, &line.source)).collect();
    let rows = sources
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let source = &line.source;
            let grade = format!("{}: {}", source.reliability, source.reliability.meaning());
            vec![
                Cell { text: source.id.clone(), meta: format!("[{}]", index + 1), detail: None },
                Cell { text: clean(&source.title), meta: publication(line), detail: None },
                Cell::plain(grade),
                Cell::plain(line.uses.to_string()),
            ]
        })
        .collect();
    let columns = ["Key", "Title", "Reliability", "Cited by"].map(str::to_owned).to_vec();
    if sources.is_empty() {
        page.notes.push("No source is recorded yet.".to_owned());
    } else {
        page.tables.push(Table { title: String::new(), columns, rows });
        page.notes.push("/sources with a key shows all about one of them.".to_owned());
    }
    page
}

/// Publisher and date in one line.
fn publication(line: &SourceLine) -> String {
    let publisher = line.source.publisher.as_deref().map_or("no publisher named".to_owned(), clean);
    let published = line.source.published.map_or("undated".to_owned(), |date| date.to_string());
    format!("{publisher}, {published}")
}

fn source(line: &SourceLine) -> Page {
    let source = &line.source;
    let mut page = new_page("sources", format!("Source: {}", source.id));
    page.citations = vec![Citation::of(1, source)];
    let unknown = |text: &Option<String>| text.as_deref().map_or("not given".to_owned(), clean);
    let reliability = format!("{}: {} (Admiralty Code)", source.reliability, source.reliability.meaning());
    let mut rows = vec![
        ("Title", clean(&source.title)),
        ("Author", unknown(&source.author)),
        ("Publisher", unknown(&source.publisher)),
        ("Kind", source.kind.to_string()),
        ("Published", source.published.map_or("undated".to_owned(), |date| date.to_string())),
        ("Reliability", reliability),
        ("Viewpoint", unknown(&source.viewpoint)),
        ("Language", unknown(&source.language)),
        ("Address", source.url.clone().unwrap_or_else(|| "none".to_owned())),
        ("Cited by", count(line.uses, "item")),
    ];
    if let Some(accessed) = source.accessed {
        rows.push(("Read on", accessed.to_string()));
    }
    if let Some(note) = &source.note {
        rows.push(("Note", clean(note)));
    }
    let rows = rows.into_iter().map(|(what, text)| vec![Cell::plain(what), Cell::plain(text)]).collect();
    page.tables.push(Table {
        title: String::new(),
        columns: vec!["What".to_owned(), "Recorded".to_owned()],
        rows,
    });
    page
}

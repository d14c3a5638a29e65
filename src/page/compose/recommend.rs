//! The page of `/recommend`: policy focus, recommended action, impact.

use super::{Citations, and_list, name, new_page, the};
use crate::answer::{Advice, AdviceLine, Voice};
use crate::knowledge::Part;
use crate::page::text::clean;
use crate::page::{Cell, Detail, Page, Table};

pub(super) fn page(advice: &Advice) -> Page {
    let subject = the(&advice.subject);
    let focus = advice.focus.as_ref().map_or(String::new(), |focus| format!(": {}", name(focus)));
    let mut page = new_page("recommend", format!("Recommendations to {subject}{focus}"));
    let mut citations = Citations::default();
    let both = !advice.tabulated.is_empty() && !advice.others.is_empty();
    let titles = if both { ["As the sources sum it up", "Also recommended"] } else { ["", ""] };
    page.tables = tables(advice, titles, &mut citations);
    page.citations = citations.0;
    if page.tables.is_empty() {
        let within = advice.focus.as_ref().map_or(String::new(), |focus| format!(" on {}", name(focus)));
        page.notes.push(format!("No recommendation to {subject}{within} is recorded."));
        if !advice.areas.is_empty() {
            page.notes.push(format!(
                "There is advice on {}: ask /recommend {}.",
                and_list(&advice.areas, name),
                advice.subject.id
            ));
        }
    } else {
        page.notes.push(whose_advice(&subject));
    }
    page
}

/// Whose advice it is.
pub(super) fn whose_advice(subject: &str) -> String {
    format!(
        "This is advice to {subject} by the sources, not by Dragoman; the impact is what they expect, not a fact."
    )
}

/// The recommendations that a source tabulates, and the others.
pub(super) fn tables(advice: &Advice, titles: [&str; 2], citations: &mut Citations) -> Vec<Table> {
    let lines = [&advice.tabulated, &advice.others];
    let tables = titles.into_iter().zip(lines).filter(|(_, lines)| !lines.is_empty());
    tables
        .map(|(title, lines)| {
            let columns = ["Policy Focus", "Recommended Action", "Impact"].map(str::to_owned).to_vec();
            let rows = lines.iter().map(|line| row(line, citations)).collect();
            Table { title: title.to_owned(), columns, rows }
        })
        .collect()
}

fn row(line: &AdviceLine, citations: &mut Citations) -> Vec<Cell> {
    let recommendation = &line.recommendation;
    let detail = |parts: &[Part], voice| {
        parts.first().map(|part| Detail {
            id: part.id.clone(),
            voice,
            level: None,
            trend: None,
            date: "undated".to_owned(),
            grade: format!("{}{}", line.source.reliability, recommendation.credibility.digit()),
            citations: Vec::new(),
            more: 0,
        })
    };
    let mut cell = |parts: &[Part], voice| match detail(parts, voice) {
        None => Cell::nothing(),
        Some(mut detail) => {
            detail.citations.push(citations.number(&line.source));
            let texts: Vec<String> = match parts {
                [one] => vec![clean(&one.text)],
                several => several.iter().map(|part| format!("• {}", clean(&part.text))).collect(),
            };
            Cell { text: texts.join("\n"), meta: detail.meta(), detail: Some(detail) }
        }
    };
    let focus = Cell::plain(clean(&line.focus));
    let mut action = cell(&recommendation.actions, Voice::Advice);
    let mut impact = cell(&recommendation.impacts, Voice::Assessment);
    for (cell, again) in [(&mut action, &line.actions_again), (&mut impact, &line.impacts_again)] {
        if !again.is_empty() {
            cell.meta.push_str(&format!(" · again as {}", again.join(", ")));
        }
    }
    vec![focus, action, impact]
}

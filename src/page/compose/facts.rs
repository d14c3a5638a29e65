//! The page of `/facts`: every statement with its kind, date and source.

use super::{Citations, about_voices, and_list, count, name, nearest, new_page, organisations, stands, the};
use crate::answer::{FactLine, Facts, PairLine};
use crate::knowledge::{Kind, Rank};
use crate::page::text::clean;
use crate::page::{Cell, Page, Table};

pub(super) fn page(facts: &Facts) -> Page {
    let subject = the(&facts.subject);
    let towards =
        facts.partner.as_ref().map_or(String::new(), |partner| format!(" towards {}", the(partner)));
    let within = facts.area.as_ref().map_or(String::new(), |area| format!(": {}", name(area)));
    let mut page = new_page("facts", format!("Recorded about {subject}{towards}{within}"));
    let mut citations = Citations::default();
    if !facts.lines.is_empty() {
        let rows = facts.lines.iter().map(|line| row(line, &mut citations)).collect();
        let columns = ["Area", "Statement", "Kind", "Date", "Source"].map(str::to_owned).to_vec();
        page.tables.push(Table { title: String::new(), columns, rows });
    }
    if let Some(nearest) = &facts.nearest {
        nearest::add(&mut page, &facts.subject, nearest, "", &mut Vec::new());
        let partner = std::slice::from_ref(&nearest.partner);
        organisations::add(&mut page, &facts.subject, partner, &facts.organisations, None, &mut citations);
    } else if facts.lines.is_empty() {
        let within = facts.area.as_ref().map_or(String::new(), |area| format!(" in {}", name(area)));
        let alone = facts.partner.is_none() && facts.area.is_none();
        page.notes.push(if facts.pairs.is_empty() && alone {
            format!(
                "No statement about {subject} is recorded, though others may speak of it. That says nothing either way; /profile {} shows what else there is.",
                facts.subject.id
            )
        } else if facts.pairs.is_empty() {
            format!("Nothing is recorded about {subject}{towards}{within}. That says nothing either way.")
        } else {
            let pair = |pair: &PairLine| {
                let many = count(pair.statements, "statement");
                format!("{} ({many}): /facts {} {}", name(&pair.subject), pair.subject.id, pair.partner.id)
            };
            let others: Vec<String> = facts.pairs.iter().map(pair).collect();
            format!(
                "Nothing is recorded of {subject}’s own policy. It is spoken of in that of {}.",
                others.join("; ")
            )
        });
        if !facts.areas.is_empty() {
            page.notes.push(format!("There is something on {}.", and_list(&facts.areas, name)));
        }
    }
    page.citations = citations.0;
    about_voices(&mut page);
    if facts.cut {
        let narrower = match (&facts.partner, &facts.area) {
            (None, None) => "; ask for one partner or one area",
            (None, Some(_)) => "; ask for one partner",
            (Some(_), None) => "; ask for one area",
            (Some(_), Some(_)) => "",
        };
        page.notes.push(format!("There is more than one answer can hold{narrower}."));
    }
    page
}

fn row(line: &FactLine, citations: &mut Citations) -> Vec<Cell> {
    let statement = &line.claim.statement;
    let mut cell = citations.cell(&line.claim, 0);
    let detail = cell.detail.as_ref();
    let date = detail.map_or(String::new(), |detail| detail.date.clone());
    let number = detail.and_then(|detail| detail.citations.first()).copied().unwrap_or_default();
    let source = format!("{} [{number}]", line.claim.grade());
    let kind = match statement.kind {
        Kind::Fact => line.claim.voice().as_str(),
        other => other.as_str(),
    };
    let mut meta = vec![statement.id.clone()];
    if !line.repeated_as.is_empty() {
        meta.push(format!("again as {}", line.repeated_as.join(", ")));
    }
    if line.partners.len() > 1 {
        meta.push(format!("towards {}", and_list(&line.partners, name)));
    }
    meta.extend(statement.level.map(|level| crate::page::level_in_words(level).to_owned()));
    meta.extend(statement.trend.map(|trend| crate::page::trend_in_words(trend).to_owned()));
    if statement.rank == Rank::Deprecated {
        meta.push("deprecated".to_owned());
    }
    meta.extend(line.claim.standing.iter().map(stands));
    meta.extend(statement.locator.as_deref().map(clean));
    cell.meta = meta.join(" · ");
    let area = match &statement.label {
        Some(label) if clean(label) != line.label => format!("{} (“{}”)", line.label, clean(label)),
        _ => line.label.clone(),
    };
    vec![Cell::plain(area), cell, Cell::plain(kind), Cell::plain(date), Cell::plain(source)]
}

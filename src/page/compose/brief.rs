//! The page of `/brief`: what to take to a meeting. It goes along as a file, too.

use super::{
    Citations, about_voices, benefits, compare, count, name, nearest, new_page, organisations, recommend,
    world,
};
use crate::answer::world::Brief;
use crate::knowledge::Bearing;
use crate::page::{FileForm, Page, Table};

/// How many rows of figures a brief has, and how many dated facts: what can be read before a meeting.
const MOST_ROWS: usize = 8;
const MOST_DATED: usize = 15;

/// Leaves the rest out where there is what a source sums up; gives how many those are.
fn leave_out<T>(tabulated: &[T], others: &mut Vec<T>) -> usize {
    match tabulated {
        [] => 0,
        _ => std::mem::take(others).len(),
    }
}

pub(super) fn page(brief: &Brief) -> Page {
    let comparison = &brief.comparison;
    let subject = name(&comparison.subject);
    let partner = comparison.partners.first().map_or(String::new(), name);
    let mut page = new_page("brief", format!("{subject} towards {partner}: a brief of {}", brief.day));
    page.along = &[FileForm::Markdown, FileForm::Html];
    let mut citations = Citations::default();
    let mut missing: Vec<&str> = Vec::new();
    let mut add = |page: &mut Page, what: &'static str, tables: Vec<Table>| {
        if tables.is_empty() {
            missing.push(what);
        }
        page.tables.extend(tables);
    };
    let titles = ["Assessments, as the sources sum them up", "Also recorded"];
    add(&mut page, "assessment", compare::areas(comparison, titles, &mut citations));
    let bearings = [Bearing::Disputes, Bearing::Supports];
    let evidence = compare::evidence(comparison, &bearings, &mut citations);
    add(&mut page, "evidence", evidence.into_iter().collect());
    compare::note_more_evidence(&mut page, comparison);
    let figures = compare::figures(comparison, MOST_ROWS, &mut citations);
    add(&mut page, "figure", figures.into_iter().collect());
    let earlier = brief.timeline.len().saturating_sub(MOST_DATED);
    let since = format!("Since {}, the latest last", brief.since);
    let dated = world::dated(&since, &brief.timeline[earlier..], &mut citations);
    let dated = (!dated.rows.is_empty()).then_some(dated);
    add(&mut page, "dated fact of these years", dated.into_iter().collect());
    let Brief { mut benefits, mut advice, .. } = brief.clone();
    let more_benefits = leave_out(&benefits.tabulated, &mut benefits.others);
    let gains = benefits::tables(&benefits, ["Benefits", "Benefits"], &mut citations);
    let any_gains = !gains.is_empty();
    add(&mut page, "benefit", gains);
    let more_advice = leave_out(&advice.tabulated, &mut advice.others);
    let advice = recommend::tables(&advice, ["Recommendations", "Recommendations"], &mut citations);
    let any_advice = !advice.is_empty();
    add(&mut page, "recommendation", advice);
    let partners = &comparison.partners;
    organisations::add(
        &mut page,
        &comparison.subject,
        partners,
        &comparison.organisations,
        None,
        &mut citations,
    );
    organisations::note_lifetimes(&mut page, &comparison.lifetimes);
    for nearest in &comparison.nearest {
        nearest::add(&mut page, &comparison.subject, nearest, "", &mut Vec::new());
    }
    page.citations = citations.0;
    about_voices(&mut page);
    if any_gains {
        page.notes.push(benefits::EXPECTED.to_owned());
    }
    if any_advice {
        page.notes.push(recommend::whose_advice(&subject));
    }
    let (from, to) = (&comparison.subject.id, comparison.partners.first().map_or("", |partner| &partner.id));
    for (left_out, what, line) in [
        (comparison.figures.len().saturating_sub(MOST_ROWS), "figure", format!("/facts {from} {to}")),
        (earlier, "earlier fact", format!("/timeline {from} {to} from:{}", brief.since)),
        (more_benefits, "more benefit", format!("/benefits {from} {to}")),
        (more_advice, "more recommendation", format!("/recommend {from}")),
    ] {
        if left_out > 0 {
            page.notes.push(format!("Left out here: {}; {line} shows all.", count(left_out, what)));
        }
    }
    if !missing.is_empty() {
        let list = super::and_list(&missing, |what| (*what).to_owned()).replace(" and ", " or ");
        page.notes.push(format!("No {list} is recorded. That says nothing either way."));
    }
    page
}

//! The pages about knowledge's own life: items, history, audit, changes.

use super::{Composer, table};
use crate::access::AccessLevel;
use crate::action::Action;
use crate::answer::curation::{Audit, Gap, Gaps, History, ItemHistory, ItemState, Powers, Report, Revised};
use crate::knowledge::fields::FieldChange;
use crate::page::text::clean;
use crate::page::{Block, Cell, Line, Page};
use crate::section::Opened;
use crate::words::{curation as words, marks};

/// A value in a difference; nothing is shown as such.
fn value(value: Option<&String>) -> Cell {
    value.map_or_else(Cell::nothing, |text| Cell::text(clean(text)))
}

/// A time as people read it: the day, and the minute.
fn time(at: &str) -> String {
    at.get(..16).map_or_else(|| clean(at), |minute| minute.replace('T', " "))
}

pub(super) fn item_history(shown: &ItemHistory, draft: Composer) -> Page {
    let mut draft = draft.titled("show", format!("{}: {}", shown.name, words::state(shown.state)));
    draft.front(|draft| {
        let mut blocks = Vec::new();
        if shown.fields.is_empty() {
            blocks.push(Block::Line(Line::new(words::RETRACTED)));
        } else {
            let fields = shown.fields.iter();
            let rows = fields.map(|(key, value)| vec![Cell::text(*key), Cell::text(clean(value))]).collect();
            blocks.push(Block::Table(table(&["Field", "Value"], rows)));
        }
        let rows: Vec<Vec<Cell>> = shown
            .evidence
            .iter()
            .map(|(bearing, cited)| {
                let says = marks::bearing(*bearing).trim_end_matches(':');
                vec![Cell::text(says), Cell::text(cited.statement.id.as_str()), Cell::of(draft.full(cited))]
            })
            .collect();
        if !rows.is_empty() {
            blocks.push(Block::Heading("Evidence".to_owned()));
            blocks.push(Block::Table(table(&["Says", "Key", "Evidence"], rows)));
        }
        blocks.extend(words::verdicts(shown.verdicts).map(|text| line(&text)));
        let rows: Vec<Vec<Cell>> = shown.history.iter().map(revision).collect();
        if shown.state == ItemState::Tabled {
            blocks.push(line(words::TABLED));
        } else {
            blocks.push(Block::Heading("History".to_owned()));
            blocks.push(Block::Table(table(&["Change", "When", "Who", "What", "Why"], rows)));
        }
        blocks
    });
    let sources: Vec<_> = shown.evidence.iter().map(|(_, cited)| cited.source.clone()).collect();
    draft.with_sources(&sources)
}

fn revision(revised: &Revised) -> Vec<Cell> {
    let set = &revised.set;
    let change = |change: &FieldChange| {
        let text = |value: &Option<String>| value.as_deref().map_or("—".to_owned(), clean);
        format!("{}: {} → {}", change.key, text(&change.before), text(&change.after))
    };
    let changes: Vec<String> = revised.changes.iter().map(change).collect();
    vec![
        Cell::text(words::set_number(set)),
        Cell::text(time(&set.made_at)),
        Cell::text(clean(&set.author)),
        Cell::text(words::action(revised.action)).with_under(changes.join(" · ")),
        Cell::text(clean(&set.reason)),
    ]
}

/// A page that is all front.
fn whole(draft: Composer, kind: &'static str, title: &str, blocks: Vec<Block>) -> Page {
    let mut draft = draft.titled(kind, title);
    draft.front(|_| blocks);
    draft.page
}

fn line(text: &str) -> Block {
    Block::Line(Line::small(text))
}

pub(super) fn history(history: &History, draft: Composer) -> Page {
    let rows: Vec<Vec<Cell>> = history
        .sets
        .iter()
        .map(|summary| {
            let set = &summary.set;
            vec![
                Cell::text(words::set_number(set)),
                Cell::text(time(&set.made_at)),
                Cell::text(clean(&set.author)),
                Cell::text(clean(&set.reason)),
                Cell::text(clean(&words::edits(summary))),
            ]
        })
        .collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(line(words::NO_HISTORY));
    } else {
        blocks.push(Block::Table(table(&["Change", "When", "Who", "Why", "What"], rows)));
        blocks.push(line(words::AFTER_HISTORY));
    }
    if history.cut {
        blocks.push(line(words::MORE_HISTORY));
    }
    whole(draft, "history", &clean(&words::history_title(&history.about)), blocks)
}

/// How many gaps have a button.
const MOST_BUTTONS: usize = 5;

pub(super) fn gaps(gaps: &Gaps, draft: Composer) -> Page {
    let row = |(index, gap): (usize, &Gap)| {
        let names: Vec<String> = gap.actors.iter().map(super::name).collect();
        let about = [
            Some(crate::words::and_list(&names)).filter(|names| !names.is_empty()),
            gap.area.as_ref().map(super::name),
            gap.kind.map(|kind| crate::words::ask::kind(kind).to_owned()),
        ];
        let about: Vec<String> = about.into_iter().flatten().collect();
        let texts: Vec<String> = gap.texts.iter().map(|text| crate::words::quoted(text)).collect();
        vec![
            Cell::text(format!("{}", index + 1)),
            Cell::text(clean(&about.join(" · "))).with_under(clean(&texts.join(" "))),
            Cell::text(gap.asked.to_string()),
            Cell::text(time(&gap.asked_at)),
        ]
    };
    let rows: Vec<Vec<Cell>> = gaps.gaps.iter().enumerate().map(row).collect();
    let blocks = if rows.is_empty() {
        vec![line(words::NO_GAPS)]
    } else {
        vec![Block::Table(table(&["No.", "Asked about", "Times", "Last"], rows))]
    };
    let mut page = whole(draft, "gaps", words::GAPS, blocks);
    let propose = gaps.gaps.iter().filter(|gap| !gap.actors.is_empty()).map(|gap| {
        let actors = gap.actors.iter().map(|actor| actor.id.clone()).collect();
        Action::ProposeMissing(actors, gap.area.as_ref().map(|area| area.id.clone()))
    });
    // What was asked in several ways is proposed in one.
    for follow in propose {
        if page.follow.len() < MOST_BUTTONS && !page.follow.contains(&follow) {
            page.follow.push(follow);
        }
    }
    page
}

pub(super) fn audit(audit: &Audit, draft: Composer) -> Page {
    let rows: Vec<Vec<Cell>> = audit
        .lines
        .iter()
        .map(|[at, author, action, detail]| {
            vec![
                Cell::text(time(at)),
                Cell::text(clean(author)),
                Cell::text(clean(action)),
                Cell::text(clean(detail)),
            ]
        })
        .collect();
    let mut blocks = Vec::new();
    if rows.is_empty() {
        blocks.push(line(words::NO_AUDIT));
    } else {
        blocks.push(Block::Table(table(&["When", "Who", "What", "About"], rows)));
    }
    if audit.cut {
        blocks.push(line(words::MORE_AUDIT));
    }
    whole(draft, "audit", "Audit", blocks)
}

pub(super) fn powers(powers: Powers, draft: Composer) -> Page {
    let meaning = words::level_meaning;
    let rows = AccessLevel::ALL.map(|level| vec![Cell::text(level.as_str()), Cell::text(meaning(level))]);
    let blocks = vec![
        line(words::access_source(powers.source)),
        Block::Table(table(&["Level", "What it lets people do"], rows.to_vec())),
    ];
    let title = format!("Your level here is {}: you {}", powers.level, meaning(powers.level));
    whole(draft, "whoami", &title, blocks)
}

/// The page of a change that was made, would be made, or cannot be made. It cannot be asked again: it
/// has no line.
#[must_use]
pub fn report(report: &Report) -> Page {
    let many = report.items.len() > 1;
    let mut blocks = Vec::new();
    for (name, changes) in &report.items {
        // Of what is new there is no before.
        let is_new = changes.iter().all(|change| change.before.is_none());
        let row = |change: &FieldChange| {
            let before = (!is_new).then(|| value(change.before.as_ref()));
            let cells = [Some(Cell::text(change.key)), before, Some(value(change.after.as_ref()))];
            cells.into_iter().flatten().collect()
        };
        let rows: Vec<Vec<Cell>> = changes.iter().map(row).collect();
        let heads: &[&str] = if is_new { &["Field", "Value"] } else { &["Field", "Before", "After"] };
        if !rows.is_empty() {
            if many {
                blocks.push(Block::Heading(clean(&name.to_string())));
            }
            blocks.push(Block::Table(table(heads, rows)));
        }
    }
    blocks.extend(report.notes.iter().map(|note| line(&clean(&words::note(note)))));
    let mut page =
        whole(Composer::new(Opened::All), report.kind, &clean(&words::headline(&report.headline)), blocks);
    page.follow.clone_from(&report.follow);
    page.message.clone_from(&report.message);
    page.files.extend(report.file.clone());
    let whole = report.difference.as_ref().map(words::import_lines);
    page.files.extend(whole.map(|lines| ("changes.txt".to_owned(), lines.join("\n"))));
    page
}

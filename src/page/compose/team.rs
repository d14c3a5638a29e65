//! The pages of teams: a channel’s focus, what it follows, its discussions and their records, what changed.

use super::{Composer, list, table};
use crate::answer::team::{
    ChallengeLine, Changes, Discussions, Focus, Following, NoteLine, OptionLine, Record, Stage, Stance,
};
use crate::page::export::as_csv;
use crate::page::text::clean;
use crate::page::{Block, Cell, Content, Entry, FileForm, Line, Page};
use crate::section::SectionName;
use crate::words::team as words;

fn text(text: impl AsRef<str>) -> Cell {
    Cell::text(clean(text.as_ref()))
}

fn small(text: impl AsRef<str>) -> Block {
    Block::Line(Line::small(clean(text.as_ref())))
}

pub(super) fn focus(focus: &Focus, draft: Composer) -> Page {
    let mut draft = draft.titled("focus", clean(&words::focus_title(focus)));
    draft.front(|_| words::focus_lines(focus).into_iter().map(small).collect());
    draft.page
}

pub(super) fn following(following: &Following, draft: Composer) -> Page {
    let mut draft = draft.titled("following", words::FOLLOWING);
    draft.front(|_| {
        let mut blocks = Vec::new();
        if following.follows.is_empty() {
            blocks.push(small(words::FOLLOWS_NOTHING));
        } else {
            let rows = following.follows.iter();
            let rows =
                rows.map(|follow| vec![text(words::followed(follow)), text(words::follow_state(follow))]);
            blocks.push(Block::Table(table(&["What", "How often"], rows.collect())));
        }
        blocks.extend(following.quiet.map(|quiet| small(words::quiet(quiet))));
        blocks
    });
    draft.page
}

pub(super) fn discussions(discussions: &Discussions, draft: Composer) -> Page {
    let mut draft =
        draft.titled("discussions", words::discussions_title(discussions.closed, discussions.everywhere));
    draft.front(|_| {
        if discussions.lines.is_empty() {
            return vec![small(words::NO_DISCUSSIONS)];
        }
        let row = |line: &crate::answer::team::DiscussionLine| {
            vec![text(format!("#{}", line.number)), text(&line.topic), text(words::state(line))]
        };
        vec![Block::Table(table(&["No.", "Topic", "State"], discussions.lines.iter().map(row).collect()))]
    });
    draft.page
}

pub(super) fn record(record: &Record, mut draft: Composer) -> Page {
    let kind = if record.is_record { "record" } else { "summary" };
    draft = draft.titled(kind, clean(&words::title(&record.line)));
    draft.front(|_| front(record));
    let stances: usize = record.options.iter().map(|option| option.stances.len()).sum();
    draft.section(SectionName::Positions, stances, |_| positions(record));
    let notes: usize = record.notes.iter().map(|(_, notes)| notes.len()).sum();
    draft.section(SectionName::Notes, notes, |_| notes_by_area(record));
    draft.section(SectionName::Challenges, record.challenges.len(), |_| {
        let row = |challenge: &ChallengeLine| {
            let why = format!("{}: {}", challenge.person, challenge.reason);
            vec![text(&challenge.item), text(why), text(words::outcome(challenge))]
        };
        let rows = record.challenges.iter().map(row).collect();
        vec![Block::Table(table(&["Statement", "Challenged by, and why", "Outcome"], rows))]
    });
    draft.section(SectionName::Evidence, record.rests_on.len(), |draft| {
        let rows = record.rests_on.iter().map(|line| {
            let source = record.sources.iter().find(|source| Some(&source.id) == line.source.as_ref());
            let mut said = Entry::new(Content::Text(clean(&line.text)));
            said.cites.extend(source.map(|source| draft.cite(source)));
            vec![text(&line.item), Cell::of(said), text(words::now(&line.now))]
        });
        vec![Block::Table(table(&["Key", "When it was opened", "Now"], rows.collect()))]
    });
    draft.section(SectionName::History, record.events.len(), |_| {
        let row = |(at, who, what, why): &(String, String, String, String)| {
            vec![text(words::time(at)), text(words::event(who, what, why))]
        };
        vec![Block::Table(list(record.events.iter().map(row).collect()))]
    });
    let mut page = draft.with_sources(&record.sources);
    if record.is_record {
        page.along = &[FileForm::Markdown, FileForm::Html];
        if !record.secret {
            page.files.push(("positions.csv".to_owned(), csv(record)));
        }
    }
    page
}

/// How many are named beside an option on the first screen.
const MOST_NAMED: usize = 5;

/// How it stands, what was decided, what was chosen how often, and what is still open.
fn front(record: &Record) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(decision) = &record.line.decision {
        blocks.push(Block::Line(Line::new(clean(&words::decision(decision)))));
    }
    let mut state = vec![words::stage(record.line.stage).to_owned()];
    state.push(words::answered(record.line.answered, record.quorum));
    state.extend(record.closes_at.as_deref().map(|at| format!("closes {}", words::time(at))));
    if record.secret {
        state.push(words::SECRET.to_owned());
    }
    state.extend(record.decided.as_ref().map(|(by, at)| words::decided(by, at)));
    state.push(words::opened(&record.opened_by, &record.line.opened_at));
    blocks.push(small(state.join(" · ")));
    let row = |option: &OptionLine| {
        let votes = option.votes.map_or_else(String::new, |votes| votes.to_string());
        let names: Vec<&str> = option.stances.iter().filter_map(|one| one.person.as_deref()).collect();
        let more = names.len().saturating_sub(MOST_NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let named = names.iter().take(MOST_NAMED).copied().collect::<Vec<_>>().join(", ");
        vec![text(&option.text), text(format!("{votes} {named}{more}").trim())]
    };
    blocks.push(Block::Table(table(&["Option", "Positions"], record.options.iter().map(row).collect())));
    if record.line.stage != Stage::Open || record.result.as_ref().is_some_and(|_| record.line.answered > 0) {
        blocks.extend(record.result.as_ref().map(|result| small(words::result(result))));
    }
    if !record.dissent.is_empty() {
        blocks.push(Block::Heading(words::DISSENT.to_owned()));
        let row = |stance: &Stance| vec![text(&stance.option), text(words::stance(stance))];
        blocks
            .push(Block::Table(table(&["Chose", "Who, and why"], record.dissent.iter().map(row).collect())));
    }
    let moved: Vec<_> = record.rests_on.iter().filter(|line| line.now.is_some()).collect();
    blocks.extend(words::evidence_changed(&moved, record.line.stage == Stage::Closed).map(small));
    let questions: Vec<&NoteLine> = record
        .notes
        .iter()
        .flat_map(|(_, notes)| notes)
        .filter(|note| note.text.trim_end().ends_with(['?', '？', '؟']))
        .collect();
    let rows =
        |all: Vec<(String, String)>| all.into_iter().map(|(who, what)| vec![text(who), text(what)]).collect();
    let questions: Vec<_> =
        questions.into_iter().map(|note| (note.person.clone(), note.text.clone())).collect();
    let waiting = record.challenges.iter().filter(|challenge| challenge.outcome.is_none());
    let waiting: Vec<_> = waiting
        .map(|challenge| (challenge.person.clone(), format!("{}: {}", challenge.item, challenge.reason)))
        .collect();
    for (heading, all) in [(words::OPEN_QUESTIONS, questions), (words::WAITING, waiting)] {
        if !all.is_empty() {
            blocks.push(Block::Heading(heading.to_owned()));
            blocks.push(Block::Table(list(rows(all))));
        }
    }
    blocks
}

fn positions(record: &Record) -> Vec<Block> {
    let rows = record.options.iter().filter(|option| !option.stances.is_empty()).map(|option| {
        let said = option.stances.iter().map(|one| Entry::new(Content::Text(clean(&words::stance(one)))));
        vec![text(&option.text), Cell { entries: said.collect() }]
    });
    vec![Block::Table(table(&["Option", "Who, and why"], rows.collect()))]
}

fn notes_by_area(record: &Record) -> Vec<Block> {
    let mut blocks = Vec::new();
    for (area, notes) in &record.notes {
        let area = area.as_ref().map_or(words::NO_AREA, |area| area.name.as_str());
        blocks.push(Block::Heading(clean(area)));
        let row = |note: &NoteLine| {
            let said = Cell::text(clean(&words::note(note)));
            let link = note.link.clone().filter(|_| record.is_record).unwrap_or_default();
            vec![text(format!("{}. {}", note.number, note.person)), said.with_under(link)]
        };
        blocks.push(Block::Table(table(&["Who", "Note"], notes.iter().map(row).collect())));
    }
    blocks
}

/// Every position of an open vote, for spreadsheets.
fn csv(record: &Record) -> String {
    let head = ["option", "person", "reason", "taken_at", "has_left_server"].map(str::to_owned).to_vec();
    let rows = record.options.iter().flat_map(|option| &option.stances).map(|stance| {
        let left = if stance.has_left { "yes" } else { "" };
        vec![
            stance.option.clone(),
            stance.person.clone().unwrap_or_default(),
            stance.reason.clone(),
            stance.taken_at.clone().unwrap_or_default(),
            left.to_owned(),
        ]
    });
    as_csv(std::iter::once(head).chain(rows))
}

/// How many items of one change set are named.
const MOST_OF_A_SET: usize = 12;

pub(super) fn changes(changes: &Changes, draft: Composer) -> Page {
    let title = words::changes_title(changes.since.as_deref(), changes.since_visit);
    let mut draft = draft.titled("changes", title);
    draft.front(|_| {
        if changes.sets.is_empty() {
            return vec![small(words::NO_CHANGES)];
        }
        let mut blocks = Vec::new();
        if changes.more {
            blocks.push(small(words::MORE_CHANGES));
        }
        for set in changes.sets.iter().rev() {
            blocks.push(Block::Heading(clean(&words::set(set))));
            let row = |item: &crate::answer::team::ItemChange| {
                vec![text(words::about(&item.about)), text(words::change(item))]
            };
            blocks.push(Block::Table(list(set.items.iter().take(MOST_OF_A_SET).map(row).collect())));
            let more = set.items.len().saturating_sub(MOST_OF_A_SET);
            if more > 0 {
                blocks.push(small(words::more_of_set(more, set)));
            }
        }
        blocks
    });
    draft.page
}

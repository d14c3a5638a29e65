//! The page of a question in plain words: the answer in a sentence or a few, the rows behind it, what speaks against
//! it, and what was understood.

use super::{Composer, clean, observed};
use crate::action::Action;
use crate::answer::ask::{AdvicePart, Asked, AskedPart, Lead};
use crate::answer::{Dated, Named};
use crate::error::Offer;
use crate::knowledge::{QuestionKind, Voice};
use crate::page::{Block, Explained, Line, Page};
use crate::section::SectionName;
use crate::words::{self, ask};

/// How many rows stand under the answer.
const MOST_ROWS: usize = 4;

/// How many sentences an answer has that statements make.
const MOST_SENTENCES: usize = 2;

/// The longest title, in characters.
const LONGEST_TITLE: usize = 120;

pub(super) fn page(asked: &Asked, title: &str, draft: Composer) -> Page {
    let title = crate::knowledge::text::cut(&clean(title), LONGEST_TITLE);
    let mut draft = draft.titled("ask", title);
    draft.page.is_known = asked.parts.iter().any(AskedPart::is_known);
    draft.front(|draft| {
        let mut blocks = Vec::new();
        for part in &asked.parts {
            let made = front(part, draft);
            draft.page.explained.push(explained(part, &made));
            blocks.extend(made);
        }
        blocks
    });
    let all: Vec<&Dated> =
        asked.parts.iter().flat_map(|part| part.evidence.iter().chain(&part.against)).collect();
    draft.section(SectionName::Facts, all.len(), |draft| {
        let rows = all.iter().map(|one| draft.full_row(one, None)).collect();
        vec![Block::Table(super::list(rows))]
    });
    draft.page.next = asked
        .parts
        .iter()
        .flat_map(|part| &part.next)
        .map(|next| Offer { label: ask::next(&next.what), line: next.line.clone() })
        .collect();
    draft.page.next.dedup();
    draft.page.corrections = asked.parts.first().map(corrections).unwrap_or_default();
    draft.page.follow = asked.parts.first().map(follow).unwrap_or_default();
    let sources: Vec<_> = all.iter().map(|one| one.cited.source.clone()).collect();
    draft.with_sources(&sources)
}

/// What may have been meant instead: the other way round, or something else of the same.
fn corrections(part: &AskedPart) -> Vec<(String, String)> {
    let understood = &part.understood;
    let mut corrections = Vec::new();
    if let [first, others @ ..] = understood.actors.as_slice()
        && !others.is_empty()
    {
        let turned: Vec<&Named> = others.iter().chain([first]).collect();
        let ids: Vec<&str> = turned.iter().map(|actor| actor.id.as_str()).collect();
        let names: Vec<String> = turned.iter().map(|actor| actor.name.clone()).collect();
        corrections.push((names.join(" · "), format!("about:{}", ids.join(","))));
    }
    let kinds =
        QuestionKind::ALL.iter().filter(|kind| **kind != understood.kind && **kind != QuestionKind::Profile);
    corrections.extend(kinds.map(|kind| (words::capitalised(ask::kind(*kind)), format!("kind:{kind}"))));
    corrections
}

/// What can be said of an answer, or done where there is none.
fn follow(part: &AskedPart) -> Vec<Action> {
    match part.ids.first() {
        Some(first) if part.is_known() => vec![Action::Helpful(first.clone()), Action::Wrong(first.clone())],
        _ => {
            let actors: Vec<String> = part.understood.actors.iter().map(|actor| actor.id.clone()).collect();
            let area = part.understood.area.as_ref().map(|area| area.id.clone());
            if actors.is_empty() { Vec::new() } else { vec![Action::ProposeMissing(actors, area)] }
        }
    }
}

fn explained(part: &AskedPart, front: &[Block]) -> Explained {
    let first = front.iter().find_map(|block| match block {
        Block::Line(line) => Some(line.text.clone()),
        _ => None,
    });
    Explained {
        understood: part.understood.clone(),
        first: first.unwrap_or_default(),
        is_known: part.is_known(),
        is_gap: part.is_gap(),
        ids: part.ids.clone(),
        trace: part.trace.clone(),
    }
}

fn front(part: &AskedPart, draft: &mut Composer) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut said = 0;
    for lead in &part.leads {
        blocks.extend(sentences(lead, part, draft, &mut said));
    }
    let rest = &part.evidence[said.min(part.evidence.len())..];
    if !rest.is_empty() {
        let is_unknown = !part.is_known();
        if is_unknown {
            blocks.push(Block::Heading(ask::NEAREST.to_owned()));
        } else if said > 0 || !matches!(part.leads.first(), Some(Lead::Premise { .. })) {
            blocks.push(Block::Heading(ask::ALSO.to_owned()));
        }
        blocks.push(Block::Table(draft.dated_list(rest.iter().take(MOST_ROWS), None)));
    }
    if !part.against.is_empty() {
        blocks.push(Block::Heading(ask::AGAINST.to_owned()));
        blocks.push(Block::Table(draft.dated_list(part.against.iter(), None)));
    }
    blocks.push(Block::Line(Line::small(clean(&ask::understood(&part.understood)))));
    blocks
}

/// Whether two statements are judgements of one source and grade.
fn is_of_same(one: &Dated, other: &Dated) -> bool {
    let judgement = |dated: &Dated| {
        dated.cited.voice() == Voice::Assessment && dated.cited.statement.claimed_by.is_none()
    };
    judgement(one)
        && judgement(other)
        && one.cited.source.id == other.cited.source.id
        && one.cited.grade() == other.cited.grade()
}

/// The sentences that answer; `said` counts the statements that they say.
fn sentences(lead: &Lead, part: &AskedPart, draft: &mut Composer, said: &mut usize) -> Vec<Block> {
    let line = |text: String, cites: Vec<String>| Block::Line(Line { cites, ..Line::new(clean(&text)) });
    match lead {
        Lead::Statement => {
            let most = match part.understood.kind {
                QuestionKind::Why | QuestionKind::Benefits | QuestionKind::Stance => MOST_SENTENCES + 1,
                QuestionKind::What => MOST_SENTENCES,
                _ => 1,
            };
            let shown = &part.evidence[..part.evidence.len().min(most)];
            *said = shown.len();
            let mut before: Option<&Dated> = None;
            let mut blocks = Vec::new();
            for one in shown {
                let cites = vec![draft.cite(&one.cited.source)];
                // Whose judgement it is, is said once.
                let again = before.is_some_and(|before| is_of_same(before, one));
                let text = if again {
                    format!("• {}", one.cited.statement.text)
                } else {
                    ask::statement(&one.cited, part.understood.kind)
                };
                blocks.push(line(text, cites));
                before = Some(one);
            }
            blocks
        }
        Lead::Premise { word, whose, towards } => {
            vec![line(ask::premise(word, whose.as_ref(), towards.as_ref()), Vec::new())]
        }
        Lead::Belongs { member, to, whether } => match to.as_slice() {
            [one] => {
                let cites = draft.cite_each(&one.sources);
                let unsourced = one.years == crate::knowledge::Years::Unsourced && one.period.from.is_some();
                let says_so = match one.period.to {
                    Some(_) => words::answers::ALL_UNSOURCED,
                    None => words::answers::ONE_UNSOURCED,
                };
                let after = if unsourced { format!(" {says_so}") } else { String::new() };
                let text = clean(&ask::belongs(member, one, *whether));
                vec![Block::Line(Line { cites, after, ..Line::new(text) })]
            }
            several => {
                let cites = draft.cite_each(several.iter().filter_map(|one| one.sources.first()));
                vec![line(ask::belongs_to(member, several), cites)]
            }
        },
        Lead::BelongsNot { member, organisation, source } => {
            let cites = vec![draft.cite(source)];
            vec![line(ask::belongs_not(member, organisation), cites)]
        }
        Lead::NeverLeft { member, belonging } => {
            let cites = draft.cite_each(&belonging.sources);
            vec![line(ask::never_left(member, belonging), cites)]
        }
        Lead::Members { organisation, status, members, others } => {
            let cite =
                |draft: &mut Composer| draft.cite_each(members.iter().take(1).flat_map(|one| &one.sources));
            let cites = cite(draft);
            let mut lines = vec![line(ask::members(organisation, *status, members), cites)];
            if let Some(text) = ask::other_members(others) {
                let cites = draft.cite_each(others.iter().take(1).flat_map(|one| &one.sources));
                lines.push(line(text, cites));
            }
            lines
        }
        Lead::Shared { actors, organisations, sources } => {
            let cites = draft.cite_each(sources);
            vec![line(ask::shared(actors, organisations), cites)]
        }
        Lead::Table(table) => observed::sentences(table, draft),
        Lead::Advice { subject, parts, is_expected } => parts
            .iter()
            .enumerate()
            .map(|(index, one)| {
                let cites = vec![draft.cite(&one.source)];
                // Whose advice it is, is said once.
                let is_of_same =
                    |before: &AdvicePart| before.source.id == one.source.id && before.grade == one.grade;
                let before = index.checked_sub(1).and_then(|before| parts.get(before));
                let text = if before.is_some_and(is_of_same) {
                    format!("• {}", one.part.text)
                } else {
                    let source = words::sources::described(&one.source);
                    ask::advised(subject, &source, &one.grade, &one.part.text, *is_expected)
                };
                line(text, cites)
            })
            .collect(),
        Lead::Which { name, choices } => vec![line(ask::which(name, choices), Vec::new())],
        Lead::Unknown { why } => vec![line(ask::unknown(*why, &part.understood), Vec::new())],
    }
}

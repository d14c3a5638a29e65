//! From an answer to a page: one file a question. What is said here is said of knowledge in the
//! knowledge's own words; our own sentences are few and stand in the notes.

mod benefits;
mod brief;
mod catalogue;
mod compare;
mod curation;
mod facts;
mod help;
mod nearest;
mod organisations;
mod recommend;
mod world;

pub use self::curation::report;

use std::sync::Arc;

use super::text::clean;
use super::{Cell, Citation, Detail, Page};
use crate::answer::{Answer, Claim, Named, Standing};
use crate::knowledge::Source;

/// Lays an answer out as a page; `line` is the line that asks the same again.
#[must_use]
pub fn compose(answer: &Answer, line: String) -> Page {
    let mut page = match answer {
        Answer::Compare(comparison) => compare::page(comparison),
        Answer::Benefits(benefits) => benefits::page(benefits),
        Answer::Recommend(advice) => recommend::page(advice),
        Answer::Facts(facts) => facts::page(facts),
        Answer::Areas(areas) => catalogue::areas(areas),
        Answer::Sources(sources) => catalogue::sources(sources),
        Answer::Help(command) => help::page(*command),
        Answer::Profile(profile) => world::profile(profile),
        Answer::Members(members) => world::members(members),
        Answer::Shared(shared) => world::shared(shared),
        Answer::Relations(relations) => world::relations(relations),
        Answer::Timeline(timeline) => world::timeline(timeline),
        Answer::Brief(brief) => brief::page(brief),
        Answer::Shown(shown) => curation::shown(shown),
        Answer::History(history) => curation::history(history),
        Answer::Audit(audit) => curation::audit(audit),
        Answer::Powers(powers) => curation::powers(powers),
        Answer::Report(report) => curation::report(report),
    };
    page.line = line;
    page
}

/// Numbers the sources of a page in the order in which they are first cited.
#[derive(Default)]
struct Citations(Vec<Citation>);

impl Citations {
    fn number(&mut self, source: &Arc<Source>) -> usize {
        if let Some(known) = self.0.iter().find(|known| known.id == source.id) {
            return known.n;
        }
        let n = self.0.len() + 1;
        self.0.push(Citation::of(n, source));
        n
    }

    /// The cell that shows a claim.
    fn cell(&mut self, claim: &Claim, more: usize) -> Cell {
        let statement = &claim.statement;
        let detail = Detail {
            id: statement.id.clone(),
            voice: claim.voice(),
            level: statement.level,
            trend: statement.trend,
            date: statement.period.to_string(),
            grade: claim.grade(),
            citations: vec![self.number(&claim.source)],
            more,
        };
        let mut text = clean(&statement.text);
        if let Some(figure) = &statement.figure {
            let basis = figure.basis.as_deref().map_or(String::new(), |basis| format!(", {}", clean(basis)));
            text.push_str(&format!(" ({}{basis})", clean(&figure.to_string())));
        }
        // Whoever claims it is named once.
        if let Some(by) = statement.claimed_by.as_deref().map(clean).filter(|by| !names(&text, by)) {
            text = format!("{}: {text}", capitalised(&by));
        }
        let mut meta = detail.meta();
        for standing in &claim.standing {
            meta.push_str(&format!(" · {}", stands(standing)));
        }
        Cell { text, meta, detail: Some(detail) }
    }
}

/// How a statement stands to another, in words.
fn stands(standing: &Standing) -> String {
    match standing {
        Standing::ConflictsWith(other) => format!("at odds with {other}"),
        Standing::Supersedes(other) => format!("in place of {other}"),
        Standing::SupersededBy(other) => format!("overtaken by {other}"),
    }
    .replace(' ', "\u{A0}")
}

/// A text that begins with a capital.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| format!("{}{}", first.to_uppercase(), letters.as_str()))
}

/// Whether a text names somebody, in any case.
fn names(text: &str, somebody: &str) -> bool {
    text.to_lowercase().contains(&somebody.to_lowercase())
}

fn new_page(kind: &'static str, title: String) -> Page {
    Page {
        kind,
        title,
        lead: Vec::new(),
        tables: Vec::new(),
        notes: Vec::new(),
        citations: Vec::new(),
        line: String::new(),
        follow: Vec::new(),
        files: Vec::new(),
        along: &[],
    }
}

fn name(named: &Named) -> String {
    clean(&named.name)
}

/// A name as it stands within a sentence: “the United States”, “the Gulf Cooperation Council”, “Pakistan”.
fn the(named: &Named) -> String {
    let name = name(named);
    let (first, last) = (name.split(' ').next(), name.rsplit(' ').next());
    let takes_article = matches!(
        first,
        Some(
            "United"
                | "Organization"
                | "Organisation"
                | "Association"
                | "Commonwealth"
                | "Council"
                | "Conference"
                | "Republic"
        )
    ) || matches!(
        last,
        Some(
            "Union"
                | "Republic"
                | "Islands"
                | "Organization"
                | "Organisation"
                | "Council"
                | "League"
                | "See"
                | "Bahamas"
                | "Comoros"
                | "Gambia"
                | "Maldives"
                | "Netherlands"
                | "Philippines"
        )
    );
    if takes_article { format!("the {name}") } else { name }
}

/// “Pakistan, India and China”.
fn and_list<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    match items {
        [] => String::new(),
        [one] => text(one),
        [others @ .., last] => {
            let others: Vec<String> = others.iter().map(&text).collect();
            format!("{} and {}", others.join(", "), text(last))
        }
    }
}

/// “1 statement”, “3 statements”.
fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}

/// What the cells of a page are, said plainly: whose judgement, and whether any is a checked fact.
fn about_voices(page: &mut Page) {
    use crate::answer::Voice;
    let details =
        || page.tables.iter().flat_map(|table| &table.rows).flatten().filter_map(|cell| cell.detail.as_ref());
    let total = details().count();
    if total == 0 {
        return;
    }
    let recorded = details().filter(|detail| detail.voice == Voice::Recorded).count();
    let assessed =
        details().filter(|detail| matches!(detail.voice, Voice::Assessment | Voice::Advice)).count();
    let claimed = total - recorded - assessed;
    let who = match page.citations.as_slice() {
        [one] => format!("the source’s own judgement [{}]", one.n),
        _ => "the sources’ own judgement".to_owned(),
    };
    let parts: Vec<(usize, &str)> = [
        (assessed, who.as_str()),
        (claimed, "claimed as fact without proof"),
        (recorded, "recorded by a source of standing"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .collect();
    page.notes.push(match parts.as_slice() {
        [(1, what)] => format!("The one entry is {what}."),
        [(number, what)] => format!("All {number} entries are {what}."),
        several => {
            let verb = |number: usize| if number == 1 { "is" } else { "are" };
            let list = and_list(several, |(number, what)| format!("{number} {} {what}", verb(*number)));
            format!("Of {total} entries, {list}.")
        }
    });
}

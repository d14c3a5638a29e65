//! The page of `/help`.

use super::{Composer, list};
use crate::commands::{self, Command, CommandInfo, HelpTopic, Takes};
use crate::page::{Block, Cell, Line, Page};
use crate::words;

pub(super) fn page(topic: Option<HelpTopic>, draft: Composer) -> Page {
    let (title, blocks) = match topic {
        None => (words::help::TITLE.to_owned(), all()),
        Some(HelpTopic::Knowledge) => {
            (words::help::KNOWLEDGE_TITLE.to_owned(), grouped(&["knowledge", "access"]))
        }
        Some(HelpTopic::Teams) => (words::help::TEAMS_TITLE.to_owned(), grouped(&["channel", "discuss"])),
        Some(HelpTopic::Marks) => (words::help::MARKS_TITLE.to_owned(), marks()),
        Some(HelpTopic::Command(command)) => {
            let info = command.info();
            (format!("/{}: {}", info.name, info.description), one(command))
        }
    };
    let mut draft = draft.titled("help", title);
    draft.front(|_| blocks);
    draft.page
}

fn examples(infos: impl Iterator<Item = &'static CommandInfo>) -> Block {
    let row = |info: &CommandInfo| vec![Cell::name(info.example), Cell::text(info.description)];
    Block::Table(list(infos.map(row).collect()))
}

/// The questions, each by an example that works.
fn all() -> Vec<Block> {
    let questions = commands::all().filter(|info| !info.name.contains(' '));
    let mut blocks = vec![examples(questions)];
    blocks.extend(words::help::NOTES.iter().map(|note| Block::Line(Line::small(*note))));
    blocks
}

/// The commands under these words.
fn grouped(groups: &[&str]) -> Vec<Block> {
    let row = |info: &CommandInfo| vec![Cell::name(format!("/{}", info.name)), Cell::text(info.description)];
    let of_them = groups.iter().flat_map(|group| commands::under(group));
    vec![Block::Table(list(of_them.map(row).collect()))]
}

/// The grades and marks of answers.
fn marks() -> Vec<Block> {
    let rows = words::help::marks().into_iter().map(|(mark, text)| vec![Cell::name(mark), Cell::text(text)]);
    vec![Block::Table(list(rows.collect()))]
}

fn one(command: Command) -> Vec<Block> {
    let info = command.info();
    let rows = info
        .options
        .iter()
        .map(|option| {
            let takes = match option.takes {
                Takes::Actor | Takes::ActorFilter => "a country or organisation",
                Takes::Organisation | Takes::OrganisationFilter => "an organisation",
                Takes::ActorList => "countries or organisations, with commas between",
                Takes::Area => "an area, see /areas",
                Takes::Source => "a key, see /sources",
                Takes::Command => "a command",
                Takes::Layout => "auto, wide, phone, cards or plain",
                Takes::Section => "areas, figures, evidence, timeline… or all",
                Takes::Direction => "both, to or from",
                Takes::Switch => "yes or no",
                Takes::Item => "the key of an item",
                Takes::Retracted => "the key of a retracted item",
                Takes::Word(words) => &words.join(", "),
                Takes::Text | Takes::LongText => "text",
                Takes::Question => "a question",
                Takes::Number => "a number",
                Takes::Person => "a person",
                Takes::Holder => "a role or a person",
                Takes::File => "a file",
            };
            let need = if option.required { "needed" } else { "optional" };
            vec![
                Cell::name(option.name),
                Cell::text(option.description).with_under(format!("{need}; {takes}")),
            ]
        })
        .collect();
    vec![
        Block::Table(list(rows)),
        Block::Line(Line::new(words::help::as_a_line(info.usage))),
        Block::Line(Line::new(words::help::for_example(info.example))),
    ]
}

//! The page of `/help`.

use crate::commands::{self, Command, Takes};
use crate::page::{Cell, Page, Table};

pub(super) fn page(command: Option<Command>) -> Page {
    match command {
        None => all(),
        Some(command) => one(command),
    }
}

fn all() -> Page {
    let mut page = super::new_page("help", "What Dragoman answers".to_owned());
    let rows = commands::all()
        .map(|info| {
            vec![
                Cell::plain(format!("/{}", info.name)),
                Cell { text: info.description.to_owned(), meta: info.example.to_owned(), detail: None },
            ]
        })
        .collect();
    page.tables.push(Table {
        title: String::new(),
        columns: vec!["Command".to_owned(), "What it answers".to_owned()],
        rows,
    });
    page.notes.push(
        "Countries are understood by any name, code or flag: Türkiye, turkey, TR, TUR, 🇹🇷, Ankara. \
         /help compare explains one command."
            .to_owned(),
    );
    page.notes.push(
        "Every line carries its source and how far it can be trusted: a letter for the source (A reliable … F cannot \
         be judged), a digit for the statement (1 confirmed … 6 cannot be judged). What is not recorded is shown as —."
            .to_owned(),
    );
    page
}

fn one(command: Command) -> Page {
    let info = command.info();
    let mut page = super::new_page("help", format!("/{}: {}", info.name, info.description));
    let rows = info
        .options
        .iter()
        .map(|option| {
            let takes = match option.takes {
                Takes::Actor | Takes::ActorFilter => "a country or organisation",
                Takes::Area => "an area, see /areas",
                Takes::Source => "a key, see /sources",
                Takes::Command => "a command",
                Takes::Layout => "auto, wide, phone, cards or plain",
                Takes::Switch => "yes or no",
                Takes::Item => "the key of an item",
                Takes::Retracted => "the key of a retracted item",
                Takes::Word(words) => &words.join(", "),
                Takes::Text => "text",
                Takes::Number => "a number",
                Takes::Person => "a person",
                Takes::Holder => "a role or a person",
                Takes::File => "a file",
            };
            let need = if option.required { "needed" } else { "optional" };
            vec![
                Cell::plain(option.name),
                Cell { text: option.description.to_owned(), meta: format!("{need}; {takes}"), detail: None },
            ]
        })
        .collect();
    page.tables.push(Table {
        title: String::new(),
        columns: vec!["Option".to_owned(), "What it is".to_owned()],
        rows,
    });
    page.notes.push(format!("As a line: {}", info.usage));
    page.notes.push(format!("For example: {}", info.example));
    page
}

//! Completion at the prompt: commands, names, options and their values.

use std::sync::Arc;

use rustyline::completion::{Completer, Pair};
use rustyline::{Context, Helper, Highlighter, Hinter, Validator};

use crate::commands::{self, Command, Takes};
use crate::knowledge::Catalogue;
use crate::request::complete::{self, Choice};

/// Completes the word before the cursor.
#[derive(Helper, Hinter, Highlighter, Validator)]
pub(super) struct Words(pub(super) Arc<Catalogue>);

impl Completer for Words {
    type Candidate = Pair;

    fn complete(&self, line: &str, cursor: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = line.get(..cursor).unwrap_or(line);
        let start = before.rfind([' ', ',', '/']).map_or(0, |space| space + 1);
        let word = &before[start..];
        Ok(match before.trim_start().split_once(char::is_whitespace) {
            None => (0, commands(before.trim_start())),
            Some((command, _)) => {
                let (from, choices) = self.after(command.trim_start_matches('/'), word);
                (start + from, choices)
            }
        })
    }
}

impl Words {
    /// The candidates for a word after a command, and where in the word they start.
    fn after(&self, command: &str, word: &str) -> (usize, Vec<Pair>) {
        let options = Command::named(command).map_or(&[][..], |command| command.info().options);
        if let Some((name, typed)) = word.split_once(':') {
            let takes = options.iter().find(|option| option.name == name).map(|option| option.takes);
            let choices = match takes {
                Some(Takes::Area) => complete::areas(typed, &self.0, &[]),
                Some(takes) => complete::words(typed, takes),
                None => Vec::new(),
            };
            return (name.len() + 1, pairs(choices));
        }
        if options.iter().any(|option| option.takes == Takes::Command) {
            return (0, pairs(complete::words(word, Takes::Command)));
        }
        let mut found = Vec::new();
        if !word.is_empty() && options.iter().any(|option| option.takes == Takes::Actor) {
            found = pairs(complete::actors(word, &self.0, &[]));
        }
        found.extend(
            options
                .iter()
                .filter(|option| {
                    !matches!(option.takes, Takes::Actor | Takes::Source) && option.name.starts_with(word)
                })
                .map(|option| Pair {
                    display: format!("{}:", option.name),
                    replacement: format!("{}:", option.name),
                }),
        );
        (0, found)
    }
}

fn commands(typed: &str) -> Vec<Pair> {
    commands::all()
        .filter(|info| info.given == commands::Given::Anywhere)
        .map(|info| format!("/{}", info.name))
        .filter(|name| name.starts_with(typed) || name[1..].starts_with(typed))
        .map(|name| Pair { replacement: format!("{name} "), display: name })
        .collect()
}

fn pairs(choices: Vec<Choice>) -> Vec<Pair> {
    choices.into_iter().map(|choice| Pair { display: choice.label, replacement: choice.value }).collect()
}

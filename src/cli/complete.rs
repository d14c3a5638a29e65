//! Completion at the prompt: commands, names, options and their values.

use std::sync::Arc;

use rustyline::completion::{Completer, Pair};
use rustyline::{Context, Helper, Highlighter, Hinter, Validator};

use crate::commands::{self, Command, Takes};
use crate::knowledge::fold::fold;
use crate::knowledge::{Actor, Catalogue};
use crate::request::complete::{self, Around, Completion};

/// Completes the word before the cursor.
#[derive(Helper, Hinter, Highlighter, Validator)]
pub(super) struct Words(pub(super) Arc<Catalogue>);

impl Completer for Words {
    type Candidate = Pair;

    fn complete(&self, line: &str, cursor: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        let before = line.get(..cursor).unwrap_or(line);
        let start = self.start_of_name(before);
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

/// The most words of a name that are completed as one: “south ko”.
const MOST_WORDS: usize = 4;

impl Words {
    /// Where the word or the name of several words starts that is being typed.
    fn start_of_name(&self, before: &str) -> usize {
        let last = before.rfind([' ', ',', '/']).map_or(0, |space| space + 1);
        // A name goes back to a comma, or to the command.
        let run = before.rfind(',').map_or_else(|| before.find(' ').map_or(last, |at| at + 1), |at| at + 1);
        let run = run + before[run..].len() - before[run..].trim_start_matches(' ').len();
        let starts = before[run.min(last)..last].match_indices(' ').map(|(at, _)| run + at + 1);
        let starts: Vec<usize> = std::iter::once(run).chain(starts).filter(|start| *start < last).collect();
        let is_start = |start: &&usize| {
            let typed = fold(&before[**start..]);
            let is_name = |actor: &Actor| {
                let mut names = std::iter::once(&actor.name).chain(actor.names.iter().map(|name| &name.text));
                names.any(|name| fold(name).starts_with(&typed))
            };
            typed.contains(' ') && self.0.gazetteer.actors().iter().any(is_name)
        };
        let from = starts.len().saturating_sub(MOST_WORDS - 1);
        starts[from..].iter().find(is_start).copied().unwrap_or(last)
    }

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
        if !word.is_empty() && options.iter().any(|option| option.takes.is_actor()) {
            let only = options.iter().any(|option| option.takes == Takes::Organisation);
            let complete = if only { complete::organisations } else { complete::actors };
            found = pairs(complete(word, &self.0, &Around::default()));
        }
        found.extend(
            options
                .iter()
                .filter(|option| {
                    !option.takes.is_actor() && option.takes != Takes::Source && option.name.starts_with(word)
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
        .filter(|info| info.availability == commands::Availability::Anywhere)
        .map(|info| format!("/{}", info.name))
        .filter(|name| name.starts_with(typed) || name[1..].starts_with(typed))
        .map(|name| Pair { replacement: format!("{name} "), display: name })
        .collect()
}

fn pairs(choices: Vec<Completion>) -> Vec<Pair> {
    choices.into_iter().map(|choice| Pair { display: choice.label, replacement: choice.value }).collect()
}

#[cfg(test)]
mod tests {
    use rustyline::history::MemHistory;

    use super::*;
    use crate::files;
    use crate::knowledge::{GazetteerBuilder, Item};

    /// What the prompt makes of a line with the first candidate taken; the line itself where there is none.
    fn completed(line: &str) -> String {
        let (mut gazetteer, mut areas) = (GazetteerBuilder::default(), Vec::new());
        for item in files::read(&files::embedded()).unwrap().items {
            match item {
                Item::Actor(actor) => gazetteer.add(actor),
                Item::Area(area) => areas.push(area),
                _ => {}
            }
        }
        let words = Words(Arc::new(Catalogue::new(gazetteer.build(), areas, Vec::new())));
        let history = MemHistory::new();
        let (start, found) = words.complete(line, line.len(), &Context::new(&history)).unwrap();
        found
            .first()
            .map_or_else(|| line.to_owned(), |pair| format!("{}{}", &line[..start], pair.replacement))
    }

    #[test]
    fn commands_names_options_and_their_values_are_completed() {
        for (typed, expected) in [
            ("/comp", "/compare "),
            ("/compare turk", "/compare TUR"),
            ("/compare turkiye, pak", "/compare turkiye, PAK"),
            ("/facts south ko", "/facts KOR"),
            ("/compare turkiye saudi ar", "/compare turkiye SAU"),
            ("/compare turkiye, south ko", "/compare turkiye, KOR"),
            ("/facts turkiye arg", "/facts turkiye ARG"),
            ("/facts turkiye area:def", "/facts turkiye area:defence"),
            ("/facts turkiye lay", "/facts turkiye layout:"),
            ("/facts turkiye layout:ph", "/facts turkiye layout:phone"),
            ("/help comp", "/help compare"),
            ("/facts xyzzyxyzzy", "/facts xyzzyxyzzy"),
        ] {
            assert_eq!(completed(typed), expected, "{typed}");
        }
    }
}

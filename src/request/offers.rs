//! Lines that would work, in place of one that is refused.

use super::names::{Piece, suggest};
use super::{Asking, run_of};
use crate::error::{Offer, Replacement};
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Actor, Catalogue};

/// The asker’s own words, safe to repeat: on one line, with nothing invisible.
pub(super) fn on_one_line(text: &str) -> String {
    clean_lines(text).join(" ")
}

/// The asker’s line with one piece replaced by an actor, and every other unknown one for which there is
/// but one suggestion by that.
pub(super) fn offer(
    asking: &Asking,
    pieces: &[Piece<'_>],
    replaced: usize,
    actor: &Actor,
    catalogue: &Catalogue,
) -> Offer {
    let words: Vec<&str> = pieces
        .iter()
        .enumerate()
        .map(|(index, piece)| match piece {
            _ if index == replaced => actor.id.as_str(),
            Piece::Actor(actor) => &actor.id,
            Piece::Area(area) => area,
            Piece::Several(typed, _) => typed,
            Piece::Unknown(typed) => only_suggestion(typed, catalogue).map_or(typed, |only| &only.id),
            Piece::TooMany => "",
        })
        .collect();
    Offer { label: actor.name.clone(), line: line(asking, &run_of(&words), None) }
}

fn only_suggestion<'a>(typed: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    match suggest(typed, catalogue).as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// What else an [`offer`] replaces.
pub(super) fn also_replaced(
    pieces: &[Piece<'_>],
    replaced: usize,
    catalogue: &Catalogue,
) -> Vec<Replacement> {
    let others = pieces.iter().enumerate().filter(|(index, _)| *index != replaced);
    let replacement = |(_, piece): (usize, &Piece<'_>)| match piece {
        Piece::Unknown(typed) => {
            let only = only_suggestion(typed, catalogue)?;
            Some(Replacement { typed: (*typed).clone(), name: only.name.clone() })
        }
        _ => None,
    };
    others.filter_map(replacement).collect()
}

/// An asking as a line, with other words, and one option replaced.
pub(super) fn line(asking: &Asking, words: &str, replaced: Option<(&str, &str)>) -> String {
    let mut line = format!("/{} {}", asking.command.info().name, on_one_line(words)).trim_end().to_owned();
    for (name, value) in &asking.options {
        let value = match replaced {
            Some((option, value)) if option == name => value,
            _ => value,
        };
        let value = &on_one_line(value);
        let quote = if value.contains(char::is_whitespace) { "\"" } else { "" };
        line.extend([" ", name, ":", quote, value, quote]);
    }
    line.trim_end().to_owned()
}

pub(super) fn names(actors: &[&Actor]) -> Vec<String> {
    actors.iter().map(|actor| actor.name.clone()).collect()
}

//! Lines that would work, in place of one that is refused.

use super::names::{Piece, presumed, suggest};
use super::{Asking, run_of};
use crate::error::{Offer, Replacement};
use crate::knowledge::text::clean_lines;
use crate::knowledge::{Actor, Catalogue};

/// The asker’s own words, safe to repeat: on one line, with nothing invisible.
pub(super) fn on_one_line(text: &str) -> String {
    clean_lines(text).join(" ")
}

/// The most lines that are offered: as many as a menu has
/// (<https://discord.com/developers/docs/components/reference#string-select>).
const MOST_OFFERED: usize = 25;

/// The asker’s lines with one piece replaced by each of these actors, every other unknown one by the one that is near to
/// it, and each name that several bear by each of those. Where a piece stays unknown, none would be understood, and
/// nothing is offered.
pub(super) fn offers(
    asking: &Asking,
    pieces: &[Piece<'_>],
    replaced: usize,
    actors: &[&Actor],
    catalogue: &Catalogue,
) -> Vec<Offer> {
    // What names too few is refused, whoever is meant: “paksitan xyzzy” is Pakistan and a word too many.
    let needed =
        asking.command.info().options.iter().filter(|option| option.required && option.takes.is_actor());
    let named = pieces.iter().filter(|piece| !matches!(piece, Piece::Area(_)));
    if named.count() < needed.count() {
        return Vec::new();
    }
    // Each line so far: its words, and the names that its label says.
    let mut lines: Vec<(Vec<String>, Vec<String>)> = vec![Default::default()];
    for (index, piece) in pieces.iter().enumerate() {
        let chosen = |actors: &[&Actor]| {
            actors.iter().map(|actor| (actor.id.clone(), Some(actor.name.clone()))).collect::<Vec<_>>()
        };
        let words = match piece {
            _ if index == replaced => chosen(actors),
            Piece::Several(_, choices) => match presumed(pieces, index) {
                Some((state, _)) => vec![(state.id.clone(), None)],
                None => chosen(choices),
            },
            Piece::Actor(actor) => vec![(actor.id.clone(), None)],
            Piece::Area(area) => vec![((*area).to_owned(), None)],
            Piece::Unknown(typed) => {
                only_suggestion(typed, catalogue).map(|only| (only.id.clone(), None)).into_iter().collect()
            }
            Piece::TooMany => Vec::new(),
        };
        let longer = lines.iter().flat_map(|(line, label)| {
            words.iter().map(move |(word, name)| {
                let with =
                    |list: &[String], more: Option<&String>| list.iter().chain(more).cloned().collect();
                (with(line, Some(word)), with(label, name.as_ref()))
            })
        });
        lines = longer.take(MOST_OFFERED).collect();
    }
    let offer = |(words, label): (Vec<String>, Vec<String>)| {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        Offer { label: label.join(" · "), line: line(asking, &run_of(&words), None) }
    };
    lines.into_iter().map(offer).collect()
}

fn only_suggestion<'a>(typed: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    match suggest(typed, catalogue).as_slice() {
        [only] => Some(only),
        _ => None,
    }
}

/// What else an offer replaces, beside the piece that was not understood.
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

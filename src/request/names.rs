//! Reading a run of names: “south korea, japan vs 🇹🇷” is three actors.
//!
//! Names are matched longest first, so that “south korea” is one name and not two. Commas,
//! slashes, semicolons and line ends separate; “vs”, “versus”, “and” and “&” between names do too,
//! unless they are part of one (“Bosnia and Herzegovina”), and so does a dash (“Türkiye–Pakistan”) that is in no
//! name. An ending behind an apostrophe (“Turkey’s”) is no part of a name. A word that also names an area
//! (“defence”) is read as the area. Nothing that is not understood is dropped: it comes back as
//! [`Piece::Unknown`], and a run that is too long to be read as [`Piece::TooMany`].

use super::Presumed;
use crate::knowledge::fold::{fold, fold_word, is_invisible};
use crate::knowledge::gazetteer::{LONGEST_NAME_WORDS, Meaning};
use crate::knowledge::{Actor, ActorKind, Catalogue, NameKind};

/// The most words that are read of one line.
pub(super) const MOST_WORDS: usize = 64;

/// A piece of a run of names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// An actor.
    Actor(&'a Actor),
    /// A name that several actors bear, as typed.
    Several(String, Vec<&'a Actor>),
    /// An area, by key.
    Area(&'a str),
    /// Words that mean nothing, as typed.
    Unknown(String),
    /// There are more than [`MOST_WORDS`] words; none is read.
    TooMany,
}

/// The state that a name which several bear means beside the name of another actor: the one that is called just so.
pub(super) fn presumed<'a>(pieces: &[Piece<'a>], index: usize) -> Option<(&'a Actor, Presumed)> {
    let Some(Piece::Several(typed, choices)) = pieces.get(index) else { return None };
    let is_beside = |piece: &Piece<'_>| matches!(piece, Piece::Actor(actor) if !choices.contains(actor));
    let folded = fold(typed);
    let is_it = |actor: &&&Actor| actor.kind == ActorKind::State && fold(&actor.name) == folded;
    let state = choices.iter().find(is_it).filter(|_| pieces.iter().any(is_beside))?;
    let others = choices.iter().filter(|actor| actor.id != state.id).map(|actor| actor.id.clone()).collect();
    Some((state, Presumed { typed: typed.clone(), state: state.id.clone(), others }))
}

/// A word as typed and folded, with what stands before it.
struct Word<'t> {
    typed: &'t str,
    folded: String,
    /// Whether a comma or the like separates it from the word before.
    separated: bool,
    /// Whether it joins names, and is none itself.
    joins: bool,
    /// Whether it is taken for an English word, though a country has it for a code.
    is_english: bool,
}

impl<'t> Word<'t> {
    fn new(typed: &'t str, separated: bool) -> Self {
        Self { typed, folded: fold_word(typed), separated, joins: false, is_english: false }
    }
}

/// Reads every name in a text.
pub(super) fn read<'a>(text: &str, catalogue: &'a Catalogue) -> Vec<Piece<'a>> {
    let text = catalogue.gazetteer.spaced(text);
    let words = parted(words(&text), catalogue);
    if words.len() > MOST_WORDS {
        return vec![Piece::TooMany];
    }
    let mut pieces: Vec<Piece<'a>> = Vec::new();
    let mut unknown: Vec<&Word<'_>> = Vec::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if word.separated {
            flush(&mut unknown, &mut pieces, catalogue);
        }
        // “the United States”
        let has_article = word.folded == "the" && match_at(&words[at..], catalogue).is_none();
        if has_article && words.get(at + 1).is_some_and(|_| match_at(&words[at + 1..], catalogue).is_some()) {
            at += 1;
            continue;
        }
        if let Some((piece, length)) = match_at(&words[at..], catalogue) {
            flush(&mut unknown, &mut pieces, catalogue);
            let again = !word.separated && pieces.last() == Some(&piece);
            // “🇹🇷 Türkiye” and “Türkiye (TUR)” name one actor in two ways, not two actors.
            if !(again && is_code_or_flag_beside(&words, at, length)) {
                pieces.push(piece);
            }
            at += length;
        } else if word.joins || !are_codes(&words[..at]) && leads_to_area(&words[at..], catalogue) {
            flush(&mut unknown, &mut pieces, catalogue);
            at += 1;
        } else {
            unknown.push(word);
            at += 1;
        }
    }
    flush(&mut unknown, &mut pieces, catalogue);
    pieces
}

/// The words, with names that a dash joins taken apart (“Türkiye–Pakistan”) and endings behind an apostrophe let go
/// (“Turkey’s”, “Türkiye'nin”) where the whole is no name.
fn parted<'t>(words: Vec<Word<'t>>, catalogue: &Catalogue) -> Vec<Word<'t>> {
    /// The longest ending of a case that is written behind an apostrophe, in letters (Turkish “-nden”).
    const LONGEST_ENDING: usize = 4;
    const DASHES: [char; 3] = ['-', '–', '—'];
    let means = |word: &Word<'_>| catalogue.gazetteer.meaning(&word.folded) != Meaning::Unknown;
    let is_name = |word: &Word<'_>| means(word) && !is_connector(&word.folded) && !is_english(word);
    let part = |word: Word<'t>| {
        if means(&word) {
            return vec![word];
        }
        if let Some((stem, ending)) = word.typed.rsplit_once(['\'', '’']) {
            let stem = Word::new(stem, word.separated);
            let is_ending =
                ending.chars().count() <= LONGEST_ENDING && ending.chars().all(char::is_alphabetic);
            return if is_ending && is_name(&stem) { vec![stem] } else { vec![word] };
        }
        if !word.typed.contains(DASHES) {
            return vec![word];
        }
        let typed = word.typed.split(DASHES).enumerate();
        let parts: Vec<Word<'t>> =
            typed.map(|(index, typed)| Word::new(typed, word.separated || index > 0)).collect();
        if parts.iter().all(is_name) { parts } else { vec![word] }
    };
    words.into_iter().flat_map(part).collect()
}

/// Whether words are all as short as codes, so that “in” behind them may be India’s (“tr pk in defence”).
fn are_codes(words: &[Word<'_>]) -> bool {
    !words.is_empty() && words.iter().all(|word| word.folded.chars().count() <= LONGEST_CODE)
}

/// Whether the words start with one that only leads to the area behind it: “in trade”, “on energy”.
fn leads_to_area(words: &[Word<'_>], catalogue: &Catalogue) -> bool {
    let leads = words.first().is_some_and(|word| matches!(word.folded.as_str(), "in" | "on" | "about"));
    leads && words.get(1..).is_some_and(|rest| matches!(match_at(rest, catalogue), Some((Piece::Area(_), _))))
}

/// Whether the name matched at `at`, or the word before it, is a flag or stands in brackets: the
/// second way of naming the same actor.
fn is_code_or_flag_beside(words: &[Word<'_>], at: usize, length: usize) -> bool {
    let is_flag = |word: &Word<'_>| word.folded.chars().any(|c| matches!(c, '\u{1F1E6}'..='\u{1F1FF}'));
    let here = &words[at..at + length];
    here.iter().any(|word| is_flag(word) || word.typed.starts_with('('))
        || at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(is_flag)
}

/// Ends a run of unknown words: one piece, or one a word where each alone is near to some name, as in
/// “paksitan indai”.
fn flush(unknown: &mut Vec<&Word<'_>>, pieces: &mut Vec<Piece<'_>>, catalogue: &Catalogue) {
    let typed: Vec<&str> = unknown.drain(..).map(|word| word.typed).collect();
    let whole = typed.join(" ");
    let is_near = |text: &str| !catalogue.gazetteer.suggest(text, 1).is_empty();
    if typed.len() > 1 && !is_near(&whole) && typed.iter().all(|word| is_near(word)) {
        pieces.extend(typed.into_iter().map(|word| Piece::Unknown(word.to_owned())));
    } else if !typed.is_empty() {
        pieces.push(Piece::Unknown(whole));
    }
}

/// Words that stand between names, “and” in the languages nearest to the knowledge too; and what every
/// question is about, as in “Turkey’s policy towards India”.
pub(super) fn is_connector(folded: &str) -> bool {
    matches!(
        folded,
        "vs" | "v"
            | "versus"
            | "and"
            | "with"
            | "or"
            | "to"
            | "toward"
            | "towards"
            | "against"
            | "from"
            | "for"
            | "between"
            | "policy"
            | "policies"
            | "ve"
            | "et"
            | "y"
            | "und"
            | "и"
            | "اور"
    )
}

/// English words that are codes of countries too. Written small among other words they are taken for the
/// word: whoever means Iceland by “is” is asked.
const WORDS_AND_CODES: [&str; 20] = [
    "am", "are", "as", "at", "be", "by", "can", "do", "in", "is", "it", "la", "ma", "me", "my", "no", "per",
    "so", "va", "vi",
];

/// Whether a word is English before it is a code.
fn is_english(word: &Word<'_>) -> bool {
    word.typed.chars().all(char::is_lowercase) && WORDS_AND_CODES.contains(&word.folded.as_str())
}

/// Words between names that are codes too: Andorra’s, Tonga’s, Venezuela’s and Ethiopia’s.
const JOINTS_AND_CODES: [&str; 4] = ["and", "to", "ve", "et"];

/// The words of a text, and which of them join names or are no names. A word that stands alone, with
/// nothing beside it or between commas, is a name; so is each where all are as short as codes
/// (“tr pk in”). What has no names on both sides joins none: in “FRA AND” the code of Andorra is meant.
fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = split(text);
    let are_codes = are_codes(&words);
    let last = words.len().saturating_sub(1);
    for at in 0..words.len() {
        let (begins, ends) = (at == 0, at == last);
        let is_alone = (begins || words[at].separated) && (ends || words[at + 1].separated);
        let is_joint = JOINTS_AND_CODES.contains(&words[at].folded.as_str());
        let is_capital = words[at].typed.chars().all(char::is_uppercase);
        let may_be_code = is_joint && (is_alone || (is_capital || are_codes) && (begins || ends));
        words[at].joins = is_connector(&words[at].folded) && !may_be_code;
        words[at].is_english = is_english(&words[at]) && !is_alone && !are_codes;
    }
    words
}

/// The longest code of a country, in letters (ISO 3166-1 alpha-3).
const LONGEST_CODE: usize = 3;

/// Splits a text into words; a flag is a word of its own even where nothing separates it.
fn split(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut separated = false;
    for part in text.split_inclusive([',', '/', ';', '|', '\n', '،', '，', '、']) {
        for chunk in part.split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '/' | ';' | '|' | '،' | '，' | '、' | '&')
        }) {
            for typed in split_flags(chunk) {
                let word = Word::new(typed, separated);
                // What is no name at all is not passed over, but for what stands between names.
                let is_mark = |c: char| {
                    matches!(
                        c,
                        '-' | '–' | '—' | '+' | '.' | ':' | '?' | '!' | '"' | '“' | '”' | '\'' | '(' | ')'
                    ) || is_invisible(c)
                };
                if word.folded.is_empty() && typed.chars().all(is_mark) {
                    continue;
                }
                // One more than are read shows that there are too many.
                if words.len() > MOST_WORDS {
                    return words;
                }
                words.push(word);
                separated = false;
            }
        }
        separated = true;
    }
    words
}

/// Cuts a chunk before and after each flag (a pair of regional indicators).
pub(super) fn split_flags(chunk: &str) -> Vec<&str> {
    let is_indicator = |c: char| matches!(c, '\u{1F1E6}'..='\u{1F1FF}');
    if !chunk.contains(is_indicator) {
        return vec![chunk];
    }
    let mut parts = Vec::new();
    let mut start = 0;
    let mut indicators = 0;
    for (index, c) in chunk.char_indices() {
        if is_indicator(c) {
            if indicators % 2 == 0 {
                parts.push(&chunk[start..index]);
                start = index;
            }
            indicators += 1;
        } else if indicators > 0 {
            parts.push(&chunk[start..index]);
            start = index;
            indicators = 0;
        }
    }
    parts.push(&chunk[start..]);
    parts
}

/// How many words from here may be one name: those up to what separates, and beyond it what a list of countries writes
/// behind a comma (“Iran, Islamic Republic of”, “Gambia, The”). What is another’s name behind a comma is that
/// (“Hong Kong, China”).
fn run_length(words: &[Word<'_>], catalogue: &Catalogue) -> usize {
    let up_to_separator = |from: usize| {
        let rest = words.iter().skip(from + 1);
        rest.clone().position(|word| word.separated).map_or(words.len(), |next| from + 1 + next)
    };
    let first = up_to_separator(0);
    let second = up_to_separator(first);
    let Some(tail) = words.get(first..second).filter(|tail| !tail.is_empty()) else { return first };
    let folded: Vec<&str> = tail.iter().map(|word| word.folded.as_str()).collect();
    let is_inverted =
        folded.contains(&"of") || catalogue.gazetteer.meaning(&folded.join(" ")) == Meaning::Unknown;
    if is_inverted { second } else { first }
}

/// The longest name that starts the words, and how many words it takes.
fn match_at<'a>(words: &[Word<'_>], catalogue: &'a Catalogue) -> Option<(Piece<'a>, usize)> {
    let run = run_length(words, catalogue);
    (1..=run.min(LONGEST_NAME_WORDS)).rev().find_map(|length| {
        // “and” is a word between names before it is Andorra’s code.
        if length == 1 && (words[0].joins || words[0].is_english) {
            return None;
        }
        // A name does not go over a comma into the midst of another: “Moldova, Republic of Korea”.
        let goes_over = words[1..length].iter().any(|word| word.separated);
        if goes_over && words.get(length).is_some_and(|next| !next.separated && !next.joins) {
            return None;
        }
        let folded: Vec<&str> = words[..length].iter().map(|word| word.folded.as_str()).collect();
        let folded = folded.join(" ");
        let typed = if length == 1 { words[0].typed } else { "" };
        let piece = match catalogue.gazetteer.meaning_as_typed(&folded, typed) {
            // “American Samoa” and “French Guiana” are not two actors, but places of which nothing is known.
            Meaning::One(actor)
                if is_adjective_of(actor, &folded) && names_a_place(&words[length..], catalogue) =>
            {
                return None;
            }
            Meaning::One(actor) => Piece::Actor(actor),
            Meaning::Several(actors) => {
                let typed: Vec<&str> = words[..length].iter().map(|word| word.typed).collect();
                Piece::Several(typed.join(" "), actors)
            }
            Meaning::Unknown => Piece::Area(&catalogue.area(&folded)?.id),
        };
        Some((piece, length))
    })
}

fn is_adjective_of(actor: &Actor, folded: &str) -> bool {
    actor.names.iter().any(|name| name.kind == NameKind::Adjective && fold(&name.text) == folded)
}

/// Whether the next words, with nothing between, are a name that is no adjective.
fn names_a_place(words: &[Word<'_>], catalogue: &Catalogue) -> bool {
    let Some(next) = words.first().filter(|word| !word.separated && !word.joins) else {
        return false;
    };
    let meaning = catalogue.gazetteer.meaning(&next.folded);
    matches!(meaning, Meaning::One(actor) if !is_adjective_of(actor, &next.folded)
        && catalogue.gazetteer.get(&next.typed.to_uppercase()).is_none_or(|by_code| by_code.id != actor.id))
}

/// The actors that unknown words may have been meant for: the nearest to the whole run, or to the
/// words that it starts with.
pub(super) fn suggest<'a>(unknown: &str, catalogue: &'a Catalogue) -> Vec<&'a Actor> {
    /// How many suggestions still help.
    const MOST: usize = 5;
    // A code that was taken for an English word.
    if let Meaning::One(actor) = catalogue.gazetteer.meaning(&fold(unknown)) {
        return vec![actor];
    }
    let words: Vec<&str> = unknown.split(' ').collect();
    (1..=words.len().min(4))
        .rev()
        .map(|length| catalogue.gazetteer.suggest(&words[..length].join(" "), MOST))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Whether a text has English words that are codes too, so that without a command before it, it may be a
/// sentence: “is it so” compares nobody.
pub(super) fn may_be_prose(text: &str) -> bool {
    split(text).iter().any(is_english)
}

/// Whether a text names nothing at all once folded.
pub(super) fn is_blank(text: &str) -> bool {
    fold(text).is_empty()
}

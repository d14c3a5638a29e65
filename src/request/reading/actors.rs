//! The actors that a question names, however it names them.

use super::tokens::Token;
use crate::knowledge::gazetteer::{LONGEST_NAME_WORDS, Meaning};
use crate::knowledge::{Actor, ActorKind, Catalogue, NameKind};

/// Codes of three letters that are words in some language before they are countries.
const WORDS_AND_CODES: [&str; 43] = [
    "ant", "aus", "car", "and", "are", "bel", "ben", "bra", "can", "cod", "com", "cub", "dom", "est", "fin",
    "gab", "gin", "grc", "gum", "guy", "ham", "hun", "ita", "jam", "kor", "lie", "mac", "mar", "mus", "nam",
    "ner", "nor", "pan", "per", "pol", "sen", "som", "ssd", "sur", "ton", "tun", "tur", "van",
];

/// Everyday words that are names too, or nearly, where they begin with a capital: Malé, Island (Iceland in German), Palau.
const EVERYDAY: [&str; 3] = ["island", "male", "pulau"];

/// English words behind which the short name of a body may be written small: “in the eu”.
const BEFORE_BODIES: [&str; 19] = [
    "a", "all", "an", "and", "by", "does", "from", "in", "is", "join", "joined", "leave", "left", "of",
    "the", "to", "which", "who", "with",
];

/// Beginnings of words before which it may: “eu members”, “ab üyeleri”.
const BEHIND_BODIES: [&str; 9] =
    ["candidate", "countr", "member", "nation", "state", "summit", "ulke", "uye", "desh"];

/// How many words of a question are looked at for slips in names: each costs a look at every name.
const MOST_SLIPS: usize = 4;

/// The fewest letters of a word that may be a name with a slip in it.
const SHORTEST_SLIP: usize = 5;

/// A name in a question.
#[derive(Debug, Clone)]
pub(super) struct NameAt<'a> {
    /// Whose it is; of a name that several bear, all of these.
    pub(super) bearers: Vec<&'a Actor>,
    /// The first word.
    pub(super) at: usize,
    /// How many words.
    pub(super) length: usize,
    /// Whether it was not written right.
    pub(super) slip: bool,
    /// Whether it is written as whose something is: “Türkiye’s”.
    pub(super) owns: bool,
}

/// The names among words; `taken` are the words that mean something else, such as a date, and `means` says whether
/// words mean anything in the lexicon.
pub(super) fn names<'a>(
    tokens: &[Token<'_>],
    taken: &[usize],
    means: &dyn Fn(usize) -> bool,
    catalogue: &'a Catalogue,
) -> Vec<NameAt<'a>> {
    // Whoever writes codes in small letters writes little else.
    let codes = (0..tokens.len()).filter(|at| is_code(tokens, *at, catalogue)).count();
    let is_terse = tokens.len() <= 8
        && codes * 2 >= tokens.len()
        && (0..tokens.len()).all(|at| !means(at) || taken.contains(&at));
    let mut names = Vec::new();
    let mut slips = 0;
    let mut at = 0;
    while at < tokens.len() {
        let found = name_at(tokens, at, taken, is_terse, means, catalogue);
        let found = found.or_else(|| {
            let may_slip = slips < MOST_SLIPS && !taken.contains(&at) && !means(at);
            let name = if may_slip { slip(tokens, at, catalogue, &mut slips) } else { None };
            name.map(|actor| (vec![actor], 1, true))
        });
        match found {
            Some((bearers, length, slip)) => {
                let owns = tokens[at..at + length].iter().any(|token| token.owns);
                names.push(NameAt { bearers, at, length, slip, owns });
                at += length;
            }
            None => at += 1,
        }
    }
    names
}

/// The longest name that starts at a word.
fn name_at<'a>(
    tokens: &[Token<'_>],
    at: usize,
    taken: &[usize],
    is_terse: bool,
    means: &dyn Fn(usize) -> bool,
    catalogue: &'a Catalogue,
) -> Option<(Vec<&'a Actor>, usize, bool)> {
    let rest = &tokens[at..];
    let run = rest.iter().skip(1).take_while(|token| !token.begins && !token.parted).count() + 1;
    (1..=run.min(LONGEST_NAME_WORDS)).rev().find_map(|length| {
        let words = &rest[..length];
        if (at..at + length).any(|place| taken.contains(&place)) {
            return None;
        }
        let folded: Vec<&str> = words.iter().map(|token| token.word.folded.as_str()).collect();
        let folded = folded.join(" ");
        let typed = if length == 1 { words[0].typed } else { "" };
        let behind = tokens.get(at + length).map(|token| token.word.folded.as_str());
        let is_before_body_word =
            behind.is_some_and(|word| BEHIND_BODIES.iter().any(|start| word.starts_with(start)));
        // “au members” are not Australia’s.
        let body = catalogue.gazetteer.organisation(&folded).filter(|_| length == 1 && is_before_body_word);
        if let Some(body) = body {
            return Some((vec![body], length, false));
        }
        let bearers = match catalogue.gazetteer.meaning_as_typed(&folded, typed) {
            Meaning::One(actor) => vec![actor],
            Meaning::Several(actors) => actors,
            Meaning::Unknown if length == 1 => return Some((vec![plural(&folded, catalogue)?], 1, false)),
            Meaning::Unknown => return None,
        };
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_led = before.is_some_and(|word| BEFORE_BODIES.contains(&word.word.folded.as_str()))
            || is_before_body_word;
        let is_small_body = length == 1 && !means(at) && is_short_body(words.first()?, &folded, bearers[0]);
        let is_name = length > 1
            || is_small_body && (is_led || is_terse)
            || !is_small_body && !means(at) && is_beside_code(tokens, at, catalogue)
            || !is_small_body
                && is_alone_a_name(words.first()?, &folded, bearers[0], is_terse, means(at), catalogue);
        is_name.then_some((bearers, length, false))
    })
}

/// Whether a word is the code of a country or an organisation.
fn is_code(tokens: &[Token<'_>], at: usize, catalogue: &Catalogue) -> bool {
    tokens.get(at).is_some_and(|token| match catalogue.gazetteer.meaning(&token.word.folded) {
        Meaning::One(actor) => {
            let is_it = |code: &String| token.word.folded.eq_ignore_ascii_case(code);
            is_it(&actor.id) || actor.iso2.as_ref().is_some_and(is_it)
        }
        _ => false,
    })
}

/// Whether a word is the short name of a body, written small: a word of some language more often than not.
fn is_short_body(token: &Token<'_>, folded: &str, actor: &Actor) -> bool {
    let is_small = token.typed.chars().all(|c| !c.is_uppercase());
    actor.kind == ActorKind::Organisation
        && is_small
        && folded.is_ascii()
        && folded.len() <= 3
        && folded.chars().all(|c| c.is_ascii_alphabetic())
}

/// Whether a word and one beside it are both codes of three letters: “tur pak arms”.
fn is_beside_code(tokens: &[Token<'_>], at: usize, catalogue: &Catalogue) -> bool {
    let has_code = |at: usize| {
        tokens.get(at).is_some_and(|token| match catalogue.gazetteer.meaning(&token.word.folded) {
            Meaning::One(actor) => token.word.folded.eq_ignore_ascii_case(&actor.id),
            _ => false,
        })
    };
    let is_unlikely_word = |at: usize| {
        tokens.get(at).is_some_and(|token| !WORDS_AND_CODES.contains(&token.word.folded.as_str()))
    };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
    has_code(at)
        && beside
            .into_iter()
            .any(|other| has_code(other) && (is_unlikely_word(at) || is_unlikely_word(other)))
}

/// Who is meant by several of a people: “Turks”, “Indians”.
fn plural<'a>(folded: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    let one = folded.strip_suffix('s').filter(|one| one.len() > 3)?;
    let actor = catalogue.gazetteer.chosen(one);
    let is_adjective = |actor: &&Actor| {
        let of_kind = actor.names.iter().filter(|name| name.kind == NameKind::Adjective);
        of_kind.into_iter().any(|name| crate::knowledge::fold::fold(&name.text) == one)
    };
    actor.first().copied().filter(is_adjective)
}

/// Whether a word alone is meant as a name: short ones are words of some language before they are codes.
fn is_alone_a_name(
    token: &Token<'_>,
    folded: &str,
    actor: &Actor,
    is_terse: bool,
    is_word: bool,
    catalogue: &Catalogue,
) -> bool {
    let letters = folded.chars().count();
    let is_capital = token.typed.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    let is_flag = folded.chars().any(|c| matches!(c, '\u{1F1E6}'..='\u{1F1FF}'));
    let is_chosen = !catalogue.gazetteer.chosen(folded).is_empty();
    let is_code = folded.eq_ignore_ascii_case(&actor.id)
        || actor.iso2.as_ref().is_some_and(|code| folded.eq_ignore_ascii_case(code));
    if is_flag || !folded.is_ascii() && is_chosen {
        return true;
    }
    if EVERYDAY.contains(&folded) {
        return token.typed.starts_with(char::is_uppercase);
    }
    if is_code && actor.kind == ActorKind::State {
        let is_own_word = letters == 3 && !WORDS_AND_CODES.contains(&folded) && !is_word;
        return is_capital && (letters > 2 || !is_word || token.typed.len() == 2)
            || is_own_word
            || is_terse && !is_word;
    }
    // “us” is a word; “US” and “U.S.” are a country.
    if letters <= 3 && is_word {
        return is_capital;
    }
    // What only some other language calls a country is written like a name.
    is_chosen
        || letters > 3 && !is_word && (!folded.is_ascii() || token.typed.starts_with(char::is_uppercase))
}

/// The one actor whose name a word nearly is.
fn slip<'a>(
    tokens: &[Token<'_>],
    at: usize,
    catalogue: &'a Catalogue,
    slips: &mut usize,
) -> Option<&'a Actor> {
    let word = &tokens[at].word.folded;
    let letters = word.chars().count();
    if letters < SHORTEST_SLIP
        || EVERYDAY.contains(&word.as_str())
        || word.contains(' ')
        || word.chars().any(|c| c.is_ascii_digit())
    {
        return None;
    }
    *slips += 1;
    let most = if letters < 8 { 1 } else { 2 };
    let near = |actor: &Actor| {
        let own =
            actor.names.iter().filter(|name| !matches!(name.kind, NameKind::Formal | NameKind::Translation));
        let names = own.map(|name| name.text.as_str()).chain([actor.name.as_str()]);
        let slips = names
            .map(crate::knowledge::fold::fold)
            .filter(|name| name.chars().next() == word.chars().next())
            .map(|name| strsim::osa_distance(&name, word));
        slips.min().filter(|slips| *slips <= most)
    };
    let candidates = catalogue.gazetteer.suggest(word, 3);
    let nearest = candidates
        .into_iter()
        .filter_map(|actor| Some((near(actor)?, actor)))
        .min_by_key(|(slips, _)| *slips);
    nearest.map(|(_, actor)| actor)
}

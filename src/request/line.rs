//! A line of text, typed at the console or after a mention, as an [`Asking`].

use super::names::{Piece, is_blank, may_be_prose, read};
use super::offers::on_one_line;
use super::{Asking, Defaults, Understanding, understand};
use crate::commands::{self, Command, QUESTIONS, Takes};
use crate::error::{BadQuestion, Offer, Refusal};
use crate::knowledge::Catalogue;
use crate::knowledge::fold::{fold, is_invisible};
use crate::knowledge::gazetteer::{LONGEST_NAME_WORDS, Meaning};

/// Understands a whole line.
///
/// # Errors
/// A refusal with the nearest lines that would work.
pub fn parse_line(
    line: &str,
    catalogue: &Catalogue,
    defaults: Option<&Defaults>,
) -> Result<Understanding, Refusal> {
    // A byte order mark or a zero-width space before the slash is nobody’s meaning.
    let line = line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
    // A slash may stand apart from its command.
    let is_slash = line.starts_with('/');
    let line = line.trim_start_matches('/').trim_start();
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let command = command_at(name, rest);
    if let Some((command, rest)) = command
        && (is_slash || !is_sentence(command, rest, catalogue))
    {
        return understand(&asking(command, rest, catalogue)?, catalogue, defaults);
    }
    if is_blank(line) {
        return Err(BadQuestion::Empty { example: QUESTIONS[0].example }.into());
    }
    // “turkiye pakistan india” can only be a comparison.
    let compared = asking(Command::Compare, line, catalogue)
        .unwrap_or_else(|_| Asking::from_words(Command::Compare, line, &[]));
    let pieces = if is_slash {
        Vec::new()
    } else {
        compared.runs.iter().flat_map(|run| read(run, catalogue)).collect()
    };
    if !may_be_prose(&compared.words()) && reads_as_names(&pieces, catalogue) {
        return understand(&compared, catalogue, None);
    }
    // Without a slash a command is meant only where names follow it: “comapre turkiye pakistan”.
    let refusal = unknown_command(name, rest, is_slash);
    // “do” begins a question, and is no part of “doctor”.
    let is_near_command = command.is_none() && name.chars().count() > 2 && !refusal.offers.is_empty();
    if is_slash || is_near_command && reads_as_names(&read(rest, catalogue), catalogue) {
        return Err(refusal);
    }
    understand(&asking(Command::Ask, line, catalogue)?, catalogue, None)
}

/// How many words follow the name of a command that takes one value at most, and are still that value: “sources trt world”.
const MOST_OF_A_VALUE: usize = 2;

/// Whether what follows the name of a command is a sentence: “compare how Turkey deals with Pakistan”, “help me understand
/// why they disagree”.
fn is_sentence(command: Command, rest: &str, catalogue: &Catalogue) -> bool {
    let has_option = rest.split_whitespace().any(|word| {
        word.split_once(':').is_some_and(|(name, _)| matches!(option_named(command, name), Some(Ok(_))))
    });
    if has_option {
        return false;
    }
    // “compare defence: turkey vs pakistan”
    if rest.split_whitespace().any(|word| word.len() > 1 && word.ends_with(':')) {
        return true;
    }
    if matches!(command, Command::Help | Command::Sources | Command::Areas) {
        return rest.split_whitespace().count() > MOST_OF_A_VALUE;
    }
    let takes_names = command.info().options.first().is_some_and(|first| first.takes.is_actor());
    if !takes_names {
        return false;
    }
    let is_prose = |piece: &Piece<'_>| match piece {
        Piece::Unknown(typed) => typed.split_whitespace().any(|word| catalogue.lexicon.has(word)),
        _ => false,
    };
    read(rest, catalogue).iter().any(is_prose)
}

/// Whether there are two names or more and nothing else; misspelt ones count beside one that is right, as a
/// whole: of “kimi destekliyor?” the first word alone is near to some name. Words that mean something are no name.
fn reads_as_names(pieces: &[Piece<'_>], catalogue: &Catalogue) -> bool {
    let is_name = |piece: &&Piece<'_>| matches!(piece, Piece::Actor(_) | Piece::Several(..));
    let is_near = |piece: &&Piece<'_>| match piece {
        Piece::Unknown(typed) => {
            let means = |word: &str| catalogue.lexicon.has(word);
            !typed.split_whitespace().any(means) && !catalogue.gazetteer.suggest(typed, 1).is_empty()
        }
        _ => false,
    };
    let (names, near) = (pieces.iter().filter(is_name).count(), pieces.iter().filter(is_near).count());
    let unknown = pieces.iter().filter(|piece| matches!(piece, Piece::Unknown(_) | Piece::TooMany)).count();
    names >= 1 && names + near >= 2 && unknown == near
}

/// The command that a line starts with, of one, two or three words, and what comes after it.
fn command_at<'a>(first: &str, rest: &'a str) -> Option<(Command, &'a str)> {
    let (mut name, mut rest) = (first.to_owned(), rest);
    for _ in 0..3 {
        if let Some(command) = Command::named(&name) {
            return Some((command, rest));
        }
        let (word, after) =
            rest.trim_start().split_once(char::is_whitespace).unwrap_or((rest.trim_start(), ""));
        name = format!("{name} {word}");
        rest = after;
    }
    None
}

fn unknown_command(name: &str, rest: &str, slash: bool) -> Refusal {
    // Without a slash a command is meant only where no more than a letter is off: “tell me” is no “/help me”.
    let slips = if slash { 2 } else { 1 };
    let (mut near, mut name, mut rest) = (Command::near(name, slips), name.to_owned(), rest.trim_start());
    let longer = commands::under(&name).next();
    if let Some(one) = longer {
        let (second, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        if second.is_empty() {
            return BadQuestion::UnfinishedCommand { name, one: one.name }.into();
        }
        name = format!("{name} {second}");
        (near, rest) = (Command::near(&name, slips), after);
    }
    let offers = near
        .iter()
        .map(|command| {
            let label = format!("/{}", command.info().name);
            let rest = on_one_line(rest);
            Offer { line: format!("{label} {rest}").trim_end().to_owned(), label }
        })
        .collect();
    let near = near.iter().map(|command| command.info().name).collect();
    Refusal::new(BadQuestion::UnknownCommand { typed: name, near }).offering(offers)
}

/// Parts the options of a line from its words.
///
/// # Errors
/// A refusal of an option that the command does not have, that is given twice, or that has no value.
fn asking(command: Command, text: &str, catalogue: &Catalogue) -> Result<Asking, Refusal> {
    let mut words = String::new();
    let mut options: Vec<(String, String)> = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_whitespace()) {
        // The space before a word is kept: a line end between two names separates them.
        words.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let word = &rest[..end];
        let named =
            word.split_once(':').and_then(|(name, value)| Some((option_named(command, name)?, value)));
        if let Some((name, value)) = named {
            let name = name?;
            if options.iter().any(|(known, _)| *known == name) {
                return Err(BadQuestion::OptionTwice { option: name }.into());
            }
            let value_start = end - value.len();
            let (value, used) = option_value(&rest[value_start..], takes(command, &name), catalogue);
            if value.is_empty() {
                return Err(BadQuestion::NoValue { option: name }.into());
            }
            options.push((name, value));
            rest = &rest[value_start + used..];
        } else {
            words.push_str(word);
            rest = &rest[end..];
        }
    }
    let words = words.trim();
    let asking = Asking::from_words(command, words, &options);
    // Words without an option’s name are the subject.
    Ok(Asking { lacks_subject: asking.lacks_subject && words.is_empty(), ..asking })
}

/// The option that a word before a colon names: nothing where it is no option’s name at all, a refusal
/// where it is one that the command does not have. `area` and `focus` are one to people.
fn option_named(command: Command, typed: &str) -> Option<Result<String, Refusal>> {
    let name = typed.to_ascii_lowercase();
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_lowercase() || c == '_' || c == '-') {
        return None;
    }
    let options = command.info().options;
    let has = |name: &str| options.iter().any(|option| option.name == name);
    let other = match name.as_str() {
        "area" => "focus",
        "focus" => "area",
        _ => "",
    };
    Some(match (has(&name), has(other)) {
        (true, _) => Ok(name),
        (false, true) => Ok(other.to_owned()),
        // In plain words a colon is a colon.
        (false, false) if command == Command::Ask => return None,
        (false, false) => {
            let options = options.iter().map(|option| option.name).collect();
            Err(BadQuestion::UnknownOption { command: command.info().name, typed: name, options }.into())
        }
    })
}

/// What an option of a command takes.
fn takes(command: Command, option: &str) -> Option<Takes> {
    command.info().options.iter().find(|known| known.name == option).map(|known| known.takes)
}

/// The value at the start of a text, and how many bytes it takes: quoted, or the longest name there is (“first:saudi
/// arabia”), or up to the next space. A space between the colon and the value is forgiven.
fn option_value(text: &str, takes: Option<Takes>, catalogue: &Catalogue) -> (String, usize) {
    let lead = text.len() - text.trim_start_matches(' ').len();
    let value = &text[lead..];
    for (open, close) in [('"', '"'), ('“', '”'), ('«', '»')] {
        if let Some(inner) = value.strip_prefix(open) {
            // One that is not closed goes on to the end of the line.
            let (end, closing) = inner.find(close).map_or((inner.len(), 0), |end| (end, close.len_utf8()));
            return (inner[..end].to_owned(), lead + open.len_utf8() + end + closing);
        }
    }
    let is_known = |text: &str| match takes {
        Some(Takes::Actor | Takes::ActorFilter | Takes::Organisation | Takes::OrganisationFilter) => {
            catalogue.gazetteer.meaning(&fold(text)) != Meaning::Unknown
        }
        Some(Takes::Area) => catalogue.area(text).is_some(),
        _ => false,
    };
    let spaces = value.match_indices(char::is_whitespace).map(|(end, _)| end);
    let ends: Vec<usize> = spaces.chain([value.len()]).take(LONGEST_NAME_WORDS).collect();
    let longest = ends.iter().rev().find(|end| is_known(&value[..**end])).or(ends.first());
    let end = longest.copied().unwrap_or_default();
    (value[..end].trim_end().to_owned(), lead + end)
}

impl Asking {
    /// Words and options of a line; options that take an actor join the words, and the words of a
    /// command that takes no actor are its first option.
    fn from_words(command: Command, words: &str, options: &[(String, String)]) -> Self {
        Self { runs: Self::in_order(command, options, words), ..Self::from_options(command, options) }
    }
}

//! The rules of discussions: what a topic, an option, a reason and a note may be; what positions come to; when what is
//! shown is brought up to date.

use crate::error::{BadTeam, TeamText};
use crate::knowledge::text::clean_lines;
use crate::store::positions::{OptionTally, Position};

/// The longest of each text, in characters. A topic names a thread, which takes a hundred
/// (<https://discord.com/developers/docs/resources/channel#start-thread-without-message>).
pub const LONGEST_TOPIC: usize = 100;
/// An option, which is read in a menu.
pub const LONGEST_OPTION: usize = 80;
/// A reason: one line.
pub const LONGEST_REASON: usize = 200;
/// A note.
pub const LONGEST_NOTE: usize = 1_000;
/// A decision.
pub const LONGEST_DECISION: usize = 1_000;

/// The options of a question that names none.
pub const USUAL_OPTIONS: [&str; 3] = ["Agree", "Neutral", "Disagree"];

/// How many options a question has at least and at most.
const OPTIONS: std::ops::RangeInclusive<usize> = 2..=10;

/// A text of one line, as it is kept.
///
/// # Errors
/// A refusal where it is empty or too long.
pub fn line_of(typed: &str, what: TeamText, most: usize) -> Result<String, BadTeam> {
    let text = clean_lines(typed).join(" ");
    if text.is_empty() || text.chars().count() > most {
        return Err(BadTeam::TextLength { what, most });
    }
    Ok(text)
}

/// A text of several lines, as it is kept.
///
/// # Errors
/// A refusal where it is empty or too long.
pub fn text_of(typed: &str, what: TeamText, most: usize) -> Result<String, BadTeam> {
    let text = clean_lines(typed).join("\n");
    if text.is_empty() || text.chars().count() > most {
        return Err(BadTeam::TextLength { what, most });
    }
    Ok(text)
}

/// A reason, which may be empty.
///
/// # Errors
/// A refusal where it is too long.
pub fn reason_of(typed: &str) -> Result<String, BadTeam> {
    if clean_lines(typed).is_empty() {
        return Ok(String::new());
    }
    line_of(typed, TeamText::Reason, LONGEST_REASON)
}

/// The options that are typed, separated by semicolons or lines; the usual ones where there is none.
///
/// # Errors
/// A refusal where there are too few or too many, one is too long, or two are one.
pub fn options_of(typed: &str) -> Result<Vec<String>, BadTeam> {
    let parts = typed.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty());
    let options = parts
        .map(|part| line_of(part, TeamText::Option, LONGEST_OPTION))
        .collect::<Result<Vec<String>, BadTeam>>()?;
    if options.is_empty() {
        return Ok(USUAL_OPTIONS.map(str::to_owned).to_vec());
    }
    if !OPTIONS.contains(&options.len()) {
        return Err(BadTeam::OptionCount { given: options.len() });
    }
    for (place, option) in options.iter().enumerate() {
        if options[..place].iter().any(|other| other.to_lowercase() == option.to_lowercase()) {
            return Err(BadTeam::SameOption { text: option.clone() });
        }
    }
    Ok(options)
}

/// What positions come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody took one.
    Nobody,
    /// Fewer took one than have to.
    NoQuorum {
        /// How many did.
        answered: i64,
        /// How many have to.
        quorum: i64,
    },
    /// One option was chosen more often than any other.
    Leads {
        /// The option.
        option: String,
        /// How often.
        votes: i64,
        /// Of how many.
        of: i64,
    },
    /// Several were chosen as often, and none more often.
    Tie {
        /// The options.
        options: Vec<String>,
        /// How often each.
        votes: i64,
    },
}

/// What positions come to; nothing while it may not be told.
#[must_use]
pub fn outcome(tally: &[OptionTally], quorum: Option<i64>) -> Option<Outcome> {
    let votes: Vec<(i64, &str)> =
        tally.iter().map(|option| Some((option.votes?, option.text.as_str()))).collect::<Option<_>>()?;
    let of: i64 = votes.iter().map(|(votes, _)| votes).sum();
    let most = votes.iter().map(|(votes, _)| *votes).max().filter(|most| *most > 0);
    let Some(most) = most else { return Some(Outcome::Nobody) };
    if let Some(quorum) = quorum.filter(|quorum| of < *quorum) {
        return Some(Outcome::NoQuorum { answered: of, quorum });
    }
    let first: Vec<String> =
        votes.iter().filter(|(votes, _)| *votes == most).map(|(_, text)| (*text).to_owned()).collect();
    Some(match first.as_slice() {
        [one] => Outcome::Leads { option: one.clone(), votes: most, of },
        _ => Outcome::Tie { options: first, votes: most },
    })
}

/// The positions that differ from what most chose: those who disagree are named beside a decision.
#[must_use]
pub fn dissent<'a>(tally: &[OptionTally], positions: &'a [Position]) -> Vec<&'a Position> {
    let Some(most) = tally.iter().filter_map(|option| option.votes).max().filter(|most| *most > 0) else {
        return Vec::new();
    };
    let leads = |place| tally.iter().any(|option| option.place == place && option.votes == Some(most));
    positions.iter().filter(|position| !leads(position.place)).collect()
}

/// The positions that were taken before something changed that they rest on.
#[must_use]
pub fn rested_on(positions: &[Position], changed: i64) -> Vec<&Position> {
    positions.iter().filter(|position| position.seen < changed).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn tally(votes: &[i64]) -> Vec<OptionTally> {
        let option = |(place, votes): (i64, &i64)| OptionTally {
            place,
            text: format!("Option {place}"),
            votes: Some(*votes),
        };
        (1..).zip(votes).map(option).collect()
    }

    #[test]
    fn options_are_two_to_ten_and_differ() {
        assert_eq!(options_of(" ").unwrap(), ["Agree", "Neutral", "Disagree"]);
        assert_eq!(options_of("Accept; Only trade;Decline;").unwrap(), ["Accept", "Only trade", "Decline"]);
        assert_eq!(options_of("Yes"), Err(BadTeam::OptionCount { given: 1 }));
        let eleven = (0..11).map(|n| n.to_string()).collect::<Vec<_>>().join(";");
        assert_eq!(options_of(&eleven), Err(BadTeam::OptionCount { given: 11 }));
        assert_eq!(options_of("Accept;ACCEPT"), Err(BadTeam::SameOption { text: "ACCEPT".to_owned() }));
        assert!(options_of(&format!("a;{}", "x".repeat(81))).is_err());
    }

    #[test]
    fn positions_come_to_a_lead_a_tie_or_nothing() {
        assert_eq!(outcome(&tally(&[0, 0]), None), Some(Outcome::Nobody));
        let leads = Outcome::Leads { option: "Option 2".to_owned(), votes: 3, of: 4 };
        assert_eq!(outcome(&tally(&[1, 3]), Some(4)), Some(leads));
        assert_eq!(outcome(&tally(&[1, 3]), Some(5)), Some(Outcome::NoQuorum { answered: 4, quorum: 5 }));
        let tie = Outcome::Tie { options: vec!["Option 1".to_owned(), "Option 3".to_owned()], votes: 2 };
        assert_eq!(outcome(&tally(&[2, 1, 2]), None), Some(tie));
        let secret = [OptionTally { votes: None, ..OptionTally::default() }];
        assert_eq!(outcome(&secret, None), None);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_kept_on_one_line_or_refused(typed in "\\PC{0,300}|[\\s;]{0,20}") {
            if let Ok(text) = line_of(&typed, TeamText::Topic, LONGEST_TOPIC) {
                prop_assert!(!text.contains('\n') && !text.is_empty());
                prop_assert!(text.chars().count() <= LONGEST_TOPIC);
            }
            if let Ok(options) = options_of(&typed) {
                prop_assert!(OPTIONS.contains(&options.len()));
            }
        }
    }
}

//! Admiralty grades, as people ask for them: how far a source and what it says can be trusted at least.

use std::fmt;
use std::str::FromStr;

use super::statement::Statement;
use super::words::{Credibility, Reliability, UnknownWord};
use super::{CitedStatement, Source};

/// The least grade that is asked for: `B2`, or only `B` for the source, or only `2` for what is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct LeastGrade {
    /// How reliable the source has to be.
    pub reliability: Option<Reliability>,
    /// How credible what it says has to be.
    pub credibility: Option<Credibility>,
}

impl LeastGrade {
    /// The grades that are offered.
    pub const WORDS: &'static [&'static str] =
        &["A", "B", "C", "D", "E", "1", "2", "3", "4", "5", "A1", "A2", "B1", "B2", "B3", "C2", "C3"];

    /// Whether a statement is graded so, or better. “F” and “6” say that it cannot be judged: that is no grade.
    #[must_use]
    pub fn admits(self, cited: &CitedStatement) -> bool {
        let (Source { reliability, .. }, Statement { credibility, .. }) = (&*cited.source, &cited.statement);
        self.reliability.is_none_or(|least| *reliability <= least)
            && self.credibility.is_none_or(|least| credibility.digit() <= least.digit())
    }
}

impl FromStr for LeastGrade {
    type Err = UnknownWord;

    fn from_str(word: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord(Self::WORDS);
        let word = word.trim().to_uppercase();
        let digits = word.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let letters = &word[..word.len() - digits.len()];
        let reliability = match letters {
            "" => None,
            letter => Some(letter.parse::<Reliability>().map_err(|_| unknown())?),
        };
        let credibility = match digits {
            "" => None,
            digit => {
                let digit: i64 = digit.parse().map_err(|_| unknown())?;
                Some(Credibility::try_from(digit).map_err(|_| unknown())?)
            }
        };
        let is_grade = reliability.is_some() || credibility.is_some();
        if is_grade { Ok(Self { reliability, credibility }) } else { Err(unknown()) }
    }
}

impl fmt::Display for LeastGrade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(reliability) = self.reliability {
            write!(f, "{reliability}")?;
        }
        self.credibility.map_or(Ok(()), |credibility| write!(f, "{}", credibility.digit()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_read_as_it_is_said() {
        for word in ["A", "b2", " C3 ", "4"] {
            let grade: LeastGrade = word.parse().unwrap();
            assert_eq!(grade.to_string(), word.trim().to_uppercase());
        }
        for word in ["", "Z", "B9", "2B", "AB", "ä", "B²"] {
            assert!(word.parse::<LeastGrade>().is_err(), "{word}");
        }
    }
}

//! Dates as sources give them: a year, a month or a day, and the periods between two of them.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A date with the precision its source gives: `1947`, `2026-04` or `2022-06-10`.
///
/// Ordered by time, a coarser date before the finer ones within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: i16,
    /// 0 where only the year is known.
    month: i8,
    /// 0 where only the year or the month is known.
    day: i8,
}

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a date")]
pub struct NotADate;

impl FromStr for PartialDate {
    type Err = NotADate;

    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let mut number = |width: usize| match parts.next() {
            None => Ok(None),
            Some(digits) if digits.len() == width && digits.bytes().all(|b| b.is_ascii_digit()) => {
                digits.parse::<i16>().map(Some).map_err(|_| NotADate)
            }
            Some(_) => Err(NotADate),
        };
        let year = number(4)?.filter(|year| *year >= 1).ok_or(NotADate)?;
        let month = number(2)?;
        let day = number(2)?;
        if parts.next().is_some() {
            return Err(NotADate);
        }
        let small = |n: i16| i8::try_from(n).map_err(|_| NotADate);
        let (month, day) = (month.map(small).transpose()?, day.map(small).transpose()?);
        // The calendar decides: there is no 30 February.
        jiff::civil::Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).map_err(|_| NotADate)?;
        Ok(Self { year, month: month.unwrap_or(0), day: day.unwrap_or(0) })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if self.month > 0 {
            write!(f, "-{:02}", self.month)?;
        }
        if self.day > 0 {
            write!(f, "-{:02}", self.day)?;
        }
        Ok(())
    }
}

/// The months of the year by their English names, folded.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl PartialDate {
    /// Whether it is a whole year.
    #[must_use]
    pub fn is_year(self) -> bool {
        self.month == 0
    }

    /// The last day that the date may mean: `2024` ends on 2024-12-31. For comparing ends with
    /// starts of another precision.
    #[must_use]
    pub fn end(self) -> (i16, i8, i8) {
        let month = if self.month == 0 { 12 } else { self.month };
        let day = if self.day > 0 {
            self.day
        } else {
            jiff::civil::Date::new(self.year, month, 1).map_or(31, jiff::civil::Date::days_in_month)
        };
        (self.year, month, day)
    }

    /// The day of a time in RFC 3339; the first of all days where it is none.
    #[must_use]
    pub fn of_time(time: &str) -> Self {
        const FIRST: PartialDate = PartialDate { year: 1, month: 1, day: 1 };
        time.get(..10).and_then(|day| day.parse().ok()).unwrap_or(FIRST)
    }

    /// Whether the months from this date to another are the twelve of a year that is not the calendar’s.
    fn is_a_year_before(self, to: Self) -> bool {
        self.year + 1 == to.year && self.month > 1 && self.month == to.month + 1
    }

    /// The same date so many years before, by month: a leap day has no counterpart.
    #[must_use]
    pub fn years_before(self, years: i16) -> Self {
        Self { year: (self.year - years).max(1), day: 0, ..self }
    }

    /// The date no finer than its month: `2023-02`.
    #[must_use]
    pub fn month(self) -> Self {
        Self { day: 0, ..self }
    }

    /// The first day that the date may mean: `2024` starts on 2024-01-01.
    #[must_use]
    pub fn start(self) -> (i16, i8, i8) {
        (self.year, self.month.max(1), self.day.max(1))
    }
}

/// The day so many days before a time in RFC 3339, as `2026-11-23`; the time itself where it is none.
/// It compares with such times as text.
#[must_use]
pub fn days_before(time: &str, days: i64) -> String {
    let day = time.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let before = day.and_then(|day| day.checked_sub(jiff::SignedDuration::from_hours(days * 24)).ok());
    before.map_or_else(|| time.to_owned(), |day| day.to_string())
}

/// The time so many minutes before a time, RFC 3339; the time itself where it is none. It compares with such times as
/// text.
#[must_use]
pub fn minutes_before(time: &str, minutes: i64) -> String {
    let then = time.parse::<jiff::Timestamp>().ok();
    let before = then.and_then(|then| then.checked_sub(jiff::SignedDuration::from_mins(minutes)).ok());
    before.map_or_else(|| time.to_owned(), |before| format!("{before:.0}"))
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(text: String) -> Result<Self, NotADate> {
        text.parse()
    }
}

impl Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// When a statement holds: from a date, to a date, either open. A point in time has both alike.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first date at which it holds; open if the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    /// The last date at which it holds; open if the source gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

impl Period {
    /// Whether nothing is said about time at all.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// Whether it holds at some time within a date. What has no start, or no end, is taken to hold.
    #[must_use]
    pub fn holds_at(&self, date: PartialDate) -> bool {
        self.overlaps(&Self { from: Some(date), to: Some(date) })
    }

    /// Whether what is said of this time was so at a date: what happened, had happened; what held for a
    /// time, held then. What is undated may have been.
    #[must_use]
    pub fn was_so_at(&self, date: PartialDate) -> bool {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => from.start() <= date.end(),
            _ => self.holds_at(date),
        }
    }

    /// Whether two periods have a day in common; an open side reaches as far as one likes.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let before = |to: Option<PartialDate>, from: Option<PartialDate>| matches!((to, from), (Some(to), Some(from)) if to.end() < from.start());
        !before(self.to, other.from) && !before(other.to, self.from)
    }

    /// The period as it stands before a line, no finer than months: `2025-12`, `2024/25` for twelve months of two years,
    /// `1986–2003`; nothing where nothing is said about time.
    #[must_use]
    pub fn brief(&self) -> Option<String> {
        let month = PartialDate::month;
        Some(match (self.from, self.to) {
            (None, None) => return None,
            (Some(from), Some(to)) if month(from) == month(to) => month(from).to_string(),
            (Some(from), Some(to)) if from.is_a_year_before(to) => {
                format!("{:04}/{:02}", from.year, to.year.rem_euclid(100))
            }
            (Some(from), Some(to)) => format!("{}–{}", month(from), month(to)),
            (Some(from), None) => format!("since {}", month(from)),
            (None, Some(to)) => format!("until {}", month(to)),
        })
    }

    /// Whether it ends before it starts, which no period does.
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        matches!((self.from, self.to), (Some(from), Some(to)) if to.end() < from.start())
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.from, self.to) {
            (None, None) => f.write_str("undated"),
            (Some(from), Some(to)) if from == to => write!(f, "{from}"),
            (Some(from), Some(to)) => write!(f, "{from} to {to}"),
            (Some(from), None) => write!(f, "since {from}"),
            (None, Some(to)) => write!(f, "until {to}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_their_precision() {
        for text in ["1947", "2026-04", "2022-06-10", "2024-02-29"] {
            assert_eq!(text.parse::<PartialDate>().map(|d| d.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn nonsense_is_no_date() {
        for text in [
            "",
            "0000",
            "99999",
            "2019-02-30",
            "2023-02-29",
            "2019-13",
            "2019-1",
            "tomorrow",
            "19-01-01",
            "-2019",
            "2019-01-01-01",
            "٢٠١٩",
        ] {
            assert_eq!(text.parse::<PartialDate>(), Err(NotADate), "{text}");
        }
    }

    #[test]
    fn periods_end_after_they_start() {
        let period = |from: &str, to: &str| Period { from: from.parse().ok(), to: to.parse().ok() };
        assert!(period("2020", "2019").is_backwards());
        assert!(period("2020-05", "2020-04-30").is_backwards());
        assert!(!period("2020-05", "2020").is_backwards());
        assert!(!period("2020", "2020").is_backwards());
        assert_eq!(period("2020", "2020").to_string(), "2020");
        assert_eq!(period("1986", "2003").to_string(), "1986 to 2003");
        for (from, to, read) in [
            ("2024-04", "2025-03", "2024/25"),
            ("1999-07", "2000-06", "1999/00"),
            ("2025-12-20", "2025-12-20", "2025-12"),
            ("2025-10-25", "2025-10-30", "2025-10"),
            ("2025-07", "2026-01", "2025-07–2026-01"),
            ("1986", "2003", "1986–2003"),
        ] {
            assert_eq!(period(from, to).brief().as_deref(), Some(read));
        }
    }
}

//! Times of teams: when a discussion ends, when a channel is told, when it wants to hear nothing. Discord does not say
//! where somebody is: a time without an offset is in the channel’s own time, which is UTC until it says otherwise, and
//! every time is read back as everybody’s own clock shows it.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use crate::error::BadTeam;
use crate::store::follows::{Often, Quiet};
use crate::store::news::Timing;

/// The soonest that a discussion may end.
const SOONEST: SignedDuration = SignedDuration::from_mins(1);
/// The latest.
const LATEST: SignedDuration = SignedDuration::from_hours(24 * 366);
/// How long it is waited after a change, so that what comes with it is told with it.
const TOGETHER: SignedDuration = SignedDuration::from_secs(3);
/// How often the first message of a discussion is brought up to date at most: Discord lets a channel’s messages be
/// edited about five times in five seconds, whoever edits (<https://discord.com/developers/docs/topics/rate-limits>).
const SHOWN_EVERY: SignedDuration = SignedDuration::from_secs(3);
/// When a day’s news is told, and a week’s, on Mondays.
const MORNING: i8 = 8;

fn at(now: &str) -> Timestamp {
    now.parse().unwrap_or(Timestamp::UNIX_EPOCH)
}

/// A time as the database keeps it: to the second, in UTC, so that times compare as text.
fn kept(time: Timestamp) -> String {
    format!("{time:.0}")
}

fn later(time: Timestamp, by: SignedDuration) -> Timestamp {
    time.checked_add(by).unwrap_or(time)
}

fn zone(minutes: i64) -> Offset {
    let seconds = i32::try_from(minutes * 60).unwrap_or(0);
    Offset::from_seconds(seconds).unwrap_or(Offset::UTC)
}

/// The time so many seconds after a time.
#[must_use]
pub fn seconds_after(now: &str, seconds: i64) -> String {
    kept(later(at(now), SignedDuration::from_secs(seconds)))
}

/// A time in seconds since 1970, as Discord’s timestamps have it
/// (<https://discord.com/developers/docs/reference#message-formatting-timestamp-styles>).
#[must_use]
pub fn seconds(time: &str) -> i64 {
    at(time).as_second()
}

/// When a discussion ends, from what somebody typed: `3d`, `18:00`, `2026-12-01`, `2026-12-01 18:00 +03:00`. `shift` is how
/// many minutes the channel’s clock is before UTC’s.
///
/// # Errors
/// A refusal where no time is meant, or it is over, too near or too far.
pub fn deadline(typed: &str, now: &str, shift: i64) -> Result<String, BadTeam> {
    let now = at(now);
    let meant = meant(typed, now, shift).ok_or_else(|| BadTeam::NotATime { typed: typed.to_owned() })?;
    if meant < later(now, SOONEST) {
        return Err(BadTeam::TimeOver { at: meant.as_second() });
    }
    if meant > later(now, LATEST) {
        return Err(BadTeam::TimeTooFar);
    }
    Ok(kept(meant))
}

fn meant(typed: &str, now: Timestamp, shift: i64) -> Option<Timestamp> {
    let typed = typed.trim().to_lowercase();
    if let Some(span) = span(&typed) {
        return now.checked_add(span).ok();
    }
    // “2026-12-01t18:00”
    let typed = match typed.split_once('t') {
        Some((day, time)) if day.parse::<Date>().is_ok() => format!("{day} {time}"),
        _ => typed,
    };
    let words: Vec<&str> = typed.split_whitespace().collect();
    let (words, zone) = match words.as_slice() {
        [words @ .., offset] if !words.is_empty() && offset_minutes(offset).is_some() => {
            (words, zone(offset_minutes(offset)?))
        }
        words => (words, zone(shift)),
    };
    let here = zone.to_datetime(now);
    let end_of_day = || Time::new(23, 59, 0, 0).ok();
    let (date, time) = match words {
        [time] if time.contains(':') => (None, clock(time)?),
        [day] => (Some(date(day, here.date())?), end_of_day()?),
        [day, time] => (Some(date(day, here.date())?), clock(time)?),
        _ => return None,
    };
    let day = match date {
        Some(day) => day,
        // Of a time that is over today, tomorrow’s is meant.
        None if time > here.time() => here.date(),
        None => here.date().tomorrow().ok()?,
    };
    zone.to_timestamp(DateTime::from_parts(day, time)).ok()
}

/// `3d`, `2h`, `90m`, `1w`, `1d 12h`.
fn span(typed: &str) -> Option<SignedDuration> {
    let mut minutes = 0_i64;
    let mut number = String::new();
    for c in typed.chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_digit() {
            number.push(c);
            continue;
        }
        let each = match c {
            'm' => 1,
            'h' => 60,
            'd' => 24 * 60,
            'w' => 7 * 24 * 60,
            _ => return None,
        };
        minutes = minutes.checked_add(number.parse::<i64>().ok()?.checked_mul(each)?)?;
        number.clear();
    }
    // Ten years are far more than any use of it.
    (number.is_empty() && minutes > 0 && minutes < 10 * 366 * 24 * 60)
        .then(|| SignedDuration::from_mins(minutes))
}

fn date(word: &str, today: Date) -> Option<Date> {
    match word {
        "today" => Some(today),
        "tomorrow" => today.tomorrow().ok(),
        word => word.parse().ok(),
    }
}

fn clock(word: &str) -> Option<Time> {
    let (hours, minutes) = word.split_once(':')?;
    let digits =
        |text: &str| text.chars().all(|c| c.is_ascii_digit()).then(|| text.parse::<i8>().ok()).flatten();
    Time::new(digits(hours)?, digits(minutes)?, 0, 0).ok()
}

/// `+03:00`, `-5`, `utc`, `z`: how many minutes a clock is before UTC’s.
fn offset_minutes(word: &str) -> Option<i64> {
    if matches!(word, "utc" | "z" | "gmt") {
        return Some(0);
    }
    let word = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt")).unwrap_or(word);
    let (sign, rest) = match word.chars().next()? {
        '+' => (1, &word[1..]),
        '-' => (-1, &word[1..]),
        _ => return None,
    };
    let (hours, minutes) = rest.split_once(':').unwrap_or((rest, "0"));
    let (hours, minutes): (i64, i64) = (hours.parse().ok()?, minutes.parse().ok()?);
    ((0..=18).contains(&hours) && (0..60).contains(&minutes)).then_some(sign * (hours * 60 + minutes))
}

/// When a channel wants to hear nothing, from what somebody typed: `22:00-07:00`, `22:00-07:00 +03:00`.
///
/// # Errors
/// A refusal where no hours are meant.
pub fn quiet_hours(typed: &str) -> Result<Quiet, BadTeam> {
    let meant = || {
        let typed = typed.trim().to_lowercase().replace(['–', '—'], "-");
        let (hours, offset) = typed.split_once(' ').unwrap_or((&typed, "utc"));
        let (begins, ends) = hours.split_once('-')?;
        let minute =
            |word: &str| clock(word).map(|time| i64::from(time.hour()) * 60 + i64::from(time.minute()));
        let (begins, ends) = (minute(begins)?, minute(ends)?);
        (begins != ends).then_some(())?;
        Some(Quiet { begins, ends, utc_shift: offset_minutes(offset.trim())? })
    };
    meant().ok_or_else(|| BadTeam::NotATime { typed: typed.to_owned() })
}

/// When a channel is told of what happens now.
#[must_use]
pub fn due(timing: Timing, now: &str) -> String {
    let now = at(now);
    let shift = timing.quiet.map_or(0, |quiet| quiet.utc_shift);
    let soon = later(now, TOGETHER);
    let due = match timing.often {
        Often::AtOnce => soon,
        Often::Hourly => {
            let past = now.as_second().rem_euclid(3_600);
            later(now, SignedDuration::from_secs(3_600 - past))
        }
        Often::Daily => next_morning(soon, shift, None),
        Often::Weekly => next_morning(soon, shift, Some(jiff::civil::Weekday::Monday)),
    };
    kept(timing.quiet.map_or(due, |quiet| after_quiet(due, quiet)))
}

/// The next morning, of any day or of one of the week.
fn next_morning(from: Timestamp, shift: i64, weekday: Option<jiff::civil::Weekday>) -> Timestamp {
    let zone = zone(shift);
    let mut day = zone.to_datetime(from).date();
    for _ in 0..8 {
        let morning = zone.to_timestamp(day.at(MORNING, 0, 0, 0));
        if let Ok(morning) = morning
            && morning > from
            && weekday.is_none_or(|wanted| day.weekday() == wanted)
        {
            return morning;
        }
        match day.tomorrow() {
            Ok(next) => day = next,
            Err(_) => break,
        }
    }
    from
}

/// A time, or the end of the quiet hours that it falls into.
fn after_quiet(due: Timestamp, quiet: Quiet) -> Timestamp {
    let here = zone(quiet.utc_shift).to_datetime(due).time();
    let minute = i64::from(here.hour()) * 60 + i64::from(here.minute());
    let is_quiet = if quiet.begins < quiet.ends {
        (quiet.begins..quiet.ends).contains(&minute)
    } else {
        minute >= quiet.begins || minute < quiet.ends
    };
    if !is_quiet {
        return due;
    }
    let wait = (quiet.ends - minute).rem_euclid(24 * 60) * 60 - i64::from(here.second());
    later(due, SignedDuration::from_secs(wait))
}

/// When the first message of a discussion is brought up to date again, after it last was.
#[must_use]
pub fn show_at(last: Option<&str>, now: &str) -> String {
    let soonest = last.map_or(at(now), |last| later(at(last), SHOWN_EVERY));
    kept(soonest.max(at(now)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NOW: &str = "2026-11-28T12:30:00Z";

    #[test]
    fn a_deadline_is_read_in_every_form_that_is_promised() {
        let reads = |typed: &str, shift, expected: &str| {
            assert_eq!(deadline(typed, NOW, shift).as_deref(), Ok(expected), "{typed}");
        };
        reads("3d", 0, "2026-12-01T12:30:00Z");
        reads("1d 12h", 0, "2026-11-30T00:30:00Z");
        reads("90m", 0, "2026-11-28T14:00:00Z");
        reads("18:00", 0, "2026-11-28T18:00:00Z");
        reads("12:00", 0, "2026-11-29T12:00:00Z");
        reads("18:00", 180, "2026-11-28T15:00:00Z");
        reads("18:00 +03:00", 0, "2026-11-28T15:00:00Z");
        reads("2026-12-01", 0, "2026-12-01T23:59:00Z");
        reads("2026-12-01 18:00 +03:00", 0, "2026-12-01T15:00:00Z");
        reads("2026-12-01T18:00 -5", 0, "2026-12-01T23:00:00Z");
        reads("tomorrow 09:15", 0, "2026-11-29T09:15:00Z");
        for nonsense in [
            "",
            "soon",
            "3x",
            "d",
            "25:00",
            "2026-13-01",
            "18:00 +99:00",
            "0d",
            "٣d",
            "+3",
            "18:00 18:00 18:00",
        ] {
            assert!(
                matches!(deadline(nonsense, NOW, 0), Err(BadTeam::NotATime { .. })),
                "{nonsense}: {:?}",
                deadline(nonsense, NOW, 0)
            );
        }
        assert!(matches!(deadline("2026-11-28 12:00", NOW, 0), Err(BadTeam::TimeOver { .. })));
        assert_eq!(deadline("500d", NOW, 0), Err(BadTeam::TimeTooFar));
    }

    #[test]
    fn a_channel_is_told_when_it_wants_to_be() {
        let told = |often, quiet| due(Timing { often, quiet }, NOW);
        assert_eq!(told(Often::AtOnce, None), "2026-11-28T12:30:03Z");
        assert_eq!(told(Often::Hourly, None), "2026-11-28T13:00:00Z");
        assert_eq!(told(Often::Daily, None), "2026-11-29T08:00:00Z");
        assert_eq!(told(Often::Weekly, None), "2026-11-30T08:00:00Z");
        let night = quiet_hours("15:00-07:00 +03:00").unwrap();
        assert_eq!(told(Often::AtOnce, Some(night)), "2026-11-29T04:00:00Z");
        let noon = quiet_hours("12:00–13:00").unwrap();
        assert_eq!(told(Often::AtOnce, Some(noon)), "2026-11-28T13:00:00Z");
        for nonsense in ["", "night", "22:00", "22:00-22:00", "22:00-07:00 mars"] {
            assert!(quiet_hours(nonsense).is_err(), "{nonsense}");
        }
    }

    #[test]
    fn however_many_click_a_message_is_edited_every_few_seconds() {
        assert_eq!(show_at(None, NOW), NOW);
        assert_eq!(show_at(Some("2026-11-28T12:29:59Z"), NOW), "2026-11-28T12:30:02Z");
        assert_eq!(show_at(Some("2026-11-28T12:00:00Z"), NOW), NOW);
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_a_time_to_come_or_refused(typed in "\\PC{0,30}|[0-9]{1,30}[mhdw]|[0-9:+ -]{0,24}") {
            if let Ok(time) = deadline(&typed, NOW, 0) {
                prop_assert!(time.as_str() > NOW);
            }
            let _ = quiet_hours(&typed);
        }
    }
}

//! The marks of levels, trends and disputes, and the words for them. A mark never stands without being explained:
//! /help marks lists them all.

use crate::knowledge::{Bearing, Level, Trend};

/// The mark of a level. Shades are in every monospaced font, and one column wide.
#[must_use]
pub fn level(level: Level) -> &'static str {
    match level {
        Level::None => "○",
        Level::Minimal => "░",
        Level::Limited => "▒",
        Level::Moderate => "▓",
        Level::Strong => "█",
    }
}

/// The mark of a trend.
#[must_use]
pub fn trend(trend: Trend) -> &'static str {
    match trend {
        Trend::Falling => "▼",
        Trend::Steady => "=",
        Trend::Growing => "▲",
    }
}

/// Level, trend and dispute in words, as an aside after a text: “ (strong, growing; disputed)”.
#[must_use]
pub fn aside(level: Option<Level>, trend: Option<Trend>, disputed: bool) -> String {
    let level = level.map(Level::as_str);
    let trend = trend.map(Trend::as_str);
    let disputed = disputed.then_some("disputed by facts");
    let all: Vec<&str> = level.into_iter().chain(trend).chain(disputed).collect();
    if all.is_empty() { String::new() } else { format!(" ({})", all.join(", ")) }
}

/// What stands before a fact that speaks against the judgement above it, where no mark does.
pub const AGAINST: &str = "but ";

/// How a statement bears on a judgement, before the statement.
#[must_use]
pub fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Disputes => "Against:",
        _ => "For:",
    }
}

/// A text with whose it is in words, where an arrow says so.
#[must_use]
pub fn without_arrows(text: &str) -> String {
    text.replace("→\u{A0}", "").replace("←\u{A0}", "the other side: ")
}

//! Colours for a terminal: the title and the marks of level and trend, each of which stands in
//! words too.

use crate::knowledge::{Level, Trend};
use crate::page::{level_in_words, trend_in_words};

const BOLD: &str = "\u{1B}[1m";
const GREEN: &str = "\u{1B}[32m";
const YELLOW: &str = "\u{1B}[33m";
const RED: &str = "\u{1B}[31m";
const PLAIN: &str = "\u{1B}[0m";

/// Colours an answer that is laid out as text.
pub(super) fn text(text: &str) -> String {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut rest = rest.to_owned();
    for level in Level::ALL {
        let colour = match level {
            Level::None | Level::Minimal => RED,
            Level::Limited | Level::Moderate => YELLOW,
            Level::Strong => GREEN,
        };
        let words = level_in_words(*level);
        rest = rest.replace(words, &format!("{colour}{words}{PLAIN}"));
    }
    for (trend, colour) in [(Trend::Falling, RED), (Trend::Growing, GREEN)] {
        let words = trend_in_words(trend);
        rest = rest.replace(words, &format!("{colour}{words}{PLAIN}"));
    }
    format!("{BOLD}{title}{PLAIN}\n{rest}")
}

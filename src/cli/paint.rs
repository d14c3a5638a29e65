//! Colours and links for a terminal. Nothing is said by a colour that is not said without, and no level looks like
//! an alarm: all marks have one colour.

use crate::knowledge::{Level, Trend};
use crate::page::Page;
use crate::words::marks;

const BOLD: &str = "\u{1B}[1m";
const CYAN: &str = "\u{1B}[36m";
const PLAIN: &str = "\u{1B}[0m";

/// Colours an answer that is laid out as text, and makes links of the numbers of its sources.
pub(super) fn text(text: &str, page: &Page) -> String {
    let (title, rest) = text.split_once('\n').unwrap_or((text, ""));
    let mut rest = rest.to_owned();
    let levels = Level::ALL.iter().filter(|level| **level != Level::None).map(|level| marks::level(*level));
    let trends = Trend::ALL.iter().filter(|trend| **trend != Trend::Steady).map(|trend| marks::trend(*trend));
    for mark in levels.chain(trends).chain(["≠"]) {
        rest = rest.replace(mark, &format!("{CYAN}{mark}{PLAIN}"));
    }
    for citation in &page.citations {
        if let Some(url) = &citation.url {
            let number = format!("[{}]", citation.n);
            rest = rest.replace(&number, &link(&number, url));
        }
    }
    format!("{BOLD}{title}{PLAIN}\n{rest}")
}

/// A text that terminals which can show as a link
/// (<https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda>); others show the text. Addresses are
/// checked ones, so nothing in them ends the sequence.
fn link(text: &str, url: &str) -> String {
    format!("\u{1B}]8;;{url}\u{1B}\\{text}\u{1B}]8;;\u{1B}\\")
}

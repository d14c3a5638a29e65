//! Text that people wrote, made fit to keep and to show.

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation as _;

use super::fold::is_invisible;

/// The most combining marks that a letter keeps; more of them only smear over the lines around.
const MOST_MARKS: usize = 2;

/// The lines of a text without empty ones: white space made single spaces, no control, invisible or
/// direction-changing characters, no towers of marks.
#[must_use]
pub fn clean_lines(text: &str) -> Vec<String> {
    let mut lines = Vec::new();
    for line in text.split(['\n', '\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}']) {
        let mut clean = String::with_capacity(line.len());
        let mut marks = 0;
        for c in line.chars() {
            if c.is_whitespace() {
                marks = 0;
                if !clean.is_empty() && !clean.ends_with(' ') {
                    clean.push(' ');
                }
            } else if is_combining_mark(c) {
                marks += 1;
                if marks <= MOST_MARKS {
                    clean.push(c);
                }
            } else if is_joiner(c) {
                if !clean.ends_with(is_joiner) {
                    clean.push(c);
                }
            } else if !is_invisible(c) {
                marks = 0;
                clean.push(c);
            }
        }
        let clean = clean.trim().trim_matches(is_joiner).to_owned();
        if !clean.is_empty() {
            lines.push(clean);
        }
    }
    lines
}

/// Makes a text safe to lay out: one line (line ends become “ · ”), clean as what is stored.
#[must_use]
pub fn clean(text: &str) -> String {
    // Nearly all text needs nothing done.
    if text.bytes().all(|b| matches!(b, b' '..=b'~')) && !text.contains("  ") {
        return text.trim().to_owned();
    }
    clean_lines(text).join(" · ")
}

/// Cuts a text to so many characters (as Discord counts them: code points), at the end of a
/// grapheme, with an ellipsis where anything is cut.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut characters = 0;
    for grapheme in text.graphemes(true) {
        characters += grapheme.chars().count();
        if characters >= most {
            break;
        }
        kept.push_str(grapheme);
    }
    let mut kept = kept.trim_end().to_owned();
    kept.push('…');
    kept
}

/// Joiners shape letters (Persian, Indic scripts) and emoji; they show nothing but are not hiding.
fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200C}' | '\u{200D}' | '\u{FE0F}')
}
/// Bytes as text.
///
/// # Errors
/// The line and the place of the first byte that is no UTF-8, each from 1.
pub fn text_of(bytes: Vec<u8>) -> Result<String, (usize, usize)> {
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let before = error.as_bytes().get(..good).unwrap_or_default();
        (before.split(|byte| *byte == b'\n').count(), good + 1)
    })
}

/// The key in what completion shows for an item: `art-030 — Joint exercises…`, `daily-sabah-1: Trade grows`. A text of
/// another form is taken as the key itself.
#[must_use]
pub fn key_of(text: &str) -> &str {
    let text = text.trim();
    let is_key = |key: &&str| {
        !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
    };
    let before = |separator: &str| text.split_once(separator).map(|(key, _)| key).filter(is_key);
    before(" — ").or_else(|| before(": ")).unwrap_or(text)
}

/// What files of other kinds start with; what pretends to be text is not even opened.
const MAGIC: [(&[u8], &str); 6] = [
    (b"PK\x03\x04", "a zip archive or a spreadsheet of Excel’s"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"%PDF", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
];

/// What a file is that is no text, with its article.
#[must_use]
pub fn other_kind(bytes: &[u8]) -> Option<&'static str> {
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, what)| *what)
}

/// A text that does nothing to a terminal or to a line of a log: each control character, and each separator of lines,
/// is written as an escape, but for those that are `kept`.
#[must_use]
pub fn inert(text: &str, kept: &[char]) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let acts = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
        if acts && !kept.contains(&c) {
            out.extend(c.escape_default());
        } else {
            out.push(c);
        }
    }
    out
}

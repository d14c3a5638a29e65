//! Text on a page: cleaned once when the page is made, then measured and cut by what a reader sees
//! (graphemes and columns), never by bytes.

use unicode_segmentation::UnicodeSegmentation as _;
use unicode_width::UnicodeWidthStr as _;

pub use crate::knowledge::text::{clean, cut};

/// How many columns a text takes in a monospaced font.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// [`cut`], noting whether anything was.
#[must_use]
pub fn cut_noting(text: &str, most: usize, was_cut: &mut bool) -> String {
    let short = cut(text, most);
    *was_cut |= short != text;
    short
}

/// A text in pieces of at most so many characters: parted at words where it can be, else at the end of a
/// grapheme. A grapheme of more characters than that keeps as many as fit.
#[must_use]
pub fn pieces(text: &str, most: usize) -> Vec<String> {
    let most = most.max(1);
    let mut pieces = vec![String::new()];
    let mut length = 0;
    let mut put = |part: &str| {
        let characters = part.chars().count();
        if length + characters > most {
            pieces.push(String::new());
            length = 0;
        }
        length += characters.min(most);
        if let Some(piece) = pieces.last_mut() {
            piece.extend(part.chars().take(most));
        }
    };
    for word in text.split_inclusive(' ') {
        if word.chars().count() <= most {
            put(word);
        } else {
            word.graphemes(true).for_each(&mut put);
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

/// Whether a text can stand in a grid of columns: nothing in it is written from right to left or
/// with letters whose width depends on their neighbours.
#[must_use]
pub fn fits_grid(text: &str) -> bool {
    text.bytes().all(|b| b < 0x80) || !text.chars().any(is_unalignable)
}

/// Scripts written from right to left, and Indic and South-East Asian scripts, whose letters join
/// into shapes of no fixed width (blocks of the Unicode Standard, chapter 2.8).
fn is_unalignable(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{109F}' | '\u{1780}'..='\u{18AF}' | '\u{1900}'..='\u{1CFF}'
        | '\u{A800}'..='\u{ABFF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
        | '\u{10800}'..='\u{10FFF}' | '\u{11000}'..='\u{11FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// Whether a text has letters written from right to left.
#[must_use]
pub fn is_right_to_left(text: &str) -> bool {
    text.chars().any(|c| {
        matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
    })
}

/// A text without emoji, for grids, where they never align. What they say must stand in words
/// beside them anyway.
#[must_use]
pub fn without_emoji(text: &str) -> String {
    // Nearly no text has any, and graphemes are costly to find.
    if !text.chars().any(is_of_emoji) {
        return text.to_owned();
    }
    let kept: String = text.graphemes(true).filter(|grapheme| !is_emoji(grapheme)).collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a grapheme is drawn as an emoji: pictographs, flags, keycaps.
fn is_emoji(grapheme: &str) -> bool {
    grapheme.chars().any(is_of_emoji)
}

fn is_of_emoji(c: char) -> bool {
    // A tick is a sign of one column in every font.
    c != '✓'
        && matches!(c, '\u{FE0F}' | '\u{20E3}' | '\u{1F000}'..='\u{1FAFF}' | '\u{2600}'..='\u{27BF}'
        | '\u{231A}' | '\u{231B}' | '\u{23E9}'..='\u{23FA}' | '\u{2B50}' | '\u{2B55}' | '\u{E0020}'..='\u{E007F}')
}

/// Sets a text apart from its surroundings where its direction is another (U+2068 … U+2069).
#[must_use]
pub fn isolated(text: &str) -> String {
    if is_right_to_left(text) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comes_out_on_one_line() {
        assert_eq!(clean("a\n\n\nb\tc\u{85}d  e"), "a · b c · d e");
        assert_eq!(clean(&format!("x{}y", "\t".repeat(300))), "x y");
        assert_eq!(clean("\u{1B}[31mred\u{202E}\u{200B}"), "[31mred");
        assert_eq!(clean("P̸͓̈a̷k"), "P̸͓a̷k");
        assert_eq!(clean("  plain  "), "plain");
    }

    #[test]
    fn cuts_fall_between_graphemes() {
        assert_eq!(cut("abc", 3), "abc");
        assert_eq!(cut("abcd", 3), "ab…");
        let family = "👨‍👩‍👧‍👦";
        assert_eq!(cut(&family.repeat(3), 10), format!("{family}…"));
    }

    #[test]
    fn long_texts_come_in_pieces_and_nothing_is_lost() {
        assert_eq!(pieces("one two three", 8), ["one two ", "three"]);
        assert_eq!(pieces("abcdef", 4), ["abcd", "ef"]);
        assert_eq!(pieces("", 4), Vec::<String>::new());
        let family = "👨‍👩‍👧‍👦";
        assert_eq!(pieces(&family.repeat(3), 10), [family; 3]);
    }

    #[test]
    fn emoji_stay_out_of_grids() {
        assert_eq!(without_emoji("a 🇹🇷 b 👨‍👩‍👧‍👦 1️⃣ ⚠️"), "a b");
        assert!(!fits_grid("پاکستان"));
        assert!(!fits_grid("भारत"));
        assert!(fits_grid("Türkiye, Ελλάδα, Россия"));
    }
}

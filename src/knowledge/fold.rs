//! Folding: the one form in which names are compared.
//!
//! Rust's `to_lowercase` turns `TÜRKİYE` into something that is not `türkiye`, and SQLite folds
//! ASCII alone; so names are folded here, once, and the folded form is what is kept and looked up.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// The longest word that is compared, in characters. What is longer is cut: no name is near it,
/// and the cost of a comparison stays bounded whatever is typed.
pub const LONGEST_WORD: usize = 64;

/// Folds a text for comparison: compatibility forms decomposed (NFKD), accents dropped,
/// lower case, `ı` → `i`, digits of other scripts as ours, everything that is neither letter, digit nor flag turned into single
/// spaces, invisible characters gone.
///
/// ```text
/// "TÜRKİYE" → "turkiye"    "Côte d’Ivoire" → "cote divoire"    " J&K " → "j k"
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in undotted(text).nfkd() {
        // Most letters typed are ASCII: they need none of the look-ups below.
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if is_accent(c) || is_dropped(c) {
            // Dropped without a gap: marks, invisible characters and apostrophes.
        } else if let Some(digit) = digit(c) {
            folded.push(digit);
        } else if c.is_alphanumeric() || is_combining_mark(c) || is_flag_part(c) {
            for letter in c.to_lowercase().filter(|letter| !is_accent(*letter)) {
                match plain(letter) {
                    Some(plain) => folded.push_str(plain),
                    None => folded.push(letter),
                }
            }
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    if folded.ends_with(' ') {
        folded.pop();
    }
    folded
}

/// The letters that stand for one which keyboards lack, or which has several codes: Latin letters with a stroke, that no
/// decomposition parts from it, and the letters that Arabic, Persian and Urdu keyboards give for one.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ı' => "i",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ø' => "o",
        'ħ' => "h",
        'ŧ' => "t",
        'ə' => "e",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ی' | 'ى' | 'ې' => "ي",
        'ک' | 'ڪ' => "ك",
        'ہ' | 'ھ' | 'ة' | 'ۃ' | 'ە' => "ه",
        'ٱ' => "ا",
        _ => return None,
    })
}

/// A text without the points of abbreviations: “U.A.E.”, “N.A.T.O.”.
fn undotted(text: &str) -> Cow<'_, str> {
    if !text.contains('.') {
        return Cow::Borrowed(text);
    }
    let letters: Vec<char> = text.chars().collect();
    let is_letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic());
    let mut kept = String::with_capacity(text.len());
    let mut is_within = false;
    for (at, c) in letters.iter().enumerate() {
        // A letter alone stands before the point, and another behind it; or it is the last of such points.
        let is_single = at > 0 && is_letter(at - 1) && !(at > 1 && is_letter(at - 2));
        if *c == '.' && is_single && (is_letter(at + 1) && !is_letter(at + 2) || is_within) {
            is_within = true;
            continue;
        }
        is_within &= c.is_alphabetic();
        kept.push(*c);
    }
    Cow::Owned(kept)
}

/// Folds one word and cuts it to [`LONGEST_WORD`] characters.
#[must_use]
pub fn fold_word(text: &str) -> String {
    // The cut comes first: folding six thousand characters to throw them away is work for nothing. Marks
    // heaped on a letter do not count.
    let counts = |c: &char| !is_accent(*c) && !is_invisible(*c);
    let start: String = text.chars().filter(counts).take(LONGEST_WORD * 4).collect();
    let folded = fold(&start);
    match folded.char_indices().nth(LONGEST_WORD) {
        Some((i, _)) => folded[..i].to_owned(),
        None => folded,
    }
}

/// The digit that a digit of another script is: Arabic-Indic, Persian and Urdu, Devanagari.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '\u{660}'..='\u{669}' => 0x660,
        '\u{6F0}'..='\u{6F9}' => 0x6F0,
        '\u{966}'..='\u{96F}' => 0x966,
        _ => return None,
    };
    char::from_digit(u32::from(c) - zero, 10)
}

/// Marks that sit on a letter and may be left out: accents, points, strokes. The vowel signs of
/// Indic scripts and Thai are marks too, but letters in all but name (their combining class is 0):
/// without them Togo and Tonga are one word in Hindi.
fn is_accent(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{20DD}'..='\u{20E4}')
}

/// Apostrophes in names (`d’Ivoire`, `Côte d'Ivoire`, `N'Djamena`), and the characters that show
/// nothing: zero-width, bidirectional controls, soft hyphen, tags, variation selectors, NUL.
fn is_dropped(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´') || is_invisible(c)
}

/// Whether a character shows nothing and only serves to hide, split or reorder text.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{2800}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The regional indicator symbols, of which flags are made.
fn is_flag_part(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_meet_in_one_form() {
        for turkiye in ["türkiye", "TÜRKİYE", "Türkiye", "turkiye", "TURKIYE", "Tu\u{308}rkiye", "türkıye"]
        {
            assert_eq!(fold(turkiye), "turkiye", "{turkiye}");
        }
        assert_eq!(fold("Côte d’Ivoire"), "cote divoire");
        assert_eq!(fold("  Guinea-Bissau "), "guinea bissau");
        assert_eq!(fold("ışık"), fold("isik"));
        assert_eq!(fold("Łódź Đồng Øre Azərbaycan"), "lodz dong ore azerbaycan");
        assert_eq!(fold("ترکی"), fold("تركي"));
        assert_eq!(fold("مملکة"), fold("مملكه"));
    }

    #[test]
    fn points_of_abbreviations_are_none() {
        for (text, folded) in [
            ("U.A.E.", "uae"),
            ("the N.A.T.O. states", "the nato states"),
            ("U.S. and U.K.", "us and uk"),
            ("Lao P.D.R.", "lao pdr"),
            ("St. Lucia. A state", "st lucia a state"),
            ("3.5 % in May.", "3 5 in may"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn what_shows_nothing_counts_for_nothing() {
        assert_eq!(fold("Pak\u{200B}is\u{AD}tan\u{202E}\u{FEFF}\u{E0041}"), "pakistan");
        assert_eq!(fold("P̸͓̈a̷k̶i̵s̷t̴a̸n̶"), "pakistan");
        for empty in ["", "   ", "\u{200B}", "\u{2800}", "\u{0}", "???", "@@@"] {
            assert_eq!(fold(empty), "", "{empty:?}");
        }
    }

    #[test]
    fn vowel_signs_are_letters() {
        assert_ne!(fold("टोगो"), fold("टोंगा"));
        assert_ne!(fold("भारत"), fold("भरत"));
        assert_eq!(fold("तुर्की").split(' ').count(), 1);
    }

    #[test]
    fn flags_survive() {
        assert_eq!(fold("🇹🇷"), "🇹🇷");
    }

    #[test]
    fn long_words_are_cut() {
        assert_eq!(fold_word(&"a".repeat(6000)).chars().count(), LONGEST_WORD);
        let heaped: String = "pakistan".chars().flat_map(|c| [c.to_string(), "\u{301}".repeat(50)]).collect();
        assert_eq!(fold_word(&heaped), "pakistan");
    }
}

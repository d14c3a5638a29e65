//! A question as words: folded and stemmed, with what stands around them.

use crate::knowledge::fold::is_invisible;
use crate::knowledge::lexicon::Word;
use crate::request::names::split_flags;

/// The most words of a question that are read: more than anybody asks in one.
const MOST_WORDS: usize = 256;

/// The longest ending that is written behind an apostrophe, in letters: Turkish “Ankara'nınkinden”. Names that have an
/// apostrophe within (Qur'an, Sana'a) have less before it.
const LONGEST_ENDING: usize = 8;

/// The longest ending behind so few letters that they may be the beginning of a name.
const LONGEST_SHORT_ENDING: usize = 4;

/// The fewest letters of a name before a long ending.
const SHORTEST_BEFORE_LONG: usize = 4;

/// A word of a question.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing seen of the words, apart from the others")]
pub(super) struct Token<'t> {
    /// As typed, without what stands around it.
    pub(super) typed: &'t str,
    /// As it is compared.
    pub(super) word: Word,
    /// Whether a sentence ends before it.
    pub(super) begins: bool,
    /// Whether a comma or the like stands before it.
    pub(super) parted: bool,
    /// Whether it was written with an ending of possession: “Türkiye’s”.
    pub(super) owns: bool,
    /// Whether a sign of a figure stands at it or before it: `%`, `$`.
    pub(super) sign: bool,
}

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let (mut begins, mut parted, mut sign) = (true, false, false);
    let is_mention = |chunk: &&str| chunk.starts_with('<') && chunk.ends_with('>');
    for chunk in text.split_whitespace().filter(|chunk| !is_mention(chunk)).flat_map(split_flags) {
        sign |= chunk.contains(['%', '$', '€', '£']);
        let trimmed = chunk.trim_matches(|c: char| !is_part(c));
        for piece in pieces(trimmed) {
            let (typed, owns) = without_ending(piece);
            let word = Word::new(spelt(typed));
            if word.folded.is_empty() {
                continue;
            }
            if tokens.len() == MOST_WORDS {
                return tokens;
            }
            tokens.push(Token { typed, word, begins, parted, owns, sign });
            (begins, parted, sign) = (false, false, false);
        }
        let end = chunk.char_indices().rfind(|(_, c)| is_part(*c)).map_or(0, |(at, c)| at + c.len_utf8());
        let after = &chunk[end..];
        // A point in an abbreviation ends nothing: “U.S. trade”.
        let is_dotted = trimmed.contains('.');
        begins |= after.contains(['?', '!', '؟', '।', '۔', '？', ';']) || after.contains('.') && !is_dotted;
        parted |= after.contains([',', ':', '،', '，']);
    }
    // “Trade with India, $?”
    if let Some(last) = tokens.last_mut() {
        last.sign |= sign;
    }
    tokens
}

/// The words that ask, as they are typed in haste: too short for a slip in them to be told from another word.
const IN_HASTE: [(&str, &str); 13] = [
    ("wat", "what"),
    ("wut", "what"),
    ("wats", "whats"),
    ("wich", "which"),
    ("whic", "which"),
    ("wen", "when"),
    ("hwo", "how"),
    ("hw", "how"),
    ("mutch", "much"),
    ("mch", "much"),
    ("lng", "long"),
    ("sinse", "since"),
    ("sence", "since"),
];

/// A word with the letters that it should have.
fn spelt(typed: &str) -> &str {
    let is_typed = |one: &&(&str, &str)| one.0.eq_ignore_ascii_case(typed);
    IN_HASTE.iter().find(is_typed).map_or(typed, |(_, meant)| meant)
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{1F1E6}'..='\u{1F1FF}' | '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{64B}'..='\u{65F}')
}

/// A chunk between spaces as words: apart at hyphens, dashes and slashes, but for what is one name (F-16) or a date.
fn pieces(chunk: &str) -> Vec<&str> {
    let joins = |c: char| matches!(c, '-' | '–' | '—' | '/' | '‑' | ',' | '&' | '+' | '_');
    if !chunk.contains(joins) {
        return vec![chunk];
    }
    let digits = chunk.chars().filter(char::is_ascii_digit).count();
    let letters = chunk.chars().filter(|c| c.is_alphabetic()).count();
    let is_model = digits > 0 && (1..=4).contains(&letters) && !chunk.contains([',', '&', '+', '—', '/']);
    let is_number = letters == 0 && digits > 0;
    if is_model || is_number {
        return vec![chunk];
    }
    chunk.split(joins).filter(|piece| !piece.is_empty()).collect()
}

/// A word without the ending behind its apostrophe: “Turkey’s”, “Türkiye'nin”. “Doesn’t” is whole.
fn without_ending(typed: &str) -> (&str, bool) {
    let Some((stem, ending)) = typed.rsplit_once(['\'', '’', '`', '´']) else { return (typed, false) };
    let letters = ending.chars().filter(|c| !is_invisible(*c)).count();
    let before = stem.chars().count();
    let longest = if before >= SHORTEST_BEFORE_LONG { LONGEST_ENDING } else { LONGEST_SHORT_ENDING };
    let is_ending = letters <= longest && ending.chars().all(char::is_alphabetic);
    if before < 2 || !is_ending || ending.eq_ignore_ascii_case("t") {
        return (typed, false);
    }
    (stem, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.word.folded).collect()
    }

    #[test]
    fn words_come_apart_where_they_should() {
        for (text, words) in [
            ("Turkey's trade?", "turkey|trade"),
            ("Indo-Turkish F-16s", "indo|turkish|f16"),
            ("U.S. arms, U.A.E. oil", "us|arms|uae|oil"),
            ("2024-25 and 2025-05-09", "2024 25|and|2025 05 09"),
            ("Türkiye'nin doesn't", "turkiye|doesnt"),
            ("🇹🇷🇵🇰", "🇹🇷|🇵🇰"),
            ("भारत का क्या?", "भारत|का|कया"),
        ] {
            assert_eq!(folded(text).join("|"), words, "{text}");
        }
    }

    #[test]
    fn sentences_end_at_marks_and_not_in_abbreviations() {
        let begins = |text: &str| tokens(text).iter().filter(|token| token.begins).count();
        assert_eq!(begins("How much? When?"), 2);
        assert_eq!(begins("What does the U.S. sell to India"), 1);
        assert_eq!(begins("I wonder. Is it so?"), 2);
    }
}

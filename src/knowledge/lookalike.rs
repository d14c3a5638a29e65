//! What looks like something else: Cyrillic “Ра” like Latin “Pa”.

use unicode_normalization::UnicodeNormalization as _;

/// Characters in order, each with the place and length in `LOOKS` of what it looks like, by Unicode Technical
/// Standard 39 (<https://www.unicode.org/reports/tr39/#Confusable_Detection>).
static LOOKALIKES: &[(char, u16, u16)] = include!(concat!(env!("OUT_DIR"), "/lookalikes.rs"));

/// What characters look like, one after another.
const LOOKS: &str = include_str!(concat!(env!("OUT_DIR"), "/looks.txt"));

/// The skeleton of a text: the characters that it looks like. Texts that look the same have the same.
#[must_use]
pub fn skeleton(text: &str) -> String {
    let mut skeleton = String::with_capacity(text.len());
    for c in text.nfd() {
        match look_of(c) {
            Some(other) => skeleton.push_str(other),
            None => skeleton.push(c),
        }
    }
    skeleton.nfd().collect()
}

/// What a character looks like, where that is not itself.
fn look_of(c: char) -> Option<&'static str> {
    let index = LOOKALIKES.binary_search_by_key(&c, |(c, ..)| *c).ok()?;
    let (_, place, length) = LOOKALIKES.get(index)?;
    let place = usize::from(*place);
    LOOKS.get(place..place + usize::from(*length))
}

#[cfg(test)]
mod tests {
    use unicode_security::confusable_detection;

    use super::*;

    #[test]
    fn every_character_looks_as_the_standard_says() {
        for c in '\0'..=char::MAX {
            let c = c.to_string();
            let known: String = confusable_detection::skeleton(&c).collect();
            assert_eq!(skeleton(&c), known, "{c:?}");
        }
        assert_eq!(skeleton("Ра"), "Pa");
    }
}

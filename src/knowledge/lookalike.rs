//! What looks like something else: Cyrillic “Ра” like Latin “Pa”, by Unicode Technical Standard 39
//! (<https://www.unicode.org/reports/tr39/#Confusable_Detection>).

use unicode_security::confusable_detection;

/// The skeleton of a text: the characters that it looks like. Texts that look the same have the same.
#[must_use]
pub fn skeleton(text: &str) -> String {
    confusable_detection::skeleton(text).collect()
}

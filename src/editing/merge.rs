//! Two people edit one item at once: what each changed is put together, where they did not change the same.

use super::form::DETAILS;
use crate::files;

/// The values of a form: what each input holds.
type Values = Vec<(String, String)>;

/// Puts what was typed on top of what somebody else made of `old` meanwhile; nothing where both changed the same
/// in different ways.
pub(super) fn merge(old: &Values, typed: &Values, theirs: &Values) -> Option<Values> {
    typed
        .iter()
        .map(|(input, mine)| {
            let (old, theirs) = (value(old, input), value(theirs, input));
            let merged = match input.as_str() {
                DETAILS => details(old, mine, theirs)?,
                "aliases" | "synonyms" | "words" => lists(input, old, mine, theirs).join("\n"),
                _ => one(old, mine, theirs)?,
            };
            Some((input.clone(), merged))
        })
        .collect()
}

fn value<'a>(values: &'a Values, input: &str) -> &'a str {
    values.iter().find(|(key, _)| key == input).map_or("", |(_, value)| value)
}

/// A value that one of the two changed, or both alike.
fn one(old: &str, mine: &str, theirs: &str) -> Option<String> {
    let (old, mine, theirs) = (old.trim(), mine.trim(), theirs.trim());
    match (mine == old, theirs == old) {
        (true, _) => Some(theirs.to_owned()),
        (_, true) => Some(mine.to_owned()),
        _ => (mine == theirs).then(|| mine.to_owned()),
    }
}

/// Lists to which both may have added, and from which both may have taken: everything added is there, nothing that
/// was taken away.
fn lists(key: &str, old: &str, mine: &str, theirs: &str) -> Vec<String> {
    let elements = |text: &str| files::elements(key, text);
    let (old, mine, theirs) = (elements(old), elements(mine), elements(theirs));
    let mut merged: Vec<String> =
        theirs.into_iter().filter(|element| mine.contains(element) || !old.contains(element)).collect();
    for element in mine {
        if !old.contains(&element) && !merged.contains(&element) {
            merged.push(element);
        }
    }
    merged
}

/// Details, a line a field: each field for itself.
fn details(old: &str, mine: &str, theirs: &str) -> Option<String> {
    let fields = |text: &str| -> Values {
        let lines = text.lines().filter_map(|line| line.split_once(':'));
        lines.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect()
    };
    // A line without a key is told of when the form is read.
    if mine.lines().any(|line| !line.trim().is_empty() && !line.contains(':')) {
        return None;
    }
    let (old, mine, theirs) = (fields(old), fields(mine), fields(theirs));
    let mut keys: Vec<&str> = theirs.iter().chain(&mine).map(|(key, _)| key.as_str()).collect();
    let mut seen = std::collections::HashSet::new();
    keys.retain(|key| seen.insert(*key));
    let mut lines = Vec::new();
    for key in keys {
        let (old, mine, theirs) = (value(&old, key), value(&mine, key), value(&theirs, key));
        let merged = if files::is_list(key) {
            lists(key, old, mine, theirs).join("; ")
        } else {
            one(old, mine, theirs)?
        };
        if !merged.is_empty() {
            lines.push(format!("{key}: {merged}"));
        }
    }
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]

    use super::{Values, merge};

    fn values(text: &str, details: &str) -> Values {
        vec![("text".to_owned(), text.to_owned()), ("details".to_owned(), details.to_owned())]
    }

    #[test]
    fn what_two_changed_apart_is_put_together() {
        let old = values("Trade grows.", "level: limited\nsupports: a; b");
        let mine = values("Trade grows fast.", "level: limited\nsupports: a; b; c");
        let theirs = values("Trade grows.", "level: strong\nsupports: b; d");
        let merged = merge(&old, &mine, &theirs).unwrap();
        assert_eq!(merged, values("Trade grows fast.", "level: strong\nsupports: b; d; c"));
    }

    #[test]
    fn what_one_took_out_of_a_list_stays_out_however_it_is_written() {
        let old = values("T.", "partners: PAK; IND");
        let mine = values("T.", "partners: PAK, IND, IRN");
        let theirs = values("T.", "partners: PAK");
        assert_eq!(merge(&old, &mine, &theirs).unwrap(), values("T.", "partners: PAK; IRN"));
    }

    #[test]
    fn what_both_changed_is_nobodys_to_decide() {
        let old = values("Trade grows.", "level: limited");
        assert_eq!(merge(&old, &values("Up.", "level: limited"), &values("Down.", "level: limited")), None);
        assert_eq!(
            merge(&old, &values("Trade grows.", "level: none"), &values("Trade grows.", "level: strong")),
            None
        );
        let alike = values("Up.", "level: limited");
        assert_eq!(merge(&old, &alike, &alike), Some(alike.clone()));
    }

    #[test]
    fn a_field_that_one_takes_away_is_gone() {
        let old = values("T.", "date: 2020\nlevel: limited");
        let mine = values("T.", "level: limited");
        let theirs = values("T.", "date: 2020\nlevel: limited\nunit: US$");
        assert_eq!(merge(&old, &mine, &theirs).unwrap(), values("T.", "level: limited\nunit: US$"));
    }
}

//! What people write in the cells of spreadsheets: names in every form, lists, fiscal years, and words for nothing.

use crate::knowledge::fold::fold;
use crate::knowledge::{Actor, Catalogue, Meaning};

/// The most characters of a cell that may be a name, or the head of a column: more than any name has.
pub(super) const LONGEST_NAME: usize = 100;

/// The one actor that a text names, however lists write it: `Pakistan`, `🇵🇰 Pakistan`, `Pakistan (PAK)`, `the
/// Gambia`, `Korea, Republic of`.
pub(super) fn actor<'a>(text: &str, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    let text = text.trim();
    if text.chars().count() > LONGEST_NAME {
        return None;
    }
    let one = |text: &str| match catalogue.gazetteer.meaning(&fold(text)) {
        Meaning::One(actor) => Some(actor),
        _ => None,
    };
    let both = |one: Option<&'a Actor>, other: Option<&'a Actor>| {
        one.filter(|one| other.is_some_and(|other| one.id == other.id))
    };
    one(text)
        .or_else(|| {
            let (name, code) = text.strip_suffix(')')?.rsplit_once('(')?;
            both(one(name), one(code))
        })
        .or_else(|| {
            let name = text.trim_start_matches(is_flag);
            let flag = &text[..text.len() - name.len()];
            (!flag.is_empty()).then(|| both(one(name), one(flag)))?
        })
        .or_else(|| one(text.strip_prefix("the ").or_else(|| text.strip_prefix("The "))?))
        .or_else(|| {
            let (name, before) = text.rsplit_once(", ")?;
            one(&format!("{before} {name}"))
        })
}

/// Whether a character is part of a flag: regional indicators, and the letters of flags of regions.
fn is_flag(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}' | '\u{1F3F4}' | '\u{E0020}'..='\u{E007F}')
}

/// The actors of a list in one cell, by key; what is nobody's name stays as it is. A comma parts names only where
/// what stands around it is no name itself: “Hong Kong, China” is one.
pub(super) fn actors(cell: &str, catalogue: &Catalogue) -> Vec<String> {
    let key = |name: &str| actor(name, catalogue).map(|actor| actor.id.clone());
    let mut keys = Vec::new();
    for part in cell.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty()) {
        match key(part) {
            Some(key) => keys.push(key),
            None => by_comma(part, &key, &mut keys),
        }
    }
    keys
}

/// The names in a run with commas, the longest first.
fn by_comma(run: &str, key: &dyn Fn(&str) -> Option<String>, keys: &mut Vec<String>) {
    let parts: Vec<&str> = run.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
    let mut at = 0;
    while at < parts.len() {
        // No name has more than two commas.
        let longest = (at + 1..=parts.len().min(at + 3)).rev();
        let found = longest.clone().find_map(|end| Some((key(&parts[at..end].join(", "))?, end)));
        let (name, end) = found.unwrap_or_else(|| (parts[at].to_owned(), at + 1));
        keys.push(name);
        at = end;
    }
}

/// Whether a cell is empty, or has a dash for it.
pub(super) fn is_empty(cell: &str) -> bool {
    matches!(cell.trim(), "" | "—" | "–" | "-" | "n/a" | "N/A")
}

/// Words that may stand for nothing, folded, or be what a source says.
const NOTHING: [&str; 33] = [
    "blank",
    "empty",
    "ditto",
    "idem",
    "same",
    "same as above",
    "see above",
    "n a",
    "na",
    "nan",
    "nil",
    "none",
    "null",
    "no",
    "no data",
    "no information",
    "no info",
    "not available",
    "not applicable",
    "not known",
    "not reported",
    "unknown",
    "unclear",
    "missing",
    "pending",
    "tbd",
    "tba",
    "tbc",
    "to be determined",
    "to be confirmed",
    "x",
    "xx",
    "xxx",
];

/// Whether a cell may say nothing: whoever wrote it is asked, so that no judgement is made of it.
pub(super) fn may_be_nothing(cell: &str) -> bool {
    let (cell, folded) = (cell.trim(), fold(cell));
    // Errors of spreadsheets, and formulas that nobody worked out.
    let is_error = cell.starts_with('#') && cell.ends_with(['!', '?', 'A']) || cell.starts_with('=');
    !is_empty(cell) && (is_error || folded.is_empty() || NOTHING.contains(&folded.as_str()))
}

/// A fiscal year, as its two years: `FY 2011-12`, `FY2011/12`, `2011/12`.
pub(super) fn fiscal_year(text: &str) -> Option<(String, String)> {
    let (years, is_said) = match text.trim().strip_prefix("FY").or_else(|| text.trim().strip_prefix("fy")) {
        Some(rest) => (rest.trim(), true),
        None => (text.trim(), false),
    };
    let separator = years.find(['-', '/', '–'])?;
    let (first, rest) = years.split_at(separator);
    let second = rest.trim_start_matches(['-', '/', '–']);
    // Without the letters only a slash tells it from a month.
    if !is_said && !rest.starts_with('/') {
        return None;
    }
    let year: u16 = first.parse().ok().filter(|year| (1000..9999).contains(year))?;
    let follows = match second.len() {
        2 => second.parse::<u16>().ok()? == (year + 1) % 100,
        4 => second.parse::<u16>().ok()? == year + 1,
        _ => false,
    };
    follows.then(|| (year.to_string(), (year + 1).to_string()))
}

/// A month as statistics write it, in our form: `2011M12` is `2011-12`.
pub(super) fn statistical_month(text: &str) -> Option<String> {
    let (year, month) = text.trim().split_once(['M', 'm'])?;
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    (year.len() == 4 && digits(year, 4) && digits(month, 2)).then(|| format!("{year}-{month:0>2}"))
}

/// Whether a text may be a month as well as a fiscal year: `2011-12`.
pub(super) fn may_be_fiscal_year(text: &str) -> bool {
    let month = text.trim().replace('/', "-");
    fiscal_year(&format!("FY{month}")).is_some()
        && month.len() == 7
        && month.parse::<crate::knowledge::PartialDate>().is_ok()
}

/// Whether a number may be thousands as well as a fraction: `1.234`, where decimals stand behind a comma.
pub(super) fn may_be_thousands(text: &str) -> bool {
    let Some((whole, fraction)) = text.trim().trim_start_matches('-').split_once('.') else { return false };
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&whole.len()) && fraction.len() == 3 && digits(whole) && digits(fraction) && whole != "0"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fiscal_years_and_months_are_told_apart() {
        let year = Some(("2011".to_owned(), "2012".to_owned()));
        for text in ["FY 2011-12", "FY2011/12", "2011/12", "FY 2011-2012", "2011/2012"] {
            assert_eq!(fiscal_year(text), year, "{text}");
        }
        for text in ["2011-12", "FY 2011-13", "2011", "FY 2011", "2011-12-01", "FY x-12"] {
            assert_eq!(fiscal_year(text), None, "{text}");
        }
        assert_eq!(statistical_month("2011M12").as_deref(), Some("2011-12"));
        assert_eq!(statistical_month("2011M1").as_deref(), Some("2011-01"));
        assert_eq!(statistical_month("2011-12"), None);
        assert!(
            may_be_fiscal_year("2011-12") && may_be_fiscal_year("2000-01") && may_be_fiscal_year("2011/12")
        );
        assert!(
            !may_be_fiscal_year("2011-11") && !may_be_fiscal_year("2019-20") && !may_be_fiscal_year("2011")
        );
    }

    #[test]
    fn words_for_nothing_are_asked_about() {
        for cell in
            ["N.A.", "?", "no data", "..", "TBD", "Unknown", "*", "#REF!", "#NAME?", "=A1", "Same as above"]
        {
            assert!(may_be_nothing(cell), "{cell}");
        }
        for cell in ["—", "", "n/a", "No cooperation", "Nonexistent ties"] {
            assert!(!may_be_nothing(cell), "{cell}");
        }
    }
}

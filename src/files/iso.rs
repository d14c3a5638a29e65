//! What ISO 3166 says of a country: codes, formal names, names in many languages. Two tables in `knowledge/`
//! hold it, to be read and corrected by hand; the other knowledge files add only what these lack.

use std::collections::HashMap;
use std::sync::LazyLock;

use sha2::{Digest as _, Sha256};

use crate::knowledge::{Name, NameKind};

/// One country a row: alpha-3, alpha-2, English short name, formal names and adjectives parted by bars.
const COUNTRIES: &str = include_str!("../../knowledge/iso3166.csv");

/// One name a row: alpha-3, the name, the languages that have it (BCP 47 tags parted by spaces).
const NAMES: &str = include_str!("../../knowledge/iso3166-names.csv");

/// A country as the tables have it.
pub(super) struct Country {
    /// The English short name.
    pub(super) name: String,
    /// ISO 3166-1 alpha-2.
    pub(super) iso2: String,
    /// Formal names, informal names, adjectives and translations. All are weaker than names chosen
    /// by hand: the data calls both Niger’s and Nigeria’s citizens Nigerian.
    pub(super) names: Vec<Name>,
}

impl Country {
    /// The flag as an emoji: the letters of the alpha-2 code as regional indicators
    /// (<https://www.unicode.org/reports/tr51/#Flags>).
    pub(super) fn flag(&self) -> String {
        let indicator = |letter: u8| char::from_u32(0x1_F1E6 + u32::from(letter.wrapping_sub(b'A')));
        self.iso2.bytes().filter_map(indicator).collect()
    }
}

/// The countries by alpha-3 code.
static TABLE: LazyLock<HashMap<String, Country>> = LazyLock::new(|| {
    let mut table = HashMap::new();
    for [alpha3, iso2, name, formal] in rows(COUNTRIES) {
        let formal = formal.split('|').filter(|text| !text.is_empty());
        let names = formal.map(|text| named(text, NameKind::Formal, Vec::new())).collect();
        table.insert(alpha3, Country { name, iso2, names });
    }
    for [alpha3, text, languages] in rows(NAMES) {
        let Some(country) = table.get_mut(&alpha3) else { continue };
        let languages: Vec<String> = languages.split(' ').map(str::to_owned).collect();
        // “Iran, Islamic Republic of”: nobody types more of it than stands before the comma.
        let short = text.split_once([',', '،', '(']).map(|(short, _)| short.trim().to_owned());
        for text in short.iter().chain([&text]) {
            // One letter (Vietnamese “Ý”, Italy) is a slip more often than a name.
            if text.chars().nth(1).is_some() {
                country.names.push(named(text, NameKind::Translation, languages.clone()));
            }
        }
    }
    table
});

/// A digest of both tables.
pub(super) static DIGEST: LazyLock<[u8; 32]> =
    LazyLock::new(|| Sha256::new().chain_update(COUNTRIES).chain_update(NAMES).finalize().into());

/// The country with this alpha-3 code, if ISO 3166-1 has it.
pub(super) fn country(alpha3: &str) -> Option<&'static Country> {
    TABLE.get(alpha3)
}

fn named(text: &str, kind: NameKind, languages: Vec<String>) -> Name {
    Name { languages, ..Name::new(text, kind) }
}

/// The rows of a table under its head, as far as they have all columns.
fn rows<const N: usize>(csv: &str) -> Vec<[String; N]> {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let records = reader.records().filter_map(Result::ok);
    records
        .filter_map(|record| record.iter().map(str::to_owned).collect::<Vec<_>>().try_into().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(rows::<4>(COUNTRIES).len(), COUNTRIES.lines().count() - 1);
        let names = rows::<3>(NAMES);
        assert_eq!(names.len(), NAMES.lines().count() - 1);
        assert!(names.iter().all(|[alpha3, ..]| TABLE.contains_key(alpha3)));
        assert_eq!(country("TUR").unwrap().flag(), "🇹🇷");
    }
}

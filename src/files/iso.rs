//! What the ISO 3166 data says of a country: codes, flag, names in many languages. The table is
//! made by `build.rs`; the knowledge files add only what it lacks.

use crate::knowledge::{Name, NameKind};

/// One country a line: alpha-3, alpha-2, flag, English name, formal names, translations.
const TABLE: &str = include_str!(concat!(env!("OUT_DIR"), "/iso3166.tsv"));

/// A digest of the table, in hexadecimal.
pub(super) const DIGEST: &str = env!("ISO_3166_SHA256");

/// A country as the ISO data has it.
pub(super) struct Country {
    /// The English short name.
    pub(super) name: String,
    /// ISO 3166-1 alpha-2.
    pub(super) iso2: String,
    /// The flag as an emoji.
    pub(super) flag: String,
    /// Formal names, informal names, adjectives and translations. All are weaker than names chosen
    /// by hand: the data calls both Niger’s and Nigeria’s citizens Nigerian.
    pub(super) names: Vec<Name>,
}

/// The country with this alpha-3 code, if ISO 3166-1 has it.
pub(super) fn country(alpha3: &str) -> Option<Country> {
    let line = TABLE.lines().find(|line| line.split('\t').next() == Some(alpha3))?;
    let mut fields = line.split('\t').skip(1);
    let mut field = || fields.next();
    let (iso2, flag, name) = (field()?, field()?, field()?);
    let mut names = Vec::new();
    for kind in [NameKind::Formal, NameKind::Translation] {
        let texts = field()?.split('|').filter(|text| !text.is_empty());
        names.extend(texts.map(|text| Name { text: text.to_owned(), kind, since: None, until: None }));
    }
    Some(Country { name: name.to_owned(), iso2: iso2.to_owned(), flag: flag.to_owned(), names })
}

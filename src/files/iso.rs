//! What the ISO 3166 data of the `keshvar` crate says of a country: codes, flag, names in many
//! languages. The knowledge files add only what it lacks.

use keshvar::Alpha3;

use crate::knowledge::{Name, NameKind};

/// The languages whose names are taken, as the crate tags them: those of the UN, of the actors’
/// neighbours, and the larger ones of the rest of the world. Each one more costs memory for names
/// that hardly anyone will type.
const LANGUAGES: [&str; 34] = [
    "en", "ar", "fa", "ur", "hi", "bn", "pa", "ta", "zh_CN", "zh_TW", "ja", "ko", "ru", "uk", "tr", "az", "kk",
    "uz", "de", "fr", "es", "pt", "it", "nl", "pl", "el", "he", "id", "ms", "vi", "th", "sw", "ka", "hy",
];

/// A country as the ISO data has it.
pub(super) struct Country {
    /// The English short name.
    pub(super) name: String,
    /// ISO 3166-1 alpha-2.
    pub(super) iso2: String,
    /// The flag as an emoji.
    pub(super) flag: String,
    /// Formal names, informal names, adjectives and translations. All are weaker than names chosen
    /// by hand: the crate calls both Niger’s and Nigeria’s citizens Nigerian.
    pub(super) names: Vec<Name>,
}

/// The country with this alpha-3 code, if ISO 3166-1 has it.
pub(super) fn country(alpha3: &str) -> Option<Country> {
    let country = Alpha3::try_from(alpha3).ok()?.to_country();
    let name = |text: &str, kind| Name { text: text.to_owned(), kind };
    let translations = country.translations();
    let mut names: Vec<Name> = Vec::new();
    // “Iran (Islamic Republic of)”: without the bracket it is the plain name.
    let short = country.iso_short_name();
    let plain = short.split_once(" (").map_or(short, |(plain, _)| plain);
    names.push(name(short, NameKind::Formal));
    names.push(name(country.iso_long_name(), NameKind::Formal));
    names.extend(country.unofficial_name_list().iter().map(|text| name(text, NameKind::Formal)));
    names.extend(country.maybe_nationality().map(|text| name(text, NameKind::Formal)));
    names.extend(
        LANGUAGES
            .iter()
            .filter_map(|tag| translations.get(tag))
            .map(|text| name(text, NameKind::Translation)),
    );
    Some(Country {
        name: translations.get("en").copied().unwrap_or(plain).to_owned(),
        iso2: country.alpha2().to_string(),
        flag: country.emoji().to_owned(),
        names,
    })
}

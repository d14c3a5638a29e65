//! Takes what we need of two crates’ data and writes it as tables. The `keshvar` crate builds each country of
//! ISO 3166 with code, megabytes of it; a table costs the program a hundredth of that. The `unicode-security`
//! crate holds what looks alike by thousands of pointers, which are set up in memory at each start; ours are
//! places in one text.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

/// The languages whose names are taken, as the crate tags them: those of the UN, of the actors’
/// neighbours, and the larger ones of the rest of the world. Each one more costs memory for names
/// that hardly anyone will type.
const LANGUAGES: [&str; 33] = [
    "ar", "fa", "ur", "hi", "bn", "pa", "ta", "zh_CN", "zh_TW", "ja", "ko", "ru", "uk", "tr", "az", "kk",
    "uz", "de", "fr", "es", "pt", "it", "nl", "pl", "el", "he", "id", "ms", "vi", "th", "sw", "ka", "hy",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // A migration added is a program changed, though no source file is.
    println!("cargo::rerun-if-changed=migrations");
    let folder = PathBuf::from(std::env::var("OUT_DIR")?);
    countries(&folder)?;
    lookalikes(&folder)?;
    Ok(())
}

/// One country a line.
fn countries(folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut table = String::new();
    for country in keshvar::CountryIterator::new() {
        let translations = country.translations();
        let english = translations.get("en").copied().unwrap_or(country.iso_short_name());
        let formal = [country.iso_short_name(), country.iso_long_name()];
        let formal: Vec<&str> = (formal.iter().copied())
            .chain(country.unofficial_name_list().iter().copied())
            .chain(country.maybe_nationality())
            .collect();
        // “Iran, Islamic Republic of”: nobody types more of it than stands before the comma.
        let translated: Vec<&str> = LANGUAGES
            .iter()
            .filter_map(|tag| translations.get(tag).copied())
            .flat_map(|name| [Some(name), name.split_once([',', '،', '(']).map(|(short, _)| short.trim())])
            .flatten()
            // One letter (Vietnamese “Ý”, Italy) is a slip more often than a name.
            .filter(|name| name.chars().nth(1).is_some())
            .collect();
        let (alpha3, alpha2, flag) = (country.alpha3(), country.alpha2(), country.emoji());
        writeln!(
            table,
            "{alpha3}\t{alpha2}\t{flag}\t{english}\t{}\t{}",
            formal.join("|"),
            translated.join("|")
        )?;
    }
    let digest: String = Sha256::digest(&table).iter().map(|byte| format!("{byte:02x}")).collect();
    println!("cargo::rustc-env=ISO_3166_SHA256={digest}");
    std::fs::write(folder.join("iso3166.tsv"), table)?;
    Ok(())
}

/// The characters that look like others, in order, each with the place and length of those in the text.
fn lookalikes(folder: &Path) -> Result<(), Box<dyn Error>> {
    let (mut table, mut text) = (String::new(), String::new());
    // Looks are of decomposed characters.
    for c in ('\0'..=char::MAX).filter(|c| c.nfd().eq([*c])) {
        let look: String = skeleton(c.encode_utf8(&mut [0; 4])).collect();
        if look.chars().ne([c]) {
            let place = text.find(&look).unwrap_or_else(|| {
                text.push_str(&look);
                text.len() - look.len()
            });
            write!(table, "({c:?},{place},{}),", look.len())?;
        }
    }
    std::fs::write(folder.join("looks.txt"), text)?;
    std::fs::write(folder.join("lookalikes.rs"), format!("&[{table}]"))?;
    Ok(())
}

//! What sources are called.

use crate::knowledge::{Source, SourceKind};

/// The longest name of a publisher in a list of sources, in characters.
const LONGEST_PUBLISHER: usize = 30;

/// What a source is called in a list: publisher and month, or what it is where nobody signs.
#[must_use]
pub fn name(source: &Source, publisher: Option<&str>) -> String {
    // “TRT World via Headtopics” says who wrote it and where it was read; what stands in brackets can wait.
    let publisher = publisher.map(|publisher| publisher.split(" (").next().unwrap_or(publisher));
    let who = match publisher {
        Some(publisher) => crate::knowledge::text::cut(publisher, LONGEST_PUBLISHER),
        None => match source.kind {
            SourceKind::Commentary => "commentary".to_owned(),
            _ => crate::knowledge::text::cut(&source.title, LONGEST_PUBLISHER),
        },
    };
    match source.published {
        Some(date) => format!("{who} {}", date.month()),
        None if publisher.is_none() => who,
        None => format!("{who} (no date)"),
    }
}

/// A source in one phrase, as whose judgements these are: “an unsigned, undated commentary”.
#[must_use]
pub fn described(source: &Source) -> String {
    if let Some(publisher) = &source.publisher {
        let when = source.published.map_or_else(|| "undated".to_owned(), |date| date.month().to_string());
        return format!("{publisher} ({when})");
    }
    let traits =
        [source.author.is_none().then_some("unsigned"), source.published.is_none().then_some("undated")];
    let traits = traits.into_iter().flatten().collect::<Vec<_>>().join(", ");
    let phrase = format!("{traits} {}", source.kind.as_str());
    let phrase = phrase.trim_start();
    let article = if phrase.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
    format!("{article} {phrase}")
}

/// How far a source can be trusted, in words: “usually reliable”.
#[must_use]
pub fn reliability(source_letter: crate::knowledge::Reliability) -> String {
    format!("{} ({source_letter})", source_letter.meaning())
}

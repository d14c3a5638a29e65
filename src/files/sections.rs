//! What each sort of table in a knowledge file holds: `[[statement]]`, `[[source]]` and the rest.

use url::Url;

use super::fault::Position;
use super::iso;
use super::members::{membership, organisation};
use super::reader::FileSection;
use crate::error::{BadContent, Referent};
use crate::knowledge::item::PLAIN;
use crate::knowledge::lexicon::{self, ASKING};
use crate::knowledge::{
    Actor, ActorKind, Ambiguity, Area, Bearing, Concept, Credibility, Cue, Evidence, Figure, Item, Kind,
    LONGEST_SHORT, Name, NameKind, Part, PartialDate, Period, QuestionKind, Rank, Recommendation,
    Reliability, Source, SourceKind, Statement, YesNo,
};

/// Something that a file refers to by key, to be looked up once all files are read.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// What sort of thing it must be.
    pub(super) to: Referent,
    /// The key.
    pub(super) key: String,
    /// Where it is referred to.
    pub(super) place: Position,
}

/// An item with the place of its key and all that it refers to.
#[derive(Debug, Clone)]
pub(super) struct FileEntry {
    pub(super) item: Item,
    pub(super) place: Position,
    pub(super) references: Vec<Reference>,
}

/// Reads one table of a sort; nothing where a fault leaves nothing to go on with.
pub(super) type ReadSection = fn(&mut FileSection<'_>) -> Vec<FileEntry>;

/// The sorts of table that a file may have.
pub(super) const SECTIONS: [(&str, ReadSection); 9] = [
    ("actor", actor),
    ("ambiguous", ambiguity),
    ("area", area),
    ("concept", concept),
    ("source", source),
    ("statement", statement),
    ("recommendation", recommendation),
    ("organisation", organisation),
    ("membership", membership),
];

/// The longest key, in characters: it must fit a button's id beside other things.
const LONGEST_ID: usize = 40;

/// The longest address of a source, in characters.
const LONGEST_URL: usize = 512;

/// What an item refers to.
pub(super) struct References(pub(super) Vec<Reference>);

impl References {
    pub(super) fn add(&mut self, to: Referent, (key, place): (String, Position)) -> String {
        if !key.is_empty() {
            self.0.push(Reference { to, key: key.clone(), place });
        }
        key
    }

    fn add_all(&mut self, to: Referent, keys: Vec<(String, Position)>) -> Vec<String> {
        keys.into_iter().map(|key| self.add(to, key)).collect()
    }
}

pub(super) fn id(section: &mut FileSection<'_>) -> (String, Position) {
    let (id, place) = section.required_text("id");
    let fits = id.chars().count() <= LONGEST_ID
        && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'))
        && id.ends_with(|c: char| c.is_ascii_alphanumeric());
    if !fits {
        section.fault(place.clone(), BadContent::NotAnId { found: id.clone(), most: LONGEST_ID });
    }
    (id, place)
}

fn texts(section: &mut FileSection<'_>, key: &'static str) -> Vec<String> {
    section.texts(key).into_iter().map(|(text, _)| text).collect()
}

fn text(section: &mut FileSection<'_>, key: &'static str) -> Option<String> {
    section.text(key).map(|(text, _)| text)
}

pub(super) fn entry(item: Item, place: Position, references: References) -> Vec<FileEntry> {
    vec![FileEntry { item, place, references: references.0 }]
}

fn actor(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let (id, place) = id(section);
    let kind = section.word("kind").unwrap_or(ActorKind::State);
    let given = section.text("name");
    let iso2 = text(section, "iso2");
    let flag = text(section, "flag");
    let mut names = Vec::new();
    for (key, kind) in
        [("aliases", NameKind::Alias), ("adjectives", NameKind::Adjective), ("metonyms", NameKind::Metonym)]
    {
        names.extend(texts(section, key).into_iter().map(|text| Name::new(text, kind)));
    }
    for (text, place) in section.texts("former") {
        match former(&text) {
            Some(name) => names.push(name),
            None => section.fault(place, BadContent::FormerName { found: text }),
        }
    }
    let mut references = References(Vec::new());
    let successors = references.add_all(Referent::Actor, section.texts("successors"));
    let period = period(section);
    let sort = section.word("sort");
    let prominence = match section.whole_number("prominence") {
        Some((number @ 1..=4, _)) => u8::try_from(number).unwrap_or(PLAIN),
        Some((number, place)) => {
            let (key, found) = ("prominence".to_owned(), number.to_string());
            section.fault(place, BadContent::NotAWord { key, found, words: vec!["1", "2", "3", "4"] });
            PLAIN
        }
        None => PLAIN,
    };
    let standard = iso::country(&id);
    let name = match (given, &standard) {
        (Some((name, _)), _) => name,
        (None, Some(country)) => country.name.clone(),
        (None, None) => {
            let whole = section.place();
            section.fault(whole, BadContent::NameMissing);
            String::new()
        }
    };
    let (standard_iso2, standard_flag) = match standard {
        Some(country) => {
            names.extend(country.names.iter().cloned());
            (Some(country.iso2.clone()), Some(country.flag()))
        }
        None => (None, None),
    };
    let mut seen = std::collections::HashSet::from([crate::knowledge::fold::fold(&name)]);
    names.retain(|name| seen.insert(crate::knowledge::fold::fold(&name.text)));
    names.sort_by_key(|name| name.kind);
    let (iso2, flag) = (iso2.or(standard_iso2), flag.or(standard_flag));
    let actor = Actor { id, kind, name, iso2, flag, names, period, successors, sort, prominence };
    entry(Item::Actor(actor), place, references)
}

/// A former name: `Burma (until 1989)`, or `Zaire (1971-10 to 1997-05)`.
fn former(text: &str) -> Option<Name> {
    let (name, time) = text.strip_suffix(')')?.rsplit_once(" (")?;
    let (since, until) = match (time.strip_prefix("until "), time.split_once(" to ")) {
        (Some(until), _) => (None, until),
        (None, Some((since, until))) => (Some(since.parse().ok()?), until),
        (None, None) => return None,
    };
    let until = Some(until.parse().ok()?);
    Some(Name { since, until, ..Name::new(name.trim(), NameKind::Former) })
}

/// Names that several actors bear: one table may list them in many languages.
fn ambiguity(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let names = section.texts("names");
    let mut references = References(Vec::new());
    let choices = references.add_all(Referent::Actor, section.texts("choices"));
    let whole = section.place();
    if choices.len() < 2 {
        section.fault(whole.clone(), BadContent::FewChoices);
    }
    if names.is_empty() {
        section.fault(whole, BadContent::NoAmbiguousName);
    }
    let mut shared = Some(references.0);
    // Names in several scripts or spellings may be one once folded.
    let mut seen = std::collections::HashSet::new();
    names
        .into_iter()
        .map(|(name, place)| (crate::knowledge::fold::fold(&name), place))
        .filter(|(id, _)| seen.insert(id.clone()))
        .map(|(id, place)| FileEntry {
            item: Item::Ambiguity(Ambiguity { id, choices: choices.clone() }),
            place,
            references: shared.take().unwrap_or_default(),
        })
        .collect()
}

fn area(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let (id, place) = id(section);
    let (name, _) = section.required_text("name");
    let synonyms = texts(section, "synonyms");
    entry(Item::Area(Area { id, name, synonyms }), place, References(Vec::new()))
}

fn concept(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let mut references = References(Vec::new());
    let (id, place) = id(section);
    let area = section.text("area").map(|area| references.add(Referent::Area, area));
    let actor = section.text("actor").map(|actor| references.add(Referent::Actor, actor));
    let class = section.word("class");
    let words = section.texts("words");
    if words.is_empty() {
        section.fault(place.clone(), BadContent::NoWords);
    }
    for (word, place) in &words {
        if lexicon::key(word).is_none() {
            section.fault(place.clone(), BadContent::NoLetters { found: word.clone() });
        }
    }
    let is_known = |word: &str| word.parse::<QuestionKind>().is_ok() || word.parse::<Cue>().is_ok();
    if id.strip_prefix(ASKING).is_some_and(|word| !is_known(word)) {
        let words =
            QuestionKind::WORDS.iter().chain(Cue::WORDS).map(|word| format!("{ASKING}{word}")).collect();
        section.fault(place.clone(), BadContent::UnknownAsking { found: id.clone(), words });
    }
    let words = words.into_iter().map(|(word, _)| word).collect();
    entry(Item::Concept(Concept { id, area, actor, class, words }), place, references)
}

fn source(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let (id, place) = id(section);
    let source = Source {
        id,
        title: section.required_text("title").0,
        publisher: text(section, "publisher"),
        author: text(section, "author"),
        kind: section.required_word("kind", SourceKind::Reference),
        url: address(section),
        published: date(section, "published"),
        accessed: date(section, "accessed"),
        language: text(section, "language"),
        viewpoint: text(section, "viewpoint"),
        reliability: section.required_word("reliability", Reliability::F),
        note: text(section, "note"),
    };
    entry(Item::Source(source), place, References(Vec::new()))
}

/// An address that may be shown: http or https, no user or password in it, not too long.
fn checked_url(text: &str) -> Option<String> {
    let url = Url::parse(text).ok()?;
    let plain =
        matches!(url.scheme(), "http" | "https") && url.username().is_empty() && url.password().is_none();
    (plain && text.chars().count() <= LONGEST_URL).then(|| url.to_string())
}

fn not_an_address(key: &str, found: String) -> BadContent {
    BadContent::NotAnAddress { key: key.to_owned(), found, most: LONGEST_URL }
}

/// The address of a source.
fn address(section: &mut FileSection<'_>) -> Option<String> {
    let (text, place) = section.text("url")?;
    let url = checked_url(&text);
    if url.is_none() {
        section.fault(place, not_an_address("url", text));
    }
    url
}

fn date(section: &mut FileSection<'_>, key: &'static str) -> Option<PartialDate> {
    section.date(key).map(|(date, _)| date)
}

pub(super) fn period(section: &mut FileSection<'_>) -> Period {
    let from = section.date("from");
    let to = section.date("to");
    let at = section.date("date");
    if let (Some((_, place)), true) = (&at, from.is_some() || to.is_some()) {
        section.fault(place.clone(), BadContent::DateAndPeriod);
    }
    let place = to.as_ref().map(|(_, place)| place.clone());
    let at = at.map(|(date, _)| date);
    let period = Period { from: from.map(|(date, _)| date).or(at), to: to.map(|(date, _)| date).or(at) };
    if let (true, Some(place)) = (period.is_backwards(), place) {
        section.fault(place, BadContent::Backwards);
    }
    period
}

pub(super) fn credibility(section: &mut FileSection<'_>) -> Credibility {
    match section.whole_number("credibility") {
        None => Credibility::UNKNOWN,
        Some((digit, place)) => Credibility::try_from(digit).unwrap_or_else(|_| {
            section.fault(place, BadContent::NotACredibility { digit });
            Credibility::UNKNOWN
        }),
    }
}

fn statement(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let mut references = References(Vec::new());
    let (id, place) = id(section);
    let subject = references.add(Referent::Actor, section.required_text("subject"));
    let partners = section.texts("partners");
    for (partner, place) in &partners {
        if *partner == subject {
            section.fault(place.clone(), BadContent::SubjectIsPartner { id: partner.clone() });
        }
    }
    for (index, (partner, place)) in partners.iter().enumerate() {
        if partners[..index].iter().any(|(known, _)| known == partner) {
            section.fault(place.clone(), BadContent::PartnerTwice { id: partner.clone() });
        }
    }
    let partners = references.add_all(Referent::Actor, partners);
    let area = references.add(Referent::Area, section.required_text("area"));
    let value = section.decimal("value");
    let unit = section.text("unit");
    let basis = text(section, "basis");
    let figure = match (value, unit) {
        (Some((value, _)), Some((unit, _))) => Some(Figure { value, unit, basis }),
        (None, None) => None,
        // What is no number was told of already.
        (None, Some(_)) if section.has("value") => None,
        (Some((_, place)), None) | (None, Some((_, place))) => {
            section.fault(place, BadContent::HalfFigure);
            None
        }
    };
    let mut evidence = Vec::new();
    for bearing in Bearing::ALL {
        for other in section.texts(bearing.as_str()) {
            let statement = references.add(Referent::Statement, other);
            evidence.push(Evidence { bearing: *bearing, statement });
        }
    }
    let period = period(section);
    let statement = Statement {
        id,
        subject,
        partners,
        area,
        kind: section.required_word("kind", Kind::Fact),
        label: text(section, "label"),
        text: section.required_text("text").0,
        short: short(section),
        framing: section.word("framing") == Some(YesNo::Yes),
        level: section.word("level"),
        trend: section.word("trend"),
        rank: section.word("rank").unwrap_or(Rank::Normal),
        period,
        ended: ended(section, &period),
        figure,
        source: references.add(Referent::Source, section.required_text("source")),
        locator: text(section, "locator"),
        claimed_by: text(section, "claimed_by"),
        credibility: credibility(section),
        confidence: section.word("confidence"),
        why: text(section, "why"),
        evidence,
        also: further_pages(section),
    };
    entry(Item::Statement(statement), place, references)
}

/// The short form, which has to fit a line of a first screen.
fn short(section: &mut FileSection<'_>) -> Option<String> {
    let (short, place) = section.text("short")?;
    let length = short.chars().count();
    if length > LONGEST_SHORT {
        section.fault(place, BadContent::TooLong { key: "short".to_owned(), length, most: LONGEST_SHORT });
    }
    Some(short)
}

/// When what a statement says stopped being so, which is not before it began.
fn ended(section: &mut FileSection<'_>, period: &Period) -> Option<PartialDate> {
    let (ended, place) = section.date("ended")?;
    if period.from.is_some_and(|from| from.start() > ended.end()) {
        section.fault(place, BadContent::EndedBefore { ended: ended.to_string() });
    }
    Some(ended)
}

/// Addresses of further pages, each checked like that of a source.
fn further_pages(section: &mut FileSection<'_>) -> Vec<String> {
    let mut pages = Vec::new();
    for (text, place) in section.texts("also") {
        match checked_url(&text) {
            Some(url) => pages.push(url),
            None => section.fault(place, not_an_address("also", text)),
        }
    }
    pages
}

fn part(section: &mut FileSection<'_>, references: &mut References) -> (Part, Position) {
    let (id, place) = id(section);
    let partners = section.texts("partners");
    let partners = (!partners.is_empty()).then(|| references.add_all(Referent::Actor, partners));
    let part = Part {
        id,
        text: section.required_text("text").0,
        locator: text(section, "locator"),
        partners,
        repeats: section.text("repeats").map(|other| references.add(Referent::Statement, other)),
    };
    (part, place)
}

fn recommendation(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let mut references = References(Vec::new());
    let mut parts = |key, section: &mut FileSection<'_>| {
        section.tables(key, |section| Some(part(section, &mut references)))
    };
    let focus = parts("focus", section);
    let actions = parts("action", section);
    let impacts = parts("impact", section);
    let whole = section.place();
    if focus.len() > 1 {
        section.fault(whole.clone(), BadContent::TwoFocuses);
    }
    if actions.is_empty() {
        section.fault(whole.clone(), BadContent::NoAction);
    }
    let places: Vec<(String, Position)> = focus
        .iter()
        .chain(&actions)
        .chain(&impacts)
        .map(|(part, place)| (part.id.clone(), place.clone()))
        .collect();
    let bare = |parts: Vec<(Part, Position)>| parts.into_iter().map(|(part, _)| part).collect::<Vec<_>>();
    let (id, place) = places.first().cloned().unwrap_or((String::new(), whole));
    let recommendation = Recommendation {
        id,
        subject: references.add(Referent::Actor, section.required_text("subject")),
        partners: references.add_all(Referent::Actor, section.texts("partners")),
        region: text(section, "region"),
        area: references.add(Referent::Area, section.required_text("area")),
        focus: bare(focus).into_iter().next(),
        actions: bare(actions),
        impacts: bare(impacts),
        rank: section.word("rank").unwrap_or(Rank::Normal),
        source: references.add(Referent::Source, section.required_text("source")),
        credibility: credibility(section),
    };
    entry(Item::Recommendation(recommendation), place, references)
}

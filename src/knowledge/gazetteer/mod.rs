//! The gazetteer: every name of every actor, and what a typed name means.
//!
//! A name is looked up in its folded form. A name nobody bears is never replaced by a similar
//! one: [`Gazetteer::suggest`] only says what is near.

mod builder;
mod completion;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::fold::{fold, fold_word};
use super::item::{Actor, Name};
use super::lookalike::skeleton;
use super::period::PartialDate;
use super::words::ActorKind;

pub use self::builder::GazetteerBuilder;

/// The most words that a name may have; longer runs are not looked up.
pub const LONGEST_NAME_WORDS: usize = 12;

/// All actors with their names, ready for look-up.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// In order of id.
    actors: Vec<Actor>,
    /// Who claims which folded name, the strongest claim first.
    names: BTreeMap<String, Vec<Claim>>,
    /// Who claims a name of several words that goes on so, from each of its words but the first: “korea” of “south korea”.
    /// Names that only some other language has are left out.
    later: BTreeMap<String, Vec<Claim>>,
    /// The letters with which names begin.
    initials: BTreeSet<char>,
}

/// An actor’s claim to a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Claim {
    /// The actor’s place.
    actor: usize,
    strength: Strength,
}

/// How strong a claim to a name is, strongest first: of those who claim one, the strongest bear it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Strength {
    /// The name is known to be several actors’; it must be asked which.
    Shared,
    /// The actor’s own name.
    Own,
    /// The actor’s code or flag.
    Code,
    /// Chosen by hand: an alias, an adjective, a metonym.
    Chosen,
    /// Formal, from the ISO data.
    Formal,
    /// In another language, from the ISO data.
    Translated,
}

/// What a name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning<'a> {
    /// Exactly this actor.
    One(&'a Actor),
    /// One of these; it must be asked which.
    Several(Vec<&'a Actor>),
    /// Nobody bears it.
    Unknown,
}

impl Gazetteer {
    /// Where the actor with this id stands.
    fn place(&self, id: &str) -> Option<usize> {
        self.actors.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok()
    }

    /// Who bears a folded name, with how strong a claim.
    fn bearers(&self, folded: &str) -> &[Claim] {
        self.names.get(folded).map_or(&[], |claims| strongest(claims))
    }

    fn actor(&self, claim: &Claim) -> Option<&Actor> {
        self.actors.get(claim.actor)
    }

    /// A text with spaces around the names in it, where its script has none between words: Chinese, Thai and others.
    #[must_use]
    pub fn spaced<'t>(&self, text: &'t str) -> Cow<'t, str> {
        /// The longest name that is looked for, in characters.
        const LONGEST: usize = 20;
        if !text.contains(is_unspaced) {
            return Cow::Borrowed(text);
        }
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut spaced = String::with_capacity(text.len() + 8);
        let mut at = 0;
        while at + 1 < places.len() {
            let rest = &text[places[at]..];
            let starts = rest.starts_with(is_unspaced);
            let most = if starts { LONGEST.min(places.len() - 1 - at) } else { 0 };
            let name = (2..=most).rev().find(|length| {
                let name = &text[places[at]..places[at + length]];
                name.chars().all(is_unspaced) && self.names.contains_key(&fold(name))
            });
            if let Some(length) = name {
                spaced.extend([" ", &text[places[at]..places[at + length]], " "]);
                at += length;
            } else {
                spaced.push_str(&text[places[at]..places[at + 1]]);
                at += 1;
            }
        }
        Cow::Owned(spaced)
    }

    /// Every actor, in order of id.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The actor with this id, exactly.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Actor> {
        self.place(id).and_then(|place| self.actors.get(place))
    }

    /// The name shown for an id; the id itself for one that is not known.
    #[must_use]
    pub fn name<'a>(&'a self, id: &'a str) -> &'a str {
        self.get(id).map_or(id, |actor| &actor.name)
    }

    /// The name that an id had at a date, with the one that it has now where that is another:
    /// `Burma (now Myanmar)`.
    #[must_use]
    pub fn name_at(&self, id: &str, date: PartialDate) -> String {
        let now = self.name(id);
        let names = self.get(id).map_or(&[][..], |actor| &actor.names);
        let was_so = |name: &&Name| {
            name.until.is_some_and(|until| until.end() >= date.end())
                && name.since.is_none_or(|since| since.start() <= date.end())
        };
        // “Republic of Turkey” is no other name than “Turkey”, which it still has: only longer.
        let is_long_form = |former: &Name| {
            let form = |name: &Name| former.text.strip_suffix(name.text.as_str());
            let is_form =
                |words: &str| !words.is_empty() && fold(words).split(' ').all(|word| FORMS.contains(&word));
            names.iter().filter_map(form).any(is_form)
        };
        match names.iter().filter(was_so).filter(|name| !is_long_form(name)).min_by_key(|name| name.until) {
            Some(then) => format!("{} (now {now})", then.text),
            None => now.to_owned(),
        }
    }

    /// What a folded name means.
    #[must_use]
    pub fn meaning(&self, folded: &str) -> Meaning<'_> {
        self.meaning_of(self.bearers(folded))
    }

    /// What a name means as it is typed: codes are plain letters, so “Mỹ” is not Malaysia, nor “ça” Canada.
    #[must_use]
    pub fn meaning_as_typed(&self, folded: &str, typed: &str) -> Meaning<'_> {
        let bearers = self.bearers(folded);
        let is_plain = typed.chars().all(|c| c.is_ascii() || is_flag_part(c));
        if is_plain || bearers.first().is_none_or(|first| first.strength != Strength::Code) {
            return self.meaning_of(bearers);
        }
        let claims = self.names.get(folded).map_or(&[][..], Vec::as_slice);
        self.meaning_of(strongest(&claims[bearers.len()..]))
    }

    fn meaning_of(&self, bearers: &[Claim]) -> Meaning<'_> {
        // Somebody may bear a name twice: by names of their own and as one who shares it.
        let mut actors: Vec<&Actor> = Vec::with_capacity(bearers.len());
        for actor in bearers.iter().filter_map(|claim| self.actor(claim)) {
            if !actors.iter().any(|known| known.id == actor.id) {
                actors.push(actor);
            }
        }
        match actors.as_slice() {
            [] => Meaning::Unknown,
            [one] => Meaning::One(one),
            _ => Meaning::Several(actors),
        }
    }

    /// The organisation that a folded name means where only organisations can be meant: `au` is the African Union there.
    #[must_use]
    pub fn organisation(&self, folded: &str) -> Option<&Actor> {
        let claims = self.names.get(folded)?;
        claims
            .iter()
            .filter_map(|claim| self.actor(claim))
            .find(|actor| actor.kind == ActorKind::Organisation)
    }

    /// The actors that bear a folded name by someone’s choice: as their own name or code, an alias,
    /// an adjective or a metonym. Names that only the ISO data gives do not count.
    #[must_use]
    pub fn chosen(&self, folded: &str) -> Vec<&Actor> {
        let chosen = self.bearers(folded).iter().filter(|claim| claim.strength <= Strength::Chosen);
        chosen.filter_map(|claim| self.actor(claim)).collect()
    }

    /// The actor with a name that a text, in other letters, looks like: Cyrillic “Ра” for “Pa”.
    #[must_use]
    pub fn look_alike(&self, text: &str) -> Option<&Actor> {
        let folded = fold_word(text);
        let look = fold_word(&skeleton(&folded));
        let claims = self.names.get(&look).filter(|_| look != folded)?;
        claims.first().and_then(|claim| self.actor(claim))
    }
}

/// The words that make a state’s long name of its short one.
const FORMS: [&str; 14] = [
    "the",
    "of",
    "republic",
    "kingdom",
    "state",
    "union",
    "federation",
    "federal",
    "socialist",
    "democratic",
    "people’s",
    "peoples",
    "islamic",
    "united",
];

/// Of all claims to one name, those that are as strong as the first.
fn strongest(claims: &[Claim]) -> &[Claim] {
    let first = claims.first().map(|claim| claim.strength);
    &claims[..claims.partition_point(|claim| Some(claim.strength) == first)]
}

/// Whether a character is of a script that writes words without spaces.
fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}')
}

/// The regional indicator symbols, of which flags are made.
fn is_flag_part(c: char) -> bool {
    matches!(c, '\u{1F1E6}'..='\u{1F1FF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::item::{Ambiguity, NameKind};

    fn actor(id: &str, iso2: &str, name: &str, names: &[(&str, NameKind)]) -> Actor {
        Actor {
            id: id.to_owned(),
            kind: ActorKind::State,
            name: name.to_owned(),
            iso2: Some(iso2.to_owned()),
            flag: None,
            period: crate::knowledge::Period::default(),
            successors: Vec::new(),
            sort: None,
            prominence: crate::knowledge::item::PLAIN,
            names: names.iter().map(|(text, kind)| Name::new(*text, *kind)).collect(),
        }
    }

    fn gazetteer() -> Gazetteer {
        let mut gazetteer = GazetteerBuilder::default();
        gazetteer.share(Ambiguity { id: "korea".into(), choices: vec!["KOR".into(), "PRK".into()] });
        gazetteer.add(actor(
            "TUR",
            "TR",
            "Türkiye",
            &[("Turkey", NameKind::Alias), ("土耳其", NameKind::Translation)],
        ));
        gazetteer.add(actor("KOR", "KR", "South Korea", &[]));
        gazetteer.add(actor("PAK", "PK", "Pakistan", &[("Islamabad", NameKind::Metonym)]));
        gazetteer.add(actor("PRK", "KP", "North Korea", &[]));
        gazetteer.build()
    }

    fn ids(actors: &[&Actor]) -> Vec<String> {
        actors.iter().map(|actor| actor.id.clone()).collect()
    }

    #[test]
    fn every_name_means_its_bearer() {
        let gazetteer = gazetteer();
        for name in ["tr", "TUR", "Turkey", "土耳其", "TÜRKİYE"] {
            assert!(matches!(gazetteer.meaning(&fold(name)), Meaning::One(a) if a.id == "TUR"), "{name}");
        }
        assert!(matches!(gazetteer.meaning("korea"), Meaning::Several(both) if both.len() == 2));
        assert_eq!(gazetteer.meaning("narnia"), Meaning::Unknown);
    }

    #[test]
    fn near_misses_are_suggested_and_never_taken() {
        let gazetteer = gazetteer();
        assert_eq!(gazetteer.meaning("paksitan"), Meaning::Unknown);
        assert_eq!(ids(&gazetteer.suggest("paksitan", 3)), ["PAK"]);
        assert_eq!(ids(&gazetteer.suggest("Раkistan", 3)), ["PAK"]);
        assert_eq!(ids(&gazetteer.suggest("Tϋrkiye", 3)), ["TUR"]);
        assert!(gazetteer.suggest(&"a".repeat(6000), 3).is_empty());
    }

    #[test]
    fn completion_puts_prefixes_first_and_recent_ones_before_others() {
        let gazetteer = gazetteer();
        assert_eq!(ids(&gazetteer.complete("pak", &[], 25, &|_| true)), ["PAK"]);
        // A code comes before whoever is likelier.
        assert_eq!(ids(&gazetteer.complete("kor", &["PRK".to_owned()], 25, &|_| true)), ["KOR", "PRK"]);
        assert_eq!(ids(&gazetteer.complete("kore", &["PRK".to_owned()], 25, &|_| true)), ["PRK", "KOR"]);
        assert_eq!(ids(&gazetteer.complete("", &["TUR".to_owned()], 2, &|_| true)), ["TUR", "PRK"]);
        assert_eq!(ids(&gazetteer.complete("", &[], 1, &|actor| actor.id != "PAK")), ["PRK"]);
        assert_eq!(ids(&gazetteer.complete("turkei", &[], 25, &|_| true)), ["TUR"]);
    }
}

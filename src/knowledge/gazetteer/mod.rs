//! The gazetteer: every name of every actor, and what a typed name means.
//!
//! A name is looked up in its folded form. A name nobody bears is never replaced by a similar
//! one: [`Gazetteer::suggest`] only says what is near.

mod builder;

use std::collections::{BTreeMap, HashMap};

use super::fold::fold_word;
use super::item::{Actor, Name};
use super::lookalike::skeleton;
use super::period::PartialDate;

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
    /// The actor’s own name or code.
    Own,
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
        let former = self.get(id).into_iter().flat_map(|actor| &actor.names);
        let was_so = |name: &&Name| {
            name.until.is_some_and(|until| until.end() >= date.end())
                && name.since.is_none_or(|since| since.start() <= date.end())
        };
        match former.filter(was_so).min_by_key(|name| name.until) {
            Some(then) => format!("{} (now {now})", then.text),
            None => now.to_owned(),
        }
    }

    /// What a folded name means.
    #[must_use]
    pub fn meaning(&self, folded: &str) -> Meaning<'_> {
        match self.bearers(folded) {
            [] => Meaning::Unknown,
            [one] => self.actor(one).map_or(Meaning::Unknown, Meaning::One),
            several => Meaning::Several(several.iter().filter_map(|claim| self.actor(claim)).collect()),
        }
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

    /// The actors whose names are near to a text that means nobody: nearest first, at most `most`,
    /// equally near ones all before any that is farther.
    ///
    /// Work is bounded: the text is cut to 64 characters and compared with names of about its length.
    #[must_use]
    pub fn suggest(&self, text: &str, most: usize) -> Vec<&Actor> {
        let folded = fold_word(text);
        if folded.is_empty() {
            return Vec::new();
        }
        // A text that only looks like a name (Cyrillic “Ра” for “Pa”) is nearest of all.
        let look = fold_word(&skeleton(&folded));
        let letters = folded.chars().count();
        let limit = allowed_distance(letters);
        let is_chosen = |claim: &&Claim| matches!(claim.strength, Strength::Own | Strength::Chosen);
        let mut near: Vec<(usize, usize)> = self
            .names
            .iter()
            // Codes are not spellings: “hel” should not be met with “did you mean DEL?”.
            .filter(|(name, claims)| {
                name.chars().nth(3).is_some() && claims.iter().any(|one| is_chosen(&one))
            })
            .filter_map(|(name, claims)| Some((distance(&folded, &look, letters, name, limit)?, claims)))
            .flat_map(|(slips, claims)| claims.iter().filter(is_chosen).map(move |one| (slips, one.actor)))
            .collect();
        near.sort_unstable();
        // What is much farther than the nearest was not meant.
        let farthest = near.first().map_or(0, |(nearest, _)| nearest + 1);
        near.retain(|(slips, _)| *slips <= farthest);
        let mut found: Vec<&Actor> = Vec::new();
        for actor in near.into_iter().filter_map(|(_, place)| self.actors.get(place)) {
            if !found.iter().any(|known| known.id == actor.id) {
                found.push(actor);
            }
        }
        found.truncate(most);
        found
    }

    /// The actors that a half-typed name may become: first those with a name that starts so, then
    /// those with a word that does, then near misses; within each those in `recent` (ids, latest
    /// first) before others, then those whose own name or code it is, then by name. At most `most`.
    #[must_use]
    pub fn complete(&self, typed: &str, recent: &[String], most: usize) -> Vec<&Actor> {
        let folded = fold_word(typed);
        let recency = |actor: &Actor| recent.iter().position(|id| *id == actor.id).unwrap_or(usize::MAX);
        // How well each fits, and whether by another name than its own.
        let mut classes: HashMap<usize, (u8, bool)> = HashMap::new();
        if folded.is_empty() {
            classes.extend((0..self.actors.len()).map(|place| (place, (0, false))));
        } else {
            for (name, claims) in &self.names {
                let Some(first) = claims.first() else { continue };
                // A few letters of some language out of a hundred are no name that is being typed.
                let is_chance =
                    first.strength == Strength::Translated && folded.is_ascii() && name != &folded;
                if is_chance && folded.len() < 4 {
                    continue;
                }
                let class = if name.starts_with(&folded) {
                    (0, first.strength > Strength::Own)
                } else if name.split(' ').any(|word| word.starts_with(&folded)) {
                    (1, first.strength > Strength::Own)
                } else {
                    continue;
                };
                for claim in strongest(claims) {
                    let best = classes.entry(claim.actor).or_insert(class);
                    *best = class.min(*best);
                }
            }
            if classes.len() < most {
                for actor in self.suggest(typed, most) {
                    if let Some(place) = self.place(&actor.id) {
                        classes.entry(place).or_insert((2, false));
                    }
                }
            }
        }
        let mut found: Vec<((u8, usize, bool), &Actor)> = classes
            .into_iter()
            .filter_map(|(place, (class, is_other))| {
                self.actors.get(place).map(|actor| ((class, recency(actor), is_other), actor))
            })
            .collect();
        // Folded, so that Türkiye stands before Turkmenistan.
        found.sort_by_cached_key(|(fit, actor)| (*fit, fold_word(&actor.name)));
        found.truncate(most);
        found.into_iter().map(|(_, actor)| actor).collect()
    }
}

/// Of all claims to one name, those that are as strong as the first.
fn strongest(claims: &[Claim]) -> &[Claim] {
    let first = claims.first().map(|claim| claim.strength);
    &claims[..claims.partition_point(|claim| Some(claim.strength) == first)]
}

/// How many slips are forgiven in a name of so many letters.
fn allowed_distance(letters: usize) -> usize {
    (letters / 3).clamp(1, 3)
}

/// How far a typed text is from a name, if it is near at all.
fn distance(folded: &str, look: &str, letters: usize, name: &str, limit: usize) -> Option<usize> {
    if name == look {
        return Some(0);
    }
    if letters >= 3 && name.starts_with(folded) {
        return Some(1);
    }
    let length = name.chars().count();
    if length.abs_diff(letters) > limit {
        return None;
    }
    Some(strsim::osa_distance(folded, name)).filter(|slips| *slips <= limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::fold::fold;
    use crate::knowledge::item::{Ambiguity, NameKind};
    use crate::knowledge::words::ActorKind;

    fn actor(id: &str, iso2: &str, name: &str, names: &[(&str, NameKind)]) -> Actor {
        Actor {
            id: id.to_owned(),
            kind: ActorKind::State,
            name: name.to_owned(),
            iso2: Some(iso2.to_owned()),
            flag: None,
            period: crate::knowledge::Period::default(),
            successors: Vec::new(),
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
        assert_eq!(ids(&gazetteer.complete("pak", &[], 25)), ["PAK"]);
        assert_eq!(ids(&gazetteer.complete("kor", &["PRK".to_owned()], 25)), ["PRK", "KOR"]);
        assert_eq!(ids(&gazetteer.complete("", &["TUR".to_owned()], 2)), ["TUR", "PRK"]);
        assert_eq!(ids(&gazetteer.complete("turkei", &[], 25)), ["TUR"]);
    }
}

//! The gazetteer: every name of every actor, and what a typed name means.
//!
//! A name is looked up in its folded form. A name nobody bears is never replaced by a similar
//! one: [`Gazetteer::suggest`] only says what is near.

use std::collections::HashMap;

use unicode_security::confusable_detection::skeleton;

use super::fold::{fold, fold_word};
use super::item::{Actor, Ambiguity, NameKind};
use super::period::PartialDate;

/// The most words that a name may have; longer runs are not looked up.
pub const LONGEST_NAME_WORDS: usize = 8;

/// All actors with their names, ready for look-up.
#[derive(Debug, Default)]
pub struct Gazetteer {
    actors: Vec<Actor>,
    by_id: HashMap<Box<str>, u32>,
    by_name: HashMap<Box<str>, Bearers>,
    /// Names that a person would type and may misspell: (folded, actor).
    spellings: Vec<(Box<str>, u32)>,
}

/// Who bears a folded name, and how strong the claim is (0 strongest).
#[derive(Debug)]
struct Bearers {
    strength: u8,
    actors: Vec<u32>,
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
    /// Builds the look-up from actors and from the names that several of them bear.
    #[must_use]
    pub fn new(actors: Vec<Actor>, ambiguities: &[Ambiguity]) -> Self {
        let mut gazetteer = Self::default();
        for (index, actor) in (0_u32..).zip(&actors) {
            gazetteer.by_id.insert(actor.id.as_str().into(), index);
            gazetteer.add_name(&actor.id, 0, index);
            gazetteer.add_name(&actor.name, 0, index);
            for code in actor.iso2.iter().chain(&actor.flag) {
                gazetteer.add_name(code, 0, index);
            }
            for name in &actor.names {
                gazetteer.add_name(&name.text, strength(name.kind), index);
            }
        }
        for ambiguity in ambiguities {
            let actors: Vec<u32> =
                ambiguity.choices.iter().filter_map(|id| gazetteer.by_id.get(id.as_str()).copied()).collect();
            if actors.len() > 1 {
                gazetteer.by_name.insert(fold(&ambiguity.id).into(), Bearers { strength: 0, actors });
            }
        }
        gazetteer.actors = actors;
        gazetteer
    }

    fn add_name(&mut self, name: &str, strength: u8, actor: u32) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        // Codes are not spellings: “hel” should not be met with “did you mean DEL?”.
        if strength <= TYPED && folded.chars().count() > 3 {
            self.spellings.push((folded.as_str().into(), actor));
        }
        match self.by_name.get_mut(folded.as_str()) {
            Some(bearers) if bearers.strength < strength => {}
            Some(bearers) if bearers.strength == strength => {
                if !bearers.actors.contains(&actor) {
                    bearers.actors.push(actor);
                }
            }
            _ => {
                self.by_name.insert(folded.into(), Bearers { strength, actors: vec![actor] });
            }
        }
    }

    /// Every actor, in order of id.
    #[must_use]
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// The actor with this id, exactly.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Actor> {
        self.by_id.get(id).and_then(|index| self.actors.get(*index as usize))
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
        let until = |name: &&super::item::Name| name.until.filter(|until| until.end() >= date.end());
        match former.filter(|name| until(name).is_some()).min_by_key(|name| name.until) {
            Some(then) => format!("{} (now {now})", then.text),
            None => now.to_owned(),
        }
    }

    /// What a folded name means.
    #[must_use]
    pub fn meaning(&self, folded: &str) -> Meaning<'_> {
        match self.by_name.get(folded).map(|bearers| bearers.actors.as_slice()) {
            None | Some([]) => Meaning::Unknown,
            Some([one]) => self.actors.get(*one as usize).map_or(Meaning::Unknown, Meaning::One),
            Some(several) => {
                Meaning::Several(several.iter().filter_map(|i| self.actors.get(*i as usize)).collect())
            }
        }
    }

    /// The actors that bear a folded name by someone’s choice: as their own name or code, an alias,
    /// an adjective or a metonym. Names that only the ISO data gives do not count.
    #[must_use]
    pub fn chosen(&self, folded: &str) -> Vec<&Actor> {
        let bearers = self.by_name.get(folded).filter(|bearers| bearers.strength <= TYPED);
        let actors = bearers.map_or(&[][..], |bearers| bearers.actors.as_slice());
        actors.iter().filter_map(|index| self.actors.get(*index as usize)).collect()
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
        let look = fold_word(&skeleton(&fold_word(text)).collect::<String>());
        let letters = folded.chars().count();
        let limit = allowed_distance(letters);
        let mut near: Vec<(usize, u32)> = self
            .spellings
            .iter()
            .filter_map(|(name, actor)| Some((distance(&folded, &look, letters, name, limit)?, *actor)))
            .collect();
        near.sort_unstable();
        // What is much farther than the nearest was not meant.
        let farthest = near.first().map_or(0, |(nearest, _)| nearest + 1);
        near.retain(|(slips, _)| *slips <= farthest);
        let mut found: Vec<&Actor> = Vec::new();
        for actor in near.into_iter().filter_map(|(_, index)| self.actors.get(index as usize)) {
            if !found.iter().any(|known| known.id == actor.id) {
                found.push(actor);
            }
        }
        found.truncate(most);
        found
    }

    /// The actors that a half-typed name may become: first those with a name that starts so, then
    /// those with a word that does, then near misses; within each those in `recent` (ids, latest
    /// first) before others, then by name. At most `most`.
    #[must_use]
    pub fn complete(&self, typed: &str, recent: &[String], most: usize) -> Vec<&Actor> {
        let folded = fold_word(typed);
        let recency = |actor: &Actor| recent.iter().position(|id| *id == actor.id).unwrap_or(usize::MAX);
        let mut classes: HashMap<u32, u8> = HashMap::new();
        if folded.is_empty() {
            classes.extend((0_u32..).take(self.actors.len()).map(|index| (index, 0)));
        } else {
            for (name, bearers) in &self.by_name {
                let class = if name.starts_with(&folded) {
                    bearers.strength.min(1)
                } else if name.split(' ').any(|word| word.starts_with(&folded)) {
                    2
                } else {
                    continue;
                };
                for actor in &bearers.actors {
                    let best = classes.entry(*actor).or_insert(class);
                    *best = class.min(*best);
                }
            }
            if classes.len() < most {
                for actor in self.suggest(typed, most) {
                    if let Some(index) = self.by_id.get(actor.id.as_str()) {
                        classes.entry(*index).or_insert(3);
                    }
                }
            }
        }
        let mut found: Vec<(u8, usize, &Actor)> = classes
            .into_iter()
            .filter_map(|(index, class)| {
                self.actors.get(index as usize).map(|actor| (class, recency(actor), actor))
            })
            .collect();
        found.sort_unstable_by(|a, b| (a.0, a.1, &a.2.name).cmp(&(b.0, b.1, &b.2.name)));
        found.truncate(most);
        found.into_iter().map(|(_, _, actor)| actor).collect()
    }
}

/// Names up to this strength are ones that people type, and so may misspell.
const TYPED: u8 = 1;

/// How strong a claim to a name each use gives; an actor's own name and codes are 0.
fn strength(kind: NameKind) -> u8 {
    match kind {
        NameKind::Alias | NameKind::Former | NameKind::Adjective | NameKind::Metonym => 1,
        NameKind::Formal => 2,
        NameKind::Translation => 3,
    }
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
    use crate::knowledge::item::Name;
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
            names: names
                .iter()
                .map(|(text, kind)| Name { text: (*text).to_owned(), kind: *kind, until: None })
                .collect(),
        }
    }

    fn gazetteer() -> Gazetteer {
        Gazetteer::new(
            vec![
                actor("KOR", "KR", "South Korea", &[]),
                actor("PAK", "PK", "Pakistan", &[("Islamabad", NameKind::Metonym)]),
                actor("PRK", "KP", "North Korea", &[]),
                actor(
                    "TUR",
                    "TR",
                    "Türkiye",
                    &[("Turkey", NameKind::Alias), ("土耳其", NameKind::Translation)],
                ),
            ],
            &[Ambiguity { id: "korea".into(), choices: vec!["KOR".into(), "PRK".into()] }],
        )
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

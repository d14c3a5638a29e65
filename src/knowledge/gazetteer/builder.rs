//! Building a gazetteer: actors and shared names in any order, what is found by them in order.

use std::collections::BTreeMap;

use super::{Claim, Gazetteer, Strength};
use crate::knowledge::fold::fold;
use crate::knowledge::item::{Actor, Ambiguity, NameKind};

impl From<NameKind> for Strength {
    fn from(kind: NameKind) -> Self {
        match kind {
            NameKind::Alias | NameKind::Former | NameKind::Adjective | NameKind::Metonym => Self::Chosen,
            NameKind::Formal => Self::Formal,
            NameKind::Translation => Self::Translated,
        }
    }
}

/// Builds a [`Gazetteer`], actor by actor.
#[derive(Debug, Default)]
pub struct GazetteerBuilder {
    actors: Vec<Actor>,
    ambiguities: Vec<Ambiguity>,
}

impl GazetteerBuilder {
    /// Adds an actor with all its names.
    pub fn add(&mut self, actor: Actor) {
        self.actors.push(actor);
    }

    /// Adds a name that several actors bear, be they added before or after.
    pub fn share(&mut self, ambiguity: Ambiguity) {
        self.ambiguities.push(ambiguity);
    }

    /// The gazetteer of what was added, in whatever order it was.
    #[must_use]
    pub fn build(self) -> Gazetteer {
        let Self { mut actors, ambiguities } = self;
        actors.sort_by(|one, other| one.id.cmp(&other.id));
        let mut claimed = Claimed::default();
        for Ambiguity { id, choices } in ambiguities {
            let place = |id: &String| actors.binary_search_by(|actor| actor.id.cmp(id)).ok();
            let choices: Vec<usize> = choices.iter().filter_map(place).collect();
            if choices.len() > 1 {
                for actor in choices {
                    claimed.claim(&id, Strength::Shared, actor);
                }
            }
        }
        for (place, actor) in actors.iter().enumerate() {
            claimed.claim(&actor.name, Strength::Own, place);
            for code in [&actor.id].into_iter().chain(&actor.iso2).chain(&actor.flag) {
                claimed.claim(code, Strength::Code, place);
            }
            for name in &actor.names {
                claimed.claim(&name.text, name.kind.into(), place);
            }
        }
        let names = claimed.by_name();
        let initials = names.keys().filter_map(|name| name.chars().next()).collect();
        let mut later = Claimed::default();
        for (name, claims) in &names {
            for claim in claims.iter().filter(|claim| claim.strength < Strength::Translated) {
                let rests = name.match_indices(' ').map(|(at, _)| (name[at + 1..].to_owned(), *claim));
                later.0.extend(rests);
            }
        }
        Gazetteer { actors, names, later: later.by_name(), initials }
    }
}

/// Who claims which names, in the order in which they were noted.
#[derive(Default)]
struct Claimed(Vec<(String, Claim)>);

impl Claimed {
    /// Notes who claims a name, in every way in which it may be typed. A name of nothing is not claimed.
    fn claim(&mut self, name: &str, strength: Strength, actor: usize) {
        let folded = fold(name);
        if folded.is_empty() {
            return;
        }
        let claim = Claim { actor, strength };
        self.0.extend(forms(name, &folded).into_iter().map(|form| (form, claim)));
        self.0.push((folded, claim));
    }

    /// Each name with its claims, the strongest first. There are tens of thousands: sorting them once takes less than
    /// finding the place of each.
    fn by_name(self) -> BTreeMap<String, Vec<Claim>> {
        let mut claimed = self.0;
        // Stable: choices stay in the order in which they were written.
        claimed.sort_by(|(one, a), (other, b)| one.cmp(other).then(a.strength.cmp(&b.strength)));
        let mut names: Vec<(String, Vec<Claim>)> = Vec::with_capacity(claimed.len());
        for (name, claim) in claimed {
            match names.last_mut() {
                Some((last, claims)) if *last == name => {
                    if claims.last() != Some(&claim) {
                        claims.push(claim);
                    }
                }
                _ => names.push((name, vec![claim])),
            }
        }
        names.into_iter().collect()
    }
}

/// The other forms in which a name is typed: spelt as on the other side of the Atlantic, with `ae` for `ä`, without its
/// article or its “and” (which “&” is), with “St” for “Saint”, with a gap before a number.
fn forms(name: &str, folded: &str) -> Vec<String> {
    let mut forms = Vec::new();
    let mut add = |form: String| {
        if form != folded && !form.is_empty() && !forms.contains(&form) {
            forms.push(form);
        }
    };
    if let Some(respelt) = respelt(folded) {
        add(respelt);
    }
    if name.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü']) {
        let umlauts = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")];
        add(fold(&umlauts.iter().fold(name.to_owned(), |name, (one, two)| name.replace(one, two))));
    }
    if let Some(rest) = folded.strip_prefix("the ").filter(|rest| rest.len() > 3) {
        add(rest.to_owned());
    }
    if folded.contains(" and ") {
        add(folded.replace(" and ", " "));
    }
    if let Some(rest) = folded.strip_prefix("saint ") {
        add(format!("st {rest}"));
        add(format!("st {rest}").replace(" and ", " "));
    }
    let number = folded.find(|c: char| c.is_ascii_digit());
    if let Some(at) = number.filter(|at| *at > 0 && folded[..*at].chars().all(|c| c.is_ascii_lowercase())) {
        add(format!("{} {}", &folded[..at], &folded[at..]));
    }
    forms
}

/// A folded name as it is spelt on the other side of the Atlantic, where it is spelt otherwise there.
fn respelt(folded: &str) -> Option<String> {
    const SPELLINGS: [(&str, &str); 4] =
        [("organisation", "organization"), ("defence", "defense"), ("centre", "center"), ("labour", "labor")];
    let is_spelt = |(ours, theirs): &(&str, &str)| folded.contains(ours) || folded.contains(theirs);
    let mut spelt = SPELLINGS.into_iter().filter(is_spelt).peekable();
    spelt.peek()?;
    // Each word once, whichever way it is written.
    Some(spelt.fold(folded.to_owned(), |name, (ours, theirs)| {
        if name.contains(ours) { name.replace(ours, theirs) } else { name.replace(theirs, ours) }
    }))
}

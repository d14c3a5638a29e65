//! Understanding what is asked of the world.

use super::understand::{ReadWords, date, named, nobody, one_actor, single};
use super::{Asking, Request, World};
use crate::commands::{Command, FIGURES};
use crate::error::{BadQuestion, Choice, Offer, Refusal};
use crate::knowledge::fold::fold;
use crate::knowledge::{Actor, ActorKind, Catalogue, Meaning, Measure, Period};

/// The most actors whose memberships are laid side by side.
const MOST_SHARED: usize = 5;

pub(super) fn understand(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    if let Some(found) = organisation_named(asking, catalogue) {
        let as_of = date(asking, "as_of")?;
        return Ok(Request::World(World::Organisation { organisation: found.id.clone(), as_of }));
    }
    let ReadWords { actors, area } = match whole_name(asking, catalogue) {
        Some(actor) => ReadWords { actors: vec![actor], area: None },
        None => named(asking, "", catalogue)?,
    };
    if let Some(area) = area {
        return Err(no_area(asking, &actors, catalogue.area_name(&area), &area));
    }
    let as_of = date(asking, "as_of")?;
    let world = match asking.command {
        Command::Timeline => timeline(asking, &actors)?,
        Command::Brief => {
            let (subject, partner) = two(asking, &actors)?;
            World::Brief { subject, partner }
        }
        Command::Shared => {
            if actors.len() < 2 {
                return Err(one_more(asking, &actors));
            }
            if actors.len() > MOST_SHARED {
                let (most, named) = (MOST_SHARED, actors.len());
                return Err(BadQuestion::TooManyShared { most, named }.into());
            }
            World::Shared { actors: actors.iter().map(|actor| actor.id.clone()).collect(), as_of }
        }
        Command::Organisation => {
            let one = one(asking, &actors)?;
            is_organisation(one)?;
            World::Organisation { organisation: one.id.clone(), as_of }
        }
        Command::Neighbours => {
            let one = one(asking, &actors)?;
            if one.kind == ActorKind::Organisation {
                return Err(has_no_borders(one));
            }
            World::Neighbours { actor: one.id.clone() }
        }
        Command::Relations => World::Relations { actor: one(asking, &actors)?.id.clone() },
        _ => World::Profile { actor: one(asking, &actors)?.id.clone(), as_of },
    };
    Ok(Request::World(world))
}

/// The one actor whose name the words are as a whole, where one is all that is asked about: “Hong Kong SAR, China”.
fn whole_name<'a>(asking: &Asking, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    let takes_one = matches!(asking.command, Command::Profile | Command::Relations | Command::Neighbours);
    match catalogue.gazetteer.meaning(&fold(&asking.words())) {
        Meaning::One(actor) if takes_one && asking.words().contains(',') => Some(actor),
        _ => None,
    }
}

/// The organisation whose name the words of `/organisation` are as a whole: `au` is the African Union there.
fn organisation_named<'a>(asking: &Asking, catalogue: &'a Catalogue) -> Option<&'a Actor> {
    let words = fold(&asking.words());
    let words = words.strip_prefix("the ").unwrap_or(&words);
    (asking.command == Command::Organisation).then(|| catalogue.gazetteer.organisation(words)).flatten()
}

fn is_organisation(one: &Actor) -> Result<(), Refusal> {
    if one.kind == ActorKind::Organisation {
        return Ok(());
    }
    let line = format!("/profile {}", one.id);
    let reason = BadQuestion::NotAnOrganisation { name: one.name.clone(), line: line.clone() };
    let offer = Offer { label: format!("/profile {}", one.name), line };
    Err(Refusal::new(reason).offering(vec![offer]))
}

/// That an organisation has members, and no borders.
fn has_no_borders(one: &Actor) -> Refusal {
    let line = format!("/organisation {}", one.id);
    let reason = BadQuestion::HasNoBorders { name: one.name.clone(), line: line.clone() };
    Refusal::new(reason).offering(vec![Offer { label: format!("/organisation {}", one.name), line }])
}

/// States by a figure.
pub(super) fn rank(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let typed = single(asking, "figure").unwrap_or_default();
    let word = fold(&typed).replace(' ', "-");
    let known = FIGURES.contains(&word.as_str()).then(|| word.parse::<Measure>().ok()).flatten();
    let Some(measure) = known.or_else(|| called(&word)) else {
        return Err(Refusal::not_one_of(Choice::Figure, &typed, FIGURES));
    };
    let among = match asking.option("among") {
        None => None,
        Some(typed) => {
            let whole = fold(typed);
            let whole = catalogue.gazetteer.organisation(whole.strip_prefix("the ").unwrap_or(&whole));
            let id = match whole {
                Some(body) => body.id.clone(),
                None => one_actor(asking, "among", typed, catalogue)?,
            };
            if let Some(one) = catalogue.gazetteer.get(&id) {
                is_organisation(one)?;
            }
            Some(id)
        }
    };
    Ok(Request::World(World::Rank { measure, among }))
}

/// What else figures are called.
fn called(word: &str) -> Option<Measure> {
    Some(match word {
        "people" | "inhabitants" => Measure::Population,
        "size" | "territory" => Measure::Area,
        "economy" | "gnp" | "income" => Measure::Gdp,
        "ppp" | "gdp-(ppp)" => Measure::GdpPpp,
        "gdp-growth" => Measure::Growth,
        "defense"
        | "defence-spending"
        | "defense-spending"
        | "military"
        | "military-spending"
        | "military-expenditure" => Measure::Defence,
        "export" => Measure::Exports,
        "import" => Measure::Imports,
        "un" | "un-votes" | "votes" => Measure::UnPosition,
        _ => return None,
    })
}

fn timeline(asking: &Asking, actors: &[&Actor]) -> Result<World, Refusal> {
    let period = Period { from: date(asking, "from")?, to: date(asking, "to")? };
    if period.is_backwards() {
        return Err(BadQuestion::BackwardsPeriod.into());
    }
    let (subject, partner) = two(asking, actors)?;
    Ok(World::Timeline { subject, partner, period })
}

/// What is said where an area is named and the answer is of all areas.
fn no_area(asking: &Asking, actors: &[&Actor], name: &str, area: &str) -> Refusal {
    let command = asking.command.info().name;
    let names =
        |most: usize| actors.iter().take(most).map(|actor| actor.id.as_str()).collect::<Vec<_>>().join(", ");
    let all = Offer { label: format!("/{command}"), line: format!("/{command} {}", names(usize::MAX)) };
    let facts = Offer { label: format!("/facts: {name}"), line: format!("/facts {} area:{area}", names(2)) };
    let offers = if actors.is_empty() { Vec::new() } else { vec![all, facts] };
    Refusal::new(BadQuestion::NoAreaTaken { command, area: name.to_owned() }).offering(offers)
}

/// The two that something is of.
fn two(asking: &Asking, actors: &[&Actor]) -> Result<(String, String), Refusal> {
    match actors {
        [subject, partner] => Ok((subject.id.clone(), partner.id.clone())),
        [_] | [] => Err(one_more(asking, actors)),
        more => Err(BadQuestion::NotTwo { command: asking.command.info().name, named: more.len() }.into()),
    }
}

fn one<'a>(asking: &Asking, actors: &[&'a Actor]) -> Result<&'a Actor, Refusal> {
    match actors {
        [one] => Ok(one),
        [] => Err(nobody(asking)),
        more => {
            let name = asking.command.info().name;
            let offer =
                |actor: &&Actor| Offer { label: actor.name.clone(), line: format!("/{name} {}", actor.id) };
            let mut offers: Vec<Offer> = more.iter().map(offer).collect();
            if let [one, other] = more {
                // “relations between Iran and Israel”
                let label = format!("{} ↔ {}", one.name, other.name);
                offers.insert(0, Offer { label, line: format!("/compare {} {}", one.id, other.id) });
            }
            Err(Refusal::new(BadQuestion::NotOne { command: name, named: more.len() }).offering(offers))
        }
    }
}

fn one_more(asking: &Asking, actors: &[&Actor]) -> Refusal {
    match actors {
        [one] => {
            let line = format!("/profile {}", one.id);
            let reason = BadQuestion::OneMoreNeeded {
                name: one.name.clone(),
                example: asking.command.info().example,
                line: line.clone(),
            };
            Refusal::new(reason).offering(vec![Offer { label: format!("/profile {}", one.name), line }])
        }
        _ => nobody(asking),
    }
}

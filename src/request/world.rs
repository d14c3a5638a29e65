//! Understanding what is asked of the world.

use super::understand::{ReadWords, date, named, nobody};
use super::{Asking, Request, World};
use crate::commands::Command;
use crate::error::{BadQuestion, Offer, Refusal};
use crate::knowledge::{Actor, ActorKind, Catalogue, Period};

/// The most actors whose memberships are laid side by side.
const MOST_SHARED: usize = 5;

pub(super) fn understand(asking: &Asking, catalogue: &Catalogue) -> Result<Request, Refusal> {
    let ReadWords { actors, area } = named(asking, "", catalogue)?;
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
            if one.kind != ActorKind::Organisation {
                let line = format!("/profile {}", one.id);
                let reason = BadQuestion::NotAnOrganisation { name: one.name.clone(), line: line.clone() };
                let offer = Offer { label: format!("/profile {}", one.name), line };
                return Err(Refusal::new(reason).offering(vec![offer]));
            }
            World::Organisation { organisation: one.id.clone(), as_of }
        }
        Command::Relations => World::Relations { actor: one(asking, &actors)?.id.clone() },
        _ => World::Profile { actor: one(asking, &actors)?.id.clone(), as_of },
    };
    Ok(Request::World(world))
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
            Err(Refusal::new(BadQuestion::NotOne { command: name, named: more.len() })
                .offering(more.iter().map(offer).collect()))
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

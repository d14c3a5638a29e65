//! Which organisations a subject shares with its partners, and which not; and when actors were there.

use std::collections::HashMap;

use super::{When, actor, actor_at, world};
use crate::answer::Named;
use crate::answer::world::{Bond, Lifetime, OrganisationRow, Sharing};
use crate::knowledge::item::PLAIN;
use crate::knowledge::{ActorKind, BodySort, Catalogue, MembershipStatus};
use crate::store::memberships::CitedMembership;

/// Every sort of row, in the order in which they are shown.
const ROWS: [Sharing; 5] =
    [Sharing::Itself, Sharing::Ours, Sharing::Both, Sharing::SubjectAlone, Sharing::PartnerAlone];

/// The rows that have anything in them.
pub(super) fn organisations(
    subject: &str,
    partners: &[String],
    when: When,
    memberships: &[CitedMembership],
    catalogue: &Catalogue,
) -> Vec<OrganisationRow> {
    let (now, _) = world::holding(memberships.to_vec(), when, catalogue);
    let there: Vec<&CitedMembership> =
        now.iter().filter(|cited| cited.membership.status != MembershipStatus::Withdrawn).collect();
    // They come by the year they begin: of two that hold, such as a member’s suspension, the later says more.
    let held: Held<'_> = there
        .iter()
        .map(|cited| ((cited.membership.member.as_str(), cited.membership.organisation.as_str()), *cited))
        .collect();
    let mut bodies: Vec<&str> = there.iter().map(|cited| cited.membership.organisation.as_str()).collect();
    bodies.sort_unstable();
    bodies.dedup();
    let bonds: Vec<Vec<(Sharing, Bond)>> =
        partners.iter().map(|partner| bonds(subject, partner, &bodies, &held, catalogue)).collect();
    let any_is_one = partners.iter().any(|partner| is_organisation(partner, catalogue));
    let row = |sharing: Sharing| OrganisationRow {
        sharing,
        cells: bonds
            .iter()
            .map(|bonds| {
                bonds.iter().filter(|(of, _)| *of == sharing).map(|(_, bond)| bond.clone()).collect()
            })
            .collect(),
    };
    // That a subject does not belong to the organisation asked about is an answer, too.
    let is_answer = |row: &OrganisationRow| {
        row.cells.iter().any(|cell| !cell.is_empty()) || row.sharing == Sharing::Itself && any_is_one
    };
    ROWS.into_iter().map(row).filter(is_answer).collect()
}

pub(super) fn is_organisation(id: &str, catalogue: &Catalogue) -> bool {
    catalogue.gazetteer.get(id).is_some_and(|actor| actor.kind == ActorKind::Organisation)
}

/// Memberships by who belongs to what.
type Held<'a> = HashMap<(&'a str, &'a str), &'a CitedMembership>;

/// How a subject and a partner belong to each organisation that either belongs to, by its name.
fn bonds(
    subject: &str,
    partner: &str,
    bodies: &[&str],
    held: &Held<'_>,
    catalogue: &Catalogue,
) -> Vec<(Sharing, Bond)> {
    let mut bonds: Vec<(Sharing, Bond)> = Vec::new();
    for organisation in bodies.iter().copied() {
        let of = |who| held.get(&(who, organisation)).copied();
        let (first, second) = (of(subject), of(partner));
        let sharing = match (first, second) {
            (Some(_), _) if organisation == partner => Sharing::Itself,
            (_, Some(_)) if organisation == subject => Sharing::Ours,
            (Some(_), Some(_)) => Sharing::Both,
            // What else a subject belongs to says nothing of an organisation.
            (Some(_), None) if is_organisation(partner, catalogue) => continue,
            (Some(_), None) => Sharing::SubjectAlone,
            (None, Some(_)) if is_organisation(subject, catalogue) => continue,
            (None, Some(_)) => Sharing::PartnerAlone,
            // It is another partner’s.
            (None, None) => continue,
        };
        let Some(shown) = first.or(second) else { continue };
        let bond = Bond {
            organisation: actor(catalogue, organisation),
            prominence: prominence(organisation, catalogue),
            subject: first.map(|cited| cited.membership.status),
            partner: second.map(|cited| cited.membership.status),
            period: shown.membership.period,
            years: shown.membership.years,
            sources: shown.sources.clone(),
        };
        bonds.push((sharing, bond));
    }
    bonds.sort_by_cached_key(|(_, bond)| standing(&bond.organisation, catalogue));
    bonds
}

/// How soon an organisation is named among others.
pub(super) fn prominence(organisation: &str, catalogue: &Catalogue) -> u8 {
    catalogue.gazetteer.get(organisation).map_or(PLAIN, |body| body.prominence)
}

/// How soon an organisation is named among others: the prominent first, then by what sort of body it is and by name.
pub(super) fn standing(organisation: &Named, catalogue: &Catalogue) -> (u8, Option<BodySort>, String) {
    let sort = catalogue.gazetteer.get(&organisation.id).and_then(|known| known.sort);
    (prominence(&organisation.id, catalogue), sort, organisation.name.clone())
}

/// Those of the actors that are not there at the time asked about.
pub(super) fn lifetimes<'a>(
    actors: impl Iterator<Item = &'a str>,
    when: When,
    catalogue: &Catalogue,
) -> Vec<Lifetime> {
    actors
        .filter_map(|id| catalogue.gazetteer.get(id))
        .filter(|known| !known.period.holds_at(when.date()))
        .map(|known| Lifetime {
            actor: actor_at(catalogue, &known.id, when.as_of),
            period: known.period,
            successors: known.successors.iter().map(|id| actor(catalogue, id)).collect(),
        })
        .collect()
}

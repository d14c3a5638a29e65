//! Memberships in knowledge files: an organisation with its members, one membership with its period;
//! and what a server retracts.

use super::fault::Position;
use super::reader::FileSection;
use super::sections::{FileEntry, References, entry, id, period};
use crate::error::{BadContent, Referent};
use crate::knowledge::{Entity, Item, ItemKey, Membership, MembershipStatus, Period, Years};

/// One membership, with its period.
pub(super) fn membership(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let mut references = References(Vec::new());
    let whole = section.place();
    let organisation = references.add(Referent::Organisation, section.required_text("organisation"));
    let member = references.add(Referent::Actor, section.required_text("member"));
    let id = section.text("id").map_or_else(|| format!("{organisation}.{member}"), |(id, _)| id);
    let membership = Membership {
        id,
        organisation,
        member,
        status: section.word("status").unwrap_or(MembershipStatus::Member),
        period: period(section),
        years: section.word("years").unwrap_or(Years::Sourced),
        source: references.add(Referent::Source, section.required_text("source")),
        years_source: None,
        note: section.text("note").map(|(note, _)| note),
    };
    entry(Item::Membership(membership), whole, references)
}

/// A public item that a server does not want to see.
pub(super) fn retract(section: &mut FileSection<'_>) -> Option<(ItemKey, Position)> {
    let entity = section.required_word("entity", Entity::Statement);
    let (key, place) = id(section);
    (!key.is_empty()).then_some((ItemKey { entity, key }, place))
}

/// An organisation's members: one table gives many memberships, all from one source.
pub(super) fn organisation(section: &mut FileSection<'_>) -> Vec<FileEntry> {
    let mut references = References(Vec::new());
    let (organisation, place) = section.required_text("actor");
    references.add(Referent::Organisation, (organisation.clone(), place.clone()));
    let source = references.add(Referent::Source, section.required_text("source"));
    let years = section.word("years").unwrap_or(Years::Sourced);
    let joined = section.years("joined");
    let mut shared = Some(references.0);
    let mut entries = Vec::new();
    for (key, status) in [
        ("members", MembershipStatus::Member),
        ("observers", MembershipStatus::Observer),
        ("candidates", MembershipStatus::Candidate),
        ("partners", MembershipStatus::Partner),
        ("suspended", MembershipStatus::Suspended),
    ] {
        for (member, place) in section.texts(key) {
            let mut references = References(shared.take().unwrap_or_default());
            let member = references.add(Referent::Actor, (member, place.clone()));
            let since = joined.iter().find(|(who, _)| *who == member).map(|(_, year)| *year);
            let membership = Membership {
                id: format!("{organisation}.{member}"),
                organisation: organisation.clone(),
                member,
                status,
                period: Period { from: since, to: None },
                years: if since.is_some() { years } else { Years::Sourced },
                source: source.clone(),
                years_source: None,
                note: None,
            };
            entries.extend(entry(Item::Membership(membership), place, references));
        }
    }
    if entries.is_empty() {
        section.fault(place, BadContent::NoMembers);
    }
    entries
}

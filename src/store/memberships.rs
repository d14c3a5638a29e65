//! Who belongs where. Nearly every answer needs the memberships of a few actors, and they change seldom: each scope’s
//! are read once and held.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::access::Viewer;
use super::read::MOST_ROWS;
use super::{Store, fault};
use crate::error::Fault;
use crate::knowledge::{Membership, PartialDate, Period, Source};

/// A membership with its sources.
#[derive(Debug, Clone)]
pub struct CitedMembership {
    /// The membership.
    pub membership: Arc<Membership>,
    /// The sources that say so: that it belongs, then since when, where another gives the years.
    pub sources: Vec<Arc<Source>>,
    /// The first year recorded for anybody in that organisation: before it nobody belonged.
    pub first: Option<PartialDate>,
}

/// The memberships of a scope.
#[derive(Debug, Default)]
pub(super) struct ScopeMemberships {
    of_members: HashMap<String, Vec<Arc<Membership>>>,
    /// The first year recorded for anybody in each organisation.
    first: HashMap<String, PartialDate>,
    /// The public ones that the scope hides or replaces.
    hidden: HashSet<String>,
}

/// A membership as its row has it.
struct MembershipRow {
    key: String,
    organisation: String,
    member: String,
    status: String,
    since: Option<String>,
    until: Option<String>,
    years: String,
    source: String,
    years_source: Option<String>,
    note: Option<String>,
}

impl MembershipRow {
    fn read(self) -> Result<Membership, Fault> {
        let odd = |e| Fault::new("decoding a membership", e);
        let date = |date: Option<String>| {
            let date = date.map(|date| date.parse::<PartialDate>()).transpose();
            date.map_err(|e| Fault::new("decoding a date", e))
        };
        Ok(Membership {
            id: self.key,
            organisation: self.organisation,
            member: self.member,
            status: self.status.parse().map_err(odd)?,
            period: Period { from: date(self.since)?, to: date(self.until)? },
            years: self.years.parse().map_err(odd)?,
            source: self.source,
            years_source: self.years_source,
            note: self.note,
        })
    }
}

impl Store {
    /// Memberships, each with its sources.
    async fn cited_memberships(
        &self,
        viewer: &Viewer,
        memberships: Vec<Arc<Membership>>,
    ) -> Result<Vec<CitedMembership>, Fault> {
        let sources = self.seen_sources(viewer, memberships.iter().flat_map(|one| one.sources())).await?;
        let public = self.memberships_in(0).await?;
        let cite = |membership: Arc<Membership>| {
            let first = public.first.get(&membership.organisation).copied();
            let sources = membership.sources().map(|key| sources.get(key)).collect::<Result<_, Fault>>()?;
            Ok(CitedMembership { membership, sources, first })
        };
        memberships.into_iter().map(cite).collect()
    }

    /// The memberships of some actors: by organisation, then by member. Ended ones too.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn memberships(&self, viewer: &Viewer, actors: &[&str]) -> Result<Vec<CitedMembership>, Fault> {
        let scope = viewer.scope();
        let public = self.memberships_in(0).await?;
        let own = if scope == 0 { None } else { Some(self.memberships_in(scope).await?) };
        let is_hidden = |one: &&Arc<Membership>| own.as_ref().is_some_and(|own| own.hidden.contains(&one.id));
        let distinct: HashSet<&str> = actors.iter().copied().collect();
        let mut found: Vec<Arc<Membership>> = Vec::new();
        for actor in distinct {
            let of = |scope: &ScopeMemberships| scope.of_members.get(actor).cloned().unwrap_or_default();
            let public = public.of_members.get(actor).into_iter().flatten();
            found.extend(public.filter(|one| !is_hidden(one)).cloned());
            found.extend(own.as_deref().map(of).unwrap_or_default());
        }
        found.sort_by(|one, other| {
            let (own, others) = ((&one.organisation, &one.member), (&other.organisation, &other.member));
            own.cmp(&others).then(one.period.from.cmp(&other.period.from))
        });
        self.cited_memberships(viewer, found).await
    }

    /// A membership of the table by its key, unless the viewer’s server hides it.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn tabled_membership(
        &self,
        viewer: &Viewer,
        key: &str,
    ) -> Result<Option<CitedMembership>, Fault> {
        let scope = viewer.scope();
        let rows = sqlx::query_as!(
            MembershipRow,
            "SELECT key, organisation, member, status, since, until, years, source, years_source, note
             FROM membership
             WHERE key = $2 AND scope = 0 AND world_table > '' AND NOT EXISTS
                 (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.entity = 'membership' AND h.key = $2)",
            scope,
            key
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading a membership of the table"))?;
        let found = rows.into_iter().map(|row| row.read().map(Arc::new)).collect::<Result<_, Fault>>()?;
        Ok(self.cited_memberships(viewer, found).await?.pop())
    }

    async fn memberships_in(&self, scope: i64) -> Result<Arc<ScopeMemberships>, Fault> {
        let changes = match self.memory.memberships.held(scope) {
            Ok(held) => return Ok(held),
            Err(changes) => changes,
        };
        let doing = "reading memberships";
        let mut reader = self.reader().await?;
        let rows = sqlx::query_as!(
            MembershipRow,
            "SELECT key, organisation, member, status, since, until, years, source, years_source, note FROM membership WHERE scope = $1
             ORDER BY organisation, member, since",
            scope
        )
        .fetch_all(&mut *reader)
        .await
        .map_err(fault(doing))?;
        let hidden =
            sqlx::query_scalar!("SELECT key FROM hidden WHERE viewer = $1 AND entity = 'membership'", scope)
                .fetch_all(&mut *reader)
                .await
                .map_err(fault(doing))?;
        let mut read =
            ScopeMemberships { hidden: hidden.into_iter().collect(), ..ScopeMemberships::default() };
        for row in rows {
            let membership = row.read()?;
            if let Some(from) = membership.period.from {
                let first = read.first.entry(membership.organisation.clone()).or_insert(from);
                *first = from.min(*first);
            }
            read.of_members.entry(membership.member.clone()).or_default().push(Arc::new(membership));
        }
        Ok(self.memory.memberships.put(scope, read, changes))
    }

    /// Who belongs, or belonged, to an organisation, by member.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn members(&self, viewer: &Viewer, organisation: &str) -> Result<Vec<CitedMembership>, Fault> {
        let scope = viewer.scope();
        let rows = sqlx::query_as!(
            MembershipRow,
            r#"SELECT m.key, m.organisation, m.member, m.status, m.since, m.until, m.years, m.source, m.years_source,
                      m.note
               FROM membership m
               WHERE m.organisation = $2 AND m.scope IN (0, $1)
                 AND NOT EXISTS (SELECT 1 FROM hidden h WHERE h.viewer = $1 AND h.scope = m.scope AND h.entity = 'membership' AND h.key = m.key)
               ORDER BY m.member, m.since LIMIT $3"#,
            scope,
            organisation,
            MOST_ROWS
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading members"))?;
        let members = rows.into_iter().map(|row| row.read().map(Arc::new)).collect::<Result<_, Fault>>()?;
        self.cited_memberships(viewer, members).await
    }
}

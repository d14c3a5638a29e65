//! A request and the line that asks the same again are inverses: a control, a button and a file’s “ask again” hold the
//! line, and mean the request.

use std::sync::{Arc, LazyLock};

use dragoman::knowledge::{Catalogue, Direction, Kind, LeastGrade, PartialDate, Period};
use dragoman::request::{Curation, MOST_COMPARED, Parsed, Request, World as Question, parse_line};
use dragoman::respond;
use dragoman::store::Asker;
use proptest::prelude::*;

use crate::support::World;

/// The catalogue of the shipped knowledge, with every actor and area.
pub(crate) static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| {
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let world = World::new().await;
        respond::catalogue(world.store(), &Asker::default()).await.unwrap()
    })
});

/// Some actors, all different.
fn actors(least: usize, most: usize) -> impl Strategy<Value = Vec<String>> {
    let ids: Vec<String> = CATALOGUE.gazetteer.actors().iter().map(|actor| actor.id.clone()).collect();
    prop::sample::subsequence(ids, least..=most).prop_shuffle()
}

fn area() -> impl Strategy<Value = Option<String>> {
    let ids: Vec<String> = CATALOGUE.areas().map(|area| area.id.clone()).collect();
    prop::option::of(prop::sample::select(ids))
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    let dates = ["1947", "1999-12", "2019-02-28", "2025"].map(|date| date.parse().unwrap());
    prop::option::of(prop::sample::select(dates.to_vec()))
}

fn direction() -> impl Strategy<Value = Direction> {
    prop::sample::select(Direction::ALL.to_vec())
}

fn kind() -> impl Strategy<Value = Option<Kind>> {
    prop::option::of(prop::sample::select(Kind::ALL.to_vec()))
}

fn grade() -> impl Strategy<Value = Option<LeastGrade>> {
    let grades: Vec<LeastGrade> = LeastGrade::WORDS.iter().map(|word| word.parse().unwrap()).collect();
    prop::option::of(prop::sample::select(grades))
}

fn request() -> impl Strategy<Value = Request> {
    let pair = || actors(2, 2).prop_map(|two| (two[0].clone(), two[1].clone()));
    let organisation = || {
        let all = CATALOGUE.gazetteer.actors().iter();
        let organisations = all.filter(|actor| actor.kind == dragoman::knowledge::ActorKind::Organisation);
        prop::sample::select(organisations.map(|actor| actor.id.clone()).collect::<Vec<_>>())
    };
    prop_oneof![
        (actors(2, 1 + MOST_COMPARED), area(), direction(), date()).prop_map(
            |(mut all, area, direction, as_of)| {
                let partners = all.split_off(1);
                let subject = all.remove(0);
                Request::Compare { subject, partners, area, direction, as_of }
            }
        ),
        pair().prop_map(|(subject, partner)| Request::Benefits { subject, partner }),
        (actors(1, 1), area()).prop_map(|(one, focus)| Request::Recommend { subject: one[0].clone(), focus }),
        (actors(1, 2), area(), direction(), kind(), grade()).prop_map(
            |(all, area, direction, kind, grade)| {
                let partner = all.get(1).cloned();
                // Of one alone there is no direction.
                let direction = if partner.is_some() { direction } else { Direction::Both };
                Request::Facts { subject: all[0].clone(), partner, area, direction, kind, grade }
            }
        ),
        (actors(1, 1), date())
            .prop_map(|(one, as_of)| { Request::World(Question::Profile { actor: one[0].clone(), as_of }) }),
        (pair(), date(), date()).prop_map(|((subject, partner), from, to)| {
            let swap = matches!((from, to), (Some(from), Some(to)) if from.start() > to.end());
            let (from, to) = if swap { (to, from) } else { (from, to) };
            Request::World(Question::Timeline { subject, partner, period: Period { from, to } })
        }),
        pair().prop_map(|(subject, partner)| Request::World(Question::Brief { subject, partner })),
        actors(1, 1).prop_map(|one| Request::World(Question::Relations { actor: one[0].clone() })),
        (organisation(), date())
            .prop_map(|(organisation, as_of)| Request::World(Question::Organisation { organisation, as_of })),
        (actors(2, 5), date()).prop_map(|(actors, as_of)| Request::World(Question::Shared { actors, as_of })),
        "[a-z]{1,8}(-[0-9]{1,3}){0,2}".prop_map(|id| Request::Curation(Curation::Show { id })),
        (
            prop::option::of("art-0[0-9]{2}"),
            prop::option::of(actors(1, 1)),
            prop::option::of("[1-9][0-9]{3,17}"),
            date()
        )
            .prop_map(|(id, actor, user, since)| {
                let actor = actor.map(|one| one[0].clone());
                Request::Curation(Curation::History { id, actor, user, since })
            }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn the_line_of_a_request_means_the_request(request in request()) {
        let line = request.to_string();
        let read = parse_line(&line, &CATALOGUE, None).map_err(|refusal| {
            TestCaseError::fail(format!("{line} is refused: {refusal}"))
        })?;
        let Parsed::Request(read) = read.parsed else {
            return Err(TestCaseError::fail(format!("{line} is taken for a question")));
        };
        prop_assert_eq!(&read, &request, "{}", line);
        // Once more changes nothing.
        prop_assert_eq!(read.to_string(), line);
    }
}

//! What rests on what: no statement loses the source, the actors or the area that it speaks of.

use dragoman::editing::{self, Defaults, ImportFile};
use dragoman::layout::Layout;
use dragoman::page::export;
use dragoman::respond::{Asked, respond};
use dragoman::store::Asker;

use crate::support::{NOW, World};

const SOURCE: &str =
    "[[source]]\nid = \"xsrc\"\ntitle = \"A passing source\"\nkind = \"press\"\nreliability = \"C\"\n";

fn statement(key: &str, source: &str) -> String {
    format!(
        "[[statement]]\nid = \"{key}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\nkind = \"fact\"\n\
         text = \"Text of {key}.\"\nsource = \"{source}\"\ncredibility = 3\n"
    )
}

/// Puts items into a server’s own knowledge, or into the public knowledge by hand.
async fn put(world: &World, guild: Option<u64>, text: String) {
    let given = ImportFile { name: "x.toml".into(), text, defaults: Defaults::default() };
    let curator = world.operator(guild);
    editing::import_at_once(world.store(), &curator, &given, None, NOW, &|_| ()).await.unwrap();
}

async fn answer(world: &World, guild: Option<u64>, line: &str) -> String {
    let asker = Asker { user: Some(1), guild, ..Asker::default() };
    let answered = respond(world.store(), &asker, &Asked::Line(line.to_owned()), NOW).await.unwrap();
    export::text(&answered.page, Layout::Auto, 80)
}

#[tokio::test]
async fn a_server_keeps_the_source_that_an_owner_takes_from_the_public_knowledge() {
    let world = World::knowing(SOURCE).await;
    put(&world, Some(10), statement("g.own", "xsrc")).await;
    let owner = Asker { user: Some(7), owner: true, ..Asker::default() };
    editing::retract(world.store(), &owner, "xsrc", "gone", NOW).await.unwrap();
    let here = answer(&world, Some(10), "/facts turkiye pakistan").await;
    assert!(here.contains("Text of g.own") && here.contains("A passing source"), "{here}");
    assert!(!answer(&world, Some(11), "/sources").await.contains("A passing source"));
}

#[tokio::test]
async fn what_an_owner_added_keeps_the_source_that_the_files_drop() {
    let world = World::knowing(SOURCE).await;
    put(&world, None, statement("byhand", "xsrc")).await;
    world.load("").await;
    let text = world.answers("/facts turkiye pakistan").await;
    assert!(text.contains("Text of byhand") && text.contains("A passing source"), "{text}");
    // What nothing rests on any more goes with the next load of other files.
    let owner = Asker { user: Some(7), owner: true, ..Asker::default() };
    editing::retract(world.store(), &owner, "byhand", "gone", NOW).await.unwrap();
    world.load(&statement("other", "article")).await;
    assert!(!world.answers("/sources").await.contains("A passing source"));
}

#[tokio::test]
async fn what_only_repeats_another_shows_where_that_is_not() {
    let repeats = |key: &str, partner: &str| {
        format!(
            "{}repeats = [\"one\"]\n",
            statement(key, "article").replace("\"PAK\"", &format!("\"{partner}\""))
        )
    };
    let world = World::knowing(
        &[statement("one", "article"), repeats("two", "PAK"), repeats("three", "IND")].concat(),
    )
    .await;
    let both = world.answers("/compare turkiye pakistan india").await;
    assert!(both.contains("Text of one") && both.contains("Text of three"), "{both}");
    assert!(!both.contains("Text of two"), "{both}");
    // A server that takes the first away still has the second.
    let manager = Asker { user: Some(1), guild: Some(10), manages: true, ..Asker::default() };
    editing::retract(world.store(), &manager, "one", "not so", NOW).await.unwrap();
    assert!(answer(&world, Some(10), "/compare turkiye pakistan").await.contains("Text of two"));
    assert!(answer(&world, Some(11), "/compare turkiye pakistan").await.contains("Text of one"));
}

#[tokio::test]
async fn a_short_time_is_found_behind_a_long_one() {
    let fact = |n: u32, year: u32| format!("{}date = \"{year}\"\n", statement(&format!("t-{n}"), "article"));
    let many: String = (0..2_100).map(|n| fact(n, 1950 + n / 100)).collect();
    let world = World::knowing(&format!("{many}{}", fact(2_100, 2024))).await;
    let text = world.answers("/timeline turkiye pakistan from:2024").await;
    assert!(text.contains("Text of t-2100") && !text.contains("Text of t-2099"), "{text}");
    let text = world.answers("/timeline turkiye pakistan to:1950").await;
    assert!(text.contains("The newest 10 of 100.") && !text.contains("Text of t-100 "), "{text}");
    let text = world.answers("/timeline turkiye pakistan").await;
    assert!(
        text.contains("more than one answer can hold") && text.contains("Text of t-2100"),
        "{}",
        text.len()
    );
}

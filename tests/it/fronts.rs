//! Every first screen, as it is read: narrow, wide and on Discord; and none is longer than a screen.

use std::collections::BTreeSet;

use dragoman::files;
use dragoman::knowledge::Item;

use crate::support::fake_discord::interactions::ada;
use crate::support::{World, begin};

/// A question of each kind, and what else stands on a first screen: a pair of which nothing is known, an
/// organisation as a profile.
const QUESTIONS: [(&str, &str); 17] = [
    ("compare", "compare turkiye pakistan india"),
    ("compare_pair", "compare turkiye usa"),
    ("compare_nothing", "compare france japan"),
    ("benefits", "benefits turkiye pakistan"),
    ("recommend", "recommend turkiye"),
    ("facts", "facts turkiye pakistan area:defence"),
    ("facts_alone", "facts turkiye"),
    ("profile", "profile turkiye"),
    ("timeline", "timeline turkiye pakistan"),
    ("relations", "relations turkiye"),
    ("organisation", "organisation brics"),
    ("shared", "shared turkiye pakistan india"),
    ("brief", "brief turkiye pakistan"),
    ("areas", "areas"),
    ("sources", "sources article"),
    ("help", "help"),
    ("help_marks", "help marks"),
];

#[tokio::test]
async fn every_front_in_a_terminal() {
    let world = World::new().await;
    for (name, question) in QUESTIONS {
        for width in [38, 80] {
            let front = world.front(&format!("/{question}"), width).await;
            insta::assert_snapshot!(format!("front_{name}_{width}"), front);
        }
    }
}

#[tokio::test]
async fn every_front_on_discord() {
    let (_world, fake, bot) = begin().await;
    for (name, question) in QUESTIONS {
        let text = fake.mention(&ada(), question).await.text();
        // The bot has a clock of its own, and a brief is for today.
        let (before, today) = text.split_once("for a meeting on ").unwrap_or((&text, ""));
        let text = match today.get(10..) {
            Some(after) => format!("{before}for a meeting today{after}"),
            None => text.clone(),
        };
        insta::assert_snapshot!(format!("front_{name}_discord"), text);
    }
    bot.stop().await;
}

/// The most lines of a first screen about a pair, by command, at 78 columns and at 38.
const MOST_LINES: [(&str, usize, usize); 5] =
    [("compare", 24, 44), ("facts", 26, 44), ("timeline", 26, 44), ("benefits", 24, 44), ("brief", 32, 56)];

#[tokio::test]
async fn no_front_of_any_pair_is_longer_than_a_screen() {
    let world = World::new().await;
    let mut pairs = BTreeSet::new();
    for item in files::read(&files::embedded()).unwrap().items {
        if let Item::Statement(statement) = item {
            let others = statement.partners.iter().filter(|partner| **partner != statement.subject);
            pairs.extend(others.map(|partner| (statement.subject.clone(), partner.clone())));
        }
    }
    assert!(pairs.len() > 10, "{pairs:?}");
    for (subject, partner) in pairs {
        for (command, wide, narrow) in MOST_LINES {
            let line = format!("/{command} {subject} {partner}");
            for (width, most) in [(78, wide), (38, narrow)] {
                let front = world.front(&line, width).await;
                let lines = front.lines().count();
                assert!(lines <= most, "{line} at {width}: {lines} lines\n{front}");
                assert!(front.lines().all(|line| line.chars().count() <= width), "{front}");
                assert!(!front.contains("http"), "{front}");
            }
        }
    }
}

//! By any name, in any script: lists of names as people type them, and everyday words that are none.

use std::collections::BTreeMap;

use dragoman::respond::{Asked, understand};
use dragoman::store::Asker;

use crate::support::{NOW, World};

const OFFICIAL: &str = include_str!("../data/names/official.csv");
const SHORT: &str = include_str!("../data/names/short.csv");
const AMBIGUOUS: &str = include_str!("../data/names/short-ambiguous.csv");
const CODES: &str = include_str!("../data/names/codes.csv");
const DEMONYMS: &str = include_str!("../data/names/demonyms.csv");
const INVERTED: &str = include_str!("../data/names/inverted.csv");
const EVERYDAY: &str = include_str!("../data/names/everyday.txt");

/// The rows of a list below its head.
fn rows(list: &str) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(list.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// Whom a line of names names, by key: what `/profile` shows.
async fn profiled(world: &World, name: &str) -> String {
    let asked = Asked::Line(format!("/profile {name}"));
    match understand(world.store(), &Asker::default(), &asked, NOW).await {
        Ok(understood) => understood.request.to_string(),
        Err(error) => format!("{error}"),
    }
}

#[tokio::test]
async fn every_name_of_the_lists_means_its_state() {
    let world = World::new().await;
    let mut wrong: Vec<String> = Vec::new();
    let mut counted = 0;
    for (list, column, id) in
        [(OFFICIAL, 2, 0), (SHORT, 2, 0), (INVERTED, 1, 0), (DEMONYMS, 1, 0), (CODES, 0, 0), (CODES, 1, 0)]
    {
        for row in rows(list) {
            counted += 1;
            for name in [row[column].clone(), format!("the {}", row[column])] {
                // “the” is English, and stands before no code and no form of a list.
                let takes_article = row.len() > 2 && row[1] == "en" && !row[column].contains(['(', ',']);
                if name.starts_with("the ") && !takes_article {
                    continue;
                }
                let found = profiled(&world, &name).await;
                if found != format!("/profile {}", row[id]) {
                    wrong.push(format!("{name} ({}): {found}", row.join(",")));
                }
            }
        }
    }
    assert!(counted > 4_000, "{counted}");
    assert!(wrong.is_empty(), "{} of {counted} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whom a sentence is about, by key.
async fn named_in(world: &World, sentence: &str) -> Vec<String> {
    let asked = Asked::Line(format!("/ask {sentence}"));
    let understood = understand(world.store(), &Asker::default(), &asked, NOW).await.unwrap();
    understood.readings.iter().flat_map(|reading| reading.actors.clone()).collect()
}

#[tokio::test]
async fn everyday_words_are_no_countries() {
    let world = World::new().await;
    let mut by_language: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for line in EVERYDAY.lines().filter(|line| !line.is_empty()) {
        let (language, word) = line.split_once(' ').unwrap();
        by_language.entry(language).or_default().push(word);
    }
    let (mut wrong, mut counted) = (Vec::new(), 0);
    for (language, words) in by_language {
        // Between the two longest words of its language, as in a sentence.
        let mut longest = words.clone();
        longest.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
        for word in &words {
            counted += 1;
            let sentence = format!("{} {word} {} ?", longest[0], longest[1]);
            let found = named_in(&world, &sentence).await;
            if !found.is_empty() {
                wrong.push(format!("{language} {word}: {found:?}"));
            }
        }
    }
    assert!(counted > 300, "{counted}");
    assert!(wrong.is_empty(), "{} of {counted} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn every_line_that_is_offered_is_answered() {
    let world = World::new().await;
    for (line, least) in [
        ("/compare guinea congo", 8),
        ("/compare korea guinea", 8),
        ("/compare paksitan indai", 1),
        ("/compare georgia congo", 4),
        ("/compare paksitan xyzzyxyzzy", 0),
    ] {
        let refusal = world.refuses(line).await;
        let offered: Vec<&str> =
            refusal.lines().skip(1).filter_map(|line| line.trim().strip_prefix('/')).collect();
        assert!(offered.len() >= least, "{line}: {refusal}");
        for offer in offered {
            world.answers(&format!("/{offer}")).await;
        }
    }
}

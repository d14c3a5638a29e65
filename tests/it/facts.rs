//! `/facts`, `/areas`, `/sources`, `/help`

use std::collections::HashSet;

use dragoman::page::Page;

use crate::support::World;

fn ids(page: &Page) -> HashSet<String> {
    page.tables
        .iter()
        .flat_map(|table| &table.rows)
        .flatten()
        .filter_map(|cell| cell.detail.as_ref())
        .map(|detail| detail.id.clone())
        .collect()
}

#[tokio::test]
async fn every_statement_with_kind_date_and_source() {
    let world = World::new().await;
    let page = world.page("/facts turkiye").await;
    assert_eq!(page.tables[0].columns, ["Area", "Statement", "Kind", "Date", "Source"]);
    for row in &page.tables[0].rows {
        assert!(row.iter().all(|cell| !cell.text.is_empty()), "{row:?}");
        // A letter for the source, a digit for the statement, and which source it is.
        let grade = row[4].text.as_bytes();
        assert!((b'A'..=b'F').contains(&grade[0]) && (b'1'..=b'6').contains(&grade[1]), "{row:?}");
        assert!(row[4].text.ends_with(']'), "{row:?}");
    }
    assert!(page.tables[0].rows.iter().any(|row| row[3].text == "2025-09-23"));
    insta::assert_snapshot!(world.answers("/facts turkiye india area:defence").await);
}

#[tokio::test]
async fn nothing_of_the_article_is_out_of_reach() {
    let world = World::new().await;
    let mut shown = ids(&world.page("/facts turkiye").await);
    shown.extend(ids(&world.page("/facts pakistan").await));
    let text = world.answers("/facts turkiye").await;
    // What the conclusion says again stands with what it repeats.
    for again in ["art-027", "art-096", "art-097", "art-098", "art-099"] {
        assert!(text.contains(again), "{again}");
        shown.insert(again.to_owned());
    }
    for page in [world.page("/recommend turkiye").await, world.page("/benefits turkiye pakistan").await] {
        shown.extend(ids(&page));
    }
    let recommended = world.answers("/recommend turkiye").await;
    for focus in ["Trade", "Security", "Cultural Exchange", "Infrastructure"] {
        assert!(recommended.contains(focus));
    }
    // Parts of one row of advice share its first part's id; the text of each is shown.
    let all: HashSet<String> = (1..=103).map(|n| format!("art-{n:03}")).collect();
    let missing: Vec<&String> = all.difference(&shown).collect();
    for id in missing {
        let text = text_of(id);
        let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches(['.', ','])).collect();
        assert!(words.iter().all(|word| recommended.contains(word)), "{id} is not to be found: {text}");
    }
}

/// The text that the article's file gives an id.
fn text_of(id: &str) -> String {
    let article = include_str!("../../knowledge/article.toml");
    let after = article.split(&format!("id = \"{id}\"")).nth(1).unwrap_or_else(|| panic!("no {id}"));
    let text = after.split("text = \"").nth(1).unwrap();
    text.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn nothing_recorded_is_said_plainly() {
    let world = World::new().await;
    let text = world.answers("/facts turkiye brazil").await;
    assert!(text.contains("Nothing is recorded about Türkiye towards Brazil"), "{text}");
    let text = world.answers("/facts turkiye india area:culture").await;
    assert!(text.contains("Nothing is recorded about Türkiye towards India in Culture"), "{text}");
}

#[tokio::test]
async fn an_area_is_found_behind_more_statements_than_one_answer_holds() {
    use std::fmt::Write as _;
    let mut text = String::new();
    for n in 0..2_001 {
        let area = if n < 2_000 { "trade" } else { "defence" };
        let _ = write!(
            text,
            "[[statement]]\nid = \"s-{n}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"{area}\"\n\
             kind = \"fact\"\ntext = \"The {area} of number {n}\"\nsource = \"article\"\n"
        );
    }
    let world = World::knowing(&text).await;
    for line in ["/facts turkiye area:defence", "/facts turkiye pakistan area:defence"] {
        let found = world.answers(line).await;
        assert!(found.contains("defence of number 2000") && !found.contains("more than one"), "{found}");
    }
    let elsewhere = world.answers("/facts turkiye pakistan area:culture").await;
    assert!(elsewhere.contains("There is something on Trade and Defence."), "{elsewhere}");
}

#[tokio::test]
async fn areas_sources_and_help() {
    let world = World::new().await;
    insta::assert_snapshot!("areas", world.answers("/areas").await);
    insta::assert_snapshot!("sources", world.answers("/sources").await);
    insta::assert_snapshot!("source", world.answers("/sources article").await);
    insta::assert_snapshot!("help", world.answers("/help").await);
    insta::assert_snapshot!("help_compare", world.answers("/help compare").await);
}

#[tokio::test]
async fn an_unknown_source_is_refused_with_the_nearest() {
    let world = World::new().await;
    assert_eq!(
        world.refuses("/sources artcle").await,
        "There is no source “artcle”. Did you mean article?\n  /sources article"
    );
    for id in ["9223372036854775808", "-1", "1e9", "٣", "%", "*"] {
        assert!(world.refuses(&format!("/sources {id}")).await.starts_with("There is no source"), "{id}");
    }
}

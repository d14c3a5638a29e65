//! `/facts`, `/areas`, `/sources`, `/help`

use std::collections::HashSet;

use dragoman::page::{Block, Page};

use crate::support::World;

fn ids(page: &Page) -> HashSet<String> {
    let cells = page.tables().flat_map(|table| &table.rows).flatten();
    let details = cells.flat_map(|cell| &cell.entries).filter_map(|entry| entry.detail.as_ref());
    details.map(|detail| detail.id.clone()).collect()
}

#[tokio::test]
async fn facts_come_newest_first_with_date_and_source_and_judgements_apart() {
    let world = World::new().await;
    let page = world.page("/facts turkiye india").await;
    let table = page.tables().next().unwrap();
    let dates: Vec<&str> = table.rows.iter().filter_map(|row| row[0].first()).collect();
    let mut sorted = dates.clone();
    sorted.sort_by(|one, other| other.cmp(one));
    assert_eq!(dates, sorted);
    for entry in table.rows.iter().flat_map(|row| &row[1].entries) {
        assert_eq!(entry.cites.len(), 1, "{entry:?}");
        assert_eq!(entry.detail.as_ref().unwrap().grade.len(), 2);
    }
    let whole = world.whole("/facts turkiye india").await;
    let names: Vec<&str> = whole.contents.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["facts", "judgements", "benefits", "framing", "sources"]);
    for section in whole.sections.iter().filter(|section| section.name.as_str() != "sources") {
        let count = whole.contents.iter().find(|(name, _)| *name == section.name).unwrap().1;
        let rows = section.blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.len(),
            _ => 0,
        });
        assert_eq!(rows.sum::<usize>(), count, "{}", section.name);
    }
}

#[tokio::test]
async fn nothing_of_the_article_is_out_of_reach() {
    let world = World::new().await;
    let mut shown: HashSet<String> = HashSet::new();
    for line in ["/facts turkiye", "/facts pakistan", "/recommend turkiye", "/benefits turkiye pakistan"] {
        shown.extend(ids(&world.whole(line).await));
    }
    // What the conclusion says again stands with what it repeats; the names of advice are its rows’.
    for again in ["art-027", "art-096", "art-097", "art-098", "art-099", "art-075", "art-094"] {
        shown.insert(again.to_owned());
    }
    let recommended = format!("{:?}", world.whole("/recommend turkiye").await);
    let all: HashSet<String> = (1..=103).map(|n| format!("art-{n:03}")).collect();
    for id in all.difference(&shown) {
        let text = text_of(id);
        assert!(recommended.contains(text.trim_end_matches('.')), "{id} is not to be found: {text}");
    }
}

/// The text that the article’s file gives an id.
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
    assert!(text.contains("No statement is recorded between Türkiye and Brazil."), "{text}");
    assert!(text.contains("/compare TUR BRA"), "tables hold something: {text}");
    let text = world.answers("/facts turkiye india area:energy").await;
    assert!(text.contains("No statement is recorded between Türkiye and India in Energy"), "{text}");
    assert!(text.contains("Recorded in other areas: "), "{text}");
    let text = world.answers("/facts tuvalu").await;
    assert!(text.contains("Nothing is recorded about Tuvalu. This does not mean there is none."), "{text}");
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
    assert!(elsewhere.contains("Recorded in other areas: Trade and Defence."), "{elsewhere}");
}

#[tokio::test]
async fn help_has_a_page_for_each_command_for_marks_and_for_editors() {
    let world = World::new().await;
    insta::assert_snapshot!("help_compare", world.answers("/help compare").await);
    insta::assert_snapshot!("help_marks", world.answers("/help marks").await);
    let editors = world.answers("/help knowledge").await;
    assert!(editors.contains("/knowledge undo") && editors.contains("/knowledge import"), "{editors}");
}

#[tokio::test]
async fn a_source_is_found_by_its_key_or_its_publisher() {
    let world = World::new().await;
    for (line, title) in [
        ("/sources factbook", "The World Factbook"),
        ("/sources voeten-2024", "UN General Assembly ideal point"),
        ("/sources bailey", "UN General Assembly ideal point"),
    ] {
        let page = world.page(line).await;
        assert!(page.title.starts_with(title), "{line}: {}", page.title);
    }
    let several = world.refuses("/sources central intelligence").await;
    assert!(several.contains("Did you mean factbook or factbook-2024?"), "{several}");
    // Addresses stand in the section of the sources alone.
    assert!(!world.answers("/sources factbook").await.contains("http"));
    assert!(world.answers("/sources factbook section:sources").await.contains("https://github.com/factbook"));
    assert!(world.answers("/sources").await.contains("The 20 most cited of"));
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

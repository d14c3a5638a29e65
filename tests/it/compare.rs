//! `/compare`

use dragoman::layout::Layout;
use dragoman::page::{Table, export, without_marks};

use crate::support::World;

/// The cells of a row by their text.
fn row(table: &Table, label: &str) -> Vec<String> {
    let row = table.rows.iter().find(|row| row[0].text == label);
    row.unwrap_or_else(|| panic!("no row {label}")).iter().map(|cell| cell.text.clone()).collect()
}

#[tokio::test]
async fn the_main_job() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/compare turkiye pakistan india").await);
}

#[tokio::test]
async fn the_first_table_is_the_articles_in_its_order_and_wording() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan india").await;
    let table = &page.tables[0];
    assert_eq!(table.columns, ["Area", "Pakistan", "India"]);
    let rows: Vec<Vec<&str>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(
        rows,
        [
            ["Historical Trust", "Strong, longstanding support", "Limited historical engagement"],
            ["Defense Collaboration", "Joint military exercises & arms trade", "Minimal-to-no defense ties"],
            ["Political Alignment", "Shared geopolitical concerns", "Conflicting regional interests"],
            ["Economic Initiatives", "Growing bilateral trade", "Restricted economic engagement"],
        ]
    );
}

#[tokio::test]
async fn every_cell_that_says_something_cites_its_source() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan india").await;
    let tables = page.tables.iter().filter(|table| table.columns[0] == "Area");
    for cell in tables.flat_map(|table| &table.rows).flat_map(|row| &row[1..]) {
        match &cell.detail {
            Some(detail) => assert!(!detail.citations.is_empty() && !detail.grade.is_empty(), "{cell:?}"),
            None => assert_eq!(cell.text, "—"),
        }
    }
    assert_eq!(page.citations[0].reliability.as_str(), "F");
    // Only what the desk knows without a source at hand has no address; it says so and is graded F.
    let unsourced = |id: &str| id == "unsourced";
    let others = &page.citations[1..];
    assert!(others.len() > 1 && others.iter().all(|it| it.url.is_some() || unsourced(&it.id)), "{others:?}");
    assert!(page.notes.iter().any(|note| note.contains("own judgement")), "{:?}", page.notes);
}

#[tokio::test]
async fn an_area_known_for_one_partner_only_is_a_dash_for_the_other() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan india").await;
    assert_eq!(
        row(&page.tables[1], "Culture"),
        ["Culture", "Shared cultural values helped forge the relationship.", "—"]
    );
}

#[tokio::test]
async fn partners_keep_the_order_asked_for_and_one_twice_is_noted() {
    let world = World::new().await;
    let page = world.page("/compare turkiye india pakistan hindistan").await;
    assert_eq!(page.tables[0].columns, ["Area", "India", "Pakistan"]);
    assert!(page.notes.iter().any(|note| note.contains("shown once: India")), "{:?}", page.notes);
}

#[tokio::test]
async fn one_area_alone() {
    let world = World::new().await;
    for line in [
        "/compare turkiye pakistan india area:defence",
        "/compare turkiye pakistan india area:\"Defense Collaboration\"",
        "compare turkiye, pakistan, india defence",
    ] {
        let page = world.page(line).await;
        let labels: Vec<&str> = page.tables[0].rows.iter().map(|row| row[0].text.as_str()).collect();
        assert_eq!(labels, ["Defense Collaboration"], "{line}");
    }
}

#[tokio::test]
async fn a_pair_with_nothing_recorded_says_so_and_shows_what_is_nearest() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/compare uzbekistan pakistan").await);
    // Nothing about either with anyone, and no organisation shared: still plain words.
    let bare = world.answers("/compare fiji iceland").await;
    assert!(bare.contains("Nothing is recorded about Fiji towards Iceland"), "{bare}");
    assert!(bare.contains("Nothing is recorded about either"), "{bare}");
}

#[tokio::test]
async fn a_partner_with_nothing_recorded_does_not_spoil_the_others() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan brazil").await;
    assert_eq!(
        row(&page.tables[0], "Historical Trust"),
        ["Historical Trust", "Strong, longstanding support", "—"]
    );
    // It is said before the tables.
    assert!(page.lead[0].starts_with("Nothing is recorded about Türkiye towards Brazil"), "{:?}", page.lead);
}

#[tokio::test]
async fn all_ways_of_asking_are_one_question() {
    let world = World::new().await;
    let expected = world.page("/compare turkiye pakistan india").await;
    for line in [
        "compare Türkiye Pakistan India",
        "/compare TUR, PAK / IND",
        "/compare TR PK IN",
        "/compare 🇹🇷🇵🇰🇮🇳",
        "/compare 🇹🇷 🇵🇰 🇮🇳",
        "/compare TÜRKİYE vs pakistan and INDIA",
        "turkey pakistan india",
        "/compare Ankara Islamabad “New Delhi”",
        "/compare turkish pakistani indian",
        "/compare 土耳其 پاکستان भारत",
        "/COMPARE Турция Пакистан Индия",
        "/compare subject:turkiye first:pakistan second:india",
    ] {
        assert_eq!(world.page(line).await, expected, "{line}");
    }
}

#[tokio::test]
async fn preferred_statements_stand_before_normal_ones_and_deprecated_ones_do_not_show() {
    let statement = |id: &str, rank: &str, partner: &str, text: &str| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\npartners = [{partner}]\narea = \"energy\"\n\
             kind = \"fact\"\ntext = \"{text}\"\nrank = \"{rank}\"\nsource = \"article\"\n"
        )
    };
    let world = World::knowing(
        &[
            statement("t-1", "normal", "\"PAK\", \"IND\"", "Both are named."),
            statement("t-2", "normal", "\"PAK\"", "Pakistan alone."),
            statement("t-3", "preferred", "\"IND\"", "India first."),
            statement("t-4", "deprecated", "\"CHN\"", "Never shown."),
        ]
        .join("\n"),
    )
    .await;
    let page = world.page("/compare turkiye pakistan india china").await;
    assert_eq!(row(&page.tables[0], "Energy"), ["Energy", "Pakistan alone.", "India first.", "—"]);
    let more: Vec<usize> = page.tables[0].rows[0]
        .iter()
        .filter_map(|cell| cell.detail.as_ref())
        .map(|detail| detail.more)
        .collect();
    assert_eq!(more, [1, 1]);
}

#[tokio::test]
async fn every_layout_says_the_same() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan india").await;
    insta::assert_snapshot!(
        "phone",
        world.answers("/compare turkiye pakistan india area:defence layout:phone").await
    );
    insta::assert_snapshot!(
        "cards",
        world.answers("/compare turkiye pakistan india area:defence layout:cards").await
    );
    insta::assert_snapshot!(
        "plain",
        world.answers("/compare turkiye pakistan india area:defence layout:plain").await
    );
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    for layout in Layout::ALL {
        let text = export::text(&page, layout, 80);
        for cell in page.tables.iter().flat_map(|table| &table.rows).flatten() {
            // Marks are not for those to whom it is read aloud.
            let said = if layout == Layout::Plain { without_marks(&cell.text) } else { cell.text.clone() };
            for word in words(&said).iter().filter(|word| *word != "—") {
                let word = word.trim_end_matches('.');
                assert!(text.contains(word), "{layout} lacks {word}");
            }
        }
    }
}

#[tokio::test]
async fn text_that_cannot_be_aligned_is_shown_as_cards() {
    let world = World::knowing(
        "[[statement]]\nid = \"t-1\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\nkind = \"fact\"\n\
         text = \"پاکستان اور ترکی\"\nsource = \"article\"\n",
    )
    .await;
    let text = world.answers("/compare turkiye pakistan layout:wide").await;
    assert!(text.contains("پاکستان اور ترکی") && !text.contains('│'), "{text}");
}

//! `/benefits`

use crate::support::{World, rows};

#[tokio::test]
async fn what_the_subject_gains() {
    let world = World::new().await;
    let page = world.page("/benefits turkiye pakistan").await;
    let table = page.tables().next().unwrap();
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["Strategic Area", "Benefit to Türkiye"]);
    // The article’s table, then its three bullets.
    let expected = [
        ["Trade & Investment", "Access to South Asian markets and joint industrial projects"],
        ["Energy Cooperation", "Participation in pipeline projects linking Central Asia"],
        ["Diplomatic Alliance", "Unified stance in multilateral platforms like OIC"],
        ["Military Collaboration", "Defense technology transfer and joint training exercises"],
        ["Strategy", "Enhanced regional leverage against competing powers"],
        [
            "Connectivity",
            "Expansion of logistics and infrastructure connectivity through CPEC-related projects",
        ],
        ["Culture", "Strengthened cultural and religious ties facilitating soft power influence"],
    ];
    assert_eq!(rows(table), expected.map(|row| row.map(Some).to_vec()));
    let whole = world.whole("/benefits turkiye pakistan").await;
    assert_eq!(whole.contents[0].1, 10, "those beside the table stand in a section");
}

#[tokio::test]
async fn none_recorded_is_said_and_the_other_way_round_is_named() {
    let world = World::new().await;
    let text = world.answers("/benefits pakistan turkiye").await;
    assert!(text.contains("No benefit to Pakistan from Türkiye is recorded"), "{text}");
    assert!(text.contains("The other way round (17 benefits): /benefits TUR PAK"), "{text}");
}

#[tokio::test]
async fn one_name_or_three_are_refused_in_one_sentence() {
    let world = World::new().await;
    assert!(world.refuses("/benefits turkiye").await.contains("name a partner too"));
    assert!(world.refuses("/benefits turkiye türkiye").await.contains("name a partner too"));
    assert!(world.refuses("/benefits turkiye pakistan india").await.contains("one partner at a time"));
}

//! `/benefits`

use crate::support::World;

#[tokio::test]
async fn what_the_subject_gains() {
    let world = World::new().await;
    let page = world.page("/benefits turkiye pakistan").await;
    let table = &page.tables[0];
    assert_eq!(table.columns, ["Strategic Area", "Benefit to Türkiye"]);
    let rows: Vec<Vec<&str>> =
        table.rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str()).collect()).collect();
    assert_eq!(
        rows,
        [
            ["Trade & Investment", "Access to South Asian markets and joint industrial projects"],
            ["Energy Cooperation", "Participation in pipeline projects linking Central Asia"],
            ["Diplomatic Alliance", "Unified stance in multilateral platforms like OIC"],
            ["Military Collaboration", "Defense technology transfer and joint training exercises"],
        ]
    );
    insta::assert_snapshot!(world.answers("/benefits turkiye pakistan").await);
}

#[tokio::test]
async fn none_recorded_is_said_and_the_other_way_round_is_named() {
    let world = World::new().await;
    let text = world.answers("/benefits pakistan turkiye").await;
    assert!(text.contains("No benefit to Pakistan from Türkiye is recorded"), "{text}");
    assert!(text.contains("ask /benefits TUR PAK"), "{text}");
}

#[tokio::test]
async fn one_name_or_three_are_refused_in_one_sentence() {
    let world = World::new().await;
    assert!(world.refuses("/benefits turkiye").await.contains("name a partner too"));
    assert!(world.refuses("/benefits turkiye türkiye").await.contains("name a partner too"));
    assert!(world.refuses("/benefits turkiye pakistan india").await.contains("one partner at a time"));
}

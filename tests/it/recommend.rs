//! `/recommend`

use crate::support::{World, rows};

#[tokio::test]
async fn focus_action_and_impact_stay_together() {
    let world = World::new().await;
    let page = world.page("/recommend turkiye").await;
    let table = page.tables().next().unwrap();
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["Policy Focus", "Recommended Action", "Impact"]);
    let rows: Vec<Vec<&str>> =
        rows(table).into_iter().map(|row| row.into_iter().flatten().collect()).collect();
    assert_eq!(
        rows,
        [
            [
                "Trade",
                "Negotiate bilateral trade agreements with tariff reductions",
                "Boosts economic ties, job creation"
            ],
            [
                "Security",
                "Collaborate on counterterrorism intelligence sharing",
                "Enhances regional stability"
            ],
            [
                "Cultural Exchange",
                "Expand scholarships & cultural programs",
                "Builds long-term trust and goodwill"
            ],
            [
                "Infrastructure",
                "Support connectivity projects linking South Asia to Turkiye",
                "Facilitates trade and diplomatic access"
            ],
        ]
    );
}

#[tokio::test]
async fn one_focus_alone() {
    let world = World::new().await;
    for line in ["/recommend turkiye focus:trade", "recommend turkey trade", "/recommend TUR focus:tariffs"] {
        let page = world.whole(line).await;
        let focuses: Vec<&str> =
            page.tables().flat_map(|table| &table.rows).filter_map(|row| row[0].first()).collect();
        assert!(focuses.iter().all(|focus| *focus == "Trade"), "{line}: {focuses:?}");
        assert!(!focuses.is_empty(), "{line}");
    }
}

#[tokio::test]
async fn no_advice_is_said_to_be_none_with_what_there_is() {
    let world = World::new().await;
    let text = world.answers("/recommend turkiye focus:energy").await;
    assert!(text.contains("No recommendation to Türkiye in Energy is recorded"), "{text}");
    assert!(text.contains("There is advice on Trade"), "{text}");
    assert!(world.answers("/recommend brazil").await.contains("No recommendation to Brazil is recorded"));
}

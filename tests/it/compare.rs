//! `/compare`

use dragoman::layout::Layout;
use dragoman::page::{Content, export};

use crate::support::{World, rows, table};

const MAIN: &str = "/compare turkiye pakistan india";

/// A row of the front’s table by the words of its cells.
async fn row(world: &World, line: &str, label: &str) -> Vec<Option<String>> {
    let page = world.page(line).await;
    let table = page.tables().next().expect("a table");
    let row = table.rows.iter().find(|row| row[0].first() == Some(label));
    let row = row.unwrap_or_else(|| panic!("no row {label}: {page:#?}"));
    row.iter().map(|cell| cell.first().map(str::to_owned)).collect()
}

#[tokio::test]
async fn the_first_table_is_the_articles_in_its_order_and_wording() {
    let world = World::new().await;
    let page = world.page(MAIN).await;
    let table = page.tables().next().unwrap();
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(columns, ["", "Pakistan", "India"]);
    let expected = [
        ["Historical Trust", "Strong, longstanding support", "Limited historical engagement"],
        ["Defense Collaboration", "Joint military exercises & arms trade", "Minimal-to-no defense ties"],
        ["Political Alignment", "Shared geopolitical concerns", "Conflicting regional interests"],
        ["Economic Initiatives", "Growing bilateral trade", "Restricted economic engagement"],
    ];
    assert_eq!(rows(table), expected.map(|row| row.map(Some).to_vec()));
}

#[tokio::test]
async fn the_front_fits_one_screen_and_names_its_sources_once() {
    let world = World::new().await;
    let front = world.front(MAIN, 78).await;
    assert!(front.lines().count() <= 24, "{front}");
    let page = world.page(MAIN).await;
    assert!(page.citations.len() <= 8, "{:#?}", page.citations);
    // The judgements’ common source is said once, and every fact cites its own.
    for cell in page.tables().flat_map(|table| &table.rows).flat_map(|row| &row[1..]) {
        let (judgement, fact) = (&cell.entries[0], &cell.entries[1]);
        assert!(judgement.cites.is_empty() && !judgement.under, "{judgement:?}");
        assert!(fact.under && fact.cites.len() == 1 && fact.date().is_some(), "{fact:?}");
        assert!(judgement.detail.is_some() && fact.detail.is_some());
    }
    assert!(front.contains("by an unsigned, undated commentary (F6) [1]"), "{front}");
}

#[tokio::test]
async fn under_a_judgement_stands_the_newest_live_fact_that_bears_on_it() {
    let world = World::new().await;
    let front = world.front(MAIN, 78).await;
    let one_line = front.split_whitespace().collect::<Vec<_>>().join(" ");
    // Where facts speak against it, the newest of those; it is marked.
    assert!(one_line.contains("≠ 2023-09 Erdoğan meets Modi"), "{front}");
    assert!(one_line.contains("≠ 2024/25 Trade US$ 8.71 bn"), "{front}");
    // An order that was cancelled disputes nothing; what ended it stands there.
    assert!(one_line.contains("2024-04 India ends the"), "{front}");
    assert!(!one_line.contains("US$ 2.1 bn") && !one_line.contains("T129"), "{front}");
    let timeline = world.answers(&format!("{MAIN} section:timeline")).await;
    let timeline = timeline.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(timeline.contains("five fleet support ships. (ended 2024-04)"), "{timeline}");
    assert!(timeline.contains("Replaces: "), "{timeline}");
}

#[tokio::test]
async fn what_speaks_of_the_article_itself_stands_in_no_front() {
    let world = World::new().await;
    for line in [
        MAIN,
        "/compare turkiye pakistan",
        "/facts turkiye",
        "/facts turkiye pakistan",
        "/brief turkiye pakistan",
    ] {
        let front = world.front(line, 78).await;
        assert!(!front.contains("Observers will") && !front.contains("sets out to cover"), "{line}: {front}");
    }
    let framing = world.answers("/facts turkiye section:framing").await;
    assert!(framing.contains("Observers will watch"), "{framing}");
}

/// A text without its line breaks.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn a_pair_shows_both_directions_and_direction_narrows_it() {
    let world = World::new().await;
    let both = world.answers("/compare turkiye usa").await;
    assert!(both.contains("← US approves 40 F-16s"), "{both}");
    let to = world.answers("/compare turkiye usa direction:to").await;
    assert!(to.contains("No source at hand judges this relation") && !to.contains("F-16"), "{to}");
    let from = world.answers("/compare turkiye usa direction:from").await;
    assert!(from.contains("F-16"), "{from}");
    let facts = joined(&world.answers("/facts turkiye india area:defence").await);
    assert!(
        facts.contains("← India ends the fleet-ship deal") && facts.contains("(ended 2024-04)"),
        "{facts}"
    );
    let to = world.answers("/facts turkiye india area:defence direction:to").await;
    assert!(!to.contains("fleet-ship"), "{to}");
    assert!(
        world.refuses("/compare turkiye usa direction:up").await.starts_with("There is no direction “up”")
    );
    // Only the facts go both ways: the line that asks again keeps the direction.
    assert_eq!(
        world.page("/compare turkiye usa direction:from").await.line,
        "/compare TUR USA direction:from"
    );
}

#[tokio::test]
async fn sections_hold_what_their_counts_say() {
    let world = World::new().await;
    let page = world.page(MAIN).await;
    let whole = world.whole(MAIN).await;
    assert_eq!(page.contents, whole.contents, "counted without being read, and read");
    let names: Vec<&str> = page.contents.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["areas", "figures", "evidence", "timeline", "world", "organisations", "sources", "about"]
    );
    for (name, count) in &page.contents {
        let section = world.page(&format!("{MAIN} section:{name}")).await;
        assert!(section.front.is_empty(), "a section stands alone");
        let in_rows: usize = section.tables().map(|table| table.rows.len()).sum();
        let statements: usize = {
            let cells = section.tables().flat_map(|table| &table.rows).flatten();
            let ids = cells.flat_map(|cell| &cell.entries).filter_map(|entry| entry.detail.as_ref());
            ids.map(|detail| detail.id.as_str()).collect::<std::collections::BTreeSet<_>>().len()
        };
        match name.as_str() {
            "timeline" | "figures" => assert_eq!(statements, *count, "{name}"),
            "areas" | "evidence" => assert_eq!(in_rows, *count),
            "sources" => assert_eq!(section.citations.len(), *count),
            _ => {}
        }
    }
    assert_eq!(
        world.refuses("/compare turkiye pakistan section:members").await.lines().next(),
        Some(
            "This answer has no section “members”; it has areas, figures, evidence, timeline, world, organisations, sources, about."
        )
    );
    assert!(
        world.refuses("/compare turkiye pakistan section:x").await.starts_with("There is no section “x”")
    );
}

#[tokio::test]
async fn an_area_known_for_one_partner_only_is_a_dash_for_the_other() {
    let world = World::new().await;
    let page = world.page(&format!("{MAIN} section:areas")).await;
    let areas = rows(table(&page, "Area"));
    let security = areas.iter().find(|row| row[0] == Some("Security")).unwrap();
    assert!(security[1].is_some() && security[2].is_none(), "{security:?}");
    assert!(world.answers(&format!("{MAIN} section:areas")).await.contains('—'));
    // Nothing is null for programs, and drawn where people read.
    let json = export::json(&page);
    let rows = json["tables"][0]["rows"].as_array().unwrap();
    assert!(rows.iter().any(|row| row[0] == "Security" && row[2].is_null()), "{json:#}");
}

#[tokio::test]
async fn partners_keep_the_order_asked_for_and_one_twice_is_noted() {
    let world = World::new().await;
    let page = world.page("/compare turkiye india pakistan hindistan").await;
    assert_eq!(page.title, "Türkiye → India · Pakistan");
    assert!(page.notes().any(|note| note.text.contains("shown once: India")), "{page:?}");
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
        let table = page.tables().next().unwrap();
        let labels: Vec<Option<&str>> = table.rows.iter().map(|row| row[0].first()).collect();
        assert_eq!(labels, [Some("Defense Collaboration")], "{line}");
    }
}

#[tokio::test]
async fn a_pair_with_nothing_recorded_says_so_and_where_was_looked() {
    let world = World::new().await;
    for (line, caution, most) in [
        ("/facts france fiji", "This does not mean there is none.", 6),
        ("/brief chad aruba", "This does not mean there is none.", 6),
        ("/compare bermuda greenland", "that is no proof that there is nothing.", 9),
        ("/compare france aruba", "that is no proof that there is nothing.", 9),
    ] {
        let text = world.answers(line).await;
        let none = ["Nothing is recorded between", "No statement is recorded between"];
        assert!(none.iter().any(|none| text.contains(none)), "{line}: {text}");
        let said = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(said.matches(caution).count(), 1, "{line}: {text}");
        assert!(
            !line.starts_with("/compare") || said.contains("Not in the lists of main trade partners"),
            "{text}"
        );
        assert!(text.lines().count() <= most, "{line}: {text}");
    }
    let shared = world.answers("/compare uzbekistan pakistan").await;
    assert!(shared.contains("Both in: "), "{shared}");
}

#[tokio::test]
async fn a_partner_with_nothing_recorded_does_not_spoil_the_others() {
    let world = World::new().await;
    let line = "/compare turkiye pakistan brazil";
    let support = Some("Strong, longstanding support".to_owned());
    assert_eq!(row(&world, line, "Historical Trust").await[1..], [support, None]);
    let text = world.answers(line).await;
    assert!(!text.contains("Nothing is recorded"), "the tables hold something: {text}");
    let section = world.answers("/compare turkiye pakistan brazil section:world").await;
    assert!(section.contains("Embassies"), "{section}");
    // One that no source judges is shown by its newest facts.
    let beside = world.answers("/compare turkiye pakistan usa").await;
    assert!(
        beside.contains("Türkiye ↔ United States, which no source at hand judges") && beside.contains("F-16"),
        "{beside}"
    );
}

#[tokio::test]
async fn all_ways_of_asking_are_one_question() {
    let world = World::new().await;
    let expected = world.page(MAIN).await;
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
async fn preferred_statements_are_judgements_and_the_best_comes_first_in_its_area() {
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
    let line = "/compare turkiye pakistan india china";
    assert_eq!(row(&world, line, "Energy").await[1..], [None, Some("India first".to_owned()), None]);
    let page = world.page(&format!("{line} section:areas")).await;
    let areas = table(&page, "Area");
    let texts = |column: usize| {
        areas.rows[0][column].entries.iter().map(dragoman::page::Entry::text).collect::<Vec<_>>()
    };
    assert_eq!(texts(1), ["Both are named (claim)", "Pakistan alone (claim)"]);
    assert_eq!(texts(2), ["India first (claim)", "Both are named (claim)"]);
    assert!(texts(3).is_empty());
}

#[tokio::test]
async fn live_comes_before_ended_and_newer_before_older() {
    let fact = |id: &str, date: &str, more: &str| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\nkind = \"fact\"\n\
             text = \"Pipeline {id}\"\ndate = \"{date}\"\nsource = \"factbook\"\ncredibility = 2\n{more}\n"
        )
    };
    let world = World::knowing(
        &[
            fact("p-1", "2019", ""),
            fact("p-2", "2024", "ended = \"2025-06\""),
            fact("p-3", "2021", "supersedes = [\"p-4\"]"),
            fact("p-4", "2022", ""),
            fact("p-5", "2023", "credibility = 5").replace("credibility = 2\n", ""),
        ]
        .join("\n"),
    )
    .await;
    let front = world.answers("/compare turkiye pakistan").await;
    let lines: Vec<&str> = front.lines().filter(|line| line.contains("Pipeline")).collect();
    assert_eq!(lines, ["2021  → Pipeline p-3 [1]", "2019  → Pipeline p-1 [1]"], "{front}");
    // In the timeline stands everything, with its end, and what took its place.
    let timeline = world.answers("/timeline turkiye pakistan section:timeline").await;
    assert!(timeline.contains("Pipeline p-2 (ended 2025-06)"), "{timeline}");
    assert!(timeline.contains("Since then: Pipeline p-3 (Central Intelligence Agency)"), "{timeline}");
}

#[tokio::test]
async fn every_layout_says_the_same_and_keeps_what_is_said_apart() {
    let world = World::new().await;
    let page = world.page(MAIN).await;
    for layout in ["phone", "cards", "plain"] {
        let line = format!("/compare turkiye pakistan india area:defence layout:{layout}");
        insta::assert_snapshot!(layout, world.answers(&line).await);
    }
    let words = |text: &str| -> Vec<String> { text.split_whitespace().map(str::to_owned).collect() };
    for layout in Layout::ALL {
        let text = export::text(&page, layout, 78);
        for entry in page.tables().flat_map(|table| &table.rows).flatten().flat_map(|cell| &cell.entries) {
            for word in words(entry.text()) {
                assert!(text.contains(word.trim_end_matches('.')), "{layout} lacks {word}");
            }
            if let (Content::Statement { date: Some(date), .. }, true) = (&entry.content, entry.under) {
                assert!(text.contains(date.as_str()), "{layout}: a fact has its date");
            }
        }
    }
    // Marks are not for those to whom it is read aloud.
    let plain = export::text(&page, Layout::Plain, 78);
    assert!(!plain.contains(['█', '▒', '░', '▲', '≠']), "{plain}");
    let said = joined(&plain);
    assert!(said.contains("(limited, disputed by facts)") && said.contains("but 2023-09"), "{plain}");
}

#[tokio::test]
async fn text_that_cannot_be_aligned_is_shown_as_lines() {
    let world = World::knowing(
        "[[statement]]\nid = \"t-1\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\nkind = \"fact\"\n\
         rank = \"preferred\"\ntext = \"پاکستان اور ترکی\"\nsource = \"article\"\n",
    )
    .await;
    let text = world.answers("/compare turkiye pakistan layout:wide").await;
    assert!(text.contains("پاکستان اور ترکی") && !text.contains('─'), "{text}");
}

#[tokio::test]
async fn what_is_recorded_in_other_areas_is_no_part_of_one() {
    let world = World::new().await;
    let text = world.answers("/compare turkiye pakistan india area:trade").await;
    assert!(text.contains("Recorded:") && text.contains("US$ 5 bn"), "{text}");
    assert!(!text.contains("Kashmir") && !text.contains("defence"), "{text}");
    let text = world.answers("/brief russia ukraine").await;
    assert!(text.contains("From tables about the world") && text.contains("1,944 km"), "{text}");
}

#[tokio::test]
async fn a_name_of_two_offers_each_once() {
    let world = World::new().await;
    let refused = world.refuses("/compare congo kenya").await;
    assert_eq!(refused.matches("DR Congo").count(), 1, "{refused}");
}

#[tokio::test]
async fn relations_between_two_are_offered_as_a_comparison() {
    let world = World::new().await;
    let refused = world.refuses("relations between Iran and Israel").await;
    assert!(refused.contains("choose one.\n  /compare IRN ISR\n"), "{refused}");
}

//! The world: who belongs where and when, what happened, what speaks for and against a judgement.

use crate::support::World;

#[tokio::test]
async fn membership_is_of_a_time() {
    let world = World::new().await;
    let members = async |line: &str| {
        let page = world.page(line).await;
        let table = page.tables.iter().find(|table| table.title.starts_with("Member")).unwrap().clone();
        table.rows.into_iter().map(|row| row[0].text.clone()).collect::<Vec<String>>()
    };
    assert!(members("/organisation eu as_of:2015").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu as_of:2021").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu as_of:1990").await.contains(&"Poland".to_owned()));
    assert!(members("/organisation g7 as_of:2010").await.contains(&"Russia".to_owned()));
    assert!(!members("/organisation g7 as_of:2020").await.contains(&"Russia".to_owned()));
    assert_eq!(members("/organisation nato").await.len(), 32);
    assert_eq!(members("/organisation nato as_of:1951").await.len(), 12);
    insta::assert_snapshot!(world.answers("/organisation ots").await);
}

#[tokio::test]
async fn every_organisation_that_desks_ask_for_has_its_members() {
    let world = World::new().await;
    for (name, members) in [
        ("security council permanent members", 5),
        ("eu", 27),
        ("oic", 57),
        ("eco", 10),
        ("saarc", 8),
        ("sco", 10),
        ("brics", 10),
        ("g7", 7),
        ("g20", 21),
        ("asean", 11),
        ("gcc", 6),
        ("african union", 55),
        ("arab league", 22),
        ("d-8", 9),
        ("oecd", 38),
        ("turkic council", 5),
        ("cis", 9),
        ("csto", 6),
        ("eaeu", 5),
        ("quad", 4),
        ("aukus", 3),
        ("mikta", 5),
        ("apec", 21),
        ("cptpp", 12),
        ("rcep", 15),
        ("commonwealth", 56),
        ("bimstec", 7),
        ("cica", 28),
        ("council of europe", 46),
        ("osce", 57),
        ("five eyes", 5),
    ] {
        let page = world.page(&format!("/organisation {name}")).await;
        let heading = format!("Member ({members})");
        assert!(page.tables.iter().any(|table| table.title == heading), "{name}: {:?}", page.tables[0].title);
    }
}

#[tokio::test]
async fn what_is_shared_and_what_is_not() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/shared turkiye pakistan").await);
    assert_eq!(
        world.refuses("/shared turkiye").await,
        "Name another beside Türkiye, as in /shared turkiye pakistan india; /profile TUR shows it alone.\n  /profile TUR"
    );
}

#[tokio::test]
async fn a_profile_says_who_somebody_is_and_when_they_ended() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/profile pakistan").await);
    let ended = world.answers("/profile czechoslovakia").await;
    assert!(
        ended.contains("Czechoslovakia ended on 1992-12-31; after it came Czechia and Slovakia."),
        "{ended}"
    );
    let former = world.answers("/profile burma").await;
    assert!(former.starts_with("Myanmar") && former.contains("Burma (until 1989)"), "{former}");
    let then = world.answers("/profile turkiye as_of:2018").await;
    assert!(!then.contains("2025"), "{then}");
}

#[tokio::test]
async fn a_timeline_is_in_order_and_keeps_its_precision() {
    let world = World::new().await;
    let page = world.page("/timeline pakistan turkiye from:2022 to:2023").await;
    let dates: Vec<String> = page.tables[0].rows.iter().map(|row| row[0].text.clone()).collect();
    assert!(dates.contains(&"2022-08-12".to_owned()) && dates.contains(&"2022-03".to_owned()), "{dates:?}");
    let mut sorted = dates.clone();
    sorted.sort();
    assert_eq!(dates, sorted);
    assert!(
        world.refuses("/timeline turkiye pakistan from:2024 to:2023").await.contains("ends before it starts")
    );
    assert!(world.refuses("/timeline turkiye pakistan from:2019-02-30").await.contains("such as 1947"));
    let none = world.answers("/timeline tuvalu nauru").await;
    assert!(none.contains("No dated fact is recorded between Tuvalu and Nauru"), "{none}");
}

#[tokio::test]
async fn relations_are_counted_either_way() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/relations armenia").await);
    let page = world.page("/relations turkiye").await;
    let with: Vec<&str> = page.tables[0].rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(with[..2], ["Pakistan", "India"]);
}

#[tokio::test]
async fn a_membership_holds_until_it_ends_and_not_before_it_begins() {
    let membership = |of: &str, period: &str| {
        format!(
            "[[membership]]\norganisation = \"{of}\"\nmember = \"PAK\"\nstatus = \"member\"\n{period}\n\
             years = \"sourced\"\nsource = \"article\"\n"
        )
    };
    let serving = membership("UN", "from = \"2025-01-01\"\nto = \"2026-12-31\"");
    let this_year = membership("NATO", "from = \"2025\"\nto = \"2026\"");
    let over = membership("OIC", "from = \"1969\"\nto = \"2026-01-01\"");
    let to_come = membership("ECO", "from = \"2027\"");
    let world = World::knowing(&(serving + &this_year + &over + &to_come)).await;
    for line in ["/profile pakistan", "/profile pakistan as_of:2026-01-02", "/shared pakistan turkiye"] {
        let text = world.answers(line).await;
        assert!(text.contains("United Nations") && text.contains("2025-01-01 to 2026-12-31"), "{text}");
        assert!(text.contains("2025 to 2026"), "{text}");
        assert!(!text.contains("Islamic Cooperation") && !text.contains("Economic Cooperation"), "{text}");
    }
}

#[tokio::test]
async fn who_has_withdrawn_shares_nothing() {
    let membership = |of: &str, who: &str, status: &str| {
        format!(
            "[[membership]]\norganisation = \"{of}\"\nmember = \"{who}\"\nstatus = \"{status}\"\n\
             from = \"1999\"\nyears = \"sourced\"\nsource = \"article\"\n"
        )
    };
    let world = World::knowing(
        &[
            ("OIC", "TUR", "member"),
            ("OIC", "PAK", "member"),
            ("ECO", "TUR", "member"),
            ("ECO", "PAK", "withdrawn"),
        ]
        .map(|(of, who, status)| membership(of, who, status))
        .concat(),
    )
    .await;
    let shared = world.page("/shared turkiye pakistan").await;
    let both: Vec<&str> = shared.tables[0].rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(both.len(), 1, "{both:?}");
    assert!(both[0].contains("OIC") || both[0].contains("Islamic"), "{both:?}");
    let compared = world.page("/compare turkiye pakistan").await;
    let organisations = compared.tables.iter().find(|table| table.columns[0] == "Organisations").unwrap();
    let labels: Vec<&str> = organisations.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(labels, ["Both belong to", "Türkiye alone belongs to"]);
}

#[tokio::test]
async fn a_judgement_that_facts_dispute_is_marked_and_they_stand_beneath() {
    let world = World::new().await;
    let page = world.page("/compare turkiye india").await;
    let judged = &page.tables[0].rows[3][1];
    assert_eq!(judged.text, "Restricted economic engagement");
    assert!(judged.meta.contains("≠\u{A0}disputed"), "{}", judged.meta);
    let evidence = page.tables.iter().find(|table| table.title == "What disputes it").unwrap();
    let against = evidence.rows.iter().find(|row| row[2].text.contains("US$ 8.71 bn")).unwrap();
    assert_eq!(
        (against[0].text.as_str(), against[1].text.as_str()),
        ("Economic Initiatives, India", "≠\u{A0}disputed")
    );
    assert!(against[2].meta.contains("2024-04 to 2025-03 · C2"), "{}", against[2].meta);
}

#[tokio::test]
async fn what_disputes_a_judgement_of_two_partners_stands_in_both_cells_and_once_each() {
    let judged = "[[statement]]\nid = \"j-1\"\nsubject = \"TUR\"\npartners = [\"PAK\", \"IND\"]\narea = \"trade\"\n\
                  kind = \"assessment\"\ntext = \"Trade is small\"\nsource = \"article\"\n";
    let fact = "[[statement]]\nid = \"f-1\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\n\
                text = \"Trade is large\"\nsource = \"article\"\ndisputes = [\"j-1\"]\n";
    let world = World::knowing(&format!("{judged}{fact}")).await;
    let page = world.page("/compare turkiye pakistan india").await;
    for cell in &page.tables[0].rows[0][1..] {
        assert!(cell.meta.contains("≠\u{A0}disputed"), "{cell:?}");
    }
    let evidence = page.tables.iter().find(|table| table.title == "What disputes it").unwrap();
    let about: Vec<&str> = evidence.rows.iter().map(|row| row[0].text.as_str()).collect();
    assert_eq!(about, ["Trade, Pakistan", "Trade, India"]);
}

#[tokio::test]
async fn more_evidence_than_is_shown_is_announced_and_found() {
    let judged = |id: &str, partner: &str| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\npartners = [\"{partner}\"]\narea = \"trade\"\n\
             kind = \"assessment\"\ntext = \"Trade is small\"\nsource = \"article\"\n"
        )
    };
    let fact = |id: &str, bears: &str, date: &str| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\n\
             text = \"Trade as {id} says\"\nsource = \"article\"\n{bears}\n{date}\n"
        )
    };
    let mut text = judged("j-1", "PAK") + &judged("j-2", "IND");
    for n in 1..=5 {
        let date = if n < 5 { "date = \"2025\"" } else { "date = \"2001\"" };
        text += &fact(&format!("f-{n}"), "disputes = [\"j-1\"]", date);
    }
    text += &fact("f-9", "disputes = [\"j-2\"]", "date = \"2001\"");
    let world = World::knowing(&text).await;
    let page = world.page("/compare turkiye pakistan india").await;
    let evidence = page.tables.iter().find(|table| table.title == "What disputes it").unwrap();
    let said: Vec<&str> = evidence.rows.iter().map(|row| row[2].text.as_str()).collect();
    assert_eq!(said, ["f-1", "f-2", "f-3", "f-9"].map(|id| format!("Trade as {id} says")));
    assert!(
        page.notes.iter().any(|note| note.ends_with("There are more on j-1: /knowledge show j-1.")),
        "{page:?}"
    );
    let shown = world.answers("/knowledge show j-1").await;
    assert!(shown.contains("What bears on it") && shown.contains("Trade as f-5 says"), "{shown}");
    // At a date it is the first of those that were known then.
    let earlier = world.answers("/compare turkiye pakistan as_of:2010").await;
    assert!(!earlier.contains("f-1 says") && !earlier.contains("There are more on"), "{earlier}");
}

#[tokio::test]
async fn a_figure_about_two_partners_is_counted_once_for_each() {
    let figure = |id: &str, year: u16, value: u16| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\npartners = [\"PAK\", \"IND\"]\narea = \"trade\"\n\
             kind = \"fact\"\ntext = \"Trade\"\nvalue = {value}\nunit = \"USD\"\nbasis = \"trade with each\"\n\
             date = \"{year}\"\nsource = \"article\"\n"
        )
    };
    let world = World::knowing(&(figure("f-1", 2020, 100) + &figure("f-2", 2021, 200))).await;
    let page = world.page("/compare turkiye pakistan india").await;
    let figures = page.tables.iter().find(|table| table.columns[0] == "Figures").unwrap();
    for cell in &figures.rows[0][1..] {
        assert!(cell.meta.contains(" 1\u{A0}more"), "{cell:?}");
    }
    // Of another’s figures those towards one partner say nothing of the others.
    let page = world.page("/compare pakistan turkiye india").await;
    let figures = page.tables.iter().find(|table| table.columns[0] == "Figures").unwrap();
    let cells: Vec<&str> = figures.rows[0][1..].iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!(cells, ["Trade (US$ 200, trade with each)", "—"]);
}

#[tokio::test]
async fn a_comparison_shows_who_belongs_where_and_the_latest_figures() {
    let world = World::new().await;
    let table = async |line: &str, first: &str| {
        let page = world.page(line).await;
        let table = page.tables.iter().find(|table| table.columns[0] == first);
        table.unwrap_or_else(|| panic!("{line}: no {first}")).clone()
    };
    let row = |table: &dragoman::page::Table, label: &str| {
        let row = table.rows.iter().find(|row| row[0].text == label);
        row.map(|row| row[1..].iter().map(|cell| cell.text.clone()).collect::<Vec<String>>())
    };
    let organisations = table("/compare turkiye pakistan india", "Organisations").await;
    let both = row(&organisations, "Both belong to").unwrap();
    assert_eq!(both[0], "CICA, D-8, ECO, OIC, SCO (Türkiye: partner; Pakistan: member), UFC");
    assert_eq!(both[1], "CICA, G20, SCO (Türkiye: partner; India: member)");
    assert!(row(&organisations, "Türkiye alone belongs to").unwrap()[0].contains("NATO"));
    assert!(row(&organisations, "The partner alone belongs to").unwrap()[1].contains("BRICS"));
    let figures = table("/compare turkiye pakistan india", "Figures").await;
    // The year ends after the fiscal year to May, so it is the latest.
    let trade = row(&figures, "Trade, US$").unwrap();
    assert!(
        trade[0].contains("(US$ 1.4 bn)") && trade[1].contains("(US$ 8.71 bn, Indian data, fiscal year)"),
        "{trade:?}"
    );
    let aims = row(&figures, "Trade, US$, aimed at").unwrap();
    assert!(aims[0].contains("(US$ 5 bn, target)") && aims[1].contains("(US$ 20 bn, target)"), "{aims:?}");
    // Organisations as partners.
    let alliance = table("/compare turkiye nato eu", "Organisations").await;
    assert_eq!(
        row(&alliance, "Türkiye belongs to it").unwrap(),
        ["member, since 1952", "candidate, since 1999"]
    );
    let none = table("/compare india nato", "Organisations").await;
    assert_eq!(row(&none, "India belongs to it").unwrap(), ["—"]);
    let ours = table("/compare nato turkiye india", "Organisations").await;
    assert_eq!(row(&ours, "Belongs to NATO").unwrap(), ["member, since 1952", "—"]);
    // A suspension goes before the membership that it suspends.
    let suspended = table("/compare egypt syria as_of:2015", "Organisations").await;
    assert!(
        row(&suspended, "Both belong to").unwrap()[0]
            .contains("Arab League (Egypt: member; Syria: suspended)")
    );
    // At another time, what was so then.
    let then = table("/compare france \"united kingdom\" as_of:2015", "Organisations").await;
    assert!(row(&then, "Both belong to").unwrap()[0].contains("European Union"));
    let later = table("/compare france \"united kingdom\" as_of:2021", "Organisations").await;
    assert!(row(&later, "France alone belongs to").unwrap()[0].contains("European Union"));
}

#[tokio::test]
async fn actors_have_the_names_of_their_time() {
    let world = World::new().await;
    let title = async |line: &str| world.page(line).await.title;
    assert_eq!(
        title("/compare myanmar eswatini as_of:1985").await,
        "Burma (now Myanmar) towards Swaziland (now Eswatini), as of 1985"
    );
    assert_eq!(title("/compare myanmar eswatini as_of:2020").await, "Myanmar towards Eswatini, as of 2020");
    assert!(
        title("/profile \"north macedonia\" as_of:2010").await.starts_with("Former Yugoslav Republic of Mac")
    );
    let ended = world.answers("/compare czechoslovakia france").await;
    assert!(
        ended.contains("Czechoslovakia ended on 1992-12-31; after it came Czechia and Slovakia."),
        "{ended}"
    );
    let alive = world.answers("/compare czechoslovakia france as_of:1985").await;
    assert!(!alive.contains("ended on"), "{alive}");
}

/// Whatever two are compared, there is something to read, and it says where nothing is known.
#[tokio::test]
async fn no_pair_has_an_empty_answer() {
    let world = World::new().await;
    let all = dragoman::files::read(&dragoman::files::embedded()).unwrap();
    let actors: Vec<&str> = all
        .iter()
        .filter(|item| matches!(item, dragoman::knowledge::Item::Actor(_)))
        .map(dragoman::knowledge::Item::id)
        .collect();
    assert!(actors.len() > 200);
    for pair in actors.windows(2) {
        let page = world.page(&format!("/compare {} {}", pair[0], pair[1])).await;
        let says = page.tables.iter().any(|table| !table.rows.is_empty());
        let admits = page.notes.iter().any(|note| note.starts_with("Nothing is recorded about"));
        assert!(says || admits, "{pair:?}: {page:?}");
    }
}

#[tokio::test]
async fn a_brief_has_all_that_a_meeting_needs() {
    let world = World::new().await;
    insta::assert_snapshot!(world.answers("/brief turkiye india").await);
    let page = world.page("/brief turkiye pakistan").await;
    assert_eq!(page.title, "Türkiye towards Pakistan: a brief of 2026-01-02");
    let titles: Vec<&str> = page.tables.iter().map(|table| table.title.as_str()).collect();
    assert_eq!(
        titles,
        [
            "Assessments, as the sources sum them up",
            "Also recorded",
            "What speaks for and against it",
            "Latest figures, either way",
            "Since 2021-01, the latest last",
            "Benefits",
            "Recommendations",
            "Who belongs where"
        ]
    );
    let html = dragoman::page::html::html(&page);
    for table in &page.tables {
        for cell in table.rows.iter().flatten() {
            let text = cell.text.replace('&', "&amp;");
            assert!(html.contains(&text), "{text}");
        }
    }
    let nothing = world.answers("/brief chad tuvalu").await;
    assert!(nothing.contains("No assessment, evidence, figure,"), "{nothing}");
    assert!(world.refuses("/brief turkiye").await.starts_with("Name another beside Türkiye"));
    assert!(world.refuses("/brief turkiye india pakistan").await.starts_with("A brief is of two"));
}

#[tokio::test]
async fn what_is_at_odds_or_overtaken_is_said_beside_a_fact() {
    let world = World::new().await;
    let meta = async |line: &str, text: &str| {
        let page = world.page(line).await;
        let cells = page.tables.iter().flat_map(|table| &table.rows).flatten();
        let cell = cells.into_iter().find(|cell| cell.text.contains(text));
        cell.unwrap_or_else(|| panic!("{line}: no {text}")).meta.replace('\u{A0}', " ")
    };
    // Both sides of a disagreement name each other, whichever of them recorded it.
    assert!(meta("/facts SAU TUR", "stays bilateral").await.contains("at odds with f128"));
    assert!(meta("/facts TUR SAU", "likely to join the defence pact").await.contains("at odds with f130"));
    let later = meta("/timeline india turkiye", "granted six more months").await;
    assert!(later.contains("in place of f088"), "{later}");
    assert!(meta("/facts IND TUR", "a last three-month extension").await.contains("overtaken by f089"));
    // At another time nobody knew yet.
    let then = meta("/profile saudi-arabia as_of:2026", "stays bilateral").await;
    assert!(!then.contains("at odds"), "{then}");
}

/// Andorra’s code is a word that joins names: where it is meant, the line that asks again means it too.
#[tokio::test]
async fn the_line_that_asks_again_means_the_same() {
    let world = World::new().await;
    let page = world.page("/shared france andorra germany").await;
    assert_eq!(page.line, "/shared FRA, AND, DEU");
    assert_eq!(world.page(&page.line).await, page);
    assert_eq!(world.page("/shared FRA AND DEU").await.line, "/shared FRA DEU");
}

#[tokio::test]
async fn a_comparison_of_another_time_knows_nothing_of_later() {
    let world = World::new().await;
    let page = world.page("/compare turkiye pakistan india as_of:2018").await;
    assert_eq!(page.title, "Türkiye towards Pakistan and India, as of 2018");
    let details =
        page.tables.iter().flat_map(|table| &table.rows).flatten().filter_map(|cell| cell.detail.as_ref());
    let dates: Vec<&str> = details.map(|detail| detail.date.as_str()).collect();
    assert!(
        !dates.is_empty() && dates.iter().all(|date| *date != "undated" && date[..4] <= *"2018"),
        "{dates:?}"
    );
    // The article bears no date: nothing says when it was known.
    assert!(page.notes.iter().any(|note| note.contains("left out: nothing says when")), "{:?}", page.notes);
    assert!(page.citations.iter().all(|citation| citation.id != "article"));
    assert_eq!(page.line, "/compare TUR PAK IND as_of:2018");
    assert!(world.refuses("/compare turkiye india as_of:2019-02-30").await.contains("such as 1947"));
    assert_eq!(
        world.refuses("/compare turkiye india as_of:2031").await,
        "2031 is still to come; ask as of a date up to today, 2026-01-02."
    );
    assert!(
        !world.answers("/organisation nato as_of:2026").await.is_empty(),
        "this year is not over, but begun"
    );
}

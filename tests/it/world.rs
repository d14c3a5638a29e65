//! The world: who belongs where and when, what happened, what speaks for and against a judgement.

use dragoman::page::{Cell, Entry, Page};

use crate::support::{World, rows, table};

/// Who belongs, as the section of the members has it.
async fn members(world: &World, line: &str) -> Vec<String> {
    let page = world.page(&format!("{line} section:members")).await;
    let is_member = |row: &&Vec<Cell>| row[1].first() == Some("member");
    let members = table(&page, "Who").rows.iter().filter(is_member);
    members.filter_map(|row| row[0].first().map(str::to_owned)).collect()
}

#[tokio::test]
async fn membership_is_of_a_time() {
    let world = World::new().await;
    let members = async |line: &str| members(&world, line).await;
    assert!(members("/organisation eu as_of:2015").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu as_of:2021").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu").await.contains(&"United Kingdom".to_owned()));
    assert!(!members("/organisation eu as_of:1990").await.contains(&"Poland".to_owned()));
    assert!(members("/organisation g7 as_of:2010").await.contains(&"Russia".to_owned()));
    assert!(!members("/organisation g7 as_of:2020").await.contains(&"Russia".to_owned()));
    assert_eq!(members("/organisation nato").await.len(), 32);
    assert_eq!(members("/organisation nato as_of:1951").await.len(), 12);
    // The profile of an organisation is the same answer.
    assert_eq!(world.answers("/organisation ots").await, world.answers("/profile ots").await);
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
        // Seven are suspended.
        ("african union", 48),
        ("arab league", 22),
        ("d-8", 9),
        ("oecd", 38),
        ("turkic council", 5),
        // Moldova is leaving.
        ("cis", 8),
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
        let front = world.answers(&format!("/organisation {name}")).await;
        assert!(front.contains(&format!("Members ({members}): ")), "{name}: {front}");
    }
}

#[tokio::test]
async fn what_is_shared_and_what_is_not() {
    let world = World::new().await;
    let page = world.whole("/shared turkiye pakistan").await;
    let nato = page.tables().flat_map(rows).find(|row| row[0] == Some("NATO"));
    assert_eq!(nato, Some(vec![Some("NATO"), Some("✓ 1952"), None]));
    let text = world.answers("/shared turkiye pakistan").await;
    assert_eq!(text.matches("no source at hand gives this year").count(), 1, "{text}");
    assert_eq!(
        world.refuses("/shared turkiye").await,
        "Name another beside Türkiye, as in /shared turkiye pakistan india; /profile TUR shows it alone.\n  /profile TUR"
    );
}

#[tokio::test]
async fn a_profile_says_who_somebody_is_and_when_they_ended() {
    let world = World::new().await;
    let ended = world.answers("/profile czechoslovakia").await;
    assert!(
        ended.contains("Czechoslovakia ended on 1992-12-31, followed by Czechia and Slovakia."),
        "{ended}"
    );
    let former = world.answers("/profile burma section:names").await;
    assert!(former.starts_with("Myanmar") && former.contains("Burma (until 1989)"), "{former}");
    assert!(
        !world.answers("/profile pakistan").await.contains("Two-letter code"),
        "codes stand in a section"
    );
    let then = world.answers("/profile turkiye as_of:2018").await;
    assert!(!then.contains("2025"), "{then}");
}

#[tokio::test]
async fn a_timeline_is_newest_first_and_keeps_to_its_period() {
    let world = World::new().await;
    let page = world.page("/timeline pakistan turkiye from:2022 to:2023").await;
    let dates: Vec<&str> =
        page.tables().next().unwrap().rows.iter().filter_map(|row| row[0].first()).collect();
    // A time stands by its end.
    let ends: Vec<&str> = dates.iter().map(|date| date.rsplit('–').next().unwrap()).collect();
    let years: Vec<&str> = ends.iter().filter(|end| !end.contains('/')).map(|end| &end[..4]).collect();
    let mut sorted = years.clone();
    sorted.sort_by(|one, other| other.cmp(one));
    assert_eq!(years, sorted, "{dates:?}");
    assert!(dates.contains(&"2023-05"), "{dates:?}");
    let whole = world.whole("/timeline pakistan turkiye from:2022 to:2023").await;
    let entries = whole.tables().flat_map(|table| &table.rows).flatten().flat_map(|cell| &cell.entries);
    let dates: Vec<&str> = entries.filter_map(|entry| Some(entry.detail.as_ref()?.date.as_str())).collect();
    assert!(
        dates.contains(&"2022-08-12") && dates.contains(&"2022-03"),
        "as precise as the source: {dates:?}"
    );
    assert!(
        world.refuses("/timeline turkiye pakistan from:2024 to:2023").await.contains("ends before it starts")
    );
    assert!(world.refuses("/timeline turkiye pakistan from:2019-02-30").await.contains("such as 1947"));
    let none = world.answers("/timeline tuvalu nauru").await;
    assert!(none.contains("No statement is recorded between Tuvalu and Nauru"), "{none}");
}

#[tokio::test]
async fn relations_are_counted_either_way() {
    let world = World::new().await;
    let page = world.page("/relations armenia").await;
    let first = &rows(table(&page, "With"))[0];
    assert!(first[0] == Some("India") && first[1].unwrap().starts_with("2 statements"), "{first:?}");
    let page = world.page("/relations turkiye").await;
    let with: Vec<Option<&str>> = rows(table(&page, "With")).iter().map(|row| row[0]).collect();
    assert_eq!(with[..2], [Some("Pakistan"), Some("India")]);
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
    for line in ["/profile pakistan", "/profile pakistan as_of:2026-01-02"] {
        let text = world.answers(&format!("{line} section:organisations")).await;
        assert!(text.contains("United Nations") && text.contains("2025-01-01 to 2026-12-31"), "{text}");
        assert!(text.contains("2025 to 2026"), "{text}");
        assert!(!text.contains("Islamic Cooperation") && !text.contains("Economic Cooperation"), "{text}");
    }
    let shared = world.answers("/shared pakistan turkiye").await;
    assert!(
        shared.contains("United Nations") && !shared.contains("OIC") && !shared.contains("ECO"),
        "{shared}"
    );
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
    let both = rows(shared.tables().next().unwrap());
    let of = |name: &str| both.iter().find(|row| row[0] == Some(name)).cloned();
    assert_eq!(of("OIC"), Some(vec![Some("OIC"), Some("✓ 1999"), Some("✓ 1999")]));
    assert_eq!(of("ECO"), Some(vec![Some("ECO"), Some("✓ 1999"), None]));
    let compared = world.page("/compare turkiye pakistan section:organisations").await;
    let labels: Vec<Option<&str>> =
        rows(table(&compared, "Organisations")).iter().map(|row| row[0]).collect();
    assert_eq!(labels, [Some("Both in"), Some("Only Türkiye")]);
}

#[tokio::test]
async fn a_judgement_that_facts_dispute_is_marked_and_they_stand_in_a_section() {
    let world = World::new().await;
    let front = world.answers("/compare turkiye india").await;
    assert!(front.contains("≠ 2024/25 Trade US$ 8.71 bn"), "{front}");
    let evidence = world.answers("/compare turkiye india section:evidence").await;
    assert!(evidence.contains("Economic Initiatives, India: “Restricted economic engagement”"), "{evidence}");
    assert!(
        evidence.contains("2024/25  Against: Fiscal 2024-25: two-way trade about USD 8.71 bn."),
        "{evidence}"
    );
    assert!(evidence.contains("2025-07  For: The Delhi High Court dismissed"), "{evidence}");
}

#[tokio::test]
async fn what_disputes_a_judgement_of_two_partners_stands_in_both_cells_and_once_each() {
    let judged = "[[statement]]\nid = \"j-1\"\nsubject = \"TUR\"\npartners = [\"PAK\", \"IND\"]\narea = \"trade\"\n\
                  kind = \"assessment\"\nrank = \"preferred\"\ntext = \"Trade is small\"\nsource = \"article\"\n";
    let fact = "[[statement]]\nid = \"f-1\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\ndate = \"2024\"\n\
                text = \"Trade is large\"\nsource = \"article\"\ndisputes = [\"j-1\"]\n";
    let world = World::knowing(&format!("{judged}{fact}")).await;
    let page = world.page("/compare turkiye pakistan india").await;
    let row = &page.tables().next().unwrap().rows[0];
    for cell in &row[1..] {
        assert_eq!(cell.entries[1].said(true).replace('\u{A0}', " "), "≠ 2024 Trade is large (claim)");
    }
    let evidence = world.answers("/compare turkiye pakistan india section:evidence").await;
    assert!(evidence.contains("Trade, Pakistan: ") && evidence.contains("Trade, India: "), "{evidence}");
    assert_eq!(evidence.matches("Against: Trade is large").count(), 2, "{evidence}");
}

#[tokio::test]
async fn evidence_at_a_date_is_of_what_was_known_then() {
    let judged = "[[statement]]\nid = \"j-1\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"trade\"\n\
                  kind = \"assessment\"\nrank = \"preferred\"\ntext = \"Trade is small\"\nsource = \"article\"\n\
                  from = \"2000\"\n";
    let fact = |id: &str, date: &str| {
        format!(
            "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\n\
             text = \"Trade as {id} says\"\nsource = \"article\"\ndisputes = [\"j-1\"]\ndate = \"{date}\"\n"
        )
    };
    let mut text = judged.to_owned();
    for n in 1..=5 {
        text += &fact(&format!("f-{n}"), if n < 5 { "2025" } else { "2001" });
    }
    let world = World::knowing(&text).await;
    let page = world.page("/compare turkiye pakistan").await;
    assert_eq!(page.contents.iter().find(|(name, _)| name.as_str() == "evidence").unwrap().1, 5);
    let shown = world.answers("/knowledge show j-1").await;
    assert!(shown.contains("Evidence") && shown.contains("Trade as f-5 says"), "{shown}");
    // At a date it is the newest of those that were known then.
    let earlier = world.answers("/compare turkiye pakistan as_of:2010").await;
    assert!(earlier.contains("≠ 2001 Trade as f-5 says"), "{earlier}");
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
    let page = world.page("/compare turkiye pakistan india section:figures").await;
    for cell in &table(&page, "Figures").rows[0][1..] {
        let said: Vec<String> = cell.entries.iter().map(|entry| entry.said(true)).collect();
        assert_eq!(said, ["2021 Trade (claim): US$ 200", "2020 Trade (claim): US$ 100"]);
    }
    // Of another’s figures those towards one partner say nothing of the others.
    let page = world.page("/compare pakistan turkiye india section:figures").await;
    let row = &table(&page, "Figures").rows[0];
    assert_eq!(row[1].entries.len(), 2);
    assert!(row[2].entries.is_empty());
}

#[tokio::test]
async fn a_comparison_shows_who_belongs_where_and_the_latest_figures() {
    let world = World::new().await;
    let row = async |line: &str, section: &str, label: &str| {
        let page: Page = world.page(&format!("{line} section:{section}")).await;
        let table = page.tables().next().unwrap().clone();
        let row = table.rows.iter().find(|row| row[0].first() == Some(label));
        let row = row.unwrap_or_else(|| panic!("{line}: no {label} in {table:#?}"));
        row[1..].iter().map(|cell| cell.first().unwrap_or("—").to_owned()).collect::<Vec<String>>()
    };
    let main = "/compare turkiye pakistan india";
    let both = row(main, "organisations", "Both in").await;
    let has = |cell: &str, bodies: &[&str]| bodies.iter().all(|body| cell.contains(body));
    assert!(
        has(&both[0], &["CICA", "D-8", "ECO", "OIC", "SCO (Türkiye: partner; Pakistan: member)", "UFC"]),
        "{both:?}"
    );
    assert!(has(&both[1], &["CICA", "G20", "SCO (Türkiye: partner; India: member)"]), "{both:?}");
    assert!(row(main, "organisations", "Only Türkiye").await[0].contains("NATO"));
    assert!(row(main, "organisations", "Only the partner").await[1].contains("BRICS"));
    // The year ends after the fiscal year to May, so it is the latest.
    let trade = row(main, "figures", "Trade").await;
    assert!(trade[0].contains("US$\u{A0}1.4 bn") && trade[1].contains("US$\u{A0}8.71 bn"), "{trade:?}");
    let aims = row(main, "figures", "Trade, target").await;
    assert!(aims[0].contains("US$\u{A0}5 bn") && aims[1].contains("US$\u{A0}20 bn"), "{aims:?}");
    // Organisations as partners.
    assert_eq!(
        row("/compare turkiye nato eu", "organisations", "Türkiye in it").await,
        ["member, since 1952", "candidate, since 1999-12"]
    );
    assert_eq!(
        row("/compare nato turkiye india", "organisations", "In NATO").await,
        ["member, since 1952", "—"]
    );
    // A suspension goes before the membership that it suspends.
    let suspended = row("/compare egypt syria as_of:2015", "organisations", "Both in").await;
    assert!(suspended[0].contains("Arab League (Egypt: member; Syria: suspended)"), "{suspended:?}");
    // At another time, what was so then.
    let then = row("/compare france \"united kingdom\" as_of:2015", "organisations", "Both in").await;
    assert!(then[0].contains("European Union"), "{then:?}");
    let later = row("/compare france \"united kingdom\" as_of:2021", "organisations", "Only France").await;
    assert!(later[0].contains("European Union"), "{later:?}");
}

#[tokio::test]
async fn actors_have_the_names_of_their_time() {
    let world = World::new().await;
    let title = async |line: &str| world.page(line).await.title;
    assert_eq!(
        title("/compare myanmar eswatini as_of:1985").await,
        "Burma (now Myanmar) ↔ Swaziland (now Eswatini), as of 1985"
    );
    assert_eq!(title("/compare myanmar eswatini as_of:2020").await, "Myanmar ↔ Eswatini, as of 2020");
    assert!(
        title("/profile \"north macedonia\" as_of:2010").await.starts_with("Former Yugoslav Republic of Mac")
    );
    let ended = world.answers("/compare czechoslovakia france").await;
    assert!(
        ended.contains("Czechoslovakia ended on 1992-12-31, followed by Czechia and Slovakia."),
        "{ended}"
    );
    let alive = world.answers("/compare czechoslovakia france as_of:1985").await;
    assert!(!alive.contains("ended on"), "{alive}");
}

/// Whatever two are compared, there is something to read, and it says where nothing is known.
#[tokio::test]
async fn no_pair_has_an_empty_answer() {
    let world = World::new().await;
    let all = dragoman::files::read(&dragoman::files::embedded()).unwrap().items;
    let actors: Vec<&str> = all
        .iter()
        .filter(|item| matches!(item, dragoman::knowledge::Item::Actor(_)))
        .map(dragoman::knowledge::Item::id)
        .collect();
    assert!(actors.len() > 200);
    for pair in actors.windows(2) {
        let page = world.page(&format!("/compare {} {}", pair[0], pair[1])).await;
        let says = page.tables().any(|table| !table.rows.is_empty());
        let admits = page.notes().any(|note| note.text.contains("s recorded between"));
        assert!(says || admits, "{pair:?}: {page:?}");
    }
}

#[tokio::test]
async fn a_brief_has_all_that_a_meeting_needs() {
    let world = World::new().await;
    let page = world.whole("/brief turkiye pakistan").await;
    assert_eq!(page.title, "Türkiye ↔ Pakistan: for a meeting on 2026-01-02");
    let labels: Vec<Option<&str>> =
        page.tables().next().unwrap().rows.iter().map(|row| row[0].first()).collect();
    assert_eq!(labels, ["Lately", "Judged", "Figures", "Gains", "Advice on"].map(Some));
    // What stands among the newest is not said again among the figures.
    let india = world.page("/brief turkiye india").await;
    let said: Vec<&str> = india
        .tables()
        .flat_map(|table| &table.rows)
        .flatten()
        .flat_map(|cell| &cell.entries)
        .map(Entry::text)
        .collect();
    assert_eq!(said.len(), said.iter().collect::<std::collections::BTreeSet<_>>().len(), "{said:#?}");
    let names: Vec<&str> = page.contents.iter().map(|(name, _)| name.as_str()).collect();
    let expected =
        "judgements benefits advice areas figures evidence timeline world organisations sources about";
    assert_eq!(names.join(" "), expected);
    let html = dragoman::page::html::html(&page);
    let entries = page.tables().flat_map(|table| &table.rows).flatten().flat_map(|cell| &cell.entries);
    for entry in entries {
        let text = entry.text().replace('&', "&amp;");
        assert!(html.contains(&text), "{text}");
    }
    assert!(world.refuses("/brief turkiye").await.starts_with("Name another beside Türkiye"));
    assert!(world.refuses("/brief turkiye india pakistan").await.starts_with("/brief is about two"));
}

#[tokio::test]
async fn what_is_at_odds_or_overtaken_is_said_beside_a_fact() {
    let world = World::new().await;
    let said = async |line: &str| {
        let text = world.answers(line).await;
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    // Both sides of a disagreement say what the other says, and who says it, whichever of them recorded it.
    let pact = said("/facts SAU TUR section:facts").await;
    assert!(pact.contains("At odds with: Türkiye likely to join"), "{pact}");
    assert!(pact.contains("At odds with: defence pact with Pakistan stays bilateral (a source"), "{pact}");
    let lease = said("/timeline india turkiye section:timeline").await;
    assert!(lease.contains("Replaces: India gives IndiGo three last months"), "{lease}");
    assert!(lease.contains("Since then: India gives IndiGo six more months"), "{lease}");
    assert!(!lease.contains("f088") && !lease.contains("f089"), "{lease}");
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
    assert_eq!(page.title, "Türkiye ↔ Pakistan · India, as of 2018");
    let whole = world.whole("/compare turkiye pakistan india as_of:2018").await;
    let entries = whole.tables().flat_map(|table| &table.rows).flatten().flat_map(|cell| &cell.entries);
    let dates: Vec<&str> = entries.filter_map(|entry| Some(entry.detail.as_ref()?.date.as_str())).collect();
    assert!(
        !dates.is_empty() && dates.iter().all(|date| *date != "undated" && date[..4] <= *"2018"),
        "{dates:?}"
    );
    // The article bears no date: nothing says when it was known.
    assert!(page.notes().any(|note| note.text.contains("left out, as nothing says when")), "{page:?}");
    assert!(whole.citations.iter().all(|citation| citation.id != "article"));
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

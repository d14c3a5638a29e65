//! Questions in plain words: read, answered, taken up, corrected, and counted where nothing answers them.

use dragoman::access::Act;
use dragoman::knowledge::lexicon::{ASKING, keys};
use dragoman::knowledge::{Cue, PartialDate, QuestionKind};
use dragoman::page::Page;
use dragoman::request::reading::{Reading, read};
use dragoman::respond::{Asked, answer, remember, respond, understand};
use dragoman::section::Opened;
use dragoman::store::departures::Cutoffs;
use dragoman::store::{Asker, Channel};
use proptest::prelude::*;

use crate::history::cutoffs;
use crate::support::fake_discord::interactions::{self, ada, bob};
use crate::support::{NOW, World, begin, out};

/// Somebody in a channel of a server.
fn somebody(guild: u64, channel: u64, user: u64) -> Asker {
    let channel = Some(Channel { id: channel, parent: None, is_private: false });
    Asker { user: Some(user), guild: Some(guild), channel, manages: true, ..Asker::default() }
}

/// Asks a question as the bot does: understood, answered, remembered.
async fn ask(world: &World, asker: &Asker, line: &str, now: &str) -> Page {
    let asked = Asked::Line(line.to_owned());
    let understood = understand(world.store(), asker, &asked, now).await.unwrap();
    let page = answer(world.store(), asker, &understood, Opened::Front, now).await.unwrap();
    remember(world.store(), asker, &understood, &page, now).await.unwrap();
    page
}

fn first(page: &Page) -> &str {
    page.explained.first().map_or("", |one| one.first.as_str())
}

#[tokio::test]
async fn the_first_sentence_answers() {
    let world = World::new().await;
    for (question, expected) in [
        ("Is India in the SCO?", "2017"),
        ("is turkey in nato", "Yes: Türkiye has been a member of NATO since 1952."),
        ("When did Türkiye join NATO?", "since 1952"),
        ("when did Türkiye leave NATO?", "No withdrawal of Türkiye from NATO is recorded"),
        ("Is Fiji in NATO?", "No: Fiji is not in the list"),
        ("Is the United Kingdom a member of the EU?", "Not any more: the United Kingdom was a member"),
        ("Was Finland a member of NATO in 2010?", "Not then: Finland has been a member of NATO since 2023"),
        ("was the UK in the EU in 2018?", "Yes: the United Kingdom was a member"),
        ("did the UK leave the EU?", "Yes: the United Kingdom was a member"),
        ("is the US in UNESCO?", "Yes, still: the United States is leaving UNESCO"),
        ("did the US leave UNESCO?", "Not yet: the United States is leaving UNESCO"),
        ("is Argentina in BRICS?", "No: Argentina was invited to join BRICS"),
        ("did Argentina leave BRICS?", "No: Argentina was invited to join BRICS"),
        ("was the UK in the EU in 1960?", "Not then: the United Kingdom was a member"),
        ("is Venezuela in Mercosur?", "Not as a member: Venezuela has been suspended"),
        ("who are the members of Mercosur?", "Mercosur has 5 members"),
        ("do India and Turkey trade?", "two-way trade"),
        ("Which organisations do Türkiye and Pakistan share?", "Türkiye and Pakistan are both members of"),
        ("As a NATO member, what should Türkiye do about scholarships?", "Advice to Türkiye"),
        ("who belongs to BRICS", "BRICS has 10 members"),
        ("how much do turkey and india trade?", "8.71 bn"),
        ("how much did ankara and delhi trade in 2019", "over USD 8 bn"),
        (
            "What should Ankara do about scholarships?",
            "Advice to Türkiye by an unsigned, undated commentary (F6)",
        ),
        ("When did Pakistan get its second corvette from Turkey?", "20 December 2025"),
        ("why does turkey hate india", "No source here speaks of Türkiye and India in terms of “hate”"),
        ("How many schools does Maarif run in Pakistan", "28"),
        ("how much do korea and japan trade?", "can mean South Korea or North Korea"),
    ] {
        let page = world.page(question).await;
        assert!(first(&page).contains(expected), "{question}: {}", first(&page));
        let is_unknown = ["can mean", "No withdrawal"].iter().any(|words| first(&page).contains(words));
        assert!(page.is_known != is_unknown, "{question}");
    }
}

#[tokio::test]
async fn what_does_not_go_on_from_the_question_before_is_asked_by_itself() {
    let world = World::new().await;
    let ada = somebody(9, 90, 7);
    for (before, question, about) in [
        ("is Spain in NATO?", "biggest economy in Africa", None),
        ("is Spain in NATO?", "and when did they ban submarines?", Some("Spain")),
    ] {
        ask(&world, &ada, before, NOW).await;
        let page = ask(&world, &ada, question, NOW).await;
        assert!(!page.is_known, "{question}");
        assert_eq!(first(&page).contains("Spain"), about.is_some(), "{question}: {}", first(&page));
    }
}

#[tokio::test]
async fn what_is_not_known_is_said_to_be_not_known() {
    let world = World::new().await;
    for (question, expected) in [
        ("who will win the next indian election", "what will be is not kept"),
        ("do you think Türkiye is right?", "I have no opinion"),
        ("a recipe for baklava please", "it holds foreign policy and nothing else"),
        ("How much did Türkiye and Pakistan trade in 1990?", "of that time (1990)"),
        ("Which Rafale jets did Türkiye sell to Pakistan?", "Not in the knowledge"),
        ("When did France recognise Fiji?", "Not in the knowledge"),
        ("Who is the Turkish ambassador in New Delhi?", "who holds which office is not kept"),
        (
            "Do Brazil and Chile share a border?",
            "No land border between Brazil and Chile is in the list (2026-01)",
        ),
    ] {
        let page = world.page(question).await;
        assert!(!page.is_known && first(&page).contains(expected), "{question}: {}", first(&page));
    }
}

#[tokio::test]
async fn every_button_under_an_answer_has_an_answer() {
    let world = World::new().await;
    for question in [
        "how much do turkey and india trade?",
        "who is in the sco",
        "what should turkey do",
        "why is pakistan important to turkey",
    ] {
        let page = world.page(question).await;
        assert!(!page.next.is_empty(), "{question}");
        for offer in &page.next {
            let next = world.page(&offer.line).await;
            assert!(next.is_known && !next.front.is_empty(), "{question}: {}", offer.line);
        }
    }
}

#[tokio::test]
async fn a_question_takes_up_the_one_before_in_the_same_channel_for_an_hour() {
    let world = World::new().await;
    let ada = somebody(10, 20, 1);
    let actors = |page: &Page| -> Vec<String> {
        page.explained[0].understood.actors.iter().map(|actor| actor.id.clone()).collect()
    };
    ask(&world, &ada, "how much do turkey and india trade?", "2026-01-02T10:00:00Z").await;
    let then = ask(&world, &ada, "and Pakistan?", "2026-01-02T10:30:00Z").await;
    assert_eq!(actors(&then), ["TUR", "PAK"]);
    assert!(
        first(&then).contains("US") && then.line.contains("about:TUR,PAK"),
        "{} {}",
        first(&then),
        then.line
    );
    let area = ask(&world, &ada, "what about energy?", "2026-01-02T10:40:00Z").await;
    assert_eq!(actors(&area), ["TUR", "PAK"]);
    // Neither another channel, nor another person, nor an hour later.
    for (asker, now) in [
        (somebody(10, 21, 1), "2026-01-02T10:41:00Z"),
        (somebody(10, 20, 2), "2026-01-02T10:41:00Z"),
        (ada.clone(), "2026-01-02T11:41:00Z"),
    ] {
        let page = ask(&world, &asker, "and what about energy?", now).await;
        assert!(actors(&page).is_empty(), "{:?}", actors(&page));
    }
}

#[tokio::test]
async fn the_line_of_an_answer_asks_the_same_again_for_anybody() {
    let world = World::new().await;
    let ada = somebody(10, 20, 1);
    for line in [
        "how much do turkey and india trade?",
        "and Pakistan?",
        "why?",
        "how much did turkey and india trade in 2019?",
        // With the year of the question before.
        "and pakistan?",
        "why did India end the ship deal with Turkey? area: defence",
        "Is Azerbaijan in the D-8 and since when?",
    ] {
        let page = ask(&world, &ada, line, NOW).await;
        let again = ask(&world, &somebody(10, 99, 7), &page.line, NOW).await;
        assert_eq!(first(&again), first(&page), "{line} as {}", page.line);
        assert_eq!(again.line, page.line);
    }
}

#[tokio::test]
async fn gaps_are_counted_by_what_was_understood_for_the_editors_of_the_server() {
    let world = World::new().await;
    let (ada, elsewhere) = (somebody(10, 20, 1), somebody(11, 30, 2));
    for _ in 0..3 {
        ask(&world, &ada, "How many submarines did France sell to Fiji?", NOW).await;
    }
    ask(&world, &ada, "Which accords link Brazil and Mongolia on fishing?", NOW).await;
    let alone = Asker { guild: None, channel: None, ..ada.clone() };
    ask(&world, &alone, "How many submarines did France sell to Fiji?", NOW).await;
    let gaps = respond(world.store(), &ada, &Asked::Line("/knowledge gaps".into()), NOW).await.unwrap().page;
    let rows = crate::support::rows(gaps.tables().next().unwrap());
    assert_eq!(rows.len(), 2);
    // Whose it would be stays first.
    assert!(rows[0][1].unwrap().starts_with("France and Fiji"), "{rows:?}");
    assert_eq!(rows[0][2], Some("3"));
    let theirs =
        respond(world.store(), &elsewhere, &Asked::Line("/knowledge gaps".into()), NOW).await.unwrap().page;
    assert_eq!(theirs.tables().count(), 0);
    // Talk, opinions and forecasts are no gaps.
    for talk in ["thank you", "Is Erdoğan a good leader?", "Who will win the war?"] {
        ask(&world, &ada, talk, NOW).await;
    }
    let page = respond(world.store(), &ada, &Asked::Line("/knowledge gaps".into()), NOW).await.unwrap().page;
    assert_eq!(crate::support::rows(page.tables().next().unwrap()).len(), 2);
    // The wording goes, the count stays.
    let editor = world.store().editor(&ada, Act::Review, NOW).await.unwrap();
    let texts = world.store().gaps(&editor, 9).await.unwrap().remove(0).texts;
    assert_eq!(texts, ["How many submarines did France sell to Fiji?"]);
    let past = Cutoffs { wordings: "2027-01-01".into(), ..cutoffs("2020-01-01", "2020-01-01") };
    world.store().tidy_up(&past).await.unwrap();
    let gaps = world.store().gaps(&editor, 9).await.unwrap();
    assert!(gaps[0].texts.is_empty() && gaps[0].asked == 3, "{gaps:?}");
}

#[tokio::test]
async fn a_servers_own_statement_answers_there_and_nowhere_else() {
    let world = World::new().await;
    let file = world.path().join("ours.toml");
    let ours = "[[statement]]\nid = \"g.secret\"\nsubject = \"TUR\"\npartners = [\"IND\"]\narea = \"defence\"\n\
        kind = \"fact\"\ntext = \"Türkiye sold twelve zyzzyva submarines to India in May 2024, named Qzxvyk.\"\ndate = \"2024-05\"\n\
        source = \"article\"\ncredibility = 2\n";
    std::fs::write(&file, ours).unwrap();
    let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    assert_eq!(done.status.code(), Some(0), "{}", crate::support::err(&done));
    world.store().look_for_changes().await.unwrap();
    let question = "When did Türkiye sell zyzzyva submarines to India?";
    let here = ask(&world, &somebody(10, 20, 1), question, NOW).await;
    assert!(here.is_known && first(&here).contains("zyzzyva"), "{}", first(&here));
    for asker in [somebody(11, 20, 1), Asker::default()] {
        let there = ask(&world, &asker, question, NOW).await;
        assert!(!there.explained[0].ids.contains(&"g.secret".to_owned()), "{:?}", there.explained);
        assert!(there.explained[0].trace.considered.iter().all(|one| one.id != "g.secret"));
    }
    // What is erased is in no index of words either.
    world.store().erase_server(&world.operator(Some(10))).await.unwrap();
    world.store().close().await;
    for file in std::fs::read_dir(world.path()).unwrap() {
        let path = file.unwrap().path();
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("dragoman.db")) {
            let bytes = std::fs::read(&path).unwrap();
            assert!(
                !bytes.windows(6).any(|part| part == b"Qzxvyk" || part == b"qzxvyk"),
                "{}",
                path.display()
            );
        }
    }
}

#[tokio::test]
async fn words_that_a_curator_adds_are_understood() {
    let world = World::new().await;
    let file = world.path().join("words.toml");
    std::fs::write(&file, "[[concept]]\nid = \"g.boats\"\nwords = [\"floaty\", \"corvette\"]\n").unwrap();
    let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    assert_eq!(done.status.code(), Some(0), "{}", crate::support::err(&done));
    world.store().look_for_changes().await.unwrap();
    let question = "Which floaty was handed over to Pakistan in Istanbul?";
    let here = ask(&world, &somebody(10, 20, 1), question, NOW).await;
    let matched = &here.explained[0].trace.considered[0].matched;
    assert!(matched.iter().any(|word| word.starts_with("floaty")), "{matched:?}");
    let there = ask(&world, &somebody(11, 20, 1), question, NOW).await;
    let matched = there.explained[0].trace.considered.iter().flat_map(|one| &one.matched);
    assert!(matched.clone().all(|word| !word.starts_with("floaty")), "{:?}", matched.collect::<Vec<_>>());
}

#[tokio::test]
async fn on_discord_it_is_asked_corrected_taken_up_and_judged() {
    let (world, fake, bot) = begin().await;
    let asked = fake.slash(&ada(), "ask", &[("question", "how much do turkey and india trade?")]).await;
    assert!(
        asked.text().contains("8.71 bn") && asked.text().contains("Understood: Türkiye and India"),
        "{}",
        asked.text()
    );
    let follow = fake.slash(&ada(), "ask", &[("question", "and Pakistan?")]).await;
    assert!(
        follow.text().contains("Understood (with your last question): Türkiye and Pakistan"),
        "{}",
        follow.text()
    );
    let corrected = fake.choose(&ada(), &asked, "kind:when").await;
    assert!(corrected.text().contains("· when"), "{}", corrected.text());
    let thanks = fake.press(&bob(), &asked, "Helpful").await;
    assert!(thanks.ephemeral && thanks.content().contains("Thank you"), "{}", thanks.text());
    let form = fake.press(&bob(), &asked, "Wrong").await;
    assert!(form.modal.is_some(), "{}", form.text());
    let shown = fake.slash(&ada(), "knowledge show", &[("id", "f076")]).await;
    assert!(
        shown.text().contains("1 found them helpful") || shown.text().contains("1 wrong"),
        "{}",
        shown.text()
    );
    let compared = fake.press(&ada(), &asked, "Compare").await;
    assert!(compared.text().contains("Türkiye → India"), "{}", compared.text());
    let unknown =
        fake.mention(&ada(), "<@1000000000000000000> how many submarines did France sell to Fiji?").await;
    assert!(unknown.text().contains("Not in the knowledge"), "{}", unknown.text());
    let proposal = fake.press(&bob(), &unknown, "Propose: FRA FJI defence").await;
    assert!(proposal.modal.is_some(), "{}", proposal.text());
    let alone = interactions::Asker::in_direct_message("Ada");
    let private = fake.mention(&alone, "Is India in the SCO?").await;
    assert!(private.text().contains("2017"), "{}", private.text());
    bot.stop().await;
    drop(world);
}

#[test]
fn every_sort_of_question_has_words_and_so_has_what_questions_turn_on() {
    let items = dragoman::files::read(&dragoman::files::embedded()).unwrap().items;
    let ids: Vec<&str> = items.iter().map(dragoman::knowledge::Item::id).collect();
    let asked = QuestionKind::WORDS.iter().filter(|kind| **kind != "what").chain(Cue::WORDS);
    for word in asked {
        assert!(ids.contains(&format!("{ASKING}{word}").as_str()), "{word}");
    }
    for key in keys::ALL {
        assert!(ids.contains(&key), "{key}");
    }
}

#[tokio::test]
async fn a_set_of_questions_is_evaluated_beside_plain_bm25() {
    let world = World::new().await;
    let file = world.path().join("set.jsonl");
    let set = [
        r#"{"id":"a","question":"Is India in the SCO?","kind":"membership","actors":["IND","SCO"],"expected":["f112"],"answerable":true}"#,
        r#"{"id":"b","question":"and Pakistan?","follows":"Is India in the SCO?","actors":["PAK","SCO"]}"#,
        r#"{"id":"c","question":"who will win the war?","answerable":false}"#,
    ];
    std::fs::write(&file, set.join("\n")).unwrap();
    let rates = out(&world.run(&["evaluate", file.to_str().unwrap()]));
    assert!(
        rates.contains("3 questions") && rates.contains("2 of 2") && rates.contains("plain BM25"),
        "{rates}"
    );
    let lines = out(&world.run(&["evaluate", file.to_str().unwrap(), "--format", "json"]));
    let outcomes: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(outcomes[0]["understood"]["kind"], "membership");
    assert_eq!(outcomes[0]["ids"][0], "f112");
    assert_eq!(outcomes[1]["understood"]["actors"], serde_json::json!(["PAK", "SCO"]));
    assert_eq!(outcomes[2]["answered"], false);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_in_bounds(text in "\\PC{0,4000}", words in prop::collection::vec("(turkey|how much|and|since|2019|F-16|क्या|ne zaman|کب|[a-z]{1,9}|\\?|NEAR\\(|\")", 0..60)) {
        let catalogue = &crate::requests::CATALOGUE;
        let today: PartialDate = "2026-01-02".parse().unwrap();
        for text in [text, words.join(" ")] {
            let readings: Vec<Reading> = read(&text, None, catalogue, today);
            prop_assert!((1..=2).contains(&readings.len()));
            prop_assert!(readings.iter().all(|reading| reading.terms.len() <= 48));
            // The next question takes it up without a fault.
            let next = read("and India?", readings.last(), catalogue, today);
            prop_assert!(next[0].actors.contains(&"IND".to_owned()));
        }
    }
}

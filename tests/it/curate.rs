//! Curation on Discord: forms, undo, access, one's own data, with the real binary.

use crate::support::fake_discord::{Asker, FakeDiscord, PATIENCE, Reply, interactions};
use crate::support::{Running, World, begin, err};

const GUILD: u64 = 10;

/// Somebody who may manage the server.
pub(crate) fn curator() -> Asker {
    let ada = Asker::in_guild("Ada", GUILD, 20);
    Asker { user_id: 1_001, permissions: ada.permissions | 0x20, ..ada }
}

/// Somebody who may not.
pub(crate) fn member(id: u64, name: &str) -> Asker {
    Asker { user_id: id, ..Asker::in_guild(name, GUILD, 20) }
}

/// The inputs of a form: name and value.
fn inputs(reply: &Reply) -> Vec<(String, String)> {
    let modal = reply.modal.as_ref().unwrap_or_else(|| panic!("no form: {}", reply.text()));
    let rows = modal["components"].as_array().unwrap();
    rows.iter()
        .flat_map(|row| row["components"].as_array().unwrap())
        .map(|input| {
            let text = |key: &str| input[key].as_str().unwrap_or_default().to_owned();
            (text("custom_id"), text("value"))
        })
        .collect()
}

pub(crate) fn value(reply: &Reply, name: &str) -> String {
    inputs(reply).into_iter().find(|(id, _)| id == name).map(|(_, value)| value).unwrap()
}

pub(crate) const MAKE: &[(&str, &str)] = &[
    ("subject", "turkiye"),
    ("partner", "pakistan"),
    ("area", "defence"),
    ("kind", "fact"),
    ("source", "article"),
];

/// All of an answer, as the file that it gives.
async fn whole(fake: &FakeDiscord, asker: &Asker, reply: &Reply) -> String {
    let file = fake.press(asker, reply, "CSV").await;
    String::from_utf8(file.files[0].1.clone()).unwrap()
}

/// Adds a statement and gives its key.
async fn add(fake: &FakeDiscord, asker: &Asker, text: &str) -> String {
    let form = fake.slash(asker, "knowledge add statement", MAKE).await;
    let details = value(&form, "details");
    let done = fake
        .submit(
            asker,
            &form,
            &[("text", text), ("label", ""), ("details", &details), ("reason", "for the desk")],
        )
        .await;
    assert!(done.content().contains("added statement"), "{}", done.text());
    done.content().split("statement ").nth(1).unwrap().split("**").next().unwrap().replace('\\', "")
}

#[tokio::test]
async fn a_statement_is_added_by_a_form_and_answers_the_next_question() {
    let (_world, fake, bot) = begin().await;
    let form = fake.slash(&curator(), "knowledge add statement", MAKE).await;
    let details = value(&form, "details");
    assert!(
        details.starts_with("subject: turkiye\npartners: pakistan\narea: defence\nkind: fact\n"),
        "{details}"
    );
    let done = fake
        .submit(
            &curator(),
            &form,
            &[
                ("text", "The navies hold\nan exercise each year."),
                ("label", "Naval ties"),
                ("details", &details.replace("date:", "date: 2024").replace("level:", "level: moderate")),
                ("reason", "from the yearbook"),
            ],
        )
        .await;
    assert!(done.ephemeral, "{}", done.text());
    insta::assert_snapshot!(done.text());
    let facts =
        fake.slash(&curator(), "facts", &[("subject", "TUR"), ("partner", "PAK"), ("area", "defence")]).await;
    let facts = whole(&fake, &curator(), &facts).await;
    assert!(facts.contains("The navies hold · an exercise each year."), "{facts}");
    // Undo takes it back, and undoing that brings it again.
    let undone = fake.press(&curator(), &done, "Undo #1").await;
    assert!(undone.content().contains("Change #2: undid statement"), "{}", undone.text());
    let facts = fake.slash(&curator(), "facts", &[("subject", "TUR"), ("area", "defence")]).await;
    let facts = whole(&fake, &curator(), &facts).await;
    assert!(!facts.contains("The navies hold"), "{facts}");
    let again = fake.press(&curator(), &undone, "Undo #2").await;
    assert!(again.content().contains("Change #3: undid statement"), "{}", again.text());
    let shown = fake.slash(&curator(), "knowledge show", &[("id", "g.tur-pak.defence.1")]).await;
    assert!(shown.text().contains("this server’s own"), "{}", shown.text());
    bot.stop().await;
}

#[tokio::test]
async fn a_wrong_field_comes_back_with_what_was_typed() {
    let (_world, fake, bot) = begin().await;
    let form = fake.slash(&curator(), "knowledge add statement", MAKE).await;
    let typed = "A long text that nobody wants to type twice.";
    let details = value(&form, "details")
        .replace("area: defence", "area: defense colab")
        .replace("level:", "level: hot");
    let fields = [("text", typed), ("label", ""), ("details", details.as_str()), ("reason", "test")];
    let back = fake.submit(&curator(), &form, &fields).await;
    assert!(back.ephemeral);
    insta::assert_snapshot!(back.content());
    let again = fake.press(&curator(), &back, "Edit again").await;
    assert_eq!(value(&again, "text"), typed);
    let mended = details.replace("defense colab", "defence").replace("hot", "strong");
    let fields = [("text", typed), ("label", ""), ("details", mended.as_str()), ("reason", "test")];
    let done = fake.submit(&curator(), &again, &fields).await;
    assert!(done.content().contains("Change #1: added"), "{}", done.text());
    bot.stop().await;
}

#[tokio::test]
async fn the_second_of_two_editors_is_shown_the_difference_and_loses_nothing() {
    let (_world, fake, bot) = begin().await;
    let bob = Asker { permissions: curator().permissions, ..member(1_002, "Bob") };
    let key = [("id", "art-028")];
    let first = fake.slash(&curator(), "knowledge edit", &key).await;
    let second = fake.slash(&bob, "knowledge edit", &key).await;
    let fields = |form: &Reply, text: &str| {
        inputs(form)
            .into_iter()
            .map(|(id, value)| match id.as_str() {
                "text" => (id, text.to_owned()),
                "reason" => (id, "better".to_owned()),
                _ => (id, value),
            })
            .collect::<Vec<_>>()
    };
    let submit = async |asker: &Asker, form: &Reply, text: &str| {
        let fields = fields(form, text);
        let fields: Vec<(&str, &str)> =
            fields.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
        fake.submit(asker, form, &fields).await
    };
    let done = submit(&curator(), &first, "Trust, by one account").await;
    assert!(done.content().contains("Change #1: changed statement art-028"), "{}", done.text());
    let late = submit(&bob, &second, "Trust, by another account").await;
    assert!(late.content().contains("was changed while you wrote"), "{}", late.text());
    assert!(
        late.text().contains("Trust, by one") && late.text().contains("Trust, by another"),
        "{}",
        late.text()
    );
    let again = fake.press(&bob, &late, "Edit again").await;
    assert_eq!(value(&again, "text"), "Trust, by another account");
    let done = submit(&bob, &again, "Trust, by both accounts").await;
    assert!(done.content().contains("Change #2: changed statement art-028"), "{}", done.text());
    // The first can no longer be undone as a whole: the second stands on it.
    let conflict = fake.slash(&curator(), "knowledge undo", &[("change", "1")]).await;
    assert!(conflict.text().contains("Later changes (#2) touched statement art-028"), "{}", conflict.text());
    bot.stop().await;
}

#[tokio::test]
async fn levels_are_checked_at_each_act_and_granted_to_roles_and_members() {
    let (_world, fake, bot) = begin().await;
    let dan = Asker { roles: vec![55], ..member(1_004, "Dan") };
    let refused = fake.slash(&dan, "knowledge retract", &[("id", "art-028"), ("reason", "x")]).await;
    assert!(refused.ephemeral);
    assert_eq!(
        refused.content(),
        "To retract here you need to be an editor; a curator of this server can make you one with /access grant."
    );
    let not_his = fake
        .slash_with(
            &dan,
            "access grant",
            &[("level", "curator")],
            &[("who", interactions::person(1_004, "Dan"))],
        )
        .await;
    assert!(not_his.content().contains("you need to be a curator"), "{}", not_his.text());
    let granted = fake
        .slash_with(
            &curator(),
            "access grant",
            &[("level", "editor")],
            &[("who", interactions::role(55, "Desk"))],
        )
        .await;
    assert!(granted.content().starts_with("<@&55> is now editor"), "{}", granted.text());
    let done = fake.slash(&dan, "knowledge retract", &[("id", "art-028"), ("reason", "outdated")]).await;
    assert!(done.content().contains("Change #1: retracted statement art-028"), "{}", done.text());
    // An editor does not undo what others did, a curator does.
    let edit = fake.slash(&curator(), "knowledge rank", &[("id", "art-029"), ("rank", "deprecated")]).await;
    assert!(edit.content().contains("Change #2"), "{}", edit.text());
    let refused = fake.slash(&dan, "knowledge undo", &[("change", "2")]).await;
    assert!(refused.content().contains("undo what somebody else did"), "{}", refused.text());
    let restored = fake.slash(&dan, "knowledge restore", &[("id", "art-028")]).await;
    assert!(restored.content().contains("restored statement art-028"), "{}", restored.text());
    // What is granted to a person holds whatever their roles say.
    fake.slash_with(
        &curator(),
        "access grant",
        &[("level", "reader")],
        &[("who", interactions::person(1_004, "Dan"))],
    )
    .await;
    let refused = fake.slash(&dan, "knowledge propose", &[]).await;
    assert!(refused.content().contains("you need to be a contributor"), "{}", refused.text());
    let shown = fake.slash(&curator(), "access show", &[]).await;
    assert_eq!(shown.content(), "- <@&55>: editor\n- <@1004>: reader");
    let whoami = fake.slash(&curator(), "knowledge whoami", &[]).await;
    assert!(whoami.text().contains("Discord lets you manage this server"), "{}", whoami.text());
    bot.stop().await;
}

/// Names, statements and sources that are imported at the machine are known to the bot that runs, also where it
/// has answered the same question before.
#[tokio::test]
async fn what_is_imported_at_the_machine_is_known_without_a_new_start() {
    let (world, fake, bot) = begin().await;
    let import = |knowledge: &str| {
        let file = world.path().join("import.toml");
        std::fs::write(&file, knowledge).unwrap();
        let imported = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
        assert_eq!(imported.status.code(), Some(0), "{}", err(&imported));
    };
    // Another program’s changes are looked for now and then.
    let shows = async |command: &str, actor: (&str, &str), text: &str| {
        let limit = tokio::time::Instant::now() + PATIENCE;
        loop {
            let answer = fake.slash(&curator(), command, &[actor]).await.text();
            if answer.contains(text) {
                break;
            }
            assert!(tokio::time::Instant::now() < limit, "{text} is not in {answer}");
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
    };
    let zub = ("subject", "zubrowka");
    shows("facts", zub, "Unknown").await;
    import("[[actor]]\nid = \"g.zub\"\nkind = \"region\"\nname = \"Zubrowka\"\n");
    shows("profile", ("actor", "zubrowka"), "Zubrowka").await;
    shows("facts", zub, "Nothing is recorded about Zubrowka").await;
    let source = |title: &str| {
        format!("[[source]]\nid = \"g.ball\"\ntitle = \"{title}\"\nkind = \"press\"\nreliability = \"C\"\n")
    };
    let statement = "[[statement]]\nid = \"g.zub1\"\nsubject = \"g.zub\"\narea = \"culture\"\nkind = \"fact\"\n\
        text = \"It has a grand hotel.\"\nsource = \"g.ball\"\ncredibility = 2\n";
    import(&format!("{}{statement}", source("A Ball Remembered")));
    shows("facts", zub, "It has a grand hotel").await;
    shows("facts", zub, "A Ball Remembered").await;
    import(&source("A Ball Forgotten"));
    shows("facts", zub, "A Ball Forgotten").await;
    bot.stop().await;
}

/// An answer is kept to be shown again, but not past a change, and only where it was made.
#[tokio::test]
async fn a_change_shows_in_the_next_answer_and_nowhere_else() {
    let (_world, fake, bot) = begin().await;
    let here = member(1_002, "Bo");
    let elsewhere = Asker { guild_id: Some(11), ..member(1_003, "Cy") };
    let ask = async |asker: &Asker| {
        let question = [("subject", "turkiye"), ("first", "india")];
        fake.slash(asker, "compare", &question).await.text()
    };
    let sentence = "Restricted economic";
    for asker in [&here, &here, &elsewhere] {
        let answer = ask(asker).await;
        assert!(answer.contains(sentence), "{answer}");
    }
    fake.slash(&curator(), "knowledge retract", &[("id", "art-035"), ("reason", "outdated")]).await;
    let (changed, unchanged) = (ask(&here).await, ask(&elsewhere).await);
    assert!(!changed.contains(sentence), "{changed}");
    assert!(unchanged.contains(sentence), "{unchanged}");
    fake.slash(&curator(), "knowledge restore", &[("id", "art-035")]).await;
    let restored = ask(&here).await;
    assert!(restored.contains(sentence), "{restored}");
    bot.stop().await;
}

#[tokio::test]
async fn names_and_words_are_understood_once_they_are_added() {
    let (_world, fake, bot) = begin().await;
    let alias = [("actor", "turkiye"), ("name", "The Porte"), ("kind", "metonym")];
    let done = fake.slash(&curator(), "knowledge add alias", &alias).await;
    assert!(done.content().contains("changed actor TUR"), "{}", done.text());
    let answer =
        fake.slash(&member(1, "Bo"), "compare", &[("subject", "the porte"), ("first", "india")]).await;
    assert!(answer.text().contains("Türkiye → India"), "{}", answer.text());
    let taken = [("actor", "turkiye"), ("name", "Pakistan")];
    let refused = fake.slash(&curator(), "knowledge add alias", &taken).await;
    assert!(refused.content().contains("is a name of Pakistan"), "{}", refused.text());
    let word = [("area", "defence"), ("word", "navy")];
    fake.slash(&curator(), "knowledge add synonym", &word).await;
    let facts = fake.slash(&curator(), "facts", &[("subject", "TUR"), ("area", "navy")]).await;
    assert!(facts.text().contains("Türkiye: Defence"), "{}", facts.text());
    // Another server knows nothing of it.
    let elsewhere = Asker { guild_id: Some(11), ..member(1, "Bo") };
    let unknown = fake.slash(&elsewhere, "compare", &[("subject", "the porte"), ("first", "india")]).await;
    assert!(unknown.content().starts_with("Unknown country"), "{}", unknown.text());
    bot.stop().await;
}

#[tokio::test]
async fn actors_sources_and_areas_are_added_by_forms_and_used() {
    let (_world, fake, bot) = begin().await;
    let ask = async |command: &str, fields: &[(&str, &str)]| {
        let form = fake.slash(&curator(), command, &[]).await;
        let mut all: Vec<(String, String)> = inputs(&form);
        for (id, value) in &mut all {
            if let Some((_, typed)) = fields.iter().find(|(name, _)| name == id) {
                *value = (*typed).to_owned();
            }
        }
        let all: Vec<(&str, &str)> = all.iter().map(|(id, value)| (id.as_str(), value.as_str())).collect();
        fake.submit(&curator(), &form, &all).await
    };
    let source = ask(
        "knowledge add source",
        &[
            ("title", "Naval yearbook"),
            ("url", "https://аррӏе.com/yearbook"),
            ("details", "kind: reference\npublished: 2025\nreliability: B"),
            ("reason", "new"),
        ],
    )
    .await;
    assert!(source.content().contains("added source g.naval-yearbook"), "{}", source.text());
    let shown = fake.slash(&curator(), "sources", &[("id", "g.naval-yearbook")]).await;
    assert!(shown.text().contains("xn--"), "{}", shown.text());
    for (url, date) in
        [("javascript:alert(1)", "2025"), ("https://user@host/x", "2025"), ("", "2999"), ("", "1066")]
    {
        let details = format!("kind: reference\npublished: {date}\nreliability: B");
        let fields = [("title", "Bad"), ("url", url), ("details", details.as_str()), ("reason", "new")];
        let refused = ask("knowledge add source", &fields).await;
        assert!(refused.content().starts_with("Not saved"), "{url} {date}: {}", refused.text());
    }
    let actor = ask(
        "knowledge add actor",
        &[
            ("name", "Kurdistan Region"),
            ("aliases", "KRG\nErbil"),
            ("details", "kind: region"),
            ("reason", "new"),
        ],
    )
    .await;
    assert!(actor.content().contains("added actor g.kurdistan-region"), "{}", actor.text());
    let area = ask(
        "knowledge add area",
        &[("name", "Fisheries"), ("synonyms", "fishing"), ("details", ""), ("reason", "new")],
    )
    .await;
    assert!(area.content().contains("added area g.fisheries"), "{}", area.text());
    let made = [
        ("subject", "TUR"),
        ("partner", "krg"),
        ("area", "fishing"),
        ("kind", "fact"),
        ("source", "g.naval-yearbook"),
    ];
    let form = fake.slash(&curator(), "knowledge add statement", &made).await;
    let details = value(&form, "details");
    let fields =
        [("text", "No coast, no fish."), ("label", ""), ("details", details.as_str()), ("reason", "new")];
    let done = fake.submit(&curator(), &form, &fields).await;
    assert!(done.content().contains("added statement g.tur-g-kurdistan"), "{}", done.text());
    let answer = fake.slash(&curator(), "compare", &[("subject", "TUR"), ("first", "erbil")]).await;
    assert!(answer.text().contains("No coast, no fish"), "{}", answer.text());
    // What others rest on is not taken away.
    let refused =
        fake.slash(&curator(), "knowledge retract", &[("id", "g.naval-yearbook"), ("reason", "x")]).await;
    assert!(refused.content().contains("rests on source g.naval-yearbook"), "{}", refused.text());
    bot.stop().await;
}

#[tokio::test]
async fn forged_expired_and_foreign_controls_do_nothing() {
    let (_world, fake, bot) = begin().await;
    let key = add(&fake, &curator(), "Something.").await;
    let change = fake.slash(&curator(), "knowledge rank", &[("id", &key), ("rank", "preferred")]).await;
    let id = change.buttons().into_iter().find(|(label, _, _)| label == "Undo #2").unwrap().1;
    let elsewhere = Asker { guild_id: Some(11), ..curator() };
    for (asker, id) in [
        (elsewhere, id.clone()),
        (curator(), id.replace("undo 2", "undo 1")),
        (curator(), "x".repeat(100)),
        (curator(), "1ea00".to_owned()),
    ] {
        let reply = fake.interact(&interactions::button(&asker, &id, &change.json)).await;
        assert!(reply.content().contains("has expired"), "{}", reply.text());
    }
    let modal = fake.interact(&interactions::modal(&curator(), "1ea00forged", &[("text", "x")])).await;
    assert!(modal.content().contains("has expired"), "{}", modal.text());
    // The same write button twice: one effect.
    let press = async || fake.interact(&interactions::button(&curator(), &id, &change.json)).await;
    let (one, two) = tokio::join!(press(), press());
    let texts = [one.text(), two.text()];
    assert_eq!(texts.iter().filter(|text| text.contains("Change #3: undid")).count(), 1, "{texts:#?}");
    bot.stop().await;
}

#[tokio::test]
async fn direct_messages_read_the_public_knowledge_and_owners_change_it() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::spawn(&world, &fake, &[("OWNERS", "1001, 7")]);
    bot.connected(&fake).await;
    let stranger = Asker::in_direct_message("Zoe");
    let refused = fake.slash(&stranger, "knowledge edit", &[("id", "art-028")]).await;
    assert!(refused.content().contains("use the command in a server"), "{}", refused.text());
    let owner = Asker { user_id: 1_001, ..Asker::in_direct_message("Ada") };
    let done = fake.slash(&owner, "knowledge rank", &[("id", "art-029"), ("rank", "deprecated")]).await;
    assert!(done.content().contains("changed statement art-029"), "{}", done.text());
    // What belongs to servers is refused there as a sentence, for owners too.
    let proposed = fake.slash(&owner, "knowledge propose", &[("id", "art-029")]).await;
    assert!(proposed.content().contains("Use this in the server"), "{}", proposed.text());
    let granted = fake
        .slash_with(
            &owner,
            "access grant",
            &[("level", "editor")],
            &[("who", interactions::person(5, "Kim"))],
        )
        .await;
    assert!(granted.content().contains("Use this in the server"), "{}", granted.text());
    let in_guild = fake.slash(&member(5, "Kim"), "knowledge show", &[("id", "art-029")]).await;
    assert!(in_guild.text().contains("deprecated"), "{}", in_guild.text());
    bot.stop().await;
    // The files say of it what they said before: the owner’s word holds at the next start.
    let in_capitals = world.run(&["console", "/knowledge show ART-029"]);
    assert_eq!(in_capitals.status.code(), Some(1));
    assert!(
        err(&in_capitals).contains("There is no item “ART-029”. Did you mean art-029?"),
        "{}",
        err(&in_capitals)
    );
    assert!(err(&in_capitals).contains("/knowledge show art-029"), "{}", err(&in_capitals));
    let shown = world.run(&["console", "/knowledge show art-029"]);
    assert!(crate::support::out(&shown).contains("deprecated"));
}

#[tokio::test]
async fn a_servers_knowledge_is_exported_and_erased_on_a_double_confirmation() {
    let (_world, fake, bot) = begin().await;
    add(&fake, &curator(), "Something of our own.").await;
    let refused = fake.slash(&member(5, "Kim"), "knowledge forget-server", &[]).await;
    assert!(refused.content().contains("you need to be a curator"), "{}", refused.text());
    let warned = fake.slash(&curator(), "knowledge forget-server", &[]).await;
    let (name, bytes) = &warned.files[0];
    assert_eq!(name, "server-knowledge.toml");
    assert!(String::from_utf8_lossy(bytes).contains("Something of our own."));
    let ask = fake.press(&curator(), &warned, "Erase everything…").await;
    let wrong = fake.submit(&curator(), &ask, &[("answer", "erase")]).await;
    assert!(wrong.content().starts_with("Nothing is erased"), "{}", wrong.text());
    let ask = fake.press(&curator(), &warned, "Erase everything…").await;
    let done = fake.submit(&curator(), &ask, &[("answer", "erase 10")]).await;
    assert_eq!(done.content(), "Everything this server recorded is erased.");
    let shown = fake.slash(&curator(), "knowledge show", &[("id", "g.tur-pak.defence.1")]).await;
    assert!(shown.content().contains("There is no item"), "{}", shown.text());
    let history = fake.slash(&curator(), "knowledge history", &[]).await;
    assert!(!history.text().contains("for the desk"), "{}", history.text());
    bot.stop().await;
}

#[tokio::test]
async fn what_is_kept_of_a_person_is_handed_out_and_erased() {
    let (_world, fake, bot) = begin().await;
    add(&fake, &curator(), "Something.").await;
    let mine = fake.slash(&curator(), "knowledge my-data", &[]).await;
    let text = String::from_utf8_lossy(&mine.files[0].1).into_owned();
    assert!(text.contains("Name: Ada") && text.contains("change set 1, for the desk"), "{text}");
    let erased = fake.slash(&curator(), "knowledge my-data", &[("erase", "true")]).await;
    assert!(erased.content().starts_with("Erased."), "{}", erased.text());
    let history = fake.slash(&member(5, "Kim"), "knowledge history", &[]).await;
    assert!(history.text().contains("erased") && !history.text().contains("Ada"), "{}", history.text());
    bot.stop().await;
}

#[tokio::test]
async fn links_are_recorded_and_shown_with_the_item() {
    let (_world, fake, bot) = begin().await;
    let key = add(&fake, &curator(), "The navies met.").await;
    let link = [("id", key.as_str()), ("bearing", "supports"), ("other", "art-030")];
    let done = fake.slash(&curator(), "knowledge link", &link).await;
    assert!(done.text().contains("supports") && done.text().contains("art-030"), "{}", done.text());
    let nothing = [("id", key.as_str()), ("bearing", "supports"), ("other", "art-999")];
    let refused = fake.slash(&curator(), "knowledge link", &nothing).await;
    assert!(refused.content().contains("There is no item “art-999”"), "{}", refused.text());
    bot.stop().await;
}

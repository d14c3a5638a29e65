//! Importing and exporting: on Discord, at the machine, and whatever the file holds.

use dragoman::editing::{self, Defaults, ImportFile};
use dragoman::error::Error;
use dragoman::knowledge::Item;
use dragoman::store::Curator;
use proptest::prelude::*;

use crate::support::fake_discord::{Asker, FakeDiscord, Hosted, Reply, interactions};
use crate::support::{NOW, World, begin, err, out};

const TABLES: &str = include_str!("../data/article-tables.md");

fn curator() -> Asker {
    let ada = Asker::in_guild("Ada", 10, 20);
    Asker { user_id: 1_001, permissions: ada.permissions | 0x20, ..ada }
}

async fn upload(fake: &FakeDiscord, name: &str, file: Hosted, options: &[(&str, &str)]) -> Reply {
    let url = fake.host("file", file);
    let file = interactions::attachment(name, &url, 10);
    fake.slash_with(&curator(), "knowledge import", options, &[("file", file)]).await
}

fn bytes(text: &str) -> Hosted {
    Hosted::Bytes(text.as_bytes().to_vec())
}

const SOURCE: &str =
    "[[source]]\nid = \"own\"\ntitle = \"Our notes\"\nkind = \"commentary\"\nreliability = \"F\"\n";

#[tokio::test]
async fn the_articles_tables_import_as_they_stand() {
    let (_world, fake, bot) = begin().await;
    let shown = upload(&fake, "source.toml", bytes(SOURCE), &[]).await;
    assert!(shown.content().contains("1 added"), "{}", shown.text());
    let applied = fake.press(&curator(), &shown, "Apply").await;
    assert!(applied.content().contains("Change #1: imported 1 added"), "{}", applied.text());
    let options = [("subject", "turkiye"), ("partner", "pakistan"), ("source", "g.own")];
    let shown = upload(&fake, "tables.md", bytes(TABLES), &options).await;
    assert!(shown.content().contains("16 added, 0 changed, 0 retracted, 0 unchanged"), "{}", shown.text());
    // Nothing has changed yet.
    let history = fake.slash(&curator(), "knowledge history", &[]).await;
    assert!(!history.text().contains("tables.md"), "{}", history.text());
    let applied = fake.press(&curator(), &shown, "Apply").await;
    assert!(applied.content().contains("Change #2: imported 16 added"), "{}", applied.text());
    // The same again is known already; and the public article’s own tables are, too.
    let again = upload(&fake, "tables.md", bytes(TABLES), &options).await;
    assert!(again.text().contains("all of it is already known"), "{}", again.text());
    let public = [("subject", "turkiye"), ("partner", "pakistan"), ("source", "article")];
    let again = upload(&fake, "tables.md", bytes(TABLES), &public).await;
    assert!(again.text().contains("all of it is already known"), "{}", again.text());
    // All of it is one change set, which can be undone.
    let undone = fake.press(&curator(), &applied, "Undo #2").await;
    assert!(undone.content().contains("Change #3: undid 16 items"), "{}", undone.text());
    bot.stop().await;
}

#[tokio::test]
async fn an_import_is_shown_anew_where_the_knowledge_changed_meanwhile() {
    let (_world, fake, bot) = begin().await;
    let shown = upload(&fake, "source.toml", bytes(SOURCE), &[]).await;
    fake.slash(&curator(), "knowledge rank", &[("id", "art-029"), ("rank", "deprecated")]).await;
    let anew = fake.press(&curator(), &shown, "Apply").await;
    assert!(anew.text().contains("changed since this was shown"), "{}", anew.text());
    let applied = fake.press(&curator(), &anew, "Apply").await;
    assert!(applied.content().contains("Change #2: imported 1 added"), "{}", applied.text());
    // Its button works once.
    let twice = fake.press(&curator(), &anew, "Apply").await;
    assert!(twice.content().contains("was applied or cancelled, or has expired"), "{}", twice.text());
    bot.stop().await;
}

#[tokio::test]
async fn what_takes_much_away_asks_for_the_number() {
    let (_world, fake, bot) = begin().await;
    let all = dragoman::files::read(&dragoman::files::embedded()).unwrap().items;
    let statements = all.iter().filter(|item| matches!(item, Item::Statement(_)));
    let retractions: Vec<String> = statements
        .map(|item| format!("[[retract]]\nentity = \"statement\"\nid = \"{}\"\n", item.id()))
        .collect();
    let shown = upload(&fake, "away.toml", bytes(&retractions.concat()), &[]).await;
    assert!(shown.text().contains(&format!("{} retracted", retractions.len())), "{}", shown.text());
    let ask = fake.press(&curator(), &shown, "Apply…").await;
    let wrong = fake.submit(&curator(), &ask, &[("answer", "yes")]).await;
    assert!(wrong.content().starts_with("Type "), "{}", wrong.text());
    let number = wrong.content().split_whitespace().nth(1).unwrap().trim_end_matches(',').to_owned();
    let ask = fake.press(&curator(), &shown, "Apply…").await;
    let done = fake.submit(&curator(), &ask, &[("answer", &number)]).await;
    assert!(done.content().contains("Change #1: imported"), "{}", done.text());
    // Another server still has all of it.
    let elsewhere = Asker { guild_id: Some(11), ..curator() };
    let there = fake.slash(&elsewhere, "compare", &[("subject", "TUR"), ("first", "PAK")]).await;
    assert!(there.text().contains("Strong, longstanding"), "{}", there.text());
    bot.stop().await;
}

#[tokio::test]
async fn files_that_are_none_are_refused_and_nothing_else_is_fetched() {
    let (_world, fake, bot) = begin().await;
    for (name, file, expected) in [
        ("facts.json", Hosted::Bytes(b"PK\x03\x04zip".to_vec()), "a zip archive"),
        ("bomb.json.gz", Hosted::Bytes(b"\x1f\x8b\x08\x00".to_vec()), "a gzip archive"),
        ("a.csv", Hosted::Bytes(vec![0xff, 0xfe, 0x41]), "not text in UTF-8"),
        ("a.csv", Hosted::Redirect("http://127.0.0.1:1/".to_owned()), "could not be fetched"),
        ("huge.csv", Hosted::Endless, "larger than 32 MB"),
        ("../../x.toml", bytes("[[statement]]\nid = 3\n"), "faults; nothing is imported"),
        ("CON", bytes("a,b\n1,2\n"), "unknown columns “a” and “b”"),
    ] {
        let reply = upload(&fake, name, file, &[]).await;
        let reply = if reply.deferred { fake.refresh(&reply) } else { reply };
        assert!(reply.text().contains(expected), "{name}: {}", reply.text());
    }
    let elsewhere = interactions::attachment("a.csv", "http://169.254.169.254/latest", 10);
    let reply = fake.slash_with(&curator(), "knowledge import", &[], &[("file", elsewhere)]).await;
    assert!(reply.content().contains("could not be fetched"), "{}", reply.text());
    let kim = Asker { permissions: 0x8001_CC00, user_id: 5, ..curator() };
    let file = interactions::attachment("a.toml", &fake.host("a.toml", bytes(SOURCE)), 10);
    let reply = fake.slash_with(&kim, "knowledge import", &[], &[("file", file)]).await;
    assert!(reply.content().contains("you need to be a curator"), "{}", reply.text());
    bot.stop().await;
}

#[tokio::test]
async fn every_fault_of_a_file_is_named_by_line() {
    let world = World::new().await;
    let curator = world.operator(Some(10));
    let csv = "id,subject,partners,area,kind,text,source,credibility,date\n\
               ,turkiye,pakistan,defence,fact,One,article,2,2024\n\
               ,turkye,pakistan,defence,fact,Two,article,2,2024\n\
               ,turkiye,pakistan,defence,guess,Three,article,9,2019-02-30\n\
               ,turkiye,pakistan,fish,fact,,nowhere,2,\n";
    let given = ImportFile { name: "facts.csv".into(), text: csv.into(), defaults: Defaults::default() };
    let refused = editing::import_at_once(world.store(), &curator, &given, None, NOW, &|_| ()).await;
    let Err(Error::Refused(refusal)) = refused else { panic!("{refused:?}") };
    insta::assert_snapshot!(refusal.to_string());
    assert_eq!(world.store().last_set(&curator.viewer()).await.unwrap(), 0);
}

async fn import(world: &World, curator: &Curator, name: &str, text: &str) -> String {
    let given = ImportFile { name: name.into(), text: text.into(), defaults: Defaults::default() };
    match editing::import_at_once(world.store(), curator, &given, None, NOW, &|_| ()).await {
        Ok((number, counts)) => dragoman::words::curation::imported(number, counts),
        Err(error) => panic!("{error}"),
    }
}

/// What an import that cannot be is refused with; comparing refuses it alike.
async fn refused(world: &World, curator: &Curator, name: &str, text: &str) -> String {
    let given = ImportFile { name: name.into(), text: text.into(), defaults: Defaults::default() };
    let before = world.store().last_set(&curator.viewer()).await.unwrap();
    let imported = editing::import_at_once(world.store(), curator, &given, None, NOW, &|_| ()).await;
    let compared = editing::difference(world.store(), curator, &given, NOW).await;
    assert_eq!(world.store().last_set(&curator.viewer()).await.unwrap(), before);
    match (imported, compared) {
        (Err(Error::Refused(refusal)), Err(Error::Refused(same))) if refusal == same => refusal.to_string(),
        other => panic!("{other:?}"),
    }
}

async fn exported(world: &World, curator: &Curator, format: &str) -> String {
    editing::export(world.store(), &curator.viewer(), false, format).await.unwrap().text
}

/// A file with every sort of item in it.
const ALL: &str = r#"
[[actor]]
id = "g.krg"
kind = "region"
name = "Kurdistan Region"
aliases = ["KRG"]

[[ambiguous]]
names = ["the region"]
choices = ["g.krg", "TUR"]

[[area]]
id = "g.fisheries"
name = "Fisheries"
synonyms = ["fishing"]

[[source]]
id = "g.own"
title = "Our = notes, \"quoted\""
kind = "reference"
published = "2025-03"
reliability = "B"

[[statement]]
id = "g.a"
subject = "TUR"
partners = ["g.krg", "PAK"]
area = "g.fisheries"
kind = "fact"
label = "Fish | bars"
text = "=HYPERLINK(\"x\") \\ said | they"
level = "limited"
trend = "growing"
rank = "preferred"
from = "2019"
to = "2024-06"
value = -1.40
unit = "USD bn"
basis = "customs"
source = "g.own"
locator = "p. 3"
claimed_by = "the ministry"
credibility = 2
confidence = "moderate"
why = "two sources"
supports = ["art-030"]
disputes = ["art-031"]

[[recommendation]]
subject = "TUR"
partners = ["PAK"]
region = "South Asia"
area = "trade"
focus = { id = "g.r", text = "Trade" }
action = [{ id = "g.r.a1", text = "Agree", locator = "p. 4", partners = ["PAK"] }, { id = "g.r.a2", text = "-5 tariffs" }]
impact = [{ id = "g.r.i1", text = "Growth", repeats = "art-031" }]
source = "g.own"
credibility = 3

[[membership]]
organisation = "OIC"
member = "g.krg"
status = "observer"
from = "1999"
source = "g.own"

[[statement]]
id = "art-028"
subject = "TUR"
partners = ["PAK"]
area = "history"
kind = "assessment"
label = "Historical Trust"
text = "Some support"
source = "article"

[[retract]]
entity = "statement"
id = "art-029"
"#;

#[tokio::test]
async fn export_import_export_is_the_same_byte_for_byte() {
    let (one, two) = (World::new().await, World::new().await);
    let first = one.operator(Some(10));
    assert_eq!(
        import(&one, &first, "all.toml", ALL).await,
        "Change #1: 7 added, 1 changed, 1 retracted, 0 unchanged"
    );
    let text = exported(&one, &first, "toml").await;
    insta::assert_snapshot!(text);
    let second = two.operator(Some(10));
    import(&two, &second, "all.toml", &text).await;
    assert_eq!(exported(&two, &second, "toml").await, text);
    // In every form, what was exported changes nothing when it is imported again.
    for format in ["toml", "csv", "markdown"] {
        let text = exported(&one, &first, format).await;
        let done = import(&one, &first, &format!("x.{format}"), &text).await;
        assert!(done.starts_with("0 added, 0 changed, 0 retracted"), "{format}: {done}\n{text}");
    }
    // One value edited is one change.
    let csv = exported(&one, &first, "csv").await;
    assert!(csv.contains("\"'=HYPERLINK(\"\"x\"\")"), "{csv}");
    assert!(csv.contains(",-1.40,"), "a number stays a number: {csv}");
    let done = import(&one, &first, "x.csv", &csv.replace("p. 3", "p. 33")).await;
    assert!(done.contains("0 added, 1 changed, 0 retracted"), "{done}");
}

#[tokio::test]
async fn keys_of_somebody_elses_export_become_ones_own() {
    let world = World::new().await;
    let curator = world.operator(Some(10));
    let foreign = "[[source]]\nid = \"yearbook\"\ntitle = \"T\"\nkind = \"press\"\nreliability = \"C\"\n\
                   [[statement]]\nid = \"x-1\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\ntext = \"A\"\nsource = \"yearbook\"\n\
                   [[statement]]\nid = \"x-2\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\ntext = \"B\"\nsource = \"yearbook\"\nsupports = [\"x-1\"]\n";
    import(&world, &curator, "x.toml", foreign).await;
    let text = exported(&world, &curator, "toml").await;
    assert!(text.contains("id = \"g.x-2\"") && text.contains("supports = [\"g.x-1\"]"), "{text}");
    assert!(text.contains("source = \"g.yearbook\""), "{text}");
}

#[tokio::test]
async fn what_another_server_calls_alike_takes_nothings_place() {
    let world = World::new().await;
    let (ours, theirs) = (world.operator(Some(10)), world.operator(Some(11)));
    let statement = |text: &str| {
        format!(
            "[[statement]]\nid = \"g.x\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\ntext = \"{text}\"\nsource = \"article\"\n"
        )
    };
    import(&world, &ours, "x.toml", &statement("Ours")).await;
    import(&world, &theirs, "x.toml", &statement("Theirs")).await;
    let export = exported(&world, &theirs, "toml").await;
    assert!(export.starts_with("server = 11\n"), "{export}");
    assert_eq!(
        import(&world, &ours, "theirs.toml", &export).await,
        "Change #2: 1 added, 0 changed, 0 retracted, 0 unchanged"
    );
    let text = exported(&world, &ours, "toml").await;
    assert!(
        text.contains("\"Ours\"") && text.contains("\"Theirs\"") && text.contains("id = \"g.x-2\""),
        "{text}"
    );
    // The same file again says nothing new.
    let again = import(&world, &ours, "theirs.toml", &export).await;
    assert_eq!(again, "0 added, 0 changed, 0 retracted, 1 unchanged");
}

#[tokio::test]
async fn retractions_that_cannot_be_are_refused_before_anything_is_done() {
    let world = World::new().await;
    let curator = world.operator(Some(10));
    let retract = |entity: &str, id: &str| format!("[[retract]]\nentity = \"{entity}\"\nid = \"{id}\"\n");
    let rested_on = refused(&world, &curator, "x.toml", &retract("source", "article")).await;
    assert!(rested_on.contains("rests on source article, which would not be there"), "{rested_on}");
    let unknown = retract("statement", "art-029") + &retract("statement", "art-999");
    let unknown = refused(&world, &curator, "x.toml", &unknown).await;
    assert!(unknown.contains("line 6: there is no statement art-999 to retract"), "{unknown}");
    let both = format!("{SOURCE}{}", retract("source", "own"));
    let both = refused(&world, &curator, "x.toml", &both).await;
    assert!(both.contains("line 8: source own is both given and retracted"), "{both}");
    // What is retracted already stays so.
    import(&world, &curator, "x.toml", &retract("statement", "art-029")).await;
    let again = import(&world, &curator, "x.toml", &retract("statement", "art-029")).await;
    assert_eq!(again, "0 added, 0 changed, 0 retracted, 1 unchanged");
}

#[tokio::test]
async fn a_column_that_is_not_there_leaves_the_field_as_it_is() {
    let world = World::new().await;
    let curator = world.operator(Some(10));
    let done = import(&world, &curator, "x.csv", "id,text\nart-028,Changed\n").await;
    assert_eq!(done, "Change #1: 0 added, 1 changed, 0 retracted, 0 unchanged");
    let done = import(&world, &curator, "x.csv", "id,impact\nart-064,Changed\n").await;
    assert_eq!(done, "Change #2: 0 added, 1 changed, 0 retracted, 0 unchanged");
    let text = exported(&world, &curator, "csv").await;
    assert!(text.contains(",history,assessment,Historical Trust,Changed,,,strong,"), "{text}");
}

#[tokio::test]
async fn misplaced_quotation_marks_are_named_by_line() {
    let world = World::new().await;
    let curator = world.operator(Some(10));
    let row = |text: &str| format!("subject,area,kind,source,text\nTUR,trade,fact,article,{text}\n");
    let within = refused(&world, &curator, "x.csv", &row("\"he\"llo")).await;
    assert!(within.contains("line 2: text goes on after the closing quotation mark"), "{within}");
    let open = refused(&world, &curator, "x.csv", &row("\"hello\nTUR,trade,fact,article,two")).await;
    assert!(open.contains("line 2: the quotation mark is never closed"), "{open}");
    let done = import(&world, &curator, "x.csv", &row("\"a \"\"b\"\", c\"")).await;
    assert!(done.contains("1 added"), "{done}");
}

#[tokio::test]
async fn at_the_machine_files_are_compared_imported_and_exported() {
    let world = World::new().await;
    let file = world.path().join("all.toml");
    std::fs::write(&file, ALL).unwrap();
    let path = file.to_str().unwrap();
    let diff = world.run(&["knowledge", "diff", path, "--guild", "10"]);
    assert_eq!(diff.status.code(), Some(0));
    assert!(
        out(&diff).contains("~ statement art-028\n    text: Strong, longstanding support → Some support"),
        "{}",
        out(&diff)
    );
    let nothing = world.run(&["knowledge", "export", "--guild", "10"]);
    assert_eq!(out(&nothing).trim(), "");
    assert_eq!(world.run(&["knowledge", "import", path, "--guild", "10"]).status.code(), Some(0));
    let exported = world.run(&["knowledge", "export", "--guild", "10", "--format", "markdown"]);
    assert!(out(&exported).contains("| g.a | TUR | g.krg; PAK |"), "{}", out(&exported));
    std::fs::write(&file, "[[statement]]\n").unwrap();
    let bad = world.run(&["knowledge", "import", path, "--guild", "10"]);
    assert_eq!(bad.status.code(), Some(1), "{}", err(&bad));
    assert!(err(&bad).contains("line 1: `id` is missing"), "{}", err(&bad));
    let nobody = world.run(&["knowledge", "import", path, "--guild", "0"]);
    assert!(err(&nobody).contains("0 is not in 1..="), "{}", err(&nobody));
    let missing = world.run(&["knowledge", "import", "/no/such/file.toml", "--guild", "10"]);
    assert_eq!(missing.status.code(), Some(1), "{}", err(&missing));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever a cell says, it comes back from every form as it was.
    #[test]
    fn any_text_survives_every_form(texts in prop::collection::vec("[ -~äçŞपاक😀]{1,60}", 1..6)) {
        let texts: Vec<String> =
            texts.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
        prop_assume!(!texts.is_empty());
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let world = World::new().await;
            let curator = world.operator(Some(10));
            let toml: String = texts
                .iter()
                .enumerate()
                .map(|(n, text)| {
                    let text = serde_json::to_string(text).unwrap();
                    format!("[[statement]]\nid = \"g.{n}\"\nsubject = \"TUR\"\narea = \"trade\"\nkind = \"fact\"\ntext = {text}\nsource = \"article\"\n")
                })
                .collect();
            import(&world, &curator, "x.toml", &toml).await;
            for format in ["toml", "csv", "markdown"] {
                let text = exported(&world, &curator, format).await;
                let done = import(&world, &curator, &format!("x.{format}"), &text).await;
                assert!(done.starts_with("0 added, 0 changed"), "{format}: {done}\n{text}");
            }
        });
    }

    /// Whatever is uploaded, it is read or refused.
    #[test]
    fn anything_is_read_or_refused(text in "[a-z|,\\[\\]\"=\n: -]{0,200}") {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let world = World::knowing("").await;
            let curator = world.operator(Some(10));
            let given = ImportFile { name: "x".into(), text, defaults: Defaults::default() };
            match editing::import_at_once(world.store(), &curator, &given, None, NOW, &|_| ()).await {
                Ok(_) | Err(Error::Refused(_)) => {}
                Err(Error::Fault(fault)) => panic!("{fault}"),
            }
        });
    }
}

#[tokio::test]
async fn a_servers_statement_speaks_against_a_row_of_a_table_or_takes_its_place() {
    let world = World::new().await;
    let shown = world.answers("/knowledge show w.border.CHN.IND").await;
    assert!(shown.contains("a row of a public table") && shown.contains("2,659"), "{shown}");
    assert!(world.answers("/knowledge show NATO.TUR").await.contains("1952"));
    let own = "[[source]]\nid = \"g.survey\"\ntitle = \"Survey of the border\"\npublisher = \"Our desk\"\n\
               kind = \"official\"\nreliability = \"B\"\n\n[[statement]]\nid = \"g.border\"\nsubject = \"IND\"\n\
               partners = [\"CHN\"]\narea = \"security\"\nkind = \"fact\"\ntext = \"The border is 3,488 km long.\"\n\
               source = \"g.survey\"\ncredibility = 2\ndate = \"2024\"\nBEARING = [\"w.border.CHN.IND\"]\n";
    for (bearing, guild) in [("disputes", "10"), ("supersedes", "11")] {
        let curator = world.operator(guild.parse().ok());
        import(&world, &curator, "own.toml", &own.replace("BEARING", bearing)).await;
        let says = |line: &str| {
            let output = world.run(&["console", "--guild", guild, line]);
            assert_eq!(output.status.code(), Some(0), "{}", err(&output));
            out(&output)
        };
        let compared = says("/compare china india section:world");
        assert!(compared.contains("The border is 3,488 km long"), "{bearing}: {compared}");
        assert_eq!(compared.contains("2,659 km"), bearing == "disputes", "{bearing}: {compared}");
        assert!(says("/knowledge show w.border.CHN.IND").contains("g.border"), "{bearing}");
    }
    // Nobody else sees it, and what names no row is refused.
    let elsewhere = world.answers("/compare china india section:world").await;
    assert!(elsewhere.contains("2,659 km") && !elsewhere.contains("3,488"), "{elsewhere}");
    let wrong = own.replace("BEARING", "disputes").replace("CHN.IND", "CHN.FRA");
    let refusal = refused(&world, &world.operator(Some(12)), "wrong.toml", &wrong).await;
    assert!(refusal.contains("w.border.CHN.FRA"), "{refusal}");
    // A membership of the table gives way to the server’s own of the same key.
    let theirs = "[[membership]]\nid = \"NATO.TUR\"\norganisation = \"NATO\"\nmember = \"TUR\"\nstatus = \"observer\"\n\
                  source = \"article\"\nnote = \"as our desk sees it\"\n";
    import(&world, &world.operator(Some(10)), "membership.toml", theirs).await;
    let output = world.run(&["console", "--guild", "10", "/organisation nato"]);
    assert!(out(&output).contains("Observers (1): Türkiye"), "{}", out(&output));
    assert!(!world.answers("/organisation nato").await.contains("Observers"));
}

#[tokio::test]
async fn an_invisible_character_is_told_of_by_its_line_and_markup_stays_text() {
    let (world, fake, bot) = begin().await;
    let head = "subject,partner,area,kind,text,source,date\n";
    let row = |text: &str| format!("{head}turkiye,greece,defence,fact,{text},article,2024\n");
    let shown = upload(&fake, "nul.csv", bytes(&row("Some\0thing")), &[]).await;
    assert!(shown.text().contains("line 2") && shown.text().contains("U+0000"), "{}", shown.text());
    let csv = world.path().join("links.csv");
    std::fs::write(
        &csv,
        row("See ![p](https://evil.example/t.png) and [Ministry](https://evil.example) &lt;b&gt;"),
    )
    .unwrap();
    let done = world.run(&["knowledge", "import", csv.to_str().unwrap(), "--guild", "4242"]);
    assert!(done.status.success(), "{}", err(&done));
    let lines = ["console", "/facts turkiye greece", "--guild", "4242", "--format", "markdown"];
    let markdown = out(&world.run(&lines));
    assert!(markdown.contains("evil.example") && !markdown.contains("[Ministry]("), "{markdown}");
    assert!(!markdown.contains("![p]") && !markdown.contains("and &lt;"), "{markdown}");
    bot.stop().await;
}

#[cfg(unix)]
#[tokio::test]
async fn a_pipe_is_not_waited_for() {
    let world = World::new().await;
    let pipe = world.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let pipe = pipe.to_str().unwrap();
    for arguments in [&["knowledge", "import", pipe, "--guild", "5"][..], &["restore", "--check", pipe]] {
        let done = world.run(arguments);
        assert!(!done.status.success() && err(&done).contains("is no file"), "{}", err(&done));
    }
}

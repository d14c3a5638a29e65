//! What people really put into spreadsheets and documents: read as it was meant, or asked back.

use dragoman::editing::{self, ImportFile};
use dragoman::files::Defaults;
use dragoman::knowledge::{Item, Statement};

use crate::support::{NOW, World, err, out};

const GUILD: u64 = 10;

fn file(name: &str, text: &str) -> ImportFile {
    let defaults =
        Defaults { subject: Some("TUR".to_owned()), partner: None, source: Some("article".to_owned()) };
    ImportFile { name: name.to_owned(), text: text.to_owned(), defaults }
}

/// The statements of a server after a file is imported into it, or the faults of the file.
async fn imported(name: &str, text: &str) -> Result<Vec<Statement>, String> {
    let world = World::new().await;
    let curator = world.operator(Some(GUILD));
    let given = file(name, text);
    editing::import_at_once(world.store(), &curator, &given, None, NOW, &|_| ())
        .await
        .map_err(|error| error.to_string())?;
    let (items, _) = world.store().contents(&curator.viewer(), false).await.unwrap();
    let statements = items.into_iter().filter_map(|item| match item {
        Item::Statement(statement) => Some(statement),
        _ => None,
    });
    Ok(statements.collect())
}

async fn refused(name: &str, text: &str) -> String {
    match imported(name, text).await {
        Ok(statements) => panic!("{text} is imported: {statements:#?}"),
        Err(faults) => faults,
    }
}

async fn texts(name: &str, text: &str) -> Vec<String> {
    let statements = imported(name, text).await.unwrap_or_else(|faults| panic!("{name} {text}: {faults}"));
    statements.into_iter().map(|statement| statement.text).collect()
}

#[tokio::test]
async fn cells_may_be_parted_by_what_spreadsheets_part_them_by() {
    let row = ["partners", "area", "kind", "text"];
    let said = ["PAK", "trade", "fact", "Trade, they say, grows"];
    for separator in [";", "\t"] {
        let text = format!("{}\n{}\n", row.join(separator), said.join(separator));
        assert_eq!(texts("a.csv", &text).await, ["Trade, they say, grows"], "{separator:?}");
        let named = format!("sep={separator}\n{text}");
        assert_eq!(texts("a.csv", &named).await, ["Trade, they say, grows"], "{separator:?}");
    }
    let faults = refused("a.csv", "partners:area:text\nPAK:trade:x\n").await;
    assert!(faults.contains("cells are read as parted by a comma"), "{faults}");
}

#[tokio::test]
async fn lines_are_counted_alike_however_they_end() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["partners,area,kind,text", "PAK,trade,fact,Trade grows", "PAK,trade,rumour,Trade falls"]
            .join(end);
        let faults = refused("a.csv", &text).await;
        assert!(faults.contains("line 3: `kind` is “rumour”"), "{end:?}: {faults}");
    }
}

#[tokio::test]
async fn names_are_understood_in_cells_as_in_questions() {
    for (cell, partners) in [
        ("\"Hong Kong, China\"", vec!["HKG"]),
        ("\"Samoa, American\"", vec!["ASM"]),
        ("\"Korea, Republic of\"", vec!["KOR"]),
        ("🇵🇰 Pakistan", vec!["PAK"]),
        ("Pakistan (PAK)", vec!["PAK"]),
        ("the Gambia", vec!["GMB"]),
        ("\"Pakistan, India\"", vec!["PAK", "IND"]),
        ("\"Pakistan; Hong Kong, China; India\"", vec!["PAK", "HKG", "IND"]),
        ("\"India, Iran, Islamic Republic of, Pakistan\"", vec!["IND", "IRN", "PAK"]),
    ] {
        let text = format!("partners,area,kind,text\n{cell},trade,fact,Trade grows\n");
        let statements = imported("a.csv", &text).await.unwrap_or_else(|faults| panic!("{cell}: {faults}"));
        assert_eq!(statements[0].partners, partners, "{cell}");
    }
    // A code that contradicts the name is asked back.
    let faults = refused("a.csv", "partners,area,kind,text\nPakistan (IND),trade,fact,x y\n").await;
    assert!(faults.contains("unknown actor “Pakistan (IND)”"), "{faults}");
}

#[tokio::test]
async fn what_may_say_nothing_is_asked_back() {
    for cell in ["N.A.", "?", "no data", "..", "TBD"] {
        let faults = refused("a.csv", &format!("area,Pakistan,India\ntrade,{cell},Weak\n")).await;
        assert!(
            faults.contains("line 2") && faults.contains(cell) && faults.contains("“Pakistan”"),
            "{faults}"
        );
    }
    assert_eq!(texts("a.csv", "area,Pakistan,India\ntrade,—,Weak\n").await, ["Weak"]);
}

#[tokio::test]
async fn fiscal_years_are_told_from_months() {
    let row = |date: &str| {
        format!("partners,area,kind,date,value,unit,text\nPAK,trade,fact,{date},1.4,US$,Trade\n")
    };
    for date in ["2000-01", "2011-12"] {
        let faults = refused("a.csv", &row(date)).await;
        assert!(faults.contains(date) && faults.contains("FY"), "{faults}");
    }
    let fiscal = imported("a.csv", &row("FY 2011-12")).await.unwrap();
    let (period, figure) = (fiscal[0].period, fiscal[0].figure.clone().unwrap());
    assert_eq!(
        (period.from.unwrap().to_string(), period.to.unwrap().to_string()),
        ("2011".into(), "2012".into())
    );
    assert_eq!(figure.basis.as_deref(), Some("fiscal year 2011/12"));
    let month = imported("a.csv", &row("2011M12")).await.unwrap();
    assert_eq!(month[0].period.from.unwrap().to_string(), "2011-12");
    assert_eq!(
        imported("a.csv", &row("2019-11")).await.unwrap()[0].period.from.unwrap().to_string(),
        "2019-11"
    );
}

#[tokio::test]
async fn faults_show_what_they_are_about_once() {
    let faults =
        refused("a.csv", "partners,area,kind,value,unit,text\nPAK,trade,fact,\"1,400,000,000\",US$,T\n")
            .await;
    assert!(faults.contains("`value` is “1,400,000,000”, no number"), "{faults}");
    assert!(!faults.contains("needs both"), "{faults}");
    let faults = refused("a.csv", "partner,colour,area,mood,kind,text\nPAK,red,trade,good,rumour,T\n").await;
    assert!(faults.contains("unknown columns “colour” and “mood”"), "{faults}");
    let faults = refused("a.csv", "partners,area,kind,text\nPAK,trade,fact, \"a, b\"\n").await;
    assert!(faults.contains("line 2: a blank stands before the quotation mark"), "{faults}");
    let faults = refused("a.txt", "       Pakistan\n─────────────────\nTrust  Strong\n").await;
    assert!(faults.contains("this is an answer, made for reading; /knowledge export"), "{faults}");
    let empty = refused("a.csv", " \r\n\n").await;
    assert!(empty.contains("the file is empty"), "{empty}");
}

#[tokio::test]
async fn tables_in_documents_are_read_as_people_write_them() {
    let expected = ["Trade grows", "Exercises | yearly"];
    for text in [
        "| area | Pakistan |\n|---|---|\n| trade | Trade grows |\n| defence | Exercises \\| yearly |\n",
        "area | Pakistan\n--- | ---\ntrade | Trade grows\ndefence | Exercises \\| yearly\n",
        "> | area | Pakistan |\n> |---|:-:|\n> | trade | Trade grows |\n> | defence | Exercises \\| yearly |\n",
        "# A report\n\nSome | words\n\narea | Pakistan | India\n---|---|---\ntrade | Trade grows\n\
         defence | Exercises \\| yearly |\n\nThe end.\n",
    ] {
        for name in ["a.md", "a.txt"] {
            assert_eq!(texts(name, text).await, expected, "{name}\n{text}");
        }
    }
    // A line of a spreadsheet that starts with a bar makes no document of it, nor brackets a knowledge file.
    let text = "partners,area,kind,text\nPAK,trade,fact,\"Trade\n| grows\n[[fast]]\"\n";
    assert_eq!(texts("a.csv", text).await, ["Trade\n| grows\n[[fast]]"]);
    assert_eq!(texts("upload", text).await, ["Trade\n| grows\n[[fast]]"]);
}

#[tokio::test]
async fn exports_say_whose_they_are_in_every_form() {
    let world = World::new().await;
    let (ours, theirs) = (world.operator(Some(10)), world.operator(Some(11)));
    let text = "partners,area,kind,text\nPAK,trade,fact,[google.com](https://evil.example) !\n";
    let ranked = text.replace("kind,text", "kind,rank,text").replace("fact,", "fact,preferred,");
    for (curator, text) in [(&ours, ranked.as_str()), (&theirs, &text.replace("google", "other"))] {
        editing::import_at_once(world.store(), curator, &file("a.csv", text), None, NOW, &|_| ())
            .await
            .unwrap();
    }
    for format in ["csv", "markdown", "toml"] {
        let exported = editing::export(world.store(), &theirs.viewer(), false, format).await.unwrap();
        assert!(exported.text.contains("11"), "{}", exported.text);
        let given = file(&exported.name, &exported.text);
        let difference = editing::difference(world.store(), &ours, &given, NOW).await.unwrap();
        assert_eq!((difference.counts.added, difference.counts.changed), (1, 0), "{format}: {difference:#?}");
        // What a foreign file does not say is not taken from what stands here under the same key.
        let added = &difference.edits[0].2;
        assert!(added.iter().all(|change| change.key != "rank"), "{added:?}");
        // Their own file changes nothing.
        let again = editing::difference(world.store(), &theirs, &given, NOW).await.unwrap();
        assert_eq!((again.counts.added, again.counts.changed), (0, 0), "{format}: {again:#?}");
        if format == "markdown" {
            assert!(exported.text.contains("\\[other.com\\]\\(https"), "no live link: {}", exported.text);
        }
    }
}

#[tokio::test]
async fn removing_much_is_confirmed_at_the_machine_too() {
    let world = World::new().await;
    let rows: String = (0..12).map(|n| format!("g.n{n},PAK,trade,fact,Meeting {n}\n")).collect();
    let csv = format!("id,partners,area,kind,text\n{rows}");
    let curator = world.operator(Some(GUILD));
    editing::import_at_once(world.store(), &curator, &file("a.csv", &csv), None, NOW, &|_| ()).await.unwrap();
    let retract: String =
        (0..11).map(|n| format!("[[retract]]\nentity = \"statement\"\nid = \"g.n{n}\"\n")).collect();
    let path = world.path().join("retract.toml");
    std::fs::write(&path, retract).unwrap();
    let import = |more: &[&str]| {
        let path = path.display().to_string();
        let mut arguments = vec!["knowledge", "import", path.as_str(), "--guild", "10"];
        arguments.extend_from_slice(more);
        world.run(&arguments)
    };
    let refused = import(&[]);
    assert!(err(&refused).contains("would remove 11 items where the server has 12"), "{}", err(&refused));
    let done = import(&["--removing", "11"]);
    assert!(out(&done).contains("11 retracted"), "{}{}", out(&done), err(&done));
}

#[tokio::test]
async fn names_that_could_not_be_asked_for_are_refused_with_the_reason() {
    let world = World::new().await;
    let ada = dragoman::store::Asker {
        user: Some(1),
        guild: Some(GUILD),
        manages: true,
        ..dragoman::store::Asker::default()
    };
    for (word, why) in [
        ("trade", "means the area"),
        ("vs", "stands between names"),
        ("!!", "has no letters"),
        ("Korea", "several countries"),
        ("Раkistan", "looks like a name of Pakistan"),
        ("Pakistan", "is a name of Pakistan"),
        ("🇵🇰", "is a name of Pakistan"),
    ] {
        let refused =
            editing::add_word(world.store(), &ada, "TUR", word, "alias", "x", NOW).await.unwrap_err();
        assert!(refused.to_string().contains(why), "{word}: {refused}");
    }
    editing::add_word(world.store(), &ada, "TUR", "Anatolia", "alias", "x", NOW).await.unwrap();
}

#[tokio::test]
async fn the_same_text_of_another_date_is_another_statement() {
    let world = World::new().await;
    let curator = world.operator(Some(GUILD));
    let text = "partners,area,kind,text,date,value,unit\nCHN,trade,fact,Exports,2023,5,US$\n";
    editing::import_at_once(world.store(), &curator, &file("a.csv", text), None, NOW, &|_| ()).await.unwrap();
    let more = format!("{text}CHN,trade,fact,Exports,2024,9,US$\n");
    let difference = editing::difference(world.store(), &curator, &file("a.csv", &more), NOW).await.unwrap();
    let counts = difference.counts;
    assert_eq!((counts.added, counts.changed, counts.unchanged), (1, 0, 1), "{difference:#?}");
}

#[tokio::test]
async fn what_people_would_lose_in_silence_is_asked_back() {
    for (name, text, fault) in [
        (
            "a.csv",
            "partners,area,kind,text\nPAK,trade,fact,Up\n,defence,fact,Ships\n",
            "line 3: the row names no partner",
        ),
        (
            "a.csv",
            "partners,area,kind,text\nPAK,trade,fact,Up\nPAK,trade,fact,Up\n",
            "line 3: the row says what line 2 says",
        ),
        ("a.csv", "area,text,Pakistan\ntrade,Doubled,Strong\n", "“text” and the columns of countries"),
        (
            "a.csv",
            "partners;area;kind;text;value;unit\nPAK;trade;fact;T;1.234;US$\n",
            "thousands or a fraction",
        ),
        ("a.csv", "partners,area,kind,text\nPAK,trade,fact,-\n", "`text` is missing"),
        ("a.csv", "area,Pakistan\ntrade,#REF!\n", "“#REF!” under “Pakistan” may say nothing"),
        (
            "a.csv",
            "Relations 2024,,\narea,Pakistan,India\ntrade,Strong,Weak\n",
            "line 1: the line is taken for the head",
        ),
        ("a.csv", "partners,area,kind,date,text\nPAK,trade,fact,2011/12,Up\n", "a month or a fiscal year"),
        ("a.csv", "partners,area,kind,text\nGeorgia,trade,fact,Up\n", "(Georgia / United States)"),
        (
            "a.md",
            "| Area | Pakistan |\n|---|---|\n| Trade | Up |\n\n| Culture | Big |\n",
            "line 5: rows stand apart",
        ),
        ("a.md", "Area | Pakistan\n---|---\nTrade | Up\n\nCulture | Big\n", "line 5: rows stand apart"),
    ] {
        let faults = refused(name, text).await;
        assert!(faults.contains(fault), "{text}\n{faults}");
    }
}

#[tokio::test]
async fn what_is_clear_is_read() {
    for (name, text, expected) in [
        ("a.csv", "area,Pakistan,India,,\ntrade,Strong,Weak,,\n,,,,\n", vec!["Strong", "Weak"]),
        ("a.csv", ",,,,\narea,Pakistan,India,,\ntrade,Strong,Weak,,\n", vec!["Strong", "Weak"]),
        ("a.csv", ",Pakistan,India\nTrade,Strong,Weak\n", vec!["Strong", "Weak"]),
        ("a.csv", "SEP=;\narea;Pakistan\ntrade;Strong\n", vec!["Strong"]),
        (
            "a.csv",
            "partners,area,kind,level,text\nPAK,trade,Fact,High,Up\n".replace("High", "Strong").leak(),
            vec!["Up"],
        ),
        ("a.csv", "| Area | Pakistan |\n|---|---|\n| Trade | Up |\n", vec!["Up"]),
        (
            "a.md",
            "<!--\n| Area | Pakistan |\n|---|---|\n| Trade | Old |\n-->\n| Area | Pakistan |\n|---|---|\n| Trade | New |\n",
            vec!["New"],
        ),
        ("a.md", "| Area | Pakistan |\n|---|---|\n| Trade | Up |\nCulture | Big\n", vec!["Up", "Big"]),
    ] {
        assert_eq!(texts(name, text).await, expected, "{text}");
    }
}

#[tokio::test]
async fn the_file_of_an_answer_is_not_taken_for_knowledge() {
    let world = World::new().await;
    let answer = world.run(&["console", "--format", "markdown", "/compare turkiye pakistan india"]);
    let faults = refused("compare.md", &out(&answer)).await;
    assert!(faults.contains("this is an answer, made for reading; /knowledge export"), "{faults}");
}

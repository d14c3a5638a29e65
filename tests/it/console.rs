//! The console: the real binary, its formats, its exit codes and its prompt.

use std::io::Write as _;
use std::process::Stdio;

use serde_json::Value;

use crate::support::{World, err, out};

#[tokio::test]
async fn an_answer_goes_to_stdout_and_exits_with_0() {
    let world = World::new().await;
    let output = world.run(&["console", "/compare turkiye pakistan india"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert_eq!(out(&output).trim_end(), world.front("/compare turkiye pakistan india", 80).await);
    assert_eq!(err(&output), "");
}

#[tokio::test]
async fn a_refusal_goes_to_stderr_with_the_corrected_line_and_exits_with_1() {
    let world = World::new().await;
    let output = world.run(&["console", "/compare turkiye paksitan"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(out(&output), "");
    assert_eq!(err(&output), "Unknown country “paksitan”. Did you mean Pakistan?\n  /compare TUR PAK\n");
    // The corrected line works as it stands.
    assert_eq!(world.run(&["console", "/compare TUR PAK"]).status.code(), Some(0));
}

#[tokio::test]
async fn a_fault_of_ours_exits_with_2() {
    let world = World::new().await;
    let output = world
        .command(&["console", "/help"])
        .env("DATABASE_URL", "sqlite:///no/such/folder/x.db")
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        err(&output).contains("DATABASE_URL") && err(&output).contains("/no/such/folder"),
        "{}",
        err(&output)
    );
}

#[tokio::test]
async fn json_is_the_page_in_a_stable_form() {
    let world = World::new().await;
    let output = world.run(&["console", "/compare turkiye pakistan india", "--format", "json"]);
    let page: Value = serde_json::from_str(&out(&output)).unwrap();
    let keys: Vec<&String> = page.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["citations", "contents", "front", "kind", "notes", "sections", "tables", "text", "title"]
    );
    assert_eq!(page["kind"], "compare");
    assert_eq!(page["tables"][0]["columns"], serde_json::json!(["", "Pakistan", "India"]));
    assert_eq!(page["front"]["tables"][0], page["tables"][0]);
    assert_eq!(
        page["tables"][0]["rows"][0],
        serde_json::json!([
            "Historical Trust",
            "Strong, longstanding support",
            "Limited historical engagement"
        ])
    );
    // What is known of a statement: what it says and of when, how far to trust it, and of what others it speaks.
    let fact = &page["tables"][0]["cells"][3][2][1];
    assert_eq!(fact["kind"], "statement");
    assert!(fact["under"].as_bool().unwrap() && fact["date"] == "2024/25", "{fact:#}");
    let detail = &fact["detail"];
    for (key, value) in [
        ("id", "f076"),
        ("label", "recorded"),
        ("grade", "C2"),
        ("date", "2024-04 to 2025-03"),
        ("value", "8710000000"),
        ("unit", "USD"),
        ("basis", "Indian data, fiscal year"),
    ] {
        assert_eq!(detail[key], value, "{key}: {detail:#}");
    }
    assert_eq!(detail["disputes"], serde_json::json!(["art-035"]));
    let names: Vec<&str> =
        page["sections"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect();
    assert_eq!(
        names,
        ["areas", "figures", "evidence", "timeline", "world", "organisations", "sources", "about"]
    );
    assert_eq!(page["contents"][0]["name"], "areas");
    let citation = &page["citations"][0];
    for key in ["n", "title", "publisher", "url", "reliability", "published"] {
        assert!(citation.get(key).is_some(), "{key}");
    }
    assert!(page["text"].as_str().unwrap().contains("Historical"));
    // One section alone, where that is asked for.
    let figures =
        world.run(&["console", "/compare turkiye india", "--format", "json", "--section", "figures"]);
    let figures: Value = serde_json::from_str(&out(&figures)).unwrap();
    assert_eq!(figures["sections"].as_array().unwrap().len(), 1);
    assert_eq!(figures["front"]["tables"], serde_json::json!([]));
}

#[tokio::test]
async fn sections_are_opened_one_by_one_or_all_at_once() {
    let world = World::new().await;
    let line = "/compare turkiye pakistan india";
    let front = out(&world.run(&["console", line]));
    assert!(front.trim_end().contains("Add section:NAME for more: areas 13"), "{front}");
    let timeline = out(&world.run(&["console", line, "--section", "timeline"]));
    assert!(timeline.starts_with("Türkiye → Pakistan · India · Timeline"), "{timeline}");
    assert!(!timeline.contains("http"), "{timeline}");
    let sources = out(&world.run(&["console", line, "--section", "sources"]));
    assert!(sources.contains("https://www.dailysabah.com"), "{sources}");
    let all = out(&world.run(&["console", line, "--section", "all"]));
    for heading in ["By area", "Figures", "For and against", "Timeline", "Organisations", "Sources"] {
        assert!(all.lines().any(|row| row == heading), "{heading}");
    }
    let wrong = world.run(&["console", line, "--section", "nowhere"]);
    assert!(err(&wrong).contains("choose front, all, or one of areas"), "{}", err(&wrong));
}

#[tokio::test]
async fn csv_and_markdown() {
    let world = World::new().await;
    let csv = out(&world.run(&["console", "/recommend turkiye focus:trade", "--format", "csv"]));
    insta::assert_snapshot!("csv", csv);
    let markdown = out(&world.run(&["console", "/recommend turkiye focus:trade", "--format", "markdown"]));
    insta::assert_snapshot!("markdown", markdown);
}

#[tokio::test]
async fn spreadsheets_are_given_no_formulas() {
    let statement = |n: usize, text: &str| {
        format!(
            "[[statement]]\nid = \"t-{n}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\n\
             kind = \"benefit\"\ntext = '{text}'\nsource = \"article\"\n"
        )
    };
    let texts = ["=1+1", "+90 312", "-5", "@handle", "plain"];
    let all: Vec<String> = texts.iter().enumerate().map(|(n, text)| statement(n, text)).collect();
    let world = World::knowing(&all.join("\n")).await;
    let csv = export(&world).await;
    for safe in ["'=1+1,", "'+90 312,", ",-5,", "'@handle,", ",plain,"] {
        assert!(csv.contains(safe), "{safe} in {csv}");
    }
}

async fn export(world: &World) -> String {
    dragoman::page::export::csv(&world.page("/benefits turkiye pakistan").await)
}

#[tokio::test]
async fn lines_keep_to_the_width() {
    let world = World::new().await;
    for width in ["30", "60", "100", "200"] {
        let text = out(&world.run(&["console", "/compare turkiye pakistan india", "--width", width]));
        let most: usize = width.parse().unwrap();
        for line in text.lines().filter(|line| !line.starts_with("http")) {
            assert!(unicode_width::UnicodeWidthStr::width(line) <= most, "{width}: {line}");
        }
    }
}

#[tokio::test]
async fn no_colours_where_nobody_sees_them() {
    let world = World::new().await;
    let output = world.run(&["console", "/compare turkiye pakistan india"]);
    assert!(!out(&output).contains('\u{1B}'));
    // What was typed is quoted without its escapes, on whatever it is shown.
    let refused = world.run(&["console", "/compare turkiye \u{1B}[31mnarnia\u{1B}]0;x\u{7}"]);
    assert!(!err(&refused).contains('\u{1B}') && err(&refused).contains("narnia"), "{}", err(&refused));
}

#[tokio::test]
async fn the_prompt_answers_line_after_line() {
    let world = World::new().await;
    let mut child = world
        .command(&["console"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = "/benefits turkiye pakistan\n\n/compare turkiye paksitan\n/areas\nquit\n/sources\n";
    child.stdin.take().unwrap().write_all(lines.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("What Türkiye gains from Pakistan"));
    assert!(err(&output).contains("Did you mean Pakistan?"));
    assert!(out(&output).contains("Areas of policy"));
    assert!(!out(&output).contains("most cited"), "nothing is answered after quit");
}

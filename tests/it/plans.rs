//! How SQLite goes about our statements: it chooses by rules that change with its version.

use std::path::Path;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Row as _, SqliteConnection};

use crate::support::World;

/// The statements that are checked when the program is compiled.
fn statements() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let read = |entry: std::io::Result<std::fs::DirEntry>| {
        let text = std::fs::read_to_string(entry.unwrap().path()).unwrap();
        let described: Value = serde_json::from_str(&text).unwrap();
        described["query"].as_str().unwrap().to_owned()
    };
    std::fs::read_dir(folder).unwrap().map(read).collect()
}

/// The names under which a statement reads a table.
fn names<'a>(statement: &'a str, table: &'a str) -> Vec<&'a str> {
    let words: Vec<&str> =
        statement.split([' ', '\n', '(', ')', ',']).filter(|word| !word.is_empty()).collect();
    let read = words.windows(3).filter(|three| matches!(three[0], "FROM" | "JOIN") && three[1] == table);
    read.flat_map(|three| [table, three[2]]).collect()
}

/// What SQLite does for a statement, step by step.
async fn steps(raw: &mut SqliteConnection, statement: &str) -> Vec<String> {
    let explain = AssertSqlSafe(format!("EXPLAIN QUERY PLAN {statement}"));
    let steps = sqlx::query(explain).fetch_all(raw).await.unwrap();
    steps.iter().map(|step| step.get("detail")).collect()
}

#[tokio::test]
async fn no_statement_scans_the_table_of_revisions() {
    let world = World::knowing("").await;
    let mut raw = world.raw().await;
    let statements = statements();
    let of_history = statements.iter().filter(|statement| !names(statement, "revision").is_empty());
    let mut seen = 0;
    for statement in of_history {
        seen += 1;
        for step in steps(&mut raw, statement).await {
            // Nor an index of it: it has every version of every item.
            let scanned =
                step.strip_prefix("SCAN ").unwrap_or_default().split(' ').next().unwrap_or_default();
            let is_whole = names(statement, "revision").contains(&scanned);
            assert!(
                !is_whole || statement.ends_with(r#"COUNT(*) AS "n!" FROM revision"#),
                "{step} in {statement}"
            );
        }
    }
    assert!(seen > 20, "{seen}");
}

#[tokio::test]
async fn what_a_statement_repeats_is_looked_up_from_that_statement() {
    let world = World::knowing("").await;
    let mut raw = world.raw().await;
    let mut seen = 0;
    for statement in statements().iter().filter(|statement| statement.contains("FROM repeated o")) {
        seen += 1;
        let steps = steps(&mut raw, statement).await;
        let begins = steps.iter().any(|step| step.starts_with("SEARCH e USING PRIMARY KEY (statement=?"));
        let of_pair = steps.iter().any(|step| step.starts_with("SEARCH o USING PRIMARY KEY"));
        assert!(begins && !of_pair, "{steps:#?} in {statement}");
    }
    assert!(seen > 3, "{seen}");
}

#[tokio::test]
async fn what_rests_on_revisions_is_looked_up_when_they_go() {
    let world = World::knowing("").await;
    let mut raw = world.raw().await;
    let erasing = "DELETE FROM revision WHERE scope = $1".to_owned();
    assert!(statements().contains(&erasing));
    let steps = steps(&mut raw, &erasing).await;
    assert!(steps.len() > 3 && !steps.iter().any(|step| step.starts_with("SCAN ")), "{steps:#?}");
}

#[tokio::test]
async fn a_statement_is_planned_once_whatever_is_bound_to_it() {
    let world = World::new().await;
    let options: Vec<String> =
        sqlx::query_scalar("PRAGMA compile_options").fetch_all(&mut world.raw().await).await.unwrap();
    assert!(options.contains(&"ENABLE_QPSG".to_owned()), "{options:?}");
}

/// Parts of the statements that go through a whole table on purpose: what a server has in all, the busiest subjects, what
/// rests on something that is seldom taken away, what is read once and held.
const WHOLE: [&str; 9] = [
    "FROM rest x",
    "AS \"items!: i64\"",
    "SELECT x.kind AS \"kind!: i64\", x.position",
    "GROUP BY s.area",
    "GROUP BY subject ORDER BY COUNT(*)",
    "SELECT (SELECT COUNT(*) FROM statement WHERE scope IN",
    "DELETE FROM ",
    "FROM membership WHERE scope = $1",
    "INSERT INTO revision ",
];

#[tokio::test]
async fn no_question_scans_what_is_known() {
    let world = World::knowing("").await;
    let mut raw = world.raw().await;
    let tables = [
        "statement",
        "statement_partner",
        "evidence",
        "observation",
        "agreement_party",
        "recommendation",
        "membership",
    ];
    let mut seen = 0;
    for statement in statements() {
        let read: Vec<&str> = tables.iter().flat_map(|table| names(&statement, table)).collect();
        let is_whole = WHOLE.iter().any(|part| statement.contains(part));
        for step in steps(&mut raw, &statement).await {
            let Some(scanned) = step.strip_prefix("SCAN ").and_then(|rest| rest.split(' ').next()) else {
                continue;
            };
            seen += usize::from(is_whole);
            assert!(is_whole || !read.contains(&scanned), "{step} in {statement}");
        }
    }
    assert!(seen > WHOLE.len(), "{seen}");
}

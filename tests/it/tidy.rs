//! The folder tree is the architecture: rooms import only what lies below them.

use std::path::{Path, PathBuf};

/// Which rooms each room may import. A room that is not here may import none of ours but those
/// that are free to all.
const IMPORTS: &[(&str, &[&str])] = &[
    (
        "cli",
        &[
            "config",
            "discord",
            "editing",
            "evaluation",
            "files",
            "page",
            "request",
            "respond",
            "store",
            "telemetry",
            "transport",
            "answer",
            "words",
        ],
    ),
    (
        "discord",
        &["answer", "config", "editing", "page", "request", "respond", "store", "team", "telemetry", "words"],
    ),
    ("transport", &["config", "discord", "store", "telemetry"]),
    ("editing", &["answer", "files", "request", "store"]),
    ("respond", &["desk", "page", "request", "store", "team"]),
    ("team", &["answer", "editing", "request", "store"]),
    ("desk", &["answer", "request", "store"]),
    ("page", &["answer", "words"]),
    ("words", &["answer"]),
    ("telemetry", &["config"]),
];

/// Plain data that every room may use; these import only each other.
const FREE: [&str; 7] = ["access", "action", "commands", "error", "knowledge", "layout", "section"];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn src() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The room that a file belongs to.
fn room(path: &Path) -> String {
    let first = path.strip_prefix(src()).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The code of a file without its tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    text.split("#[cfg(test)]\nmod tests").next().unwrap().to_owned()
}

#[test]
fn imports_point_down() {
    for path in sources(&src()) {
        let room = room(&path);
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let allowed = IMPORTS.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, allowed)| allowed);
        let text = code(&path);
        for (at, _) in text.match_indices("crate::") {
            let line_start = text[..at].rfind('\n').map_or(0, |n| n + 1);
            if text[line_start..at].trim_start().starts_with("//") {
                continue;
            }
            for target in targets(&text[at + "crate::".len()..]) {
                let fine =
                    target == room || FREE.contains(&target.as_str()) || allowed.contains(&target.as_str());
                assert!(fine, "{}: {room} imports {target}", path.display());
            }
        }
    }
}

/// The rooms named after `crate::`: one, or several in braces.
fn targets(rest: &str) -> Vec<String> {
    let word = |text: &str| text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    match rest.strip_prefix('{') {
        None => vec![word(rest)],
        Some(list) => list.split('}').next().unwrap().split(',').map(|part| word(part.trim())).collect(),
    }
}

#[test]
fn only_the_store_speaks_sql_and_only_the_transports_know_serenity() {
    for path in sources(&src()) {
        let (room, text) = (room(&path), code(&path));
        for (word, home) in [("sqlx", "store"), ("serenity", "transport")] {
            let used = text.contains(&format!("{word}::"));
            assert!(!used || room == home, "{} uses {word}", path.display());
        }
    }
}

#[test]
fn plain_rooms_wait_for_nothing() {
    for path in sources(&src()) {
        let name = path.strip_prefix(src()).unwrap().to_str().unwrap().to_owned();
        let plain = ["knowledge", "answer", "page", "request", "commands", "layout", "section", "words"]
            .contains(&room(&path).as_str())
            || (name.starts_with("desk/")
                && !["desk/mod.rs", "desk/fetch.rs", "desk/knowledge.rs", "desk/ask/fetch.rs"]
                    .contains(&name.as_str()))
            || ["team/rules.rs", "team/time.rs"].contains(&name.as_str());
        assert!(!plain || !code(&path).contains("async "), "{name} is not plain");
    }
}

#[test]
fn every_file_says_what_it_is_and_is_read_in_one_sitting() {
    for path in sources(&src()) {
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("//! "), "{} has no first line", path.display());
        assert!(text.lines().count() <= 450, "{} is long: is there a seam with a name?", path.display());
    }
}

#[test]
fn every_limit_of_discord_names_its_source() {
    let text = std::fs::read_to_string(src().join("discord/limits.rs")).unwrap();
    for item in text.split("\n\n").filter(|item| item.contains("pub const")) {
        assert!(item.contains("<https://discord.com/developers/docs/"), "{item}");
    }
}

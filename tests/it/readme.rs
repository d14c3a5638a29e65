//! The README is true: its picture is a real answer, and it names every command and setting.

use crate::support::World;

const README: &str = include_str!("../../README.md");

#[tokio::test]
async fn the_picture_is_what_the_program_says() {
    let world = World::new().await;
    let answer = world.answers("/compare turkiye pakistan india").await;
    let picture =
        README.split("```text\n").nth(1).and_then(|rest| rest.split("\n```").next()).expect("a picture");
    assert!(answer.starts_with(picture), "the README shows:\n{picture}\n\nthe program says:\n{answer}");
    assert!(["Economic", "Initiatives", "Sources:"].iter().all(|words| picture.contains(words)));
}

/// Each block that starts with a question goes on with its real answer, up to the end or to an ellipsis.
#[tokio::test]
async fn the_answers_in_it_are_real() {
    let world = World::new().await;
    let blocks: Vec<&str> = README
        .split("```text\n> ")
        .skip(1)
        .map(|rest| rest.split("\n```").next().unwrap_or_default())
        .collect();
    assert!(blocks.len() >= 7, "{}", blocks.len());
    for block in blocks {
        let (line, shown) = block.split_once("\n\n").expect("a question and its answer");
        let answer = world.answers(line).await;
        match shown.strip_suffix("\n…") {
            Some(start) => assert!(answer.starts_with(start), "{line}\n{answer}"),
            None => assert_eq!(shown, answer, "{line}"),
        }
    }
}

#[test]
fn every_command_is_explained() {
    for info in dragoman::commands::all() {
        assert!(README.contains(&format!("`{}`", info.usage)), "{}", info.usage);
        assert!(README.contains(&format!("`{}`", info.example)), "{}", info.example);
    }
}

#[test]
fn every_setting_is_in_the_example_and_in_the_readme() {
    let example = include_str!("../../.env.example");
    for name in dragoman::config::SETTINGS {
        assert!(example.contains(name), "{name} is not in .env.example");
        assert!(README.contains(name), "{name} is not in README.md");
    }
}

#[tokio::test]
async fn every_example_is_answered() {
    let world = World::new().await;
    for info in dragoman::commands::all()
        .filter(|info| info.availability == dragoman::commands::Availability::Anywhere)
    {
        // Of discussions there is none yet.
        if info.command != dragoman::commands::Command::Record {
            world.answers(info.example).await;
        }
    }
}

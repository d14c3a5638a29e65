//! Tables about the world: every pair of states has an answer, the answers say what the tables hold, and the tables are
//! checked and loaded like the rest.

use std::path::{Path, PathBuf};

use dragoman::files;

use crate::support::{World, err, out, rows};

/// Forty pairs of all continents, with what the first screen or the section of each has to show; taken from the
/// researched tables, not from ours.
const PAIRS: &str = include_str!("../data/pairs.csv");

/// Every member and observer of the United Nations, by key.
fn states() -> Vec<String> {
    let table = include_str!("../../knowledge/world/memberships.csv");
    let state = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let belongs = matches!(cells[..], ["UN", _, "member" | "observer", _, "", ..]);
        belongs.then(|| cells[1].to_owned())
    };
    table.lines().filter_map(state).collect()
}

/// A text without its line breaks.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn any_two_states_have_a_first_screen_within_limits() {
    const SAMPLE: usize = 2_000;
    let world = World::new().await;
    let states = states();
    let pairs: Vec<(&String, &String)> = states
        .iter()
        .enumerate()
        .flat_map(|(at, one)| states[at + 1..].iter().map(move |other| (one, other)))
        .collect();
    assert_eq!(pairs.len(), 18_915);
    let step = pairs.len() / SAMPLE;
    let mut without = 0;
    for (one, other) in pairs.iter().step_by(step) {
        let front = world.front(&format!("/compare {one} {other}"), 78).await;
        let lines = front.lines().count();
        assert!((4..=30).contains(&lines), "{one} {other}: {lines} lines\n{front}");
        assert!(front.chars().count() < 2_000, "{front}");
        assert!(front.lines().all(|line| line.chars().count() <= 78), "{front}");
        without += usize::from(front.contains("Nothing is recorded"));
    }
    // Some have no vote, as Palestine and the Holy See; of nearly all others there is something.
    assert!(without < SAMPLE / 50, "{without}");
}

#[tokio::test]
async fn forty_pairs_show_what_was_researched() {
    let world = World::new().await;
    let mut pairs = 0;
    for line in PAIRS.lines().skip(1) {
        let mut parts = line.splitn(3, ',');
        let [one, other, shown] = [parts.next(), parts.next(), parts.next()].map(Option::unwrap);
        let text = joined(&world.answers(&format!("/compare {one} {other} section:world")).await);
        for fact in shown.trim_matches('"').split('|').filter(|fact| !fact.is_empty()) {
            assert!(text.contains(fact), "{one} {other}: “{fact}” is not in {text}");
        }
        pairs += 1;
    }
    assert_eq!(pairs, 40);
}

#[tokio::test]
async fn what_is_not_in_a_list_is_said_to_be_not_in_it() {
    let world = World::new().await;
    let text = joined(&world.answers("/compare fiji iceland").await);
    assert!(text.contains("Not in the lists of main trade partners (2023)"), "{text}");
    assert!(text.contains("that is no proof that there is nothing"), "{text}");
    for none in ["no relations", "no trade", "no border", "no embassy"] {
        assert!(!text.to_lowercase().contains(none), "{text}");
    }
}

#[tokio::test]
async fn states_are_ranked_and_neighbours_listed() {
    let world = World::new().await;
    let rank = world.answers("/rank defence among:nato").await;
    let first = rank.lines().find(|line| line.starts_with("1 ")).unwrap_or_else(|| panic!("{rank}"));
    assert!(first.contains("Poland") && first.contains("4.5 % of GDP"), "{rank}");
    assert!(rank.contains("Iceland") && rank.contains("Without this figure"), "{rank}");
    let people = world.answers("/rank population").await;
    assert!(people.lines().any(|line| line.starts_with("1 ") && line.contains("India")), "{people}");
    let neighbours = world.answers("/neighbours mongolia").await;
    assert!(neighbours.contains("China") && neighbours.contains("4,630 km"), "{neighbours}");
    assert!(world.answers("/neighbours iceland").await.contains("Iceland has no land border in the list"));
    assert!(world.refuses("/rank happiness").await.starts_with("There is no figure “happiness”"));
    assert!(world.refuses("/rank gdp among:france").await.contains("France is not an organisation"));
    assert!(
        world.refuses("/neighbours nato").await.starts_with("NATO is an organisation and has no borders")
    );
}

#[tokio::test]
async fn years_of_a_membership_have_their_own_source_and_say_where_sources_differ() {
    let world = World::new().await;
    let members = world.answers("/organisation nato section:members").await;
    let poland =
        members.lines().find(|line| line.starts_with("Poland")).unwrap_or_else(|| panic!("{members}"));
    assert!(poland.contains("member [1]") && poland.contains("since 1999 [2]"), "{members}");
    assert!(members.contains("[2] Correlates of War"), "{members}");
    let asked = world.answers("/ask when did Poland join NATO?").await;
    assert!(asked.contains("Correlates of War"), "{asked}");
    let india = world.answers("/ask when did India join the UN?").await;
    assert!(india.contains("joined 1945 or 1947: sources differ"), "{india}");
    let csto = world.answers("/organisation csto section:members").await;
    assert!(csto.contains("joined 1994 or 2002: sources differ"), "{csto}");
}

#[tokio::test]
async fn nobody_belongs_before_a_body_began_nor_is_member_and_suspended_at_once() {
    let world = World::new().await;
    let early = world.answers("/organisation eu as_of:1950").await;
    assert!(!early.contains("Ukraine") && !early.contains("Members ("), "{early}");
    for (line, shown, not_shown) in [
        ("/organisation \"arab league\" as_of:1985", "Suspended (1): Egypt", ""),
        ("/organisation \"council of europe\" as_of:1971", "Withdrawn (1): Greece", " Greece,"),
        ("/organisation csto as_of:2008", "Uzbekistan", "Azerbaijan"),
        ("/organisation un as_of:1970 section:members", "Taiwan member", " China member, since"),
        ("/organisation \"african union\" as_of:2014-03", "Suspended", ""),
        ("/organisation opec as_of:2010", "Ecuador", "Indonesia"),
    ] {
        let text = joined(&world.answers(line).await);
        assert!(text.contains(shown), "{line}: {text}");
        assert!(not_shown.is_empty() || !text.contains(not_shown), "{line}: {text}");
        // Whoever is suspended stands there, and nowhere else.
        if let Some((members, suspended)) = text.split_once("Suspended (") {
            let names = suspended.split_once(": ").unwrap().1.split(" [").next().unwrap();
            for name in names.split(", ") {
                assert!(!members.contains(&format!(" {name},")), "{line}: {name} twice: {text}");
            }
        }
    }
}

/// A folder with the knowledge that the program carries.
fn folder(world: &World) -> PathBuf {
    let folder = world.path().join("files");
    std::fs::create_dir_all(folder.join("world")).unwrap();
    for file in files::embedded() {
        std::fs::write(folder.join(file.name.strip_prefix("knowledge/").unwrap()), &*file.text).unwrap();
    }
    folder
}

fn replace(folder: &Path, name: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(folder.join(name)).unwrap();
    assert!(text.contains(from), "{from} is not in {name}");
    std::fs::write(folder.join(name), text.replacen(from, to, 1)).unwrap();
}

#[tokio::test]
async fn faults_of_a_table_are_placed() {
    let world = World::new().await;
    let folder = folder(&world);
    replace(&folder, "world/borders.csv", "AFG,CHN,91", "AFG,CHN,many");
    replace(&folder, "world/borders.csv", "AFG,IRN,921", "AFG,IRM,921");
    replace(&folder, "world/disputes.csv", "by,with,topic", "by,with,subject");
    replace(&folder, "world/memberships.csv", "ABEDA,BHR,member", "ABEDA,BHR,friend");
    replace(&folder, "world/trade.csv", "AFG,PAK,", "AFG,AFG,");
    let output = world.command(&["knowledge", "check"]).arg(&folder).output().unwrap();
    assert_ne!(output.status.code(), Some(0), "{}", out(&output));
    let text = err(&output).replace(folder.to_str().unwrap(), "");
    let faults: Vec<&str> = text.lines().filter(|line| line.contains("world/")).collect();
    insta::assert_snapshot!(faults.join("\n"));
}

#[tokio::test]
async fn a_changed_table_is_read_anew_and_an_unchanged_one_is_not() {
    let world = World::new().await;
    let folder = folder(&world);
    let load = |world: &World| {
        let output = world.command(&["knowledge", "load"]).env("KNOWLEDGE_DIR", &folder).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output)
    };
    assert!(load(&world).starts_with("0 added, 0 changed, 0 removed, "), "nothing changed");
    replace(&folder, "world/borders.csv", "AFG,CHN,91", "AFG,CHN,92");
    let loaded = load(&world);
    assert!(loaded.contains("rows of tables"), "{loaded}");
    assert!(world.answers("/neighbours afghanistan").await.contains("92 km"));
    replace(&folder, "world/borders.csv", "AFG,CHN,92,,\n", "");
    load(&world);
    assert!(!world.answers("/neighbours afghanistan").await.contains("92 km"));
}

#[tokio::test]
async fn memberships_without_a_beginning_stand_apart_at_a_date() {
    let world = World::new().await;
    let then = joined(&world.answers("/organisation wto as_of:2005").await);
    let (sure, unsure) = then.split_once("Since when is not recorded (").unwrap_or_else(|| panic!("{then}"));
    assert!(sure.contains("China") && !unsure.contains("China,"), "{then}");
    assert!(unsure.contains("Germany"), "{then}");
    // Before it was founded, nobody is there, known or not.
    let before = world.answers("/organisation wto as_of:1990").await;
    assert!(!before.contains("Germany"), "{before}");
}

#[tokio::test]
async fn an_agreement_of_a_body_is_its_members_and_nobody_elses() {
    let world = World::new().await;
    let cells = async |line: &str| {
        let page = world.page(&format!("{line} section:world")).await;
        let row = page.tables().flat_map(rows).find(|row| row[0] == Some("Agreements"));
        let row = row.unwrap_or_else(|| panic!("{line}: {page:?}"));
        row[1..].iter().map(|cell| cell.map(str::to_owned)).collect::<Vec<_>>()
    };
    let of_the_union = Some("EU Norway (in force 1973-07-01)".to_owned());
    assert_eq!(cells("/compare norway germany usa").await, [of_the_union.clone(), None]);
    // Nor is it one between a member and another state that it compares itself with.
    assert_eq!(cells("/compare germany norway usa").await, [of_the_union, None]);
}

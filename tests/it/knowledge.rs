//! The knowledge files: what they hold, how they are checked, how they are loaded.

use std::collections::HashMap;

use dragoman::files::{self, File};
use dragoman::knowledge::{ActorKind, Item, Kind, PublicKnowledge};

use crate::support::{NOW, World, err, out};

fn public() -> PublicKnowledge {
    files::read(&files::embedded()).unwrap_or_else(|faults| panic!("{faults:#?}"))
}

fn items() -> Vec<Item> {
    public().items
}

#[test]
fn the_article_has_its_103_claims_of_the_right_kinds() {
    let mut kinds: HashMap<String, &str> = HashMap::new();
    for item in items() {
        match item {
            Item::Statement(statement) if statement.source == "article" => {
                let kind = match statement.kind {
                    Kind::Fact => "fact",
                    Kind::Assessment => "assessment",
                    Kind::Benefit => "benefit",
                };
                kinds.insert(statement.id, kind);
            }
            Item::Recommendation(recommendation) => {
                for part in recommendation.focus.iter().chain(&recommendation.actions) {
                    kinds.insert(part.id.clone(), "recommendation");
                }
                for part in &recommendation.impacts {
                    kinds.insert(part.id.clone(), "assessment");
                }
            }
            _ => {}
        }
    }
    let ids: Vec<String> = (1..=103).map(|n| format!("art-{n:03}")).collect();
    for id in &ids {
        assert!(kinds.contains_key(id), "{id} is missing");
    }
    assert_eq!(kinds.len(), 103);
    let count = |kind: &str| kinds.values().filter(|known| **known == kind).count();
    assert_eq!(
        (count("assessment"), count("recommendation"), count("fact"), count("benefit")),
        (44, 23, 19, 17)
    );
}

/// The members of the United Nations by ISO 3166-1 alpha-3.
const UN_MEMBERS: &str = "\
    AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL BRA BRB \
    BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CUB CYP CZE DEU DJI DMA DNK DOM DZA \
    ECU EGY ERI ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB GNQ GRC GRD GTM GUY HND HRV HTI \
    HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA \
    LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM \
    NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN PER PHL PLW PNG POL PRK PRT PRY QAT ROU RUS RWA SAU SDN \
    SEN SGP SLB SLE SLV SMR SOM SRB SSD STP SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO \
    TUN TUR TUV TZA UGA UKR URY USA UZB VCT VEN VNM VUT WSM YEM ZAF ZMB ZWE";

#[test]
fn every_member_and_observer_of_the_united_nations_is_an_actor() {
    let actors: HashMap<String, dragoman::knowledge::Actor> = items()
        .into_iter()
        .filter_map(|item| match item {
            Item::Actor(actor) => Some((actor.id.clone(), actor)),
            _ => None,
        })
        .collect();
    let members: Vec<&str> = UN_MEMBERS.split_whitespace().collect();
    for code in &members {
        let actor = actors.get(*code).unwrap_or_else(|| panic!("{code} is no actor"));
        assert_eq!(actor.kind, ActorKind::State);
        assert!(actor.iso2.as_ref().is_some_and(|iso2| iso2.len() == 2), "{code}");
        assert!(actor.flag.as_ref().is_some_and(|flag| flag.chars().count() == 2), "{code}");
        let has = |kind| actor.names.iter().any(|name| name.kind == kind);
        assert!(has(dragoman::knowledge::NameKind::Adjective), "{code} has no adjective");
        assert!(has(dragoman::knowledge::NameKind::Metonym) || no_metonym(code), "{code} has no metonym");
    }
    assert_eq!(members.len(), 193);
    for other in ["VAT", "PSE", "TWN", "XKX", "KASHMIR", "NCY", "OIC", "ECO"] {
        assert!(actors.contains_key(other), "{other}");
    }
}

/// States whose capital bears the state's own name.
fn no_metonym(code: &str) -> bool {
    matches!(code, "LUX" | "SGP" | "MCO" | "SMR" | "DJI" | "NRU")
}

fn check(text: &str) -> Vec<String> {
    let mut files = files::embedded();
    files.retain(|file| !file.name.ends_with("article.toml") && !file.name.ends_with("/facts.toml"));
    files.push(File { name: "x.toml".into(), text: text.to_owned().into() });
    files::read(&files).err().unwrap_or_default().iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_is_named_with_its_place_and_a_way_out_all_in_one_run() {
    let faults = check(include_str!("../data/bad.toml"));
    insta::assert_snapshot!(faults.join("\n"));
}

#[test]
fn the_digest_made_with_the_program_is_that_of_its_files() {
    assert_eq!(files::embedded_digest(), files::digest(&files::embedded()));
}

/// A statement in a file of its own, with more keys.
fn claim(id: &str, more: &str) -> String {
    format!(
        "[[statement]]\nid = \"{id}\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\n\
         kind = \"fact\"\ntext = \"Text of {id}.\"\nsource = \"article\"\n{more}\n"
    )
}

/// The faults of files beside those of the program, as the console says them.
fn check_beside(files: &[(&str, &str)]) -> Vec<String> {
    let mut all = files::embedded();
    all.extend(
        files
            .iter()
            .map(|(name, text)| files::File { name: (*name).into(), text: (*text).to_owned().into() }),
    );
    files::read(&all).unwrap_err().iter().map(ToString::to_string).collect()
}

#[test]
fn what_repeats_names_what_says_it_first() {
    let text = [
        claim("t-1", "repeats = [\"t-1\"]"),
        claim("t-2", "repeats = [\"t-3\"]"),
        claim("t-3", "repeats = [\"t-4\"]"),
        claim("t-4", ""),
    ];
    let faults = check_beside(&[("t.toml", &text.concat())]);
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(
        faults[0].starts_with("t.toml:9:") && faults[0].contains("“t-1” refers to itself"),
        "{faults:#?}"
    );
    assert!(faults[1].contains("“t-3” only says “t-4” again itself; name “t-4”"), "{faults:#?}");
}

#[tokio::test]
async fn what_repeats_in_another_area_is_found_there() {
    let repeat = claim("t-2", "repeats = [\"t-1\"]").replace("energy", "trade");
    let world = World::knowing(&[claim("t-1", ""), repeat].concat()).await;
    assert!(world.answers("/facts turkiye pakistan area:trade").await.contains("Text of t-2"));
    let all = world.answers("/facts turkiye pakistan").await;
    assert!(all.contains("Text of t-1") && !all.contains("Text of t-2"), "{all}");
}

#[test]
fn bad_toml_in_one_file_hides_no_fault_of_another() {
    let wrong = claim("t-1", "").replace("TUR", "TUX").replace("energy", "enrgy");
    let refers = claim("t-2", "supports = [\"t-3\"]");
    let broken = format!("x = \n{}", claim("t-3", ""));
    let faults =
        check_beside(&[("a.toml", &wrong), ("b.toml", &refers), ("broken.toml", &broken)]).join("\n");
    assert!(faults.contains("a.toml:3:") && faults.contains("unknown actor “TUX”"), "{faults}");
    assert!(faults.contains("unknown area “enrgy”"), "{faults}");
    assert!(faults.contains("broken.toml:1:") && faults.contains("bad TOML"), "{faults}");
    // What the broken file seems to give is not said to be missing.
    assert!(!faults.contains("t-3"), "{faults}");
}

#[test]
fn addresses_are_of_the_web_without_a_user() {
    let long = format!("https://example.org/{}", "x".repeat(600));
    for url in [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "discord://-/x",
        "http://user@host/",
        "example.org",
        &long,
    ] {
        let source = format!(
            "[[source]]\nid = \"s-1\"\ntitle = \"A\"\nkind = \"press\"\nurl = \"{url}\"\nreliability = \"B\"\n"
        );
        let faults = check_beside(&[("s.toml", &source)]).join("\n");
        assert!(faults.contains("s.toml:5:") && faults.contains("an address is http(s)"), "{url}: {faults}");
    }
}

#[test]
fn a_country_is_no_organisation() {
    let membership = "[[membership]]\norganisation = \"PAK\"\nmember = \"TUR\"\nstatus = \"member\"\nsource = \"article\"\n";
    let faults = check_beside(&[("m.toml", membership)]).join("\n");
    assert!(faults.contains("“PAK” is no organisation"), "{faults}");
}

#[test]
fn bad_toml_is_placed() {
    let faults = check("[[area]]\nid = \"x\nname = \"X\"\n");
    assert!(faults[0].starts_with("x.toml:2:"), "{faults:#?}");
    assert!(faults[0].contains("bad TOML"), "{faults:#?}");
}

#[tokio::test]
async fn check_says_the_same_at_the_console() {
    let world = World::new().await;
    let good = world.run(&["knowledge", "check"]);
    assert_eq!(good.status.code(), Some(0), "{}", err(&good));
    assert!(out(&good).contains("no faults"), "{}", out(&good));
    let folder = world.path().join("files");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("bad.toml"), include_str!("../data/bad.toml")).unwrap();
    let bad = world.run(&["knowledge", "check", folder.to_str().unwrap()]);
    assert_eq!(bad.status.code(), Some(1));
    assert!(err(&bad).contains("bad.toml:4:6: "), "{}", err(&bad));
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_cannot_be_read_is_named_and_not_passed_over() {
    let world = World::new().await;
    let folder = world.path().join("files");
    std::fs::create_dir(&folder).unwrap();
    std::os::unix::fs::symlink("nowhere.toml", folder.join("gone.toml")).unwrap();
    for command in ["check", "load"] {
        let mut asking = world.command(&["knowledge", command]);
        let output = asking.env("KNOWLEDGE_DIR", &folder).output().unwrap();
        assert_ne!(output.status.code(), Some(0), "{command}: {}", out(&output));
        assert!(err(&output).contains("gone.toml cannot be read"), "{command}: {}", err(&output));
    }
}

#[tokio::test]
async fn loading_twice_changes_nothing() {
    let world = World::new().await;
    let before = world.store().revisions().await.unwrap();
    let files = files::embedded();
    let loaded = world.store().load_public(&public(), &files::digest(&files), NOW).await.unwrap();
    assert!(!loaded.is_change(), "{loaded:?}");
    assert_eq!(loaded.unchanged, items().len());
    assert_eq!(world.store().revisions().await.unwrap(), before);
    let output = world.run(&["knowledge", "load"]);
    assert!(out(&output).starts_with("0 added, 0 changed, 0 removed, "), "{}", out(&output));
}

#[tokio::test]
async fn a_changed_file_changes_what_changed_and_keeps_its_history() {
    let statement = |text: &str| {
        format!(
            "[[statement]]\nid = \"t-1\"\nsubject = \"TUR\"\npartners = [\"PAK\"]\narea = \"energy\"\n\
             kind = \"fact\"\ntext = \"{text}\"\nsource = \"article\"\n"
        )
    };
    let world = World::knowing(&statement("Before.")).await;
    let before = world.store().revisions().await.unwrap();
    world.load(&statement("After.")).await;
    assert!(world.answers("/facts turkiye").await.contains("After"));
    assert!(!world.answers("/facts turkiye").await.contains("Before"));
    assert_eq!(world.store().revisions().await.unwrap(), before + 1);
    world.load("").await;
    assert!(!world.answers("/facts turkiye").await.contains("After"));
    assert_eq!(world.store().revisions().await.unwrap(), before + 2);
}

#[tokio::test]
async fn a_bad_file_changes_nothing() {
    let world = World::new().await;
    let before = world.answers("/facts turkiye pakistan").await;
    let folder = world.path().join("files");
    std::fs::create_dir_all(folder.join("world")).unwrap();
    for file in files::embedded() {
        let name = file.name.strip_prefix("knowledge/").unwrap();
        std::fs::write(folder.join(name), file.text.replace("Growing bilateral trade", "Changed")).unwrap();
    }
    std::fs::write(folder.join("zzz.toml"), "[[statement]]\nid = \"half\"\n").unwrap();
    for arguments in [&["knowledge", "load"][..], &["console", "/help"]] {
        let output = world.command(arguments).env("KNOWLEDGE_DIR", &folder).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", out(&output));
        assert!(
            err(&output).contains("nothing was loaded") && err(&output).contains("zzz.toml:1:1"),
            "{}",
            err(&output)
        );
    }
    assert_eq!(world.answers("/facts turkiye pakistan").await, before);
    // With the fault mended, the same folder loads.
    std::fs::remove_file(folder.join("zzz.toml")).unwrap();
    let output = world
        .command(&["console", "/compare turkiye pakistan"])
        .env("KNOWLEDGE_DIR", &folder)
        .output()
        .unwrap();
    assert!(out(&output).contains("Changed"), "{}", err(&output));
}

//! One server's knowledge never shows in another: every command, from two servers.

use dragoman::commands::{self, Command, Takes};
use serde_json::Value;

use crate::support::fake_discord::{Asker, FakeDiscord, Hosted, Reply, interactions};
use crate::support::{Running, World};

/// What stands in everything that the first server has, and nowhere else.
const SECRET: &str = "zyzzyva";

/// Everything of the first server.
const OURS: &str = r#"
[[actor]]
id = "g.zyzzyva"
kind = "region"
name = "Zyzzyva Land"
[[area]]
id = "g.zyzzyva-area"
name = "Zyzzyva affairs"
synonyms = ["zyzzyvics"]
[[source]]
id = "g.zyzzyva-source"
title = "Zyzzyva notes"
kind = "press"
reliability = "C"
[[statement]]
id = "g.zyzzyva.1"
subject = "TUR"
partners = ["PAK"]
area = "defence"
kind = "fact"
text = "Zyzzyva ties"
date = "2025"
value = 5
unit = "zyzzyvas"
conflicts = ["f062"]
source = "g.zyzzyva-source"
[[statement]]
id = "art-030"
subject = "TUR"
partners = ["PAK"]
area = "defence"
kind = "assessment"
text = "Zyzzyva version"
source = "article"
[[recommendation]]
subject = "TUR"
area = "trade"
action = { id = "g.zyzzyva.r", text = "Zyzzyva deals" }
source = "g.zyzzyva-source"
[[membership]]
organisation = "OIC"
member = "g.zyzzyva"
source = "g.zyzzyva-source"
[[retract]]
entity = "statement"
id = "art-028"
"#;

fn curator(guild: u64, channel: u64, user: u64) -> Asker {
    let ada = Asker::in_guild("Ada", guild, channel);
    Asker { user_id: user, permissions: ada.permissions | 0x20, ..ada }
}

/// Everything that a reply shows, in any part of it.
fn all_of(reply: &Reply) -> String {
    let files: String =
        reply.files.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let modal = reply.modal.as_ref().map_or(String::new(), Value::to_string);
    let followups: String = reply.followups.iter().map(Value::to_string).collect();
    format!("{} {files} {modal} {followups}", reply.json)
}

fn settled(fake: &FakeDiscord, reply: Reply) -> Reply {
    if reply.deferred { fake.refresh(&reply) } else { reply }
}

/// Uses a command with a value in its options, files and people where it takes them.
async fn use_it(fake: &FakeDiscord, asker: &Asker, info: &commands::CommandInfo, value: &str) -> Reply {
    let mut plain: Vec<(&str, &str)> = Vec::new();
    let mut named: Vec<(&str, Value)> = Vec::new();
    for option in info.options {
        match option.takes {
            Takes::Switch | Takes::Layout => {}
            Takes::Number => named.push((option.name, 1.into())),
            Takes::Word(words) => plain.push((option.name, words[0])),
            Takes::Holder => named.push((option.name, interactions::person(4_242, "Nobody"))),
            Takes::Person => named.push((option.name, interactions::just_person(1_001, "Ada"))),
            Takes::File => {
                let url = fake.host(
                    "file",
                    Hosted::Bytes(b"[[retract]]\nentity = \"statement\"\nid = \"g.zyzzyva.1\"\n".to_vec()),
                );
                named.push((option.name, interactions::attachment("x.toml", &url, 5)));
            }
            Takes::Actor if option.name == "subject" => plain.push((option.name, "TUR")),
            Takes::Command => plain.push((option.name, "help")),
            _ => plain.push((option.name, value)),
        }
    }
    let reply = fake.slash_with(asker, info.name, &plain, &named).await;
    settled(fake, reply)
}

/// Whether an option names something that a server can have of its own.
fn names_an_item(takes: Takes) -> bool {
    matches!(
        takes,
        Takes::Actor | Takes::ActorFilter | Takes::Area | Takes::Source | Takes::Item | Takes::Retracted
    )
}

#[tokio::test]
async fn no_command_shows_what_another_server_has() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let file = world.path().join("ours.toml");
    std::fs::write(&file, OURS).unwrap();
    let done = world.run(&["knowledge", "import", file.to_str().unwrap(), "--guild", "10"]);
    assert_eq!(done.status.code(), Some(0), "{}", crate::support::err(&done));
    let bot = Running::start(&world, &fake).await;
    let (ours, theirs) = (curator(10, 20, 1_001), curator(11, 21, 1_002));
    // The first server has history, a proposal, an audit and grants.
    fake.slash(
        &ours,
        "knowledge rank",
        &[("id", "g.zyzzyva.1"), ("rank", "preferred"), ("reason", "zyzzyva")],
    )
    .await;
    let form = fake.slash(&ours, "knowledge propose", &[("id", "g.zyzzyva.1")]).await;
    let details = "subject: TUR\npartners: PAK\narea: defence\nkind: fact\nsource: g.zyzzyva-source";
    let fields = [("text", "Zyzzyva more"), ("label", ""), ("details", details), ("reason", "zyzzyva")];
    fake.submit(&ours, &form, &fields).await;
    let seen =
        fake.slash(&ours, "facts", &[("subject", "TUR"), ("partner", "PAK"), ("area", "defence")]).await;
    let seen = fake.press(&ours, &seen, "CSV").await;
    assert!(all_of(&seen).to_lowercase().contains(SECRET), "the first server sees its own: {}", seen.text());

    let direct = Asker::in_direct_message("Zoe");
    for asker in [&theirs, &direct] {
        for info in commands::all() {
            if asker.guild_id.is_none() && info.name.starts_with("access") || info.command == Command::MyData
            {
                continue;
            }
            for value in [
                "g.zyzzyva.1",
                "g.zyzzyva-source",
                "g.zyzzyva-area",
                "g.zyzzyva",
                "zyzzyvics",
                "OIC.g.zyzzyva",
                "art-030",
            ] {
                let reply = use_it(&fake, asker, info, value).await;
                let text = all_of(&reply).to_lowercase();
                // What they typed themselves is said back to them; nothing else of it is.
                let text = text.replace(&value.to_lowercase(), "");
                let text =
                    text.replace("zyzzyva.1", "").replace("zyzzyva-area", "").replace("zyzzyva-source", "");
                assert!(!text.contains("zyzzyva "), "/{} {value}: {}", info.name, all_of(&reply));
                // Whether a key is of another server or of nobody cannot be told.
                if value.starts_with("g.") && info.options.iter().any(|option| names_an_item(option.takes)) {
                    let random = value.replace("zyzzyva", "qqqqqqq");
                    let other = use_it(&fake, asker, info, &random).await;
                    let same = reply.content().replace("zyzzyva", "qqqqqqq");
                    assert_eq!(same, other.content(), "/{} {value}", info.name);
                }
                for option in info.options {
                    if names_an_item(option.takes) {
                        let typed = if value == "art-030" { "g" } else { &value[..3] };
                        let choices =
                            fake.complete(asker, info.name, &[(option.name, typed)], option.name).await;
                        let text = format!("{choices:?}").to_lowercase();
                        assert!(!text.contains(SECRET), "/{} {}: {text}", info.name, option.name);
                    }
                }
            }
        }
    }
    // What the first server hides, the second still sees.
    let shown = fake.slash(&theirs, "knowledge show", &[("id", "art-028")]).await;
    assert!(shown.text().contains("art-028: public"), "{}", shown.text());
    // Numbers are counted in each server: the second’s first change is its first.
    let history = fake.slash(&theirs, "knowledge history", &[]).await;
    assert!(!history.text().contains("#3"), "{}", history.text());
    bot.stop().await;
}

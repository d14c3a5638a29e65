//! What the doctors find: the one at the machine, and the one of a server.

use serde_json::json;

use crate::support::fake_discord::interactions::ada;
use crate::support::fake_discord::{Asker, FakeDiscord};
use crate::support::{Running, World, out};

const VIEW: u64 = 1 << 10;
const SEND: u64 = 1 << 11;

/// A server with a channel in which all is well, one in which we may not write, one that we do not see, and a voice
/// channel.
fn channels(server: u64) -> serde_json::Value {
    let over = |id: u64, deny: u64| json!([{"id": id.to_string(), "type": 0, "allow": "0", "deny": deny.to_string()}]);
    json!([
        {"id": "31", "name": "general", "type": 0, "permission_overwrites": []},
        {"id": "32", "name": "news", "type": 5, "permission_overwrites": over(server, SEND | 1 << 51)},
        {"id": "33", "name": "staff", "type": 0, "permission_overwrites": over(server, VIEW)},
        {"id": "34", "name": "___hidden___", "type": 0, "permission_overwrites": []},
        {"id": "35", "name": "Talk", "type": 2, "permission_overwrites": []},
    ])
}

fn asks(world: &World, fake: &FakeDiscord, more: &[(&str, &str)]) -> (Option<i32>, String) {
    let mut command = world.command(&["doctor"]);
    command.env("DISCORD_TOKEN", fake.token()).env("DISCORD_API_URL", fake.url()).envs(more.iter().copied());
    let output = command.output().unwrap();
    (output.status.code(), out(&output))
}

#[tokio::test(flavor = "multi_thread")]
async fn at_the_machine_all_that_is_needed_is_looked_at() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.add_server(10, channels(10));
    let (code, said) = asks(&world, &fake, &[]);
    assert_eq!(code, Some(1), "{said}");
    for line in [
        "ok    the database is whole",
        "ok    the database can be written",
        "ok    the token is dragoman’s",
        "AMISS commands are not registered",
        "AMISS Server 10: something lacks in #news (Send Messages, Pin Messages)",
        "note  no backups are made by themselves",
        "2 things are amiss.",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    assert!(!said.contains("staff") && !said.contains("hidden") && !said.contains("Talk"), "{said}");
    assert!(!said.contains(fake.token()), "{said}");
    // The bot registers its commands; a folder for backups; a clock that is wrong.
    let bot = Running::start(&world, &fake).await;
    bot.stop().await;
    fake.add_server(10, json!([]));
    let folder = world.path().join("backups");
    let (code, said) = asks(&world, &fake, &[("BACKUP_DIR", folder.to_str().unwrap())]);
    assert!(code == Some(0) && said.contains("Nothing is amiss."), "{said}");
    fake.set_date(Some("Thu, 01 Jan 2026 00:00:00 GMT"));
    let (code, said) = asks(&world, &fake, &[]);
    assert!(code == Some(1) && said.contains("AMISS the clock of this machine is"), "{said}");
    // A wrong token, a wrong setting, a damaged file: each is named, and the others are still looked at.
    let (code, said) = asks(&world, &fake, &[("DISCORD_TOKEN", "nonsense")]);
    assert!(code == Some(1) && said.contains("AMISS DISCORD_TOKEN"), "{said}");
    assert!(said.contains("ok    the database is whole") && !said.contains("nonsense"), "{said}");
    std::fs::write(world.path().join("broken.db"), "no database at all, but long enough to be looked at")
        .unwrap();
    let broken = format!("sqlite://{}", world.path().join("broken.db").display());
    let (code, said) = asks(&world, &fake, &[("DATABASE_URL", &broken)]);
    assert!(code == Some(1) && said.contains("AMISS") && said.contains("Restore a backup"), "{said}");
    assert!(said.contains("ok    the token"), "{said}");
}

#[tokio::test]
async fn in_a_server_its_curators_see_what_is_missing_where() {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    fake.add_server(10, channels(10));
    let bot = Running::start(&world, &fake).await;
    let cora = Asker { permissions: ada().permissions | 0x20, ..ada() };
    let said = fake.slash(&cora, "doctor", &[]).await;
    assert!(said.ephemeral);
    let text = said.text();
    assert!(text.starts_with("I see 2 channels; in 1 of them a permission is missing:"), "{text}");
    assert!(
        text.contains("<#32>: Send Messages, Pin Messages") && text.contains("I do not see 1 channel"),
        "{text}"
    );
    assert!(!text.contains("staff") && !text.contains("<#33>"), "{text}");
    let refused = fake.slash(&ada(), "doctor", &[]).await;
    assert!(refused.text().contains("you need to be a curator"), "{}", refused.text());
    // Another server’s channels are nobody’s business here.
    fake.add_server(11, json!([]));
    let other = Asker { guild_id: Some(11), channel_id: 21, ..cora };
    let said = fake.slash(&other, "doctor", &[]).await;
    assert!(said.text().contains("I see 0 channels, and nothing is missing"), "{}", said.text());
    bot.stop().await;
}

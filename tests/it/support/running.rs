//! The real bot, running against the fake Discord.

use std::process::{ExitStatus, Stdio};
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::process::Child;

use super::fake_discord::{FakeDiscord, PATIENCE};
use super::{World, program};

/// A bot that runs until it is stopped, and is killed if the test ends first.
pub(crate) struct Running {
    child: Child,
}

impl Running {
    /// Starts the bot in a world and waits until it is connected and its commands are registered.
    pub(crate) async fn start(world: &World, fake: &FakeDiscord) -> Self {
        let running = Self::spawn(world, fake, &[("ATTACHMENT_HOST", &fake.host_name())]);
        running.connected(fake).await;
        running
    }

    /// Starts the bot with further settings and waits for nothing.
    pub(crate) fn spawn(world: &World, fake: &FakeDiscord, settings: &[(&str, &str)]) -> Self {
        let mut command = program(world.path());
        command
            .arg("serve")
            .env("DISCORD_TOKEN", fake.token())
            .env("DISCORD_API_URL", fake.url())
            // Tests ask faster than people do.
            .env("LIMITS", "off")
            .envs(settings.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let child = tokio::process::Command::from(command).kill_on_drop(true).spawn().unwrap();
        Self { child }
    }

    pub(crate) async fn connected(&self, fake: &FakeDiscord) {
        fake.wait_ready().await;
        fake.wait_for(|request| request.method == "PUT" && request.path.ends_with("/commands")).await;
    }

    /// Sends SIGTERM.
    pub(crate) fn terminate(&self) {
        let id = self.id().to_string();
        assert!(std::process::Command::new("kill").args(["-TERM", &id]).status().unwrap().success());
    }

    /// Kills it, as a crash would.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }

    /// Waits for the end: how it ended, and all that it wrote.
    pub(crate) async fn ended(mut self) -> (ExitStatus, String) {
        let mut written = String::new();
        let (mut out, mut err) = (self.child.stdout.take().unwrap(), self.child.stderr.take().unwrap());
        let reading = async {
            out.read_to_string(&mut written).await.unwrap();
            err.read_to_string(&mut written).await.unwrap();
        };
        let limit = PATIENCE + Duration::from_secs(10);
        tokio::time::timeout(limit, reading).await.expect("the program ends");
        (self.child.wait().await.unwrap(), written)
    }

    /// Stops it as a service manager would, and checks that it went well.
    pub(crate) async fn stop(self) -> String {
        self.terminate();
        let (status, written) = self.ended().await;
        assert!(status.success(), "{status}: {written}");
        written
    }

    /// Its memory in KiB (the resident set, from /proc).
    pub(crate) fn resident_kib(&self) -> u32 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.id())).unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse().unwrap()
    }

    /// The processor time it has used.
    pub(crate) fn cpu_time(&self) -> Duration {
        cpu_time(self.id())
    }

    pub(crate) fn id(&self) -> u32 {
        self.child.id().expect("it runs")
    }
}

/// The processor time that a program has used (user and system, from /proc; in hundredths of a second).
pub(crate) fn cpu_time(id: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).unwrap();
    let after_name = stat.rsplit(')').next().unwrap();
    let ticks: u64 = after_name.split_whitespace().skip(11).take(2).map(|n| n.parse::<u64>().unwrap()).sum();
    Duration::from_millis(ticks * 10)
}

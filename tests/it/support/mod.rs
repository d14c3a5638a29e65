//! What the tests share: a world of its own for each test, and the fake Discord.

pub(crate) mod fake_discord;
#[allow(dead_code, reason = "benches share this and look at no page")]
mod preview;
mod running;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use dragoman::error::Error;
use dragoman::page::blocks::WIDE;
use dragoman::page::export;
use dragoman::page::{Cell, Page, Table};
use dragoman::respond::{Asked, answer, respond, understand};
use dragoman::section::Opened;
use dragoman::store::{Asker, Curator, Operator, Store};
use dragoman::{files, layout::Layout};
use sqlx::ConnectOptions as _;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use tempfile::TempDir;

use self::fake_discord::FakeDiscord;
#[allow(unused_imports, reason = "benches share this and look at no page")]
pub(crate) use self::preview::Preview;
#[allow(unused_imports, reason = "one bench needs it")]
pub(crate) use self::running::{Running, cpu_time};

/// A time at which things are loaded in tests.
pub(crate) const NOW: &str = "2026-01-02T03:04:05Z";

/// A world, a fake Discord, and the bot running between them.
pub(crate) async fn begin() -> (World, FakeDiscord, Running) {
    let (world, fake) = (World::new().await, FakeDiscord::start().await);
    let bot = Running::start(&world, &fake).await;
    (world, fake, bot)
}

/// A folder, a database and a store of a test's own.
pub(crate) struct World {
    folder: TempDir,
    store: Store,
    operator: Operator,
}

/// What a person reads: an answer as text, or a refusal with the lines offered.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Heard {
    Answer(String),
    Refusal(String),
}

impl World {
    /// A world with the knowledge that the program carries.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(template().await, folder.path().join("dragoman.db")).unwrap();
        Self::in_folder(folder).await
    }

    /// A world with knowledge of its own: the areas, actors and sources of the program, and these
    /// tables in the form of a knowledge file.
    pub(crate) async fn knowing(text: &str) -> Self {
        let world = Self::in_folder(tempfile::tempdir().unwrap()).await;
        world.load(text).await;
        world
    }

    async fn in_folder(folder: TempDir) -> Self {
        let (store, operator) = Store::open_by_hand(&address(folder.path())).await.unwrap();
        Self { folder, store, operator }
    }

    /// The right of whoever works at the machine.
    pub(crate) fn operator(&self, guild: Option<u64>) -> Curator {
        self.operator.curator(guild)
    }

    /// Loads the program's areas, actors and sources with other tables.
    pub(crate) async fn load(&self, text: &str) {
        let mut all: Vec<files::File> = files::embedded();
        all.retain(|file| is_ground(&file.name));
        all.push(files::File { name: "test.toml".into(), text: text.to_owned().into() });
        let items = files::read(&all).unwrap_or_else(|faults| panic!("{faults:#?}"));
        self.store.load_public(&items, &files::digest(&all), NOW).await.unwrap();
    }

    pub(crate) fn store(&self) -> &Store {
        &self.store
    }

    /// Closes the store of the test itself.
    #[allow(dead_code, reason = "benches share this and close nothing")]
    pub(crate) async fn close(&self) {
        self.store.close().await;
    }

    /// A connection past the store.
    #[allow(dead_code, reason = "benches share this and go by the store")]
    pub(crate) async fn raw(&self) -> SqliteConnection {
        SqliteConnectOptions::new().filename(self.path().join("dragoman.db")).connect().await.unwrap()
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Asks a line and gives the page.
    pub(crate) async fn page(&self, line: &str) -> Page {
        match respond(&self.store, &Asker::default(), &Asked::Line(line.to_owned()), NOW).await {
            Ok(response) => response.page,
            Err(error) => panic!("{line}: {error}"),
        }
    }

    /// Asks a line and gives the whole page: its front and every section.
    pub(crate) async fn whole(&self, line: &str) -> Page {
        let asked = Asked::Line(line.to_owned());
        let answered = async {
            let understood = understand(&self.store, &Asker::default(), &asked, NOW).await?;
            answer(&self.store, &Asker::default(), &understood, Opened::All, NOW).await
        };
        answered.await.unwrap_or_else(|error: Error| panic!("{line}: {error}"))
    }

    /// Asks a line and gives its front as text, so many columns wide.
    pub(crate) async fn front(&self, line: &str, width: usize) -> String {
        export::text(&self.page(line).await, Layout::Auto, width)
    }

    /// Asks a line and gives what a person reads.
    pub(crate) async fn says(&self, line: &str) -> Heard {
        match respond(&self.store, &Asker::default(), &Asked::Line(line.to_owned()), NOW).await {
            Ok(response) => {
                let layout = response.view.layout.unwrap_or(Layout::Auto);
                Heard::Answer(export::text(&response.page, layout, WIDE))
            }
            Err(Error::Refused(refusal)) => {
                let offers: String =
                    refusal.offers.iter().map(|offer| format!("\n  {}", offer.line)).collect();
                Heard::Refusal(format!("{refusal}{offers}"))
            }
            Err(Error::Fault(fault)) => panic!("{line}: {fault}"),
        }
    }

    /// Asks a line that is answered.
    pub(crate) async fn answers(&self, line: &str) -> String {
        match self.says(line).await {
            Heard::Answer(text) => text,
            Heard::Refusal(sentence) => panic!("{line} is refused: {sentence}"),
        }
    }

    /// Asks a line that is refused.
    pub(crate) async fn refuses(&self, line: &str) -> String {
        match self.says(line).await {
            Heard::Refusal(sentence) => sentence,
            Heard::Answer(text) => panic!("{line} is answered: {text}"),
        }
    }

    /// Runs the program in this world.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The program in this world: its folder, its database, nothing else from outside.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = program(self.path());
        command.args(arguments);
        command
    }
}

/// The program in a folder, with no settings but the database there.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dragoman"));
    command.current_dir(folder).env_clear().env("HOME", folder).env("DATABASE_URL", address(folder));
    command
}

fn address(folder: &Path) -> String {
    format!("sqlite://{}", folder.join("dragoman.db").display())
}

/// A database with the program's knowledge, loaded once for all tests and then copied.
async fn template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<(TempDir, PathBuf)> = OnceLock::new();
    static LOADING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
    let _one_at_a_time = LOADING.lock().await;
    if TEMPLATE.get().is_none() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&address(folder.path())).await.unwrap();
        let files = files::embedded();
        let items = files::read(&files).unwrap_or_else(|faults| panic!("{faults:#?}"));
        store.load_public(&items, &files::digest(&files), NOW).await.unwrap();
        store.close().await;
        let path = folder.path().join("dragoman.db");
        let _ = TEMPLATE.set((folder, path));
    }
    &TEMPLATE.get().unwrap().1
}

/// Runs a statement on a database, as if by somebody at the machine.
pub(crate) async fn sql(database: &Path, statement: &'static str) {
    use sqlx::{ConnectOptions as _, Connection as _};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let mut connection = options.connect().await.unwrap();
    sqlx::query(statement).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// The number that a question to a database gives.
pub(crate) async fn number(database: &Path, question: &'static str) -> i64 {
    use sqlx::{ConnectOptions as _, Connection as _};
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(database);
    let mut connection = options.connect().await.unwrap();
    let number = sqlx::query_scalar(question).fetch_one(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    number
}

/// Whether a knowledge file is one that all others stand on: actors, areas, sources.
pub(crate) fn is_ground(file: &str) -> bool {
    ["actors.toml", "organisations.toml", "territories.toml", "historical.toml", "areas.toml", "sources.toml"]
        .iter()
        .any(|ground| file.ends_with(ground))
}

/// The rows of a table by the words of their cells; nothing for what is not recorded.
pub(crate) fn rows(table: &Table) -> Vec<Vec<Option<&str>>> {
    table.rows.iter().map(|row| row.iter().map(Cell::first).collect()).collect()
}

/// The table under a head whose first column is this.
pub(crate) fn table<'a>(page: &'a Page, first: &str) -> &'a Table {
    let found = page.tables().find(|table| table.head && table.columns[0].name == first);
    found.unwrap_or_else(|| panic!("no table of {first}: {page:#?}"))
}

/// An address on which nobody listens.
#[allow(dead_code, reason = "benches share this")]
pub(crate) fn free_address() -> String {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().to_string()
}

/// What a program wrote to stdout.
pub(crate) fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What a program wrote to stderr.
pub(crate) fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

//! Drafts: what somebody has begun, a form or an import, kept until it is done or its time is over.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use tokio::time::Instant;

use super::access::Contributor;
use super::connections::Tx;
use super::{Store, fault};
use crate::error::Fault;

/// The sort of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftKind {
    /// A form that somebody fills in.
    Form,
    /// A file whose effect somebody is shown.
    Import,
}

impl DraftKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Form => "form",
            Self::Import => "import",
        }
    }

    /// How many of a sort one person can have in a server; the oldest give way.
    fn most_of_person(self) -> i64 {
        match self {
            Self::Form => 20,
            Self::Import => 3,
        }
    }
}

/// How many drafts a server can have; the oldest give way.
const MOST_OF_SERVER: i64 = 2_000;

/// How many forms wait in memory to be written.
const MOST_UNWRITTEN: usize = 10_000;

/// How many bytes of files a server can have waiting to be applied: two of the largest, as they are kept.
const MOST_BYTES: i64 = 96 << 20;

/// Why a draft is not kept.
#[derive(Debug, thiserror::Error)]
pub enum DraftError {
    /// The server’s drafts would take too much.
    #[error("too many bytes")]
    TooLarge {
        /// The bytes of those that wait.
        used: i64,
        /// The most.
        most: i64,
    },
    /// A fault of the database.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Drafts that are not written yet: opening a form does not wait for a long write of somebody else.
#[derive(Debug, Default)]
pub(super) struct Unwritten(Mutex<HashMap<i64, NewDraft>>);

#[derive(Debug, Clone)]
struct NewDraft {
    scope: i64,
    author: String,
    body: String,
    made_at: String,
}

impl Unwritten {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<i64, NewDraft>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Drops those of which something is so: whose person or server is erased, or whose time is over.
    pub(super) fn forget(&self, is_gone: impl Fn(i64, &str, &str) -> bool) {
        self.with(|drafts| drafts.retain(|_, one| !is_gone(one.scope, &one.author, &one.made_at)));
    }

    fn of(&self, by: &Contributor, id: i64) -> Option<String> {
        self.with(|drafts| {
            let draft = drafts.get(&id)?;
            (draft.scope == by.scope && draft.author == by.author()).then(|| draft.body.clone())
        })
    }
}

impl Store {
    /// Keeps the draft of a form and gives its number. Of one that an interaction began, the number is that of the
    /// interaction, and it is kept in memory until [`Store::write_draft`] has written it.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn keep_form(&self, by: &Contributor, body: &str, now: &str) -> Result<i64, Fault> {
        let Some(id) = by.doer().interaction else {
            let mut tx = self.begin("keeping a draft").await?;
            let id = insert(&mut tx, None, &draft(by, body, now), DraftKind::Form).await?;
            tx.commit().await.map_err(fault("keeping a draft"))?;
            return Ok(id);
        };
        let new = draft(by, body, now);
        self.memory.drafts.with(|drafts| {
            if drafts.len() >= MOST_UNWRITTEN {
                return Err(Fault::new("keeping a draft", "too many wait to be written"));
            }
            // The oldest of many give way here too.
            let of_person =
                drafts.iter().filter(|(_, one)| one.scope == new.scope && one.author == new.author);
            let mut own: Vec<i64> = of_person.map(|(id, _)| *id).collect();
            own.sort_unstable();
            let most = usize::try_from(DraftKind::Form.most_of_person()).unwrap_or(0);
            for id in own.iter().take((own.len() + 1).saturating_sub(most)) {
                drafts.remove(id);
            }
            drafts.insert(id, new);
            Ok(id)
        })
    }

    /// Writes a draft that is only in memory, if it still is.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then it stays in memory.
    pub async fn write_draft(&self, id: i64) -> Result<(), Fault> {
        let doing = "keeping a draft";
        let mut tx = self.begin(doing).await?;
        // It may have been submitted meanwhile.
        let Some(draft) = self.memory.drafts.with(|drafts| drafts.get(&id).cloned()) else {
            return tx.roll_back().await.map_err(fault(doing));
        };
        insert(&mut tx, Some(id), &draft, DraftKind::Form).await?;
        tx.commit().await.map_err(fault(doing))?;
        self.memory.drafts.with(|drafts| drafts.remove(&id));
        Ok(())
    }

    /// Keeps the draft of an import, in place of another if it takes one’s place, and gives its number. What the same
    /// person has waiting gives way where there is no room.
    ///
    /// # Errors
    /// Why it is not kept.
    pub async fn keep_import(
        &self,
        by: &Contributor,
        body: &str,
        replaces: Option<i64>,
        now: &str,
    ) -> Result<i64, DraftError> {
        let doing = "keeping an import";
        let mut tx = self.begin(doing).await?;
        let (scope, author) = (by.scope, by.author());
        let own = i64::try_from(body.len()).unwrap_or(i64::MAX);
        let room = MOST_BYTES.saturating_sub(own);
        for give_way in [
            sqlx::query!(
                "DELETE FROM draft WHERE id = $1 AND scope = $2 AND author = $3",
                replaces,
                scope,
                author
            ),
            sqlx::query!(
                "DELETE FROM draft WHERE scope = $1 AND author = $2 AND kind = 'import'
                     AND (SELECT TOTAL(bytes) FROM draft WHERE scope = $1 AND kind = 'import') > $3",
                scope,
                author,
                room
            ),
        ] {
            give_way.execute(&mut *tx).await.map_err(fault(doing))?;
        }
        let id = insert(&mut tx, None, &draft(by, body, now), DraftKind::Import).await?;
        let bytes = sqlx::query_scalar!(
            r#"SELECT TOTAL(bytes) AS "bytes!: f64" FROM draft WHERE scope = $1 AND kind = 'import'"#,
            scope
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        #[expect(clippy::cast_possible_truncation, reason = "sizes of files are far below 2^53")]
        let used = bytes as i64;
        if used > MOST_BYTES {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(DraftError::TooLarge { used: used.saturating_sub(own), most: MOST_BYTES });
        }
        tx.commit().await.map_err(fault(doing))?;
        Ok(id)
    }

    /// Replaces what the draft of a form says; gives whether it is still there.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn update_draft(
        &self,
        by: &Contributor,
        id: i64,
        body: &str,
        now: &str,
    ) -> Result<bool, Fault> {
        let doing = "keeping a draft";
        let mut tx = self.begin(doing).await?;
        let (scope, author) = (by.scope, by.author());
        let bytes = i64::try_from(body.len()).unwrap_or(i64::MAX);
        let updated = sqlx::query!(
            "UPDATE draft SET body = $4, bytes = $5 WHERE id = $1 AND scope = $2 AND author = $3",
            id,
            scope,
            author,
            body,
            bytes
        );
        if updated.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected() == 0 {
            if self.memory.drafts.of(by, id).is_none() {
                tx.roll_back().await.map_err(fault(doing))?;
                return Ok(false);
            }
            insert(&mut tx, Some(id), &draft(by, body, now), DraftKind::Form).await?;
        }
        tx.commit().await.map_err(fault(doing))?;
        self.memory.drafts.with(|drafts| drafts.remove(&id));
        Ok(true)
    }

    /// A draft of somebody's own, if it is still there.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn draft(&self, by: &Contributor, kind: DraftKind, id: i64) -> Result<Option<String>, Fault> {
        // What is not written yet is a form.
        if kind == DraftKind::Form
            && let Some(body) = self.memory.drafts.of(by, id)
        {
            return Ok(Some(body));
        }
        let (scope, author, kind) = (by.scope, by.author(), kind.as_str());
        // The form may have been opened by another program.
        let begun = Instant::now();
        loop {
            let found = sqlx::query_scalar!(
                "SELECT body FROM draft WHERE id = $1 AND scope = $2 AND author = $3 AND kind = $4",
                id,
                scope,
                author,
                kind
            )
            .fetch_optional(&mut *self.reader().await?)
            .await
            .map_err(fault("reading a draft"))?;
            if found.is_some() || !self.may_come(begun).await {
                return Ok(found);
            }
        }
    }

    /// Drops a draft. Gives whether it was there: of two who try, one succeeds.
    ///
    /// # Errors
    /// A fault if the database cannot be written.
    pub async fn drop_draft(&self, by: &Contributor, id: i64) -> Result<bool, Fault> {
        let (scope, author) = (by.scope, by.author());
        let in_memory = self.memory.drafts.with(|drafts| {
            let is_own = drafts.get(&id).is_some_and(|one| one.scope == scope && one.author == author);
            is_own && drafts.remove(&id).is_some()
        });
        let dropped =
            sqlx::query!("DELETE FROM draft WHERE id = $1 AND scope = $2 AND author = $3", id, scope, author);
        Ok(self.write("dropping a draft", dropped).await? > 0 || in_memory)
    }
}

fn draft(by: &Contributor, body: &str, now: &str) -> NewDraft {
    NewDraft {
        scope: by.scope,
        author: by.author().to_owned(),
        body: body.to_owned(),
        made_at: now.to_owned(),
    }
}

/// Writes a draft; the oldest of many give way.
async fn insert(tx: &mut Tx, id: Option<i64>, draft: &NewDraft, kind: DraftKind) -> Result<i64, Fault> {
    let NewDraft { scope, author, body, made_at } = draft;
    let word = kind.as_str();
    let bytes = i64::try_from(body.len()).unwrap_or(i64::MAX);
    let id = sqlx::query_scalar!(
        r#"INSERT INTO draft (id, scope, author, made_at, body, kind, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7)
           RETURNING id AS "id!""#,
        id,
        scope,
        author,
        made_at,
        body,
        word,
        bytes
    )
    .fetch_one(&mut **tx)
    .await
    .map_err(fault("keeping a draft"))?;
    let (of_person, of_server) = (kind.most_of_person(), MOST_OF_SERVER);
    for most in [
        sqlx::query!(
            "DELETE FROM draft WHERE scope = $1 AND author = $2 AND kind = $3 AND id <> $4 AND id IN
                 (SELECT id FROM draft WHERE scope = $1 AND author = $2 AND kind = $3
                  ORDER BY made_at DESC, id DESC LIMIT -1 OFFSET $5)",
            scope,
            author,
            word,
            id,
            of_person
        ),
        sqlx::query!(
            "DELETE FROM draft WHERE scope = $1 AND id <> $2 AND id IN
                 (SELECT id FROM draft WHERE scope = $1 ORDER BY made_at DESC, id DESC LIMIT -1 OFFSET $3)",
            scope,
            id,
            of_server
        ),
    ] {
        most.execute(&mut **tx).await.map_err(fault("dropping old drafts"))?;
    }
    Ok(id)
}

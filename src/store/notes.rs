//! Notes of a discussion: whose each is stays with it, as does what it said before; and statements that are questioned.

use super::discussions::{Discussion, found_within, rest_on};
use super::place::{Participant, Presence};
use super::{Store, fault};
use crate::error::{BadTeam, Error, Fault, TeamThing};
use crate::knowledge::ItemKey;

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its number within the discussion.
    pub number: i64,
    /// Who made it, by name.
    pub person: String,
    /// The Discord id.
    pub id: String,
    /// When.
    pub made_at: String,
    /// What it says.
    pub text: String,
    /// The key of the item that it is about.
    pub item: Option<String>,
    /// The area that it is about.
    pub area: Option<String>,
    /// The message that it was taken from.
    pub link: Option<String>,
    /// The last revision when it was made.
    pub seen: i64,
    /// How often it was edited.
    pub edits: i64,
}

/// A note to be made.
#[derive(Debug, Clone, Copy)]
pub struct NewNote<'a> {
    /// What it says.
    pub text: &'a str,
    /// The item that it is about, and the revision at which it stands.
    pub item: Option<(&'a ItemKey, i64)>,
    /// The area that it is about.
    pub area: Option<&'a str>,
    /// The message that it was taken from.
    pub link: Option<&'a str>,
}

/// A statement that somebody questions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// The key of the statement.
    pub item: String,
    /// Who questions it, by name.
    pub person: String,
    /// Why.
    pub reason: String,
    /// When.
    pub made_at: String,
    /// The number of the proposal.
    pub proposal: Option<i64>,
    /// `open`, `approved` or `rejected`.
    pub status: String,
    /// Why it was decided so.
    pub verdict: Option<String>,
    /// Who decided, by name.
    pub decided_by: Option<String>,
}

/// An item that a discussion rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Basis {
    /// Its place in the brief, from 1; 0 where only notes are about it.
    pub place: i64,
    /// The item.
    pub item: ItemKey,
    /// The revision at which it was shown.
    pub revision: i64,
    /// The revision of which people were told last.
    pub told: i64,
}

/// The most notes of one person in one discussion.
const MOST_NOTES: i64 = 100;

impl Store {
    /// Makes a note, and gives its number.
    ///
    /// # Errors
    /// A refusal where somebody has many, a fault of the database.
    pub async fn add_note(
        &self,
        by: &Participant,
        discussion: i64,
        new: NewNote<'_>,
        now: &str,
    ) -> Result<i64, Error> {
        let doing = "making a note";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let found = found_within(&mut tx, &by.at, discussion).await?;
        let own = sqlx::query_scalar!(
            r#"SELECT COUNT(*) AS "own!: i64" FROM note WHERE discussion = $1 AND person = $2 AND retracted_at IS NULL"#,
            discussion,
            by.person
        );
        if own.fetch_one(&mut *tx).await.map_err(fault(doing))? >= MOST_NOTES {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::TooMany { what: TeamThing::Notes, most: MOST_NOTES }.into());
        }
        if let Some((item, revision)) = new.item {
            rest_on(&mut tx, found.id(), item, revision, 0).await?;
        }
        let item = new.item.map(|(item, _)| item.key.as_str());
        let NewNote { text, area, link, .. } = new;
        let number = sqlx::query_scalar!(
            r#"INSERT INTO note (discussion, number, person, made_at, text, item, area, link, seen)
               VALUES ($1, (SELECT COALESCE(MAX(number), 0) + 1 FROM note WHERE discussion = $1), $2, $3, $4, $5, $6, $7,
                       (SELECT COALESCE(MAX(id), 0) FROM revision))
               RETURNING number AS "number!: i64""#,
            discussion,
            by.person,
            now,
            text,
            item,
            area,
            link
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))?;
        Ok(number)
    }

    /// Has a note of one’s own say something else; what it said is kept.
    ///
    /// # Errors
    /// A refusal where there is no such note of theirs, a fault of the database.
    pub async fn edit_note(
        &self,
        by: &Participant,
        discussion: i64,
        number: i64,
        text: &str,
        now: &str,
    ) -> Result<(), Error> {
        let doing = "editing a note";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        found_within(&mut tx, &by.at, discussion).await?;
        let before = sqlx::query!(
            r#"SELECT id AS "id!: i64", text FROM note WHERE discussion = $1 AND number = $2 AND person = $3 AND retracted_at IS NULL"#,
            discussion,
            number,
            by.person
        );
        let Some(before) = before.fetch_optional(&mut *tx).await.map_err(fault(doing))? else {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::NoSuchNote { number }.into());
        };
        for step in [
            sqlx::query!(
                "INSERT INTO note_version (note, made_at, text) VALUES ($1, $2, $3)
                 ON CONFLICT (note, made_at) DO UPDATE SET text = excluded.text",
                before.id,
                now,
                before.text
            ),
            sqlx::query!("UPDATE note SET text = $2 WHERE id = $1", before.id, text),
        ] {
            step.execute(&mut *tx).await.map_err(fault(doing))?;
        }
        Ok(tx.commit().await.map_err(fault(doing))?)
    }

    /// Takes a note of one’s own back; it is kept, and shown nowhere.
    ///
    /// # Errors
    /// A refusal where there is no such note of theirs, a fault of the database.
    pub async fn retract_note(
        &self,
        by: &Participant,
        discussion: i64,
        number: i64,
        now: &str,
    ) -> Result<(), Error> {
        let doing = "retracting a note";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        found_within(&mut tx, &by.at, discussion).await?;
        let done = sqlx::query!(
            "UPDATE note SET retracted_at = $4 WHERE discussion = $1 AND number = $2 AND person = $3 AND retracted_at IS NULL",
            discussion,
            number,
            by.person,
            now
        );
        if done.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected() == 0 {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::NoSuchNote { number }.into());
        }
        Ok(tx.commit().await.map_err(fault(doing))?)
    }

    /// The notes of a discussion, in the order in which they were made; without those taken back.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn notes(&self, discussion: &Discussion) -> Result<Vec<Note>, Fault> {
        sqlx::query_as!(
            Note,
            r#"SELECT n.number AS "number!: i64", COALESCE(p.name, n.person) AS "person!: String", n.person AS id, n.made_at, n.text, n.item,
                      n.area, n.link, n.seen, (SELECT COUNT(*) FROM note_version v WHERE v.note = n.id) AS "edits!: i64"
               FROM note n LEFT JOIN person p ON p.id = n.person
               WHERE n.discussion = $1 AND n.retracted_at IS NULL ORDER BY n.number"#,
            discussion.id
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading notes"))
    }

    /// A note of one’s own, with what it said before, latest first.
    ///
    /// # Errors
    /// A refusal where there is no such note of theirs, a fault of the database.
    pub async fn own_note(
        &self,
        by: &Participant,
        discussion: &Discussion,
        number: i64,
    ) -> Result<(String, Vec<(String, String)>), Error> {
        let doing = "reading a note";
        let mut reader = self.reader().await?;
        let own = sqlx::query!(
            r#"SELECT id AS "id!: i64", text FROM note WHERE discussion = $1 AND number = $2 AND person = $3 AND retracted_at IS NULL"#,
            discussion.id,
            number,
            by.person
        );
        let Some(own) = own.fetch_optional(&mut *reader).await.map_err(fault(doing))? else {
            return Err(BadTeam::NoSuchNote { number }.into());
        };
        let before = sqlx::query!(
            "SELECT made_at, text FROM note_version WHERE note = $1 ORDER BY made_at DESC",
            own.id
        );
        let before = before.fetch_all(&mut *reader).await.map_err(fault(doing))?;
        Ok((own.text, before.into_iter().map(|row| (row.made_at, row.text)).collect()))
    }

    /// The statements of a discussion that are questioned, with what came of it.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn challenges(&self, discussion: &Discussion) -> Result<Vec<Challenge>, Fault> {
        challenges(self, discussion.id, None).await
    }

    /// A challenge, with the discussion in which it was made; nothing where either is gone.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn challenge(&self, at: &Presence, id: i64) -> Result<Option<(Discussion, Challenge)>, Error> {
        let of = sqlx::query_scalar!("SELECT discussion FROM challenge WHERE id = $1", id);
        let of = of.fetch_optional(&mut *self.reader().await?).await.map_err(fault(READING))?;
        let Some(of) = of else { return Ok(None) };
        let discussion = self.discussion_by_id(at, of).await?;
        Ok(challenges(self, of, Some(id)).await?.pop().map(|challenge| (discussion, challenge)))
    }

    /// What a discussion rests on: what its brief shows, then what notes are about.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn basis(&self, discussion: &Discussion) -> Result<Vec<Basis>, Fault> {
        let rows = sqlx::query!(
            "SELECT place, entity, key, revision, told FROM basis WHERE discussion = $1 ORDER BY place = 0, place, key",
            discussion.id
        );
        let rows = rows.fetch_all(&mut *self.reader().await?).await;
        rows.map_err(fault("reading what a discussion rests on"))?
            .into_iter()
            .map(|row| {
                let item = ItemKey { entity: super::history::entity(&row.entity)?, key: row.key };
                Ok(Basis { place: row.place, item, revision: row.revision, told: row.told })
            })
            .collect()
    }
}

const READING: &str = "reading challenges";

async fn challenges(store: &Store, discussion: i64, one: Option<i64>) -> Result<Vec<Challenge>, Fault> {
    sqlx::query_as!(
        Challenge,
        r#"SELECT c.item, COALESCE(n.name, c.person) AS "person!: String", c.reason, c.made_at, p.number AS "proposal: i64",
                  COALESCE(p.status, 'rejected') AS "status!: String", p.verdict, COALESCE(d.name, p.decided_by) AS "decided_by: String"
           FROM challenge c LEFT JOIN proposal p ON p.id = c.proposal
           LEFT JOIN person n ON n.id = c.person LEFT JOIN person d ON d.id = p.decided_by
           WHERE c.discussion = $1 AND ($2 IS NULL OR c.id = $2) ORDER BY c.id"#,
        discussion,
        one
    )
    .fetch_all(&mut *store.reader().await?)
    .await
    .map_err(fault(READING))
}

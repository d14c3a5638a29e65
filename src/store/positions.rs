//! Positions: one a person, changeable while the discussion is open; and what they come to.

use super::discussions::{Discussion, Status, found_within, show_anew};
use super::place::{Participant, Presence};
use super::{Store, fault, unreadable};
use crate::error::{BadTeam, Error, Fault};

/// An option with what was chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OptionTally {
    /// Its place, from 1.
    pub place: i64,
    /// What it says.
    pub text: String,
    /// How many chose it; none while a secret vote goes on.
    pub votes: Option<i64>,
}

/// A position as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Who took it, by name; nobody where the vote was secret.
    pub person: Option<String>,
    /// The Discord id; none where the vote was secret.
    pub id: Option<String>,
    /// The place of the option.
    pub place: i64,
    /// Why.
    pub reason: String,
    /// When it was taken, RFC 3339; not told where the vote was secret.
    pub taken_at: Option<String>,
    /// The last revision when it was taken or affirmed.
    pub seen: i64,
    /// Whether the person is not in the server any more.
    pub has_left: bool,
}

/// What somebody does with their position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Take<'a> {
    /// Takes it, or changes it.
    Choose(i64),
    /// Says why.
    Because(&'a str),
    /// Says that it holds though its evidence has changed.
    Affirm,
}

impl Store {
    /// Takes a position in an open discussion, or says more of it. The first message is brought up to date at `show_at`,
    /// which is given the time when it last was.
    ///
    /// # Errors
    /// A refusal where it is not open, the option is none, or there is no position to say more of; a fault of the
    /// database.
    pub async fn take_position(
        &self,
        by: &Participant,
        discussion: i64,
        take: Take<'_>,
        show_at: &(dyn Fn(Option<&str>) -> String + Sync),
        now: &str,
    ) -> Result<Discussion, Error> {
        let doing = "taking a position";
        let mut tx = self.begin_act(doing, by.doer(), now).await?;
        let found = found_within(&mut tx, &by.at, discussion).await?;
        if found.status != Status::Open {
            tx.roll_back().await.map_err(fault(doing))?;
            return Err(BadTeam::NotOpen { number: found.number }.into());
        }
        let round = found.round;
        let done = match take {
            Take::Choose(place) => sqlx::query!(
                "INSERT INTO position (discussion, round, person, place, reason, taken_at, seen)
                 SELECT o.discussion, $2, $3, o.place, '', $5, (SELECT COALESCE(MAX(id), 0) FROM revision)
                 FROM discussion_option o WHERE o.discussion = $1 AND o.place = $4
                 ON CONFLICT (discussion, round, person) DO UPDATE SET
                     reason = CASE WHEN place = excluded.place THEN reason ELSE '' END,
                     place = excluded.place, taken_at = excluded.taken_at, seen = excluded.seen, left_at = NULL",
                discussion,
                round,
                by.person,
                place,
                now
            ),
            Take::Because(reason) => sqlx::query!(
                "UPDATE position SET reason = $4 WHERE discussion = $1 AND round = $2 AND person = $3",
                discussion,
                round,
                by.person,
                reason
            ),
            Take::Affirm => sqlx::query!(
                "UPDATE position SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE discussion = $1 AND round = $2 AND person = $3",
                discussion,
                round,
                by.person
            ),
        };
        if done.execute(&mut *tx).await.map_err(fault(doing))?.rows_affected() == 0 {
            tx.roll_back().await.map_err(fault(doing))?;
            let why = match take {
                Take::Choose(_) => BadTeam::NoSuchOption,
                Take::Because(_) | Take::Affirm => BadTeam::NoPosition,
            };
            return Err(why.into());
        }
        // What somebody affirms changes nothing that is shown; nor does a reason, where nobody is told whose it is.
        let shows = match take {
            Take::Choose(_) => true,
            Take::Because(_) => !found.secret,
            Take::Affirm => false,
        };
        if shows {
            show_anew(&mut tx, &found, &show_at(found.shown_at.as_deref())).await?;
        }
        tx.commit().await.map_err(fault(doing))?;
        self.discussion_by_id(&by.at, discussion).await
    }

    /// What somebody has chosen in a discussion, and why.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn own_position(
        &self,
        by: &Participant,
        discussion: &Discussion,
    ) -> Result<Option<(i64, String)>, Fault> {
        let own = sqlx::query!(
            "SELECT place, reason FROM position WHERE discussion = $1 AND round = $2 AND person = $3",
            discussion.id,
            discussion.round,
            by.person
        );
        let own = own.fetch_optional(&mut *self.reader().await?).await;
        Ok(own.map_err(fault("reading a position"))?.map(|row| (row.place, row.reason)))
    }

    /// The options of a discussion, with what was chosen how often as far as that may be told.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn tally(&self, discussion: &Discussion) -> Result<Vec<OptionTally>, Fault> {
        let rows = sqlx::query!(
            r#"SELECT o.place AS "place!: i64", o.text AS "text!: String",
                      (SELECT COUNT(*) FROM position p WHERE p.discussion = $1 AND p.round = $2 AND p.place = o.place)
                      + COALESCE((SELECT b.votes FROM ballot b WHERE b.discussion = $1 AND b.round = $2 AND b.place = o.place), 0)
                      AS "votes!: i64"
               FROM discussion_option o WHERE o.discussion = $1 ORDER BY o.place"#,
            discussion.id,
            discussion.round
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("counting positions"))?;
        let told = !discussion.secret || discussion.status != Status::Open;
        let option = |(place, text, votes): (i64, String, i64)| OptionTally {
            place,
            text,
            votes: told.then_some(votes),
        };
        Ok(rows.into_iter().map(|row| option((row.place, row.text, row.votes))).collect())
    }

    /// The positions of a discussion, by option, then as they were taken; of a secret vote that is over the reasons
    /// alone, of one that goes on nothing.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn positions(&self, discussion: &Discussion) -> Result<Vec<Position>, Fault> {
        if discussion.secret {
            let rows = sqlx::query!(
                "SELECT place, reasons FROM ballot WHERE discussion = $1 AND round = $2 ORDER BY place",
                discussion.id,
                discussion.round
            );
            let rows = rows.fetch_all(&mut *self.reader().await?).await.map_err(fault("reading ballots"))?;
            let mut positions = Vec::new();
            for row in rows {
                let reasons: Vec<String> =
                    serde_json::from_str(&row.reasons).map_err(unreadable("reasons"))?;
                positions.extend(reasons.into_iter().map(|reason| Position {
                    person: None,
                    id: None,
                    place: row.place,
                    reason,
                    taken_at: None,
                    seen: i64::MAX,
                    has_left: false,
                }));
            }
            return Ok(positions);
        }
        let rows = sqlx::query!(
            r#"SELECT COALESCE(n.name, p.person) AS "name!: String", p.person, p.place, p.reason, p.taken_at, p.seen,
                      p.left_at IS NOT NULL AS "has_left!: bool"
               FROM position p LEFT JOIN person n ON n.id = p.person
               WHERE p.discussion = $1 AND p.round = $2 ORDER BY p.place, p.taken_at, p.person"#,
            discussion.id,
            discussion.round
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading positions"))?;
        Ok(rows
            .into_iter()
            .map(|row| Position {
                person: Some(row.name),
                id: Some(row.person),
                place: row.place,
                reason: row.reason,
                taken_at: Some(row.taken_at),
                seen: row.seen,
                has_left: row.has_left,
            })
            .collect())
    }

    /// Notes that people who took a position are not in the server any more, or are again.
    ///
    /// # Errors
    /// A fault of the database.
    pub async fn note_leavers(
        &self,
        at: &Presence,
        left: &[String],
        there: &[String],
        now: &str,
    ) -> Result<(), Fault> {
        let (doing, scope) = ("noting who has left", at.scope);
        let (left, there) = (super::read::json(left)?, super::read::json(there)?);
        let mut tx = self.begin(doing).await?;
        sqlx::query!(
            "UPDATE position SET left_at = CASE WHEN person IN (SELECT value FROM json_each($2)) THEN COALESCE(left_at, $4) END
             WHERE (person IN (SELECT value FROM json_each($2)) OR person IN (SELECT value FROM json_each($3)))
                 AND discussion IN (SELECT id FROM discussion WHERE scope = $1)",
            scope,
            left,
            there,
            now
        )
        .execute(&mut *tx)
        .await
        .map_err(fault(doing))?;
        tx.commit().await.map_err(fault(doing))
    }
}

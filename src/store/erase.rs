//! Erasing: everything of a server, everything of a person; and handing out what is kept of a person.

use std::sync::atomic::Ordering;

use sqlx::Connection as _;

use super::access::Curator;
use super::connections::Tx;
use super::{Store, fault};
use crate::error::Fault;

impl Store {
    /// Erases everything of a server: knowledge, history, proposals, grants, audit.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing is erased.
    pub async fn erase_server(&self, curator: &Curator) -> Result<(), Fault> {
        let tx = self.begin(ERASING_SERVER).await?;
        self.erase_scope(tx, curator.scope).await
    }

    /// Erases everything of a scope, and commits.
    pub(super) async fn erase_scope(&self, mut tx: Tx, scope: i64) -> Result<(), Fault> {
        if scope <= 0 {
            return Err(Fault::new(ERASING_SERVER, "the public scope is not one"));
        }
        self.memory.drafts.forget(|of, _, _| of == scope);
        self.memory.conversations.forget(|of, _| of == scope);
        // What refers comes before what is referred to.
        for erase in [
            sqlx::query!("DELETE FROM outbox WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM discussion WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM focus WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM follow WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM quiet WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM visit WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM proposal WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM draft WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM statement WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM recommendation WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM membership WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM source WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM area WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM ambiguity WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM concept WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM actor WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM mask WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM revision WHERE scope = $1", scope),
            sqlx::query!("UPDATE change_set SET undoes = NULL WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM change_set WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM access_grant WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM editor_seen WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM audit WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM departure WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM long_line WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM conversation WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM gap WHERE scope = $1", scope),
            sqlx::query!("DELETE FROM feedback WHERE scope = $1", scope),
            // Names of people who are known from nowhere else.
            sqlx::query!(
                "DELETE FROM person WHERE id NOT IN
                     (SELECT author FROM change_set UNION SELECT author FROM proposal
                      UNION SELECT decided_by FROM proposal WHERE decided_by IS NOT NULL
                      UNION SELECT author FROM audit UNION SELECT about FROM audit WHERE about IS NOT NULL
                      UNION SELECT opened_by FROM discussion UNION SELECT closed_by FROM discussion WHERE closed_by IS NOT NULL
                      UNION SELECT person FROM discussion_event UNION SELECT person FROM position UNION SELECT person FROM note
                      UNION SELECT person FROM challenge UNION SELECT set_by FROM focus UNION SELECT set_by FROM follow)"
            ),
            // Numbers of revisions are given again: what was seen of others must not be after them.
            sqlx::query!(
                "UPDATE setting SET value = MIN(CAST(value AS INTEGER), (SELECT COALESCE(MAX(id), 0) FROM revision))
                 WHERE name = 'noticed'"
            ),
            sqlx::query!(
                "UPDATE position SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE seen > (SELECT COALESCE(MAX(id), 0) FROM revision)"
            ),
            sqlx::query!(
                "UPDATE note SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE seen > (SELECT COALESCE(MAX(id), 0) FROM revision)"
            ),
            sqlx::query!(
                "UPDATE discussion SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE seen > (SELECT COALESCE(MAX(id), 0) FROM revision)"
            ),
            sqlx::query!(
                "UPDATE follow SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE seen > (SELECT COALESCE(MAX(id), 0) FROM revision)"
            ),
            sqlx::query!(
                "UPDATE visit SET seen = (SELECT COALESCE(MAX(id), 0) FROM revision)
                 WHERE seen > (SELECT COALESCE(MAX(id), 0) FROM revision)"
            ),
        ] {
            erase.execute(&mut *tx).await.map_err(fault(ERASING_SERVER))?;
        }
        // Of what was taken out the index of words keeps traces until it is written anew.
        sqlx::query!("INSERT INTO statement_text (statement_text) VALUES ('optimize')")
            .execute(&mut *tx)
            .await
            .map_err(fault(ERASING_SERVER))?;
        tx.commit().await.map_err(fault(ERASING_SERVER))?;
        self.note_erasure(scope);
        self.empty_journal().await;
        Ok(())
    }

    /// Everything that is kept about a person, as lines of text: name, layout, what they did where.
    ///
    /// # Errors
    /// A fault if the database cannot be read.
    pub async fn data_of(&self, user: u64) -> Result<Vec<String>, Fault> {
        let id = user.to_string();
        sqlx::query_scalar!(
            r#"SELECT x.line AS "line!: String" FROM (
                   SELECT 0 AS kind, '' AS at, 'Name: ' || name AS line FROM person WHERE id = $1
                   UNION ALL SELECT 1, '', 'Layout: ' || layout FROM reader WHERE id = $1
                   UNION ALL SELECT 2, '', 'Access in server ' || scope || ': ' || level FROM access_grant
                       WHERE kind = 'member' AND holder = $1
                   UNION ALL SELECT 3, made_at, made_at || ' server ' || scope || ': change set ' || number || ', ' || reason
                       FROM change_set WHERE author = $1
                   UNION ALL SELECT 4, made_at, made_at || ' server ' || scope || ': proposal ' || number || ', ' || reason
                       FROM proposal WHERE author = $1
                   UNION ALL SELECT 4, decided_at, decided_at || ' server ' || scope || ': decided proposal ' || number
                       FROM proposal WHERE decided_by = $1
                   UNION ALL SELECT 5, made_at, made_at || ' server ' || scope || ': ' || action || ', ' || detail
                       FROM audit WHERE author = $1
                   UNION ALL SELECT 5, made_at, made_at || ' server ' || scope || ': somebody else’s ' || action || ', ' || detail
                       FROM audit WHERE about = $1
                   UNION ALL SELECT 6, made_at, made_at || ' server ' || scope || ': draft ' || body FROM draft WHERE author = $1
                   UNION ALL SELECT 7, seen_at, seen_at || ' server ' || scope || ': edited last' FROM editor_seen
                       WHERE person = $1
                   UNION ALL SELECT 8, kept_at, kept_at || ' server ' || scope || ': asked ' || line FROM long_line
                       WHERE person = $1
                   UNION ALL SELECT 8, asked_at, asked_at || ' server ' || scope || ': understood ' || reading FROM conversation
                       WHERE person = $1
                   UNION ALL SELECT 10, p.taken_at, p.taken_at || ' server ' || d.scope || ': position in discussion ' || d.number || ', '
                       || (SELECT text FROM discussion_option o WHERE o.discussion = d.id AND o.place = p.place) || ', ' || p.reason
                       FROM position p JOIN discussion d ON d.id = p.discussion WHERE p.person = $1
                   UNION ALL SELECT 10, n.made_at, n.made_at || ' server ' || d.scope || ': note in discussion ' || d.number || ', ' || n.text
                       FROM note n JOIN discussion d ON d.id = n.discussion WHERE n.person = $1
                   UNION ALL SELECT 10, v.made_at, v.made_at || ' server ' || d.scope || ': a note in discussion ' || d.number || ' said ' || v.text
                       FROM note_version v JOIN note n ON n.id = v.note JOIN discussion d ON d.id = n.discussion WHERE n.person = $1
                   UNION ALL SELECT 10, c.made_at, c.made_at || ' server ' || d.scope || ': questioned ' || c.item || ', ' || c.reason
                       FROM challenge c JOIN discussion d ON d.id = c.discussion WHERE c.person = $1
                   UNION ALL SELECT 10, e.made_at, e.made_at || ' server ' || d.scope || ': ' || e.event || ' discussion ' || d.number || ', ' || e.detail
                       FROM discussion_event e JOIN discussion d ON d.id = e.discussion WHERE e.person = $1
                   UNION ALL SELECT 11, set_at, set_at || ' server ' || scope || ': set the focus of channel ' || channel
                       FROM focus WHERE set_by = $1
                   UNION ALL SELECT 11, set_at, set_at || ' server ' || scope || ': follows ' || kind || ' ' || first || ' ' || second || ' ' || line
                       FROM follow WHERE set_by = $1
                   UNION ALL SELECT 11, seen_at, seen_at || ' server ' || scope || ': saw what changed' FROM visit WHERE person = $1
                   UNION ALL SELECT 11, due_at, due_at || ' server ' || scope || ': to be told, ' || kind FROM outbox
                       WHERE detail ->> '$.person' = $1
                   UNION ALL SELECT 9, given_at, given_at || ' server ' || scope || ': found ' || item || ' ' || verdict
                       FROM feedback WHERE person = $1) x
               ORDER BY x.kind, x.at"#,
            id
        )
        .fetch_all(&mut *self.reader().await?)
        .await
        .map_err(fault("reading what is kept of a person"))
    }

    /// Erases what is kept about a person. What they contributed stays, by somebody with a pseudonym: for as long as it
    /// is kept, what they did can be told apart from what others did, and undone.
    ///
    /// # Errors
    /// A fault if the database cannot be written; then nothing is erased.
    pub async fn erase_person(&self, user: u64, now: &str) -> Result<(), Fault> {
        let (id, erasing) = (user.to_string(), "erasing a person's data");
        let mut tx = self.begin(erasing).await?;
        self.memory.drafts.forget(|_, author, _| author == id);
        self.memory.conversations.forget(|_, person| person == id);
        let pseudonym = sqlx::query_scalar!(
            r#"INSERT INTO pseudonym (name, made_at) VALUES ('erased-' || lower(hex(randomblob(4))), $1)
               RETURNING name AS "name!""#,
            now
        )
        .fetch_one(&mut *tx)
        .await
        .map_err(fault(erasing))?;
        for erase in [
            sqlx::query!("DELETE FROM person WHERE id = $1", id),
            sqlx::query!("DELETE FROM reader WHERE id = $1", id),
            sqlx::query!("DELETE FROM draft WHERE author = $1", id),
            sqlx::query!("DELETE FROM editor_seen WHERE person = $1", id),
            sqlx::query!("DELETE FROM long_line WHERE person = $1", id),
            sqlx::query!("DELETE FROM conversation WHERE person = $1", id),
            sqlx::query!("DELETE FROM feedback WHERE person = $1", id),
            sqlx::query!("DELETE FROM visit WHERE person = $1", id),
            sqlx::query!("DELETE FROM outbox WHERE detail ->> '$.person' = $1", id),
            sqlx::query!("DELETE FROM follow WHERE set_by = $1 AND channel = 0", id),
            // What waits is withdrawn. What servers granted or denied is theirs, and stays.
            sqlx::query!(
                "UPDATE proposal SET status = 'rejected', decided_by = $2, decided_at = $3, verdict = 'withdrawn'
                 WHERE author = $1 AND status = 'open'",
                id,
                pseudonym,
                now
            ),
            sqlx::query!("UPDATE change_set SET author = $2 WHERE author = $1", id, pseudonym),
            sqlx::query!("UPDATE proposal SET author = $2, link = NULL WHERE author = $1", id, pseudonym),
            sqlx::query!("UPDATE proposal SET decided_by = $2 WHERE decided_by = $1", id, pseudonym),
            sqlx::query!("UPDATE audit SET author = $2 WHERE author = $1", id, pseudonym),
            sqlx::query!("UPDATE discussion SET opened_by = $2 WHERE opened_by = $1", id, pseudonym),
            sqlx::query!("UPDATE discussion SET closed_by = $2 WHERE closed_by = $1", id, pseudonym),
            sqlx::query!("UPDATE discussion_event SET person = $2 WHERE person = $1", id, pseudonym),
            // Who votes, erases their data and votes again counts once; what is over stays as it was.
            sqlx::query!(
                "INSERT INTO outbox (scope, kind, about, key, due_at)
                 SELECT d.scope, 'tally', d.id, 'tally:' || d.id, $2 FROM position p JOIN discussion d ON d.id = p.discussion
                 WHERE p.person = $1 AND p.round = d.round AND d.status = 'open'
                 ON CONFLICT (key) DO NOTHING",
                id,
                now
            ),
            sqlx::query!(
                "DELETE FROM position WHERE person = $1 AND EXISTS (SELECT 1 FROM discussion d WHERE d.id = position.discussion
                     AND d.round = position.round AND d.status = 'open')",
                id
            ),
            sqlx::query!("UPDATE position SET person = $2 WHERE person = $1", id, pseudonym),
            sqlx::query!("UPDATE note SET person = $2, link = NULL WHERE person = $1", id, pseudonym),
            sqlx::query!("UPDATE challenge SET person = $2 WHERE person = $1", id, pseudonym),
            sqlx::query!("UPDATE focus SET set_by = $2 WHERE set_by = $1", id, pseudonym),
            sqlx::query!("UPDATE follow SET set_by = $2 WHERE set_by = $1", id, pseudonym),
            sqlx::query!("UPDATE audit SET about = $2 WHERE about = $1", id, pseudonym),
            // Reasons may mention them.
            sqlx::query!(
                "UPDATE audit SET detail = replace(detail, '<@' || $1 || '>', $2) WHERE instr(detail, '<@' || $1 || '>') > 0",
                id,
                pseudonym
            ),
        ] {
            erase.execute(&mut *tx).await.map_err(fault(erasing))?;
        }
        tx.commit().await.map_err(fault(erasing))?;
        self.layouts.forget(user);
        self.empty_journal().await;
        Ok(())
    }

    /// Ends pseudonyms given before a time: from then on nobody can tell what one erased person did from what another
    /// did.
    pub(super) async fn end_pseudonyms(&self, before: &str) -> Result<(), Fault> {
        let doing = "ending pseudonyms";
        let ended = sqlx::query_scalar!("SELECT name FROM pseudonym WHERE made_at < $1", before)
            .fetch_all(&mut *self.reader().await?)
            .await
            .map_err(fault(doing))?;
        for name in ended {
            let mut tx = self.begin(doing).await?;
            for end in [
                sqlx::query!("UPDATE change_set SET author = $2 WHERE author = $1", name, ERASED),
                sqlx::query!("UPDATE proposal SET author = $2 WHERE author = $1", name, ERASED),
                sqlx::query!("UPDATE proposal SET decided_by = $2 WHERE decided_by = $1", name, ERASED),
                sqlx::query!("UPDATE audit SET author = $2 WHERE author = $1", name, ERASED),
                sqlx::query!("UPDATE audit SET about = $2 WHERE about = $1", name, ERASED),
                sqlx::query!("UPDATE discussion SET opened_by = $2 WHERE opened_by = $1", name, ERASED),
                sqlx::query!("UPDATE discussion SET closed_by = $2 WHERE closed_by = $1", name, ERASED),
                sqlx::query!("UPDATE discussion_event SET person = $2 WHERE person = $1", name, ERASED),
                // Of two in one discussion each keeps a position: by names that say nothing, another in each discussion.
                sqlx::query!(
                    "UPDATE position SET person = $2 || '-' || lower(hex(randomblob(4))) WHERE person = $1",
                    name,
                    ERASED
                ),
                sqlx::query!("UPDATE note SET person = $2 WHERE person = $1", name, ERASED),
                sqlx::query!("UPDATE challenge SET person = $2 WHERE person = $1", name, ERASED),
                sqlx::query!("UPDATE focus SET set_by = $2 WHERE set_by = $1", name, ERASED),
                sqlx::query!("UPDATE follow SET set_by = $2 WHERE set_by = $1", name, ERASED),
                sqlx::query!("DELETE FROM pseudonym WHERE name = $1", name),
            ] {
                end.execute(&mut *tx).await.map_err(fault(doing))?;
            }
            tx.commit().await.map_err(fault(doing))?;
        }
        Ok(())
    }

    /// Empties the journal, in which what was erased would stand until it is written over.
    pub(super) async fn empty_journal(&self) {
        let emptied = async {
            let mut connection = self.writer.another().await?;
            // This is no statement that can be described in advance. Its first column says whether others were in the way.
            let busy: i64 =
                sqlx::query_scalar("PRAGMA wal_checkpoint(TRUNCATE)").fetch_one(&mut connection).await?;
            connection.close().await?;
            Ok::<bool, sqlx::Error>(busy == 0)
        };
        let emptied = emptied.await.unwrap_or_else(|error| {
            tracing::warn!(%error, "the journal is not emptied");
            false
        });
        // Where others read just then it is done with the next look for changes.
        self.memory.journal_is_full.store(!emptied, Ordering::Relaxed);
    }
}

const ERASING_SERVER: &str = "erasing a server";

/// Who history says did what a person did whose pseudonym has ended.
const ERASED: &str = "erased";

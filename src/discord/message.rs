//! A message as we send it, by whichever way: answer to an interaction, edit, reply in a channel.
//!
//! This is the only place where messages are built, so that none can be sent that pings anyone.

use std::time::Duration;

use serenity::all::{
    CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateEmbed, CreateEmbedFooter,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage,
    CreateMessage, EditInteractionResponse, MessageId, MessageReference, MessageReferenceKind,
};

use super::limits::UPLOAD;

/// A message.
#[derive(Debug, Clone, Default)]
pub(super) struct Outgoing {
    /// The text.
    pub content: String,
    /// The text of the embed below it; none where empty.
    pub foot: String,
    /// The small line below the embed.
    pub footer: String,
    /// Buttons and menus.
    pub rows: Vec<CreateActionRow>,
    /// Files: name and content.
    pub files: Vec<(String, Vec<u8>)>,
    /// Whether only the asker sees it.
    pub private: bool,
}

/// No user, role or everyone: what each message of ours may ping.
fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new()
}

impl Outgoing {
    /// A private message of one sentence.
    #[must_use]
    pub(super) fn private(content: impl Into<String>) -> Self {
        Self { content: content.into(), private: true, ..Self::default() }
    }

    /// The same for taking the place of a message that has its files already.
    #[must_use]
    pub(super) fn in_place(self) -> Self {
        Self { files: Vec::new(), ..self }
    }

    /// The same as a file, below a sentence that has nothing of it.
    pub(super) fn as_file(&self, sentence: &str) -> Self {
        let text = [&self.content, &self.foot, &self.footer].map(String::as_str).join("\n");
        // Files that are too large may be what Discord does not take.
        let bytes: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        let mut files = if bytes <= UPLOAD / 2 { self.files.clone() } else { Vec::new() };
        files.push(("answer.txt".to_owned(), text.trim().to_owned().into_bytes()));
        Self { files, private: self.private, ..Self::private(sentence) }
    }

    /// How long sending it once may take: files take their time.
    pub(super) fn patience(&self) -> Duration {
        let bytes: usize = self.files.iter().map(|(_, bytes)| bytes.len()).sum();
        if bytes > UPLOAD / 10 { Duration::from_mins(1) } else { Duration::from_secs(10) }
    }

    fn embeds(&self) -> Vec<CreateEmbed> {
        if self.foot.is_empty() {
            return Vec::new();
        }
        let embed = CreateEmbed::new().description(&self.foot);
        vec![if self.footer.is_empty() { embed } else { embed.footer(CreateEmbedFooter::new(&self.footer)) }]
    }

    fn attachments(&self) -> Vec<CreateAttachment> {
        self.files.iter().map(|(name, bytes)| CreateAttachment::bytes(bytes.clone(), name.clone())).collect()
    }

    fn body(&self) -> CreateInteractionResponseMessage {
        CreateInteractionResponseMessage::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.rows.clone())
            .files(self.attachments())
            .ephemeral(self.private)
            .allowed_mentions(nobody())
    }

    /// As the first response to an interaction.
    #[must_use]
    pub(super) fn response(&self) -> CreateInteractionResponse {
        CreateInteractionResponse::Message(self.body())
    }

    /// In place of the message whose button was pressed, and of its files.
    #[must_use]
    pub(super) fn update(&self) -> CreateInteractionResponse {
        CreateInteractionResponse::UpdateMessage(self.body())
    }

    /// In place of “thinking…”.
    pub(super) fn edit(&self) -> EditInteractionResponse {
        let edit = EditInteractionResponse::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.rows.clone())
            .allowed_mentions(nobody());
        self.attachments().into_iter().fold(edit, EditInteractionResponse::new_attachment)
    }

    /// As a further response to an interaction.
    pub(super) fn followup(&self) -> CreateInteractionResponseFollowup {
        CreateInteractionResponseFollowup::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.rows.clone())
            .files(self.attachments())
            .ephemeral(self.private)
            .allowed_mentions(nobody())
    }

    /// As a message in a channel.
    pub(super) fn message(&self) -> CreateMessage {
        CreateMessage::new().content(&self.content).allowed_mentions(nobody())
    }

    /// As a reply in a channel. It is sent even if the message it replies to is gone, and only
    /// once however often it is tried.
    pub(super) fn reply(&self, channel: serenity::all::ChannelId, to: MessageId) -> CreateMessage {
        let reference = MessageReference::new(MessageReferenceKind::Default, channel)
            .message_id(to)
            .fail_if_not_exists(false);
        CreateMessage::new()
            .content(&self.content)
            .embeds(self.embeds())
            .components(self.rows.clone())
            .files(self.attachments())
            .reference_message(reference)
            .nonce(serenity::all::Nonce::String(to.to_string()))
            .enforce_nonce(true)
            .allowed_mentions(nobody())
    }
}

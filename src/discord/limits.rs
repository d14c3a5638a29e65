//! Discord’s limits, each with the page that states it. Lengths are in characters (code points).

/// The text of a message.
/// <https://discord.com/developers/docs/resources/message#create-message>
pub const CONTENT: usize = 2_000;

/// The description of an embed.
/// <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>
pub const EMBED_DESCRIPTION: usize = 4_096;

/// All text of all embeds of a message together.
/// <https://discord.com/developers/docs/resources/message#embed-object-embed-limits>
pub const EMBEDS_TOTAL: usize = 6_000;

/// The label of a button.
/// <https://discord.com/developers/docs/components/reference#button>
pub const BUTTON_LABEL: usize = 80;

/// Buttons in one row.
/// <https://discord.com/developers/docs/components/reference#action-row>
pub const ROW_BUTTONS: usize = 5;

/// Options of a select menu.
/// <https://discord.com/developers/docs/components/reference#string-select>
pub const SELECT_OPTIONS: usize = 25;

/// Rows of controls under a message.
/// <https://discord.com/developers/docs/components/reference#action-row>
pub const ROWS: usize = 5;

/// The label, value and description of an option of a select menu.
/// <https://discord.com/developers/docs/components/reference#string-select-select-option-structure>
pub const SELECT_TEXT: usize = 100;

/// The id of a control.
/// <https://discord.com/developers/docs/components/reference#anatomy-of-a-component>
pub const CUSTOM_ID: usize = 100;

/// The value of a string option that we accept; Discord’s own limit is 6,000.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>
pub const OPTION_VALUE: u16 = 200;

/// A question in plain words, as long as a message of whoever pays; Discord’s own limit for an option is 6,000.
/// <https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-structure>
pub const QUESTION: u16 = 4_000;

/// The largest file, in bytes, where the server has no larger.
/// <https://discord.com/developers/docs/reference#uploading-files>
pub const UPLOAD: usize = 10 << 20;

/// The title of a modal.
/// <https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal>
pub const MODAL_TITLE: usize = 45;

/// The label of an input of a modal.
/// <https://discord.com/developers/docs/components/reference#text-input>
pub const MODAL_LABEL: usize = 45;

/// The value of an input of a modal.
/// <https://discord.com/developers/docs/components/reference#text-input>
pub const MODAL_VALUE: u16 = 4_000;

//! Controls and inputs as our own data, which serialises to Discord’s JSON
//! (<https://discord.com/developers/docs/components/reference>).

use serde_json::{Value, json};

/// A row of controls under a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Row {
    /// Buttons, side by side.
    Buttons(Vec<Button>),
    /// A menu of one choice.
    Menu(Menu),
}

/// A button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Button {
    label: String,
    style: Style,
    disabled: bool,
    /// An id, or the address of a link.
    target: String,
}

/// How a button looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// What comes first.
    Primary = 1,
    /// What can be done besides.
    Secondary = 2,
    /// What agrees.
    Success = 3,
    /// What takes away.
    Danger = 4,
    /// What leads elsewhere.
    Link = 5,
}

/// A menu from which one thing is chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Menu {
    /// Its id.
    pub(super) id: String,
    /// What is said while nothing is chosen.
    pub(super) placeholder: String,
    /// What can be chosen.
    pub(super) choices: Vec<Choice>,
}

/// What can be chosen from a menu.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Choice {
    /// What is read.
    pub(super) label: String,
    /// What is chosen.
    pub(super) value: String,
    /// What is said below the label; nothing where it is empty.
    pub(super) description: String,
    /// Whether it is what stands now.
    pub(super) is_chosen: bool,
}

/// An input of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Input {
    /// Its name.
    pub(super) id: &'static str,
    /// What stands above it.
    pub(super) label: String,
    /// What is filled in already.
    pub(super) value: String,
    /// The most characters.
    pub(super) most: u16,
    /// Whether it has several lines.
    pub(super) long: bool,
    /// Whether it may not be left empty.
    pub(super) required: bool,
}

impl Button {
    /// A button that does something.
    pub(super) fn new(id: String, label: impl Into<String>, style: Style) -> Self {
        Self { label: label.into(), style, disabled: false, target: id }
    }

    /// A button that leads to an address.
    pub(super) fn link(url: impl Into<String>, label: impl Into<String>) -> Self {
        Self { label: label.into(), style: Style::Link, disabled: false, target: url.into() }
    }

    /// The same, which can be pressed or not.
    pub(super) fn disabled(self, disabled: bool) -> Self {
        Self { disabled, ..self }
    }

    fn json(&self) -> Value {
        let target = if self.style == Style::Link { "url" } else { "custom_id" };
        json!({
            "type": 2, "style": self.style as u8, "label": self.label, "disabled": self.disabled,
            target: self.target,
        })
    }
}

impl Choice {
    fn json(&self) -> Value {
        let mut json = json!({"label": self.label, "value": self.value, "default": self.is_chosen});
        if !self.description.is_empty() {
            json["description"] = json!(self.description);
        }
        json
    }
}

impl Row {
    /// A row as Discord has it.
    pub(super) fn json(&self) -> Value {
        let inside: Vec<Value> = match self {
            Self::Buttons(buttons) => buttons.iter().map(Button::json).collect(),
            Self::Menu(menu) => vec![json!({
                "type": 3,
                "custom_id": menu.id,
                "placeholder": menu.placeholder,
                "options": menu.choices.iter().map(Choice::json).collect::<Vec<_>>(),
            })],
        };
        json!({"type": 1, "components": inside})
    }

    /// Rows as Discord has them.
    pub(super) fn all(rows: &[Self]) -> Value {
        rows.iter().map(Self::json).collect()
    }
}

impl Input {
    /// An input in a row of its own, as Discord has it.
    pub(super) fn json(&self) -> Value {
        let mut json = json!({
            "type": 4, "custom_id": self.id, "label": self.label, "style": if self.long { 2 } else { 1 },
            "required": self.required, "max_length": self.most,
        });
        // Discord refuses an empty value; none says the same.
        if !self.value.is_empty() {
            json["value"] = json!(self.value);
        }
        json!({"type": 1, "components": [json]})
    }
}

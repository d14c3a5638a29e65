//! Forms as Discord's modals.

use serenity::all::{
    ActionRowComponent, CreateActionRow, CreateInputText, CreateInteractionResponse, CreateModal,
    InputTextStyle, ModalInteractionData,
};

use super::limits::{MODAL_LABEL, MODAL_TITLE, MODAL_VALUE};
use super::message::built;
use super::rest::Body;
use crate::editing::Form;
use crate::words::forms;

/// A modal with one input.
pub(super) fn ask(id: String, title: &str, input: &'static str, label: &str) -> Body {
    let text = CreateInputText::new(InputTextStyle::Short, cut(label, MODAL_LABEL), input)
        .max_length(300)
        .required(true);
    let rows = vec![CreateActionRow::InputText(text)];
    let modal = CreateModal::new(id, cut(title, MODAL_TITLE)).components(rows);
    built(&CreateInteractionResponse::Modal(modal))
}

/// A form as a modal.
pub(super) fn modal(id: String, form: &Form) -> Body {
    let rows = form
        .inputs
        .iter()
        .map(|input| {
            let style = if input.long { InputTextStyle::Paragraph } else { InputTextStyle::Short };
            let text =
                CreateInputText::new(style, cut(forms::label(form.entity, input.id), MODAL_LABEL), input.id)
                    .required(input.required)
                    .max_length(MODAL_VALUE);
            // Discord refuses an empty value; none says the same.
            let text = if input.value.is_empty() {
                text
            } else {
                text.value(cut(&input.value, usize::from(MODAL_VALUE)))
            };
            CreateActionRow::InputText(text)
        })
        .collect();
    let modal = CreateModal::new(id, cut(&forms::title(&form.title), MODAL_TITLE)).components(rows);
    built(&CreateInteractionResponse::Modal(modal))
}

/// What was filled in.
pub(super) fn values(data: &ModalInteractionData) -> Vec<(String, String)> {
    data.components
        .iter()
        .flat_map(|row| &row.components)
        .filter_map(|component| match component {
            ActionRowComponent::InputText(input) => {
                Some((input.custom_id.clone(), input.value.clone().unwrap_or_default()))
            }
            _ => None,
        })
        .collect()
}

/// What was filled in, for a file: each input under its name.
pub(super) fn as_text(values: &[(String, String)]) -> String {
    let filled = values.iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(input, value)| format!("{input}:\n{value}\n")).collect::<Vec<_>>().join("\n")
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

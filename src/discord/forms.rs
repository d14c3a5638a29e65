//! Forms as Discord’s modals.

use super::components::Input;
use super::limits::{MODAL_LABEL, MODAL_TITLE, MODAL_VALUE};
use super::message;
use super::rest::Body;
use crate::editing::Form;
use crate::words::forms;

/// The longest answer to one question, in characters.
const ANSWER_LENGTH: u16 = 300;

/// A modal with one input.
pub(super) fn ask(id: &str, title: &str, input: &'static str, label: &str) -> Body {
    let (label, value, most) = (cut(label, MODAL_LABEL), String::new(), ANSWER_LENGTH);
    let input = Input { id: input, label, value, most, long: false, required: true };
    message::form(id, &cut(title, MODAL_TITLE), &[input])
}

/// A form as a modal.
pub(super) fn modal(id: &str, form: &Form) -> Body {
    let input = |input: &crate::editing::Input| Input {
        id: input.id,
        label: cut(forms::label(form.entity, input.id), MODAL_LABEL),
        value: cut(&input.value, usize::from(MODAL_VALUE)),
        most: MODAL_VALUE,
        long: input.long,
        required: input.required,
    };
    let inputs: Vec<Input> = form.inputs.iter().map(input).collect();
    message::form(id, &cut(&forms::title(&form.title), MODAL_TITLE), &inputs)
}

/// What was filled in, for a file: each input under its name.
pub(super) fn as_text(values: &[(String, String)]) -> String {
    let filled = values.iter().filter(|(_, value)| !value.trim().is_empty());
    filled.map(|(input, value)| format!("{input}:\n{value}\n")).collect::<Vec<_>>().join("\n")
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

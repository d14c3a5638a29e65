//! People on Discord, by their ids.

/// The id of a person, as a number or a mention: `1001`, `<@1001>`. What is anything else is nobody.
#[must_use]
pub fn person(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let mention = typed.strip_prefix("<@").and_then(|rest| rest.strip_suffix('>'));
    let id = mention.map_or(typed, |id| id.trim_start_matches('!'));
    let is_id = !id.is_empty() && id.len() <= 20 && id.bytes().all(|byte| byte.is_ascii_digit());
    is_id.then(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::person;

    #[test]
    fn only_ids_and_mentions_are_people() {
        for typed in ["1001", " <@1001> ", "<@!1001>"] {
            assert_eq!(person(typed).as_deref(), Some("1001"), "{typed}");
        }
        for typed in ["1;DROP", "", "<@>", "<@&5>", "Ada", "１００１", "123456789012345678901"] {
            assert_eq!(person(typed), None, "{typed}");
        }
    }
}

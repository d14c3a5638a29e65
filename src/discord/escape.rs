//! Making text inert in Discord’s Markdown: what people and files wrote is shown as written.
//!
//! Nothing here keeps a mention from pinging (no message of ours may ping anyone, see
//! `discord::message`); it keeps text from being read as markup.

/// Escapes text that stands outside code blocks.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut line_start = true;
    let mut digits = false;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']' => escaped.push('\\'),
            // Headings, lists and small print are markup only at the start of a line.
            '#' | '-' | '+' if line_start => escaped.push('\\'),
            '.' | ')' if digits => escaped.push('\\'),
            // A link without a name is one wherever it stands.
            ':' if rest.starts_with("//") => escaped.push('\\'),
            _ => {}
        }
        escaped.push(c);
        if c == '@' {
            // A zero-width space keeps @everyone from lighting up.
            escaped.push('\u{200B}');
        }
        digits = c.is_ascii_digit() && (line_start || digits);
        line_start = c == '\n' || (line_start && c == ' ');
    }
    escaped
}

/// Makes a line safe inside a code block: only backticks mean anything there.
#[must_use]
pub fn in_code(line: &str) -> String {
    if line.contains('`') { line.replace('`', "ˋ") } else { line.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        let cases = [
            ("**bold** __under__ ~~gone~~", r"\*\*bold\*\* \_\_under\_\_ \~\~gone\~\~"),
            ("||spoiler||", r"\|\|spoiler\|\|"),
            ("x` <@1> `x", "x\\` \\<@\u{200B}1\\> \\`x"),
            ("@everyone", "@\u{200B}everyone"),
            ("# a\n- b\n1. c\n-# d\n> e", "\\# a\n\\- b\n1\\. c\n\\-# d\n\\> e"),
            ("[a](https://b.c)", r"\[a\](https\://b.c)"),
            ("ends with \\", r"ends with \\"),
            ("2024. And US$ 1.4 bn - so", "2024\\. And US$ 1.4 bn - so"),
        ];
        for (text, expected) in cases {
            assert_eq!(escape(text), expected, "{text}");
        }
        assert_eq!(in_code("```` end"), "ˋˋˋˋ end");
    }

    proptest! {
        #[test]
        fn taking_the_backslashes_out_gives_the_text_back(text in "\\PC{0,200}") {
            let mut plain = String::new();
            let escaped = escape(&text);
            let mut characters = escaped.chars();
            while let Some(c) = characters.next() {
                if c == '\\' { plain.extend(characters.next()) } else { plain.push(c) }
            }
            prop_assert_eq!(plain.replace("@\u{200B}", "@"), text);
        }
    }
}

//! Controls under an answer: buttons whose ids carry the question, the asker and a signature.
//!
//! An id is all the state there is, so a button works after a restart and years later. It carries
//! no authority: who clicked is compared with the asker on every click, and the answer is made anew
//! from what the clicker may see. The signature binds an id to its server, so that one cannot be
//! made up or carried over.
//!
//! ```text
//! 1 g w 02 0000abcdefghi ABCDEFGHIJKL compare TUR PAK IND
//! │ │ │ │  │             │            └ the line, without its slash
//! │ │ │ │  │             └ signature, 9 bytes of HMAC-SHA-256 in base64
//! │ │ │ │  └ the asker’s id, base 36
//! │ │ │ └ page, base 36
//! │ │ └ layout
//! │ └ action
//! └ version of this form
//! ```

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;

use super::limits::CUSTOM_ID;
use crate::layout::Layout;

/// What a control does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Shows a page of the answer.
    Go,
    /// Shows the answer in the next layout, and remembers it.
    Layout,
    /// Shows the sources to whoever clicks.
    Sources,
    /// Gives the answer as a CSV file.
    Csv,
    /// Gives the answer as a Markdown file.
    Markdown,
    /// Shows a private answer to the channel.
    Share,
    /// Asks the line that was offered.
    Ask,
    /// Asks the line that is chosen from a menu.
    Choose,
    /// Does something with knowledge; what, its line says. Whether the clicker may is checked then.
    Edit,
}

const ACTIONS: [(Action, char); 9] = [
    (Action::Go, 'g'),
    (Action::Layout, 'l'),
    (Action::Sources, 's'),
    (Action::Csv, 'c'),
    (Action::Markdown, 'm'),
    (Action::Share, 'h'),
    (Action::Ask, 'a'),
    (Action::Choose, 'o'),
    (Action::Edit, 'e'),
];

const LAYOUTS: [(Layout, char); 5] = [
    (Layout::Auto, 'a'),
    (Layout::Wide, 'w'),
    (Layout::Phone, 'p'),
    (Layout::Cards, 'c'),
    (Layout::Plain, 't'),
];

/// The version of the form of an id.
const VERSION: char = '1';
/// Digits of the page.
const PAGE_DIGITS: usize = 2;
/// Digits of the asker: 2^64 in base 36.
const ASKER_DIGITS: usize = 13;
/// Bytes of the signature: one guess in 2^72 succeeds, and each costs a request to Discord.
const SIGNATURE_BYTES: usize = 9;
/// Characters of the signature.
const SIGNATURE_DIGITS: usize = 12;
/// Characters before the line.
const HEAD: usize = 3 + PAGE_DIGITS + ASKER_DIGITS + SIGNATURE_DIGITS;

/// The most characters that a line may have to fit an id.
pub const LONGEST_LINE: usize = CUSTOM_ID - HEAD;

/// How many pages an id can name: two digits in base 36.
pub const MOST_PAGES: usize = 36 * 36;

/// What a control says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// What it does.
    pub action: Action,
    /// The layout that the answer is shown in.
    pub layout: Layout,
    /// The page, from 0.
    pub page: usize,
    /// Who asked.
    pub asker: u64,
    /// What was asked, without the slash.
    pub line: String,
}

/// Signs and checks the ids of controls.
#[derive(Clone)]
pub struct Signer {
    key: [u8; 32],
}

impl std::fmt::Debug for Signer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Signer")
    }
}

impl Signer {
    /// A signer with a key that stays the same between runs.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self { key }
    }

    /// The id of a control in a server (0 in direct messages); nothing where the line is too long.
    #[must_use]
    pub fn id(&self, control: &Control, guild: u64) -> Option<String> {
        if control.line.chars().count() > LONGEST_LINE || control.page >= MOST_PAGES {
            return None;
        }
        let action = ACTIONS.iter().find(|(action, _)| *action == control.action)?.1;
        let layout = LAYOUTS.iter().find(|(layout, _)| *layout == control.layout)?.1;
        let page = base36(control.page as u64, PAGE_DIGITS);
        let asker = base36(control.asker, ASKER_DIGITS);
        let head = format!("{VERSION}{action}{layout}{page}{asker}");
        let signature = self.sign(&head, &control.line, guild);
        Some(format!("{head}{signature}{}", control.line))
    }

    /// What an id says, if it was made here for this server.
    #[must_use]
    pub fn read(&self, id: &str, guild: u64) -> Option<Control> {
        // Everything before the line is ASCII; anything else was not made here.
        let (head, rest) = id.split_at_checked(HEAD - SIGNATURE_DIGITS)?;
        let (signature, line) = rest.split_at_checked(SIGNATURE_DIGITS)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        self.mac(head, line, guild)?.verify_truncated_left(&signature).ok()?;
        let mut letters = head.chars();
        let version = letters.next()?;
        let (action, layout) = (letters.next()?, letters.next()?);
        let digits = letters.as_str();
        let (page, asker) = digits.split_at_checked(PAGE_DIGITS)?;
        (version == VERSION).then_some(())?;
        Some(Control {
            action: ACTIONS.iter().find(|(_, letter)| *letter == action)?.0,
            layout: LAYOUTS.iter().find(|(_, letter)| *letter == layout)?.0,
            page: usize::from_str_radix(page, 36).ok()?,
            asker: u64::from_str_radix(asker, 36).ok()?,
            line: line.to_owned(),
        })
    }

    fn sign(&self, head: &str, line: &str, guild: u64) -> String {
        let signature = self.mac(head, line, guild).map(|mac| mac.finalize().into_bytes());
        signature.map_or(String::new(), |bytes| URL_SAFE_NO_PAD.encode(&bytes[..SIGNATURE_BYTES]))
    }

    fn mac(&self, head: &str, line: &str, guild: u64) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        for part in [head.as_bytes(), &guild.to_le_bytes(), line.as_bytes()] {
            mac.update(part);
        }
        Some(mac)
    }
}

/// A number in base 36, padded with zeros.
fn base36(mut number: u64, digits: usize) -> String {
    let mut reversed = Vec::with_capacity(digits);
    for _ in 0..digits {
        reversed.push(char::from_digit((number % 36) as u32, 36).unwrap_or('0'));
        number /= 36;
    }
    reversed.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn control(line: &str) -> Control {
        Control { action: Action::Go, layout: Layout::Phone, page: 3, asker: u64::MAX, line: line.to_owned() }
    }

    #[test]
    fn an_id_says_what_it_was_made_for() {
        let signer = Signer::new([7; 32]);
        let control = control("compare TUR PAK IND area:defence");
        let id = signer.id(&control, 42).unwrap();
        assert!(id.chars().count() <= CUSTOM_ID, "{id}");
        assert_eq!(signer.read(&id, 42), Some(control));
    }

    #[test]
    fn another_server_another_key_or_an_edit_spoils_it() {
        let signer = Signer::new([7; 32]);
        let id = signer.id(&control("facts TUR"), 42).unwrap();
        assert_eq!(signer.read(&id, 43), None);
        assert_eq!(Signer::new([8; 32]).read(&id, 42), None);
        assert_eq!(signer.read(&id.replace("TUR", "PAK"), 42), None);
        for cut in 0..id.len() {
            assert_eq!(signer.read(&id[..cut], 42), None, "{cut}");
        }
    }

    #[test]
    fn a_line_that_does_not_fit_has_no_id() {
        let signer = Signer::new([7; 32]);
        assert!(signer.id(&control(&"x".repeat(LONGEST_LINE)), 1).is_some_and(|id| id.len() == CUSTOM_ID));
        assert_eq!(signer.id(&control(&"x".repeat(LONGEST_LINE + 1)), 1), None);
    }

    proptest! {
        #[test]
        fn what_was_not_signed_is_not_read(id in "\\PC{0,100}") {
            prop_assert_eq!(Signer::new([7; 32]).read(&id, 42), None);
        }
    }
}

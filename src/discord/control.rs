//! Controls under an answer: buttons whose ids carry the question, the asker and a signature.
//!
//! An id is all the state there is, so a button works after a restart and years later. It carries
//! no authority: who clicked is compared with the asker on every click, and the answer is made anew
//! from what the clicker may see. The signature binds an id to its server, so that one cannot be
//! made up or carried over.
//!
//! ```text
//! 2 g w 3 02 0000abcdefghi ABCDEFGHIJKL compare TUR PAK IND
//! │ │ │ │ │  │             │            └ the line, without its slash
//! │ │ │ │ │  │             └ signature, 9 bytes of HMAC-SHA-256 in base64
//! │ │ │ │ │  └ the asker’s id, base 36
//! │ │ │ │ └ page, base 36
//! │ │ │ └ section, base 36: 0 the first screen, z all
//! │ │ └ layout
//! │ └ action
//! └ version of this form
//! ```
//!
//! Ids of version 1, which had no section, still work: they stand for the first screen.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use super::limits::CUSTOM_ID;
use crate::action::Action;
use crate::layout::Layout;
use crate::section::{Opened, SectionName};

/// What a control does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Does {
    /// Shows a page of the answer.
    Go,
    /// Turns to the first page.
    First,
    /// Turns to the last page.
    Last,
    /// Opens the section that is chosen from a menu.
    Section,
    /// Shows the answer in the layout that is chosen from a menu, or in the next one, and remembers it.
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
    /// Asks the line again with the option that is chosen from a menu: what was meant instead.
    Correct,
    /// Opens a form to discuss the answer.
    Discuss,
    /// Does something beside showing an answer; its line is the action. Whether the clicker may is checked then.
    Act(Action),
}

/// The letters of what shows an answer.
const SHOWS: [(Does, char); 13] = [
    (Does::Go, 'g'),
    (Does::First, 'f'),
    (Does::Last, 'z'),
    (Does::Section, 'n'),
    (Does::Layout, 'l'),
    (Does::Sources, 's'),
    (Does::Csv, 'c'),
    (Does::Markdown, 'm'),
    (Does::Share, 'h'),
    (Does::Ask, 'a'),
    (Does::Choose, 'o'),
    (Does::Correct, 'r'),
    (Does::Discuss, 'd'),
];

/// The letter of an action.
const ACTS: char = 'e';

const LAYOUTS: [(Layout, char); 5] = [
    (Layout::Auto, 'a'),
    (Layout::Wide, 'w'),
    (Layout::Phone, 'p'),
    (Layout::Cards, 'c'),
    (Layout::Plain, 't'),
];

/// The version of the form of an id.
const VERSION: char = '2';
/// The version before, without a section.
const BEFORE: char = '1';
/// Digits of the page.
const PAGE_DIGITS: usize = 2;
/// Digits of the asker: 2^64 in base 36.
const ASKER_DIGITS: usize = 13;
/// Bytes of the signature: one guess in 2^72 succeeds, and each costs a request to Discord.
const SIGNATURE_BYTES: usize = 9;
/// Characters of the signature.
const SIGNATURE_DIGITS: usize = 12;
/// Characters before the signature.
const HEAD: usize = 4 + PAGE_DIGITS + ASKER_DIGITS;

/// The most characters that a line may have to fit an id.
pub const LONGEST_LINE: usize = CUSTOM_ID - HEAD - SIGNATURE_DIGITS;

/// How many pages an id can name: two digits in base 36.
pub const MOST_PAGES: usize = 36 * 36;

/// What a control says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Control {
    /// What it does.
    pub does: Does,
    /// The layout that the answer is shown in.
    pub layout: Layout,
    /// What of it is shown.
    pub opened: Opened,
    /// The page, from 0.
    pub page: usize,
    /// Who asked.
    pub asker: u64,
    /// What was asked, without the slash; empty where it does something else.
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
        let (letter, line) = match &control.does {
            Does::Act(action) => (ACTS, action.to_string()),
            shows => (SHOWS.iter().find(|(known, _)| known == shows)?.1, control.line.clone()),
        };
        if line.chars().count() > LONGEST_LINE || control.page >= MOST_PAGES {
            return None;
        }
        let layout = LAYOUTS.iter().find(|(layout, _)| *layout == control.layout)?.1;
        let section = section_digit(control.opened)?;
        let page = base36(control.page as u64, PAGE_DIGITS);
        let asker = base36(control.asker, ASKER_DIGITS);
        let head = format!("{VERSION}{letter}{layout}{section}{page}{asker}");
        let signature = self.sign(&head, &line, guild);
        Some(format!("{head}{signature}{line}"))
    }

    /// What an id says, if it was made here for this server.
    #[must_use]
    pub fn read(&self, id: &str, guild: u64) -> Option<Control> {
        // Everything before the line is ASCII; anything else was not made here.
        let version = id.chars().next()?;
        let (head, rest) = id.split_at_checked(if version == BEFORE { HEAD - 1 } else { HEAD })?;
        let (signature, line) = rest.split_at_checked(SIGNATURE_DIGITS)?;
        let signature = URL_SAFE_NO_PAD.decode(signature).ok()?;
        self.mac(head, line, guild)?.verify_truncated_left(&signature).ok()?;
        let mut letters = head.chars().skip(1);
        let (letter, layout) = (letters.next()?, letters.next()?);
        let opened = match version {
            VERSION => opened(letters.next()?)?,
            BEFORE => Opened::Front,
            _ => return None,
        };
        let digits: String = letters.collect();
        let (page, asker) = digits.split_at_checked(PAGE_DIGITS)?;
        let page = usize::from_str_radix(page, 36).ok()?;
        let (does, line) = match letter {
            ACTS => (Does::Act(line.parse().ok()?), String::new()),
            letter => (SHOWS.iter().find(|(_, known)| *known == letter)?.0.clone(), line.to_owned()),
        };
        Some(Control {
            does,
            layout: LAYOUTS.iter().find(|(_, letter)| *letter == layout)?.0,
            opened,
            // The pages of before were others.
            page: if version == BEFORE { 0 } else { page },
            asker: u64::from_str_radix(asker, 36).ok()?,
            line,
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

/// The digit for what is opened.
fn section_digit(opened: Opened) -> Option<char> {
    let place = |name| SectionName::ALL.iter().position(|known| *known == name);
    match opened {
        Opened::Front => Some('0'),
        Opened::All => Some('z'),
        Opened::Section(name) => char::from_digit(u32::try_from(place(name)? + 1).ok()?, 36),
    }
}

/// What a digit opens.
fn opened(digit: char) -> Option<Opened> {
    match digit {
        '0' => Some(Opened::Front),
        'z' => Some(Opened::All),
        digit => {
            let place = usize::try_from(digit.to_digit(36)?).ok()?.checked_sub(1)?;
            SectionName::ALL.get(place).copied().map(Opened::Section)
        }
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
        Control {
            does: Does::Go,
            layout: Layout::Phone,
            opened: Opened::Section(SectionName::Timeline),
            page: 3,
            asker: u64::MAX,
            line: line.to_owned(),
        }
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
    fn an_action_is_carried_as_it_is() {
        let signer = Signer::new([7; 32]);
        let acting = Control { does: Does::Act(Action::UndoRest(5)), ..control("") };
        let id = signer.id(&acting, 42).unwrap();
        assert_eq!(signer.read(&id, 42), Some(acting));
    }

    #[test]
    fn every_section_has_a_digit_of_its_own() {
        let all = SectionName::ALL.map(Opened::Section).into_iter().chain([Opened::Front, Opened::All]);
        for one in all {
            assert_eq!(section_digit(one).and_then(opened), Some(one));
        }
    }

    #[test]
    fn an_id_of_the_version_before_opens_the_first_screen() {
        let signer = Signer::new([7; 32]);
        let head = format!("1gw{}{}", base36(2, PAGE_DIGITS), base36(9, ASKER_DIGITS));
        let id = format!("{head}{}facts TUR", signer.sign(&head, "facts TUR", 42));
        let control = signer.read(&id, 42).unwrap();
        assert_eq!((control.opened, control.page, control.asker), (Opened::Front, 0, 9));
        assert_eq!(control.line, "facts TUR");
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

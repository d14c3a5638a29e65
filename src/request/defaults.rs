//! Whom questions are about where they do not say: the focus of a channel, or what a thread discusses.

use super::Asking;
use crate::commands::Command;

/// Whom questions of a place are about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defaults {
    /// Whose policy, by key.
    pub subject: String,
    /// Towards whom.
    pub partners: Vec<String>,
    /// In which area.
    pub area: Option<String>,
}

impl Defaults {
    /// Everyone, subject first.
    #[must_use]
    pub fn everyone(&self) -> Vec<String> {
        std::iter::once(&self.subject).chain(&self.partners).cloned().collect()
    }

    /// A command that does not say whom it is about, with those it is about here, and these by themselves; nothing where it says so itself, or
    /// is about nobody.
    pub(super) fn fill(&self, asking: &Asking) -> Option<(Asking, Vec<String>)> {
        if !asking.command.takes_focus() {
            return None;
        }
        let mut filled = asking.clone();
        if asking.lacks_subject {
            // “/compare first:india”: whose policy is the focus’s.
            filled.runs.insert(0, self.subject.clone());
            filled.lacks_subject = false;
            return Some((filled, vec![self.subject.clone()]));
        }
        if !asking.runs.is_empty() {
            return None;
        }
        let partner = self.partners.first();
        let names: Vec<String> = match asking.command {
            Command::Compare | Command::Shared => self.everyone(),
            Command::Benefits | Command::Timeline | Command::Brief => {
                std::iter::once(&self.subject).chain(partner).cloned().collect()
            }
            // Of several partners none is meant more than another.
            Command::Facts if self.partners.len() == 1 => self.everyone(),
            _ => vec![self.subject.clone()],
        };
        filled.runs.clone_from(&names);
        let takes = |name: &str| asking.command.info().options.iter().any(|option| option.name == name);
        let area = ["area", "focus"].into_iter().find(|name| takes(name));
        if let (Some(name), Some(area)) = (area, &self.area)
            && asking.option(name).is_none()
        {
            filled.options.push((name.to_owned(), area.clone()));
        }
        Some((filled, names))
    }
}

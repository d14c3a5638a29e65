//! The named sections of a page: its first screen answers the question, sections hold the rest.

use std::fmt;
use std::str::FromStr;

/// A named section of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SectionName {
    /// What is recorded, area by area.
    Areas,
    /// The figures, latest first.
    Figures,
    /// What speaks for and against the judgements.
    Evidence,
    /// What happened, newest first.
    Timeline,
    /// Facts and claims.
    Facts,
    /// Judgements.
    Judgements,
    /// What is gained.
    Benefits,
    /// What is advised.
    Advice,
    /// Who belongs to an organisation.
    Members,
    /// Who belongs to which organisation.
    Organisations,
    /// With whom there is most.
    Relations,
    /// Names and codes.
    Names,
    /// Positions, with reasons.
    Positions,
    /// Notes, by area.
    Notes,
    /// Statements that are questioned.
    Challenges,
    /// What became of it.
    History,
    /// What a source says of itself and of those who watch.
    Framing,
    /// The sources with their addresses.
    Sources,
    /// How to read the answer.
    About,
    /// What tables about the world hold.
    World,
}

impl SectionName {
    /// Every section, in the order in which pages have them.
    pub const ALL: [Self; 20] = [
        Self::Areas,
        Self::Figures,
        Self::Evidence,
        Self::Timeline,
        Self::Facts,
        Self::Judgements,
        Self::Benefits,
        Self::Advice,
        Self::Members,
        Self::Organisations,
        Self::Relations,
        Self::Names,
        Self::Framing,
        Self::Sources,
        Self::About,
        // Later ones come last: their place here is in the ids of controls.
        Self::Positions,
        Self::Notes,
        Self::Challenges,
        Self::History,
        Self::World,
    ];

    /// The word for it in a line: `section:figures`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Areas => "areas",
            Self::Figures => "figures",
            Self::Evidence => "evidence",
            Self::Timeline => "timeline",
            Self::Facts => "facts",
            Self::Judgements => "judgements",
            Self::Benefits => "benefits",
            Self::Advice => "advice",
            Self::Members => "members",
            Self::Organisations => "organisations",
            Self::Relations => "relations",
            Self::Names => "names",
            Self::Positions => "positions",
            Self::Notes => "notes",
            Self::Challenges => "challenges",
            Self::History => "history",
            Self::Framing => "framing",
            Self::Sources => "sources",
            Self::About => "about",
            Self::World => "world",
        }
    }
}

impl fmt::Display for SectionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What of a page is shown, and so what is read and laid out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Opened {
    /// The first screen.
    #[default]
    Front,
    /// One section.
    Section(SectionName),
    /// The first screen and every section.
    All,
}

impl Opened {
    /// Whether the first screen is shown.
    #[must_use]
    pub fn has_front(self) -> bool {
        !matches!(self, Self::Section(_))
    }

    /// Whether a section is shown.
    #[must_use]
    pub fn has(self, name: SectionName) -> bool {
        match self {
            Self::Front => false,
            Self::Section(opened) => opened == name,
            Self::All => true,
        }
    }
}

/// A word that is no section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotASection;

impl FromStr for Opened {
    type Err = NotASection;

    fn from_str(word: &str) -> Result<Self, NotASection> {
        match word {
            "front" => Ok(Self::Front),
            "all" => Ok(Self::All),
            word => {
                let named = SectionName::ALL.into_iter().find(|name| name.as_str() == word);
                named.map(Self::Section).ok_or(NotASection)
            }
        }
    }
}

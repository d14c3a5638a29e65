//! What the sections of a page are called, and how they are opened.

use crate::knowledge::BodySort;
use crate::section::{Opened, SectionName};

/// The title of a section.
#[must_use]
pub fn title(name: SectionName) -> &'static str {
    match name {
        SectionName::Areas => "By area",
        SectionName::Figures => "Figures",
        SectionName::Evidence => "For and against",
        SectionName::Timeline => "Timeline",
        SectionName::Facts => "Facts",
        SectionName::Judgements => "Judgements",
        SectionName::Benefits => "Benefits",
        SectionName::Advice => "Advice",
        SectionName::Members => "Members",
        SectionName::Organisations => "Organisations",
        SectionName::Relations => "Relations",
        SectionName::Names => "Names",
        SectionName::Positions => "Positions",
        SectionName::Notes => "Notes",
        SectionName::Challenges => "Challenges",
        SectionName::History => "History",
        SectionName::Framing => "About the source",
        SectionName::Sources => "Sources",
        SectionName::About => "About this answer",
        SectionName::World => "Facts of the world",
    }
}

/// A section with how much is in it: “Figures · 14”.
#[must_use]
pub fn counted(name: SectionName, count: usize) -> String {
    if count == 0 { title(name).to_owned() } else { format!("{} · {count}", title(name)) }
}

/// The line that names the sections in a console, by the words that open them.
#[must_use]
pub fn more(contents: &[(SectionName, usize)]) -> String {
    let name = |(name, count): &(SectionName, usize)| match count {
        0 => name.to_string(),
        count => format!("{name} {count}"),
    };
    let names: Vec<String> = contents.iter().map(name).collect();
    format!("Add section:NAME for more: {}", names.join(" · "))
}

/// What stands after the title of a page of which one section is shown.
#[must_use]
pub fn after_title(opened: Opened) -> String {
    match opened {
        Opened::Section(name) => format!(" · {}", title(name)),
        Opened::Front | Opened::All => String::new(),
    }
}

/// The first choice of the menu of sections.
pub const FRONT: &str = "First screen";

/// What stands in the menu of sections while none is chosen.
pub const CHOOSE: &str = "More: choose a section";

/// The heading above the sources of what is shown.
pub const SOURCES: &str = "Sources";

/// What is said where texts were cut.
pub const CUT: &str = "Texts that end in … are cut; the Markdown file has them whole.";

/// How many pages there would be beyond those that can be turned to.
#[must_use]
pub fn left_out(pages: usize) -> String {
    format!("{pages} more pages are left out here; the files have all.")
}

/// What a layout is for, in the menu of layouts.
#[must_use]
pub fn layout(layout: crate::layout::Layout) -> (&'static str, &'static str) {
    use crate::layout::Layout;
    match layout {
        Layout::Auto => ("Automatic", "whatever suits the answer, on phones and desktops"),
        Layout::Wide => ("Wide table", "for desktops"),
        Layout::Phone => ("Narrow table", "for phones"),
        Layout::Cards => ("Lines by name", "no table; every partner named"),
        Layout::Plain => ("Sentences", "for screen readers"),
    }
}

/// What stands in the menu of layouts while none is chosen.
#[must_use]
pub fn layout_now(layout: crate::layout::Layout) -> String {
    format!("Layout: {}", self::layout(layout).0.to_lowercase())
}

/// The head of the bodies of one sort.
#[must_use]
pub fn bodies(sort: Option<BodySort>) -> &'static str {
    match sort {
        Some(BodySort::Regional) => "Regional bodies",
        Some(BodySort::Security) => "Security",
        Some(BodySort::Economic) => "Trade and money",
        Some(BodySort::Forum) => "Forums and groups",
        Some(BodySort::UnitedNations) => "United Nations",
        Some(BodySort::DevelopmentBank) => "Development banks",
        Some(BodySort::Technical) => "Technical bodies and courts",
        Some(BodySort::ExportControl) => "Export controls",
        Some(BodySort::Nongovernmental) => "Of societies, not of states",
        None => "Other bodies",
    }
}

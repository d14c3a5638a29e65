//! What a reference can point to, and what cannot be a name.

/// Why a text cannot be the name of an actor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoName {
    /// It has no letters and no digits.
    NoLetters,
    /// It stands between names in questions.
    Separator,
    /// It means an area, by name.
    Area(String),
    /// It is known to be several actors’.
    Ambiguous,
    /// It looks like the name of another actor.
    LooksLike(String),
}

/// What a reference can point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Referent {
    /// A state, organisation or region.
    Actor,
    /// An organisation.
    Organisation,
    /// An area of policy.
    Area,
    /// Where statements come from.
    Source,
    /// One claim.
    Statement,
}

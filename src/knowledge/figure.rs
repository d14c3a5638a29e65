//! Figures: numbers with their units, kept digit for digit and written out for reading.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A number with its unit and whose data it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number as a decimal, kept as text so that no digit is lost.
    pub value: String,
    /// The unit: `USD`, `people`.
    pub unit: String,
    /// Whose data and which year: `Indian fiscal year, Ministry of Commerce`.
    pub basis: Option<String>,
}

/// What the basis of a figure is that somebody aims at: it says nothing of how things are.
const TARGET: &str = "target";

impl Figure {
    /// Whether it is what somebody aims at.
    #[must_use]
    pub fn is_target(&self) -> bool {
        self.basis.as_deref().is_some_and(|basis| basis.split(',').any(|part| part.trim() == TARGET))
    }

    /// The unit as it is read: `US$` for `USD`.
    #[must_use]
    pub fn unit_for_reading(&self) -> &str {
        if self.unit == "USD" { "US$" } else { &self.unit }
    }

    /// A number with commas between its thousands.
    #[must_use]
    pub fn grouped(value: &str) -> String {
        let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("−", digits));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::from(sign);
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }
}

/// For reading: `US$ 1.4 bn`, `7 %`, `1,840 km`. Large sums of money are shortened to what was given,
/// never rounded further.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.unit.as_str() {
            "USD" => write!(f, "US$ {}", short(&self.value)),
            "%" => write!(f, "{} %", Self::grouped(&self.value)),
            unit => write!(f, "{} {unit}", Self::grouped(&self.value)),
        }
    }
}

/// A number in billions or millions where it is so large, with all its digits.
fn short(value: &str) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value), |digits| ("−", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    for (zeros, word) in [(9, " bn"), (6, " m")] {
        if whole.len() > zeros && fraction.is_empty() {
            let (large, small) = whole.split_at(whole.len() - zeros);
            let small = small.trim_end_matches('0');
            let point = if small.is_empty() { "" } else { "." };
            return format!("{sign}{}{point}{small}{word}", Figure::grouped(large));
        }
    }
    Figure::grouped(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_read_with_ease_and_lose_no_digit() {
        for (value, unit, read) in [
            ("1400000000", "USD", "US$ 1.4 bn"),
            ("804000000", "USD", "US$ 804 m"),
            ("12560000000", "USD", "US$ 12.56 bn"),
            ("93500", "USD", "US$ 93,500"),
            ("-24", "%", "−24 %"),
            ("59.14", "%", "59.14 %"),
            ("1840", "km", "1,840 km"),
            ("0.5", "aircraft", "0.5 aircraft"),
            ("41544", "visitors", "41,544 visitors"),
        ] {
            let figure = Figure { value: value.into(), unit: unit.into(), basis: None };
            assert_eq!(figure.to_string(), read);
        }
    }
}

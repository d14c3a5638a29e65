//! What tables about the world hold: what each row measures, and what each table is of.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::words::{UnknownWord, words};

words! {
    /// What a row of a table about the world measures or says.
    Measure {
        /// The length of the land border, in km.
        Border = "border",
        /// How much of the subject’s exports go to the other, in per cent.
        ExportShare = "export-share",
        /// How much of the subject’s imports come from the other, in per cent.
        ImportShare = "import-share",
        /// The subject’s embassy, or what stands for one, in the other’s country.
        Mission = "mission",
        /// How alike two vote in the General Assembly, in per cent of the roll calls in which both took part.
        SameVotes = "same-votes",
        /// Where the subject stands by its votes in the General Assembly, on a scale.
        UnPosition = "un-position",
        /// An agreement in force.
        Agreement = "agreement",
        /// What the subject and the other dispute.
        Dispute = "dispute",
        /// The capital.
        Capital = "capital",
        /// How many people.
        Population = "population",
        /// How large, in km².
        Area = "area",
        /// The form of government.
        Government = "government",
        /// Independence, as the source words it.
        Independence = "independence",
        /// Gross domestic product at the exchange rate, in US dollars.
        Gdp = "gdp",
        /// Gross domestic product at purchasing power, in US dollars of 2021.
        GdpPpp = "gdp-ppp",
        /// Growth of the gross domestic product, in per cent.
        Growth = "growth",
        /// Military expenditure, in per cent of the gross domestic product.
        Defence = "defence",
        /// Exports of goods and services, in US dollars.
        Exports = "exports",
        /// Imports of goods and services, in US dollars.
        Imports = "imports",
        /// The year in which a body began.
        Founded = "founded",
    }
}

words! {
    /// What the rows of a table about the world are.
    TableKind {
        /// Land borders.
        Borders = "borders",
        /// Main partners in trade.
        Trade = "trade",
        /// Figures of states.
        States = "states",
        /// Embassies and what stands for them.
        Missions = "missions",
        /// Positions by votes in the General Assembly.
        UnPositions = "un-positions",
        /// How alike two vote there.
        SameVotes = "same-votes",
        /// Agreements in force.
        Agreements = "agreements",
        /// Disputes by topic.
        Disputes = "disputes",
        /// Who belongs to which organisation.
        Memberships = "memberships",
        /// When bodies began.
        Foundings = "foundings",
    }
}

impl Measure {
    /// Whether it is a number of a state, by which states can be ranked.
    #[must_use]
    pub fn is_figure(self) -> bool {
        matches!(
            self,
            Self::UnPosition
                | Self::Population
                | Self::Area
                | Self::Gdp
                | Self::GdpPpp
                | Self::Growth
                | Self::Defence
                | Self::Exports
                | Self::Imports
        )
    }
}

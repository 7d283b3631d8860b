//! Which of its places a name means: what speaks for each sense.

use super::evidence::Rest;
use crate::Kind;
use crate::names::{Sense, Source};

macro_rules! sense_features {
    ($($name:ident),* $(,)?) => {
        /// What speaks for a sense.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs, reason = "each is defined where it is pushed")]
        pub(crate) enum SenseFeature { $($name),* }

        /// The names of the features in `data/context/weights.tsv`, in order.
        pub(crate) const SENSE_FEATURES: &[&str] = &[$(stringify!($name)),*];
    };
}

sense_features! {
    Size, IsName, IsCapital, IsSite, IsRegion, IsHistorical,
    Share, Amount, Unnamed, RegionShare, RegionAmount, NameShare, CapitalShare, RegionIsShare, Foreign, RegionUnnamed,
    SizeRegionUnnamed, DatelineSize, DatelineCapital,
}

/// The size that a country counts with where towns count with their population.
const COUNTRY_SIZE: u8 = 27;

/// How much each feature speaks, in the order of [`SENSE_FEATURES`].
pub(crate) type Values = [f32; SENSE_FEATURES.len()];

/// The size of a capital that the table of towns lists under another name.
const CAPITAL_SIZE: u8 = 21;

/// What speaks for `sense`, given whether the name stands in a dateline and the
/// evidence of the rest of the article.
pub(crate) fn sense_features(sense: &Sense, dateline: bool, rest: &Rest) -> Values {
    use SenseFeature::*;
    let mut out = [0.0; SENSE_FEATURES.len()];
    let mut set = |feature: SenseFeature, value: f32| out[feature as usize] = value;
    let size = match (sense.kind, sense.size) {
        (Kind::Name | Kind::Demonym, _) => COUNTRY_SIZE,
        (Kind::Capital, 0) => CAPITAL_SIZE,
        (_, 0) => 18,
        (_, size) => size,
    };
    let is = |is: bool| f32::from(u8::from(is));
    let name = is(matches!(sense.kind, Kind::Name | Kind::Demonym));
    let capital = is(sense.kind == Kind::Capital);
    let region = is(sense.source == Source::Region);
    let (amount, share) = sense.country.map_or((0.0, 0.0), |c| rest.country(c));
    let unnamed = is(amount < 0.3);
    set(Size, f32::from(size) / 10.0);
    let dateline = is(dateline);
    set(DatelineSize, dateline * f32::from(size) / 10.0);
    set(DatelineCapital, dateline * capital);
    set(IsName, name);
    set(IsCapital, capital);
    set(IsSite, is(sense.source == Source::Place));
    set(IsRegion, region);
    set(IsHistorical, is(sense.source == Source::Historical));
    set(Share, share);
    set(Amount, (1.0 + amount).ln());
    set(Unnamed, unnamed);
    set(NameShare, name * share);
    set(CapitalShare, capital * share);
    set(RegionIsShare, region * share);
    set(Foreign, unnamed * rest.total().min(10.0));
    let (amount, share) = sense.country.map_or((0.0, 0.0), |c| rest.region(c, sense.region));
    set(RegionShare, share);
    set(RegionAmount, (1.0 + amount).ln());
    let unnamed = is(sense.source == Source::Town && sense.region != [0; 2] && amount < 0.3);
    set(RegionUnnamed, unnamed);
    set(SizeRegionUnnamed, unnamed * f32::from(size) / 10.0);
    out
}

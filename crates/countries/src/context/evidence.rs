//! The evidence for where an article takes place: how much of its names speak for each
//! country and for each state of a country.

use crate::Country;

/// Weights of countries and of regions within them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// An article names few places: a list is quicker than a map.
    places: Vec<(Country, [u8; 2], f32)>,
    total: f32,
    regions: f32,
}

const WHOLE: [u8; 2] = [0; 2];

impl Evidence {
    /// Adds weight to a country, and to its region unless that is zeros.
    pub(crate) fn add(&mut self, country: Country, region: [u8; 2], weight: f32) {
        self.put(country, WHOLE, weight);
        self.total += weight;
        if region != WHOLE {
            self.put(country, region, weight);
            self.regions += weight;
        }
    }

    fn put(&mut self, country: Country, region: [u8; 2], weight: f32) {
        match self.places.iter_mut().find(|p| p.0 == country && p.1 == region) {
            Some(place) => place.2 += weight,
            None => self.places.push((country, region, weight)),
        }
    }

    fn get(&self, country: Country, region: [u8; 2]) -> f32 {
        self.places.iter().find(|p| p.0 == country && p.1 == region).map_or(0.0, |p| p.2)
    }
}

/// The evidence of an article but for what one of its names brought.
pub(crate) struct Rest<'e> {
    pub(crate) all: &'e Evidence,
    pub(crate) own: &'e Evidence,
}

impl Rest<'_> {
    /// Weight and share of a country.
    pub(crate) fn country(&self, country: Country) -> (f32, f32) {
        let amount = (self.all.get(country, WHOLE) - self.own.get(country, WHOLE)).max(0.0);
        (amount, amount / (self.total() + 1.0))
    }

    /// Weight of a region and its share among regions; zeros for no region.
    pub(crate) fn region(&self, country: Country, region: [u8; 2]) -> (f32, f32) {
        if region == WHOLE {
            return (0.0, 0.0);
        }
        let amount = (self.all.get(country, region) - self.own.get(country, region)).max(0.0);
        (amount, amount / ((self.all.regions - self.own.regions).max(0.0) + 1.0))
    }

    /// All the weight there is.
    pub(crate) fn total(&self) -> f32 {
        (self.all.total - self.own.total).max(0.0)
    }
}

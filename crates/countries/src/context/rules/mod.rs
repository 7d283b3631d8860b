//! Rules: what the words beside a candidate settle alone. Each is a row of
//! [`RULES`], a file of its own, and a table of cases in `tests/cases/`.

mod address;
mod block;
mod capitals;
mod combining;
mod company;
mod container;
mod currency;
mod language;
mod metonym;
mod person;
mod pronoun;
mod region;
mod ship;
mod street;

pub(crate) use combining::{combining_forms, settle_behind};
pub(crate) use container::unknown_towns;
pub(crate) use person::speaks_as_a_state;

use super::{Article, Reading};

/// A rule: its name, and what it does to the readings of an article.
pub(crate) struct Rule {
    /// What the cases and the documentation call it.
    pub(crate) name: &'static str,
    pub(crate) apply: fn(&Article, &mut [Reading]),
}

/// The rules in the order in which they are applied.
pub(crate) const RULES: &[Rule] = &[
    Rule { name: "block phrase", apply: block::apply },
    Rule { name: "address", apply: address::apply },
    Rule { name: "pronoun", apply: pronoun::apply },
    Rule { name: "language", apply: language::apply },
    Rule { name: "currency", apply: currency::apply },
    Rule { name: "metonym", apply: metonym::apply },
    Rule { name: "person", apply: person::apply },
    Rule { name: "ship", apply: ship::apply },
    Rule { name: "street", apply: street::apply },
    Rule { name: "state after its town", apply: region::apply },
    Rule { name: "words in capitals", apply: capitals::apply },
    Rule { name: "container", apply: container::apply },
    Rule { name: "company", apply: company::apply },
];

/// The names of the rules, for the reader.
pub(crate) fn names() -> impl Iterator<Item = &'static str> {
    RULES.iter().map(|rule| rule.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_cases() {
        let cases = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        for name in names() {
            let file = cases.join(format!("{}.txt", name.replace(' ', "_")));
            assert!(file.exists(), "no cases for the rule \"{name}\": {}", file.display());
        }
    }
}

//! Choices: what a reader ticked in one facet.

/// What is included and excluded in one facet. Included values are alternatives
/// (an article needs one of them); excluded values rule an article out. Facets
/// together must all hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choices<T> {
    /// Alternatives; empty means any.
    pub include: Vec<T>,
    /// Values that an article must not have.
    pub exclude: Vec<T>,
}

impl<T> Default for Choices<T> {
    fn default() -> Self {
        Choices { include: Vec::new(), exclude: Vec::new() }
    }
}

/// The state of one value in a facet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Choice {
    /// Neither.
    #[default]
    Open,
    /// Included.
    Include,
    /// Excluded.
    Exclude,
}

impl<T: PartialEq> Choices<T> {
    /// Whether nothing was chosen.
    pub fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// The state of `value`.
    pub fn of(&self, value: &T) -> Choice {
        if self.include.contains(value) {
            Choice::Include
        } else if self.exclude.contains(value) {
            Choice::Exclude
        } else {
            Choice::Open
        }
    }

    /// Puts `value` into the state `choice`.
    pub fn set(&mut self, value: T, choice: Choice) {
        self.include.retain(|v| *v != value);
        self.exclude.retain(|v| *v != value);
        match choice {
            Choice::Open => {}
            Choice::Include => self.include.push(value),
            Choice::Exclude => self.exclude.push(value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_has_one_state() {
        let mut choices = Choices::default();
        for choice in [Choice::Include, Choice::Exclude, Choice::Include, Choice::Open] {
            choices.set("CN", choice);
            assert_eq!(choices.of(&"CN"), choice);
            assert!(choices.include.len() + choices.exclude.len() <= 1);
        }
        assert!(choices.is_empty());
    }
}

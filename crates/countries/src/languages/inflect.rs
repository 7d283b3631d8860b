//! Endings: the further forms of a name by the rules of its language.
//!
//! A rule `inflect ENDING FORMS` says what the ending of a word becomes in each case, in
//! one order for the whole language; "/" parts forms of one case, "-" is no ending, and
//! the ending "+" stands for any word in a consonant. The words of a name take the same
//! case together: "Южная Корея", "Южной Кореи".

use super::table::Table;

/// The rules of a language, the longest endings first.
pub(super) struct Rules(Vec<Rule>);

struct Rule {
    ending: &'static str,
    cases: Vec<Vec<&'static str>>,
}

/// Endings of a vowel letter, after which the rule "+" does not hold.
const VOWELS: &str = "aeiouyáéíóúýàèìòùäöüåæøąęőűěůаеёиоуыэюяіїє";

impl Rules {
    pub(super) fn new(table: &Table) -> Rules {
        let mut rules: Vec<Rule> = table
            .rows("inflect")
            .map(|[ending, forms, _]| Rule {
                ending,
                cases: forms
                    .split(' ')
                    .map(|case| case.split('/').map(|form| form.trim_matches('-')).collect())
                    .collect(),
            })
            .collect();
        rules.sort_by_key(|rule| std::cmp::Reverse(rule.ending.trim_matches('+').len()));
        Rules(rules)
    }

    /// The other forms of a name.
    pub(super) fn forms(&self, name: &str) -> Vec<String> {
        let words: Vec<&str> = name.split(' ').collect();
        let fitting: Vec<Option<(&str, &Rule)>> =
            words.iter().map(|word| self.rule(word)).collect();
        let cases = fitting.iter().flatten().map(|(_, rule)| rule.cases.len()).max().unwrap_or(0);
        let mut out: Vec<String> = Vec::new();
        for case in 0..cases {
            let mut made = vec![String::new()];
            for (word, rule) in words.iter().zip(&fitting) {
                let forms: Vec<String> = match rule {
                    Some((stem, rule)) => match rule.cases.get(case) {
                        Some(endings) => endings.iter().map(|end| format!("{stem}{end}")).collect(),
                        None => vec![(*word).to_owned()],
                    },
                    None => vec![(*word).to_owned()],
                };
                made = made
                    .iter()
                    .flat_map(|before| {
                        let space = if before.is_empty() { "" } else { " " };
                        forms.iter().map(move |form| format!("{before}{space}{form}"))
                    })
                    .collect();
            }
            out.extend(made.into_iter().filter(|form| form != name));
        }
        out
    }

    /// The rule of a word and the stem that it leaves.
    fn rule<'w>(&self, word: &'w str) -> Option<(&'w str, &Rule)> {
        let capital = word.starts_with(|c: char| c.is_uppercase());
        let letters = word.chars().count();
        if letters < 3 || !(capital || letters > 4) || word.chars().all(char::is_uppercase) {
            return None;
        }
        self.0.iter().find_map(|rule| {
            if rule.ending == "+" {
                let last = word.chars().next_back()?;
                return (last.is_alphabetic() && !VOWELS.contains(last)).then_some((word, rule));
            }
            let stem = word.strip_suffix(rule.ending)?;
            (!stem.is_empty()).then_some((stem, rule))
        })
    }
}

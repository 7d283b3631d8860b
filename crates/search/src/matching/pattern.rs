//! Wildcards and bounded regular expressions as one small automaton over the
//! letters of a word: no backtracking, a fixed number of states, so that a word
//! of n letters takes at most n × 255 steps and a pattern a fixed memory.

use std::ops::RangeInclusive;

/// States of an automaton; the last one means "matched".
const STATES: usize = 256;
const MATCHED: usize = STATES - 1;
/// Parts that are looked at while states are built: `((){50}){50}` has few
/// states but many parts.
const MAX_STATES: u32 = 5000;
/// Bytes of the text of an expression.
const MAX_PATTERN_BYTES: usize = 500;
/// How deep groups nest.
const MAX_NESTING: u32 = 20;
/// The highest count in braces.
const MAX_REPEATS: u32 = 50;

/// A set of states.
pub(crate) type States = [u64; STATES / 64];

/// A compiled pattern.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    /// The characters that each state accepts.
    classes: Vec<Class>,
    /// Where each state leads.
    next: Vec<States>,
    start: States,
}

#[derive(Clone, Debug, PartialEq)]
enum Class {
    Any,
    One(char),
    Of { ranges: Vec<RangeInclusive<char>>, negated: bool },
}

impl Class {
    fn accepts(&self, c: char) -> bool {
        match self {
            Class::Any => true,
            Class::One(one) => *one == c,
            Class::Of { ranges, negated } => {
                ranges.iter().any(|range| range.contains(&c)) != *negated
            }
        }
    }
}

/// The syntax of an expression.
#[derive(Clone, Debug)]
enum Part {
    Letter(Class),
    Sequence(Vec<Part>),
    Either(Vec<Part>),
    /// At least `.1` times, at most `.2` (no end when None).
    Repeat(Box<Part>, u32, Option<u32>),
}

impl Pattern {
    /// `*` stands for any letters or none, `?` for one. What is longer than an
    /// automaton can be matches nothing.
    pub(crate) fn wildcard(text: &str) -> Self {
        let parts = text.chars().map(|c| match c {
            '*' => Part::Repeat(Box::new(Part::Letter(Class::Any)), 0, None),
            '?' => Part::Letter(Class::Any),
            c => Part::Letter(Class::One(c)),
        });
        Pattern::compile(&Part::Sequence(parts.collect())).unwrap_or(Pattern {
            classes: Vec::new(),
            next: Vec::new(),
            start: [0; 4],
        })
    }

    /// An expression for the whole word.
    ///
    /// # Errors
    /// A sentence for the reader when it is no expression, or too large a one.
    pub(crate) fn regex(source: &str) -> Result<Self, String> {
        if source.len() > MAX_PATTERN_BYTES {
            return Err(format!("it is longer than {MAX_PATTERN_BYTES} bytes"));
        }
        let mut reader = Reader { rest: source.chars().collect(), at: 0, depth: 0 };
        let part = reader.either()?;
        if reader.at < reader.rest.len() {
            return Err("a ) closes nothing".to_owned());
        }
        Pattern::compile(&part)
    }

    fn compile(part: &Part) -> Result<Self, String> {
        let mut builder = Builder { classes: Vec::new(), next: Vec::new(), parts: 0 };
        let mut end = [0; 4];
        insert(&mut end, MATCHED);
        let start = builder.build(part, end)?;
        Ok(Pattern { classes: builder.classes, next: builder.next, start })
    }

    /// Whether the pattern matches the whole of `word`.
    pub(crate) fn matches(&self, word: &str) -> bool {
        let mut states = self.start;
        for c in word.chars() {
            states = self.step(&states, c);
            if states == [0; 4] {
                return false;
            }
        }
        self.is_match(&states)
    }

    pub(crate) fn start(&self) -> States {
        self.start
    }

    pub(crate) fn is_match(&self, states: &States) -> bool {
        states[3] >> 63 != 0
    }

    /// The states after one more letter.
    pub(crate) fn step(&self, states: &States, c: char) -> States {
        let mut out = [0; 4];
        for (block, &bits) in states.iter().enumerate() {
            let mut bits = bits;
            while bits != 0 {
                let state = block * 64 + bits.trailing_zeros() as usize;
                bits &= bits - 1;
                if state != MATCHED && self.classes[state].accepts(c) {
                    out = union(out, self.next[state]);
                }
            }
        }
        out
    }
}

/// Collects states from the end of a pattern to its beginning.
struct Builder {
    classes: Vec<Class>,
    next: Vec<States>,
    parts: u32,
}

impl Builder {
    /// Adds states for `part` before `after`; gives the states to begin with.
    fn build(&mut self, part: &Part, after: States) -> Result<States, String> {
        self.parts += 1;
        if self.parts > MAX_STATES || self.classes.len() == LOOP {
            return Err("it has too many parts".to_owned());
        }
        match part {
            Part::Letter(class) => {
                self.classes.push(class.clone());
                self.next.push(after);
                let mut start = [0; 4];
                insert(&mut start, self.classes.len() - 1);
                Ok(start)
            }
            Part::Sequence(parts) => {
                parts.iter().rev().try_fold(after, |after, part| self.build(part, after))
            }
            Part::Either(parts) => {
                let mut start = [0; 4];
                for part in parts {
                    start = union(start, self.build(part, after)?);
                }
                Ok(start)
            }
            Part::Repeat(part, least, most) => self.repeat(part, *least, *most, after),
        }
    }

    fn repeat(
        &mut self,
        part: &Part,
        least: u32,
        most: Option<u32>,
        after: States,
    ) -> Result<States, String> {
        let mut start = after;
        match most {
            None => {
                // A loop: build once, then let every end lead to the beginning too.
                let first = self.classes.len();
                let mut entry = self.build(part, LOOP_END)?;
                entry[3] &= !LOOP_BIT;
                start = union(entry, after);
                for next in &mut self.next[first..] {
                    if next[3] & LOOP_BIT != 0 {
                        next[3] &= !LOOP_BIT;
                        *next = union(*next, start);
                    }
                }
            }
            Some(most) => {
                for _ in least..most {
                    start = union(self.build(part, start)?, after);
                }
            }
        }
        (0..least).try_fold(start, |start, _| self.build(part, start))
    }
}

/// Marks the end of a loop while its states are built: the bit of [`MATCHED`]
/// cannot serve, since a loop may stand inside another.
const LOOP: usize = MATCHED - 1;
const LOOP_BIT: u64 = 1 << (LOOP % 64);
const LOOP_END: States = [0, 0, 0, LOOP_BIT];

fn insert(states: &mut States, state: usize) {
    states[state / 64] |= 1 << (state % 64);
}

fn union(a: States, b: States) -> States {
    [a[0] | b[0], a[1] | b[1], a[2] | b[2], a[3] | b[3]]
}

struct Reader {
    rest: Vec<char>,
    at: usize,
    depth: u32,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.rest.get(self.at).copied()
    }

    fn eat(&mut self, sign: char) -> bool {
        let found = self.peek() == Some(sign);
        self.at += usize::from(found);
        found
    }

    fn either(&mut self) -> Result<Part, String> {
        let mut sides = vec![self.sequence()?];
        while self.eat('|') {
            sides.push(self.sequence()?);
        }
        Ok(if sides.len() == 1 { sides.remove(0) } else { Part::Either(sides) })
    }

    fn sequence(&mut self) -> Result<Part, String> {
        let mut parts = Vec::new();
        while let Some(c) = self.peek() {
            if matches!(c, '|' | ')') {
                break;
            }
            let part = self.one()?;
            parts.push(self.repeated(part)?);
        }
        Ok(Part::Sequence(parts))
    }

    fn one(&mut self) -> Result<Part, String> {
        let c = self.peek().ok_or("it ends too early")?;
        self.at += 1;
        match c {
            '.' => Ok(Part::Letter(Class::Any)),
            '(' => self.group(),
            '[' => self.class(),
            '\\' => self.escape(),
            '*' | '+' | '?' | '{' => Err(format!("nothing stands before {c}")),
            // Words are matched as a whole, so that anchors say nothing new.
            '^' | '$' => Ok(Part::Sequence(Vec::new())),
            c => Ok(Part::Letter(folded(c))),
        }
    }

    fn group(&mut self) -> Result<Part, String> {
        if self.depth == MAX_NESTING {
            return Err("its groups nest too deeply".to_owned());
        }
        self.depth += 1;
        if self.eat('?') && !self.eat(':') {
            return Err("only (?: is known after (".to_owned());
        }
        let part = self.either()?;
        self.depth -= 1;
        if self.eat(')') { Ok(part) } else { Err("a ) is missing".to_owned()) }
    }

    fn escape(&mut self) -> Result<Part, String> {
        let c = self.peek().ok_or("it ends with a backslash")?;
        self.at += 1;
        Ok(Part::Letter(match c {
            'd' => Class::Of { ranges: vec!['0'..='9'], negated: false },
            'D' => Class::Of { ranges: vec!['0'..='9'], negated: true },
            'w' => Class::Any,
            c if c.is_ascii_alphanumeric() => return Err(format!("\\{c} is not known")),
            c => Class::One(c),
        }))
    }

    fn class(&mut self) -> Result<Part, String> {
        let negated = self.eat('^');
        let mut ranges = Vec::new();
        loop {
            let from = self.class_letter()?;
            let Some(from) = from else { break };
            let is_range =
                self.peek() == Some('-') && self.rest.get(self.at + 1).is_some_and(|c| *c != ']');
            if !is_range {
                ranges.push(from..=from);
                continue;
            }
            self.at += 1;
            let to = self.class_letter()?.ok_or("a ] is missing")?;
            if from > to {
                return Err(format!("{from}-{to} is no range"));
            }
            ranges.push(from..=to);
        }
        if ranges.is_empty() {
            return Err("[] is empty".to_owned());
        }
        Ok(Part::Letter(Class::Of { ranges, negated }))
    }

    /// The next letter of a class; None at its end.
    fn class_letter(&mut self) -> Result<Option<char>, String> {
        let c = self.peek().ok_or("a ] is missing")?;
        self.at += 1;
        match c {
            ']' => Ok(None),
            '\\' => {
                let c = self.peek().ok_or("a ] is missing")?;
                self.at += 1;
                Ok(Some(c))
            }
            c => Ok(Some(c.to_lowercase().next().unwrap_or(c))),
        }
    }

    fn repeated(&mut self, mut part: Part) -> Result<Part, String> {
        while let Some(c) = self.peek() {
            let (least, most) = match c {
                '*' => (0, None),
                '+' => (1, None),
                '?' => (0, Some(1)),
                '{' => {
                    self.at += 1;
                    let counts = self.counts()?;
                    part = Part::Repeat(Box::new(part), counts.0, counts.1);
                    continue;
                }
                _ => break,
            };
            self.at += 1;
            part = Part::Repeat(Box::new(part), least, most);
        }
        Ok(part)
    }

    fn counts(&mut self) -> Result<(u32, Option<u32>), String> {
        let least = self.number();
        let most = if self.eat(',') { self.number() } else { least };
        if !self.eat('}') || least.or(most).is_none() {
            return Err("after { go counts such as {2} or {2,4}".to_owned());
        }
        let least = least.unwrap_or(0);
        if most.unwrap_or(least) > MAX_REPEATS || least > MAX_REPEATS {
            return Err(format!("{MAX_REPEATS} is the highest count"));
        }
        if most.is_some_and(|most| most < least) {
            return Err("the counts stand the wrong way round".to_owned());
        }
        Ok((least, most))
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = None;
        while let Some(digit) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            number = Some(number.unwrap_or(0u32).saturating_mul(10).saturating_add(digit));
        }
        number
    }
}

/// A letter of an expression, folded as the words are.
fn folded(c: char) -> Class {
    let text = c.to_string();
    let mut letters = dateline_text::fold(&text).chars().collect::<Vec<_>>().into_iter();
    match (letters.next(), letters.next()) {
        (Some(letter), None) => Class::One(letter),
        _ => Class::One(c),
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    #[test]
    fn wildcards() {
        let cases = [
            ("belt*", "belt", true),
            ("belt*", "belts", true),
            ("belt*", "bel", false),
            ("*stan", "afghanistan", true),
            ("*stan", "standard", false),
            ("w?rd", "word", true),
            ("w?rd", "wrd", false),
            ("k*b?l", "kabul", true),
            ("k*b?l", "kbl", false),
            ("*", "", true),
            ("?", "é", true),
        ];
        for (pattern, word, want) in cases {
            assert_eq!(Pattern::wildcard(pattern).matches(word), want, "{pattern} {word}");
        }
    }

    #[test]
    fn expressions() {
        let cases = [
            ("afghan(s|istan)?", "afghan", true),
            ("afghan(s|istan)?", "afghanistan", true),
            ("afghan(s|istan)?", "afghani", false),
            ("198[0-9]", "1987", true),
            ("198[^0-6]", "1986", false),
            ("a{2,3}", "a", false),
            ("a{2,3}", "aaa", true),
            ("a{2,3}", "aaaa", false),
            ("a{2,}", "aaaaa", true),
            ("(ab)+", "ababab", true),
            ("(ab)+", "aba", false),
            ("((a*)b)*c", "aabbabc", true),
            ("(a*)*", "aaa", true),
            ("(a*)*b", "c", false),
            ("a|b|", "", true),
            (r"\d+", "12", true),
            ("Élan", "elan", true),
        ];
        for (source, word, want) in cases {
            let pattern = Pattern::regex(source).unwrap();
            assert_eq!(pattern.matches(word), want, "{source} {word}");
        }
    }

    #[test]
    fn refusals() {
        let long = "a".repeat(600);
        let wide = "(a{50}){50}";
        for source in ["(", "[a", "a)", "*", "a{3,1}", "[b-a]", r"\q", "a{99}", &long, wide] {
            assert!(Pattern::regex(source).is_err(), "{source}");
        }
    }

    /// An expression as a reader might type one, over few letters so that words match.
    fn expression() -> impl Strategy<Value = String> {
        let letter = prop_oneof![
            "[abc1]",
            Just(".".to_owned()),
            Just(r"\d".to_owned()),
            Just("[ab]".to_owned()),
            Just("[^a]".to_owned()),
            Just("[a-c1]".to_owned()),
        ];
        letter.prop_recursive(4, 24, 3, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
                (inner.clone(), inner.clone()).prop_map(|(a, b)| format!("({a}|{b})")),
                (inner, prop_oneof!["[*+?]", r"\{[0-2],[2-3]\}", r"\{[0-3]\}", r"\{[0-2],\}"])
                    .prop_map(|(part, count)| format!("(?:{part}){count}")),
            ]
        })
    }

    proptest! {
        #[test]
        fn agrees_with_the_regex_crate(
            source in expression(),
            words in proptest::collection::vec("[abc1]{0,7}", 1..8),
        ) {
            let theirs = regex::Regex::new(&format!("^(?:{source})$"));
            // Ours has fewer states, and says so.
            if let (Ok(ours), Ok(theirs)) = (Pattern::regex(&source), theirs) {
                for word in words {
                    prop_assert_eq!(ours.matches(&word), theirs.is_match(&word), "{}", word);
                }
            }
        }
    }
}

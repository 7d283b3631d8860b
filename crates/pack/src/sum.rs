//! The sum of a build: files in, articles out, and what was left out, by its reason.

use crate::{Error, Event};
use std::collections::BTreeMap;
use std::fmt;

/// The most reasons that are named.
const MAX_REASONS: usize = 6;

/// Counts what happens while articles are gathered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Files.
    pub files: usize,
    /// Articles.
    pub articles: usize,
    /// Things that could not be read, by reason.
    failed: BTreeMap<String, usize>,
    /// Things that nobody would expect an article of, by kind.
    left_out: BTreeMap<String, usize>,
}

impl Sum {
    /// Counts an event.
    pub fn add(&mut self, event: &Event) {
        match event {
            Event::Found { files, .. } => self.files += files,
            Event::Noted { .. } => self.articles += 1,
            Event::Failed(error) | Event::LeftOut(error) => self.leave_out(error),
            Event::Read { .. } => {}
        }
    }

    /// Counts what is no article.
    pub(crate) fn leave_out(&mut self, error: &Error) {
        let (kinds, kind) = match error.is_expected() {
            true => (&mut self.left_out, error.message().to_owned()),
            false => (&mut self.failed, kind(error.message())),
        };
        *kinds.entry(kind).or_default() += 1;
    }

    /// How many things could not be read.
    pub fn failed(&self) -> usize {
        self.failed.values().sum()
    }
}

/// The kind of a reason: without the place in the file before it, and what to do behind it.
fn kind(message: &str) -> String {
    let reason = message.split(';').next().unwrap_or(message);
    // What stands before the last colon may be a place: `a/b.txt: empty: no text in it`.
    let parts: Vec<&str> = reason.split(": ").collect();
    let from = parts.iter().position(|part| !is_place(part)).unwrap_or(0);
    let words = parts[from..].first().copied().unwrap_or(reason);
    words.split(['"', '(']).next().unwrap_or(words).trim().to_owned()
}

/// Whether a part of a message is a place: a path, an address, a number.
fn is_place(part: &str) -> bool {
    part.contains("://")
        || part.parse::<usize>().is_ok()
        || part.starts_with("line ")
        || (!part.contains(' ') && part.contains(['.', '/', '#']))
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let counted = |n: usize, one: &str| match n {
            1 => format!("1 {one}"),
            n => format!("{n} {one}s"),
        };
        write!(f, "{}, {}", counted(self.files, "file"), counted(self.articles, "article"))?;
        let list = |kinds: &BTreeMap<String, usize>| {
            let mut kinds: Vec<(&String, &usize)> = kinds.iter().collect();
            kinds.sort_by_key(|(_, n)| std::cmp::Reverse(**n));
            let more = kinds.len().saturating_sub(MAX_REASONS);
            let mut named: Vec<String> =
                kinds.iter().take(MAX_REASONS).map(|(kind, n)| format!("{n} × {kind}")).collect();
            if more > 0 {
                named.push(format!("{more} further reasons"));
            }
            named.join(", ")
        };
        if !self.failed.is_empty() {
            write!(f, "; not read: {} ({})", self.failed(), list(&self.failed))?;
        }
        if !self.left_out.is_empty() {
            let left_out: usize = self.left_out.values().sum();
            write!(f, "; left out as no articles: {left_out} ({})", list(&self.left_out))?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Error;
    use std::path::Path;

    #[test]
    fn says_what_went_in_and_what_came_out() {
        let mut sum = Sum::default();
        let error = |message: &str| Error::new(Path::new("a"), message);
        let noted = || Event::Noted { name: "a".into(), format: "text", notes: Vec::new() };
        let events = [
            Event::Found { files: 5, bytes: 9 },
            noted(),
            noted(),
            Event::Failed(error("7: empty: no text in its 0 bytes; remove it or fill it")),
            Event::Failed(error("b/c.txt: empty: no text in its 4 bytes; remove it or fill it")),
            Event::Failed(error("a picture; it holds no text")),
            Event::LeftOut(error("a part of a saved page").expected()),
        ];
        events.iter().for_each(|event| sum.add(event));
        let want = "5 files, 2 articles; not read: 3 (2 × empty, 1 × a picture); \
                    left out as no articles: 1 (1 × a part of a saved page)";
        assert_eq!(sum.to_string(), want);
    }
}

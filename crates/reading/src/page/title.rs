//! The page's title, which is its first line as a rule: copies of it further down, and
//! its end before the name of the site.

use super::Page;
use super::copies::Copy;

/// Lines that hold the page's title again: the first line is often the `<title>`.
pub(crate) fn titles(page: &Page<'_>, copies: &[Option<Copy>]) -> Vec<bool> {
    let first: &[u64] = if page.len() > 0 { page.words(0) } else { &[] };
    // The headline without the name of the site, when the line has both.
    let end = page.lines.first().map_or(0, |l| without_site(&l.text));
    let own = page.lines.first().map_or(0, |l| dateline_text::tokens(&l.text[..end]).count());
    let own = if end < page.lines.first().map_or(0, |l| l.text.len()) { own } else { 0 };
    (0..page.len())
        .map(|line| {
            let words = page.words(line);
            let exact = own >= 2 && words.len() == own;
            let enough = words.len() >= 3 || first.len() <= 3 && words.len() >= 2 || exact;
            line > 0
                && enough
                && words.len() <= first.len() + 2
                && (first.starts_with(words)
                    || copies[line] == Some(Copy::Same(0))
                    || words.len() >= 5 && copies[line] == Some(Copy::Part(0))
                    || first.windows(words.len()).any(|w| w == words) && words.len() >= 4)
        })
        .collect()
}

/// Where the headline ends in "Headline | Section | Site".
pub(crate) fn without_site(title: &str) -> usize {
    const MARKS: [&str; 9] = [" | ", " – ", " — ", " - ", " -- ", " :: ", " : ", " » ", " · "];
    let mut end = title.len();
    loop {
        let cut = MARKS
            .iter()
            .filter_map(|mark| title[..end].rfind(mark).map(|at| (at, mark.len())))
            .max();
        let Some((at, mark)) = cut else { return end };
        let (head, tail) = (&title[..at], &title[at + mark..end]);
        let words = |part: &str| part.split_whitespace().count();
        let whole = words(head) >= 2 || head.chars().filter(|c| !c.is_ascii()).count() > 6;
        if !whole || words(tail) > 6 || tail.len() > head.len() && words(head) < 2 {
            return end;
        }
        end = at;
    }
}

//! Lines of a text as it was printed, to paragraphs.

/// Lines that were wrapped are no longer than this, in characters, unless they show by small
/// letters that they go on; a longer one is a paragraph as it stands.
const MAX_WRAPPED: usize = 100;

/// Paragraphs, separated by blank lines, of lines that were wrapped at a fixed width: one goes
/// on until a blank line or an indented one. Where lines are too long to have been wrapped,
/// each is a paragraph.
pub(crate) fn unwrapped(lines: &[&str]) -> String {
    let is_wrapped = is_wrapped(lines);
    let mut out = String::new();
    let mut open = false;
    for line in lines {
        let indent = line.len() - line.trim_start().len();
        let line = line.trim();
        if line.is_empty() {
            open = false;
            continue;
        }
        if !out.is_empty() {
            out.push_str(if open && indent < 2 && is_wrapped { " " } else { "\n\n" });
        }
        out.push_str(line);
        open = true;
    }
    out
}

fn is_wrapped(lines: &[&str]) -> bool {
    if lines.iter().all(|line| line.trim().chars().count() <= MAX_WRAPPED) {
        return true;
    }
    let next = lines.windows(2).filter(|pair| !pair.iter().any(|line| line.trim().is_empty()));
    let begins_small =
        |line: &str| line.trim_start().chars().next().is_some_and(char::is_lowercase);
    let (all, small) = next
        .fold((0, 0), |(all, small), pair| (all + 1, small + usize::from(begins_small(pair[1]))));
    small * 5 >= all && small > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_to_paragraphs() {
        let long = "It rained in Peru. ".repeat(8);
        let going_on = format!("{}it was", "It rained in Peru and ".repeat(6));
        let cases: [(&[&str], String); 5] = [
            (&[&going_on, "said."], format!("{going_on} said.")),
            (&["It rained", "in Peru.", "", "Twice."], "It rained in Peru.\n\nTwice.".into()),
            (&["It rained.", "    Twice."], "It rained.\n\nTwice.".into()),
            (&[&long, "Twice."], format!("{}\n\nTwice.", long.trim())),
            (&["", " "], String::new()),
        ];
        for (lines, want) in cases {
            assert_eq!(unwrapped(lines), want, "{lines:?}");
        }
    }
}

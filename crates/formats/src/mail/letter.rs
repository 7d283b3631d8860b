//! The text of a letter: its lines joined as its program meant, without the signature and
//! the letters that it answers.

/// A letter without what is none of its text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Letter {
    /// Its paragraphs.
    pub(crate) text: String,
    /// How many lines of other letters were left out.
    pub(crate) quoted: usize,
    /// Whether a signature was left out.
    pub(crate) is_signed: bool,
}

/// A letter in plain text. `flowed`: its lines that end with a space go on in the next one
/// (`format=flowed`, RFC 3676), and whether that space is none of the text (`delsp=yes`).
pub(crate) fn plain(text: &str, flowed: Option<bool>) -> Letter {
    let mut letter = Letter::default();
    let mut lines: Vec<String> = Vec::new();
    let mut goes_on = false;
    let footer = footer_of_list(text);
    for line in text.lines().take(footer) {
        if line == "-- " || line == "-- \r" {
            letter.is_signed = true;
            break;
        }
        if line.starts_with('>') {
            letter.quoted += 1;
            goes_on = false;
            continue;
        }
        // Flowed text puts a space before lines that begin with ">" or "From ".
        let line = match flowed {
            Some(_) => line.strip_prefix(' ').unwrap_or(line),
            None => line,
        };
        let (line, is_open) = match flowed {
            Some(drops_space) if line.ends_with(' ') => {
                (if drops_space { &line[..line.len() - 1] } else { line }, true)
            }
            _ => (line, false),
        };
        match lines.last_mut().filter(|_| goes_on) {
            Some(last) => last.push_str(line),
            None => lines.push(line.to_owned()),
        }
        goes_on = is_open;
    }
    if letter.quoted > 0 {
        drop_introduction(&mut lines);
    }
    letter.text = lines.join("\n");
    letter
}

/// The line at which what a list of mails puts below each letter begins, a line of underscores;
/// the number of all lines where there is none.
fn footer_of_list(text: &str) -> usize {
    const MAX_LINES: usize = 8;
    let lines: Vec<&str> = text.lines().collect();
    let filled = lines.iter().rev().filter(|line| !line.trim().is_empty());
    let is_near_the_end = filled.take(MAX_LINES).any(|line| is_rule(line));
    let rule = lines.iter().rposition(|line| is_rule(line)).filter(|_| is_near_the_end);
    let names_list = |at: &usize| {
        let below = lines[*at..].join("\n").to_lowercase();
        ["mailing list", "listinfo", "unsubscribe", "mailingliste"]
            .iter()
            .any(|w| below.contains(w))
    };
    rule.filter(names_list).unwrap_or(lines.len())
}

/// A line of underscores.
fn is_rule(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 20 && line.bytes().all(|b| b == b'_')
}

/// Drops the line that leads over to an answered letter: `On Monday, A. Writer wrote:`.
fn drop_introduction(lines: &mut Vec<String>) {
    const WROTE: [&str; 8] = [
        "wrote:",
        "schrieb:",
        "a écrit :",
        "a écrit:",
        "escribió:",
        "ha scritto:",
        "schreef:",
        "skrev:",
    ];
    lines.retain(|line| !WROTE.iter().any(|wrote| line.trim_end().ends_with(wrote)));
}

/// A letter that was a page: without links to the browser, offers to unsubscribe, and the
/// subject a second time.
pub(crate) fn page(text: &str, subject: &str) -> Letter {
    let mut lines: Vec<&str> = text.lines().map(str::trim).collect();
    let first = lines.iter().position(|line| !line.is_empty() && !is_furniture(line));
    if let Some(at) = first
        && lines[at].split_whitespace().eq(subject.split_whitespace())
    {
        lines[at] = "";
    }
    let kept: Vec<&str> = lines.into_iter().filter(|line| !is_furniture(line)).collect();
    let text = kept.join("\n").trim().to_owned();
    Letter { text, ..Letter::default() }
}

/// How many words a line of furniture has at most.
const MAX_FURNITURE_WORDS: usize = 14;

/// Whether a line is what programs for newsletters put around a letter.
pub(crate) fn is_furniture(line: &str) -> bool {
    const STARTS: [&str; 16] = [
        "view this email in",
        "view in browser",
        "view in your browser",
        "view online",
        "view this message in",
        "read this letter in your browser",
        "read online",
        "open in browser",
        "trouble viewing this",
        "having trouble viewing",
        "is this email not displaying",
        "if you cannot see this",
        "update your preferences",
        "manage your preferences",
        "manage preferences",
        "you are receiving this",
    ];
    let words = line.split_whitespace().count();
    if words == 0 || words > MAX_FURNITURE_WORDS {
        return false;
    }
    let line = line.to_lowercase();
    STARTS.iter().any(|start| line.starts_with(start))
        || words <= 8
            && ["unsubscribe", "im browser ansehen", "newsletter abbestellen", "se désinscrire"]
                .iter()
                .any(|part| line.contains(part))
}

/// A letter that was passed on within another one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Forwarded {
    /// What was written above it.
    pub(crate) above: String,
    pub(crate) from: String,
    pub(crate) date: String,
    pub(crate) subject: String,
    pub(crate) text: String,
}

/// What mail programs call the sender.
const FROM: [&str; 6] = ["From", "Von", "De ", "De", "Da", "Van"];

/// Finds a letter that a mail program passed on in the text: a line that says so, and below it
/// the lines `From: `, `Date: ` and `Subject: `.
pub(crate) fn forwarded(text: &str) -> Option<Forwarded> {
    const MARKS: [&str; 15] = [
        "forwarded message",
        "forwarded by",
        "original message",
        "begin forwarded message",
        "weitergeleitete nachricht",
        "anfang der weitergeleiteten nachricht",
        "ursprüngliche nachricht",
        "originalnachricht",
        "message transféré",
        "message d'origine",
        "début du message transféré",
        "mensaje reenviado",
        "messaggio inoltrato",
        "mensagem encaminhada",
        "doorgestuurd bericht",
    ];
    let lines: Vec<&str> = text.lines().collect();
    let is_mark = |line: &str| {
        let bare = line.trim().trim_matches(['-', ' ', ':', '*']).to_lowercase();
        MARKS.contains(&bare.as_str())
    };
    // Outlook draws a line and says nothing, or not even that.
    let is_sender = |line: &str| {
        let line = line.trim_start_matches('*');
        FROM.iter().any(|word| line.strip_prefix(word).is_some_and(|rest| rest.starts_with(':')))
    };
    let of_outlook = || {
        let at = lines.iter().position(|line| is_sender(line))?;
        let is_dated = lines.get(at + 1).is_some_and(|line| line.contains(':'));
        let above = lines[..at].iter().rposition(|line| !line.trim().is_empty());
        let rule = above.filter(|above| is_rule(lines[*above]));
        (is_dated || rule.is_some()).then_some((rule.unwrap_or(at), at))
    };
    let marked = lines.iter().position(|line| is_mark(line)).map(|at| (at, at + 1));
    let (mark, start) = marked.or_else(of_outlook)?;
    let mut found = Forwarded {
        above: lines[..mark].join("\n").trim().to_owned(),
        from: String::new(),
        date: String::new(),
        subject: String::new(),
        text: String::new(),
    };
    let mut at = start;
    while lines.get(at).is_some_and(|line| line.trim().is_empty()) {
        at += 1;
    }
    while let Some((key, value)) = lines.get(at).and_then(|line| line.split_once(':')) {
        let value = value.trim().trim_matches('*').trim().to_owned();
        match key.trim().trim_matches(['*', '\u{a0}']).trim().to_lowercase().as_str() {
            "from" | "von" | "de" | "da" | "van" => found.from = value,
            "date" | "sent" | "datum" | "gesendet" | "envoyé" | "enviado" | "enviado el"
            | "fecha" | "data" | "inviato" | "verzonden" => found.date = value,
            "subject" | "betreff" | "objet" | "sujet" | "asunto" | "assunto" | "oggetto"
            | "onderwerp" => found.subject = value,
            "to" | "an" | "cc" | "reply-to" | "à" | "para" | "a" | "aan" | "kopie"
            | "importance" | "attachments" => {}
            _ => break,
        }
        at += 1;
    }
    if found.from.is_empty() || found.subject.is_empty() {
        return None;
    }
    found.text = lines[at..].join("\n").trim().to_owned();
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters() {
        let cases = [
            ("one \ntwo\nthree", Some(false), "one two\nthree", 0, false),
            ("東 \n京", Some(true), "東京", 0, false),
            ("one \ntwo", None, "one \ntwo", 0, false),
            (" >no quote\n From here", Some(false), ">no quote\nFrom here", 0, false),
            ("text\n-- \nA. Writer", None, "text", 0, true),
            ("text\n____________________\na mailing list", None, "text", 0, false),
            ("a\n____________________\nb", None, "a\n____________________\nb", 0, false),
            ("text -- and\n--\nmore", None, "text -- and\n--\nmore", 0, false),
            ("On Monday, B wrote:\n> old\n> older\nnew", None, "new", 2, false),
            ("He wrote:\nnew", None, "He wrote:\nnew", 0, false),
        ];
        for (text, flowed, want, quoted, is_signed) in cases {
            let want = Letter { text: want.to_owned(), quoted, is_signed };
            assert_eq!(plain(text, flowed), want, "{text:?}");
        }
    }

    #[test]
    fn pages() {
        let cases = [
            ("View this email in your browser\n\nRain\n\nIt rained.\n\nUnsubscribe", "It rained."),
            ("It rained.\n\nRain", "It rained.\n\nRain"),
            (
                "Readers who unsubscribe from the paper say that the price of bread is no news to them.",
                "",
            ),
        ];
        for (text, want) in cases {
            let want = if want.is_empty() { text } else { want };
            assert_eq!(page(text, "Rain").text, want, "{text:?}");
        }
    }

    #[test]
    fn letters_within_letters() {
        let text = "FYI\n\n---------- Forwarded message ---------\nFrom: The Courier <a@b.example>\n\
                    Date: Sun, Jun 2, 2024 at 5:05 PM\nSubject: Rain\nTo: <c@d.example>\n\n\nIt rained.";
        let found = forwarded(text).expect("a letter");
        assert_eq!((found.above.as_str(), found.subject.as_str()), ("FYI", "Rain"));
        assert_eq!(
            (found.date.as_str(), found.text.as_str()),
            ("Sun, Jun 2, 2024 at 5:05 PM", "It rained.")
        );
        for none in ["It rained.", "forwarded message\n\nIt rained.", "Original Message\nFrom: a"] {
            assert_eq!(forwarded(none), None, "{none:?}");
        }
    }
}

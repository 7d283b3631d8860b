//! `docs/query-language.md` is printed from the table of operators.

use dateline_search::{OPERATORS, parse, reading};
use std::fmt::Write;
use std::path::Path;

const START: &str = "\
# The query language

Printed from the table of operators (`crates/search/src/operators/`); after a change run
`DATELINE_WRITE=1 cargo test -p dateline-search --test documentation`.

Whatever is typed is understood somehow: what had to be repaired is told, and the
reading stands under the search box. A word is a run of letters and digits; capitals
and accents make no difference, hyphens and apostrophes end a word, a possessive 's
after a bare word is dropped. From loose to tight: `,` series, `OR`, a space (and),
`-` (not), `NEAR`, `|`, then words, phrases, groups and fields.
";

fn page() -> String {
    let mut out = START.to_owned();
    let cell = |text: &str| text.replace('|', "\\|");
    for operator in OPERATORS {
        let title = operator.name[..1].to_uppercase() + &operator.name[1..];
        let forms: Vec<String> =
            operator.syntax.split("  or  ").map(|form| format!("`{form}`")).collect();
        let _ = write!(out, "\n## {title}\n\n{}\n\n{}\n", forms.join(", "), operator.help);
        out.push_str("\n| Typed | The same as | Read as |\n|---|---|---|\n");
        for (typed, canonical) in operator.cases {
            let shown = |text: &str| match text {
                "" => "nothing".to_owned(),
                text => format!("`{}`", cell(text)),
            };
            let read = cell(&reading(&parse(typed).tree)).replace("**", "\\*\\*");
            let _ = writeln!(out, "| {} | {} | {read} |", shown(typed), shown(canonical));
        }
    }
    out
}

#[test]
fn the_page_is_the_table() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/query-language.md");
    if std::env::var_os("DATELINE_WRITE").is_some() {
        std::fs::write(&path, page()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == page(),
        "docs/query-language.md is old; run DATELINE_WRITE=1 cargo test -p dateline-search --test documentation"
    );
}

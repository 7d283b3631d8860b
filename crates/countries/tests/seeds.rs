//! The mentions of two of the embedded articles against hand-made gold, which is
//! kept beside the project and not in it; without it the test says so and passes.

use dateline_countries::{Gazetteer, Kind, annotate};
use std::collections::BTreeSet;
use std::path::Path;

#[test]
fn two_articles_agree_with_their_gold() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let gold = root.join("../shared/eval/seeds/mentions");
    let Ok(files) = std::fs::read_dir(&gold) else {
        eprintln!("SKIPPED: no gold mentions in {} (kept outside of the project)", gold.display());
        return;
    };
    let (mut both, mut wanted, mut found) = (0, 0, 0);
    let mut wrong = Vec::new();
    for file in files {
        let path = file.expect("a readable folder").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(root.join("seeds").join(format!("{name}.txt")))
            .expect("the article of the gold");
        let want: BTreeSet<_> = std::fs::read_to_string(&path)
            .expect("readable gold")
            .lines()
            .map(|line| serde_json::from_str::<serde_json::Value>(line).expect("JSON"))
            .filter(|m| m["kind"] != "place")
            .map(|m| {
                let text = |key: &str| m[key].as_str().unwrap_or_default().to_owned();
                (
                    m["start"].as_u64(),
                    m["end"].as_u64(),
                    text("country"),
                    text("kind"),
                    m["in_name"] == true,
                )
            })
            .collect();
        let got: BTreeSet<_> = annotate(Gazetteer::embedded(), &text, &[])
            .iter()
            .filter(|m| m.kind != Kind::Place)
            .map(|m| {
                let (start, end) = (Some(m.span.start.into()), Some(m.span.end.into()));
                (start, end, m.country.code().to_owned(), m.kind.name().to_owned(), m.in_name)
            })
            .collect();
        both += want.intersection(&got).count();
        wanted += want.len();
        found += got.len();
        wrong.extend(want.symmetric_difference(&got).map(|m| format!("{name} {m:?}")));
    }
    let f1 = 2.0 * both as f64 / (wanted + found) as f64;
    assert!(f1 >= 0.985, "F1 {f1:.3}\n{}", wrong.join("\n"));
}

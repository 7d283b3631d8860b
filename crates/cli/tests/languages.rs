//! `dateline check` reports the language of each article, and how it is known.

use std::process::Command;

#[test]
fn the_language_of_each_article_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = [
        (
            "en.txt",
            "Rain in the hills\n\nIt rained in the hills for a week, and the road was closed by the water.",
        ),
        (
            "fr.txt",
            "Pluie sur les collines\n\nIl a plu pendant une semaine sur les collines, et la route a été fermée par les eaux.",
        ),
        (
            "ru.txt",
            "Дождь в горах\n\nВ горах целую неделю шёл дождь, и дорогу закрыли из-за воды, которая поднялась ночью.",
        ),
        ("zh.txt", "山区下雨\n\n山区下了一个星期的雨，道路因为积水而关闭，村民等待救援。"),
        ("declared.csv", "title,text,language\nRain,It rained.,pt-BR\n"),
        ("other.csv", "title,text,language\nRain,It rained.,ku\n"),
        ("none.txt", "12.04 13.30 1999"),
    ];
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).expect("a file");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let output = command.args(["check", "--json"]).arg(folder.path()).output().expect("it runs");
    let output = String::from_utf8(output.stdout).expect("UTF-8");
    let rows: Vec<serde_json::Value> =
        output.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    // Beginning of the file's name, the language, and words in its evidence and in a warning.
    let cases = [
        ("en", Some("en"), "detected", ""),
        ("fr", Some("fr"), "detected", ""),
        ("ru", Some("ru"), "detected", ""),
        ("zh", Some("zh"), "detected", ""),
        ("declared", Some("pt-BR"), "declared", ""),
        ("other", Some("ku"), "declared", "no names of countries in its language, ku"),
        ("none", None, "not detected", "language unknown"),
    ];
    for (file, language, evidence, warning) in cases {
        let of_file = |row: &&serde_json::Value| {
            row["file"].as_str().is_some_and(|name| name.starts_with(file))
        };
        let row = rows.iter().find(of_file).unwrap_or_else(|| panic!("{file}: {output}"));
        assert_eq!(row["language"].as_str(), language, "{file}");
        assert!(
            row["language_evidence"].as_str().is_some_and(|e| e.starts_with(evidence)),
            "{row}"
        );
        let warnings = row["warnings"].to_string();
        let is_warned = ["language unknown", "no names"].iter().any(|w| warnings.contains(w));
        assert_eq!(is_warned, !warning.is_empty(), "{file}: {warnings}");
        assert!(warnings.contains(warning), "{file}: {warnings}");
    }
}

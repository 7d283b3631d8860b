//! Dates in numbers: the whole column decides which of day and month stands first.

mod shared;

use dateline_formats::Limits;
use shared::{told, zipped};

/// The dates that came of a file, and the notes about them.
fn dates(name: &str, bytes: &[u8]) -> String {
    let told = told(name, bytes, Limits::default());
    let lines = told.lines().map(str::trim);
    let dates = lines.filter_map(|line| match line.strip_prefix("date: ") {
        Some(date) => date.split(',').next().map(str::to_owned),
        None => line.starts_with("note: date").then(|| "?".to_owned()),
    });
    dates.collect::<Vec<_>>().join(" ")
}

#[test]
fn columns_of_every_kind() {
    let text = "It rained in Peru.";
    let csv = |dates: &[&str]| {
        let rows: String = dates.iter().map(|date| format!("{date},{text}\n")).collect();
        format!("date,text\n{rows}").into_bytes()
    };
    let lines = |dates: &[&str]| {
        let line = |date: &&str| format!("{{\"date\":\"{date}\",\"text\":\"{text}\"}}\n");
        dates.iter().map(line).collect::<String>().into_bytes()
    };
    let list = |dates: &[&str]| {
        let rows: Vec<String> =
            dates.iter().map(|d| format!("{{\"date\":\"{d}\",\"text\":\"{text}\"}}")).collect();
        format!("[{}]", rows.join(",")).into_bytes()
    };
    let xml = |dates: &[&str]| {
        let row = |d: &&str| format!("<row><date>{d}</date><text>{text}</text></row>");
        format!("<rows>{}</rows>", dates.iter().map(row).collect::<String>()).into_bytes()
    };
    let sheet = |dates: &[&str]| {
        let cell = |at: &str, value: &str| {
            format!("<c r='{at}' t='inlineStr'><is><t>{value}</t></is></c>")
        };
        let head = format!("<row r='1'>{}{}</row>", cell("A1", "date"), cell("B1", "text"));
        let rows = dates.iter().zip(2..).map(|(date, n)| {
            format!(
                "<row r='{n}'>{}{}</row>",
                cell(&format!("A{n}"), date),
                cell(&format!("B{n}"), text)
            )
        });
        let rows = rows.collect::<String>();
        let sheet = format!("<worksheet><sheetData>{head}{rows}</sheetData></worksheet>");
        let book = "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>";
        let links = "<Relationships><Relationship Id='r1' Target='s.xml'/></Relationships>";
        zipped(&[
            ("xl/workbook.xml", book.as_bytes()),
            ("xl/_rels/workbook.xml.rels", links.as_bytes()),
            ("xl/s.xml", sheet.as_bytes()),
        ])
    };
    type Write<'a> = &'a dyn Fn(&[&str]) -> Vec<u8>;
    let formats: [(&str, Write<'_>); 5] = [
        ("a.csv", &csv),
        ("a.jsonl", &lines),
        ("a.json", &list),
        ("a.xml", &xml),
        ("a.xlsx", &sheet),
    ];
    // Dates of a column, and what is read of them: "?" is a note.
    let cases: [(&[&str], &str); 5] = [
        (&["02/03/2024", "02/25/2024"], "2024-02-03 2024-02-25"),
        (&["02/03/2024", "25/02/2024"], "2024-03-02 2024-02-25"),
        (&["02/03/2024", "03/04/2024"], "2024 ? 2024 ?"),
        (&["02/03/2024", "02/25/2024", "25/02/2024"], "2024 ? 2024-02-25 2024-02-25"),
        (&["2024-02-03", "3 March 2024"], "2024-02-03 2024-03-03"),
    ];
    for (values, want) in cases {
        for (name, write) in formats {
            assert_eq!(dates(name, &write(values)), want, "{name}: {values:?}");
        }
    }
}

#[test]
fn a_date_far_below_decides() {
    let rows: String = (1..1_500).map(|n| format!("02/03/2024,{n},It rained.\n")).collect();
    let table = format!("date,id,text\n{rows}02/25/2024,last,It rained.\n");
    let told = dates("a.csv", table.as_bytes());
    assert!(told.starts_with("2024-02-03 2024-02-03"), "{}", &told[..40]);
    let zip = zipped(&[("a.csv", table.as_bytes())]);
    assert!(dates("a.zip", &zip).starts_with("2024-02-03"), "a member of an archive");
}

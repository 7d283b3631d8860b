//! How the five articles of `seeds/` are read: a role for every line, title, kicker,
//! source, byline, dates.

use dateline_reading::{BlockKind, Layout, read};
use dateline_text::Span;

/// One article and what its layout must hold; lines not listed are body.
struct Seed {
    file: &'static str,
    /// `(kind, lines)`: lines counted from 1, blank ones too.
    roles: &'static [(BlockKind, &'static [usize])],
    title: &'static str,
    kicker: Option<&'static str>,
    source: Option<&'static str>,
    byline: Option<&'static str>,
    published: Option<(&'static str, &'static str)>,
}

const SEEDS: &[Seed] = &[
    Seed {
        file: "000_d52ef0760c3d7662.txt",
        roles: &[
            (BlockKind::Source, &[1, 8]),
            (BlockKind::Furniture, &[2, 3]),
            (BlockKind::Title, &[5]),
            (BlockKind::Dateline, &[7]),
            (BlockKind::Byline, &[9]),
            (BlockKind::Heading, &[15, 26, 37]),
        ],
        title: "Will Chinese-Afghan cooperation put the Taliban on the path to international recognition?",
        kicker: None,
        source: Some("The Reference"),
        byline: Some("Mohamed Yosry"),
        published: Some(("Saturday 13/May/2023 - 06:32 PM", "2023-05-13T18:32")),
    },
    Seed {
        file: "001_74f98bda1c361c14.txt",
        roles: &[(BlockKind::Title, &[1]), (BlockKind::Heading, &[7])],
        title: "What does China want from its contacts with Taliban?!",
        kicker: None,
        source: None,
        byline: None,
        published: None,
    },
    Seed {
        file: "002_fa0f2b1033232e6b.txt",
        roles: &[(BlockKind::Kicker, &[1]), (BlockKind::Title, &[3]), (BlockKind::Caption, &[5])],
        title: "Taliban look to China for reinforcements",
        kicker: Some(
            "Insurgents begin to prepare their alliances ahead of a possible rise to power",
        ),
        source: None,
        byline: None,
        published: None,
    },
    Seed {
        file: "003_b70cf3451312e4ff.txt",
        roles: &[
            (BlockKind::Furniture, &[1, 2, 3, 4, 5, 6, 7, 8, 30, 38, 40, 140, 142, 144]),
            (BlockKind::Kicker, &[9]),
            (BlockKind::Title, &[11]),
            (BlockKind::Lead, &[13]),
            (BlockKind::Toc, &[15, 16, 18, 20, 22, 24, 26, 28]),
            (BlockKind::Heading, &[32, 46, 65, 80, 94, 112, 118]),
            (
                BlockKind::Repeat,
                &[50, 52, 59, 61, 71, 73, 86, 88, 98, 100, 106, 108, 122, 124, 130, 132, 136, 138],
            ),
            (BlockKind::Caption, &[54, 55, 75, 76]),
            (BlockKind::Quote, &[42, 63, 90, 110, 126]),
        ],
        title: "Assault rifle politics: The Taliban’s slow march towards diplomatic recognition",
        kicker: Some("POLITICS"),
        source: None,
        byline: None,
        published: None,
    },
    Seed {
        file: "004_c66a8ad8eb86b65e.txt",
        roles: &[
            (BlockKind::Lead, &[1]),
            (BlockKind::Caption, &[15]),
            (BlockKind::Furniture, &[18]),
        ],
        title: "The Taliban says China will maintain diplomatic relations with Afghanistan",
        kicker: None,
        source: None,
        byline: None,
        published: None,
    },
];

#[test]
fn every_line_has_its_role() {
    let (mut lines, mut wrong) = (0, Vec::new());
    for seed in SEEDS {
        let text = text(seed);
        for (number, got) in kinds(&text, &read(&text)) {
            let want = seed.roles.iter().find(|(_, at)| at.contains(&number));
            let want = want.map_or(BlockKind::Body, |(kind, _)| *kind);
            lines += 1;
            let both_text = is_text(got) && is_text(want);
            if got != want && !both_text {
                wrong.push(format!("{}:{number} {} is {}", seed.file, want.name(), got.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {lines} lines: {wrong:#?}", wrong.len());
}

#[test]
fn title_kicker_source_byline_and_date() {
    for seed in SEEDS {
        let text = text(seed);
        let layout = read(&text);
        let of = |span: Option<Span>| span.map(|s| s.of(&text));
        assert_eq!(of(layout.title.map(|t| t.span)), Some(seed.title), "{}", seed.file);
        assert_eq!(of(layout.kicker), seed.kicker, "{}", seed.file);
        assert_eq!(of(layout.source), seed.source, "{}", seed.file);
        assert_eq!(of(layout.byline), seed.byline, "{}", seed.file);
        let published = layout.published.as_ref().map(|p| (p.span.of(&text), p.iso.as_str()));
        assert_eq!(published, seed.published, "{}", seed.file);
    }
}

fn text(seed: &Seed) -> String {
    let path = format!("{}/../../seeds/{}", env!("CARGO_MANIFEST_DIR"), seed.file);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}"))
}

fn is_text(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Body | BlockKind::Lead)
}

/// The number of each line that is not blank, and its kind.
fn kinds(text: &str, layout: &Layout) -> Vec<(usize, BlockKind)> {
    let number = |at: u32| text[..at as usize].matches('\n').count() + 1;
    layout.blocks.iter().map(|b| (number(b.span.start), b.kind)).collect()
}

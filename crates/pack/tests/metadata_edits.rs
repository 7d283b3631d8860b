//! The title, source and date that a reader gives an article in the page come back from
//! `corpus.toml` as they were.

use dateline_corpus::{
    Article, ArticleId, BlockKind, Corpus, Counting, Date, DateRange, KindEdit, MetadataEdit,
    Selection, TitleFrom,
};
use dateline_pack::pack_dir;

const TEXTS: [(&str, &str); 4] = [
    (
        "a canal.txt",
        "Home\nNews from Chile\n\nCanal opens in Norway\n\nBy Ada Lind\n12 May 2023\n\n\
         The locks of the northern canal in Norway were opened on Tuesday, said the keeper of the \
         locks, who counts the boats from Sweden every week of the year.\n\nMost read\nA road in Japan\n",
    ),
    (
        // No headline: its first sentence is shown.
        "b.txt",
        "The keeper of the locks said in Oslo on Tuesday that the boats will be counted again. \
         Nobody knows when, said the ministers of Denmark.\n",
    ),
    ("c \"quoted\".txt", "A bridge in Peru\n\nThe bridge was closed in the spring.\n"),
    (
        "d.txt",
        "A ferry in Peru\n\nThe ferry to the island was mended in the spring, said its captain to \
         the council, which had asked him to.\n",
    ),
];

fn packed(toml: &str) -> Corpus {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
    TEXTS.iter().for_each(|(name, text)| write(name, text).expect("a file"));
    write("corpus.toml", toml).expect("a file");
    Corpus::open(pack_dir(folder.path()).expect("a pack")).expect("a corpus")
}

/// Everything that an edit of metadata changes; reasons apart.
fn seen(article: &Article<'_>) -> impl PartialEq + std::fmt::Debug {
    let blocks: Vec<_> = article.blocks().iter().map(|b| (b.span, b.kind, b.duplicate)).collect();
    let title = (article.title().to_owned(), article.title_from() == TitleFrom::Headline);
    let date = (article.date(), article.printed_date().map(str::to_owned));
    let source = (article.source().map(str::to_owned), article.source_span());
    // Nothing is annotated in the page: countries in words that are added are found by
    // the build alone.
    let raw = article.raw().len() as u32;
    let mentions: Vec<_> = article
        .mentions()
        .iter()
        .filter(|m| m.span.end <= raw)
        .map(|m| (m.span, m.country, m.kind, m.standing, m.weight))
        .collect();
    (article.text().to_owned(), blocks, title, date, source, mentions, article.words())
}

fn metadata_edit(article: u32, title: &str, source: &str, date: &str) -> MetadataEdit {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    MetadataEdit {
        article: ArticleId(article),
        title: said(title),
        source: said(source),
        date: (!date.is_empty()).then(|| Date::parse(date).expect(date)),
    }
}

/// Holds the corpus of the page and the one that is built from its rows equal.
fn check(base: &Corpus, metadata_edits: &[MetadataEdit], kind_edits: &[KindEdit]) -> Corpus {
    let page = base.with_metadata_edits(metadata_edits).expect("a corpus");
    let page = if kind_edits.is_empty() {
        page
    } else {
        page.with_kind_edits(kind_edits).expect("a corpus")
    };
    let toml = page.edits_as_toml(metadata_edits, kind_edits);
    let built = packed(&toml);
    for (page, built) in page.articles().zip(built.articles()) {
        assert_eq!(seen(&page), seen(&built), "{} after {toml}", built.name());
    }
    for query in ["peru", "canal", "title:ferry", "title:tides", "source:post", "date:2024"] {
        let selection = Selection::search(query);
        let (page, built) = (page.select(&selection), built.select(&selection));
        assert_eq!((page.total, &page.ids), (built.total, &built.ids), "{query}: {toml}");
    }
    let facets = |corpus: &Corpus| {
        let facets = corpus.select(&Selection::default()).facets;
        format!("{:?} {:?}", facets.sources, facets.months)
    };
    assert_eq!(facets(&page), facets(&built), "{toml}");
    assert_eq!(base.hash(), page.hash());
    page
}

#[test]
fn page_and_corpus_toml_agree() {
    let base = packed("");
    let title = |id| metadata_edit(id, "Tides of the ferry", "", "");
    let all = |id| metadata_edit(id, "Tides \"rise\" \\ again", "The Harbour Post", "2024-05-13");
    let mut cases: Vec<Vec<MetadataEdit>> = vec![vec![]];
    for id in 0..4 {
        cases.push(vec![title(id)]);
        cases.push(vec![all(id)]);
        for date in ["2024", "2024-02-29", "1987-10", "2024-05-13T18:32"] {
            cases.push(vec![metadata_edit(id, "", "", date)]);
        }
    }
    // A line that stands in the text; the author as source; white space; the last word counts.
    cases.push(vec![metadata_edit(0, "News from Chile", "Ada Lind", "")]);
    cases.push(vec![metadata_edit(0, "  News \n from  Chile ", "  ", "")]);
    cases.push(vec![all(1), title(1), all(2), metadata_edit(3, "A ferry in Peru", "", "")]);
    cases.push(vec![all(1), MetadataEdit::none(ArticleId(1))]);
    for metadata_edits in cases {
        check(&base, &metadata_edits, &[]);
    }
}

#[test]
fn kinds_of_blocks_count_over_titles() {
    let base = packed("");
    let kind_edit = |block, kind| KindEdit { article: ArticleId(0), block, kind };
    let rows = [
        vec![kind_edit(2, BlockKind::Title)],
        vec![kind_edit(1, BlockKind::Title), kind_edit(2, BlockKind::Body)],
        vec![kind_edit(5, BlockKind::Furniture)],
    ];
    for kind_edits in rows {
        check(&base, &[metadata_edit(0, "Tides", "The Post", "2024")], &kind_edits);
    }
}

#[test]
fn every_view_follows_at_once() {
    let base = packed("");
    let said = [metadata_edit(3, "Tides of the sea", "The Harbour Post", "2031-05-13")];
    let page = check(&base, &said, &[]);
    let total = |corpus: &Corpus, selection: &Selection| corpus.select(selection).total;
    let on = |range| Selection {
        dates: DateRange::parse(range).into_iter().collect(),
        ..Selection::default()
    };
    let rows = [
        ("the new title", Selection::search("title:tides"), (0, 1)),
        ("the old one", Selection::search("ferry title:peru"), (1, 0)),
        ("the source", Selection::search("source:harbour"), (0, 1)),
        ("the year", on("2031"), (0, 1)),
    ];
    for (what, selection, totals) in rows {
        assert_eq!((total(&base, &selection), total(&page, &selection)), totals, "{what}");
    }
    // The old title is no part of the article any more, nor is the country that it names.
    let counted = |corpus: &Corpus| corpus.counted(&Counting::default(), ArticleId(3)).len();
    assert_eq!((counted(&base), counted(&page)), (1, 0));
    let article = page.article(ArticleId(3)).expect("an article");
    assert_eq!((article.title(), article.date_evidence()), ("Tides of the sea", "you say so"));
    // And back.
    let back = base
        .with_metadata_edits(&[said[0].clone(), MetadataEdit::none(ArticleId(3))])
        .expect("a corpus");
    base.articles().zip(back.articles()).for_each(|(a, b)| assert_eq!(seen(&a), seen(&b)));
}

#[test]
fn edits_of_nothing_do_nothing() {
    let base = packed("");
    let page =
        base.with_metadata_edits(&[metadata_edit(99, "Tides", "", "2024")]).expect("a corpus");
    base.articles().zip(page.articles()).for_each(|(a, b)| assert_eq!(seen(&a), seen(&b)));
    assert!(!base.edits_as_toml(&[metadata_edit(99, "Tides", "", "")], &[]).contains("Tides"));
}

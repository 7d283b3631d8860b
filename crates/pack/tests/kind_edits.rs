//! Edits made in the page survive the way through `corpus.toml`.

use dateline_corpus::{
    Article, ArticleId, BlockKind, Corpus, Counting, Holds, KindEdit, Selection, TitleFrom,
};
use dateline_pack::pack_dir;

const PLEA: &str =
    "Our reports on the canal are free to read in Peru because readers like you pay for them.";

fn dump(n: usize) -> String {
    format!(
        "Home\nNews from Chile\nLog in\n\nCanal number {n} opens in Norway\n\nBy Ada Lind\n12 May 2023\n\n\
         The {n} locks of the northern canal in Norway were opened on Tuesday, said the keeper of the \
         locks, who counts the boats from Sweden every week of the year.\n\n{PLEA}\n\n\
         The Swedish boats will be counted again when lock {n} has been mended, the council in Oslo \
         said after its meeting with the ministers of Denmark.\n\nMost read\nA road in Japan\n"
    )
}

/// An error page with one sentence on it.
const LOST: &str = "404\nPage not found\nSorry, the page you are looking for does not exist.\n\
    Japan has found a new road, ministers said on Monday.\nHome\nNews\nLog in\n";

fn packed(toml: Option<&str>) -> Corpus {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
    for n in 1..=4 {
        write(&format!("canal {n}.txt"), &dump(n)).expect("a file");
    }
    write("lost.txt", LOST).expect("a file");
    if let Some(toml) = toml {
        write("corpus.toml", toml).expect("a file");
    }
    Corpus::open(pack_dir(folder.path()).expect("a pack")).expect("a corpus")
}

/// Everything of an article that an edit can change; reasons apart.
fn seen(article: &Article<'_>) -> impl PartialEq + std::fmt::Debug {
    let blocks: Vec<_> = article.blocks().iter().map(|b| (b.span, b.kind, b.duplicate)).collect();
    let mentions: Vec<_> = article
        .mentions()
        .iter()
        .map(|m| (m.span, m.country, m.kind, m.in_name, m.standing, m.weight))
        .collect();
    let title = (article.title().to_owned(), article.title_from() == TitleFrom::Headline);
    let holds = format!("{:?}", article.holds());
    (blocks, mentions, title, article.words(), holds)
}

#[test]
fn page_and_corpus_toml_agree() {
    let base = packed(None);
    let id = |n: u32| ArticleId(n);
    let one = |article, block, kind| KindEdit { article: id(article), block, kind };
    let mut cases: Vec<Vec<KindEdit>> = vec![vec![]];
    // Every block as something else, alone.
    for article in base.articles() {
        for block in 0..article.blocks().len() {
            let kind = BlockKind::ALL[(block * 5 + article.id().0 as usize) % 13];
            cases.push(vec![KindEdit { article: article.id(), block, kind }]);
        }
    }
    // Several, runs of one kind, in more than one article; the last word on a block counts.
    let body = |block| one(1, block, BlockKind::Body);
    cases.push((0..9).map(body).chain([one(4, 3, BlockKind::Lead)]).collect());
    cases.push(vec![body(2), one(1, 2, BlockKind::Title), one(0, 0, BlockKind::Repeat), body(1)]);
    for kind_edits in cases {
        let page = base.with_kind_edits(&kind_edits).expect("a corpus");
        let toml = base.edits_as_toml(&[], &kind_edits);
        let built = packed(Some(&toml));
        for (page, built) in page.articles().zip(built.articles()) {
            assert_eq!(seen(&page), seen(&built), "{} after {toml}", built.name());
        }
        for query in ["peru", "japan", "norway OR sweden", "title:canal"] {
            for furniture in [false, true] {
                let counting = Counting { furniture, ..Counting::default() };
                let selection = Selection { counting, ..Selection::search(query) };
                let (page, built) = (page.select(&selection), built.select(&selection));
                assert_eq!((page.total, &page.ids), (built.total, &built.ids), "{query}: {toml}");
            }
        }
        let said = |c: &Corpus, reason: &str| {
            c.articles().flat_map(|a| a.blocks().to_vec()).filter(|b| b.reason == reason).count()
        };
        let told = said(&page, "you say so");
        assert_eq!(told, said(&built, "the publisher says so"), "{toml}");
        assert_eq!(told > 0, !kind_edits.is_empty());
        assert_eq!(base.hash(), page.hash());
        assert_eq!(base.hash() != built.hash(), !kind_edits.is_empty());
    }
}

#[test]
fn counts_follow_at_once() {
    let base = packed(None);
    let article = base.article(ArticleId(0)).expect("an article");
    let at = |words: &str| {
        let found = article.blocks().iter().position(|b| b.span.of(article.text()) == words);
        found.unwrap_or_else(|| panic!("no block {words}"))
    };
    let counted = |corpus: &Corpus, code: &str| {
        let all = corpus.counted(&Counting::default(), ArticleId(0));
        all.iter().filter(|m| m.country.code() == code).count()
    };
    let total = |corpus: &Corpus, query: &str| corpus.select(&Selection::search(query)).total;
    let rows = [
        ("News from Chile", BlockKind::Body, "CL", (0, 1), "title:chile", (0, 0)),
        ("News from Chile", BlockKind::Title, "CL", (0, 1), "title:chile", (0, 1)),
        (PLEA, BlockKind::Body, "PE", (0, 1), "peru", (0, 1)),
        ("Canal number 1 opens in Norway", BlockKind::Furniture, "NO", (3, 2), "opens", (4, 3)),
    ];
    for (words, kind, code, mentions, query, articles) in rows {
        let kind_edit = KindEdit { article: ArticleId(0), block: at(words), kind };
        let page = base.with_kind_edits(&[kind_edit]).expect("a corpus");
        assert_eq!((counted(&base, code), counted(&page, code)), mentions, "{words}: {code}");
        assert_eq!((total(&base, query), total(&page, query)), articles, "{words}: {query}");
    }
}

#[test]
fn a_text_without_article_can_be_said_to_be_one() {
    let base = packed(None);
    let lost = base.find("lost.txt").expect("the page");
    assert!(matches!(base.holds(lost), Holds::Nothing(_)), "{:?}", base.holds(lost));
    assert_eq!(base.without_article(base.ids()), 1);
    let rows = [(BlockKind::Body, 0), (BlockKind::Caption, 1)];
    for (kind, without) in rows {
        let page =
            base.with_kind_edits(&[KindEdit { article: lost, block: 3, kind }]).expect("a pack");
        assert_eq!(page.without_article(page.ids()), without, "{}", kind.name());
    }
}

#[test]
fn edits_of_nothing_do_nothing() {
    let base = packed(None);
    let far = [(99, 0), (0, 9_999)];
    for (article, block) in far {
        let kind_edit = KindEdit { article: ArticleId(article), block, kind: BlockKind::Body };
        let page = base.with_kind_edits(&[kind_edit]).expect("a corpus");
        for (a, b) in base.articles().zip(page.articles()) {
            assert_eq!(seen(&a), seen(&b));
        }
    }
}

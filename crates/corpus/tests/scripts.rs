//! Articles in scripts that write no spaces between words, from inputs to hits, contexts
//! and snippets.

use dateline_corpus::{Corpus, CorpusBuilder, Input, Metadata, Node, Selection};

const CHINESE: &str = "首都的市场昨天重新开放。阿富汗商人说，他们用iPhone在中国订货，
再用卡车运到北方的山谷。天气预报说本周末有大雪，道路可能关闭三天。";
const JAPANESE: &str = "アフガニスタンの市場は昨日再開した。商人はガラスの皿を売っている。";
const THAI: &str = "ตลาดในอัฟกานิสถานเปิดอีกครั้งเมื่อวานนี้ พ่อค้าขายน้ำผึ้งและจานแก้ว";
const HINDI: &str = "बाज़ार कल फिर खुला। हिन्दी में लिखा क्षेत्र का बोर्ड टूट गया।";

fn corpus() -> Corpus {
    let mut builder = CorpusBuilder::new();
    let rows = [("zh", CHINESE), ("ja", JAPANESE), ("th", THAI), ("hi", HINDI)];
    for (name, text) in rows {
        let mut input = Input::read(name, Some(format!("Market {name}")), text);
        let source = (name == "zh").then(|| "北京山谷日报".to_owned());
        input.metadata = Metadata { source, ..Metadata::default() };
        builder.add(input).expect("an article");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

/// The articles that a query finds, each with its hits as written.
fn found(corpus: &Corpus, query: &str) -> Vec<String> {
    let selection = Selection::search(query);
    let show = |id: &dateline_corpus::ArticleId| {
        let article = corpus.article(*id).expect("an article");
        let hits: Vec<&str> =
            corpus.hits(&selection, *id).iter().map(|hit| hit.span.of(article.text())).collect();
        format!("{} {}", article.name(), hits.join("|"))
    };
    corpus.select(&selection).ids.iter().map(show).collect()
}

#[test]
fn what_is_typed_is_found() {
    let corpus = corpus();
    let rows: &[(&str, &[&str])] = &[
        ("阿富汗", &["zh 阿富汗"]),
        ("富汗商", &["zh 富汗商"]),
        ("汗富", &[]),
        ("市场昨", &["zh 市场昨"]),
        // A line end in a sentence is nothing, a full stop is not.
        ("订货再用", &[]),
        ("再用卡车", &["zh 再用卡车"]),
        ("开放阿富汗", &[]),
        ("\"开放 阿富汗\"", &["zh 开放。阿富汗"]),
        ("iPhone在中国", &["zh iPhone在中国"]),
        ("IPHONE", &["zh iPhone"]),
        ("在中?订货", &["zh 在中国订货"]),
        ("市场 NEAR/3 开放", &[]),
        ("市场 NEAR/4 开放", &["zh 市场|开放"]),
        ("中国 -阿富汗", &[]),
        ("source:山谷日", &["zh "]),
        ("source:日山", &[]),
        ("アフガニスタン", &["ja アフガニスタン"]),
        ("ｱﾌｶﾞﾆｽﾀﾝ", &["ja アフガニスタン"]),
        ("ガラス", &["ja ガラス"]),
        ("カラス", &[]),
        ("市場", &["ja 市場"]),
        ("อัฟกานิสถาน", &["th อัฟกานิสถาน"]),
        ("น้ำผึ้ง", &["th น้ำผึ้ง"]),
        ("นำ", &[]),
        ("น", &["th น"]),
        ("हिन्दी", &["hi हिन्दी"]),
        ("हिन्", &[]),
        ("बाजार", &["hi बाज़ार"]),
        ("क्षेत्र OR 北方", &["zh 北方", "hi क्षेत्र"]),
        ("market", &["zh Market", "ja Market", "th Market", "hi Market"]),
    ];
    for (query, want) in rows {
        let mut got = found(&corpus, query);
        let mut want: Vec<String> = want.iter().map(|row| (*row).to_owned()).collect();
        got.sort();
        want.sort();
        if *query == "น" {
            // Every cluster that is this letter alone.
            got.iter_mut().for_each(|row| row.truncate("th น".len()));
        }
        assert_eq!(got, want, "{query}");
    }
}

#[test]
fn contexts_are_of_characters() {
    let corpus = corpus();
    let selection = Selection::search("阿富汗");
    let ids = corpus.select(&selection).ids;
    let lines = corpus.contexts(&selection, &ids, Node::Query, 4, &[], 10).lines;
    let text = corpus.article(ids[0]).expect("an article").text();
    let shown: Vec<[&str; 3]> = lines
        .iter()
        .map(|line| [line.left.of(text), line.node.of(text), line.right.of(text)])
        .collect();
    assert_eq!(shown, [["市场昨天重新开放。", "阿富汗", "商人说，他们用iPhone"]]);
}

#[test]
fn snippets_cut_no_character() {
    let corpus = corpus();
    for (query, length) in [("中国", 40), ("道路", 50), ("น้ำผึ้ง", 70), ("จาน", 40), ("皿", 30)]
    {
        let selection = Selection::search(query);
        let ids = corpus.select(&selection).ids;
        let snippet = corpus.snippet(&selection, ids[0], length).expect("a snippet");
        let text = corpus.article(ids[0]).expect("an article").text();
        let shown = snippet.span.of(text);
        assert!(shown.contains(query), "{query}: {shown}");
        let all: Vec<&str> = dateline_text::terms(text).map(|term| term.text).collect();
        let part: Vec<&str> = dateline_text::terms(shown).map(|term| term.text).collect();
        assert!(all.windows(part.len()).any(|window| window == part), "{query}: {shown}");
    }
}

//! Lines are not paragraphs: an article whose paragraphs are broken into lines of any width is
//! the same article, and everything that is counted, shown or searched in it is the same.

use dateline_corpus::{
    Article, Corpus, CorpusBuilder, Counting, Input, Node, Selection, Sort, Unit,
};
use dateline_text::shown_on_one_line;
use proptest::prelude::*;

/// Sentences of a made-up paper; names of countries and towns come at any place in a line.
const SENTENCES: [&str; 12] = [
    "The first lorries left the new mine above Lima on Monday, its Chilean owner said, after a year in which rain had closed the only road.",
    "Officials in New Zealand and Papua New Guinea had asked for the report in June 2021, a month before the council met.",
    "Nobody in South Sudan was told of it, although the Bank of China had paid for the bridge and for the ferry beside it.",
    "“We waited for the boats all night,” said Mr. Okoro, who keeps the lighthouse, “and they came with the tide.”",
    "The price of copper rose by 3.5 percent within a week, and the price of tin fell as fast as it had risen.",
    "Two ministers from the United Arab Emirates flew to Nairobi, where the talks went on until Friday without an agreement.",
    "The museum, which the town had wanted for thirty years, opens in spring with a show of maps from Bosnia and Herzegovina.",
    "Farmers near the river said that they could not remember a harvest as late as the one of this year.",
    "A spokeswoman for the ministry in London declined to say how many of the ships had been turned back.",
    "The council will vote on the budget in the second week of March, and its members do not expect a quarrel.",
    "Saudi Arabia buys most of the fruit, and the rest goes by rail to markets in the north of the country.",
    "He had walked from the Czech Republic to the coast of Croatia with a dog, a tent and no plan at all.",
];

/// The paragraph in lines of at most `width` characters, broken at spaces.
fn wrapped(paragraph: &str, width: usize) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in paragraph.split(' ') {
        let more = word.chars().count();
        if length > 0 && length + 1 + more > width {
            out.push('\n');
            length = 0;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += more;
    }
    out
}

fn corpus(input: Input) -> Corpus {
    let mut builder = CorpusBuilder::new();
    builder.add(input).expect("an article");
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

/// Everything that a reader sees of an article, each line end as a space.
fn seen(corpus: &Corpus) -> Vec<String> {
    let article = corpus.articles().next().expect("an article");
    let words =
        |span: dateline_corpus::Span| shown_on_one_line(span.of(article.text())).into_owned();
    let mut out = vec![
        format!("title {:?} {:?}", article.title(), article.title_from()),
        format!("by {:?} in {:?} on {:?}", article.byline(), article.source(), article.date()),
        format!("{} words", article.words()),
    ];
    let blocks = article.blocks().iter();
    out.extend(blocks.map(|b| format!("{:?} {} {}", b.kind, b.duplicate, words(b.span))));
    let mentions = article.mentions().iter();
    out.extend(mentions.map(|m| {
        let place = (m.country.code(), m.kind, m.in_name, m.standing, m.weight);
        format!("{place:?} {}", words(m.span))
    }));
    let counting = Counting::default();
    for unit in [Unit::Paragraph, Unit::Article] {
        out.push(format!("{:?}", corpus.co_mentions(&counting, &[article.id()], unit)));
    }
    for query in [
        "copper",
        "\"price of copper\"",
        "\"new zealand\" OR \"united arab emirates\"",
        "minister* NEAR/6 nairobi",
        "[road council 40]",
        "in:title mine",
    ] {
        out.extend(answers(corpus, &article, &Selection::search(query), &words));
    }
    out
}

fn answers(
    corpus: &Corpus,
    article: &Article<'_>,
    selection: &Selection,
    words: &dyn Fn(dateline_corpus::Span) -> String,
) -> Vec<String> {
    let selection = Selection { sort: Sort::Relevance, ..selection.clone() };
    let total = corpus.select(&selection).total;
    let mut out = vec![format!("{:?} finds {total}", selection.query)];
    out.extend(corpus.hits(&selection, article.id()).iter().map(|hit| words(hit.span)));
    let lines = corpus.contexts(&selection, &[article.id()], Node::Query, 8, &[], 100).lines;
    out.extend(lines.iter().map(|line| {
        let [left, node, right] = [line.left, line.node, line.right].map(words);
        format!("{} | {node} | {}", left.trim(), right.trim())
    }));
    let snippet = corpus.snippet(&selection, article.id(), 240);
    out.extend(snippet.map(|s| format!("{} {} {}", words(s.span), s.cut_start, s.cut_end)));
    out
}

fn paragraphs() -> impl Strategy<Value = Vec<String>> {
    let paragraph = prop::collection::vec(prop::sample::select(&SENTENCES[..]), 2..5);
    let paragraph = paragraph.prop_map(|sentences| sentences.join(" "));
    // Repeated paragraphs are told apart elsewhere.
    prop::collection::hash_set(paragraph, 2..6).prop_map(|set| {
        let mut list: Vec<String> = set.into_iter().collect();
        list.sort();
        list
    })
}

/// Line by line, so that a failure names what differs.
fn same(broken: &[String], whole: &[String]) -> Result<(), TestCaseError> {
    for (broken, whole) in broken.iter().zip(whole) {
        prop_assert_eq!(broken, whole);
    }
    prop_assert_eq!(broken.len(), whole.len());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_body_is_the_same_at_any_width(paragraphs in paragraphs(), width in 50_usize..=100) {
        let title = || Some("Mine above the town opens".to_owned());
        let body = |list: Vec<String>| Input::read("a", title(), list.join("\n\n"));
        let broken = paragraphs.iter().map(|p| wrapped(p, width)).collect();
        same(&seen(&corpus(body(broken))), &seen(&corpus(body(paragraphs))))?;
    }

    #[test]
    fn a_dump_is_the_same_at_any_width(paragraphs in paragraphs(), width in 50_usize..=100) {
        let head = "Mine above the town opens\n\nBy Ana Berg\n15 August 2021\n\n";
        let dump = |list: Vec<String>| Input::dump("a", format!("{head}{}\n", list.join("\n\n")));
        let broken = paragraphs.iter().map(|p| wrapped(p, width)).collect();
        same(&seen(&corpus(dump(broken))), &seen(&corpus(dump(paragraphs))))?;
    }
}

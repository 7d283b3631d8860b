//! The evidence of a mention: corrections count the same whether a corpus is built with
//! them or corrected later, ambiguous words lead to their places, and every mention says
//! why it was counted.

use dateline_corpus::{
    Alias, Article, Corpus, CorpusBuilder, Correction, Corrections, Counting, Country, Decided,
    Input, Kind, Preparer, Reassign,
};
use proptest::prelude::*;

fn country(code: &str) -> Country {
    Country::from_code(code).expect("a country")
}

fn corpus(texts: &[&str], corrections: &Corrections) -> Corpus {
    let preparer = Preparer::default().with_corrections(corrections);
    let mut builder = CorpusBuilder::new();
    for (number, text) in texts.iter().enumerate() {
        let input = Input::dump(format!("{number}.txt"), *text);
        builder.push(preparer.prepare(input).expect("an article")).expect("room");
    }
    Corpus::open(builder.build().expect("a pack")).expect("a corpus")
}

/// Everything that is known of the mentions and ambiguous words of a corpus.
fn all(corpus: &Corpus) -> Vec<String> {
    let row = |article: Article<'_>| {
        format!("{} {:?} {:?}", article.name(), article.mentions(), article.ambiguous())
    };
    corpus.articles().map(row).collect()
}

const TEXTS: &[&str] = &[
    "Talks in Congo and Georgia\n\nThe war in Congo went on, said Georgia Brown of the New Mexico office. \
     Albion and the People’s Republic of China signed in Beijing, and the Chinese left.\n",
    "A bank in Tbilisi\n\nThe Bank of Georgia in Tbilisi, Georgia, wrote to China and to Peking on Monday. \
     Nobody in Jersey, or in New Jersey, answered the letter from Albion.\n",
];

fn correction() -> impl Strategy<Value = Correction> {
    let surface = prop::sample::select(vec![
        "Congo",
        "Georgia",
        "China",
        "Albion",
        "New",
        "Jersey",
        "Bank of Georgia",
        "Chinese",
        "Brown",
        "People’s Republic of China",
        "Peking",
        "the",
        "Republic",
    ]);
    let code = prop::sample::select(vec!["CD", "US", "GB", "CN"]);
    (surface, code, 0..3).prop_map(|(surface, code, what)| {
        let (surface, country) = (surface.to_owned(), country(code));
        match what {
            0 => Correction::Alias(Alias { surface, country, kind: Kind::Name }),
            1 => Correction::Mute(surface),
            _ => Correction::Reassign(Reassign { surface, country }),
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    #[test]
    fn corrections_count_the_same_early_and_late(list in prop::collection::vec(correction(), 0..6)) {
        let corrections = list.into_iter().fold(Corrections::default(), |all, one| all.with(one));
        let plain = corpus(TEXTS, &Corrections::default());
        let late = plain.corrected(&corrections).expect("a corpus");
        let early = corpus(TEXTS, &corrections);
        prop_assert_eq!(all(&late), all(&early));
        prop_assert_eq!(late.hash(), plain.hash());
        for article in late.articles() {
            for pair in article.mentions().windows(2) {
                prop_assert!(pair[0].span.end <= pair[1].span.start);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: 64,
        ..ProptestConfig::default()
    })]

    /// Other articles say nothing of what an article mentions.
    #[test]
    fn an_article_has_the_same_mentions_alone(
        sentences in prop::collection::vec(prop::sample::subsequence(SENTENCES.to_vec(), 1..6), 1..5),
    ) {
        let texts: Vec<String> = sentences.iter().map(|list| list.join(" ") + "\n").collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let together = corpus(&texts, &Corrections::default());
        for (number, article) in together.articles().enumerate() {
            let alone = corpus(&texts[number..=number], &Corrections::default());
            let alone = alone.articles().next().expect("an article");
            let keys = |article: &Article<'_>| -> Vec<String> {
                let row = |m: &dateline_corpus::Mention<'_>| {
                    format!("{:?} {} {:?} {} {}", m.span, m.country, m.kind, m.in_name, m.rule)
                };
                article.mentions().iter().map(row).collect()
            };
            prop_assert_eq!(keys(&article), keys(&alone));
            prop_assert_eq!(article.ambiguous(), alone.ambiguous());
            for mention in article.mentions() {
                prop_assert!(article.text().get(mention.span.range()).is_some());
            }
        }
    }
}

const SENTENCES: [&str; 7] = [
    "The war in Congo went on for years.",
    "Georgia and Alabama sent help to Atlanta.",
    "Tbilisi said Georgia and Russia would talk.",
    "He moved to Paris, Texas, with Israel Hernandez.",
    "China’s envoy left Kyiv for the Côte d’Ivoire.",
    "The Kremlin wrote to Jordan and to Chad Smith.",
    "中国 and São Tomé signed in Peking.",
];

#[test]
fn ambiguous_words_lead_to_their_places() {
    let text = "A report on the war\n\nThe war in Congo went on. Nobody in Congo slept that night, and the river rose.\n";
    let plain = corpus(&[text, text], &Corrections::default());
    let ids: Vec<_> = plain.ids().collect();
    let rows = plain.ambiguous(&Counting::default(), &ids);
    assert_eq!(rows.len(), 1, "{rows:?}");
    assert_eq!((rows[0].surface.as_str(), rows[0].places.len()), ("Congo", 4));
    let mut codes: Vec<&str> = rows[0].candidates.iter().map(Country::code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["CD", "CG"]);
    for (id, span) in &rows[0].places {
        assert_eq!(span.of(plain.article(*id).expect("an article").text()), "Congo");
    }
    assert!(plain.countries(&Counting::everything(), &ids).is_empty(), "not counted");
    let settled = Corrections::default()
        .with(Correction::Reassign(Reassign { surface: "Congo".into(), country: country("CD") }));
    let corrected = plain.corrected(&settled).expect("a corpus");
    assert!(corrected.ambiguous(&Counting::default(), &ids).is_empty());
    assert_eq!(corrected.countries(&Counting::everything(), &ids)[0].mentions, 4);
}

#[test]
fn every_mention_says_why() {
    let text = "A fire in the hills\n\nHe moved to Athens, Ga., and the police of Athens said so. \
     The Kremlin and the Soviet Union sent help to Peru; the New Mexico office did not.\n";
    let corpus = corpus(&[text], &Corrections::default());
    let article = corpus.articles().next().expect("an article");
    let mut seen = Vec::new();
    for mention in article.mentions() {
        let why = corpus.why(&article, mention.span.start).expect("a mention");
        assert!(why.rule.is_some(), "no rule for {mention:?}");
        let decided = match why.decided {
            Decided::Holder(span) => format!("holder {}", span.of(article.text())),
            Decided::Elsewhere(span) => format!("elsewhere {}", span.of(article.text())),
            Decided::Others(list) => format!("others {}", list[0].country),
            other => format!("{other:?}"),
        };
        seen.push((mention.span.of(article.text()), decided));
    }
    let row = |surface| seen.iter().filter(move |r| r.0 == surface).map(|r| r.1.as_str());
    assert_eq!(row("Athens").collect::<Vec<_>>(), ["holder Ga.", "elsewhere Athens, Ga."]);
    assert_eq!(row("Peru").collect::<Vec<_>>(), ["Words"]);
    assert_eq!(corpus.why(&article, 1), None, "no mention begins there");
}

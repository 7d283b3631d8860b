//! About: what is counted and how, where the data comes from, what this page sends.

use crate::address::View;
use crate::components::{KeyTable, SETTINGS_ID};
use crate::exports::save::MADE_BY;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{OPERATORS, Operator};
use yew::prelude::*;

/// What is counted and how.
#[component]
pub fn About(props: &PageProps) -> Html {
    html! {
        <div class="page about">
            <header><h1>{ "About these articles and this page" }</h1></header>
            <div class="prose">
                { sends() }
                { corpus(props) }
                { counting(props) }
                { trusting() }
                { searching() }
                { sources() }
                { accessibility() }
            </div>
            <section class="panel" id={SETTINGS_ID} aria-label="Keyboard">
                <h2>{ "Keyboard" }</h2>
                <KeyTable />
            </section>
        </div>
    }
}

fn sends() -> Html {
    html! {
        <section>
            <h2>{ "This page sends nothing" }</h2>
            <p>{ "None of what you type, open or read here is ever sent anywhere. Everything is worked out within your browser. There are no cookies, no counters of visits, no fonts or scripts from other sites. The address holds your search after its “#”, and browsers do not send that part to anyone. Files that you bring are read in this tab too. The only things kept in this browser are the settings and corrections that you make yourself, your own articles where you say so, and a copy of the page itself, so that it opens without a network." }</p>
            <p>{ "You need not take our word for it: the page carries a policy that tells your browser to refuse any request to another host, and you can cut the network and go on reading." }</p>
        </section>
    }
}

fn corpus(props: &PageProps) -> Html {
    let corpus = &props.corpus;
    let words_in_all: usize = corpus.articles().map(|a| a.words()).sum();
    let row = |name: &'static str, value: String| html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> };
    html! {
        <section>
            <h2>{ "These articles" }</h2>
            <dl class="facts">
                { row("Name", corpus.name().to_owned()) }
                { row("Size", format!("{}, {} of clean text", words::count(corpus.len(), "article"), words::count(words_in_all, "word"))) }
                { row("Hash (SHA-256)", corpus.hash()) }
                { row("Gazetteer", format!("version {}: the program’s, then a hash of every table", corpus.gazetteer_version())) }
                { row("Made by", MADE_BY.to_owned()) }
            </dl>
            <p>{ "The same hash means the same articles. A link to a view carries its first eight digits; if the articles have changed since, the page says so." }</p>
        </section>
    }
}

fn counting(props: &PageProps) -> Html {
    let countries = props.place.address.to(View::Countries).href();
    html! {
        <section>
            <h2>{ "What is counted, and how" }</h2>
            <p>{ "A mention is a stretch of text that names a country: by " }<span class="mention name">{ "name" }</span>{ " (China, U.S.), by " }<span class="mention demonym">{ "demonym" }</span>{ " (Chinese, Afghans), by " }<span class="mention capital">{ "capital" }</span>{ " (Kabul, “Beijing said”), or by another " }<span class="mention place">{ "place" }</span>{ " in it (Xinjiang, the Kremlin). Names, demonyms and capitals are counted unless you choose otherwise; every choice recounts every view." }</p>
            <p>{ "Not counted are regions of several countries, the European Union, actors such as the Taliban, words that only look like a country, things called after one (Brussels sprouts, Dutch courage), and persons’ names. A war counts for the countries in its name: the Korean War and the Vietnam War mention Korea and Vietnam, the Gulf War no country. Mentions inside a longer proper name (“Islamic Movement of Uzbekistan”, “the Iran–Iraq War”) are counted, and can be left out." }</p>
            <p>{ "Counts are taken from the clean text: navigation, advertisements, tables of contents, and paragraphs, captions and quotations that stand there twice are recognised and left out. They are never deleted: each is one line in the article that opens and says why, and “as received” shows every byte." }</p>
            <p>{ "Every number is the number of marks you can find on the text; each leads to its places. The " }<a href={countries}>{ "table of countries" }</a>{ " explains each measure." }</p>
            <p>{ "The date of an article is the one that its text prints. Where it prints none the article is undated; no date is guessed." }</p>
        </section>
    }
}

/// The public sets of annotated news that the annotator was scored on: name, what it
/// is, F1 in % of explicit mentions, of the countries of an article, and of all places.
const SCORES: [(&str, &str, [&str; 3]); 3] = [
    ("LGL", "588 articles of small-town newspapers, full of namesakes", ["94.8", "94.8", "88.8"]),
    ("TR-News", "118 articles of national and local news", ["98.1", "98.5", "94.1"]),
    (
        "Reuters-21578, files 000–010",
        "9,903 telegrams of 1987, labels by editors",
        ["–", "85.2", "–"],
    ),
];

/// What each language scores (`data/languages/scores.txt`).
const LANGUAGE_SCORES: &str = include_str!("../../data/languages/scores.txt");

/// Name, sentences and score of each language.
fn language_scores() -> impl Iterator<Item = [&'static str; 3]> {
    LANGUAGE_SCORES.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut columns = line.split('\t');
        Some([columns.next()?, columns.next()?, columns.next()?])
    })
}

/// The day on which they were measured.
const SCORED: &str = "28 November 2026";

fn trusting() -> Html {
    let row = |(name, what, scores): &(&str, &str, [&str; 3])| {
        html! {
            <tr>
                <th scope="row">{ (*name).to_owned() }<span class="soft">{ format!(", {what}") }</span></th>
                { for scores.iter().map(|s| html! { <td class="num">{ (*s).to_owned() }</td> }) }
            </tr>
        }
    };
    html! {
        <section>
            <h2>{ "How far the mentions can be trusted" }</h2>
            <p>{ "Press any mark to read why it is there: how the words name the country, the rule with its meaning, and what decided. Words that may name several countries, where nothing tells which, are marked with a wavy line, listed as ambiguous, and not counted. What is wrong you can correct there for these articles; every view recounts." }</p>
            <p>{ "Against news that other people annotated (F1 in %, where 100 is no error and nothing missed):" }</p>
            <div class="scroll-x"><table class="data">
                <caption>{ format!("Measured on {SCORED}; rules and weights were made on these sets, so expect one or two less on other newspapers.") }</caption>
                <thead><tr>
                    <th scope="col">{ "Set" }</th>
                    <th scope="col" class="num">{ "Names, demonyms, capitals" }</th>
                    <th scope="col" class="num">{ "Countries of an article" }</th>
                    <th scope="col" class="num">{ "All places" }</th>
                </tr></thead>
                <tbody>{ for SCORES.iter().map(row) }</tbody>
            </table></div>
            <details>
                <summary>{ format!("Countries are found in {} languages", language_scores().count()) }</summary>
                <div class="scroll-x"><table class="data">
                    <caption>{ "Countries that a sentence names, each sentence read alone (F1 in %); the tables were made on these sentences." }</caption>
                    <thead><tr>
                        <th scope="col">{ "Language" }</th>
                        <th scope="col" class="num">{ "Sentences" }</th>
                        <th scope="col" class="num">{ "Countries" }</th>
                    </tr></thead>
                    <tbody>{ for language_scores().map(language_row) }</tbody>
                </table></div>
            </details>
        </section>
    }
}

fn language_row([name, sentences, score]: [&'static str; 3]) -> Html {
    let figure = |figure: &'static str| match figure {
        "-" => "not measured",
        figure => figure,
    };
    html! {
        <tr>
            <th scope="row">{ name }</th>
            <td class="num">{ figure(sentences) }</td>
            <td class="num">{ figure(score) }</td>
        </tr>
    }
}

fn searching() -> Html {
    let row = |operator: &Operator| {
        html! { <tr><th scope="row"><code>{ operator.syntax }</code></th><td>{ operator.help }</td></tr> }
    };
    html! {
        <section>
            <h2>{ "Searching" }</h2>
            <p>{ "Capitals, accents and a final ’s make no difference. Hyphens and apostrophes end a word. Whatever you type is understood somehow: the line under the box says how, and what was repaired." }</p>
            <div class="scroll-x"><table class="keys">
                <caption class="visually-hidden">{ "What can be typed" }</caption>
                <tbody>{ for OPERATORS.iter().map(row) }</tbody>
            </table></div>
        </section>
    }
}

fn sources() -> Html {
    html! {
        <section>
            <h2>{ "Sources and licences" }</h2>
            <p>{ "The rights to the articles remain with their publishers. The program is free software under the MIT or the Apache 2.0 licence, at your choice. Country names and codes follow ISO 3166-1 and the Unicode CLDR (Unicode licence); other names, demonyms, capitals and rules are kept by hand in the program’s own tables; towns are GeoNames’ (CC BY 4.0); the shapes on the map are Natural Earth’s, in the public domain. Borders and names are those of the sources and take no side." }</p>
        </section>
    }
}

fn accessibility() -> Html {
    html! {
        <section>
            <h2>{ "Accessibility" }</h2>
            <p>{ "The page is made to meet WCAG 2.2 at level AA and is tested for it in every view, in light and dark. Everything can be reached with the keyboard alone; each chart has a table with the same numbers; marks differ by line as well as by colour; the page follows your settings for dark mode, high contrast, less motion and larger text. If something is in your way, that is a bug: please report it." }</p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use dateline_text::language::Language;

    #[test]
    fn every_language_has_its_row() {
        let names: Vec<&str> = language_scores().map(|row| row[0]).collect();
        let all: Vec<&str> = Language::all().map(Language::name).collect();
        assert_eq!(names, all);
        for [name, sentences, score] in language_scores().filter(|row| row[2] != "-") {
            assert!(sentences.parse::<u32>().is_ok() && score.parse::<f32>().is_ok(), "{name}");
        }
    }
}

//! Why a mark is there: its country, how the words name it, the rule with its meaning,
//! what decided, and whether it counts; and the ways to correct it.

use super::correct;
use crate::components::marked::swatch;
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::words;
use dateline_corpus::{
    Article, ArticleId, Correction, Corrections, Country, Decided, Kind, Mention, Reassign, Rule,
    Standing, Weight, Why as Reason,
};
use yew::prelude::*;

/// The mark to be explained.
#[derive(Clone, Properties, PartialEq)]
pub(super) struct Props {
    /// What evidence is made from.
    pub from: super::Props,
    /// The article.
    pub id: ArticleId,
    /// The byte at which the mark begins.
    pub at: u32,
}

/// The id of what takes the focus when a correction was made.
const SAYS: &str = "evidence-says";

/// Why a mark is there.
#[component]
pub(super) fn Why(props: &Props) -> Html {
    let corpus = &props.from.page.corpus;
    let Some(article) = corpus.article(props.id) else { return Html::default() };
    let unclear = article.ambiguous().into_iter().find(|a| a.span.start == props.at);
    let candidates = unclear.as_ref().map_or_else(Vec::new, |a| a.candidates.clone());
    let (surface, says, now) = match (corpus.why(&article, props.at), unclear) {
        (Some(why), _) => {
            let surface = why.mention.span.of(article.text());
            (surface, mention(props, &article, &why), Some(why.mention.country))
        }
        (_, Some(unclear)) => {
            (unclear.span.of(article.text()), ambiguous(props, &unclear.candidates), None)
        }
        _ => match taken_away(props) {
            Some(surface) => {
                (surface, html! { <p>{ "Not counted, because of a correction." }</p> }, None)
            }
            None => return html! { <p>{ "There is no longer a mark here." }</p> },
        },
    };
    html! {
        <>
            <p class="surface" id={SAYS} tabindex="-1">{ format!("“{surface}”") }</p>
            { says }
            { corrections(props, surface, &candidates, now) }
        </>
    }
}

/// The words that were marked before the reader corrected them.
fn taken_away(props: &Props) -> Option<&str> {
    let article = props.from.page.corpus.as_read().article(props.id)?;
    let counted = article.mentions().iter().map(|m| m.span);
    let unclear = article.ambiguous().into_iter().map(|a| a.span);
    let span = counted.chain(unclear).find(|s| s.start == props.at)?;
    article.text().get(span.range())
}

fn mention(props: &Props, article: &Article<'_>, why: &Reason<'_>) -> Html {
    let address = &props.from.page.place.address;
    let mention = &why.mention;
    let row =
        |name: &'static str, what: Html| html! { <div><dt>{ name }</dt><dd>{ what }</dd></div> };
    html! {
        <dl class="why-facts">
            { row("Country", html! { <a href={address.country(mention.country).href()}>{ mention.country.name().to_owned() }</a> }) }
            { row("As", html! { <>{ swatch(mention.kind) }{ format!(": {}", kind(mention.kind)) }</> }) }
            { row("Rule", html! { <><strong>{ mention.rule.to_owned() }</strong>{ meaning(why.rule) }</> }) }
            if let Some(decided) = decided(article, &why.decided) {
                { row("Decided by", html! { decided }) }
            }
            { row("Counted", html! { counted(props, mention) }) }
        </dl>
    }
}

fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "the country by its name",
        Kind::Demonym => "its people, or an adjective for it",
        Kind::Capital => "its capital or seat of government",
        Kind::Place => "another place in it",
    }
}

fn meaning(rule: Option<&Rule>) -> String {
    rule.map_or_else(
        || ", a rule of a different version of the program".to_owned(),
        |rule| format!(". {}", rule.meaning),
    )
}

/// What else in the article settled the country.
fn decided(article: &Article<'_>, decided: &Decided) -> Option<String> {
    let quoted = |span: dateline_corpus::Span| format!("“{}”", span.of(article.text()));
    match decided {
        Decided::Words | Decided::Correction => None,
        Decided::Holder(span) => Some(format!("{} after it", quoted(*span))),
        Decided::Elsewhere(span) => Some(format!("{} in this article", quoted(*span))),
        Decided::Others(list) => {
            let share = |f: &dateline_corpus::Focus| {
                let of = words::count(f.mentions as usize, "mention");
                format!("{} ({of} here)", f.country.name())
            };
            let list: Vec<String> = list.iter().take(3).map(share).collect();
            Some(format!("other countries in the article: {}", list.join(", ")))
        }
    }
}

/// Whether the mention counts now, and with what weight.
fn counted(props: &Props, mention: &Mention<'_>) -> String {
    let counting = &props.from.page.place.address.selection.counting;
    let why_not = match mention.standing {
        _ if counting.counts(mention) => None,
        Standing::Repeat => Some("it is in repeated text"),
        Standing::Furniture => Some("it is in boilerplate"),
        Standing::Clean if !counting.kinds.contains(mention.kind) => {
            Some("this kind is not being counted")
        }
        Standing::Clean => {
            Some("it is part of a longer proper name, and those are not being counted")
        }
    };
    let in_name = if mention.in_name { ", as part of a longer proper name" } else { "" };
    let weight = match mention.weight {
        Weight::Title => "; in the title, worth 3 in the focus",
        Weight::Lead => "; in the lead, worth 2 in the focus",
        Weight::Body => "; worth 1 in the focus",
    };
    why_not.map_or_else(|| format!("yes{in_name}{weight}"), |why| format!("no: {why}"))
}

fn ambiguous(props: &Props, candidates: &[Country]) -> Html {
    let address = &props.from.page.place.address;
    let link = |country: &Country| {
        html! { <li><a href={address.country(*country).href()}>{ country.name().to_owned() }</a></li> }
    };
    html! {
        <>
            <p>{ "Ambiguous, and not counted. Nothing in the article says which of these is meant:" }</p>
            <ul>{ for candidates.iter().map(link) }</ul>
        </>
    }
}

/// The ways to correct these words, wherever they stand in these articles.
fn corrections(props: &Props, surface: &str, candidates: &[Country], now: Option<Country>) -> Html {
    let page = &props.from.page;
    let known = page.corpus.corrections();
    let mine = known.iter().any(|c| c.surface() == surface);
    let set = |make: fn(&Corrections, &str) -> Corrections| {
        let (from, surface) = (props.from.clone(), surface.to_owned());
        Callback::from(move |_: MouseEvent| {
            correct::set(&from.page, make(from.page.corpus.corrections(), &surface));
            from.page.focus.emit(SAYS.to_owned());
        })
    };
    let mute = set(|known, surface| known.with(Correction::Mute(surface.to_owned())));
    let back = set(|known, surface| known.without(surface));
    let all = page.explain.reform(|_: MouseEvent| Explain::Corrections);
    html! {
        <fieldset class="corrections">
            <legend>{ "In all of these articles, these words" }</legend>
            { countries(props, surface, candidates, now) }
            <div class="tools">
                <button type="button" onclick={mute}>{ "are never a mention" }</button>
                if mine {
                    <button type="button" onclick={back}>{ "Remove this correction" }</button>
                }
                <button type="button" onclick={all}>{ "All corrections" }</button>
            </div>
        </fieldset>
    }
}

/// The countries that the words can be counted for.
fn countries(props: &Props, surface: &str, candidates: &[Country], now: Option<Country>) -> Html {
    let (from, surface) = (props.from.clone(), surface.to_owned());
    let onchange = Callback::from(move |event: Event| {
        let Some(country) = Country::from_code(&crate::browser::events::chosen(&event)) else {
            return;
        };
        let surface = surface.clone();
        let known = from.page.corpus.corrections();
        let all = known.with(Correction::Reassign(Reassign { surface, country }));
        correct::set(&from.page, all);
        from.page.focus.emit(SAYS.to_owned());
    });
    html! {
        <label class="field">{ "mean" }
            <select {onchange}>{ country_options(&props.from.page, candidates, now) }</select>
        </label>
    }
}

/// Every country as an option: the candidates, those that the articles mention, the rest.
pub(super) fn country_options(
    page: &PageProps,
    candidates: &[Country],
    now: Option<Country>,
) -> Html {
    let others = page.answer.countries.iter().map(|r| r.country);
    let others = others.filter(|c| !candidates.contains(c));
    let mentioned: Vec<Country> = candidates.iter().copied().chain(others).collect();
    let mut rest: Vec<Country> = Country::all().filter(|c| !mentioned.contains(c)).collect();
    rest.sort_by_key(Country::name);
    let option = |country: &Country| {
        let selected = now == Some(*country);
        html! { <option value={country.code().to_owned()} {selected}>{ country.name() }</option> }
    };
    html! {
        <>
            <option value="" selected={now.is_none()}>{ "choose a country" }</option>
            <optgroup label="Likely">{ for mentioned.iter().map(option) }</optgroup>
            <optgroup label="All others">{ for rest.iter().map(option) }</optgroup>
        </>
    }
}

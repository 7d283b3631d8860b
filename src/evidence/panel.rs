//! The corrections of these articles: add one, take one back, save them as a file that
//! the command line and `corpus.toml` accept, and take such a file over.

use super::why::country_options;
use super::{Props, correct};
use crate::browser::{document, download, events, files, json};
use crate::model::words;
use dateline_corpus::{Alias, Correction, Corrections, Country, Kind, surface_problem};
use yew::prelude::*;

/// The field of the words, and what is wrong with what was typed or opened.
const SURFACE: &str = "alias-surface";
const PROBLEM: &str = "correction-problem";
/// What the file of corrections is called.
const FILE: &str = "corrections.json";

/// The corrections of these articles.
#[component]
pub fn Panel(props: &Props) -> Html {
    let problem = use_state_eq(String::new);
    let known = props.page.corpus.corrections();
    html! {
        <>
            <p>{ "Corrections take effect in every view at once. They are kept in this browser, for these articles only, and never sent anywhere." }</p>
            <AddAlias from={props.clone()} problem={problem.setter()} />
            <p class="repair" id={PROBLEM} role="alert">{ (*problem).clone() }</p>
            if known.is_empty() {
                <p class="empty">{ "No corrections yet. Press a mark in an article to correct it." }</p>
            } else {
                <ul class="corrected">{ for known.iter().map(|c| one(props, &c)) }</ul>
            }
            { tools(props, problem.setter()) }
        </>
    }
}

fn one(props: &Props, correction: &Correction) -> Html {
    let says = match correction {
        Correction::Alias(a) => format!("means {}, as a {}", a.country.name(), a.kind.name()),
        Correction::Mute(_) => "is never a mention".to_owned(),
        Correction::Reassign(r) => format!("means {} where it is counted", r.country.name()),
    };
    let surface = correction.surface().to_owned();
    let label = format!("Remove the correction of {surface}");
    let back = {
        let (from, surface) = (props.clone(), surface.clone());
        move |_: MouseEvent| {
            let all = from.page.corpus.corrections().without(&surface);
            correct::set(&from.page, all);
            document::focus(SURFACE);
        }
    };
    html! {
        <li key={surface.clone()}>
            <span><strong>{ format!("“{surface}”") }</strong>{ format!(" {says}") }</span>
            <button type="button" aria-label={label} onclick={back}>{ "Remove" }</button>
        </li>
    }
}

fn tools(props: &Props, problem: UseStateSetter<String>) -> Html {
    let known = props.page.corpus.corrections();
    let none = known.is_empty();
    let save = {
        let corpus = props.page.corpus.clone();
        move |_: MouseEvent| {
            let text = json::write(corpus.corrections());
            download::save(FILE, "application/json", text.as_bytes());
        }
    };
    let undo = {
        let from = props.clone();
        move |_: MouseEvent| {
            correct::undo(&from.page);
            document::focus(SURFACE);
        }
    };
    let clear = {
        let from = props.clone();
        move |_: MouseEvent| {
            correct::set(&from.page, Corrections::default());
            document::focus(SURFACE);
        }
    };
    let open = {
        let from = props.clone();
        move |event: Event| {
            let (from, problem) = (from.clone(), problem.clone());
            files::chosen_text(&event, move |name, text| {
                match taken_over(&name, text.as_deref(), from.page.corpus.corrections()) {
                    Ok(all) => {
                        problem.set(String::new());
                        correct::set(&from.page, all);
                    }
                    Err(what) => problem.set(what),
                }
            });
        }
    };
    let undoes = props.page.corpus.uncorrected().is_some();
    html! {
        <div class="tools">
            <button type="button" disabled={!undoes} onclick={undo}>{ "Undo" }</button>
            <button type="button" disabled={none} onclick={clear}>{ "Remove all" }</button>
            <button type="button" disabled={none} onclick={save}>{ "Save as file" }</button>
            <label class="field">{ "Open a corrections file" }
                <input type="file" accept=".json,application/json" onchange={open} />
            </label>
        </div>
    }
}

/// The corrections with those of a file, which take the place of any of the same words.
fn taken_over(name: &str, text: Option<&str>, known: &Corrections) -> Result<Corrections, String> {
    let text = text.ok_or_else(|| format!("This browser cannot read {name}."))?;
    let refused = |what| format!("{name} is not a corrections file: {what}.");
    json::only_keys(text, &["alias", "mute", "reassign"]).map_err(refused)?;
    let read: Corrections = json::read(text).map_err(refused)?;
    if let Some(what) = read.problem() {
        return Err(format!("{name}: {what}."));
    }
    Ok(read.iter().fold(known.clone(), |all, one| all.with(one)))
}

/// Words that are to name a country.
#[derive(Properties, PartialEq)]
struct AddProps {
    from: Props,
    problem: UseStateSetter<String>,
}

/// Adds an alias; the field begins with the words that are selected on the page.
#[component]
fn AddAlias(props: &AddProps) -> Html {
    let surface = use_state_eq(String::new);
    {
        let surface = surface.setter();
        use_effect_with((), move |()| surface.set(one_line(&document::selected_text())));
    }
    let country = use_state_eq(|| None::<Country>);
    let kind = use_state_eq(Kind::default);
    let typed = {
        let surface = surface.setter();
        move |event: InputEvent| surface.set(events::typed(&event))
    };
    let choose_country = {
        let country = country.setter();
        move |event: Event| country.set(Country::from_code(&events::chosen(&event)))
    };
    let choose_kind = {
        let kind = kind.setter();
        move |event: Event| {
            let chosen = events::chosen(&event);
            kind.set(Kind::ALL.into_iter().find(|k| k.name() == chosen).unwrap_or_default());
        }
    };
    let onsubmit = {
        let (from, problem) = (props.from.clone(), props.problem.clone());
        let (surface, country, kind) = (surface.clone(), country.clone(), kind.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let words = surface.trim().to_owned();
            let wrong = surface_problem(&words).map(|what| format!("{what}."));
            let wrong = wrong.or(country.is_none().then(|| "Choose a country.".to_owned()));
            if let (None, Some(country)) = (&wrong, *country) {
                let alias = Alias { surface: words, country, kind: *kind };
                let all = from.page.corpus.corrections().with(Correction::Alias(alias));
                correct::set(&from.page, all);
                surface.set(String::new());
            }
            problem.set(wrong.unwrap_or_default());
        }
    };
    let option = |k: Kind| html! { <option value={k.name()} selected={k == *kind}>{ words::kinds(k) }</option> };
    html! {
        <form class="corrections" {onsubmit}>
            <label class="field">{ "The words" }
                <input id={SURFACE} type="text" value={(*surface).clone()} oninput={typed} autocomplete="off" />
            </label>
            <label class="field">{ "mean" }
                <select onchange={choose_country}>{ country_options(&props.from.page, &[], *country) }</select>
            </label>
            <label class="field">{ "counted among" }
                <select onchange={choose_kind}>{ for Kind::ALL.into_iter().map(option) }</select>
            </label>
            <button type="submit">{ "Add" }</button>
        </form>
    }
}

/// The first line of what is selected, when it is short enough to be a name.
fn one_line(selected: &str) -> String {
    let line = selected.trim().lines().next().unwrap_or_default().trim();
    if line.chars().count() <= 80 { line.to_owned() } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_a_name_from_what_is_selected() {
        let long = "word ".repeat(30);
        let rows = [(" Albion\nand more", "Albion"), ("", ""), (long.as_str(), "")];
        rows.iter().for_each(|(selected, want)| assert_eq!(one_line(selected), *want));
    }
}

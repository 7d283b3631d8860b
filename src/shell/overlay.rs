//! Dialogs over the page: the palette, the keys with the settings, citations, evidence.

use crate::browser::{clock, document, download, events, history, settings};
use crate::components::{
    CiteDialog, Dialog, KeyTable, PALETTE_FIELD, Palette, SavedSeries, SettingsForm,
};
use crate::evidence::Evidence;
use crate::evidence::metadata::OPENER;
use crate::exports::share::citation;
use crate::hooks::use_part::{PartState, use_part};
use crate::hooks::use_share::copy;
use crate::model::links::sharable;
use crate::model::page_props::Explain;
use crate::model::page_props::PageProps;
use crate::model::palette::{Entry, entries};
use crate::model::saved_series::{self, STORED};
use crate::model::settings::Settings;
use crate::shell::parts::{self, Rest};
use dateline_corpus::ArticleId;
use dateline_export::{Citation, file_name};
use yew::prelude::*;

/// A dialog over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DialogKind {
    /// The command palette.
    Palette,
    /// The keys and the settings.
    Keys,
    /// Citations of an article, or of the corpus.
    Citation(Option<ArticleId>),
    /// Why something is marked, or what is corrected.
    Evidence(Explain),
}

/// A dialog and its page.
#[derive(Clone, Debug, Properties, PartialEq)]
pub struct Props {
    /// What every page is computed from.
    pub page: PageProps,
    /// The dialog.
    pub dialog: DialogKind,
    /// It was closed.
    pub on_close: Callback<()>,
    /// The settings.
    pub settings: Settings,
    /// Changes the settings.
    pub set_settings: Callback<Settings>,
}

const DIALOG: &str = "over";

/// The dialog, once its part is here.
#[component]
pub fn Overlay(props: &Props) -> Html {
    match use_part::<Rest>() {
        (PartState::Loaded(rest), _) => (rest.over)(props.clone()),
        (PartState::Loading, _) => Html::default(),
        (PartState::Failed, _) => {
            html! { <p class="toast" role="status">{ parts::NOT_LOADED }</p> }
        }
    }
}

/// The dialog, reached through its part only.
pub fn content(props: Props) -> Html {
    html! { <Open ..props /> }
}

#[component]
fn Open(props: &Props) -> Html {
    use_effect_with(props.dialog, |dialog| {
        document::open_dialog(DIALOG);
        match dialog {
            DialogKind::Palette => document::focus(PALETTE_FIELD),
            DialogKind::Evidence(Explain::Place(id, at)) => {
                // A mark in the reader, or the button of a line.
                let line = format!("[data-why=\"{}-{at}\"]", id.0 + 1);
                document::place_beside(DIALOG, &format!("[data-why=\"{at}\"], {line}"));
            }
            _ => {}
        }
    });
    let on_close = props.on_close.clone();
    let close = Callback::from(|()| document::close_dialog(DIALOG));
    match props.dialog {
        DialogKind::Palette => html! {
            <Dialog id={DIALOG} title="Go to" {close} {on_close}>
                <PaletteOver page={props.page.clone()} on_close={props.on_close.clone()} />
            </Dialog>
        },
        DialogKind::Keys => html! {
            <Dialog id={DIALOG} title="Keys and settings" {close} {on_close}>
                <KeyTable />
                <SettingsForm settings={props.settings} on_change={props.set_settings.clone()} />
                <Series />
            </Dialog>
        },
        DialogKind::Evidence(what @ Explain::Metadata(_)) => {
            let (page, done) = (props.page.clone(), on_close);
            // Not every browser gives the focus to what is pressed, and takes it back there.
            let on_close = Callback::from(move |()| {
                done.emit(());
                document::focus(OPENER);
            });
            let closed = close.clone();
            html! {
                <Dialog id={DIALOG} title={what.title()} {close} {on_close}>
                    <Evidence {page} {what} on_close={closed} />
                </Dialog>
            }
        }
        DialogKind::Evidence(what) => {
            let class = if matches!(what, Explain::Place(..)) { "beside" } else { "" };
            let (page, closed) = (props.page.clone(), on_close.clone());
            html! {
                <Dialog id={DIALOG} title={what.title()} {class} {close} {on_close}>
                    <Evidence {page} {what} on_close={closed} />
                </Dialog>
            }
        }
        DialogKind::Citation(article) => {
            let title = if article.is_some() { "Cite this article" } else { "Cite these articles" };
            html! { <Dialog id={DIALOG} {title} {close} {on_close}>{ cite(props, article) }</Dialog> }
        }
    }
}

/// The series that the reader named.
#[component]
fn Series() -> Html {
    let stored = || saved_series::listed(&settings::get(STORED).unwrap_or_default());
    let list = use_state_eq(stored);
    let on_forget = {
        let list = list.clone();
        Callback::from(move |series: String| {
            let rest = saved_series::without(&list, &series);
            settings::set(STORED, (!rest.is_empty()).then(|| rest.join("\n")).as_deref());
            list.set(rest);
        })
    };
    html! { <SavedSeries list={(*list).clone()} {on_forget} /> }
}

/// The palette with what is typed in it.
#[derive(Properties, PartialEq)]
struct PaletteProps {
    page: PageProps,
    on_close: Callback<()>,
}

#[component]
fn PaletteOver(props: &PaletteProps) -> Html {
    let typed = use_state_eq(String::new);
    let PageProps { corpus, place, .. } = &props.page;
    let list = entries(&typed, corpus, &place.address);
    let on_input = {
        let typed = typed.setter();
        Callback::from(move |event| typed.set(events::typed(&event)))
    };
    let on_choose = {
        let (place, on_close) = (place.clone(), props.on_close.clone());
        Callback::from(move |entry: Entry| {
            on_close.emit(());
            place.push(entry.address);
        })
    };
    html! { <Palette typed={(*typed).clone()} entries={list} {on_input} {on_choose} /> }
}

fn cite(props: &Props, article: Option<ArticleId>) -> Html {
    let PageProps { corpus, place, .. } = &props.page;
    let link = sharable(corpus, &place.address).address();
    let link = link.map(|address| history::link(&address.href())).unwrap_or_default();
    let today = clock::today();
    let citations: Vec<(Citation, String)> = Citation::ALL
        .into_iter()
        .map(|form| (form, citation(corpus, article, form, &link, &today)))
        .collect();
    let notify = props.page.notify.clone();
    let on_copy = Callback::from(move |text| copy(text, "Citation copied.", &notify));
    let title =
        article.and_then(|id| corpus.article(id)).map_or("citation", |a| a.title()).to_owned();
    let on_save = Callback::from(move |(form, text): (Citation, String)| {
        let name = file_name(&title, form.extension());
        download::save(&name, "text/plain;charset=utf-8", text.as_bytes());
    });
    html! { <CiteDialog {citations} {on_copy} {on_save} /> }
}

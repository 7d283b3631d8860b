//! The frame of every view: head, notices, foot, and the dialog over it.

use crate::address::View;
use crate::browser::{clock, document, events, keys, settings};
use crate::components::{
    Colophon, Masthead, Notice, ReadingLine, SEARCH_ID, SearchBox, where_among,
};
use crate::evidence;
use crate::hooks::use_ahead::use_ahead;
use crate::hooks::use_hits::use_hits;
use crate::hooks::use_indexing::use_indexing;
use crate::hooks::use_keys::use_keys;
use crate::hooks::use_position::use_position;
use crate::hooks::use_rested::use_rested;
use crate::hooks::use_save::use_save;
use crate::hooks::use_settings::use_settings;
use crate::hooks::use_share::use_share;
use crate::hooks::use_suggestions::use_suggestions;
use crate::model::answer::Answer;
use crate::model::keymap::Action;
use crate::model::page_props::PageProps;
use crate::model::place::Place;
use crate::model::saved_series;
use crate::model::shared::Shared;
use crate::model::words;
use crate::pages;
use crate::shell::empty::Empty;
use crate::shell::filters::Filters;
use crate::shell::later::Later;
use crate::shell::notices::{Notices, notices};
use crate::shell::overlay::{DialogKind, Overlay};
use crate::shell::parts::{Part, Rest, with_rest};
use dateline_corpus::ArticleId;
use yew::prelude::*;

/// The articles and where the page is.
#[derive(Properties, PartialEq)]
pub struct Props {
    /// The articles.
    pub corpus: Shared,
    /// Where the page is.
    pub place: Place,
    /// Shows other articles, or the same with what the reader says of them.
    pub show: Callback<Shared>,
}

/// How long a message stands, in milliseconds.
const MESSAGE_MS: u32 = 5_000;
/// How long counts rest before they are announced, in milliseconds.
const COUNTS_REST_MS: u32 = 600;

/// The head, the view and the foot, with the dialog over them.
#[component]
pub fn Frame(props: &Props) -> Html {
    let opened = use_mut_ref(Vec::new);
    let Notices { place, texts } = notices(&props.place, &props.corpus, &opened.borrow());
    use_effect_with(props.corpus.short_hash(), move |hash| opened.borrow_mut().push(hash.clone()));
    let (settings, set_settings) = use_settings();
    let (message, notify) = use_message();
    let dialog = use_state_eq(|| None::<DialogKind>);
    let page = use_page(props, place, notify, &dialog.setter());
    let PageProps { corpus, place, answer, .. } = &page;
    let address = place.address.clone();
    let hits = use_hits(answer);
    use_indexing(corpus);
    let show = {
        let dialog = dialog.setter();
        use_callback((), move |action, ()| {
            dialog.set(Some(match action {
                Action::Palette => DialogKind::Palette,
                _ => DialogKind::Keys,
            }))
        })
    };
    use_keys(page.clone(), settings.single_keys, dialog.is_some(), show.clone());
    use_kept_changes(&page);
    use_ahead();
    use_title(&page);
    use_focus_on_view(&page);
    use_position(&address.href());
    let on_close = {
        let dialog = dialog.setter();
        use_callback((), move |(), ()| dialog.set(None))
    };
    let open = use_opened(&page);
    let announced = open.unwrap_or_else(|| announced(answer, hits, corpus.len()));
    let announced = use_rested(announced, COUNTS_REST_MS);
    let dismiss = {
        let (place, hash) = (place.clone(), corpus.short_hash());
        Callback::from(move |()| place.replace(place.address.made_for(&hash)))
    };
    let size = words::holding(corpus.len(), corpus.without_article(corpus.ids()));
    let subtitle = format!("{size} · nothing leaves this page");
    html! {
        <>
            <a class="skip" href="#main" onclick={to_main()}>{ "Skip to the content" }</a>
            <Masthead title={corpus.name().to_owned()} {subtitle} address={address.clone()}>
                <Search corpus={corpus.clone()} place={place.clone()} />
            </Masthead>
            { for texts.into_iter().map(|text| html! { <Notice {text} on_dismiss={dismiss.clone()} /> }) }
            { bars(&page) }
            <ReadingLine
                answer={answer.clone()}
                {hits}
                articles={corpus.len()}
                address={address.clone()}
            />
            <Filters ..page.clone() />
            if answer.results.total == 0 && !address.selection.is_everything() {
                <Empty ..page.clone() />
            }
            <main id="main" tabindex="-1">{ pages::show(page.clone()) }</main>
            <Later><Colophon corpus={corpus.clone()} address={address.clone()} on_share={page.share.clone()} on_keys={show.reform(|()| Action::Help)} /></Later>
            if let Some(dialog) = *dialog {
                <Overlay page={page.clone()} {dialog} {on_close} {settings} {set_settings} />
            }
            <p class="visually-hidden" role="status">{ announced }</p>
            <p class="toast" role="status">{ message }</p>
        </>
    }
}

/// The value that the view, the dialog and the keys are computed from.
#[hook]
fn use_page(
    props: &Props,
    place: Place,
    notify: Callback<String>,
    dialog: &UseStateSetter<Option<DialogKind>>,
) -> PageProps {
    let corpus = &props.corpus;
    let asked = (corpus.clone(), place.address.selection.clone());
    let answer = use_memo(asked, |(corpus, selection)| Answer::new(corpus, selection));
    let share = {
        let dialog = dialog.clone();
        let cite = use_callback((), move |id, ()| dialog.set(Some(DialogKind::Citation(id))));
        use_share(corpus.clone(), place.clone(), cite, notify.clone())
    };
    let reading = answer.results.reading.clone();
    let save = use_save(corpus.clone(), place.clone(), reading, notify.clone());
    let focus = use_callback((), |id: String, ()| document::focus(&id));
    let explain = {
        let dialog = dialog.clone();
        use_callback((), move |what, ()| dialog.set(Some(DialogKind::Evidence(what))))
    };
    let (corpus, show) = (corpus.clone(), props.show.clone());
    PageProps { corpus, place, answer, save, share, focus, notify, show, explain }
}

/// A message that goes away, and the way to show one.
#[hook]
fn use_message() -> (String, Callback<String>) {
    // The time tells two equal messages apart.
    let state = use_state(|| (0.0, String::new()));
    let notify = {
        let setter = state.setter();
        use_callback((), move |text, ()| setter.set((clock::now(), text)))
    };
    let rested = use_rested((*state).clone(), MESSAGE_MS);
    let shown = if rested == *state { String::new() } else { state.1.clone() };
    (shown, notify)
}

/// Changes articles that were just opened as the reader changed them before.
#[hook]
fn use_kept_changes(page: &PageProps) {
    let (show, notify) = (page.show.clone(), page.notify.clone());
    use_effect_with(page.corpus.as_read().clone(), move |base| {
        if evidence::keep::has_kept(base) {
            let base = base.clone();
            with_rest(notify, move |rest| {
                (rest.restore)(&base).into_iter().for_each(|corrected| show.emit(corrected));
            });
        }
    });
}

/// How long the title rests before the tab takes it, in milliseconds. Browsers notify their windows
/// of every change, which takes longer than finding what was typed.
const TITLE_REST_MS: u32 = 200;

/// Names the tab after what is open.
#[hook]
fn use_title(page: &PageProps) {
    let title = pages::title(page);
    use_effect_with(title, |title| {
        let title = title.clone();
        let timer = clock::Timeout::new(TITLE_REST_MS, move || document::set_title(&title));
        move || drop(timer)
    });
}

/// Takes the focus along when another view is shown, unless the reader types.
#[hook]
fn use_focus_on_view(page: &PageProps) {
    let address = &page.place.address;
    let first = use_mut_ref(|| true);
    use_effect_with((address.view, address.of), move |_| {
        let was_first = std::mem::replace(&mut *first.borrow_mut(), false);
        if !was_first && document::focused_id().as_deref() != Some(SEARCH_ID) {
            document::focus("main");
            document::scroll_to_top();
        }
    });
}

/// The lines on the reader's edits and files; they come with the rest of the program.
fn bars(page: &PageProps) -> Html {
    Rest::here().map_or_else(Html::default, |rest| (rest.bars)(page))
}

/// The open article and where among its hits the reader is, for those who hear the page.
#[hook]
fn use_opened(page: &PageProps) -> Option<String> {
    let PageProps { corpus, place, answer, .. } = page;
    let address = &place.address;
    let id = address.doc.filter(|_| address.view == View::Articles).map(|n| ArticleId(n - 1));
    let found =
        use_memo((answer.clone(), id), |(answer, id)| id.map_or(0, |id| answer.hits(id).len()));
    let title = corpus.article(id?)?.title().to_owned();
    let is_asked = !address.selection.query.trim().is_empty();
    Some(if is_asked {
        format!("Article: {title}; {}", where_among(address, *found))
    } else {
        format!("Article: {title}")
    })
}

/// The counts, for those who hear the page.
fn announced(answer: &Answer, hits: Option<usize>, articles: usize) -> String {
    let total =
        format!("{} of {}", words::number(answer.results.total), words::count(articles, "article"));
    match hits {
        Some(hits) if !answer.results.reading.is_empty() => {
            format!("{total}, {}", words::count(hits, "hit"))
        }
        _ => total,
    }
}

/// Moves the focus without touching the address, which holds the state.
fn to_main() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        document::focus("main");
    })
}

/// The box with what it offers. It is a component, so that what is offered draws
/// nothing else anew.
#[derive(Properties, PartialEq)]
struct SearchProps {
    corpus: Shared,
    place: Place,
}

#[component]
fn Search(props: &SearchProps) -> Html {
    let place = &props.place;
    // Where the caret stands, once something was typed.
    let caret = use_state_eq(|| None::<usize>);
    let suggestions = use_suggestions(&props.corpus, &place.address.selection, *caret);
    let typed = {
        let (place, caret) = (place.clone(), caret.setter());
        move |(query, at): (String, usize)| {
            caret.set(Some(at));
            place.replace(searching(&place, &query));
        }
    };
    let on_take = {
        let typed = typed.clone();
        Callback::from(move |(query, at): (String, usize)| {
            document::set_field(SEARCH_ID, &query, at);
            typed((query, at));
        })
    };
    let on_input = Callback::from(move |event| typed(events::typed_with_caret(&event)));
    let on_commit = {
        let (place, caret) = (place.clone(), caret.setter());
        // What stands in the field: under load Enter can come before the last letters were
        // rendered, and would take them back.
        Callback::from(move |()| {
            caret.set(None);
            let typed = document::value(SEARCH_ID);
            let typed = typed.as_deref().unwrap_or(&place.address.selection.query);
            keep_series(typed);
            place.commit(searching(&place, typed));
        })
    };
    let on_clear = {
        let (place, caret) = (place.clone(), caret.setter());
        Callback::from(move |()| {
            caret.set(None);
            place.commit(searching(&place, ""));
            document::focus(SEARCH_ID);
        })
    };
    let query = place.address.selection.query.clone();
    let shortcut = keys::command_name();
    html! { <SearchBox {query} {suggestions} {on_input} {on_take} {on_commit} {on_clear} {shortcut} /> }
}

/// Keeps the series that a query names, to offer them again.
fn keep_series(query: &str) {
    let saved = saved_series::listed(&settings::get(saved_series::STORED).unwrap_or_default());
    if let Some(list) = saved_series::with_those_of(&saved, query) {
        settings::set(saved_series::STORED, Some(&list.join("\n")));
    }
}

/// The address of a search: its results, unless the view follows the query itself.
fn searching(place: &Place, query: &str) -> crate::address::Address {
    let address = place.address.with_query(query);
    match address.view {
        View::About | View::Overview | View::Yours => address.to(View::Articles),
        View::Articles | View::Countries | View::Country | View::Contexts => address,
    }
}

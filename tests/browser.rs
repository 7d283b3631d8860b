//! The page in a real browser: mount, type, click, read the document. Few and real;
//! what needs no browser is tested in `render.rs`.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use dateline::model::shared::EMBEDDED;
use dateline::shell::app::{App, Opened, Props};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, HtmlElement, HtmlInputElement, Window};

wasm_bindgen_test_configure!(run_in_browser);

fn window() -> Window {
    web_sys::window().unwrap()
}

fn document() -> Document {
    window().document().unwrap()
}

fn articles() -> Props {
    Props { articles: Opened::of(EMBEDDED) }
}

/// How often a condition is looked at before a test gives up.
const LOOKS: usize = 2_000;

/// Waits until `look` finds something.
async fn wait<T>(what: &str, look: impl Fn() -> Option<T>) -> T {
    for _ in 0..LOOKS {
        if let Some(found) = look() {
            return found;
        }
        let pause = js_sys::Promise::new(&mut |go, _| {
            window().set_timeout_with_callback_and_timeout_and_arguments_0(&go, 5).unwrap();
        });
        JsFuture::from(pause).await.unwrap();
    }
    panic!("waited for {what}: {}", document().body().unwrap().inner_html());
}

fn find(css: &str) -> Option<Element> {
    document().query_selector(css).unwrap()
}

fn count(css: &str) -> u32 {
    document().query_selector_all(css).unwrap().length()
}

fn fragment() -> String {
    window().location().hash().unwrap()
}

async fn wait_for_count(css: &'static str, expected: u32) {
    wait(&format!("{expected} of {css}, not {}", count(css)), || {
        (count(css) == expected).then_some(())
    })
    .await;
}

async fn click(css: &'static str) {
    let found = wait(css, || find(css)).await;
    found.dyn_into::<HtmlElement>().unwrap().click();
}

/// Types as a reader does: the value changes, and an event says so.
fn input(text: &str) {
    let field: HtmlInputElement = find("input[type=search]").unwrap().dyn_into().unwrap();
    field.set_value(text);
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    let event = web_sys::Event::new_with_event_init_dict("input", &options).unwrap();
    field.dispatch_event(&event).unwrap();
}

fn press(name: &str, target: &Element) {
    let options = web_sys::KeyboardEventInit::new();
    options.set_key(name);
    options.set_bubbles(true);
    options.set_cancelable(true);
    let event = web_sys::KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &options);
    target.dispatch_event(&event.unwrap()).unwrap();
}

/// Mounts the app at an address in a fresh element; the app ends with the value.
struct Mounted {
    app: Option<yew::AppHandle<App>>,
    place: Element,
}

impl Mounted {
    /// Waits for more than what is painted: Yew may let the browser go on before it runs the
    /// effects that listen to keys. The tab's name is the last of them.
    async fn at(address: &str) -> Mounted {
        document().set_title("");
        window()
            .history()
            .unwrap()
            .replace_state_with_url(&JsValue::NULL, "", Some(address))
            .unwrap();
        let place = document().create_element("div").unwrap();
        document().body().unwrap().append_child(&place).unwrap();
        let app =
            Some(yew::Renderer::<App>::with_root_and_props(place.clone(), articles()).render());
        wait("the app", || find("main").filter(|_| !document().title().is_empty())).await;
        Mounted { app, place }
    }
}

impl Drop for Mounted {
    fn drop(&mut self) {
        if let Some(app) = self.app.take() {
            app.destroy();
        }
        self.place.remove();
    }
}

#[wasm_bindgen_test]
async fn results_follow_typing() {
    let _page = Mounted::at("#view=articles").await;
    wait_for_count(".result", 5).await;
    input("zzzz");
    wait_for_count(".result", 0).await;
    input("lithium");
    wait("a marked result", || find(".result mark.hit")).await;
    wait("the address to follow", || fragment().contains("q=lithium").then_some(())).await;
}

#[wasm_bindgen_test]
async fn typing_replaces_and_enter_adds_an_entry() {
    let _page = Mounted::at("#view=articles").await;
    let length = || window().history().unwrap().length().unwrap();
    let before = length();
    for query in ["c", "ch", "china"] {
        input(query);
    }
    wait("the address to follow", || fragment().contains("q=china").then_some(())).await;
    assert_eq!(length(), before);
    let form = find("form.search").unwrap().dyn_into::<web_sys::HtmlFormElement>().unwrap();
    form.request_submit().unwrap();
    wait("an entry", || (length() == before + 1).then_some(())).await;
    window().history().unwrap().back().unwrap();
    wait("the empty search", || {
        let field = find("input[type=search]")?.dyn_into::<HtmlInputElement>().unwrap();
        (field.value().is_empty() && !fragment().contains("q=")).then_some(())
    })
    .await;
}

#[wasm_bindgen_test]
async fn hits_are_stepped_through() {
    let _page = Mounted::at("#view=articles&doc=1&q=china").await;
    wait("hits", || find(".reader mark[data-hit]")).await;
    let hits = count(".reader mark[data-hit]");
    click("[aria-label='Next hit']").await;
    wait("the first hit", || find("mark.now[data-hit='1']")).await;
    press("F3", &document().body().unwrap());
    wait("the second hit", || find("mark.now[data-hit='2']")).await;
    click("[aria-label='Previous hit']").await;
    wait("the first hit again", || find("mark.now[data-hit='1']")).await;
    click("[aria-label='Previous hit']").await;
    let last = format!("mark.now[data-hit='{hits}']");
    wait("the last hit, around the start", || find(&last)).await;
}

#[wasm_bindgen_test]
async fn filters_recount() {
    let _page = Mounted::at("#view=articles").await;
    wait_for_count(".result", 5).await;
    click(".facet-not[aria-label='not Tajikistan']").await;
    wait_for_count(".result", 4).await;
    assert!(fragment().contains("country=-TJ"), "{}", fragment());
    window().history().unwrap().back().unwrap();
    wait_for_count(".result", 5).await;
}

#[wasm_bindgen_test]
async fn keys_lead_everywhere() {
    let _page = Mounted::at("#view=about").await;
    let body: Element = document().body().unwrap().into();
    press("/", &body);
    let id = || document().active_element().map(|e| e.id()).unwrap_or_default();
    wait("the search box", || (id() == "search").then_some(())).await;
    press("Escape", &find("#search").unwrap());
    press("?", &body);
    wait("the list of keys", || find("dialog[open] table.keys")).await;
    click("dialog[open] header button").await;
    wait_for_count("dialog", 0).await;
}

#[wasm_bindgen_test]
async fn bad_addresses_are_told_of() {
    let _page = Mounted::at("#view=articles&doc=none&c=00000000").await;
    wait_for_count(".notice", 2).await;
    click(".notice button").await;
    wait_for_count(".notice", 0).await;
}

#[wasm_bindgen_test]
async fn scripts_are_answered() {
    let _page = Mounted::at("#view=articles").await;
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap();
    let dateline =
        wait("window.dateline", || Some(get(&window(), "dateline")).filter(|d| !d.is_undefined()))
            .await;
    let ready: js_sys::Promise = get(&dateline, "ready").dyn_into().unwrap();
    assert!(JsFuture::from(ready).await.unwrap() == dateline, "ready gives the same object");
    let call = |name: &str, argument: &JsValue| {
        get(&dateline, name).dyn_into::<js_sys::Function>().unwrap().call1(&dateline, argument)
    };
    let found = call("query", &"lithium".into()).unwrap();
    let total = get(&found, "total").as_f64().unwrap();
    assert!(total > 0.0);
    let first = js_sys::Array::from(&get(&found, "hits")).get(0);
    assert!(js_sys::Array::from(&get(&first, "spans")).length() > 0);
    assert!(js_sys::Array::from(&call("countries", &JsValue::UNDEFINED).unwrap()).length() > 10);
    let mentions = js_sys::Array::from(&call("mentions", &get(&first, "id")).unwrap());
    assert!(get(&mentions.get(0), "surface").is_string());
    assert!(call("mentions", &"no such article".into()).is_err());
    let refused = call("open", &js_sys::Uint8Array::new_with_length(9)).unwrap();
    assert!(JsFuture::from(refused.dyn_into::<js_sys::Promise>().unwrap()).await.is_err());
}

/// The message takes the place of everything, the test runner's own output too, which
/// is put back before anything is asserted.
#[wasm_bindgen_test]
async fn a_panic_becomes_a_message() {
    let body = document().body().unwrap();
    let all = js_sys::Array::from(&body.child_nodes());
    assert!(all.length() > 0);
    dateline::browser::panic::show("index out of bounds").unwrap();
    let (text, buttons, parts) =
        (body.text_content().unwrap(), count("main.broken button"), body.child_element_count());
    body.replace_children_with_node(&all);
    assert!(text.contains("index out of bounds"), "{text}");
    assert_eq!((buttons, parts), (1, 1));
}

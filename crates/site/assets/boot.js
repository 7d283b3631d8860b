// Starts the page: the program and the articles come at the same time, the articles in pieces.
// Says so in words when something cannot be had, and offers to try again.
(() => {
  "use strict";
  const note = document.getElementById("boot-note");
  const say = (text) => {
    if (note) note.textContent = text;
  };
  if (location.protocol === "file:") {
    say("Browsers do not run this page from a folder. Open dateline.html instead, which is the same page as one file.");
    return;
  }
  // A file that is dropped before the program hears of it must not take the page's place.
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
  }
  const base = document.currentScript.src;
  const at = (name) => new URL(name, base).href;
  const get = async (name, options) => {
    const response = await fetch(at(name), options);
    if (!response.ok) throw new Error(`${name}: the host answered ${response.status}`);
    return response;
  };
  const later = "LATER";
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const program = async () => {
    const wasm = fetch(at("./WASM"));
    const page = await import(at("./GLUE"));
    page.partsFrom(async (name) => (await get(later[name])).arrayBuffer(), Object.keys(later));
    await page.default({ module_or_path: wasm });
    return page;
  };
  const button = (textContent, onclick) => Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent, onclick });

  // How much has come, and a way to stop, for whoever waits longer than a moment.
  const progress = (stop) => {
    const box = Object.assign(document.createElement("p"), { id: "boot-progress" });
    const bar = document.createElement("progress");
    const words = document.createElement("span");
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
    bar.setAttribute("aria-label", "Articles loaded");
    box.append(bar, words, button("Stop", stop));
    const timer = setTimeout(() => note?.after(box), 400);
    return {
      tell(received, total) {
        if (total) Object.assign(bar, { max: total, value: received });
        words.textContent = total ? `${megabytes(received)} of ${megabytes(total)} MB` : `${megabytes(received)} MB`;
      },
      end() {
        clearTimeout(timer);
        box.remove();
      },
    };
  };

  // Hands the articles to the program as they come; gives the program when all are there.
  const articles = async (starting, signal, shown) => {
    let page, refused, received = 0, total = 0;
    const waiting = [];
    const hand = () => {
      for (const piece of waiting.splice(0)) total = page.take(piece);
      shown.tell(received, total);
    };
    starting.then((started) => {
      page = started;
      hand();
    }).catch((error) => (refused = error));
    const reader = (await get("./PACK", { signal })).body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (refused) throw refused;
      if (done) break;
      waiting.push(value);
      received += value.length;
      if (refused) throw refused;
      if (page) hand();
    }
    await starting;
    hand();
    if (received < total) throw new Error("the articles came only in part");
    return page;
  };

  const open = async () => {
    const stop = new AbortController();
    const shown = progress(() => stop.abort());
    const starting = program();
    try {
      const page = await articles(starting, stop.signal, shown);
      // In tasks of their own, after that of the last byte.
      do await turn();
      while (page.prepare());
      page.start();
    } catch (error) {
      starting.then((page) => page.again(), () => {});
      if (stop.signal.aborted) {
        say("Loading was stopped. The articles below can be read. ");
      } else {
        console.warn("The page could not start:", error);
        say(`The search and the charts could not start (${error.message ?? error}). The articles below can be read. Trying again may help; so may a newer browser. `);
      }
      note?.append(button("Try again", () => {
        say("Search and charts are starting.");
        open();
      }));
    } finally {
      shown.end();
      // Keeping the page for later waits until nothing else does, and is worth no word when it fails.
      if (isSecureContext) (window.requestIdleCallback ?? setTimeout)(() => import(at("./OFFLINE")).catch(() => {}));
    }
  };
  // Once the frame is painted, so that reading does not wait behind the program's bytes. A tab in
  // the background paints nothing and starts at once.
  if (document.hidden) open();
  else requestAnimationFrame(() => setTimeout(open));
})();

// Starts the page, and says so in words when it cannot start.
(() => {
  "use strict";
  const say = (text) => {
    const note = document.getElementById("boot-note");
    if (note) note.textContent = text;
  };
  if (location.protocol === "file:") {
    say("Browsers do not run this page from a folder. Open dateline.html instead, which is the same page as one file.");
    return;
  }
  const base = document.currentScript.src;
  const at = (name) => new URL(name, base).href;
  const bytes = async (name) => {
    const response = await fetch(at(name));
    if (!response.ok) throw new Error(`${name}: the host answered ${response.status}`);
    return response.arrayBuffer();
  };
  const later = "LATER";
  const turn = () => new Promise((resolve) => setTimeout(resolve));
  const program = async () => {
    const wasm = fetch(at("./WASM"));
    const page = await import(at("./GLUE"));
    page.partsFrom((name) => bytes(later[name]));
    await page.default({ module_or_path: wasm });
    return page;
  };
  // Once the frame is painted, so that reading does not wait behind the program's bytes. A tab in
  // the background paints nothing and starts at once.
  const painted = new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
  painted
    .then(() => Promise.all([program(), bytes("./PACK")]))
    // Starting is a task of its own, after that of the last byte.
    .then((both) => turn().then(() => both))
    .then(([page, pack]) => page.start(new Uint8Array(pack)))
    .catch((error) => {
      console.warn("The page could not start:", error);
      say(`The search and the charts could not start (${error.message ?? error}). The articles below can be read. Reloading the page may help; so may a newer browser.`);
    });
})();

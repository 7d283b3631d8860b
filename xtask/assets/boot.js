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
  import(new URL("./GLUE", base).href)
    .then((page) => page.default({ module_or_path: new URL("./WASM", base).href }))
    .catch((error) => {
      console.warn("The page could not start:", error);
      say(`The search and the charts could not start (${error.message ?? error}). The articles below can be read. Reloading the page may help; so may a newer browser.`);
    });
})();

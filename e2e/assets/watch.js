// Notes what must not happen on the page. Loaded before every other script, in tests only.
(() => {
  "use strict";
  const seen = [];
  const note = (kind, text) => seen.push(`${kind}: ${text}`);
  Object.defineProperty(window, "seenByTests", { value: seen });
  addEventListener("error", (event) => note("error", event.message ?? `${event.target?.src ?? event.target?.href} did not load`), true);
  addEventListener("unhandledrejection", (event) => note("rejection", String(event.reason)));
  document.addEventListener("securitypolicyviolation", (event) =>
    note("policy", `${event.violatedDirective} blocked ${event.blockedURI} ${event.sample} (line ${event.lineNumber} of ${event.sourceFile})`));
  for (const level of ["error", "warn"]) {
    const original = console[level].bind(console);
    console[level] = (...values) => { note(`console.${level}`, values.map(String).join(" ")); original(...values); };
  }
})();

// Later parts of the program, started when the program asks for them.
let partOf;
let partNames = [];
/** Takes the function that gives the bytes of a file of the page by its name, and all names. */
export function partsFrom(give, names) {
  partOf = give;
  partNames = names;
}
// What the page is made of, for src/browser/own_files.rs.
const ownFile = async (name) => partOf(name);
const ownFiles = () => partNames;
const laterParts = (() => {
  const marks = "MARKS";
  const fetched = new Map();
  const started = new Map();
  // A part that could not be had is asked for again the next time.
  const once = (kept, name, begin) => {
    if (!kept.has(name)) {
      const begun = begin();
      begun.catch(() => kept.delete(name));
      kept.set(name, begun);
    }
    return kept.get(name);
  };
  const fetchPart = (name) => once(fetched, name, () => Promise.resolve(partOf(name)));
  const start = (name) =>
    once(started, name, async () => WebAssembly.instantiate(await fetchPart(name), { __wasm_split: wasm }));
  const loader = (names) => async (answer, data) => {
    let here = true;
    try {
      names.forEach(fetchPart);
      for (const name of names) await start(name);
    } catch (error) {
      console.warn("A part of the page could not be loaded:", error);
      here = false;
    }
    wasm.__indirect_function_table.get(answer)(data, here);
  };
  return Object.fromEntries(
    Object.entries(marks).map(([mark, names]) => [`__wasm_split_load_${mark}`, loader(names)]),
  );
})();

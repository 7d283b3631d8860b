// Starts the page from the data in this same file. It comes after wasm-bindgen's module, in one script.
const bootNote = (text) => {
  const note = document.getElementById("boot-note");
  if (note) note.textContent = text;
};
const unpacked = async (id) => {
  const packed = atob(document.getElementById(id).textContent.trim());
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
};
// A file that is dropped before the program hears of it must not take the page's place.
for (const name of ["dragover", "drop"]) {
  addEventListener(name, (event) => event.dataTransfer?.types.includes("Files") && event.preventDefault());
}
try {
  const part = "dateline-part-";
  const names = [...document.querySelectorAll(`script[id^="${part}"]`)].map((script) => script.id.slice(part.length));
  partsFrom((name) => unpacked(part + name), names);
  await __wbg_init({ module_or_path: await unpacked(`${part}page.wasm`) });
  take(new Uint8Array(await unpacked("dateline-pack")));
  start();
} catch (error) {
  console.warn("The page could not start:", error);
  bootNote(`The search and the charts could not start (${error.message ?? error}). The articles below can be read. A newer browser may help.`);
}

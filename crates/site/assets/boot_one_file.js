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
try {
  partsFrom((name) => unpacked(`dateline-part-${name}`));
  await __wbg_init({ module_or_path: await unpacked("dateline-wasm") });
  take(new Uint8Array(await unpacked("dateline-pack")));
  start();
} catch (error) {
  console.warn("The page could not start:", error);
  bootNote(`The search and the charts could not start (${error.message ?? error}). The articles below can be read. A newer browser may help.`);
}

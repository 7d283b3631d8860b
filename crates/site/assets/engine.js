// The engine without the page, for pages of others: `import { open } from "./dateline.js"`.
const at = (name) => new URL(name, import.meta.url).href;
const checked = (response) => {
  if (!response.ok) throw new Error(`${response.url}: the host answered ${response.status}`);
  return response;
};
const later = "LATER";

// The program and what it offers to scripts, which is another part of it.
const load = async () => {
  const wasm = fetch(at("./WASM"));
  const page = await import(at("./GLUE"));
  page.partsFrom(async (name) => checked(await fetch(at(later[name]))).arrayBuffer(), Object.keys(later));
  await page.default({ module_or_path: wasm });
  const functions = page.functions();
  functions.catch(() => {});
  return { page, functions };
};

// Reads at once and hands over as soon as there is somebody to take it.
const pieces = async (response, taker) => {
  const reader = checked(response).body.getReader();
  const waiting = [];
  let take;
  taker.then((ready) => (take = ready), () => {});
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    waiting.push(value);
    if (take) waiting.splice(0).forEach(take);
  }
  waiting.splice(0).forEach(await taker);
};

let loading;
const first = async (source) => {
  loading ??= load();
  loading.catch(() => (loading = undefined));
  const given = await (typeof source === "string" ? fetch(source) : source);
  const taker = loading.then(({ page }) => (piece) => page.take(piece));
  if ("body" in given) await pieces(given, taker);
  else (await taker)(ArrayBuffer.isView(given) ? given : new Uint8Array(given));
  const { page, functions } = await loading;
  page.serve();
  return functions;
};

let last = Promise.resolve();

/** Opens a pack and gives the functions that `window.dateline` has in the page. */
export const open = (source = at("./PACK")) => {
  const before = last.catch(() => {});
  last = before.then(async (dateline) => {
    if (!dateline) return first(source);
    await dateline.open(source);
    return dateline;
  });
  return last;
};

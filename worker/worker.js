// Reads files away from the thread that draws the page. `instance` gives a new copy of the program
// around its functions (xtask/src/page/worker.rs writes it before these lines).
(() => {
  "use strict";
  // A copy of the program that has grown so large is replaced: its memory cannot shrink.
  const LARGE = 256 << 20;
  // A file that ends the program so often is left alone.
  const FALLS = 20;
  const PAUSE = 100;
  let module;
  const copy = () => {
    const made = instance();
    made.memory = made.initSync({ module }).memory;
    return made;
  };
  const bytesOf = async (held) => new Uint8Array(held instanceof ArrayBuffer ? held : await held.arrayBuffer());
  const sizeOf = (held) => held.size ?? held.byteLength;
  // Blobs that one thread made cannot be read by another where the page is a file in WebKit.
  let bare = false;
  const given = (bytes, type = "") => (bare ? bytes : new Blob([bytes], { type }));
  const post = (event, transfer = []) => postMessage(event, transfer);
  const buffer = (bytes) => bytes.buffer;
  const isPack = (bytes) => String.fromCharCode(...bytes.subarray(0, 8)) === "DATELINE";

  const DESCRIBES = /(^|\/)corpus\.toml$/;
  // What `corpus.toml` says, and the files of corrections that it names: names and bytes, for each copy
  // that reads.
  const described = async (program) => {
    const named = new Map(files.map(({ name, file }) => [name, file]));
    const said = new program.Said();
    const steps = [];
    for (const [name, file] of named) {
      if (!DESCRIBES.test(name)) continue;
      const bytes = await bytesOf(file);
      const other = said.add(name, bytes);
      steps.push(["add", name, bytes]);
      if (!named.has(other)) continue;
      const corrections = await bytesOf(named.get(other));
      said.correct(other, corrections);
      steps.push(["correct", other, corrections]);
    }
    return { said, steps, names: [...named.keys()] };
  };

  // Two copies: one reads, and may end over a file; the other keeps what was read.
  const reader = (steps) => {
    let program, said;
    const started = () => {
      program = copy();
      said = new program.Said();
      for (const [step, name, bytes] of steps) said[step](name, bytes);
    };
    return (file, bytes, collecting, each) => {
      let reading, at = 0, falls = 0;
      for (;;) {
        let step;
        try {
          if (!program) started();
          if (!reading) {
            reading = new program.Reading(file.name, bytes, said);
            reading.pass(at);
          }
          at += 1;
          step = reading.step();
        } catch (error) {
          console.warn(`The reader of ${file.name} ended:`, error);
          reading = program = undefined;
          falls += 1;
          const which = at > 1 ? `document ${at} of it` : "it";
          const last = falls >= FALLS || at === 0;
          collecting.skip(file.name, last ? "damaged: it could not be read after several tries; the rest of it was skipped" : `damaged: reading ${which} failed; save it in another format`);
          if (last) return;
          continue;
        }
        if (step === undefined) break;
        each(collecting.take(step));
      }
      reading.free();
      if (program.memory.buffer.byteLength > LARGE) program = undefined;
    };
  };

  const jobs = {
    // Files to a pack of their articles, behind those of `before`; with `published`, to a pack of both.
    async read({ before, published }) {
      const total = files.reduce((sum, { file }) => sum + sizeOf(file), 0);
      const keeper = copy();
      const refused = keeper.tooMuch(files.length, total);
      if (refused) throw new Error(refused);
      const collecting = new keeper.Collecting(before ? await bytesOf(before) : undefined);
      const { said, steps, names } = await described(keeper);
      collecting.describe(said, names);
      const read = reader(steps);
      let done = 0, told = 0;
      const progress = (name, within) => {
        const now = performance.now();
        if (now - told < PAUSE) return;
        told = now;
        post({ event: "progress", name, done: done + within, total, articles: collecting.articles });
      };
      for (const { name, file } of files) {
        let within = 0;
        progress(name, within);
        try {
          const bytes = await bytesOf(file);
          if (isPack(bytes)) collecting.takePack(name, bytes);
          else read({ name }, bytes, collecting, (taken) => progress(name, (within = Math.min(within + taken, sizeOf(file)))));
        } catch (error) {
          collecting.skip(name, `it could not be read: ${error.message ?? error}`);
        }
        done += sizeOf(file);
      }
      post({ event: "finishing", articles: collecting.articles });
      const [pack, reason, read_, skipped] = collecting.finish();
      const report = { read: read_, skipped };
      if (pack === undefined) return post({ event: "nothing", reason, ...report });
      const shown = published ? copy().beside(published, pack) : pack.slice();
      post({ event: "read", own: given(pack), pack: buffer(shown), ...report }, [buffer(shown)]);
    },
    // A pack kept from before, beside the published articles.
    async open({ own, published }) {
      const pack = await bytesOf(own);
      const shown = published ? copy().beside(published, pack) : pack.slice();
      post({ event: "read", own: given(pack), pack: buffer(shown), read: [], skipped: [] }, [buffer(shown)]);
    },
    // The page as one file around a pack.
    async save({ names, files, pack }) {
      const html = copy().oneFile(names, files.map((file) => new Uint8Array(file)), new Uint8Array(pack));
      post({ event: "page", page: given(new TextEncoder().encode(html), "text/html") });
    },
  };
  // Files come some at a time: handing over thousands takes seconds.
  const files = [];
  onmessage = async ({ data }) => {
    if (data.job === "take") return files.push(...data.files);
    try {
      bare = data.bare;
      module = await WebAssembly.compile(data.wasm);
      await jobs[data.job](data);
    } catch (error) {
      post({ event: "failed", reason: String(error.message ?? error) });
    }
  };
})();

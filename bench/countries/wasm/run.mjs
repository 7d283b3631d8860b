// Speed and bytes of the annotator as WebAssembly.
//
//   cargo build --release --target wasm32-unknown-unknown
//   wasm-bindgen --target nodejs --out-dir pkg target/wasm32-unknown-unknown/release/countries_wasm.wasm
//   node run.mjs GOLD.jsonl        lines {"id","text"}
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const { count } = require("./pkg/countries_wasm.js");
const wasm = readFileSync(new URL("./pkg/countries_wasm_bg.wasm", import.meta.url));
console.log(`${wasm.length} bytes of wasm, ${brotliCompressSync(wasm).length} after brotli`);
const texts = readFileSync(process.argv[2], "utf8").trim().split("\n").map((line) => JSON.parse(line).text);
const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
count(texts[0]);
const cpu = process.cpuUsage();
const mentions = texts.reduce((sum, text) => sum + count(text), 0);
const seconds = process.cpuUsage(cpu).user / 1e6;
console.log(`${mentions} mentions, ${(bytes / 1e6 / seconds).toFixed(1)} MB per CPU second`);

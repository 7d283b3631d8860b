// Keeps one version of the page in this browser, whole, so that it opens without a network.
// Made when the site is built: the version, how many bytes it has, and its files, each with its
// SHA-256 where the name does not carry it.
"use strict";
const VERSION = "VERSION-OF-SITE";
const BYTES = "BYTES-OF-SITE";
const FILES = new Map("FILES-OF-SITE".map(([name, hash]) => [new URL(`./${name}`, self.location).href, hash]));

const SCOPE = self.registration.scope;
const INDEX = new URL("./index.html", self.location).href;
// Several sites may share an origin: the name of a cache begins with the folder of its site.
const OURS = `dateline ${SCOPE} `;
const CACHE = OURS + VERSION;

const digest = async (bytes) => {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, "0")).join("");
};

// What the bytes of a file must have as the beginning of their SHA-256: a name may carry it.
const expected = (url) => FILES.get(url) || (/-([0-9a-f]{16})\.\w+$/.exec(url) ?? [])[1] || "";

// The answer with all its bytes when they are those of the file, else an error.
const checked = async (url, response) => {
  const bytes = await response.arrayBuffer();
  if (!(await digest(bytes)).startsWith(expected(url))) throw new Error(`${url} is of another version or not whole`);
  const headers = new Headers(response.headers);
  // The bytes are unpacked already; made anew, the answer may also follow a redirection.
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  return new Response(bytes, { headers });
};

// A file of this version as the host gives it, or an error.
const fetched = async (url, cache) => {
  // A host may send its index.html for the folder only; a name with a hash may come from any cache.
  const response = await fetch(url === INDEX ? SCOPE : url, { cache });
  if (!response.ok) throw new Error(`${url}: the host answered ${response.status}`);
  try {
    return await checked(url, response);
  } catch (error) {
    // The browser may have kept what the host gave while only half of it was there.
    if (cache === "reload") throw error;
    return fetched(url, "reload");
  }
};

const olderCaches = async () => (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== CACHE);

// Files whose bytes this worker has looked at since it runs.
const seen = new Set();

// A file as a cache keeps it. One that is not whole is forgotten, so that the host is asked again.
const sound = async (url, cacheName) => {
  const found = await caches.match(url, { cacheName });
  const key = `${cacheName} ${url}`;
  if (!found || seen.has(key)) return found;
  try {
    const whole = await checked(url, found);
    seen.add(key);
    return whole;
  } catch {
    await (await caches.open(cacheName)).delete(url);
    return undefined;
  }
};

// The same bytes, when another version of this site is kept here that has them.
const kept = async (url) => {
  for (const name of await olderCaches()) {
    const found = await sound(url, name);
    if (found) return found;
  }
  return undefined;
};

// All files, or none of them: the version before stays as it is until then.
const fill = async () => {
  const isNew = !(await caches.has(CACHE));
  const { quota = Infinity, usage = 0 } = (await self.navigator.storage?.estimate?.()) ?? {};
  if (isNew && quota - usage < BYTES) throw new Error("this browser gives too little room");
  const cache = await caches.open(CACHE);
  try {
    for (const [url, hash] of FILES) {
      if (await cache.match(url)) continue;
      const answer = (!hash && (await kept(url))) || (await fetched(url, hash ? "no-cache" : "default"));
      await cache.put(url, answer);
    }
  } catch (error) {
    if (isNew) await caches.delete(CACHE);
    throw error;
  }
};

// What is missing of this version, fetched once at a time.
let filling;
const refill = () => (filling ??= fill().catch(() => {}).finally(() => (filling = undefined)));

// Versions before this one go when no page of theirs can be open any more.
const forget = async () => {
  // A version that comes has its own cache already.
  if (self.registration.installing || self.registration.waiting) return;
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.filter((page) => page.url.startsWith(SCOPE)).length > 1) return;
  for (const name of await olderCaches()) await caches.delete(name);
};

// A name with a hash means the same bytes in every version, so that a page of an older one that is
// still open gets the files it was made with.
const answer = async (event, url) => {
  const found = await sound(url, CACHE);
  if (found) return found;
  // Somebody deleted what was kept, or it was damaged: it comes back.
  if (FILES.has(url)) event.waitUntil(refill());
  return (url !== INDEX && (await kept(url))) || fetch(event.request);
};

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => event.waitUntil(forget().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
  if (event.data === "begun") event.waitUntil(forget());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("Range")) return;
  const { origin, pathname, search } = new URL(request.url);
  const plain = origin + pathname;
  if (!plain.startsWith(SCOPE)) return;
  // What is asked behind “?” means nothing to a page of files.
  if (plain === SCOPE || plain === INDEX) event.respondWith(answer(event, INDEX));
  else if (!search && (FILES.has(plain) || /-[0-9a-f]{16}\.\w+$/.test(pathname))) event.respondWith(answer(event, plain));
});

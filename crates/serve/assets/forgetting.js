// In the place of a site's service worker while it is looked at on its publisher's machine: forgets
// what a worker before it kept on this port, perhaps of another site, and goes.
"use strict";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  const ours = `dateline ${self.registration.scope} `;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  // Pages of the worker before it; a page that has none is fresh and stays.
  const pages = await self.clients.matchAll({ type: "window" });
  await self.registration.unregister();
  for (const page of pages) page.navigate(page.url);
})()));

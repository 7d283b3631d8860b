// Has the browser keep the page (sw.js), and tells when the host has a newer edition. Comes after
// everything that a reader waits for; where it cannot be had, the page is as it was.
const workers = navigator.serviceWorker;

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

let notice;
// The newer edition waits until a reader asks for it: another tab may still need this one.
const tell = (registration) => {
  if (notice) return;
  notice = element("section", { className: "notice tools edition" });
  notice.setAttribute("aria-label", "Newer edition");
  const says = element("p", {});
  says.setAttribute("role", "status");
  const reload = element("button", { type: "button", textContent: "Reload" });
  const later = element("button", { type: "button", textContent: "Later" });
  reload.onclick = () => {
    const { waiting } = registration;
    // Another tab may have asked before.
    if (!waiting) return location.reload();
    reload.disabled = true;
    waiting.addEventListener("statechange", () => {
      if (waiting.state === "activated") location.reload();
    });
    waiting.postMessage("take over");
  };
  later.onclick = () => {
    notice.remove();
    document.getElementById("main")?.focus();
  };
  notice.append(says, reload, later);
  document.body.append(notice);
  // A status is read out when its text changes, not when it comes with one.
  setTimeout(() => {
    says.textContent = "A newer edition of this page is available. Reloading shows it and discards changes made in this tab only.";
  }, 100);
};

const watch = (registration) => {
  const { installing } = registration;
  installing?.addEventListener("statechange", () => {
    // The first worker of all waits for nobody and replaces nothing.
    if (installing.state === "installed" && registration.active) tell(registration);
  });
};

const HOUR = 3_600_000;

const start = async () => {
  const registration = await workers.register(new URL("./sw.js", import.meta.url));
  if (registration.waiting && registration.active) tell(registration);
  watch(registration);
  registration.addEventListener("updatefound", () => watch(registration));
  workers.controller?.postMessage("begun");
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
};

// Keeping all of a page is no kindness to those who pay by the byte and said so.
if (workers && !navigator.connection?.saveData) start().catch(() => {});

// What pages have beyond plain HTML: light or dark, keys, search as you type, the notice that the graph has changed.
import { offer } from "./suggest.js";
import { watch } from "./watch.js";
import { whenDone } from "./working.js";

const root = document.documentElement;
const find = document.getElementById("find");

for (const button of document.querySelectorAll("[data-theme-toggle]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    try {
      localStorage.setItem("chithi-theme", root.dataset.theme);
    } catch {
      // Without storage the choice lasts for this page.
    }
  });
}

if (find) {
  find.form.classList.add("with-keys");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      find.focus();
      find.select();
    }
  });
  if (find.dataset.suggest) offer(find);
}

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
    const words = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = words; }, 1500);
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// On a narrow screen the menu is rolled to where the reader is.
const here = document.querySelector(".menu [aria-current]");
if (here) {
  const room = here.closest(".menu");
  const [at, from] = [here.getBoundingClientRect(), room.getBoundingClientRect()];
  if (at.right > from.right - 40) room.scrollLeft += at.left - from.left - 24;
}

const revision = document.querySelector('meta[name="chithi-revision"]')?.content;
const notice = document.querySelector("[data-notice]");
if (revision && notice) watch(revision, notice);

const working = document.querySelector("[data-working]");
if (working) whenDone(working.dataset.working, () => location.reload());

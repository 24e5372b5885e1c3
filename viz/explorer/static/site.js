// What pages in a folder have beyond plain HTML: light or dark, and a search that needs no server. A classic script, since
// browsers refuse modules from the disk.
"use strict";
(() => {
  const root = document.documentElement;
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
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  const search = document.querySelector("[data-search-page]");
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, select, textarea");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const find = document.getElementById("find");
    if (find) find.focus();
    else if (search) location.assign(search.href);
  });

  const form = document.querySelector("[data-offline]");
  if (!form) return;
  const field = document.getElementById("find");
  const tally = document.querySelector("[data-tally]");
  const list = document.querySelector("[data-found]");
  const MOST = 60;
  const loaded = new Map();
  const waiting = new Map();
  globalThis.chithiLoaded = (key, content) => {
    loaded.set(key, content);
    waiting.get(key)?.(content);
  };

  function load(key, file) {
    if (loaded.has(key)) return Promise.resolve(loaded.get(key));
    return new Promise((settle, fail) => {
      waiting.set(key, settle);
      const script = document.createElement("script");
      script.src = form.dataset.folder + file;
      script.addEventListener("error", () => fail(new Error(file)));
      document.head.append(script);
    });
  }

  const fold = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

  // The numbers of the entries that have a word with this beginning, and whether it is the whole word.
  async function having(word, all) {
    const found = new Map();
    const files = word.length < 2 ? all.beginnings.filter((one) => one.startsWith(word)) : all.beginnings.filter((one) => one === word.slice(0, 2));
    for (const beginning of files) {
      const words = await load(`words-${beginning}`, `w-${beginning}.js`);
      for (const [one, numbers] of Object.entries(words)) {
        if (!one.startsWith(word)) continue;
        for (const number of numbers) found.set(number, Math.max(found.get(number) ?? 0, Number(one === word)));
      }
    }
    return found;
  }

  async function find() {
    const asked = field.value.trim();
    const words = fold(asked).match(/[a-z0-9]+/g) ?? [];
    list.hidden = true;
    tally.textContent = "";
    if (!words.length) return;
    const all = await load("all", "all.js");
    let found = null;
    for (const word of words) {
      const next = await having(word, all);
      found = found ? new Map([...found].filter(([number]) => next.has(number)).map(([number, n]) => [number, n + next.get(number)])) : next;
    }
    if (field.value.trim() !== asked) return;
    const numbers = [...found].sort(([a, n], [b, m]) => m - n || a - b).map(([number]) => number);
    tally.textContent = numbers.length ? form.dataset.count.replace("{n}", numbers.length) : form.dataset.none.replace("{words}", asked);
    const shown = [];
    for (const number of numbers.slice(0, MOST)) {
      const chunk = Math.floor(number / all.chunk);
      shown.push((await load(`entries-${chunk}`, `e-${chunk}.js`))[number % all.chunk]);
    }
    list.replaceChildren(...shown.map(([label, kind, where, path]) => {
      const entry = document.createElement("li");
      entry.className = "hit";
      const line = document.createElement("p");
      line.className = "hit-kind";
      const dot = document.createElement("span");
      dot.className = `dot dot-${kind}`;
      line.append(dot, where);
      const link = document.createElement("a");
      link.href = path;
      link.textContent = label;
      const heading = document.createElement("h2");
      heading.append(link);
      entry.append(line, heading);
      return entry;
    }));
    list.hidden = !shown.length;
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `#${new URLSearchParams({ q: field.value })}`);
    find();
  });
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(find, 150);
  });
  const start = () => {
    field.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
    find();
  };
  addEventListener("hashchange", start);
  start();
  if (!field.value) field.focus();
})();

// Search as you type: a list box under the field, moved through by arrows (WAI-ARIA combobox pattern).
const WAIT = 120;

export function offer(field) {
  const list = document.createElement("ul");
  list.className = "offers";
  list.id = `${field.id}-offers`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.labels[0]?.textContent ?? "");
  field.after(list);
  field.setAttribute("role", "combobox");
  field.setAttribute("aria-controls", list.id);
  field.setAttribute("aria-autocomplete", "list");
  field.setAttribute("aria-expanded", "false");

  let chosen = -1;
  let timer = 0;
  let asking = null;

  function close() {
    list.hidden = true;
    chosen = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  }

  function choose(index) {
    const items = [...list.children];
    chosen = (index + items.length) % items.length;
    items.forEach((item, n) => item.setAttribute("aria-selected", String(n === chosen)));
    field.setAttribute("aria-activedescendant", items[chosen].id);
    items[chosen].scrollIntoView({ block: "nearest" });
  }

  function item(n, link, kind, label, beside) {
    const entry = document.createElement("li");
    entry.id = `${list.id}-${n}`;
    entry.setAttribute("role", "option");
    entry.setAttribute("aria-selected", "false");
    entry.dataset.link = link;
    const dot = document.createElement("span");
    dot.className = `dot dot-${kind}`;
    const words = document.createElement("span");
    words.textContent = label;
    entry.append(dot, words);
    if (beside) {
      const small = document.createElement("small");
      small.textContent = beside;
      entry.append(small);
    }
    entry.addEventListener("mousedown", (event) => {
      event.preventDefault();
      location.assign(link);
    });
    return entry;
  }

  function show(found, words) {
    list.replaceChildren(
      ...found.map((one, n) => item(n, one.link, one.kind, one.label, [one.word, one.beside].filter(Boolean).join(" · "))),
    );
    const all = item(found.length, searchLink(words), "provision", `${field.dataset.all}: ${words}`, "");
    all.classList.add("offers-all");
    list.append(all);
    list.hidden = false;
    chosen = -1;
    field.setAttribute("aria-expanded", "true");
  }

  function searchLink(words) {
    const link = new URL(field.form.action);
    for (const [name, value] of new FormData(field.form)) link.searchParams.set(name, value);
    link.searchParams.set("q", words);
    return link.href;
  }

  async function ask() {
    const words = field.value.trim();
    asking?.abort();
    if (words.length < 2) return close();
    asking = new AbortController();
    const address = `${field.dataset.suggest}?${new URLSearchParams({ q: words, lang: field.dataset.lang })}`;
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok && field.value.trim() === words && document.activeElement === field) show(await answer.json(), words);
    } catch {
      // Aborted by the next letter, or no server: Enter still searches.
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (list.hidden) field.value = "";
      else event.preventDefault();
      close();
    } else if (list.hidden && event.key === "ArrowDown") {
      ask();
    } else if (list.hidden) {
      return;
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      choose(chosen < 0 && event.key === "ArrowUp" ? -1 : chosen + (event.key === "ArrowDown" ? 1 : -1));
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.link);
    }
  });
}

"use strict";
(() => {
  const page = JSON.parse(document.getElementById("graph").textContent);
  const at = (id) => document.getElementById(id);
  const nodes = page.nodes;
  const edges = page.edges;
  const groupOf = new Map(page.groups.map((group) => [group.name, group]));
  const strokeOf = new Map(page.relations.map((relation) => [relation.name, relation]));
  const spots = new Map(page.network.nodes.map((spot) => [spot.id, spot]));
  const touching = nodes.map(() => []);
  edges.forEach((edge, n) => {
    touching[edge.from].push(n);
    if (edge.to !== edge.from) touching[edge.to].push(n);
  });
  const hidden = { groups: new Set(), relations: new Set() };
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const darkness = matchMedia("(prefers-color-scheme: dark)");
  const tiny = 4.6;
  let lang = page.lang === "en" ? "en" : "vi";
  let chosen = null;
  let hovered = null;
  let lit = null;
  let moved = false;
  let printing = false;

  // ---- words and elements

  const word = (key) => page.words[lang][key];
  const named = (table, key) => (Object.hasOwn(table, key) ? table[key][lang] : key);
  const capital = (text) => text.charAt(0).toLocaleUpperCase(lang) + text.slice(1);
  const figure = (value) => value.toLocaleString(lang === "vi" ? "vi-VN" : "en-GB", { maximumFractionDigits: 6 });

  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [key, value] of Object.entries(properties)) {
      if (key === "mark") element.style.setProperty("--mark", value);
      else if (key === "text") element.textContent = value;
      else if (key === "class") element.className = value;
      else if (key === "click") element.addEventListener("click", value);
      else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  function written(key, value) {
    if (Array.isArray(value)) return value.map((part) => written(key, part)).join("; ");
    if (typeof value === "boolean") return word(value ? "yes" : "no");
    if (typeof value === "number") return key === "period_start" || key === "period_end" ? String(value) : figure(value);
    const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
    if (day && lang === "vi") return `${day[3]}/${day[2]}/${day[1]}`;
    const month = /^(\d{4})-(\d{2})$/.exec(value);
    if (month && lang === "vi") return `${month[2]}/${month[1]}`;
    return named(page.values, value);
  }

  // ---- what hangs together

  const upper = (edge, node) => {
    // What a document rests on: what it implements, or the decision that approves it.
    if (edge.kind === "implements" && edge.from === node) return edge.to;
    return edge.kind === "approves" && edge.to === node ? edge.from : null;
  };

  function climb(start) {
    // Nodes and edges from a node up to the directive: by its document, and for a body by the tasks it has.
    const up = { nodes: new Set([start]), edges: new Set() };
    const queue = [start];
    for (const node of queue) {
      for (const n of touching[node]) {
        const edge = edges[n];
        let next = upper(edge, node);
        if (next !== null) up.edges.add(n);
        else if ((edge.kind === "contains" || edge.kind === "assigns") && edge.to === node) next = edge.from;
        else if (nodes[node].kind === "agency" && node === start && (edge.kind === "leads" || edge.kind === "supports")) next = edge.to;
        if (next === null) continue;
        up.edges.add(n);
        if (!up.nodes.has(next)) {
          up.nodes.add(next);
          queue.push(next);
        }
      }
    }
    return up;
  }

  function line(start) {
    // One way from a node to its directive, for reading: the directive first.
    const way = [start];
    const seen = new Set(way);
    for (;;) {
      const node = way[way.length - 1];
      let next = nodes[node].home;
      if (next === null || next === undefined) {
        const all = touching[node].map((n) => edges[n]).filter((e) => upper(e, node) !== null && !seen.has(upper(e, node)));
        const above = all.find((e) => !e.beside) ?? all[0];
        next = above ? upper(above, node) : null;
      }
      if (next === null || seen.has(next)) return way.reverse();
      seen.add(next);
      way.push(next);
    }
  }

  // ---- colours

  function shade(hex) {
    if (printing || !darkness.matches) return hex;
    const parts = [1, 3, 5].map((n) => parseInt(hex.slice(n, n + 2), 16));
    return `rgb(${parts.map((part) => Math.round(part + (255 - part) * 0.32)).join(",")})`;
  }

  const ground = () => {
    const style = getComputedStyle(document.documentElement);
    const value = (name) => style.getPropertyValue(name).trim();
    return { ink: value("--ink"), soft: value("--soft"), faint: value("--faint"), line: value("--line"), halo: value("--halo"), card: value("--card") };
  };
  let palette = ground();

  // ---- the picture

  const points = new vis.DataSet(page.network.nodes);
  const lines = new vis.DataSet(page.network.edges);
  const stage = at("picture");
  const network = new vis.Network(stage, { nodes: points, edges: lines }, page.network.options);

  const shown = (n) => !hidden.groups.has(nodes[n].group);

  function paint() {
    points.update(
      nodes.map((node, n) => {
        const colour = shade(groupOf.get(node.group).colour);
        const held = node.kind !== "document" || !node.props.some(([key, value]) => key === "status" && value === "cited");
        const bright = !lit || lit.nodes.has(n);
        return {
          id: n,
          hidden: !shown(n),
          opacity: bright ? 1 : 0.13,
          borderWidth: held ? 1 : 2,
          color: { background: held ? colour : palette.card, border: held ? palette.halo : colour },
        };
      }),
    );
    lines.update(
      edges.map((edge, n) => {
        const stroke = strokeOf.get(edge.kind);
        const bright = lit && lit.edges.has(n);
        const base = page.network.base.get(n);
        return {
          id: n,
          hidden: hidden.relations.has(edge.kind) || !shown(edge.from) || !shown(edge.to),
          width: bright ? Math.max(base * 1.8, 1.6) : base,
          color: { color: shade(stroke.colour), opacity: lit ? (bright ? 0.95 : 0.035) : edge.beside ? 0.22 : stroke.opacity, inherit: false },
        };
      }),
    );
  }
  page.network.base = new Map(page.network.edges.map((edge) => [edge.id, edge.width]));

  const font = (weight, size) => `${weight} ${size}px "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif`;

  network.on("beforeDrawing", (ctx) => {
    const scale = network.getScale();
    ctx.save();
    ctx.lineWidth = 1 / scale;
    ctx.strokeStyle = palette.line;
    for (const [x, y, radius] of page.rings) {
      ctx.beginPath();
      ctx.arc(x, y, radius, 0, Math.PI * 2);
      ctx.stroke();
    }
    for (const [node, x, y, start, end, inner, outer] of page.sectors) {
      if (!shown(node)) continue;
      ctx.beginPath();
      ctx.arc(x, y, outer, start, end);
      ctx.arc(x, y, inner, end, start, true);
      ctx.closePath();
      ctx.globalAlpha = lit && !lit.nodes.has(node) ? 0.025 : 0.075;
      ctx.fillStyle = shade(groupOf.get(nodes[node].group).colour);
      ctx.fill();
    }
    ctx.restore();
  });

  function corners(label, size, width) {
    const height = label.lines.length * size * 1.16;
    const left = label.align === "left" ? 0 : label.align === "right" ? -width : -width / 2;
    const cos = Math.cos(label.angle);
    const sin = Math.sin(label.angle);
    return [[left, -height / 2], [left + width, -height / 2], [left + width, height / 2], [left, height / 2]].map(
      ([u, v]) => [label.x + u * cos - v * sin, label.y + u * sin + v * cos],
    );
  }

  function apart(one, other) {
    // Two turned boxes are apart when some side of either separates them.
    for (const box of [one, other]) {
      for (let n = 0; n < 2; n += 1) {
        const axis = [box[n + 1][0] - box[n][0], box[n + 1][1] - box[n][1]];
        const along = (point) => point[0] * axis[0] + point[1] * axis[1];
        const a = one.map(along);
        const b = other.map(along);
        if (Math.max(...a) <= Math.min(...b) || Math.max(...b) <= Math.min(...a)) return true;
      }
    }
    return false;
  }

  function write(ctx, label, size, alpha, strong) {
    ctx.save();
    ctx.globalAlpha = alpha;
    ctx.translate(label.x, label.y);
    ctx.rotate(label.angle);
    ctx.textAlign = label.align;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.lineWidth = size * 0.32;
    ctx.strokeStyle = palette.halo;
    label.lines.forEach((text, n) => {
      const y = (n - (label.lines.length - 1) / 2) * size * 1.16;
      ctx.font = font(strong && n === 0 ? 700 : 400, n === 0 ? size : size * 0.88);
      ctx.fillStyle = n === 0 ? palette.ink : palette.soft;
      ctx.strokeText(text, 0, y);
      ctx.fillText(text, 0, y);
    });
    ctx.restore();
  }

  network.on("afterDrawing", (ctx) => {
    const scale = network.getScale();
    const boxes = [];
    const order = lit ? [...page.labels].sort((a, b) => lit.nodes.has(b.node) - lit.nodes.has(a.node)) : page.labels;
    for (const label of order) {
      const node = nodes[label.node];
      if (!shown(label.node)) continue;
      const bright = !lit || lit.nodes.has(label.node);
      const strong = node.kind === "document";
      const natural = label.size * scale;
      if (!strong && natural < tiny && !(lit && bright)) continue;
      const size = Math.min(Math.max(natural, lit && bright ? 10.5 : strong ? 9 : tiny), strong ? 18 : 14) / scale;
      ctx.font = font(strong ? 700 : 400, size);
      const width = Math.max(...label.lines.map((text) => ctx.measureText(text).width));
      const box = corners(label, size, width);
      if (!boxes.every((other) => apart(box, other))) continue;
      if (strong || (lit && bright)) boxes.push(box);
      write(ctx, label, size, bright ? 1 : 0.16, strong);
    }
    if (scale > 2.4) {
      const { x, y } = network.getViewPosition();
      const w = stage.clientWidth / scale / 2;
      const h = stage.clientHeight / scale / 2;
      nodes.forEach((node, n) => {
        const spot = spots.get(n);
        if (!node.ref || !shown(n) || Math.abs(spot.x - x) > w || Math.abs(spot.y - y) > h) return;
        const label = { x: spot.x, y: spot.y + spot.size + 7 / scale, angle: 0, align: "center", lines: [node.ref] };
        write(ctx, label, 10 / scale, !lit || lit.nodes.has(n) ? 1 : 0.16, false);
      });
    }
    for (const n of new Set([hovered, chosen])) {
      if (n === null || !shown(n)) continue;
      const spot = spots.get(n);
      ctx.beginPath();
      ctx.arc(spot.x, spot.y, spot.size + 3.5 / scale, 0, Math.PI * 2);
      ctx.lineWidth = 2.4 / scale;
      ctx.strokeStyle = palette.ink;
      ctx.stroke();
    }
  });

  function framed([left, top, right, bottom]) {
    const margin = 18;
    const frame = stage.firstElementChild;
    const wide = (frame.clientWidth - 2 * margin) / Math.max(right - left, 1);
    const high = (frame.clientHeight - 2 * margin) / Math.max(bottom - top, 1);
    return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.min(wide, high, 2) };
  }

  function fit(animate) {
    const view = framed(page.bounds);
    // Where the outer ring's words would be too small to be written, they need no room.
    const close = framed(page.dots);
    if (view.scale * page.small < tiny) Object.assign(view, close, { scale: Math.min(close.scale, (tiny / page.small) * 0.99) });
    if (animate && !calm) view.animation = { duration: 350, easingFunction: "easeInOutQuad" };
    network.moveTo(view);
    if (!view.animation) network.redraw();
    moved = false;
  }

  function zoom(factor) {
    moved = true;
    network.moveTo({ scale: network.getScale() * factor });
  }

  function show(n) {
    // Bring a node into the view without throwing the reader about.
    const spot = spots.get(n);
    const where = network.canvasToDOM({ x: spot.x, y: spot.y });
    const inside = where.x > 40 && where.y > 40 && where.x < stage.clientWidth - 40 && where.y < stage.clientHeight - 40;
    if (inside) return;
    moved = true;
    network.moveTo({ position: { x: spot.x, y: spot.y }, animation: calm ? false : { duration: 350, easingFunction: "easeInOutQuad" } });
  }

  // ---- choosing

  function choose(n, { reveal = true, remember = true } = {}) {
    chosen = n;
    lit = null;
    if (n !== null) {
      lit = climb(n);
      for (const k of touching[n]) {
        lit.edges.add(k);
        lit.nodes.add(edges[k].from).add(edges[k].to);
      }
      if (hidden.groups.delete(nodes[n].group)) legend();
    }
    paint();
    panel();
    if (n !== null && reveal) show(n);
    if (remember) history.replaceState(null, "", n === null ? location.pathname + location.search : `#${encodeURIComponent(nodes[n].id)}`);
  }

  function go(n) {
    location.hash = encodeURIComponent(nodes[n].id);
  }

  function follow() {
    let id = "";
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      id = "";
    }
    const n = nodes.findIndex((node) => node.id === id);
    choose(n < 0 ? null : n, { remember: false });
  }

  const mark = (n) => make("span", { class: "dot", mark: shade(groupOf.get(nodes[n].group).colour) });
  const button = (n, text) => make("button", { class: "go", type: "button", click: () => go(n) }, mark(n), make("span", { text, dir: "auto" }));

  function cited(evidence, edge) {
    const source = typeof evidence.document === "number" ? nodes[evidence.document].short : evidence.document;
    const place = [source, evidence.ref].filter(Boolean).join(", ");
    return make("blockquote", { dir: "auto" }, `“${evidence.quote}”`, make("cite", { text: place }));
  }

  function overview(side) {
    side.append(make("div", { class: "kicker", text: word("overview") }), make("p", { class: "quiet", text: word("how") }));
    const tiles = make("div", { class: "tiles" });
    for (const kind of ["document", "task", "target", "agency"]) {
      const found = nodes.filter((node) => node.kind === kind);
      if (!found.length) continue;
      const colour = kind === "document" ? page.accent : groupOf.get(found[0].group).colour;
      tiles.append(make("div", { class: "tile", mark: shade(colour) }, make("b", { text: figure(found.length) }), make("span", { text: capital(page.kinds[kind][lang]) })));
    }
    const list = make("ul", { class: "list" });
    for (const [n, indent] of page.outline) list.append(make("li", { class: `indent${Math.min(indent, 3)}` }, button(n, nodes[n].title)));
    side.append(tiles, make("h3", { text: word("documents") }), list, make("p", { class: "quiet", text: word("search_hint") }));
  }

  function relations(side, n) {
    const found = new Map();
    for (const k of touching[n]) {
      const edge = edges[k];
      const role = edge.kind + (edge.from === n ? ">" : "<");
      if (!found.has(role)) found.set(role, []);
      found.get(role).push(k);
    }
    const rank = (role) => (Object.hasOwn(page.roles, role) ? page.roles[role].rank : 99);
    for (const role of [...found.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
      const several = found.get(role);
      const list = make("ul", { class: "list" });
      const add = (from, to) => {
        for (const k of several.slice(from, to)) {
          const edge = edges[k];
          const other = edge.from === n ? edge.to : edge.from;
          const text = nodes[other].ref ? `${nodes[other].ref}. ${nodes[other].title}` : nodes[other].title;
          list.append(make("li", {}, button(other, text), ...edge.evidence.slice(0, 3).map((evidence) => cited(evidence, edge))));
        }
      };
      const first = 12;
      add(0, first);
      side.append(make("h3", {}, `${named(page.roles, role)} `, make("span", { text: `(${figure(several.length)})` })), list);
      if (several.length > first) {
        const more = make("button", { class: "more", type: "button", text: `${word("more")} (${figure(several.length - first)})` });
        more.addEventListener("click", () => {
          add(first);
          more.remove();
        });
        side.append(more);
      }
    }
    if (!found.size) side.append(make("p", { class: "quiet", text: word("alone") }));
  }

  function panel() {
    const side = at("panel");
    side.replaceChildren();
    side.scrollTop = 0;
    if (chosen === null) {
      overview(side);
      return;
    }
    const node = nodes[chosen];
    const close = make("button", { class: "close", type: "button", text: "×", "aria-label": word("close"), click: () => choose(null) });
    side.append(make("div", { class: "kicker" }, mark(chosen), capital(page.kinds[node.kind][lang]), close));
    side.append(make("h2", { text: node.title, dir: "auto" }));
    if (node.text) side.append(make("p", { text: node.text, dir: "auto" }));
    const table = make("dl");
    for (const [key, value] of node.props) {
      table.append(make("dt", { text: named(page.headings, key) }), make("dd", { text: written(key, value), dir: "auto" }));
    }
    if (node.props.length) side.append(table);
    const way = line(chosen).slice(0, -1);
    if (way.length) {
      const list = make("ul", { class: "list path" });
      way.forEach((n, depth) => list.append(make("li", { class: `indent${Math.min(depth, 3)}` }, button(n, nodes[n].title))));
      side.append(make("h3", { text: word("path") }), list);
    }
    relations(side, chosen);
  }

  // ---- legend

  const cited_too = nodes.some((node) => node.kind === "document" && node.props.some(([key, value]) => key === "status" && value === "cited"));

  function legend() {
    const bar = at("legend");
    bar.replaceChildren();
    const chip = (entry, set, sign) =>
      make(
        "button",
        {
          class: "chip",
          type: "button",
          "aria-pressed": String(!set.has(entry.name)),
          click: (event) => {
            if (!set.delete(entry.name)) set.add(entry.name);
            event.currentTarget.setAttribute("aria-pressed", String(!set.has(entry.name)));
            paint();
          },
        },
        sign,
        make("span", { text: capital(entry[lang]) }),
        make("b", { text: figure(entry.count) }),
      );
    for (const group of page.groups) bar.append(chip(group, hidden.groups, make("span", { class: "dot", mark: shade(group.colour) })));
    if (cited_too) bar.append(make("span", { class: "chip still" }, make("span", { class: "dot hollow" }), make("span", { text: word("cited") })));
    bar.append(make("span", { class: "rule" }));
    for (const relation of page.relations) {
      bar.append(chip(relation, hidden.relations, make("span", { class: relation.dashes ? "stroke dashes" : "stroke", mark: shade(relation.colour) })));
    }
  }

  // ---- search

  const search = at("search");
  const results = at("results");
  const fold = (text) => text.replace(/[đĐ]/g, "d").normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  let index = null;
  let current = -1;

  function seek() {
    const words = fold(search.value).split(/\s+/).filter(Boolean);
    current = -1;
    results.replaceChildren();
    at("found").hidden = !words.length;
    search.setAttribute("aria-expanded", String(Boolean(words.length)));
    search.removeAttribute("aria-activedescendant");
    if (!words.length) return;
    index ??= nodes.map((node) => ({
      head: fold(`${node.short} ${node.title}`),
      all: fold([node.short, node.title, node.text, node.ref, ...node.props.flatMap(([, value]) => value)].join(" ")),
    }));
    const weight = { document: 0, agency: 1, task: 2, target: 3 };
    const found = nodes
      .map((node, n) => n)
      .filter((n) => words.every((part) => index[n].all.includes(part)))
      .map((n) => [words.every((part) => index[n].head.includes(part)) ? 0 : 1, weight[nodes[n].kind], n])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]);
    at("tally").textContent = found.length ? `${figure(found.length)} ${word("results")}` : word("no_results");
    for (const [, , n] of found.slice(0, 60)) {
      const node = nodes[n];
      const under = node.home !== null ? nodes[node.home].short : node.kind === "document" ? node.text : "";
      const item = make("li", { role: "option", id: `result${n}`, "aria-selected": "false" }, mark(n), make("span", { text: node.title.length > 160 ? `${node.title.slice(0, 160)}…` : node.title, dir: "auto" }));
      if (under) item.append(make("small", { text: under.length > 110 ? `${under.slice(0, 110)}…` : under, dir: "auto" }));
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(n);
      });
      item.dataset.node = String(n);
      results.append(item);
    }
    step(1);
  }

  function step(by) {
    const items = [...results.children];
    if (!items.length) return;
    if (current >= 0) items[current].setAttribute("aria-selected", "false");
    current = (current + by + items.length) % items.length;
    items[current].setAttribute("aria-selected", "true");
    items[current].scrollIntoView({ block: "nearest" });
    search.setAttribute("aria-activedescendant", items[current].id);
  }

  function dismiss() {
    at("found").hidden = true;
    search.setAttribute("aria-expanded", "false");
  }

  function take(n) {
    dismiss();
    reached(n);
  }

  search.addEventListener("input", seek);
  search.addEventListener("focus", () => search.value && seek());
  search.addEventListener("blur", dismiss);
  search.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (at("found").hidden) seek();
      else step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && current >= 0 && results.children[current]) {
      event.preventDefault();
      take(Number(results.children[current].dataset.node));
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && document.activeElement !== search && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape") {
      search.value = "";
      search.blur();
      seek();
      choose(null);
    }
  });

  // ---- the same as lineage and as tables

  const property = (node, key) => node.props.find(([name]) => name === key)?.[1];
  const kindred = (kind) => nodes.map((node, n) => n).filter((n) => nodes[n].kind === kind);
  const bodies = (n, kind) => touching[n].map((k) => edges[k]).filter((edge) => edge.kind === kind && edge.to === n).map((edge) => edge.from);
  const inside = (n, kind) => new Set(touching[n].map((k) => edges[k]).filter((edge) => edge.from === n && nodes[edge.to].kind === kind).map((edge) => edge.to)).size;
  const several = (found) => found.map((n) => nodes[n].title).join("; ");
  const day = (value) => (value === undefined ? "" : written("date", value));
  const home = (n) => (nodes[n].home === null ? "" : nodes[nodes[n].home].short);
  const heading = (key) => capital(named(page.headings, key));

  // name: [which nodes, columns of (heading, words of a node, whether it is a number)]
  const sheets = {
    duties: [() => kindred("task"), [
      ["ref", (n) => nodes[n].ref], ["text", (n) => nodes[n].title], ["leads", (n) => several(bodies(n, "leads"))],
      ["supports", (n) => several(bodies(n, "supports"))], ["deadline_text", (n) => property(nodes[n], "deadline_text") ?? ""],
      ["document", home],
    ]],
    figures: [() => kindred("target"), [
      ["ref", (n) => nodes[n].ref], ["subject", (n) => nodes[n].title], ["value", (n) => property(nodes[n], "value") ?? "", true],
      ["unit", (n) => property(nodes[n], "unit") ?? ""],
      ["period", (n) => [...new Set([property(nodes[n], "period_start"), property(nodes[n], "period_end")])].filter(Boolean).join(" - ")],
      ["document", home],
    ]],
    papers: [() => kindred("document"), [
      ["doc_type", (n) => property(nodes[n], "doc_type") ?? ""], ["symbol", (n) => property(nodes[n], "symbol") ?? ""],
      ["title", (n) => nodes[n].text || nodes[n].title], ["place", (n) => property(nodes[n], "place") ?? ""],
      ["date", (n) => day(property(nodes[n], "date"))], ["tasks", (n) => inside(n, "task"), true], ["targets", (n) => inside(n, "target"), true],
    ]],
  };
  let view = "picture";
  let order = { column: null, falling: false };

  function views() {
    const bar = at("views");
    const entries = [["picture", nodes.length], ["lineage", page.outline.length], ...Object.entries(sheets).map(([name, [rows]]) => [name, rows().length])];
    bar.replaceChildren(
      ...entries.map(([name, count]) => {
        const button = make("button", { type: "button", click: () => turn(name) }, `${word(`view_${name}`)} `, make("b", { text: figure(count) }));
        if (name === view) button.setAttribute("aria-current", "true");
        return button;
      }),
    );
  }

  function turn(name) {
    view = name;
    order = { column: null, falling: false };
    document.querySelector("main").hidden = name !== "picture";
    at("sheet").hidden = name === "picture";
    views();
    fill();
    if (name === "picture" && !moved) fit(false);
  }

  function fill() {
    const sheet = at("sheet");
    if (view === "picture") sheet.replaceChildren();
    else if (view === "lineage") sheet.replaceChildren(...generations());
    else table(sheet, ...sheets[view]);
  }

  function reached(n) {
    turn("picture");
    go(n);
  }

  function generations() {
    const rows = new Map();
    for (const [n, indent] of page.outline) rows.set(indent, [...(rows.get(indent) ?? []), n]);
    return [...rows].map(([indent, found]) => {
      const cards = make("div", { class: "bands" });
      for (const n of found) {
        const under = [property(nodes[n], "place"), day(property(nodes[n], "date"))].filter(Boolean).join(" · ");
        const card = make("div", { class: "band", mark: shade(groupOf.get(nodes[n].group).colour) });
        card.append(make("button", { class: "go", type: "button", click: () => reached(n) }, make("span", { text: nodes[n].title, dir: "auto" })));
        if (under) card.append(make("small", { text: under, dir: "auto" }));
        for (const edge of touching[n].map((k) => edges[k]).filter((edge) => edge.from === n && edge.kind === "implements").slice(0, 2)) {
          card.append(make("small", { text: `${capital(strokeOf.get("implements")[lang])}: ${nodes[edge.to].short}`, dir: "auto" }));
          if (edge.evidence.length) card.append(cited(edge.evidence[0], edge));
        }
        cards.append(card);
      }
      return make("div", { class: "generation" }, make("h2", { text: `${word("generation")} ${indent + 1} (${figure(found.length)})` }), cards);
    });
  }

  function table(sheet, rows, columns) {
    const find = make("input", { type: "search", placeholder: word("filter"), "aria-label": word("filter") });
    const tally = make("span", { role: "status" });
    const body = make("tbody");
    const head = make("tr");
    let listed = [];

    function list() {
      const words = fold(find.value).split(/\s+/).filter(Boolean);
      listed = rows().map((n) => [n, columns.map(([, value]) => value(n))]);
      listed = listed.filter(([, cells]) => words.every((part) => fold(cells.join(" ")).includes(part)));
      if (order.column !== null) {
        const compare = new Intl.Collator("vi", { numeric: true }).compare;
        listed.sort(([, a], [, b]) => compare(String(a[order.column]), String(b[order.column])) * (order.falling ? -1 : 1));
      }
      tally.textContent = `${figure(listed.length)} ${word("results")}`;
      body.replaceChildren(
        ...listed.map(([n, cells]) => {
          const row = make("tr");
          cells.forEach((cell, c) => {
            const text = typeof cell === "number" ? figure(cell) : cell;
            const opens = columns[c][0] === "text" || columns[c][0] === "subject" || columns[c][0] === "title";
            const box = make("td", columns[c][2] ? { class: "figure" } : { dir: "auto" });
            if (opens) box.append(make("button", { class: "go", type: "button", click: () => reached(n) }, make("span", { text, dir: "auto" })));
            else box.textContent = text;
            row.append(box);
          });
          return row;
        }),
      );
      [...head.children].forEach((cell, c) => {
        cell.removeAttribute("aria-sort");
        if (c === order.column) cell.setAttribute("aria-sort", order.falling ? "descending" : "ascending");
      });
    }

    columns.forEach(([name], c) => {
      const sorts = make("button", { type: "button", text: heading(name) });
      sorts.addEventListener("click", () => {
        order = { column: c, falling: order.column === c && !order.falling };
        list();
      });
      head.append(make("th", { scope: "col" }, sorts));
    });
    find.addEventListener("input", list);
    const save = make("button", { type: "button", text: "CSV", click: () => download(columns, listed) });
    sheet.replaceChildren(make("p", { class: "sheet-bar" }, find, tally, save), make("table", {}, make("thead", {}, head), body));
    list();
  }

  // A cell that a spreadsheet would take for a formula is led by an apostrophe.
  function download(columns, listed) {
    const inert = (value) => (typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value));
    const quoted = (value) => `"${inert(value).replaceAll('"', '""')}"`;
    const lines = [columns.map(([name]) => quoted(heading(name))), ...listed.map(([, cells]) => cells.map(quoted))];
    const link = make("a", { download: `chithi-${view}.csv` });
    link.href = URL.createObjectURL(new Blob([`\ufeff${lines.map((line) => line.join(",")).join("\r\n")}\r\n`], { type: "text/csv" }));
    link.click();
    URL.revokeObjectURL(link.href);
  }

  // ---- pointer, window, language, paper

  const tip = at("tip");
  network.on("click", ({ nodes: hit }) => (hit.length ? go(hit[0]) : choose(null)));
  network.on("hoverNode", ({ node }) => {
    hovered = node;
    stage.style.cursor = "pointer";
    const where = network.canvasToDOM({ x: spots.get(node).x, y: spots.get(node).y });
    const text = nodes[node].title;
    tip.textContent = text.length > 180 ? `${text.slice(0, 180)}…` : text;
    tip.hidden = false;
    tip.style.left = `${Math.max(Math.min(where.x + 14, stage.clientWidth - tip.offsetWidth - 8), 8)}px`;
    tip.style.top = `${where.y + 18 + tip.offsetHeight > stage.clientHeight ? where.y - tip.offsetHeight - 14 : where.y + 18}px`;
  });
  network.on("blurNode", () => {
    hovered = null;
    tip.hidden = true;
    stage.style.cursor = "";
  });
  for (const move of ["zoom", "dragEnd"]) {
    network.on(move, () => {
      moved = true;
      tip.hidden = true;
    });
  }
  at("fit").addEventListener("click", () => fit(true));
  at("in").addEventListener("click", () => zoom(1.35));
  at("out").addEventListener("click", () => zoom(1 / 1.35));
  at("print").addEventListener("click", () => window.print());
  at("lang").addEventListener("click", () => {
    lang = lang === "vi" ? "en" : "vi";
    speak();
  });
  window.addEventListener("hashchange", follow);
  // vis-network scales the view itself when its size changes, in listeners made before these.
  const refit = () => {
    if (!moved && !printing && view === "picture") fit(false);
  };
  window.addEventListener("resize", refit);
  new ResizeObserver(refit).observe(stage);

  function dress() {
    palette = ground();
    legend();
    paint();
    panel();
  }
  darkness.addEventListener("change", dress);
  let frame = null;
  const paper = (on) => () => {
    printing = on;
    // Print a large square of everything, whatever part is on the screen.
    if (on) frame = moved ? { position: network.getViewPosition(), scale: network.getScale() } : null;
    network.setSize(on ? "1200px" : "100%", on ? "1200px" : "100%");
    fit(false);
    if (!on && frame) {
      network.moveTo(frame);
      moved = true;
    }
    document.documentElement.classList.toggle("paper", on);
    dress();
    network.redraw();
  };
  window.addEventListener("beforeprint", paper(true));
  window.addEventListener("afterprint", paper(false));

  function speak() {
    document.documentElement.lang = lang;
    for (const element of document.querySelectorAll("[data-word]")) element.textContent = word(element.dataset.word);
    for (const element of document.querySelectorAll("[data-label]")) element.setAttribute("aria-label", word(element.dataset.label));
    for (const element of document.querySelectorAll("[data-placeholder]")) {
      element.placeholder = word(element.dataset.placeholder);
      element.setAttribute("aria-label", word(element.dataset.placeholder));
    }
    at("notice").hidden = !page.notice;
    if (page.notice) at("notice").textContent = page.notice[lang];
    legend();
    panel();
    views();
    fill();
  }

  page.accent = page.accent ?? page.groups[0]?.colour ?? "#78716c";
  speak();
  if (location.hash) follow();
  else paint();
  fit(false);
})();

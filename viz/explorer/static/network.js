// The picture of the network page. What it shows comes with the page; a choice goes to another address of the same page,
// and what differs there takes the place of what is here, so that the back button works and nothing jumps.
const net = document.querySelector("[data-net]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const DURATION = 260;
const FACE = getComputedStyle(document.body).fontFamily;
const LEADING = 1.32;
const FAINT = ["references", "mentions", "receives", "issues", "reports_to", "located_in"];
const pen = document.createElement("canvas").getContext("2d");
let cy = null;
let drawn = read(document);
let layered = false;

function read(page) {
  return JSON.parse(page.querySelector("[data-drawn]").dataset.drawn);
}

function palette() {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

function style() {
  const colour = palette();
  const kinds = ["document", "agency", "task", "target", "place", "person"];
  const stroke = {
    implements: colour("document"), leads: colour("agency"), supports: colour("agency"), contains: colour("task"),
    assigns: colour("target"), part_of: colour("target"), directs: colour("person"), signs: colour("person"),
  };
  return [
    {
      selector: "node",
      style: {
        shape: "round-rectangle", width: "data(width)", height: "data(height)",
        label: "data(lines)", "text-wrap": "wrap", "text-max-width": "400px", "text-valign": "center",
        "font-family": FACE, "font-size": "data(size)", "line-height": LEADING, color: colour("ink"),
        "background-color": colour("card"), "border-width": 1.5, "border-color": colour("provision"),
      },
    },
    ...kinds.map((kind) => ({
      selector: `node[kind = "${kind}"]`,
      style: { "border-color": colour(kind), "background-color": colour(`${kind}-tint`) },
    })),
    { selector: "node[?cited]", style: { "border-style": "dashed" } },
    { selector: "node[?centre]", style: { "border-width": 3.5, "font-weight": 700 } },
    { selector: "node[?bundle]", style: { "border-style": "dashed", "border-width": 1, "background-color": colour("card"), color: colour("link") } },
    {
      selector: "edge",
      style: {
        width: 1.2, "curve-style": "bezier", "target-arrow-shape": "triangle", "arrow-scale": 0.8,
        "line-color": colour("edge"), "target-arrow-color": colour("edge"), opacity: 0.85,
      },
    },
    ...Object.entries(stroke).map(([kind, value]) => ({
      selector: `edge[kind = "${kind}"]`, style: { "line-color": value, "target-arrow-color": value },
    })),
    { selector: 'edge[kind = "implements"]', style: { width: 2.4 } },
    { selector: FAINT.map((kind) => `edge[kind = "${kind}"]`).join(", "), style: { width: 1, opacity: 0.4 } },
    { selector: "edge[?dashes]", style: { "line-style": "dashed", "line-dash-pattern": [5, 4] } },
    { selector: "edge[?bundle]", style: { "line-style": "dotted", "target-arrow-shape": "none" } },
    { selector: ".dim", style: { opacity: 0.22 } },
    { selector: "node.chosen", style: { "overlay-color": colour("focus"), "overlay-opacity": 0.14, "overlay-padding": 6 } },
  ];
}

// A label in lines of some 150 pixels, and the size of the box that holds it.
function boxed(label, size, weight = 400) {
  pen.font = `${weight} ${size}px ${FACE}`;
  const lines = [];
  for (const part of label.split("\n")) {
    let line = "";
    for (const word of part.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > 150) {
        lines.push(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.push(line);
  }
  const width = Math.max(...lines.map((line) => pen.measureText(line).width));
  return { lines: lines.join("\n"), size, width: Math.ceil(width) + 22, height: Math.ceil(lines.length * size * LEADING) + 16 };
}

function elements() {
  const nodes = drawn.nodes.map((node) => {
    const centre = node.id === drawn.centre;
    const box = centre ? boxed(node.label, 15, 700) : boxed(node.label, 13);
    return { group: "nodes", data: { ...node, ...box, cited: node.cited || undefined, centre: centre || undefined } };
  });
  const edges = drawn.edges.map((edge) => ({ group: "edges", data: { ...edge, dashes: edge.dashes || undefined } }));
  const folded = drawn.bundles.flatMap((bundle) => {
    const id = `+${bundle.node}~${bundle.relation}~${bundle.kind}`;
    return [
      { group: "nodes", data: { id, ...boxed(bundle.label, 12), link: bundle.link, bundle: true } },
      { group: "edges", data: { id: `${id}~`, source: bundle.node, target: id, bundle: true } },
    ];
  });
  return [...nodes, ...edges, ...folded];
}

function arrangement(fresh) {
  const common = { fit: false, animate: false };
  if (layered) return { ...common, name: "dagre", rankDir: "BT", nodeSep: 18, rankSep: 70 };
  return {
    ...common, name: "fcose", quality: "default", randomize: fresh, packComponents: false, nodeSeparation: 90,
    idealEdgeLength: 110, nodeRepulsion: 60_000, numIter: fresh ? 2000 : 400, gravity: 0.2, gravityRange: 2,
  };
}

function arrange(fresh) {
  const before = new Map(cy.nodes().map((node) => [node.id(), { ...node.position() }]));
  cy.layout(arrangement(fresh)).run();
  if (!layered) spread();
  if (!fresh && !calm.matches) {
    for (const node of cy.nodes()) {
      const position = { ...node.position() };
      node.position(before.get(node.id()));
      node.animate({ position }, { duration: DURATION });
    }
  }
  if (fresh || layered) show(cy.elements(), fresh);
  net.dataset.ready = String(Number(net.dataset.ready ?? 0) + 1);
}

// Boxes that lie on each other are pushed apart, along the way that is shorter; the middle stays.
function spread() {
  const gap = 14;
  const boxes = cy.nodes().map((node) => ({
    node, x: node.position("x"), y: node.position("y"), w: node.data("width") / 2 + gap / 2, h: node.data("height") / 2 + gap / 2,
    heavy: node.id() === drawn.centre,
  }));
  for (let turn = 0; turn < 120; turn += 1) {
    let moved = false;
    for (let i = 0; i < boxes.length; i += 1) {
      for (let j = i + 1; j < boxes.length; j += 1) {
        const [a, b] = [boxes[i], boxes[j]];
        const dx = b.x - a.x;
        const dy = b.y - a.y;
        const overX = a.w + b.w - Math.abs(dx);
        const overY = a.h + b.h - Math.abs(dy);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        const axis = overX < overY * 1.6 ? "x" : "y";
        const push = (axis === "x" ? overX : overY) / 2 + 0.5;
        const sign = (axis === "x" ? dx : dy) < 0 ? -1 : 1;
        a[axis] -= sign * (a.heavy ? 0 : b.heavy ? 2 * push : push);
        b[axis] += sign * (b.heavy ? 0 : a.heavy ? 2 * push : push);
      }
    }
    if (!moved) break;
  }
  cy.batch(() => { for (const { node, x, y } of boxes) node.position({ x, y }); });
}

// The whole when its words can be read, otherwise the middle at a size at which they can.
function show(what, fresh) {
  const least = 0.62;
  cy.fit(what, 24);
  if (cy.zoom() > 1.15) cy.zoom({ level: 1.15, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  if (cy.zoom() < least && fresh) {
    cy.zoom(least);
    cy.center(cy.getElementById(drawn.centre));
  } else {
    cy.center(what);
  }
}

function mark() {
  cy.batch(() => {
    cy.elements().removeClass("dim chosen");
    const chosen = cy.getElementById(drawn.chosen);
    chosen.addClass("chosen");
    if (drawn.chosen !== drawn.centre) cy.elements().difference(chosen.closedNeighborhood()).addClass("dim");
  });
}

function start() {
  const canvas = net.querySelector("[data-canvas]");
  cy = window.cytoscape({
    container: canvas, elements: elements(), style: style(), layout: { name: "preset" },
    minZoom: 0.15, maxZoom: 2.5, boxSelectionEnabled: false, autounselectify: true,
  });
  cy.on("tap", "node", (event) => go(event.target.data("link") || event.target.data("choose")));
  cy.on("dbltap", "node[open]", (event) => event.target.data("open") && go(event.target.data("open")));
  cy.on("mouseover", "node", () => { canvas.style.cursor = "pointer"; });
  cy.on("mouseout", "node", () => { canvas.style.cursor = ""; });
  net.querySelector("[data-buttons]").hidden = false;
  arrange(true);
  mark();
  const restyle = () => cy.style(style());
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", restyle);
  new MutationObserver(restyle).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

// Nodes that stay keep their places; new ones start at the one they belong to.
function update() {
  const wanted = new Map(elements().map((element) => [element.data.id, element]));
  const known = new Set(cy.elements().map((element) => element.id()));
  const added = [...wanted.values()].filter((element) => !known.has(element.data.id));
  const changed = added.length > 0 || known.size !== wanted.size;
  cy.batch(() => {
    cy.elements().filter((element) => !wanted.has(element.id())).remove();
    cy.elements().forEach((element) => { element.data(wanted.get(element.id()).data); });
    const nodes = added.filter((element) => element.group === "nodes");
    const edges = added.filter((element) => element.group === "edges");
    for (const element of nodes) element.position = near(element.data.id, edges);
    cy.add([...nodes, ...edges]);
  });
  if (changed) arrange(false);
  mark();
}

function near(id, edges) {
  const edge = edges.find(({ data }) => (data.source === id && cy.getElementById(data.target).nonempty())
    || (data.target === id && cy.getElementById(data.source).nonempty()));
  const anchor = edge ? cy.getElementById(edge.data.source === id ? edge.data.target : edge.data.source).position() : { x: 0, y: 0 };
  const angle = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 6283, 7) / 1000;
  return { x: anchor.x + 120 * Math.cos(angle), y: anchor.y + 90 * Math.sin(angle) };
}

const PARTS = [".net-tools", "[data-chosen]", ".net-legend", ".net-list", "[data-drawn]"];

async function load(address) {
  let page;
  try {
    const answer = await fetch(address, { headers: { Accept: "text/html" } });
    if (!answer.ok) throw new Error(String(answer.status));
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!page.querySelector("[data-drawn]")) throw new Error("another page");
  } catch {
    location.assign(address); // The browser shows what is the matter.
    return;
  }
  const focused = document.activeElement?.closest?.("a")?.textContent;
  const home = document.activeElement?.closest?.(PARTS.join(","));
  const place = home && PARTS.find((part) => home.matches(part));
  for (const part of PARTS) {
    const [here, there] = [document.querySelector(part), page.querySelector(part)];
    if (here && there) here.replaceWith(document.adoptNode(there));
  }
  const table = page.querySelector(".net-table");
  const open = document.querySelector(".net-table").open;
  table.open = open;
  document.querySelector(".net-table").replaceWith(document.adoptNode(table));
  document.title = page.title;
  document.querySelector("h1").textContent = page.querySelector("h1").textContent;
  document.querySelector(".crumbs")?.replaceWith(document.adoptNode(page.querySelector(".crumbs")));
  net.querySelector("[data-buttons]").hidden = !cy;
  if (place) {
    const links = [...document.querySelectorAll(`${place} a`)];
    (links.find((link) => link.textContent === focused) ?? links[0])?.focus({ preventScroll: true });
  }
  const before = drawn.centre;
  drawn = read(document);
  if (!cy) return;
  update();
  if (drawn.centre !== before) show(cy.elements(), true);
}

async function go(address) {
  if (!address) return;
  await load(address);
  history.pushState(null, "", address);
}

net.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go], a[data-node], a[data-choose]");
  const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (link && plain && event.button === 0) {
    event.preventDefault();
    go(link.href);
    return;
  }
  const act = event.target.closest("[data-act]")?.dataset.act;
  if (!act || !cy) return;
  if (act === "fit") show(cy.elements(), false);
  if (act === "in" || act === "out") {
    cy.zoom({ level: cy.zoom() * (act === "in" ? 1.3 : 1 / 1.3), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }
  if (act === "layout") {
    layered = !layered;
    const button = event.target.closest("[data-act]");
    [button.textContent, button.dataset.other] = [button.dataset.other, button.textContent];
    arrange(false);
    if (!layered) show(cy.elements(), false);
  }
});

addEventListener("popstate", () => load(location.href));

if (window.cytoscape) start();
else net.querySelector("[data-none]").hidden = false;

// Lineage: arrows move between cards; the ways to the chosen, focused or pointed-at card are drawn through the gaps of the
// grid, so that no line crosses a card.
const room = document.querySelector("[data-bands]");
const cards = [...room.querySelectorAll("[data-id]")];
const byId = new Map(cards.map((card) => [card.dataset.id, card]));
const NS = "http://www.w3.org/2000/svg";
const svg = document.createElementNS(NS, "svg");
svg.classList.add("ways");
svg.setAttribute("aria-hidden", "true");
room.append(svg);

function box(card) {
  const at = card.getBoundingClientRect();
  const from = room.getBoundingClientRect();
  return { left: at.left - from.left, right: at.right - from.left, top: at.top - from.top, bottom: at.bottom - from.top };
}

// Every way from a card back to the start: pairs of (upper in the drawing, lower in the drawing).
function ways(card) {
  const pairs = [];
  const seen = new Set([card.dataset.id]);
  const waiting = [card];
  while (waiting.length) {
    const here = waiting.pop();
    for (const id of here.dataset.parents.split(" ").filter(Boolean)) {
      const parent = byId.get(id);
      if (!parent) continue;
      const [upper, lower] = box(parent).top <= box(here).top ? [parent, here] : [here, parent];
      pairs.push([upper, lower]);
      if (!seen.has(id)) {
        seen.add(id);
        waiting.push(parent);
      }
    }
  }
  return pairs;
}

// Down out of the upper card, along the gap below its row, down the gap beside the lower card's column, along the gap above
// its row, into it. Straight down where nothing stands between.
function route(upper, lower, gap) {
  const a = box(upper);
  const b = box(lower);
  const start = (a.left + a.right) / 2;
  const end = (b.left + b.right) / 2;
  const leave = a.bottom + gap / 2;
  const arrive = b.top - gap / 2;
  const between = cards.some((card) => {
    const c = box(card);
    return c.top > a.bottom && c.bottom < b.top && c.left < Math.max(start, end) + 1 && c.right > Math.min(start, end) - 1;
  });
  if (!between && Math.abs(start - end) < 2) return `M${start},${a.bottom}V${b.top - 7}`;
  if (!between) return `M${start},${a.bottom}V${arrive}H${end}V${b.top - 7}`;
  // The gap on the side that the way comes from; a card at the edge has one side only.
  const [left, right] = [b.left - gap / 2, b.right + gap / 2];
  const lane = (end >= start && left > 0) || right > room.clientWidth ? left : right;
  return `M${start},${a.bottom}V${leave}H${lane}V${arrive}H${end}V${b.top - 7}`;
}

function draw(card, faint) {
  svg.replaceChildren();
  if (!card) return;
  const gap = Math.min(18, parseFloat(getComputedStyle(room.querySelector(".band-cards")).columnGap) || 16);
  for (const [upper, lower] of ways(card)) {
    const line = document.createElementNS(NS, "path");
    line.setAttribute("d", route(upper, lower, gap));
    const tip = document.createElementNS(NS, "path");
    const b = box(lower);
    const x = (b.left + b.right) / 2;
    tip.setAttribute("d", `M${x - 5},${b.top - 8}h10l-5,7z`);
    tip.classList.add("tip");
    if (faint) for (const part of [line, tip]) part.classList.add("faint");
    svg.append(line, tip);
  }
}

const chosen = room.querySelector(".chosen");
let pointed = null;
function again() {
  draw(pointed ?? chosen, pointed !== null && pointed !== chosen);
}

function neighbour(card, key) {
  const here = box(card);
  const middle = (here.left + here.right) / 2;
  if (key === "ArrowLeft" || key === "ArrowRight") return cards[cards.indexOf(card) + (key === "ArrowRight" ? 1 : -1)];
  const down = key === "ArrowDown";
  let best = null;
  let nearest = Infinity;
  for (const other of cards) {
    const there = box(other);
    const rows = down ? there.top - here.top : here.top - there.top;
    if (rows < 4) continue;
    const distance = rows * 4 + Math.abs((there.left + there.right) / 2 - middle);
    if (distance < nearest) [best, nearest] = [other, distance];
  }
  return best;
}

for (const card of cards) {
  card.addEventListener("pointerenter", () => { pointed = card; again(); });
  card.addEventListener("pointerleave", () => { pointed = null; again(); });
  card.addEventListener("focus", () => { pointed = card; again(); });
  card.addEventListener("blur", () => { pointed = null; again(); });
  card.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") || event.ctrlKey || event.altKey || event.metaKey) return;
    const other = neighbour(card, event.key);
    if (other) {
      event.preventDefault();
      other.focus();
    }
  });
}
new ResizeObserver(again).observe(room);
again();

// A marked text: pointing at words lights what was read from them, pointing at a note lights its words; the place that the
// address names is lit as a whole, however many pieces it was cut into.
const words = [...document.querySelectorAll("[data-spans]")];
const notes = [...document.querySelectorAll("[data-span]")];

function light(span) {
  for (const word of words) word.classList.toggle("lit", span !== "" && word.dataset.spans.split(" ").includes(span));
  for (const note of notes) note.classList.toggle("lit", note.dataset.span === span);
}

function named() {
  const found = /^#[es]-(\d+-\d+)$/.exec(location.hash);
  light(found ? found[1] : "");
  if (!found || !location.hash.startsWith("#s-")) return;
  const folded = document.getElementById(location.hash.slice(1))?.closest("details");
  if (folded) folded.open = true;
}

for (const word of words) {
  word.addEventListener("pointerenter", () => light(word.dataset.spans.split(" ")[0]));
  word.addEventListener("pointerleave", named);
}
for (const note of notes) {
  for (const begin of ["pointerenter", "focusin"]) note.addEventListener(begin, () => light(note.dataset.span));
  for (const end of ["pointerleave", "focusout"]) note.addEventListener(end, named);
}
addEventListener("hashchange", named);
named();

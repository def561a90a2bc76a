// Keys and copying. Every page works without this file.
"use strict";
(() => {
  const aloud = document.querySelector("[role=status]");
  const keys = document.getElementById("keys");
  const on = document.getElementById("keys-on");
  let current = -1;

  const store = (value) => { try { localStorage.setItem("onrecord-keys", value); } catch { /* private window: keys stay on */ } };
  const stored = () => { try { return localStorage.getItem("onrecord-keys"); } catch { return null; } };

  async function copy(button) {
    try {
      const [row] = await (await fetch(`/s/${button.dataset.copy}.json`)).json();
      await navigator.clipboard.writeText(row.citation);
      aloud.textContent = "Citation copied";
    } catch {
      aloud.textContent = "The browser did not allow copying";
    }
  }

  function items() { return [...document.querySelectorAll(".said[data-open]")]; }

  function move(step) {
    const all = items();
    if (!all.length) return;
    const focused = all.indexOf(document.activeElement.closest?.(".said"));
    current = focused >= 0 ? focused : current;
    current = Math.min(all.length - 1, Math.max(0, current + step));
    all[current].focus();
    all[current].scrollIntoView({ block: "nearest" });
  }

  const actions = {
    "/": () => document.getElementById("find").focus(),
    j: () => move(1),
    k: () => move(-1),
    o: () => { const item = items()[current]; if (item) location.href = item.dataset.open; },
    y: () => { const button = (items()[current] ?? document).querySelector("[data-copy]"); if (button) copy(button); },
    "?": () => keys.showModal(),
  };

  // what a key judges or edits: in the item one is at, else the only one of the page
  function act(key) {
    const here = items()[current]?.querySelector(`[data-key="${key}"]`);
    const found = here ?? document.querySelector(`[data-key="${key}"]`);
    if (!found) return;
    if (found.matches("input, select")) found.focus(); else found.click();
  }
  for (const key of ["a", "x", "n", "e", "u", "s", "v", "c"]) actions[key] = () => act(key);

  // a missed statement: words that are selected, counted in UTF-16 units from their block's beginning; the server converts them
  const missed = document.querySelector("[data-missed]");
  let held = null;
  function selected() {
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    const block = range && !range.collapsed && (range.startContainer.parentElement ?? range.startContainer).closest("[data-block]");
    if (!block || !block.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(block);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return { span: [Number(block.dataset.block), start, start + range.toString().length], words: range.toString() };
  }
  function take(name) {
    const found = selected() ?? held;
    if (!found) { aloud.textContent = "Select words in one paragraph of the article first"; return; }
    missed.open = true;
    missed.querySelector(`input[name="${name}"]`).value = JSON.stringify([found.span]);
    missed.querySelector(`[data-taken="${name}"]`).textContent = found.words.trim();
    missed.querySelector("[data-add]").disabled = !missed.querySelector('input[name="content"]').value;
  }
  if (missed) {
    missed.hidden = false;
    // a click on a button takes the selection away in some browsers, so the last one is held
    document.addEventListener("selectionchange", () => { held = selected() ?? held; });
    for (const button of missed.querySelectorAll("[data-take]")) button.addEventListener("click", () => take(button.dataset.take));
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || !on.checked) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.copy !== undefined) copy(button);
    if (button?.dataset.help !== undefined) keys.showModal();
  });

  on.checked = stored() !== "off";
  on.addEventListener("change", () => store(on.checked ? "on" : "off"));
  for (const button of document.querySelectorAll(".copy, [data-help]")) button.hidden = false;
})();

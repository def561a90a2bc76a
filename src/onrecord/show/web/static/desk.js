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
      await navigator.clipboard.writeText(button.dataset.copy);
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
  for (const button of document.querySelectorAll("[data-copy], [data-help]")) button.hidden = false;
})();

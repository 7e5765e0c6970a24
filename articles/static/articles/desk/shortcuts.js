// The desk's keys. What they are stands in their list (templates/admin/shortcuts.html), which is read
// here: the list cannot say anything else than what the keys do. No key does anything while a letter
// is being composed, and a letter alone nothing in a text field or where somebody switched that off.

const list = document.querySelector("[data-shortcuts]");
const letters = list.querySelector("[data-shortcuts-letters]");
const PATIENCE = 1_500; // milliseconds between the two keys of one shortcut
const OFF = "desk-letters-off";

const rows = new Map();
for (const row of list.querySelectorAll("[data-keys]")) {
  const { press, focus, go } = row.dataset;
  const target = press || focus;
  // What this page has not is not offered here.
  if (go || document.querySelector(target)) rows.set(row.dataset.keys, row);
  else row.hidden = true;
}

let before = "";
let timer = 0;

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229 || event.repeat || event.defaultPrevented) return;
  const keys = spell(event);
  const isLetter = keys.length === 1;
  if (isLetter && (isTyping(event.target) || localStorage.getItem(OFF))) return;
  const row = rows.get(`${before} ${keys}`) ?? rows.get(keys);
  clearTimeout(timer);
  before = isLetter ? keys : "";
  timer = setTimeout(() => (before = ""), PATIENCE);
  if (!row || list.open) return;
  event.preventDefault();
  before = "";
  act(row.dataset);
});

// Letters by what they say; with Alt, which on some machines writes another sign, by where they lie.
function spell({ key, code, ctrlKey, metaKey, altKey, shiftKey }) {
  const name = altKey ? code.replace("Key", "").toLowerCase() : key.toLowerCase();
  if (ctrlKey || metaKey) return altKey || shiftKey ? "" : `ctrl+${name}`;
  if (altKey) return shiftKey ? "" : `alt+${name}`;
  return name;
}

function isTyping(target) {
  return Boolean(
    target.isContentEditable ||
      target.closest("textarea, select, dialog, [role=dialog]") ||
      target.closest("input:not([type=checkbox], [type=radio], [type=submit], [type=button])"),
  );
}

function act({ press, focus, go }) {
  const target = document.querySelector(press || focus);
  if (press) target.click();
  else if (focus && target) target.focus();
  else location.href = go;
}

// --- The list itself ----------------------------------------------------------------------------

letters.checked = !localStorage.getItem(OFF);
letters.addEventListener("change", () => {
  if (letters.checked) localStorage.removeItem(OFF);
  else localStorage.setItem(OFF, "1");
});
for (const button of document.querySelectorAll("[data-shortcuts-open]")) {
  button.hidden = false;
  button.addEventListener("click", () => list.showModal());
}
list.querySelector("[data-shortcuts-close]").addEventListener("click", () => list.close());

// Come here by “/” on a page without a search.
if (location.hash === "#searchbar") document.querySelector("#searchbar")?.focus();

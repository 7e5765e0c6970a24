// The page an article is written on: lines that grow, and a word before typed text is left. No key
// does anything while a letter is being composed; those of the whole desk are in shortcuts.js.

const form = document.querySelector("[data-article-form]");
const composing = (event) => event.isComposing || event.keyCode === 229;

// --- Lines that grow with their text ------------------------------------------------------------

if (!CSS.supports("field-sizing", "content")) {
  const grow = (area) => {
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
  };
  for (const area of form.querySelectorAll("[data-grow]")) {
    grow(area);
    area.addEventListener("input", () => grow(area));
  }
}

form.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || composing(event) || !event.target.matches("[data-line]")) return;
  // One paragraph: a line end would be a space when it is saved.
  event.preventDefault();
});

const title = form.querySelector("[name=title]");
if (!title.value) title.focus();

// --- The preview beside the text: fetched when somebody wants it ---------------------------------

const toggle = form.querySelector("[data-preview-toggle]");
const preview = () => import("./preview-pane.js");

toggle.addEventListener("click", async () => (await preview()).toggleOpen());
toggle.hidden = false;
if (sessionStorage.getItem("desk-preview-opened")) preview().then(({ reopen }) => reopen());

// --- Typed text is not left without a word ------------------------------------------------------

let changed = Boolean(form.querySelector(".form-problems") || form.dataset.goesOnWith);
let sending = false;

form.addEventListener("input", () => {
  changed = true;
});
form.addEventListener("submit", (event) => {
  // Prevented where what was typed is still being kept first (autosave.js).
  if (event.defaultPrevented || event.submitter?.matches("[data-preview]")) return;
  if (sending) event.preventDefault(); // pressed twice
  sending = true;
});
addEventListener("pageshow", () => {
  sending = false;
});

// --- Back to a page that was left ---------------------------------------------------------------
// The browser puts typed text back into a page that it asks the server for again: the text is of the
// version that was opened then, and must not pass for one of the version that is stored now.

const version = form.querySelector("[name=version]");

addEventListener("pageshow", () => {
  const typed = [...form.elements].some(
    (field) => field.type !== "hidden" && "defaultValue" in field && field.value !== field.defaultValue,
  );
  const opened = history.state?.version;
  if (typed && opened) version.value = opened;
  else history.replaceState({ ...history.state, version: version.value }, "");
});

// --- Leaving ------------------------------------------------------------------------------------

addEventListener("beforeunload", (event) => {
  const inEditor = Object.values(window.CKEDITOR?.instances ?? {}).some((one) => one.checkDirty());
  if (!sending && (changed || inEditor)) event.preventDefault();
});

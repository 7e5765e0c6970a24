// The page an article is written on: lines that grow, a word before typed text is left, bylines. No key
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
const PATIENCE = 20_000; // a sending that the browser was told to stop is pressed again
let sentAt = -PATIENCE;
const isSending = () => performance.now() - sentAt < PATIENCE;

form.addEventListener("input", () => {
  changed = true;
});
form.addEventListener("submit", (event) => {
  // Prevented where what was typed is still being kept first (autosave.js).
  if (event.defaultPrevented || event.submitter?.matches("[data-preview]")) return;
  if (isSending()) event.preventDefault(); // pressed twice
  else sentAt = performance.now();
});
addEventListener("pageshow", () => {
  sentAt = -PATIENCE;
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
  if (!isSending() && (changed || inEditor)) event.preventDefault();
});

// --- Bylines ------------------------------------------------------------------------------------
// Rows are added, moved and taken out. Without this script two blank rows stand there, and an emptied
// row is left out when the article is saved.

const SEPARATOR = " - ";

for (const box of document.querySelectorAll("[data-bylines]")) begin(box);

function begin(box) {
  const rows = box.querySelector("ol");
  const blank = box.querySelector("template");
  // What an archive printed before its first name stays there, unless another name comes first.
  rows.firstElementChild.dataset.openedFirst = "";
  // With a button to add one, no blank row needs to wait but in an empty list.
  for (const row of [...rows.children].slice(1)) if (isBlank(row)) row.remove();
  for (const hidden of box.querySelectorAll(".byline-tools, .byline-add")) hidden.hidden = false;
  number(rows);

  box.addEventListener("click", ({ target }) => {
    const row = target.closest(".byline-row");
    if (target.matches("[data-byline-add]")) {
      const added = blank.content.firstElementChild.cloneNode(true);
      added.querySelector(".byline-tools").hidden = false;
      rows.append(added);
      nameOf(added).focus();
    } else if (target.matches("[data-byline-up]")) {
      row.previousElementSibling?.before(row);
      target.focus();
    } else if (target.matches("[data-byline-down]")) {
      row.nextElementSibling?.after(row);
      target.focus();
    } else if (target.matches("[data-byline-remove]")) {
      if (rows.children.length > 1) row.remove();
      else for (const input of row.querySelectorAll("input")) input.value = "";
      (rows.lastElementChild.querySelector("input[type=text]")).focus();
    } else {
      return;
    }
    number(rows);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Ids follow the order, and so does what stands before a name: nothing before the first.
function number(rows) {
  [...rows.children].forEach((row, place) => {
    const name = nameOf(row);
    name.id = `${rows.parentElement.id}-${place}`;
    const separator = row.querySelector(".byline-separator input");
    const isOpenedFirst = "openedFirst" in row.dataset;
    separator.closest("label").hidden = place === 0 && !(isOpenedFirst && separator.value);
    if (place === 0 && isOpenedFirst) {
      // As it was opened.
    } else if (place === 0) {
      separator.dataset.kept = separator.value || separator.dataset.kept || "";
      separator.value = "";
    } else if (!separator.value) {
      separator.value = separator.dataset.kept || SEPARATOR;
    }
    row.querySelector("[data-byline-up]").disabled = place === 0;
    row.querySelector("[data-byline-down]").disabled = place === rows.children.length - 1;
  });
}

function nameOf(row) {
  return row.querySelector(".byline-name input");
}

function isBlank(row) {
  return !nameOf(row).value && !row.querySelector(".byline-role input").value;
}

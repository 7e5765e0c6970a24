// The readers' page of what is being typed, beside the text; over it where there is no room. It is
// asked for when typing pauses, never while a letter is composed, and takes the keyboard from nobody.
// Each time a new frame takes the place of the one before: the page stands where it was scrolled to,
// does not flicker, and the browser's way back stays what it was. Fetched when it is first opened
// (article.js), and its style sheet with it. docs/decisions/preview-beside.md

import { token, typedFields } from "./delivery.js";

const PAUSE = 900; // milliseconds without a key
const WIDE = matchMedia("(min-width: 75rem)"); // as in preview-pane.css
const OPENED = "desk-preview-opened"; // as in article.js
const WIDTH = "desk-preview-width";

const form = document.querySelector("[data-article-form]");
const inTab = form.querySelector("[data-preview]");
const toggle = form.querySelector("[data-preview-toggle]");
const pane = document.querySelector("[data-preview-pane]");
const stage = pane.querySelector("[data-preview-stage]");
const said = pane.querySelector("[data-preview-said]");
const closing = pane.querySelector("[data-preview-close]");
const widths = [...pane.querySelectorAll("[data-width]")];

await new Promise((resolve) => {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  sheet.addEventListener("load", resolve);
  sheet.addEventListener("error", resolve);
  sheet.href = pane.dataset.styles;
  document.head.append(sheet);
});

let width = 0; // of the reader's screen, in pixels
let shown = null;
let coming = null;
let asked = ""; // what the newest page was asked for with
let isStale = false;
let isComposing = false;
let timer = 0;
let number = 0;
let before = null; // what had the keyboard

// --- Asking for it ------------------------------------------------------------------------------

function schedule() {
  if (pane.hidden) return;
  clearTimeout(timer);
  timer = setTimeout(renew, PAUSE);
}

function renew() {
  if (pane.hidden) return;
  if (isComposing) return schedule();
  if (coming) {
    isStale = true; // one at a time
    return;
  }
  isStale = false;
  const fields = typedFields(form);
  if (JSON.stringify(fields) === asked) return;
  asked = JSON.stringify(fields);
  coming = document.createElement("iframe");
  coming.name = `preview-${(number += 1)}`;
  coming.title = pane.dataset.wordTitle;
  coming.className = "preview-frame";
  stage.append(coming);
  coming.addEventListener("load", arrived);
  send(coming.name, fields);
}

function send(target, fields) {
  const sent = document.createElement("form");
  Object.assign(sent, { method: "post", action: inTab.formAction, target, hidden: true });
  const entries = [...fields, ["beside", "1"], ["csrfmiddlewaretoken", token()]];
  for (const [name, value] of entries) {
    const field = document.createElement("textarea"); // keeps line ends
    field.name = name;
    field.value = value;
    sent.append(field);
  }
  document.body.append(sent);
  sent.submit();
  sent.remove();
}

function arrived({ target: frame }) {
  const page = frame.contentDocument;
  if (frame !== coming || page?.URL === "about:blank") return;
  coming = null;
  if (page) {
    show(frame, page);
  } else {
    // No page of ours: no network, or the door.
    frame.remove();
    asked = "";
  }
  said.textContent = page ? "" : pane.dataset.wordFailed;
  if (isStale) schedule();
}

function show(frame, page) {
  const top = shown?.contentWindow?.scrollY ?? 0;
  frame.contentWindow.scrollTo({ top, behavior: "instant" });
  for (const link of page.querySelectorAll("a[href]:not([href^='#'])")) link.target = "_blank";
  page.addEventListener("keydown", closeByKey);
  frame.classList.toggle("is-plain", page.body.matches(".popup"));
  frame.classList.add("is-shown");
  shown?.remove();
  shown = frame;
}

form.addEventListener("input", schedule);
form.addEventListener("change", schedule);
form.addEventListener("click", schedule); // rows of bylines, a picture put in
for (const editor of Object.values(window.CKEDITOR?.instances ?? {})) editor.on("change", schedule);
window.CKEDITOR?.on("instanceCreated", ({ editor }) => editor.on("change", schedule));
document.addEventListener("compositionstart", () => (isComposing = true));
document.addEventListener("compositionend", () => (isComposing = false));

// --- Opening and closing ------------------------------------------------------------------------

function open() {
  before = document.activeElement;
  pane.hidden = false;
  settle();
  if (!WIDE.matches) closing.focus();
  fit();
  renew();
}

function close() {
  const hadKeyboard = pane.contains(document.activeElement);
  clearTimeout(timer);
  pane.hidden = true;
  stage.replaceChildren();
  shown = coming = null;
  asked = "";
  settle();
  if (hadKeyboard) (before?.isConnected && before !== document.body ? before : toggle).focus();
}

// Over the text, nothing beneath it is reached by the keyboard.
function settle() {
  const isOpen = !pane.hidden;
  document.body.classList.toggle("previewing", isOpen);
  toggle.setAttribute("aria-expanded", String(isOpen));
  form.inert = isOpen && !WIDE.matches;
  sessionStorage.setItem(OPENED, isOpen ? "1" : "");
}

function closeByKey(event) {
  if (event.key !== "Escape" || event.isComposing || event.keyCode === 229) return;
  if (event.defaultPrevented || pane.hidden || document.querySelector("dialog[open]")) return;
  close();
}

export function toggleOpen() {
  if (pane.hidden) open();
  else close();
}

// As it was left on the page before; never over a text that nobody has asked to cover.
export function reopen() {
  if (WIDE.matches) open();
}

closing.addEventListener("click", close);
pane.querySelector("[data-preview-tab]").addEventListener("click", () => inTab.click());
document.addEventListener("keydown", closeByKey);
WIDE.addEventListener("change", settle);

// --- How wide the reader's screen is ------------------------------------------------------------

function choose(wanted) {
  width = Number(wanted);
  for (const each of widths) each.setAttribute("aria-pressed", String(each.dataset.width === wanted));
  sessionStorage.setItem(WIDTH, wanted);
  fit();
}

function fit() {
  const scale = Math.min(1, stage.clientWidth / width);
  stage.style.setProperty("--screen", `${width}px`);
  stage.style.setProperty("--scale", scale);
}

for (const each of widths) each.addEventListener("click", () => choose(each.dataset.width));
new ResizeObserver(fit).observe(stage);

choose(sessionStorage.getItem(WIDTH) ?? widths[0].dataset.width);

// Every form of the desk but an article's, which keeps itself (autosave.js): before one goes, the desk
// is asked whether it is there and knows who sends. Where not, the page stays, with everything in it.

import { token } from "./delivery.js";

const PATIENCE = 20_000; // a sending that the browser was told to stop is pressed again

for (const guard of document.querySelectorAll("[data-form-guard]")) begin(guard, guard.closest("form"));

function begin(guard, form) {
  let sentAt = -PATIENCE;
  let mayGo = false;
  const isSending = () => performance.now() - sentAt < PATIENCE;

  form.addEventListener("submit", async (event) => {
    if (mayGo) {
      for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token();
      return;
    }
    event.preventDefault();
    if (isSending()) return; // pressed twice
    sentAt = performance.now();
    const trouble = await ask(guard.dataset);
    say(guard, trouble);
    if (trouble) {
      sentAt = -PATIENCE;
      return;
    }
    mayGo = true;
    form.requestSubmit(event.submitter);
    mayGo = false;
  });

  addEventListener("pageshow", () => {
    sentAt = -PATIENCE;
  });

  // Who asks to leave by the form's own way out has been asked enough.
  let leaves = false;
  form.addEventListener("click", ({ target }) => {
    leaves = Boolean(target.closest("[data-way-out]"));
  });
  addEventListener("beforeunload", (event) => {
    if (!isSending() && !leaves && isTyped(form)) event.preventDefault();
  });
}

// What keeps the form here: "offline", "signed-out", a sentence of the desk's, or "" for nothing.
async function ask({ here, person }) {
  try {
    const response = await fetch(`${here}?person=${person}`, {
      redirect: "manual", // to the door
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (response.type === "opaqueredirect") return "signed-out";
    // Whatever else it says, it will say about the form as well, and better.
    return response.status === 409 ? (await response.json()).reason : "";
  } catch {
    return "offline";
  }
}

function say(guard, trouble) {
  const { wordOffline, wordSignedOut } = guard.dataset;
  const words = { offline: wordOffline, "signed-out": wordSignedOut };
  guard.querySelector("[data-guard-words]").textContent = words[trouble] ?? trouble;
  guard.querySelector("[data-sign-in]").hidden = !trouble || trouble === "offline";
  guard.hidden = !trouble;
  if (trouble) guard.scrollIntoView({ block: "nearest" });
}

function isTyped(form) {
  return [...form.querySelectorAll("textarea, input[type=text], input:not([type])")].some(
    (field) => field.value !== field.defaultValue,
  );
}

// Marking a passage in the text fills the form: what it reads now, and where it stands.
const text = document.querySelector("[data-live-text]");
const form = document.querySelector(".verb-form");

function letters(string) {
  return [...string].length;
}

function take() {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || !selection.rangeCount) return;
  const range = selection.getRangeAt(0);
  const element = range.startContainer.parentElement;
  const line = element && element.closest("[data-line]");
  if (!line || !line.contains(range.endContainer)) return;
  const marked = range.toString();
  const passage = marked.trim();
  if (!passage) return;
  const before = document.createRange();
  before.selectNodeContents(line);
  before.setEnd(range.startContainer, range.startOffset);
  const start = letters(before.toString()) + letters(marked) - letters(marked.trimStart());
  const place = `${line.dataset.line}:${start}`;
  form.elements.passage.value = passage;
  form.elements.words.value = passage;
  const chosen = form.elements.place;
  if (chosen instanceof RadioNodeList) {
    // The choices were those of another passage.
    const hidden = document.createElement("input");
    hidden.type = "hidden";
    hidden.name = "place";
    const field = chosen[0].closest(".field");
    field.replaceWith(hidden);
    hidden.value = place;
  } else {
    chosen.value = place;
  }
  form.elements.words.focus();
}

if (text && form) {
  text.addEventListener("mouseup", take);
  text.addEventListener("touchend", take);
  // Typed by hand, the passage may stand anywhere.
  form.elements.passage.addEventListener("input", () => {
    if (!(form.elements.place instanceof RadioNodeList)) form.elements.place.value = "";
  });
}

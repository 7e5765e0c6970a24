// Pictures in the text: a figure whose caption and credit are written where they will be read.
//
// The stored figure (docs/developers/body-format.md) has no address. While it is being edited it
// holds an img, put in on the way into the editor and taken out on the way out.

/* global CKEDITOR */

import { pickPicture } from "./picker.js";

const NAME = "articlefigure";
const PARTS = ["caption", "credit"];
const ENTER = 13;

CKEDITOR.plugins.add(NAME, {
  requires: "widget,toolbar,notification",
  init(editor) {
    editor.widgets.add(NAME, definition(editor));
    const { labels } = editor.config.article;
    // A command of the widget's own name would be the widget's, and lose the figures.
    editor.addCommand("articlePicture", { exec: () => addPicture(editor), canUndo: false });
    editor.addCommand("articlePictureEdit", {
      exec: () => editPicture(editor),
      canUndo: false,
      contextSensitive: true,
      startDisabled: true,
      refresh() {
        this.setState(figureInHand(editor) ? CKEDITOR.TRISTATE_OFF : CKEDITOR.TRISTATE_DISABLED);
      },
    });
    editor.ui.addButton("ArticlePicture", { label: labels.picture, command: "articlePicture" });
    editor.ui.addButton("ArticlePictureEdit", { label: labels.edit, command: "articlePictureEdit" });
    editor.on("key", (event) => leaveEditable(editor, event), null, null, 0);
    // After the plugins that hold a paste back while they load their filters, and fire it again.
    editor.on("paste", (event) => takePaste(editor, event), null, null, 10);
  },
});

// --- The figure ---------------------------------------------------------------------------------

function definition(editor) {
  const plainText = { allowedContent: "br" };
  return {
    // What may not hold a figure, such as a caption, takes none that is dragged or pasted there.
    requiredContent: "figure",
    upcast: (element) => element.name === "figure" && isOurs(element.attributes) && fill(element),
    downcast: (element) => empty(element),
    editables: {
      caption: { selector: 'div[data-part="caption"]', ...plainText },
      credit: { selector: 'div[data-part="credit"]', ...plainText },
    },
    init() {
      show(editor, this.element.$);
      // What stands around the credit is kept where it belongs; the credit only shows it.
      const line = this.element.$.querySelector("figcaption").dataset;
      const credit = this.editables.credit.$;
      credit.setAttribute("data-cke-label", line.label ?? "");
      credit.setAttribute("data-cke-tail", line.tail ?? "");
      for (const part of PARTS) {
        this.editables[part].$.setAttribute("data-cke-name", editor.config.article.labels[part]);
      }
    },
    edit: () => editPicture(editor),
    // What a screen reader says of it among the others.
    getLabel() {
      const { name, alt, image } = this.element.$.dataset;
      const caption = this.editables.caption.getText().trim();
      return `${editor.config.article.labels.picture}: ${caption || alt || name || image}`;
    },
  };
}

function isOurs(attributes) {
  return Boolean(attributes["data-image"] || attributes["data-name"]);
}

// Complete a figure on its way in: an img, and both parts of the caption to write in.
function fill(figure) {
  const { element } = CKEDITOR.htmlParser;
  figure.add(new element("img", { alt: "" }), 0);
  let caption = figure.getFirst("figcaption");
  if (!caption) {
    caption = new element("figcaption");
    figure.add(caption);
  }
  const isPart = (part) => (child) => child.attributes?.["data-part"] === part;
  PARTS.forEach((part, index) => {
    if (!caption.getFirst(isPart(part))) {
      caption.add(new element("div", { "data-part": part }), index);
    }
  });
  return true;
}

// Leave of a figure on its way out what is stored: no img, and of attributes the data alone.
function empty(figure) {
  figure.children.filter((child) => child.name === "img").forEach((child) => child.remove());
  const plain = ({ attributes }) => {
    for (const name of ["class", "style"]) delete attributes[name];
  };
  plain(figure);
  figure.forEach(plain, CKEDITOR.NODE_ELEMENT);
}

// Show the picture's thumbnail, or say that it has none. `figure` is in the document.
function show(editor, figure) {
  const { pictures, thumbnail, labels } = editor.config.article;
  const image = figure.querySelector("img");
  const { image: id, name, alt } = figure.dataset;
  // Not a change that anybody made: neither to undo, nor to be warned of when leaving the page.
  const mark = (missing) => {
    const changed = editor.checkDirty();
    editor.fire("lockSnapshot");
    figure.toggleAttribute("data-cke-no-file", missing);
    editor.fire("unlockSnapshot");
    if (!changed) editor.resetDirty();
  };
  figure.setAttribute("data-cke-missing", labels.missing.replace("%(name)s", name ?? id));
  image.alt = alt ?? "";
  image.draggable = false;
  image.onload = () => mark(false);
  image.onerror = () => mark(true);
  // What the page was opened with has a file; far down, it is fetched when it comes near.
  const known = pictures[id];
  image.loading = "lazy";
  for (const side of ["width", "height"]) {
    if (known) image.setAttribute(side, known[side]);
    else image.removeAttribute(side);
  }
  if (known) image.src = known.file;
  // Asked for anew each time: a browser keeps in mind that a picture was not there.
  else if (id) image.src = `${thumbnail.replace("/0/", `/${id}/`)}?${Date.now()}`;
  else mark(true);
}

// --- Choosing and placing -----------------------------------------------------------------------

// Puts a picture that the picker gives after the block of the caret. `files` are sent at once.
async function addPicture(editor, files = []) {
  const block = blockOfCaret(editor);
  const chosen = await pickPicture(null, files);
  if (chosen) place(editor, chosen, block);
  else editor.focus();
}

// Changes the figure that is selected or holds the caret: its picture, its words.
async function editPicture(editor) {
  const widget = figureInHand(editor);
  const chosen = widget && (await pickPicture(wordsOf(widget)));
  if (chosen) change(editor, widget, chosen);
  else editor.focus();
}

function figureInHand(editor) {
  const widget = editor.widgets.focused ?? editor.widgets.widgetHoldingFocusedEditable;
  return widget?.name === NAME ? widget : null;
}

// The block directly in the text in which the caret is; null in an empty text, or before the first
// click into it.
function blockOfCaret(editor) {
  const root = editor.editable();
  const range = editor.getSelection()?.getRanges()[0];
  if (!range || !(root.equals(range.startContainer) || root.contains(range.startContainer))) {
    return null;
  }
  let node = range.startContainer;
  if (node.equals(root)) {
    return root.getChild(Math.min(range.startOffset, root.getChildCount() - 1));
  }
  while (!node.getParent().equals(root)) node = node.getParent();
  return node;
}

function wordsOf(widget) {
  const { image = "", name = "", alt = "" } = widget.element.$.dataset;
  const text = (part) => widget.editables[part].$.textContent.replace(/\s+/g, " ").trim();
  return { id: image, name, alt, caption: text("caption"), credit: text("credit") };
}

function change(editor, widget, chosen) {
  editor.fire("saveSnapshot");
  const figure = widget.element.$;
  write(figure, chosen);
  for (const part of PARTS) {
    if (wordsOf(widget)[part] !== chosen[part]) widget.editables[part].setText(chosen[part]);
  }
  // Its file may just have been sent.
  delete editor.config.article.pictures[chosen.id];
  show(editor, figure);
  widget.focus();
  editor.fire("saveSnapshot");
}

// A new figure as a block of its own: after the block of the caret, in front of an empty one, or at
// the end.
function place(editor, chosen, block) {
  const { document } = editor;
  const root = editor.editable();
  editor.focus();
  editor.fire("saveSnapshot");
  const figure = CKEDITOR.dom.element.createFromHtml(
    "<figure><img alt=''><figcaption><div data-part='caption'></div>" +
      "<div data-part='credit'></div></figcaption></figure>",
    document,
  );
  write(figure.$, chosen);
  PARTS.forEach((part) => figure.findOne(`[data-part="${part}"]`).setText(chosen[part]));
  if (!block || !root.contains(block)) root.append(figure);
  else if (isEmpty(block)) figure.insertBefore(block);
  else figure.insertAfter(block);
  const widget = editor.widgets.initOn(figure, NAME);
  if (!widget.wrapper.getNext()) {
    const paragraph = new CKEDITOR.dom.element("p", document);
    paragraph.appendBogus();
    paragraph.insertAfter(widget.wrapper);
  }
  widget.focus();
  widget.wrapper.scrollIntoView();
  editor.fire("saveSnapshot");
}

function isEmpty(block) {
  return block.getName?.() === "p" && !block.getText().trim() && !block.findOne("[data-widget]");
}

function write(figure, chosen) {
  const values = { image: chosen.id, name: chosen.name, alt: chosen.alt };
  for (const [name, value] of Object.entries(values)) {
    if (value) figure.dataset[name] = value;
    else delete figure.dataset[name];
  }
}

// --- Keys and paste -----------------------------------------------------------------------------

// Caption and credit are one line each: Enter leads on, to the credit and then out of the figure.
function leaveEditable(editor, event) {
  const widget = editor.widgets.widgetHoldingFocusedEditable;
  if (widget?.name !== NAME || (event.data.keyCode & 0xffff) !== ENTER) return;
  event.cancel();
  const { caption, credit } = widget.editables;
  const range = editor.createRange();
  if (widget.focusedEditable.equals(caption)) {
    credit.focus();
    range.moveToElementEditEnd(credit);
  } else {
    range.moveToClosestEditablePosition(widget.wrapper, true);
    editor.focus();
  }
  range.select();
}

// A pasted or dropped file goes to the picker; a picture within pasted text is left out, and said so.
// A caption takes words alone.
function takePaste(editor, event) {
  const { data } = event;
  const files = Array.from({ length: data.dataTransfer.getFilesCount() }, (_, index) =>
    data.dataTransfer.getFile(index),
  ).filter((file) => file.type.startsWith("image/"));
  const pasted = new DOMParser().parseFromString(data.dataValue, "text/html").body;
  // Word sends a picture of the text along with the text.
  if (files.length && !pasted.textContent.trim()) {
    event.cancel();
    addPicture(editor, files);
    return;
  }
  if (pasted.querySelector("img:not([data-cke-widget-wrapper] img)")) {
    editor.showNotification(editor.config.article.labels.noPictures, "warning", 8000);
  }
  if (figureInHand(editor)?.focusedEditable) {
    for (const figure of pasted.querySelectorAll("figure, [data-cke-widget-wrapper]")) {
      figure.remove();
    }
    for (const end of pasted.querySelectorAll("p, div, li, td, br, h1, h2, h3, h4")) end.after(" ");
    const words = pasted.textContent.replace(/\s+/g, " ").trim();
    data.dataValue = CKEDITOR.tools.htmlEncode(words);
  }
}

// How the editor behaves while one writes: headings by button, the browser's own menu for spelling,
// plain links, and an untouched text that comes back exactly as it was.

/* global CKEDITOR */

// Not every field that can be written in wants an editor: only the one that asks for it.
CKEDITOR.disableAutoInline = true;

CKEDITOR.plugins.add("articlewriting", {
  requires: "toolbar",
  init(editor) {
    addHeadings(editor);
    keepUntouched(editor);
    editor.on("contentDom", () => {
      leaveMenuToBrowser(editor);
      stayInPlace(editor);
    });
    editor.on("paste", ({ data }) => {
      data.dataValue = inOurHeadings(data.dataValue);
    });
  },
});

function addHeadings(editor) {
  for (const level of [2, 3]) {
    const name = `heading${level}`;
    const style = new CKEDITOR.style({ element: `h${level}` });
    editor.addCommand(name, new CKEDITOR.styleCommand(style));
    editor.attachStyleStateChange(style, (state) => editor.getCommand(name).setState(state));
    editor.ui.addButton(`Heading${level}`, {
      label: editor.config.article.labels[name],
      command: name,
    });
  }
}

// The editor writes HTML in its own way. As long as nobody has changed anything (or all of it was
// undone), what it gives is the text it was given.
function keepUntouched(editor) {
  const stored = editor.element.getValue();
  let asLoaded = null;
  editor.on("instanceReady", () => {
    asLoaded = editor.getData();
  });
  editor.on(
    "getData",
    (event) => {
      if (event.data.dataValue === asLoaded) event.data.dataValue = stored;
    },
    null,
    null,
    999,
  );
}

// Headings as the sanitiser takes them: the page has one h1, its title.
function inOurHeadings(html) {
  return html.replace(/<(\/?)h1\b/gi, "<$1h2").replace(/<(\/?)h[4-6]\b/gi, "<$1h3");
}

// The editor's menu would hide the browser's, which corrects spelling; only tables need it.
function leaveMenuToBrowser(editor) {
  editor.editable().$.addEventListener(
    "contextmenu",
    (event) => {
      if (!event.target.closest("td, th")) event.stopImmediatePropagation();
    },
    true,
  );
}

// Each time a dialog closes, the text gets the focus back; the browser would scroll to its beginning.
function stayInPlace(editor) {
  const text = editor.editable().$;
  text.focus = () => HTMLElement.prototype.focus.call(text, { preventScroll: true });
}

// The dialogs ask for what the sanitiser keeps, and for nothing else.
CKEDITOR.on("dialogDefinition", ({ editor, data: { name, definition } }) => {
  if (name === "link") {
    // Its hidden page for files runs an inline script.
    definition.removeContents("upload");
    const info = definition.getContents("info");
    info.get("linkDisplayText").label = editor.config.article.labels.linkText;
    const kinds = info.get("linkType");
    kinds.items = kinds.items.filter(([, kind]) => ["url", "email", "tel"].includes(kind));
    const schemes = info.get("protocol");
    schemes.items = schemes.items.filter(([, scheme]) =>
      ["http://", "https://", ""].includes(scheme),
    );
    schemes.default = "https://";
  }
  definition.minHeight = 0;
});

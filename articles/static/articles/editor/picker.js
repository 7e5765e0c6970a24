// The dialog in which a picture for the text is found or sent, and described.
//
// Its words and addresses stand in templates/admin/editor/picker.html.

import { dressFileFields, post, sendInto } from "./sending.js";

const PAUSE = 250; // milliseconds of not typing before the archive is searched
const WORDS = ["alt", "caption", "credit"];

let picker = null;

// Opens the dialog and resolves to {id, name, alt, caption, credit}, or to null where it was closed.
// With `figure` (the same) it opens at the words of that picture; `files` are sent at once.
export function pickPicture(figure = null, files = []) {
  picker ??= new Picker();
  return picker.open(figure, files);
}

class Picker {
  constructor() {
    const template = document.getElementById("picture-picker");
    this.dialog = template.content.firstElementChild.cloneNode(true);
    document.body.append(this.dialog);
    dressFileFields(this.dialog);
    this.texts = this.dialog.dataset;
    this.words = this.find("form");
    this.listen();
  }

  find(selector) {
    return this.dialog.querySelector(selector);
  }

  listen() {
    const { dialog } = this;
    for (const button of dialog.querySelectorAll("[data-close]")) {
      button.addEventListener("click", () => dialog.close());
    }
    dialog.addEventListener("close", () => this.end(null));
    let waiting = 0;
    this.find("[data-query]").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => this.search(), PAUSE);
    });
    this.find("[data-more]").addEventListener("click", () => this.search(this.next));
    this.find("[data-files]").addEventListener("change", ({ target }) => {
      this.send([...target.files]);
      target.value = "";
    });
    this.find("[data-file]").addEventListener("change", ({ target }) => {
      this.sendMissing(target.files[0]);
      target.value = "";
    });
    // The whole dialog takes what is dropped on it: beside the field the browser would open the file.
    dialog.addEventListener("dragover", (event) => event.preventDefault());
    dialog.addEventListener("drop", (event) => {
      event.preventDefault();
      if (!this.find("[data-step=choose]").hidden) this.send([...event.dataTransfer.files]);
    });
    this.find("[data-other]").addEventListener("click", () => this.choose());
    this.words.addEventListener("submit", (event) => {
      event.preventDefault();
      this.finish();
    });
  }

  open(figure, files) {
    this.figure = figure;
    this.find("[data-sending]").replaceChildren();
    this.find("[data-insert]").hidden = Boolean(figure);
    this.find("[data-change]").hidden = !figure;
    this.dialog.showModal();
    if (figure) this.describe(figure);
    else this.choose();
    if (files.length) this.send(files);
    return new Promise((resolve) => {
      this.resolve = resolve;
    });
  }

  end(chosen) {
    const { resolve } = this;
    this.resolve = null;
    resolve?.(chosen);
  }

  // --- Choosing ---------------------------------------------------------------------------------

  choose() {
    this.step("choose");
    this.find("[data-query]").focus();
    this.search();
  }

  step(name) {
    for (const part of this.dialog.querySelectorAll("[data-step]")) {
      part.hidden = part.dataset.step !== name;
    }
  }

  async search(before = null) {
    const query = this.find("[data-query]").value;
    const asked = new URLSearchParams({ q: query, ...(before ? { before } : {}) });
    this.asked = asked;
    const answer = await getJson(`${this.texts.find}?${asked}`).catch(() => null);
    if (this.asked !== asked) return; // something else has been typed meanwhile
    const list = this.find("[data-results]");
    if (!before) list.replaceChildren();
    list.append(...(answer?.results ?? []).map((facts) => this.result(facts)));
    this.next = answer?.next;
    this.find("[data-more]").hidden = !this.next;
    const nothing = query.trim() ? this.texts.nothing : this.texts.empty;
    this.tell(answer ? (list.children.length ? "" : nothing) : this.texts.signedOut);
  }

  result(facts) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const image = document.createElement("img");
    const text = document.createElement("span");
    button.type = "button";
    image.src = facts.thumbnail;
    image.alt = facts.alt;
    image.loading = "lazy";
    text.textContent = facts.caption || facts.name;
    button.append(image, text);
    button.addEventListener("click", () => this.describe(facts));
    item.append(button);
    return item;
  }

  tell(sentence) {
    this.find("[data-status]").textContent = sentence;
  }

  async send(files) {
    const list = this.find("[data-sending]");
    const sent = [];
    for (const file of files) {
      const facts = await sendInto(list, file, this.texts.upload, {}, this.texts);
      if (facts) sent.push(facts);
    }
    if (!sent.length || !this.dialog.open) return;
    if (files.length === 1) {
      this.describe(sent[0]);
    } else {
      this.find("[data-query]").value = "";
      await this.search();
      this.tell(this.texts.sent);
    }
  }

  // --- Describing -------------------------------------------------------------------------------

  // Show the words of `picture`: of the figure that is being changed its own, else the archive's.
  async describe(picture) {
    this.chosen = picture;
    this.step("words");
    this.preview(picture);
    const words = this.figure && picture !== this.figure ? this.mixed(picture) : picture;
    for (const name of WORDS) this.words.elements[name].value = words[name];
    this.words.elements.alt.focus();
    if (picture === this.figure && picture.id) {
      const facts = await getJson(this.of(this.texts.facts, picture.id)).catch(() => null);
      if (facts && this.chosen === picture) this.preview({ ...facts, id: picture.id });
    }
  }

  // Another picture in a figure's place: what has been written for the figure stays.
  mixed(picture) {
    const { caption, credit } = this.figure;
    return caption || credit ? { alt: picture.alt, caption, credit } : picture;
  }

  preview(picture) {
    const image = this.find("[data-preview]");
    const missing = picture.thumbnail === "";
    image.hidden = !picture.thumbnail;
    if (picture.thumbnail) image.src = picture.thumbnail;
    const size = picture.width ? ` · ${picture.width} × ${picture.height}` : "";
    const name = picture.name || "";
    this.find("[data-name]").textContent = missing
      ? this.texts.noFile.replace("%(name)s", name)
      : name + size;
    this.find("[data-missing]").hidden = !missing;
    this.version = picture.version;
    this.find("[data-sending-missing]").replaceChildren();
  }

  async sendMissing(file) {
    const url = this.of(this.texts.replace, this.chosen.id);
    const list = this.find("[data-sending-missing]");
    const facts = await sendInto(list, file, url, { version: this.version }, this.texts);
    if (facts) this.preview(facts);
  }

  of(address, id) {
    return address.replace("/0/", `/${id}/`);
  }

  async finish() {
    const { id, name } = this.chosen;
    const words = Object.fromEntries(
      WORDS.map((word) => [word, this.words.elements[word].value.replace(/\s+/g, " ").trim()]),
    );
    await this.teach(this.chosen, words);
    this.end({ id: String(id), name, ...words });
    this.dialog.close();
  }

  // A picture of which the archive knows nothing yet is found again by what is written of it now.
  async teach(picture, words) {
    if (picture === this.figure || WORDS.some((word) => picture[word])) return;
    if (!WORDS.some((word) => words[word])) return;
    const form = new FormData();
    form.append("version", picture.version);
    for (const word of WORDS) form.append(word, words[word]);
    // Where it cannot, the article has its words all the same.
    await post(this.of(this.texts.describe, picture.id), form, this.texts).catch(() => null);
  }
}

async function getJson(url) {
  const response = await fetch(url, { headers: { Accept: "application/json" } });
  return response.json();
}

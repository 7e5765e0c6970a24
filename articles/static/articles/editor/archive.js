// Sending pictures to the archive, each for itself: what is taken shows at once, what is refused
// stays with its reason. Without this script the form sends all of them in one go.

import { dressFileFields, sendInto } from "./sending.js";

dressFileFields(document);

for (const form of document.querySelectorAll("[data-send]")) {
  const texts = form.dataset;
  const input = form.elements.file;
  form.querySelector("[data-plain]").hidden = true;
  input.addEventListener("change", () => {
    send([...input.files]);
    input.value = "";
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    send([...event.dataTransfer.files]);
  });

  async function send(files) {
    for (const file of files) {
      const facts = await sendInto(form.querySelector("[data-sending]"), file, texts.upload, {}, texts);
      if (facts) form.querySelector("[data-sent]").append(sent(facts));
    }
  }

  function sent(facts) {
    const line = document.createElement("li");
    const image = document.createElement("img");
    const name = document.createElement("span");
    const link = document.createElement("a");
    image.src = facts.thumbnail;
    image.alt = "";
    name.textContent = `${facts.name} · ${facts.width} × ${facts.height}`;
    link.href = texts.page.replace("/0/", `/${facts.id}/`);
    link.textContent = texts.describe;
    line.append(image, name, link);
    return line;
  }
}

// Choosing and sending pictures, with progress and with a sentence for whatever goes wrong.

import { token } from "../desk/delivery.js";

// --- Fields for files ---------------------------------------------------------------------------

// The browser's own button speaks the browser's language. In `root` each field for files gets one
// that says what stands in its data-choose, and beside it the names of the files that it holds.
export function dressFileFields(root) {
  for (const input of root.querySelectorAll("input[type=file][data-choose]")) {
    const button = document.createElement("span");
    const names = document.createElement("span");
    button.className = "button file-button";
    button.textContent = input.dataset.choose;
    button.setAttribute("aria-hidden", "true"); // the field beneath has a label already
    names.className = "file-names";
    input.classList.add("visually-hidden");
    input.after(button, names);
    // Who takes the files at once empties the field in the same event.
    input.addEventListener("change", () => {
      setTimeout(() => {
        names.textContent = [...input.files].map((file) => file.name).join(", ");
      });
    });
  }
}

// --- A list in which each picture being sent has its line: its name, how far it is ---------------

// Sends `file` to `url`, with a line in `list` that goes when it is done and stays with the reason
// when it is not. Resolves to what the desk knows of the picture, or to null.
export async function sendInto(list, file, url, fields, texts) {
  const line = document.createElement("li");
  const name = document.createElement("span");
  const bar = document.createElement("progress");
  name.textContent = file.name;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", file.name);
  line.append(name, bar);
  list.append(line);
  try {
    const facts = await sendPicture(url, file, fields, texts, (share) => {
      // All sent is not all done: the desk now looks at it. A bar without a value says so.
      if (share < 1) bar.value = share;
      else bar.removeAttribute("value");
    });
    line.remove();
    return facts;
  } catch (error) {
    line.className = "refused";
    line.setAttribute("role", "alert");
    line.textContent = error.message;
    return null;
  }
}

// --- One request --------------------------------------------------------------------------------

// Sends `file` with `fields` to `url`. `texts` holds maxBytes and the sentences tooLarge, offline and
// signedOut; `onProgress` hears a number from 0 to 1. Resolves to what the desk now knows of the
// picture; rejects with an Error whose message is for the person.
function sendPicture(url, file, fields, texts, onProgress = () => {}) {
  if (file.size > Number(texts.maxBytes)) {
    return Promise.reject(new Error(texts.tooLarge.replace("%(name)s", file.name)));
  }
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append("file", file);
  return post(url, form, texts, onProgress);
}

// Posts `form` (FormData) and resolves to the JSON of the answer; rejects as above.
export function post(url, form, texts, onProgress = () => {}) {
  return new Promise((resolve, reject) => {
    // fetch tells nothing of how much has been sent.
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("X-CSRFToken", token());
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener("error", () => reject(new Error(texts.offline)));
    request.addEventListener("load", () => {
      // Who is signed out is led to a page, which is no JSON.
      const answer = request.response;
      if (answer && request.status === 200) resolve(answer);
      else reject(new Error(answer?.error ?? texts.signedOut));
    });
    request.send(form);
  });
}

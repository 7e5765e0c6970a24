// Sending a picture, with progress and with a sentence for whatever goes wrong.

// Sends `file` with `fields` to `url`. `texts` holds maxBytes and the sentences tooLarge, offline and
// signedOut; `onProgress` hears a number from 0 to 1. Resolves to what the desk now knows of the
// picture; rejects with an Error whose message is for the person.
export function sendPicture(url, file, fields, texts, onProgress = () => {}) {
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
    request.setRequestHeader("X-CSRFToken", csrfToken());
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

function csrfToken() {
  return document.querySelector("[name=csrfmiddlewaretoken]").value;
}

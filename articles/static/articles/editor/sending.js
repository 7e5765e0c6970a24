// A list in which each picture being sent has its line: its name, how far it is, what went wrong.

import { sendPicture } from "./upload.js";

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

// One request of an article's form to the desk, with the newest token: signing in in another window
// renews it. docs/decisions/autosave.md

const PATIENCE = 20_000;

// What became of it: kept (with the answer), offline, signed-out, closed, or failed (with a reason).
export async function send(url, message, { keepalive = false } = {}) {
  let response;
  try {
    response = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
      body: JSON.stringify(message),
      redirect: "manual", // to the door
      keepalive,
      signal: keepalive ? undefined : AbortSignal.timeout(PATIENCE),
    });
  } catch {
    return { state: "offline" };
  }
  // Sent to the door, or without the cookie that the token belongs to.
  if (response.type === "opaqueredirect" || response.status === 403) return { state: "signed-out" };
  let answer = {};
  try {
    answer = await response.json();
  } catch {
    // A page for people: a proxy's, perhaps.
  }
  if (response.ok) return { state: "kept", answer };
  if (answer.closed) return { state: "closed" };
  return { state: "failed", reason: answer.reason };
}

// The token that the server compares with the cookie of the same name.
export function token() {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith("desk_csrf="));
  return cookie?.split("=")[1] ?? document.querySelector("[name=csrfmiddlewaretoken]").value;
}

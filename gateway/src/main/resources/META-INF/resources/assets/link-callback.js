// Hands what the network sent back to the API, once, and takes it out of the address bar and the history.
const given = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname);
const outcome = document.getElementById("outcome");
const body = {};
for (const name of ["state", "code", "iss", "error"]) {
  if (given.has(name)) body[name] = given.get(name);
}
const response = await fetch("/api/v1/me/links/completions", {
  method: "POST",
  headers: { "Content-Type": "application/json", "X-Essaim-CSRF": "1" },
  body: JSON.stringify(body),
});
const answer = await response.json();
outcome.textContent = response.ok ? `${answer.account.handle} is linked.` : answer.detail;

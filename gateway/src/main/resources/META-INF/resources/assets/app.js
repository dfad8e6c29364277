// Shows where the person's move stands, and looks again every two seconds while the page is seen.
const api = async (path) => {
  const response = await fetch("/api/v1" + path, { headers: { Accept: "application/json" } });
  if (!response.ok) throw new Error((await response.json()).detail);
  return response.json();
};
const element = (name, text) => {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
};
const describe = (id, pairs) => {
  const list = document.getElementById(id);
  list.replaceChildren(...pairs.flatMap(([term, text]) => [element("dt", term), element("dd", text)]));
};
const fill = (id, rows) => {
  document.getElementById(id).replaceChildren(...rows.map((cells) => {
    const row = document.createElement("tr");
    row.append(...cells.map((text) => element("td", text)));
    return row;
  }));
};
const counts = (list, say) => list.map(say).join(", ") || "none yet";

const showMe = (me) => {
  const x = me.xAccount;
  describe("me", [
    ["X account", x ? `${x.handle ?? x.xId} (${x.assurance.toLowerCase()})` : "none yet"],
    ["Who may find me", me.findability ?? "not chosen: nobody"],
    ["People who arrive later", me.followArrivals ? "are followed by themselves" : "wait for my word"],
    ["Notices", counts(me.notices, (notice) => notice.kind.toLowerCase().replaceAll("_", " "))],
  ]);
  document.getElementById("links").replaceChildren(
    ...me.links.map((link) => element("li", `${link.account.network}: ${link.account.handle} (${link.state.toLowerCase()})`)));
};
const showMove = async (move) => {
  const status = await api(`/migrations/${move.id}`);
  const lists = status.archive?.counts;
  describe("move", [
    ["State", status.state.toLowerCase()],
    ["Archive", lists ? `${lists.followings} followings, ${lists.followers} followers` : status.archive?.detail ?? "none yet"],
    ["Found", counts(status.matched, (one) => `${one.matches} on ${one.network}`)],
    ["Waiting for my word", String(status.undecided)],
    ["Follows", counts(status.follows, (one) => `${one.follows} ${one.state.toLowerCase()} on ${one.network}`)],
  ]);
  const matches = await api(`/migrations/${move.id}/matches?limit=50`);
  fill("matches", matches.matches.map((match) => [
    match.targets.map((target) => target.handle).join(", "),
    match.mutual ? "you followed each other on X" : "you followed them on X",
    match.decision?.toLowerCase() ?? "not decided",
  ]));
  const follows = await api(`/migrations/${move.id}/follows?limit=50`);
  fill("follows", follows.follows.map((follow) => [
    follow.target.handle, follow.acting.handle,
    [follow.cancelled ? "CANCELLED" : follow.state, follow.reason].filter(Boolean).join(": ").toLowerCase(),
  ]));
};
const trouble = document.getElementById("trouble");
const look = async () => {
  try {
    showMe(await api("/me"));
    const moves = await api("/migrations");
    if (moves.length > 0) await showMove(moves[0]);
    trouble.hidden = true;
  } catch (problem) {
    trouble.textContent = problem.message;
    trouble.hidden = false;
  }
};
await look();
setInterval(() => { if (!document.hidden) look(); }, 2000);

// What ages on a page that was built some days ago is put right here, by the clock of Western Indonesia (UTC+7).

const wib = () => new Date(Date.now() + 7 * 3600e3);

/**
 * Whether a week's hours hold a moment. `spec`: "1 480-1020,6 540-720" (ISO weekday, minutes of the day; past midnight counts on from 1440).
 * @param {string} spec @param {Date} local a date whose UTC fields are the local time
 */
function isOpen(spec, local) {
  const day = local.getUTCDay() || 7;
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  return spec.split(",").some((part) => {
    const found = /^\s*(\d) (\d+)-(\d+)/.exec(part);
    if (!found) return false;
    const [weekday, from, to] = found.slice(1).map(Number);
    const late = weekday === (day === 1 ? 7 : day - 1) ? minute + 1440 : -1;
    return (weekday === day && minute >= from && minute < to) || (late >= from && late < to);
  });
}

function startTime() {
  const today = wib().toISOString().slice(0, 10);
  for (const node of all("[data-until]")) if ((node.dataset.until || "9") < today) node.remove();
  for (const node of all("[data-valid]")) {
    if ((node.dataset.valid || "9") >= today) continue;
    node.classList.add("proof-old");
    const note = one(".proof-expired", node);
    if (note) note.hidden = false;
  }
  for (const node of all("[data-old-from]")) {
    if ((node.dataset.oldFrom || "9") > today) continue;
    const [fresh, old] = /** @type {HTMLElement[]} */ (Array.from(node.children));
    if (fresh && old) [fresh.hidden, old.hidden] = [true, false];
  }
  for (const node of all("[data-hours]")) {
    const line = one(".hours-now", node);
    if (!line) continue;
    const open = isOpen(node.dataset.hours || "", wib());
    line.textContent = (open ? line.dataset.open : line.dataset.shut) || "";
    line.className = `hours-now ${open ? "is-open" : "is-shut"}`;
    line.hidden = false;
  }
  const now = Date.now();
  for (const node of all("[data-end]")) {
    const state = one(".event-state", node);
    const past = Date.parse(node.dataset.end || "") < now;
    const start = new Date(Date.parse(node.dataset.start || "") + 7 * 3600e3);
    node.classList.toggle("is-past", past);
    const text = past ? state?.dataset.past : !isNaN(+start) && start.toISOString().slice(0, 10) <= today ? state?.dataset.today : "";
    if (state && text) {
      state.textContent = text;
      state.hidden = false;
    }
  }
}

// The menu: dropdowns on wide screens, a sheet (the target of a link) on phones. Both work without this.

function startMenu() {
  const groups = /** @type {HTMLDetailsElement[]} */ (all(".nav-group"));
  /** @param {Node | null} except */
  const closeOthers = (except) => {
    for (const group of groups) if (group.open && !group.contains(except)) group.open = false;
  };
  addEventListener("click", (event) => closeOthers(/** @type {Node} */ (event.target)));
  addEventListener("focusin", (event) => closeOthers(/** @type {Node} */ (event.target)));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = groups.find((group) => group.open);
    if (open) {
      open.open = false;
      one("summary", open)?.focus();
    } else if (location.hash === "#menu") {
      history.back();
    }
  });
  addEventListener("hashchange", () => {
    if (location.hash === "#menu") one("#menu a")?.focus();
  });
}

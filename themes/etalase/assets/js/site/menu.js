// The menu: dropdowns on wide screens, a sheet (the target of a link) on phones. Both work without this. The dropdowns of filters close alike.

function startMenu() {
  const groups = /** @type {HTMLDetailsElement[]} */ (all(".nav-group, .drop"));
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
  /** What the sheet was opened with; the focus goes back there. @type {HTMLElement | null} */
  let opener = null;
  for (const link of all('a[href="#menu"]')) link.addEventListener("click", () => (opener = link));
  addEventListener("hashchange", () => {
    if (location.hash === "#menu") return void one("#menu-isi a")?.focus();
    opener?.focus();
    opener = null;
  });
}

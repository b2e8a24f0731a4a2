// @ts-check
// Starts the fields of a page without results: the small script, which is all that a first answer needs.

import { startCombobox } from "./combobox.js";

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search]"))) startCombobox(form);

// @ts-check
// Starts what the page has hooks for. See README.md.

import { startCombobox } from "./combobox.js";
import { startResults } from "./results.js";

for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search]"))) startCombobox(form);
for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-results]"))) startResults(root);

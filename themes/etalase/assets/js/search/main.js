// @ts-check
// Starts what the page has hooks for. See README.md.

import { startCombobox } from "./combobox.js";
import { startResults } from "./results.js";

// Results first: they tell the field above them to be brief.
for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-results]"))) startResults(root);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search]"))) startCombobox(form);

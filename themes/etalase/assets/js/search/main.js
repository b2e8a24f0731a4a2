// @ts-check
// Starts what the page has hooks for. See README.md.

import { startCombobox } from "./combobox.js";
import { remember } from "./recent.js";
import { startResults } from "./results.js";

// Results first: they tell the field above them to be brief.
for (const root of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-results]"))) startResults(root);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[data-search]"))) startCombobox(form);
// Whoever comes to the search page with a query has searched for it, by whatever way.
if (document.querySelector('[data-results][data-scope="*"]')) remember(new URLSearchParams(location.search).get("q") ?? "");

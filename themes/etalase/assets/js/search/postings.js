// @ts-check
// What one word of a query found: for each document the best match.

/** Classes of fields, see src/search/postings.rs, and the percent that a match in each is worth. */
export const ATTRIBUTE = 1;
export const MAKER = 2;
export const TITLE = 3;
export const TITLE_SECOND = 4;
export const TITLE_START = 5;
export const CLASS_PERCENT = [25, 50, 75, 96, 96, 110];

export class Postings {
  /** @param {number} size how many documents there are in the index */
  constructor(size) {
    /** Worth of the best match, 0 for none; which candidate it is; and where it stands. */
    this.best = new Uint32Array(size);
    this.which = new Uint8Array(size);
    this.classes = new Uint8Array(size);
    /** @type {number[]} */
    this.documents = [];
    /** Whether a file did not arrive, and the rest had to do without. */
    this.incomplete = false;
    /** @type {number | undefined} about how many documents there are, where only some were looked at */
    this.about = undefined;
  }

  /** @param {number} document @param {number} weight of the candidate @param {number} at which candidate @param {number} fieldClass */
  add(document, weight, at, fieldClass) {
    const value = weight * CLASS_PERCENT[fieldClass];
    if (this.best[document] === 0) this.documents.push(document);
    if (value > this.best[document]) {
      this.best[document] = value;
      this.which[document] = at;
      this.classes[document] = fieldClass;
    }
  }
}

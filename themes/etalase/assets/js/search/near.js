// @ts-check
// Sorting by distance. The device is asked where it is only when someone chooses this order; the position is kept in this page alone and sent
// nowhere. Makers are as far as the middle of their kelurahan, or of their kecamatan: nobody's own point is told.

/** The radius of the earth in kilometres. */
const EARTH = 6371;
const PATIENCE = 15_000;

/** @typedef {{ latitude: number, longitude: number }} Point */
/** @typedef {{ slug: string, district: number }} Place */

/** @type {Point | undefined} */
let here;

/** Whether this list can be sorted so, on this device. @param {HTMLElement} root */
export const canMeasure = (root) => Boolean(root.dataset.centres) && "geolocation" in navigator;

/** Whether the device has told where it is. */
export const isLocated = () => here !== undefined;

/** Asks the device where it is; false when it does not tell. @returns {Promise<boolean>} */
export function locate() {
  return new Promise((done) => navigator.geolocation.getCurrentPosition(
    ({ coords }) => {
      here = { latitude: coords.latitude, longitude: coords.longitude };
      done(true);
    },
    () => done(false),
    { timeout: PATIENCE, maximumAge: 600_000 },
  ));
}

/** "pamulang -6.34 106.74;pamulang/benda-baru -6.33 106.72" @param {string} text @returns {Map<string, Point>} */
export function readCentres(text) {
  const rows = text.split(";").map((row) => row.split(" "));
  return new Map(rows.map(([name, latitude, longitude]) => [name, { latitude: Number(latitude), longitude: Number(longitude) }]));
}

/** On a plane, which is true enough within a city. @param {Point} a @param {Point} b */
export function kilometres(a, b) {
  const radians = Math.PI / 180;
  const east = (b.longitude - a.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return EARTH * Math.hypot(east, (b.latitude - a.latitude) * radians);
}

/** How far each place is, in kilometres; `Infinity` where its middle is not known. @param {Place[]} places @param {string} centres */
export function distances(places, centres) {
  const known = readCentres(centres);
  return places.map(({ slug, district }) => {
    const parent = places[district]?.slug;
    const centre = parent === undefined ? known.get(slug) : (known.get(`${parent}/${slug}`) ?? known.get(parent));
    return here && centre ? kilometres(here, centre) : Infinity;
  });
}

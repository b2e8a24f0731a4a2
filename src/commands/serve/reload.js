// Reloads the page after each build and keeps its place; lays mistakes over it while there are any.
const PLACE = "etalase.gulir";
const kept = sessionStorage.getItem(PLACE);
if (kept) {
  sessionStorage.removeItem(PLACE);
  scrollTo(0, Number(kept));
}
const box = document.createElement("div");
box.id = "etalase-galat";
box.setAttribute("role", "alert");
const sheet = new CSSStyleSheet();
sheet.replaceSync(`#etalase-galat{position:fixed;inset:0;z-index:9999;overflow:auto;padding:1.5rem;background:#2b1838f2;color:#fff;font:1rem/1.5 system-ui}
#etalase-galat:empty{display:none}#etalase-galat code{color:#ffd9a0}#etalase-galat li{margin:.75rem 0}`);
document.adoptedStyleSheets.push(sheet);
document.body.append(box);
/** @param {string} list */
const show = (list) => {
  box.innerHTML = list ? `<h2>Belum bisa terbit</h2><ul>${list}</ul>` : "";
};
const news = new EventSource("/__etalase/kabar");
news.addEventListener("mulai", (event) => show(JSON.parse(event.data)));
news.addEventListener("baru", (event) => {
  const mistakes = JSON.parse(event.data);
  if (mistakes) return show(mistakes);
  sessionStorage.setItem(PLACE, String(scrollY));
  location.reload();
});

// Pratinjau entri di samping formulirnya, dengan gaya situs yang terbit. Dibuat oleh “etalase cms”.
(() => {
  const { CMS, h, createClass } = window;
  if (!CMS) return;

  // Gaya situs bernama menurut isinya, jadi namanya dibaca dari berandanya.
  const home = new URL("../", location.href);
  fetch(home)
    .then((answer) => (answer.ok ? answer.text() : ""))
    .then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const link of page.querySelectorAll('link[rel="stylesheet"]')) {
        CMS.registerPreviewStyle(new URL(link.getAttribute("href"), home).href);
      }
    })
    .catch(() => {});

  // Susunan sendiri hanya untuk Decap CMS: Sveltia CMS akan memuat program dari situs lain untuk itu, yang tidak diizinkan.
  if (document.querySelector('script[src*="sveltia"]') || !h || !createClass) {
    CMS.registerPreviewStyle("body { padding: 1rem }", { raw: true });
    return;
  }

  const rupiah = (value) =>
    /^\d+$/.test(String(value).trim()) ? `Rp${new Intl.NumberFormat("id-ID").format(Number(value))}` : String(value);
  const plain = (value) => (value && typeof value.toJS === "function" ? value.toJS() : value);

  const field = (label, value) => {
    const shown = Array.isArray(value) ? value.filter((item) => typeof item !== "object").join(", ") : value;
    return shown === undefined || shown === null || shown === "" || typeof shown === "object"
      ? null
      : h("div", { key: label }, h("dt", {}, label), h("dd", {}, String(shown)));
  };

  // Kolom yang punya tempat sendiri di halaman, atau tidak terbit.
  const PLACED = new Set(
    "nama judul ringkas harga satuan stok foto body deskripsi en status terbit_pada diperbarui diperiksa_pada diperiksa_oleh alamat_lama kata_kunci unggulan contoh persetujuan".split(" "),
  );

  const Preview = createClass({
    photo() {
      const first = [plain(this.props.entry.getIn(["data", "foto"]))].flat()[0];
      const name = first && (first.berkas || first);
      if (typeof name !== "string" || !name) return h("p", { className: "no-pic no-pic-big" }, h("span", {}, "Belum ada foto"));
      const asset = this.props.getAsset(name);
      return h("img", { src: String(asset), alt: first.alt || "", style: { width: "100%", height: "auto", borderRadius: "1rem" } });
    },
    render() {
      const { entry, widgetFor, fields } = this.props;
      const data = plain(entry.get("data")) || {};
      const labels = new Map((plain(fields) || []).map((one) => [one.name, one.label]));
      const facts = Object.entries(data)
        .filter(([name]) => !PLACED.has(name))
        .map(([name, value]) => field(labels.get(name) || name.replaceAll("_", " "), value))
        .filter(Boolean);
      const text = ["body", "deskripsi"].find((name) => labels.has(name));
      const body = text && data[text] ? widgetFor(text) : null;
      return h("main", { className: "wrap product", style: { paddingBlock: "1.5rem" } },
        h("div", { className: "product-top" },
          h("div", { className: "gallery" }, this.photo()),
          h("div", { className: "buy" },
            h("h1", {}, data.nama || data.judul || "Tanpa nama"),
            data.ringkas ? h("p", { className: "lead" }, data.ringkas) : null,
            data.harga ? h("p", { className: "price price-big" }, h("b", {}, rupiah(data.harga)), data.satuan ? h("span", {}, ` / ${data.satuan}`) : null) : null,
            data.stok ? h("p", { className: "stock" }, data.stok) : null)),
        h("div", { className: "product-more" },
          body ? h("section", { className: "sec-small" }, h("div", { className: "prose" }, body)) : null,
          facts.length ? h("section", { className: "sec-small" }, h("h2", {}, "Keterangan"), h("dl", { className: "facts" }, facts)) : null));
    },
  });

  for (const kind of KINDS) CMS.registerPreviewTemplate(kind, Preview);
})();

#!/usr/bin/env python3
"""Write one seeded, neutral catalogue in the input layout of several static site generators.

    gen_catalog.py --n 1000 --out DIR --format etalase|hugo|zola|zola23|eleventy
                   [--seed 7] [--images DIR [--image-limit K]] [--force]

The same --n and --seed give the same products, businesses and cooperatives in every format, so two
generators build the same site. Standard library only. For hugo, zola, zola23 and eleventy the matching
templates under themes/ (next to this script) are copied in; they render the same pages.

With --images each product gets one photo from that folder (JPEG, reused in turn). Every copy is made
byte-unique by a JPEG comment segment, so that no tool can skip work because two files are equal.
"""
import argparse
import json
import os
import random
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

import vocab as V

# ---------------------------------------------------------------------------------------------
# The one mapping table: neutral field -> name written to disk, for each format.
# None = not written in that format (etalase derives it; the peers need it copied in, because
# looking it up in a template is slow or impossible there: that favours the peers).
# "extra." puts a field in Zola's [extra] table, "tax." in its [taxonomies] table.
# ---------------------------------------------------------------------------------------------
FIELDS = {
    "etalase": {
        "produk": {"name": "nama", "maker": "umkm", "maker_name": None, "category": "kategori", "district": None, "price": "harga",
                   "unit": "satuan", "summary": "ringkasan", "tags": "label", "certs": "sertifikasi", "date": "tanggal", "photo": "foto"},
        "umkm": {"name": "nama", "owner": "pemilik", "district": "kecamatan", "village": "kelurahan", "address": "alamat", "phone": "whatsapp",
                 "since": "berdiri", "coop": "koperasi", "summary": "ringkasan", "date": "tanggal", "body": "deskripsi"},
        "koperasi": {"name": "nama", "district": "kecamatan", "address": "alamat", "phone": "whatsapp", "legal": "badan_hukum",
                     "members": "jumlah_anggota", "since": "berdiri", "summary": "ringkasan", "body": "deskripsi"},
    },
    "hugo": {
        "produk": {"name": "title", "maker": "umkm[]", "maker_name": "umkm_nama", "category": "kategori[]", "district": "kecamatan[]", "price": "harga",
                   "unit": "satuan", "summary": "description", "tags": "label", "certs": "sertifikasi", "date": "date", "photo": "foto"},
        "umkm": {"name": "title", "owner": "pemilik", "district": "wilayah", "village": "kelurahan", "address": "alamat", "phone": "whatsapp",
                 "since": "berdiri", "coop": "anggota_koperasi", "summary": "description", "date": "date"},
        "koperasi": {"name": "title", "district": "wilayah", "address": "alamat", "phone": "whatsapp", "legal": "badan_hukum",
                     "members": "jumlah_anggota", "since": "berdiri", "summary": "description"},
    },
    "zola": {
        "produk": {"name": "title", "maker": "tax.umkm[]", "maker_name": "extra.umkm_nama", "category": "tax.kategori[]", "district": "tax.kecamatan[]",
                   "price": "extra.harga", "unit": "extra.satuan", "summary": "description", "tags": "extra.label", "certs": "extra.sertifikasi",
                   "date": "date", "photo": "extra.foto"},
        "umkm": {"name": "title", "owner": "extra.pemilik", "district": "extra.wilayah", "village": "extra.kelurahan", "address": "extra.alamat",
                 "phone": "extra.whatsapp", "since": "extra.berdiri", "coop": "tax.koperasi[]", "coop_name": "extra.koperasi_nama",
                 "coop_slug": "extra.koperasi", "summary": "description"},
        "koperasi": {"name": "title", "district": "extra.wilayah", "address": "extra.alamat", "phone": "extra.whatsapp", "legal": "extra.badan_hukum",
                     "members": "extra.jumlah_anggota", "since": "extra.berdiri", "summary": "description"},
    },
}
FIELDS["zola23"] = FIELDS["zola"]  # same content, templates for Tera 2 (Zola 0.23 and later)
FIELDS["eleventy"] = {
    "produk": dict(FIELDS["hugo"]["produk"], maker="umkm", category="kategori", district="kecamatan"),
    "umkm": dict(FIELDS["hugo"]["umkm"]), "koperasi": dict(FIELDS["hugo"]["koperasi"]),
}

SITE = {"title": "Etalase Tangerang Selatan", "base_url": "https://etalase.example", "lang": "id",
        "description": "Katalog produk UMKM dan koperasi Kota Tangerang Selatan"}
PER_PAGE = 24
ETALASE_LANGUAGES = "[id, en]"


# ------------------------------------------------------------------------------------ the data
def slugify(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Unique:
    def __init__(self):
        self.seen = {}

    def __call__(self, text):
        base = slugify(text)[:56].strip("-")
        n = self.seen[base] = self.seen.get(base, 0) + 1
        return base if n == 1 else f"{base}-{n}"


def make_catalog(n, seed):
    """-> dict(koperasi=[...], umkm=[...], produk=[...]); sizes n/100, n/8, n."""
    r = random.Random(f"{seed}/{n}")
    kecamatan = list(V.KECAMATAN)
    weights = [5, 4, 6, 4, 4, 5, 3]
    day0 = date(2023, 1, 2)

    uniq, koperasi, names = Unique(), [], set()
    for i in range(max(1, n // 100)):
        kec = kecamatan[i % 7] if i < 7 else r.choices(kecamatan, weights)[0]
        name = f"{r.choice(V.KOPERASI_AWAL)} {r.choice(V.KOPERASI_NAMA)}"
        if name in names:
            name += f" {kec}"
        k = 2
        while name in names:
            name = re.sub(r" \d+$", "", name) + f" {k}"
            k += 1
        names.add(name)
        members = r.randint(18, 900)
        since = r.randint(1985, 2022)
        koperasi.append({
            "slug": uniq(name), "name": name, "district": kec, "since": since, "members": members, "phone": f"6281200{i:06d}",
            "address": f"Jalan {r.choice(V.JALAN)} Nomor {r.randint(1, 180)}, {r.choice(V.KECAMATAN[kec])}",
            "legal": f"{r.randint(100, 999)}/BH/XI.{r.randint(1, 9)}/{since}",
            "summary": f"{name} berdiri tahun {since} di {kec} dan menaungi {members} anggota.",
            "body": f"{name} membantu anggota membeli bahan baku bersama, mengurus izin, dan memasarkan produk. "
                    f"Rapat anggota diadakan setiap bulan di {r.choice(V.KECAMATAN[kec])}. "
                    f"Kami membuka unit simpan pinjam, gudang bersama, serta kelas kemasan dan foto produk bagi pelaku usaha kecil.",
        })

    uniq, umkm, names = Unique(), [], set()
    for i in range(max(1, n // 8)):
        kec = r.choices(kecamatan, weights)[0]
        kel = r.choice(V.KECAMATAN[kec])
        first = r.choice(V.DEPAN)
        owner = f"{first} {r.choice(V.BELAKANG)}"
        name = " ".join(x for x in (r.choice(V.USAHA), r.choice(V.SAPAAN), first) if x) + r.choice(V.AKHIRAN)
        if name in names:
            name += f" {kel}"
        k = 2
        while name in names:
            name = re.sub(r" \d+$", "", name) + f" {k}"
            k += 1
        names.add(name)
        cat = r.choice(list(V.KATEGORI))
        cats = [cat] if r.random() < 0.6 else [cat, r.choice(list(V.KATEGORI))]
        since = r.randint(1998, 2024)
        coop = r.choice(koperasi) if r.random() < 0.8 else None
        umkm.append({
            "slug": uniq(name), "name": name, "owner": owner, "district": kec, "village": kel, "since": since, "phone": f"6281300{i:06d}",
            "address": f"Jalan {r.choice(V.JALAN)} Nomor {r.randint(1, 180)}, {kel}", "coop": coop["slug"] if coop else None,
            "coop_name": coop["name"] if coop else None, "coop_slug": coop["slug"] if coop else None, "cats": cats,
            "date": (day0 + timedelta(days=r.randint(0, 900))).isoformat(),
            "summary": f"{name} milik {owner} membuat {cats[0].lower()} di {kel}, {kec}, sejak {since}.",
            "body": f"{name} dimulai {owner} pada {since} dari rumah di {kel}. "
                    f"Kini usaha ini mempekerjakan {r.randint(2, 24)} warga sekitar dan memasok toko oleh-oleh di {r.choice(kecamatan)}. "
                    f"Kami mengutamakan bahan lokal, catatan produksi yang rapi, serta kemasan yang mudah didaur ulang. "
                    f"{r.choice(V.CERITA[:3]).format(orang=r.randint(3, 15), kel=kel)}",
        })

    uniq, produk = Unique(), []
    for i in range(n):
        m = umkm[i] if i < len(umkm) else r.choice(umkm)
        cat = r.choice(m["cats"])
        grup, bases, variants, materials, units, (lo, hi) = V.KATEGORI[cat]
        g = V.GRUP[grup]
        base, variant, unit = r.choice(bases), r.choice(variants), r.choice(units)
        name = f"{base} {variant}"
        if r.random() < 0.35:
            name += f" {m['name'].split(' ', 1)[1] if ' ' in m['name'] else m['name']}"
        price = r.randint(lo, hi) * 1000 + r.choice([0, 0, 0, 500])
        p = {
            "slug": uniq(f"{name} {m['slug']}"), "name": name, "maker": m["slug"], "maker_name": m["name"], "category": cat,
            "district": m["district"], "price": price, "unit": unit, "tags": sorted(r.sample(V.LABEL, r.randint(2, 5))),
            "certs": sorted(r.sample(g["sertifikasi"], r.randint(0, 3))), "date": (day0 + timedelta(days=r.randint(0, 1090))).isoformat(),
        }
        sub = {
            "nama": name, "nama_kecil": name.lower() if r.random() < .5 else f"{base.lower()} {variant.lower()}", "base": base.lower(), "varian": variant.lower(),
            "umkm": m["name"], "kec": m["district"], "kel": m["village"], "tahun": m["since"], "pemilik": m["owner"], "orang": r.randint(3, 18),
            "kapasitas": r.randint(2, 60) * 10, "satuan_kecil": unit.split(" ")[0], "minimal": r.choice([3, 5, 6, 10, 12, 24]), "hari": r.randint(2, 10),
            "kemas": r.choice(g["kemas"]),
        }
        sub["bahan"], sub["bahan2"], bahan3, bahan4 = r.sample(materials, 4)
        sub["sifat"], sub["sifat2"], sifat3 = r.sample(g["sifat"], 3)
        sub["guna"], sub["guna2"] = r.sample(g["guna"], 2)
        pr = r.sample(g["proses"], 3)

        def s(pool, k):
            out = [t.format(**sub) for t in r.sample(pool, k)]
            return " ".join(x[0].upper() + x[1:] for x in out)

        p["summary"] = f"{base} {variant.lower()} yang {sub['sifat']} dan {sub['sifat2']}, buatan {m['name']} di {m['district']}."
        parts = [s(V.BUKA, r.randint(2, 3)), f"## {r.choice(V.JUDUL_PROSES)}",
                 f"Setiap {sub['satuan_kecil']} {pr[0]}, {pr[1]}, lalu {pr[2]}. Hasilnya {base.lower()} yang **{sub['sifat']}**, {sub['sifat2']}, dan {sifat3}. "
                 + s(V.CERITA, r.randint(1, 2)),
                 "\n".join(f"- {x[0].upper() + x[1:]}" for x in (sub["bahan"], sub["bahan2"], bahan3, bahan4))]
        if r.random() < 0.4:
            parts.append(f"| Pilihan | Harga |\n| --- | ---: |\n| Satu {sub['satuan_kecil']} | Rp {price:,} |\n| {sub['minimal']} {sub['satuan_kecil']} | Rp {price * sub['minimal'] * 95 // 100:,} |".replace(",", "."))
        parts += [s(V.PAKAI, 2), f"## {r.choice(V.JUDUL_SIMPAN)}", " ".join(r.sample(g["simpan"], r.randint(2, 3))),
                  f"## {r.choice(V.JUDUL_PESAN)}", s(V.PESAN, r.randint(2, 3)) + f" Lihat juga produk lain dari [{m['name']}](/umkm/{m['slug']}/)."]
        p["body"] = "\n\n".join(parts) + "\n"
        produk.append(p)
    return {"koperasi": koperasi, "umkm": umkm, "produk": produk}


# ------------------------------------------------------------------------------------ writing
PLAIN = re.compile(r"^[A-Za-z][A-Za-z0-9 ,.()/-]*[A-Za-z0-9.)]$")
RESERVED = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def scalar(v):
    if isinstance(v, (int, float)):
        return str(v)
    if re.match(r"^\d{4}-\d\d-\d\d$", v):
        return v
    return v if PLAIN.match(v) and v.lower() not in RESERVED else json.dumps(v, ensure_ascii=False)


def yaml_lines(fields, indent=""):
    out = []
    for key, v in fields:
        if isinstance(v, list):
            out.append(f"{indent}{key}: [{', '.join(scalar(x) for x in v)}]")
        else:
            out.append(f"{indent}{key}: {scalar(v)}")
    return out


def front(entry, mapping, zola=False):
    """Ordered front matter lines of one entry under one mapping."""
    top, extra, tax = [], [], []
    for neutral, key in mapping.items():
        v = entry.get(neutral)
        if key is None or v is None or neutral == "body":
            continue
        if key.endswith("[]"):
            key, v = key[:-2], [v]
        if key.startswith("extra."):
            extra.append((key[6:], v))
        elif key.startswith("tax."):
            tax.append((key[4:], v))
        else:
            top.append((key, v))
    lines = yaml_lines(top)
    if tax:
        lines += ["taxonomies:"] + yaml_lines(tax, "  ")
    if extra:
        lines += ["extra:"] + yaml_lines(extra, "  ")
    return lines


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def page(path, lines, body=""):
    write(path, "---\n" + "\n".join(lines) + "\n---\n" + (("\n" + body) if body else ""))


def block(text):
    return "|\n" + "\n".join("  " + x if x else "" for x in text.splitlines())


class Photos:
    """Deals out byte-unique copies of the JPEG files of a folder."""

    def __init__(self, folder, limit):
        self.files = sorted(p for p in Path(folder).rglob("*") if p.suffix.lower() in (".jpg", ".jpeg"))
        if not self.files:
            sys.exit(f"no JPEG file in {folder}")
        self.limit, self.data = limit, {}

    def has(self, i):
        return self.limit is None or i < self.limit

    def put(self, i, path):
        src = self.files[i % len(self.files)]
        if src not in self.data:
            self.data[src] = src.read_bytes()
        raw = self.data[src]
        tag = f"katalog {i}".encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "wb") as f:
            f.write(raw[:2] + b"\xff\xfe" + (len(tag) + 2).to_bytes(2, "big") + tag + raw[2:])


def slug_of(category):
    return slugify(category)


def write_etalase(cat, out, photos):
    """Our own layout: the fields of `src/schema`, one file an entry, tables of categories and units beside."""
    write(out / "content" / "situs.yaml", "\n".join(yaml_lines([("nama", SITE["title"]), ("alamat_situs", SITE["base_url"]), ("kota", "Kota Tangerang Selatan"),
          ("tagline", SITE["description"]), ("per_halaman", PER_PAGE)])) + "\nbahasa: " + ETALASE_LANGUAGES + "\n")
    rows = [f"- {{slug: {slug_of(c)}, nama: {scalar(c)}, en: {scalar(c)}}}" for c in V.KATEGORI]
    write(out / "content" / "data" / "kategori.yaml", "\n".join(rows) + "\n")
    units = sorted({p["unit"] for p in cat["produk"]})
    write(out / "content" / "data" / "satuan.yaml", "\n".join(f"- {{slug: {json.dumps(u.lower())}, nama: {json.dumps(u)}, en: {json.dumps(u)}}}" for u in units) + "\n")

    def consent(number):
        return ["persetujuan:", "  status: ya", "  tanggal: 2026-01-05", f"  bukti: PDP-2026-{number:05d}", "  lingkup: [nama_pemilik, whatsapp, alamat_lengkap]"]

    def maker(e, village):
        street = e["address"].rsplit(", ", 1)[0]
        return [f"alamat: {{jalan: {scalar(street)}, kelurahan: {scalar(village)}, kecamatan: {scalar(e['district'])}}}",
                f"kontak: {{whatsapp: \"{e['phone']}\"}}", f"sejak: {e['since']}"]

    for i, e in enumerate(cat["koperasi"]):
        lines = [f"nama: {scalar(e['name'])}", "jenis: konsumen", "bentuk: primer", f"badan_hukum: {scalar(e['legal'])}", f"anggota: {{orang: {e['members']}}}",
                 f"ringkas: {scalar(e['summary'])}"] + maker(e, e["address"].rsplit(", ", 1)[1]) + consent(i) + [f"deskripsi: {block(e['body'])}"]
        write(out / "content" / "koperasi" / f"{e['slug']}.yaml", "\n".join(lines) + "\n")
    for i, e in enumerate(cat["umkm"]):
        lines = [f"nama: {scalar(e['name'])}", f"nama_pemilik: {scalar(e['owner'])}", f"jenis_usaha: {slug_of(e['cats'][0])}", f"ringkas: {scalar(e['summary'])}",
                 f"terbit_pada: {e['date']}"] + ([f"koperasi: {e['coop']}"] if e["coop"] else []) + maker(e, e["village"]) + consent(i)
        lines.append(f"deskripsi: {block(e['body'])}")
        write(out / "content" / "umkm" / f"{e['slug']}.yaml", "\n".join(lines) + "\n")
    for i, p in enumerate(cat["produk"]):
        lines = [f"nama: {scalar(p['name'])}", f"umkm: {p['maker']}", f"kategori: {slug_of(p['category'])}", f"harga: {p['price']}", f"satuan: {scalar(p['unit'].lower())}",
                 "stok: siap", "berat_g: 500", f"ringkas: {scalar(p['summary'])}", f"kata_kunci: [{', '.join(scalar(x) for x in p['tags'])}]", f"terbit_pada: {p['date']}"]
        if p["certs"]:
            lines += ["izin:"] + [f"  - {{jenis: uji_lab, uraian: {scalar(c)}, lembaga: Laboratorium Kota, terbit: 2026-01-15}}" for c in p["certs"]]
        if photos and photos.has(i):
            lines.append("foto: [foto.jpg]")
            photos.put(i, out / "content" / "produk" / p["slug"][:60].strip("-") / "foto.jpg")
            page(out / "content" / "produk" / p["slug"][:60].strip("-") / "index.md", lines, p["body"])
        else:
            page(out / "content" / "produk" / f"{p['slug']}.md", lines, p["body"])


def theme(name, out):
    here = Path(__file__).resolve().parent / "themes"
    shutil.copytree(here / name, out, dirs_exist_ok=True)
    shutil.copytree(here / "shared" / "static", out / "static", dirs_exist_ok=True)


def produk_pages(cat, out, fmt, photos):
    """One file a product; a bundle folder (index.md + foto.jpg) when it has a photo."""
    for i, p in enumerate(cat["produk"]):
        base = out / "content" / "produk"
        if photos and photos.has(i):
            photos.put(i, base / p["slug"] / "foto.jpg")
            page(base / p["slug"] / "index.md", front(dict(p, photo="foto.jpg"), FIELDS[fmt]["produk"]), p["body"])
        else:
            page(base / f"{p['slug']}.md", front(p, FIELDS[fmt]["produk"]), p["body"])


def write_hugo(cat, out, photos):
    F = FIELDS["hugo"]
    theme("hugo", out)
    c = out / "content"
    page(c / "_index.md", ["title: " + SITE["title"]])
    for name, title in (("produk", "Semua Produk"), ("umkm", "Pelaku UMKM"), ("koperasi", "Koperasi"), ("kategori", "Kategori"), ("kecamatan", "Kecamatan")):
        page(c / name / "_index.md", ["title: " + title])
    for e in cat["koperasi"]:
        page(c / "koperasi" / f"{e['slug']}.md", front(e, F["koperasi"]), e["body"] + "\n")
    for e in cat["umkm"]:  # makers are terms of the taxonomy umkm: look-ups both ways are then indexed
        page(c / "umkm" / e["slug"] / "_index.md", front(e, F["umkm"]), e["body"] + "\n")
    produk_pages(cat, out, "hugo", photos)


def write_zola(cat, out, photos, templates="zola"):
    F = FIELDS["zola"]
    theme(templates, out)
    c = out / "content"
    page(c / "_index.md", ["title: " + SITE["title"]])
    for name, title, sort in (("produk", "Semua Produk", "date"), ("umkm", "Pelaku UMKM", "title"), ("koperasi", "Koperasi", "title")):
        page(c / name / "_index.md", [f"title: {title}", f"sort_by: {sort}", f"paginate_by: {PER_PAGE}", f"template: {name}.html", f"page_template: {name}-halaman.html"])
    for kind in ("koperasi", "umkm"):
        for e in cat[kind]:
            page(c / kind / f"{e['slug']}.md", front(e, F[kind]), e["body"] + "\n")
    produk_pages(cat, out, "zola", photos)


def write_zola23(cat, out, photos):
    write_zola(cat, out, photos, "zola23")


def write_eleventy(cat, out, photos):
    F = FIELDS["eleventy"]
    theme("eleventy", out)
    c = out / "content"
    for kind in ("koperasi", "umkm"):
        for e in cat[kind]:
            page(c / kind / f"{e['slug']}.md", front(e, F[kind]), e["body"] + "\n")
    for i, p in enumerate(cat["produk"]):
        if photos and photos.has(i):
            p = dict(p, photo=f"{p['slug']}.jpg")
            photos.put(i, out / "foto" / f"{p['slug']}.jpg")
        page(c / "produk" / f"{p['slug']}.md", front(p, F["produk"]), p["body"])


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--n", type=int, required=True, help="number of products")
    a.add_argument("--out", type=Path, required=True)
    a.add_argument("--format", choices=sorted(FIELDS), required=True)
    a.add_argument("--seed", default="7")
    a.add_argument("--images", type=Path, help="folder of JPEG photos")
    a.add_argument("--image-limit", type=int, help="only the first K products get a photo")
    a.add_argument("--force", action="store_true", help="delete --out first")
    o = a.parse_args()
    if o.out.exists() and any(o.out.iterdir()):
        if not o.force:
            sys.exit(f"{o.out} is not empty (use --force)")
        shutil.rmtree(o.out)
    o.out.mkdir(parents=True, exist_ok=True)
    cat = make_catalog(o.n, o.seed)
    globals()[f"write_{o.format}"](cat, o.out, Photos(o.images, o.image_limit) if o.images else None)
    words = [len(p["body"].split()) for p in cat["produk"]]
    print(json.dumps({"format": o.format, "produk": len(cat["produk"]), "umkm": len(cat["umkm"]), "koperasi": len(cat["koperasi"]),
                      "words_min": min(words), "words_median": sorted(words)[len(words) // 2], "words_max": max(words)}))


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Times whole builds of generated catalogues, stage by stage, and what a small change costs.

    run.py [--n 1000 10000 50000] [--etalase target/release/etalase] [--work FOLDER] [--runs 1]

For each size a catalogue is written by ../catalog/gen_catalog.py, and these are run in turn: a build from nothing, one
after which nothing had changed, after one changed price, one new and one deleted product, one changed template, and
`check` with and without what earlier runs remember. Printed for each: wall seconds, CPU seconds, their share of the
build from nothing, peak memory. Then the stages of the build from nothing, in microseconds a page, with their growth from
the smallest size: 1.00 is linear. Medians of the runs; figures of one call on a quiet machine may be compared, others not.

Nothing outside FOLDER is written (default: a new folder below the system's temporary one, removed at the end). A folder in
memory (/dev/shm) keeps the disk out of the figures. Runs on Linux and macOS.
"""

import argparse
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GENERATOR = ROOT / "benches/catalog/gen_catalog.py"
DAY = "2026-11-24"
STAGE = re.compile(r"^( {2,4}\S.*?)\s+([\d.]+) ms", re.MULTILINE)
PAGES = re.compile(r"([\d,]+) pages")


def measured(command):
    """Runs a command: wall seconds, CPU seconds, peak MiB, what it said."""
    with tempfile.TemporaryFile("w+") as log:
        started = time.monotonic()
        child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.monotonic() - started
        child.returncode = os.waitstatus_to_exitcode(status)
        log.seek(0)
        said = log.read()
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{said[-2000:]}")
    peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    return wall, usage.ru_utime + usage.ru_stime, peak, said


class Catalogue:
    """A generated site and the things that are done to it."""

    def __init__(self, args, n):
        self.program = [str(args.etalase), "--lang", "en", "--date", DAY]
        self.folder = args.work / f"katalog-{n}"
        command = [sys.executable, GENERATOR, "--n", str(n), "--format", "etalase", "--out", self.folder, "--force"]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        self.products = sorted((self.folder / "content/produk").iterdir())
        self.price = 50_000

    def build(self, *options):
        return measured([*self.program, "--root", str(self.folder), "build", "--timings", *options])

    def check(self):
        return measured([*self.program, "--root", str(self.folder), "check"])

    def forget(self):
        shutil.rmtree(self.folder / ".etalase", ignore_errors=True)

    def from_nothing(self):
        self.forget()
        shutil.rmtree(self.folder / "public", ignore_errors=True)
        # The system tidies up after a large folder for a while.
        time.sleep(1)
        return self.build()

    def change_price(self):
        self.price += 500
        product = self.products[len(self.products) // 2]
        text = re.sub(r"(?m)^harga: .*$", f"harga: {self.price}", product.read_text(), count=1)
        product.write_text(text)

    def add_product(self):
        first = self.products[0]
        (first.parent / "a-produk-baru.md").write_text(first.read_text())

    def delete_product(self):
        (self.products[0].parent / "a-produk-baru.md").unlink(missing_ok=True)

    def change_template(self):
        own = self.folder / "themes/etalase/templates"
        own.mkdir(parents=True, exist_ok=True)
        source = ROOT / "themes/etalase/templates/produk.html"
        # Within the block: nothing may stand around those of a page.
        (own / "produk.html").write_text(source.read_text().replace("{% block main -%}", "{% block main -%}<!-- -->", 1))

    def scenarios(self):
        """Name, what is done before, what is timed; in an order that leaves each a built site."""
        yield "from nothing", lambda: None, self.from_nothing
        yield "nothing changed", lambda: None, self.build
        yield "one price", self.change_price, self.build
        yield "one product more", self.add_product, self.build
        yield "one product less", self.delete_product, self.build
        yield "one template", self.change_template, self.build
        yield "check, remembering", lambda: None, self.check
        yield "check", self.forget, self.check


def run_size(args, n):
    """All scenarios of one size: name to list of (wall, cpu, peak); stages and pages of the build from nothing."""
    catalogue = Catalogue(args, n)
    figures, stages, pages = {}, {}, 0
    for _ in range(args.runs):
        for name, before, timed in catalogue.scenarios():
            before()
            wall, cpu, peak, said = timed()
            figures.setdefault(name, []).append((wall, cpu, peak))
            if name == "from nothing":
                pages = int(PAGES.search(said)[1].replace(",", ""))
                for stage, milliseconds in STAGE.findall(said):
                    stages.setdefault(stage, []).append(float(milliseconds))
        shutil.rmtree(catalogue.folder / "themes", ignore_errors=True)
    shutil.rmtree(catalogue.folder)
    return figures, {stage: statistics.median(times) for stage, times in stages.items()}, pages


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=int, nargs="+", default=[1000, 10000])
    parser.add_argument("--etalase", type=pathlib.Path, default=ROOT / "target/release/etalase")
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=1)
    args = parser.parse_args()
    if not args.etalase.exists():
        sys.exit(f"{args.etalase} is missing: cargo build --release")
    own = args.work is None
    args.work = pathlib.Path(tempfile.mkdtemp(prefix="etalase-speed-")) if own else args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    linear = {}
    for n in sorted(args.n):
        figures, stages, pages = run_size(args, n)
        print(f"\n{n:,} products, {pages:,} pages", flush=True)
        print(f"  {'':20} {'wall s':>8} {'CPU s':>8} {'of clean':>9} {'MiB':>6}")
        medians = {name: [statistics.median(column) for column in zip(*rows)] for name, rows in figures.items()}
        clean = medians["from nothing"][0]
        for name, (wall, cpu, peak) in medians.items():
            print(f"  {name:20} {wall:8.2f} {cpu:8.2f} {wall / clean:9.3f} {peak:6.0f}")
        rows = {"CPU of all": medians["from nothing"][1] * 1000, **stages}
        print(f"  {'stage (by the clock)':20} {'ms':>8} {'µs/page':>8} {'growth':>9}")
        for stage, milliseconds in rows.items():
            each = milliseconds * 1000 / max(pages, 1)
            first = linear.setdefault(stage, each)
            print(f"  {stage:20} {milliseconds:8.0f} {each:8.1f} {each / first if first else 1:9.2f}")
    if own:
        shutil.rmtree(args.work)


if __name__ == "__main__":
    main()

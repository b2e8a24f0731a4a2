#!/usr/bin/env python3
"""Draws the sample pictures into ../ (the content folder). See README.md beside this file."""

import argparse
import concurrent.futures
import importlib
import os
import pathlib
import pkgutil
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from seni import catalogue, develop, scenes  # noqa: E402

for module in pkgutil.iter_modules(scenes.__path__):
    importlib.import_module(f"seni.scenes.{module.name}")


# The browser window loses some height to its own frame and may not paint that strip in time, so the
# window is taller than the picture and `develop.save` cuts the rest off.
SPARE = 160


def paint(engine, svg, png, text):
    """SVG to PNG with the chosen engine."""
    if engine == "rsvg":
        subprocess.run(["rsvg-convert", "--unlimited", "-o", png, svg], check=True)
        return
    size = re.search(r'width="(\d+)" height="(\d+)"', text).groups()
    subprocess.run(
        [
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            "--default-background-color=00000000",
            f"--user-data-dir={os.path.dirname(svg)}/profile",
            f"--window-size={size[0]},{int(size[1]) + SPARE}",
            f"--screenshot={png}",
            svg,
        ],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def render(key, folder, draft, engine):
    """Draws one picture: SVG text, rsvg-convert to PNG, then tone, grain and file format."""
    item = catalogue.PICTURES[key]
    target = folder / item.file
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as work:
        svg, png = os.path.join(work, "a.svg"), os.path.join(work, "a.png")
        text = item.draw(item).text(draft or item.special.get("width") or catalogue.SIZES[item.size][2])
        pathlib.Path(svg).write_text(text, encoding="utf-8")
        paint(engine, svg, png, text)
        develop.save(item, develop.trim(png, text), target)
    return f"{target.stat().st_size // 1024:5d} kB  {item.file}"


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("only", nargs="*", help="draw only keys that contain one of these words")
    parser.add_argument("--out", type=pathlib.Path, default=HERE.parent, help="content folder (default: the one above)")
    parser.add_argument("--draft", type=int, default=0, help="width in pixels for a quick look")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--engine", choices=("chromium", "rsvg"), default="chromium")
    parser.add_argument("--list", action="store_true", help="print the keys and stop")
    args = parser.parse_args()
    keys = [k for k in catalogue.PICTURES if not args.only or any(word in k for word in args.only)]
    if args.list:
        print("\n".join(keys))
        return
    with concurrent.futures.ProcessPoolExecutor(args.jobs) as pool:
        futures = {pool.submit(render, k, args.out, args.draft, args.engine): k for k in keys}
        for done in concurrent.futures.as_completed(futures):
            try:
                print(done.result(), flush=True)
            except Exception as error:  # keep drawing the others, report at the end
                print("FAILED", futures[done], repr(error), flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Times the picture engine alone, beside sharp when node is there, and says how good the files look.

    bench.py PHOTOS OUT [--etalase target/release/etalase] [--threads 2] [--runs 3] [--only ours] [--quality 16]

From every *.jpg of PHOTOS (see photos.py): upright, sRGB, without metadata; WebP at 1280, 960, 640 and 320, a JPEG at 640,
and a WebP of 16 pixels as text. Contenders run in turn. Printed for each, as medians of the runs: CPU seconds a photo, peak
memory, bytes, and CPU as a share of the first contender's. `--quality N` compares the WebP files of N photos with a careful
reduction of the photo by SSIMULACRA2 (pip install pillow ssimulacra2); higher is better, 1 point is hardly visible.

OUT/tools keeps what npm installs. Nothing outside OUT is written. Runs on Linux and macOS.
"""

import argparse
import io
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SHARP = "sharp@0.35.5"
WIDTHS = (320, 640, 1280)


def sharp_ready(tools):
    """Installs sharp once; says whether it can be used."""
    if not shutil.which("node") or not shutil.which("npm"):
        return False
    if not (tools / "node_modules/sharp").is_dir():
        tools.mkdir(parents=True, exist_ok=True)
        (tools / "package.json").write_text('{"private": true}')
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", SHARP]
        if subprocess.run(command, cwd=tools, check=False).returncode:
            return False
    # node finds modules beside the script that asks for them.
    shutil.copy(HERE / "sharp.cjs", tools / "sharp.cjs")
    return True


def measured(command, log):
    """Runs a command: seconds by the clock, CPU seconds, peak MiB."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))} failed, see {log.name}")
    peak = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
    return time.monotonic() - started, usage.ru_utime + usage.ru_stime, peak


def timed(args, names, command):
    """All runs of all contenders, in turn."""
    runs = {name: [] for name in names}
    for _ in range(args.runs):
        for name in names:
            folder = args.out / name
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            with open(args.out / f"{name}.log", "ab") as log:
                runs[name].append(measured(command(name, folder), log))
    return runs


def reference(photo, width, target):
    """The photo upright, in sRGB, reduced by Lanczos in one step."""
    from PIL import Image, ImageCms, ImageOps

    with Image.open(photo) as stored:
        picture = ImageOps.exif_transpose(stored)
        profile = stored.info.get("icc_profile")
    if profile:
        srgb = ImageCms.createProfile("sRGB")
        picture = ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), srgb)
    height = round(picture.height * width / picture.width)
    picture.resize((width, height), Image.Resampling.LANCZOS).save(target)


def looks(args, names):
    """Mean SSIMULACRA2 and bytes a width."""
    try:
        from PIL import Image
        from ssimulacra2 import compute_ssimulacra2
    except ImportError:
        sys.exit("--quality needs: pip install pillow ssimulacra2")
    photos = sorted(args.photos.glob("*.jpg"))
    step = max(1, len(photos) // args.quality)
    photos = photos[::step][: args.quality]
    print(f"\nSSIMULACRA2 of {len(photos)} photos, mean (bytes, mean)")
    print("width\t" + "\t".join(names))
    with tempfile.TemporaryDirectory() as work:
        wanted, made = f"{work}/wanted.png", f"{work}/made.png"
        for width in WIDTHS:
            scores, sizes = {n: [] for n in names}, {n: [] for n in names}
            for photo in photos:
                reference(photo, width, wanted)
                for name in names:
                    file = args.out / name / f"{photo.stem}-{width}.webp"
                    with Image.open(file) as picture, Image.open(wanted) as whole:
                        if picture.size != whole.size:
                            whole.resize(picture.size, Image.Resampling.LANCZOS).save(wanted)
                        picture.convert("RGB").save(made)
                    scores[name].append(compute_ssimulacra2(wanted, made))
                    sizes[name].append(file.stat().st_size)
            cells = [f"{statistics.mean(scores[n]):.2f} ({statistics.mean(sizes[n]):.0f})" for n in names]
            print(f"{width}\t" + "\t".join(cells), flush=True)


def main():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("photos", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--etalase", default=str(HERE.parents[1] / "target/release/etalase"))
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", default="", help="comma list out of sharp-simple, sharp-shared, ours")
    parser.add_argument("--quality", type=int, default=0, metavar="N")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    count = len(list(args.photos.glob("*.jpg")))
    if not count:
        sys.exit(f"no photos in {args.photos}: run photos.py first")
    tools = args.out / "tools"
    only = [name for name in args.only.split(",") if name]
    names = [] if only == ["ours"] else (["sharp-simple", "sharp-shared"] if sharp_ready(tools) else [])
    if not names and only != ["ours"]:
        print("node or sharp is missing: no peer")
    names = [name for name in [*names, "ours"] if not only or name in only]

    def command(name, folder):
        if name == "ours":
            return [args.etalase, "images", args.photos, folder, "--threads", str(args.threads)]
        return ["node", tools / "sharp.cjs", args.photos, folder, str(args.threads), name.removeprefix("sharp-")]

    runs = timed(args, names, command)
    median = {name: [statistics.median(run[i] for run in runs[name]) for i in range(3)] for name in names}
    print(f"{count} photos, {args.threads} threads, medians of {args.runs} runs in turn")
    print(f"contender\tCPU s/photo\tof {names[0]}\tclock s/photo\tpeak MiB\tbytes")
    for name in names:
        clock, cpu, peak = median[name]
        size = sum(file.stat().st_size for file in (args.out / name).iterdir() if file.suffix in (".webp", ".jpg"))
        share = cpu / median[names[0]][1]
        print(f"{name}\t{cpu / count:.4f}\t{share:.3f}\t{clock / count:.4f}\t{peak:.0f}\t{size}")
    if args.quality:
        looks(args, names)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes a `foto:` block with alternative texts into every entry that has pictures and no such block yet."""

import json
import pathlib
import re

import render  # registers every scene
from render import catalogue

CONTENT = render.HERE.parent


def quoted(text):
    """YAML scalar, quoted only where plain text would be read differently."""
    return json.dumps(text, ensure_ascii=False) if re.search(r": |#|^[\"'\[{&*!|>%@`-]", text) else text


def block(pictures):
    """Lines of the `foto:` list in file order."""
    lines = ["foto:"]
    for item in pictures:
        name = pathlib.PurePosixPath(item.file).name
        lines += [f"  - berkas: {name}", f"    alt: {quoted(item.alt)}", f"    alt_en: {quoted(item.alt_en)}"]
        if item.focus:
            lines.append(f"    fokus: [{item.focus[0]}, {item.focus[1]}]")
    return lines


def insert(text, lines, markdown):
    """The entry text with the block after `ringkas`, or None when it has pictures already or lacks the field."""
    rows = text.split("\n")
    end = next((i for i in range(1, len(rows)) if rows[i] == "---"), None) if markdown else len(rows)
    if end is None or any(row.startswith("foto:") for row in rows[:end]):
        return None
    at = next((i for i in range(end) if rows[i].startswith("ringkas:")), None)
    if at is None:
        return None
    at += 1
    while at < end and rows[at].startswith((" ", "\t")):
        at += 1
    return "\n".join(rows[:at] + lines + rows[at:])


def main():
    """Visits every entry folder that owns a picture."""
    folders = {}
    for item in catalogue.PICTURES.values():
        folders.setdefault(str(pathlib.PurePosixPath(item.file).parent), []).append(item)
    done, kept, missing, undrawn = 0, 0, [], []
    for folder, pictures in sorted(folders.items()):
        pictures.sort(key=lambda p: p.file)
        file = next((CONTENT / folder / n for n in ("index.md", "index.yaml") if (CONTENT / folder / n).exists()), None)
        if file is None:
            missing.append(folder)
            continue
        if not all((CONTENT / p.file).exists() for p in pictures):
            undrawn.append(folder)
            continue
        text = insert(file.read_text(encoding="utf-8"), block(pictures), file.suffix == ".md")
        if text is None:
            kept += 1
        else:
            file.write_text(text, encoding="utf-8")
            done += 1
    print(f"{done} entries written, {kept} left as they were, without entry file: {missing or 'none'}, not drawn: {undrawn or 'none'}")


if __name__ == "__main__":
    main()

"""Phone, laptop, camera, tripod, lamp: the tools of the service sellers."""

import math

from .geometry import ellipse, n, onto, poly, rect, smooth
from .light import blur, relief, slope
from .materials import steel
from .palette import dark, light, mix
from .svg import group, line, move, path


def phone(c, x, y, w, h, screen, body="#23222b"):
    """Phone seen from the front; `screen(x, y, w, h)` returns its content."""
    r = w * 0.12
    m = w * 0.045
    inner = rect(x + m, y + m, w - 2 * m, h - 2 * m, r * 0.75)
    return group(
        path(rect(x - 2, y - 2, w + 4, h + 4, r), steel(c)),
        path(rect(x, y, w, h, r), c.linear([(0, light(body, 0.25)), (0.3, body), (1, dark(body, 0.5))], 0, 0, 1, 1)),
        path(inner, "#f7f5f0"),
        group(screen(x + m, y + m, w - 2 * m, h - 2 * m), clip_path=c.clip(inner)),
        path(rect(x + w * 0.39, y + m * 1.8, w * 0.22, w * 0.055, w * 0.03), "#15141a"),
        group(path(poly([(x, y), (x + w * 0.6, y), (x + w * 0.12, y + h), (x, y + h)]), "#ffffff", opacity=0.09), clip_path=c.clip(inner)),
        line(rect(x + 1, y + 1, w - 2, h - 2, r), "#ffffff", 1.6, opacity=0.35),
    ), rect(x, y, w, h, r)


def laptop(c, cx, y1, y2, w, screen, shell="#c9cbd0"):
    """Open laptop, front view. y1 top of the lid, y2 front edge of the base."""
    h = y2 - y1
    lid_h = h * 0.8
    lx = cx - w / 2
    lid = rect(lx, y1, w, lid_h, 20)
    m = w * 0.024
    inner = rect(lx + m, y1 + m, w - 2 * m, lid_h - 2 * m, 6)
    deck = poly([(lx + 6, y1 + lid_h), (lx + w - 6, y1 + lid_h), (lx + w * 1.09, y2 - 14), (lx - w * 0.09, y2 - 14)])
    edge = f"M{n(lx - w * 0.09)} {n(y2 - 14)}H{n(lx + w * 1.09)}Q{n(lx + w * 1.09)} {n(y2)} {n(lx + w * 1.05)} {n(y2)}H{n(lx - w * 0.05)}Q{n(lx - w * 0.09)} {n(y2)} {n(lx - w * 0.09)} {n(y2 - 14)}Z"
    keys = []
    for row in range(4):
        t0 = 0.14 + row * 0.14
        for k in range(12):
            u0, u1 = 0.1 + k * 0.0675, 0.1 + k * 0.0675 + 0.058
            pts = []
            for u, t in ((u0, t0), (u1, t0), (u1, t0 + 0.11), (u0, t0 + 0.11)):
                half = w / 2 * (1 + 0.18 * t)
                pts.append((cx - half + 2 * half * u, y1 + lid_h + (h * 0.2 - 14) * t))
            keys.append(path(poly(pts), "#33343c"))
    pad = []
    for u, t in ((0.38, 0.74), (0.62, 0.74), (0.63, 0.95), (0.37, 0.95)):
        half = w / 2 * (1 + 0.18 * t)
        pad.append((cx - half + 2 * half * u, y1 + lid_h + (h * 0.2 - 14) * t))
    art = [
        path(lid, c.linear([(0, "#3a3b44"), (1, "#1e1f26")], 0, 0, 1, 1)),
        line(lid, "#d8dade", 3),
        path(inner, "#f7f5f0"),
        group(screen(lx + m, y1 + m, w - 2 * m, lid_h - 2 * m), clip_path=c.clip(inner)),
        group(path(poly([(lx, y1), (lx + w * 0.5, y1), (lx + w * 0.2, y1 + lid_h), (lx, y1 + lid_h)]), "#ffffff", opacity=0.1), clip_path=c.clip(inner)),
        path(deck, c.linear([(0, dark(shell, 0.2)), (0.3, light(shell, 0.25)), (1, shell)], 0, 0, 0.6, 1)),
        *keys,
        line(poly(pad), dark(shell, 0.25), 2, opacity=0.7),
        path(edge, c.linear([(0, light(shell, 0.5)), (1, dark(shell, 0.4))], 0, 0, 0, 1)),
    ]
    return group(*art), group(path(lid, "#000"), path(deck, "#000"), path(edge, "#000"))


def wireframe(c, accent="#b5694a", second="#e3c3a0"):
    """A one-page shop as a screen function."""

    def screen(x, y, w, h):
        ink = "#4a4652"
        out = [path(rect(x, y, w, h), "#fbf8f2"), path(rect(x, y, w, h * 0.09), "#ffffff")]
        out.append(path(ellipse(x + w * 0.05, y + h * 0.045, h * 0.026), accent))
        out.append(path(rect(x + w * 0.085, y + h * 0.034, w * 0.13, h * 0.022, 4), ink))
        for k in range(3):
            out.append(path(rect(x + w * (0.62 + k * 0.12), y + h * 0.036, w * 0.08, h * 0.018, 4), "#b9b4ba"))
        out.append(path(rect(x + w * 0.04, y + h * 0.12, w * 0.92, h * 0.34, 8), c.linear([(0, second), (1, mix(second, accent, 0.55))], 0, 0, 1, 1)))
        out.append(
            path(rect(x + w * 0.08, y + h * 0.19, w * 0.3, h * 0.045, 5), "#ffffff")
            + path(rect(x + w * 0.08, y + h * 0.26, w * 0.22, h * 0.024, 4), "#ffffff", opacity=0.8)
        )
        out.append(path(rect(x + w * 0.08, y + h * 0.33, w * 0.15, h * 0.06, h * 0.03), accent))
        pot = smooth(
            [
                (x + w * 0.7, y + h * 0.17),
                (x + w * 0.73, y + h * 0.24),
                (x + w * 0.8, y + h * 0.34),
                (x + w * 0.76, y + h * 0.43),
                (x + w * 0.66, y + h * 0.43),
                (x + w * 0.62, y + h * 0.34),
                (x + w * 0.69, y + h * 0.24),
            ]
        )
        out.append(path(pot, c.linear([(0, "#fff6ea"), (1, dark(accent, 0.1))])))
        for k in range(4):
            cx = x + w * (0.04 + k * 0.236)
            out.append(path(rect(cx, y + h * 0.51, w * 0.21, h * 0.42, 7), "#ffffff") + line(rect(cx, y + h * 0.51, w * 0.21, h * 0.42, 7), "#e6e0da", 1.5))
            out.append(path(rect(cx, y + h * 0.51, w * 0.21, h * 0.24, 7), (second, "#bccdc8", "#d3b8cf", "#f3d78c")[k]))
            out.append(path(ellipse(cx + w * 0.105, y + h * 0.64, h * 0.075), (accent, "#5f7f81", "#7d5a86", "#c98a2e")[k]))
            out.append(
                path(rect(cx + w * 0.015, y + h * 0.785, w * 0.14, h * 0.022, 4), ink)
                + path(rect(cx + w * 0.015, y + h * 0.825, w * 0.09, h * 0.02, 4), "#b9b4ba")
            )
            out.append(path(rect(cx + w * 0.015, y + h * 0.868, w * 0.1, h * 0.036, h * 0.018), "#3f9a5a"))
        return group(*out)

    return screen


def grid_screen(c, tones, heading="#e39b62"):
    """Picture grid of a shop profile as a screen function."""

    def screen(x, y, w, h):
        out = [path(rect(x, y, w, h), "#ffffff")]
        out.append(path(ellipse(x + w * 0.18, y + h * 0.135, w * 0.105), c.linear([(0, "#f2c65a"), (1, heading)], 0, 0, 1, 1)))
        out.append(
            path(ellipse(x + w * 0.18, y + h * 0.135, w * 0.085), "#fff6ea")
            + path(smooth([(x + w * 0.18, y + h * 0.1), (x + w * 0.225, y + h * 0.14), (x + w * 0.18, y + h * 0.17), (x + w * 0.135, y + h * 0.14)]), heading)
        )
        for k, ww in enumerate((0.42, 0.3)):
            out.append(path(rect(x + w * 0.36, y + h * (0.105 + k * 0.04), w * ww, h * 0.018, 4), "#4a4652" if k == 0 else "#b9b4ba"))
        out.append(path(rect(x + w * 0.06, y + h * 0.215, w * 0.88, h * 0.045, 8), heading))
        size = w / 3
        for i in range(12):
            px, py = x + (i % 3) * size, y + h * 0.285 + (i // 3) * size
            tone = tones[i % len(tones)]
            out.append(path(rect(px + 2, py + 2, size - 4, size - 4), c.linear([(0, light(tone, 0.5)), (1, tone)], 0, 0, 1, 1)))
            mx, my, s = px + size / 2, py + size / 2, size * 0.3
            ink = dark(tone, 0.4)
            if i % 4 == 0:
                out.append(
                    path(rect(mx - s * 0.6, my - s, s * 1.2, s * 1.9, s * 0.2), ink)
                    + path(rect(mx - s * 0.4, my - s * 0.2, s * 0.8, s * 0.7), light(tone, 0.7))
                )
            elif i % 4 == 1:
                out.append("".join(move(path(smooth([(0, 0), (s * 0.4, -s * 0.6), (0, -s), (-s * 0.4, -s * 0.6)]), ink), mx, my, a * 72) for a in range(5)))
            elif i % 4 == 2:
                out.append(path(ellipse(mx, my + s * 0.2, s, s * 0.7), ink) + path(ellipse(mx, my, s * 0.8, s * 0.3), light(tone, 0.6)))
            else:
                out.append(line(rect(mx - s * 0.8, my - s * 0.9, s * 1.6, s * 1.8), ink, s * 0.3))
        return group(*out)

    return screen


def camera(c, cx, cy, w, body="#2b2a30"):
    """Mirrorless camera seen from behind-side is hard to read; this is the front view."""
    h = w * 0.66
    x, y = cx - w / 2, cy - h / 2
    shell = rect(x, y + h * 0.16, w, h * 0.84, w * 0.07)
    hump = poly([(cx - w * 0.17, y + h * 0.2), (cx - w * 0.12, y), (cx + w * 0.12, y), (cx + w * 0.17, y + h * 0.2)])
    r = h * 0.36
    ly = y + h * 0.58
    rings = [
        path(ellipse(cx, ly, r * 1.12), c.linear([(0, "#5a5a62"), (0.5, "#26262c"), (1, "#121216")], 0, 0, 1, 1)),
        path(ellipse(cx, ly, r), c.linear([(0, "#17171b"), (1, "#4a4a52")], 0, 0, 1, 1)),
        path(ellipse(cx, ly, r * 0.84), "#0d0d12"),
        path(ellipse(cx, ly, r * 0.66), c.radial([(0, "#41567a"), (0.5, "#1c2238"), (1, "#07070c")], 0.4, 0.35, 0.7)),
        path(ellipse(cx - r * 0.22, ly - r * 0.25, r * 0.2, r * 0.14), "#d9e6ff", opacity=0.8, filter=blur(c, r * 0.04)),
        path(ellipse(cx + r * 0.22, ly + r * 0.24, r * 0.1), "#a97fd0", opacity=0.55, filter=blur(c, r * 0.04)),
    ]
    knurl = "".join(
        line(
            f"M{n(cx + r * 1.02 * math.cos(a))} {n(ly + r * 1.02 * math.sin(a))}L{n(cx + r * 1.1 * math.cos(a))} {n(ly + r * 1.1 * math.sin(a))}",
            "#77777f",
            1.6,
            opacity=0.6,
        )
        for a in (k * math.pi / 30 for k in range(60))
    )
    return group(
        path(hump, slope(c, body, 0.16)),
        path(rect(x + w * 0.08, y + h * 0.08, w * 0.16, h * 0.1, 6), steel(c)),
        path(rect(x + w * 0.74, y + h * 0.06, w * 0.13, h * 0.12, 6), steel(c)),
        path(shell, slope(c, body, 0.14), filter=relief(c, 5, 6, 0.2, 16, 0.35)),
        path(rect(x, y + h * 0.36, w, h * 0.5), dark(body, 0.35), opacity=0.8),
        path(rect(x + w * 0.04, y + h * 0.3, w * 0.12, h * 0.62, w * 0.04), light(body, 0.06), filter=relief(c, 6, 6, 0.1, 12, 0.35)),
        *rings,
        knurl,
        path(ellipse(x + w * 0.88, y + h * 0.27, w * 0.02), "#c8442e"),
    ), group(path(shell, "#000"), path(hump, "#000"))


def camera_back(c, cx, cy, w, live, body="#2b2a30"):
    """The same camera from behind, its screen showing `live(x, y, w, h)`."""
    h = w * 0.66
    x, y = cx - w / 2, cy - h / 2
    shell = rect(x, y + h * 0.16, w, h * 0.84, w * 0.07)
    hump = poly([(cx - w * 0.17, y + h * 0.2), (cx - w * 0.12, y), (cx + w * 0.12, y), (cx + w * 0.17, y + h * 0.2)])
    finder = rect(cx - w * 0.09, y + h * 0.05, w * 0.18, h * 0.16, 8)
    sx, sy, sw, sh = x + w * 0.06, y + h * 0.3, w * 0.66, h * 0.6
    keys = "".join(
        path(ellipse(x + w * px, y + h * py, w * 0.032), "#4a4a52", filter=relief(c, 2, 3, 0.3, 16, 0.4))
        for px, py in ((0.8, 0.36), (0.91, 0.36), (0.8, 0.86), (0.91, 0.86))
    )
    dial = path(ellipse(x + w * 0.855, y + h * 0.62, w * 0.085), "#3a3a42", filter=relief(c, 3, 4, 0.3, 16, 0.4)) + path(
        ellipse(x + w * 0.855, y + h * 0.62, w * 0.035), "#15141a"
    )
    return group(
        path(hump, slope(c, body, 0.16)),
        path(rect(x + w * 0.08, y + h * 0.08, w * 0.16, h * 0.1, 6), steel(c)),
        path(rect(x + w * 0.74, y + h * 0.06, w * 0.13, h * 0.12, 6), steel(c)),
        path(shell, slope(c, body, 0.14), filter=relief(c, 5, 6, 0.2, 16, 0.35)),
        path(finder, "#0d0d12") + line(finder, "#5a5a62", 5),
        path(rect(sx - 8, sy - 8, sw + 16, sh + 16, 10), "#15141a"),
        group(live(sx, sy, sw, sh), clip_path=c.clip(rect(sx, sy, sw, sh, 4))),
        line(
            f"M{n(sx + sw / 3)} {n(sy)}v{n(sh)}M{n(sx + 2 * sw / 3)} {n(sy)}v{n(sh)}M{n(sx)} {n(sy + sh / 3)}h{n(sw)}M{n(sx)} {n(sy + 2 * sh / 3)}h{n(sw)}",
            "#ffffff",
            1.4,
            opacity=0.55,
        ),
        group(
            path(poly([(sx, sy), (sx + sw * 0.5, sy), (sx + sw * 0.2, sy + sh), (sx, sy + sh)]), "#ffffff", opacity=0.12),
            clip_path=c.clip(rect(sx, sy, sw, sh, 4)),
        ),
        keys,
        dial,
    ), group(path(shell, "#000"), path(hump, "#000"))


def tripod(c, cx, y1, y2, spread, tone="#2f2f36"):
    """Three legs and a head."""
    out = []
    for dx, w in ((-spread, 16), (spread, 16), (spread * 0.12, 14)):
        foot = y2 if abs(dx) > spread * 0.5 else y2 - (y2 - y1) * 0.06
        mx, my = cx + dx * 0.5, (y1 + foot) / 2
        out.append(line(f"M{n(cx)} {n(y1 + 30)}L{n(mx)} {n(my)}", tone, w))
        out.append(line(f"M{n(mx)} {n(my)}L{n(cx + dx)} {n(foot)}", light(tone, 0.18), w * 0.66))
        out.append(line(f"M{n(cx - 3)} {n(y1 + 30)}L{n(cx - 3 + dx)} {n(foot)}", "#ffffff", 2, opacity=0.3))
        out.append(path(ellipse(mx, my, w * 0.62), dark(tone, 0.3)))
    out.append(path(rect(cx - 15, y1, 30, 70, 6), steel(c)))
    out.append(path(rect(cx - 26, y1 - 12, 52, 20, 5), tone))
    return group(*out)


def softbox(c, cx, cy, size, turn=0):
    """Square studio lamp, glowing face."""
    s = size / 2
    face = poly([(-s, -s), (s, -s * 0.86), (s, s * 0.86), (-s, s)])
    return group(
        path(poly([(s, -s * 0.86), (s * 1.4, -s * 0.3), (s * 1.4, s * 0.3), (s, s * 0.86)]), c.linear([(0, "#3a3a44"), (1, "#17171c")])),
        path(rect(s * 1.38, -s * 0.2, s * 0.5, s * 0.4, 8), "#26262c"),
        path(face, c.radial([(0, "#ffffff"), (0.7, "#fff6e2"), (1, "#f2dcb4")], 0.5, 0.5, 0.75)),
        line(face, "#2a2a30", 9),
        transform=f"translate({n(cx)} {n(cy)}) rotate({n(turn)})",
    )


def lamp_glow(c, cx, cy, r, strength=0.5):
    """Light around a lamp."""
    return path(ellipse(cx, cy, r), c.radial([(0, "#fff8e2", strength), (1, "#fff8e2", 0)]))


def sheet(c, x, y, w, h, turn, art, tone="#fdfaf3"):
    """Paper lying on a table seen from above; `art` in a w x h box."""
    d = rect(0, 0, w, h, 3)
    from .light import drop

    return group(
        drop(c, d, 7, 9, 7, 0.3), path(d, slope(c, tone, 0.04)), group(art, clip_path=c.clip(d)), transform=f"translate({n(x)} {n(y)}) rotate({n(turn)})"
    )


def standing(c, x, y, w, h, lean, art):
    """Screen or board leaning back: content box w x h laid on a slight trapezoid-like parallelogram."""
    return group(art, transform=onto((x + lean, y), (x + w + lean, y), (x, y + h), w, h))

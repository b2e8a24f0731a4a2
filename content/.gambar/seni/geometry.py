"""Plain geometry: SVG path text from points, shapes and small random imperfections."""

import math

K = 0.24
"""Height of a horizontal circle divided by its width: the camera looks down by about 14 degrees."""


def n(value):
    """Shortest text of a coordinate with two decimals."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def poly(points, closed=True):
    """Straight-line path."""
    return "M" + "L".join(f"{n(x)} {n(y)}" for x, y in points) + ("Z" if closed else "")


def smooth(points, closed=True, tension=1.0):
    """Catmull-Rom curve through the points, as cubic Béziers."""
    count = len(points)
    out = [f"M{n(points[0][0])} {n(points[0][1])}"]
    last = count if closed else count - 1
    for i in range(last):
        if closed:
            p0, p1, p2, p3 = (points[(i + k - 1) % count] for k in range(4))
        else:
            p1, p2 = points[i], points[i + 1]
            p0 = points[i - 1] if i > 0 else p1
            p3 = points[i + 2] if i + 2 < count else p2
        t = tension / 6
        out.append(
            f"C{n(p1[0] + (p2[0] - p0[0]) * t)} {n(p1[1] + (p2[1] - p0[1]) * t)} "
            f"{n(p2[0] - (p3[0] - p1[0]) * t)} {n(p2[1] - (p3[1] - p1[1]) * t)} {n(p2[0])} {n(p2[1])}"
        )
    return "".join(out) + ("Z" if closed else "")


def rect(x, y, w, h, r=0.0):
    """Rectangle with round corners."""
    if r <= 0:
        return poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    r = min(r, w / 2, h / 2)
    return (
        f"M{n(x + r)} {n(y)}H{n(x + w - r)}A{n(r)} {n(r)} 0 0 1 {n(x + w)} {n(y + r)}V{n(y + h - r)}"
        f"A{n(r)} {n(r)} 0 0 1 {n(x + w - r)} {n(y + h)}H{n(x + r)}A{n(r)} {n(r)} 0 0 1 {n(x)} {n(y + h - r)}"
        f"V{n(y + r)}A{n(r)} {n(r)} 0 0 1 {n(x + r)} {n(y)}Z"
    )


def ellipse(cx, cy, rx, ry=None):
    """Full ellipse as a path."""
    ry = rx if ry is None else ry
    return f"M{n(cx - rx)} {n(cy)}A{n(rx)} {n(ry)} 0 1 1 {n(cx + rx)} {n(cy)}A{n(rx)} {n(ry)} 0 1 1 {n(cx - rx)} {n(cy)}Z"


def arch(x, y, w, h):
    """Door shape: half circle on a rectangle; `h` is the full height."""
    r = w / 2
    return f"M{n(x)} {n(y + h)}V{n(y + r)}A{n(r)} {n(r)} 0 0 1 {n(x + w)} {n(y + r)}V{n(y + h)}Z"


def blob(rnd, cx, cy, rx, ry, wobble=0.08, count=9, turn=0.0):
    """Closed irregular round shape."""
    points = []
    for i in range(count):
        a = 2 * math.pi * i / count
        f = 1 + rnd.uniform(-wobble, wobble)
        x, y = rx * f * math.cos(a), ry * f * math.sin(a)
        points.append((cx + x * math.cos(turn) - y * math.sin(turn), cy + x * math.sin(turn) + y * math.cos(turn)))
    return smooth(points)


def ring(cx, cy, radius, count, start=0.0):
    """Points on a circle with their angles."""
    for i in range(count):
        a = start + 2 * math.pi * i / count
        yield cx + radius * math.cos(a), cy + radius * math.sin(a), a


def along(points, steps):
    """Points evenly spaced in parameter on a Catmull-Rom curve, with the direction angle."""
    out = []
    spans = len(points) - 1
    for s in range(steps + 1):
        u = s / steps * spans
        i = min(int(u), spans - 1)
        t = u - i
        p1, p2 = points[i], points[i + 1]
        p0 = points[i - 1] if i > 0 else p1
        p3 = points[i + 2] if i + 2 <= spans else p2
        xy, d = [], []
        for k in range(2):
            a, b, c, e = p0[k], p1[k], p2[k], p3[k]
            xy.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - e) * t * t + (3 * b - a - 3 * c + e) * t**3))
            d.append(0.5 * ((c - a) + 2 * (2 * a - 5 * b + 4 * c - e) * t + 3 * (3 * b - a - 3 * c + e) * t * t))
        out.append((xy[0], xy[1], math.atan2(d[1], d[0])))
    return out


def ribbon(points, width, steps=24, taper=None):
    """Outline of a band around a curve; `taper(t)` scales the width along it."""
    left, right = [], []
    for i, (x, y, a) in enumerate(along(points, steps)):
        w = width / 2 * (taper(i / steps) if taper else 1)
        left.append((x - math.sin(a) * w, y + math.cos(a) * w))
        right.append((x + math.sin(a) * w, y - math.cos(a) * w))
    return smooth(left + right[::-1])


def onto(origin, right, down, w, h):
    """`matrix()` text that lays the box 0,0..w,h on the parallelogram origin/right/down."""
    a, b = (right[0] - origin[0]) / w, (right[1] - origin[1]) / w
    c, d = (down[0] - origin[0]) / h, (down[1] - origin[1]) / h
    return f"matrix({a:.5f} {b:.5f} {c:.5f} {d:.5f} {n(origin[0])} {n(origin[1])})"

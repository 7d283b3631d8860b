#!/usr/bin/env python3
"""Builds world.bin, the world map of the page: projected, quantised, shared borders.

Usage: build.py WORLD_ATLAS_FOLDER CODES_JSON

WORLD_ATLAS_FOLDER is the unpacked npm package world-atlas 2.0.2 (Natural Earth
4.1.0 as TopoJSON), CODES_JSON the file codes.json of the npm package
i18n-iso-countries 7 (rows of ISO 3166-1 codes). README.md in this folder says what
is taken from each and describes the format that is written.
"""

import json
import math
import sys
from pathlib import Path

WIDTH = 1000
SOUTH = -56.5  # The map ends south of Tierra del Fuego; Antarctica is left out.
SIMPLIFY = 0.35  # Smallest triangle that a point may span, in square units.

# Areas without an ISO 3166-1 code in the source, by their name there: drawn with
# the state that the United Nations lists them under; Kosovo has the user-assigned
# code that the European Union uses.
UNCODED = {"N. Cyprus": "CY", "Somaliland": "SO", "Kosovo": "XK"}

# Rings that belong to another ISO code than the country they are drawn with, by a
# point inside the ring: French Guiana has its own code; Crimea follows General
# Assembly resolution 68/262.
MOVED = [("FR", (-53.0, 4.0), "GF"), ("RU", (34.3, 45.3), "UA")]

# Codes that neither scale of the source has: longitude and latitude of a dot.
DOTS = {
    "BQ": (-68.27, 12.18), "BV": (3.36, -54.42), "CC": (96.87, -12.17),
    "CX": (105.63, -10.49), "GI": (-5.35, 36.14), "GP": (-61.55, 16.25),
    "MQ": (-61.02, 14.64), "RE": (55.53, -21.12), "SJ": (18.0, 78.5),
    "TK": (-171.85, -9.2), "TV": (179.2, -8.52), "YT": (45.15, -12.83),
}


def equal_earth(lon, lat):
    """Equal Earth: B. Savric, T. Patterson and B. Jenny, "The Equal Earth map
    projection", Int. J. Geogr. Inf. Sci. 33 (2019), equations 2 to 4. Equal-area,
    so that a tint does not weigh more for lying far north. Radians in, radii out."""
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    m = math.sqrt(3) / 2
    t = math.asin(m * math.sin(lat))
    x = lon * math.cos(t) / (m * (a1 + 3 * a2 * t**2 + 7 * a3 * t**6 + 9 * a4 * t**8))
    y = t * (a1 + a2 * t**2 + a3 * t**6 + a4 * t**8)
    return x, y


EDGE = equal_earth(math.pi, 0)[0]
SCALE = WIDTH / (2 * EDGE)
TOP = equal_earth(0, math.radians(83.7))[1]


def project(lon, lat):
    x, y = equal_earth(math.radians(lon), math.radians(lat))
    return (x + EDGE) * SCALE, (TOP - y) * SCALE


def decode_arcs(topology):
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        arcs.append(points)
    return arcs


def polygons(geometry):
    arcs = geometry.get("arcs", [])
    return [arcs] if geometry["type"] == "Polygon" else arcs


def ring_points(arcs, ring):
    points = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc if not points else arc[1:])
    return points


def inside(point, points):
    x, y = point
    odd = False
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            odd = not odd
    return odd


def crosses(arcs, ring):
    points = ring_points(arcs, ring)
    return any(abs(a[0] - b[0]) > 180 for a, b in zip(points, points[1:]))


def area(points):
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, points[1:])) / 2


def merge(rings):
    """The rings without the arcs that two of them share, stitched together."""
    every = [arc for ring in rings for arc in ring]
    if not any(~arc in every for arc in every):
        return rings
    kept = [ring for ring in rings if not any(~arc in every for arc in ring)]
    loose = [a for ring in rings if ring not in kept for a in ring if ~a not in every]
    while loose:
        ring = [loose.pop(0)]
        while True:
            end = ENDS(ring[-1])[1]
            following = next((arc for arc in loose if ENDS(arc)[0] == end), None)
            if following is None:
                break
            loose.remove(following)
            ring.append(following)
        kept.append(ring)
    return kept


def cut(arcs, countries):
    """Cuts the rings that cross the antimeridian, which the source leaves whole, into
    a western and an eastern ring. New arcs are added; shared borders stay shared."""
    pieces = {}
    for index in range(len(arcs)):
        parts = [[arcs[index][0]]]
        for a, b in zip(arcs[index], arcs[index][1:]):
            if abs(a[0] - b[0]) > 180:
                side = 180.0 if a[0] > 0 else -180.0
                beyond = b[0] + 360 if side > 0 else b[0] - 360
                share = (side - a[0]) / (beyond - a[0]) if beyond != a[0] else 0.0
                lat = a[1] + share * (b[1] - a[1])
                parts[-1].append((side, lat))
                parts.append([(-side, lat)])
            parts[-1].append(b)
        if len(parts) > 1:
            pieces[index] = list(range(len(arcs), len(arcs) + len(parts)))
            arcs.extend(parts)
    for rings in countries.values():
        for ring in [r for r in rings if any((a if a >= 0 else ~a) in pieces for a in r)]:
            whole = []
            for arc in ring:
                parts = pieces.get(arc if arc >= 0 else ~arc, [arc if arc >= 0 else ~arc])
                whole.extend(parts if arc >= 0 else [~p for p in reversed(parts)])
            rings.remove(ring)
            rings.extend(close(arcs, whole))


def close(arcs, ring):
    """The rings of one that was cut at the antimeridian: pieces of one side belong
    together, joined by straight lines along the meridian."""
    east = [a for a in ring if sum(x for x, _ in ring_points(arcs, [a])) > 0]
    west = [a for a in ring if a not in east]
    out = []
    for side in (east, west):
        # Start after a gap, so that the pieces follow each other.
        gaps = [
            i for i in range(len(side))
            if ring_points(arcs, [side[i - 1]])[-1] != ring_points(arcs, [side[i]])[0]
        ]
        side = side[gaps[0]:] + side[:gaps[0]] if gaps else side
        closed = []
        for i, arc in enumerate(side):
            closed.append(arc)
            end = ring_points(arcs, [arc])[-1]
            start = ring_points(arcs, [side[(i + 1) % len(side)]])[0]
            if end != start:
                arcs.append([end, start])
                closed.append(len(arcs) - 1)
        out.append(closed)
    return out


def simplify(points):
    """Visvalingam-Whyatt: drops the point with the smallest triangle until each
    spans at least SIMPLIFY. The ends stay, so that shared borders still meet."""
    points = list(points)
    least = 5 if points[0] == points[-1] else 2
    while len(points) > least:
        sizes = [
            (abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2, i + 1)
            for i, (a, b, c) in enumerate(zip(points, points[1:], points[2:]))
        ]
        smallest, at = min(sizes)
        if smallest >= SIMPLIFY:
            break
        del points[at]
    return points


def quantise(points):
    rounded = [(round(x), round(y)) for x, y in points]
    out = rounded[:1]
    for point in rounded[1:]:
        if point != out[-1]:
            out.append(point)
    return out


def varint(value, out):
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)


def signed(value, out):
    varint(value << 1 if value >= 0 else (-value << 1) - 1, out)


def write_arc(points, out):
    varint(len(points) - 1, out)
    signed(points[0][0], out)
    signed(points[0][1], out)
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        dx, dy = x2 - x1, y2 - y1
        if -7 <= dx <= 8 and -7 <= dy <= 8 and (dx, dy) != (8, 8):
            out.append((dx + 7) << 4 | dy + 7)
        else:
            out.append(0xFF)
            signed(dx, out)
            signed(dy, out)


def centre(points):
    """The centroid of a closed ring; the mean of its points where it has no area."""
    size = area(points)
    if abs(size) < 1e-9:
        return tuple(sum(axis) / len(points) for axis in zip(*points))
    x = y = 0
    for (x1, y1), (x2, y2) in zip(points, points[1:]):
        cross = x1 * y2 - x2 * y1
        x, y = x + (x1 + x2) * cross, y + (y1 + y2) * cross
    return x / (6 * size), y / (6 * size)


def rings_by_code(topology, arcs, codes):
    countries = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(geometry.get("id")) or UNCODED.get(name)
        if code is None:
            print(f"left out, no code: {name}", file=sys.stderr)
            continue
        countries.setdefault(code, []).extend(r for p in polygons(geometry) for r in p)
    for source, point, target in MOVED:
        if source not in countries:
            continue
        rings = [r for r in countries[source] if inside(point, ring_points(arcs, r))]
        countries[source] = [r for r in countries[source] if r not in rings]
        countries.setdefault(target, []).extend(rings)
    return countries


def main():
    global ENDS
    atlas, codes_file = Path(sys.argv[1]), Path(sys.argv[2])
    codes = {row[2]: row[0] for row in json.loads(codes_file.read_text())}
    coarse = json.loads((atlas / "countries-110m.json").read_text())
    fine = json.loads((atlas / "countries-50m.json").read_text())

    arcs = decode_arcs(coarse)
    ENDS = lambda arc: (arcs[arc][0], arcs[arc][-1]) if arc >= 0 else (arcs[~arc][-1], arcs[~arc][0])
    countries = rings_by_code(coarse, arcs, codes)
    crossing = [c for c, rings in countries.items() for r in rings if crosses(arcs, r)]
    print("cut at the antimeridian:", " ".join(crossing))
    countries = {code: merge(rings) for code, rings in countries.items() if code != "AQ"}
    cut(arcs, countries)
    for code, rings in countries.items():
        corners = lambda ring: set(quantise([project(*p) for p in ring_points(arcs, ring)]))
        rings[:] = [ring for ring in rings if len(corners(ring)) > 2]
    countries = {code: rings for code, rings in countries.items() if rings}

    used = sorted({a if a >= 0 else ~a for rings in countries.values() for r in rings for a in r})
    number = {arc: i for i, arc in enumerate(used)}
    drawn = [quantise(simplify([project(*p) for p in arcs[arc]])) for arc in used]

    fine_arcs = decode_arcs(fine)
    dots = {}
    for code, rings in rings_by_code(fine, fine_arcs, codes).items():
        if code in countries or code == "AQ":
            continue
        outlines = [[project(*p) for p in ring_points(fine_arcs, r)] for r in rings]
        dots[code] = centre(max(outlines, key=lambda points: abs(area(points))))
    for code, place in DOTS.items():
        assert code not in dots and code not in countries, code
        dots[code] = project(*place)

    out = bytearray()
    height = round(max(y for arc in drawn for _, y in arc)) + 2
    varint(WIDTH, out)
    varint(height, out)
    varint(len(drawn), out)
    for arc in drawn:
        write_arc(arc, out)
    varint(len(countries), out)
    for code in sorted(countries):
        out += code.encode()
        varint(len(countries[code]), out)
        for ring in countries[code]:
            varint(len(ring), out)
            for arc in ring:
                index = number[arc if arc >= 0 else ~arc]
                signed(index if arc >= 0 else ~index, out)
    varint(len(dots), out)
    for code in sorted(dots):
        out += code.encode()
        varint(round(dots[code][0]), out)
        varint(round(dots[code][1]), out)
    Path(__file__).with_name("world.bin").write_bytes(out)
    points = sum(map(len, drawn))
    missing = sorted(set(codes.values()) - set(countries) - set(dots))
    print(f"{len(countries)} shapes, {len(dots)} dots, {points} points, {WIDTH} x {height}, {len(out)} bytes")
    print("without a place on the map:", " ".join(missing))


if __name__ == "__main__":
    main()

"""What a large archive costs: the store's answers and the window over it, at growing sizes, and a chart of how they grow."""
import json
import math
import os
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OFFSCREEN = os.path.join(ROOT, "tests", "ui", "offscreen.sh")
SCHEMAS = dict(os.environ, GSETTINGS_SCHEMA_DIR=os.path.join(ROOT, "build", "data"))


def tool(name, *arguments):
    command = [os.path.join(ROOT, "build", "tests", name), *arguments]
    out = subprocess.run([OFFSCREEN, *command] if name == "bench-window" else command, capture_output=True, text=True, check=True, env=SCHEMAS).stdout
    return [json.loads(line) for line in out.splitlines()]


def archive(n):
    """Made once for each size and kept under build/archive; remove the folder to have it made anew."""
    folder = os.path.join(ROOT, "build", "archive", str(n))
    path, told = os.path.join(folder, "desk.db"), os.path.join(folder, "made.json")
    if not os.path.exists(told):
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        made, = tool("bench-archive", "make", path, str(n))
        with tempfile.TemporaryDirectory() as other:
            bare, = tool("bench-archive", "bare", os.path.join(other, "bare.db"), str(min(n, 100000)))
        with open(told, "w", encoding="utf8") as out:
            json.dump({"made": made, "bare": bare}, out)
    with open(told, encoding="utf8") as known:
        return folder, path, json.load(known)


def row(name, n, value, unit, yardstick="", other=0.0):
    return {"name": f"{name}@{n}", "value": round(value, 3), "unit": unit, "yardstick": yardstick, "yardstick_value": round(other, 3), "ratio": round(value / other, 3) if other else 0.0}


def of_store(n):
    _, path, told = archive(n)
    rows = [row("ingest", n, told["made"]["per_second"], "articles/s", "bare SQLite and FTS5, the same rows, articles/s", told["bare"]["per_second"]),
            row("size", n, os.path.getsize(path) / n, "bytes an article", "title and text, bytes", told["made"]["raw"] / n)]
    for answer in tool("bench-archive", "ask", path, str(n)):
        rows.append(row(answer["name"], n, answer["value"], answer["unit"], answer["yardstick"], answer["yardstick_value"]))
    return rows


def seconds_to_frame(folder):
    """Exec to the first frame with stories in it, and closed: the median of five."""
    took = []
    for _ in range(5):
        start = time.monotonic()
        subprocess.run([OFFSCREEN, os.path.join(ROOT, "build", "tests", "bench-frame"), folder], check=True, capture_output=True, env=SCHEMAS)
        took.append(time.monotonic() - start)
    return statistics.median(took) * 1000


def of_window(n):
    """On a copy: stories arrive while it is measured."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as sample:
        shutil.copy(archive(n)[1], os.path.join(folder, "desk.db"))
        subprocess.run([os.path.join(ROOT, "build", "src", "attachectl"), "import", "--profile", sample, "--sample"], check=True, capture_output=True)
        opened = row("open", n, seconds_to_frame(folder), "ms to stories on the screen", "the same with 64 stories, ms", seconds_to_frame(sample))
        ours = {answer["name"]: answer for answer in tool("bench-window", folder)}
    bare = {answer["name"]: answer for answer in tool("bench-window", "bare", str(n))}
    return [opened] + [row(name, n, answer["value"], answer["unit"], "a plain list of as many rows" if name in bare else "", bare.get(name, {"value": 0})["value"]) for name, answer in ours.items()]


LINES = {"everything": "everything", "click": "a click on topics", "search-whole": "two words or a phrase", "search-topic": "words, a topic and a year", "columns": "first answer after opening", "scroll-jump": "a jump in the list"}
COLOURS = ["#1a5fb4", "#26a269", "#c64600", "#813d9c", "#5e5c64", "#a51d2d"]


def chart(rows, path):
    """Milliseconds, 95 of 100, over articles; both in powers of ten."""
    points = {}
    for one in rows:
        name, _, n = one["name"].partition("@")
        if n and name in LINES:
            points.setdefault(name, []).append((int(n), one["value"]))
    sizes = sorted({n for line in points.values() for n, _ in line})
    if len(sizes) < 2:
        return
    def x(n): return 70 + 420 * (math.log10(n) - math.log10(sizes[0])) / (math.log10(sizes[-1]) - math.log10(sizes[0]))
    def y(ms): return 330 - 300 * (math.log10(max(ms, 0.1)) + 1) / 4.5
    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="760" height="380" font-family="sans-serif" font-size="12">', '<rect width="760" height="380" fill="white"/>']
    for ms in (0.1, 1, 10, 16, 100, 1000):
        dash = ' stroke-dasharray="4 3"' if ms == 16 else ""
        out.append(f'<line x1="70" x2="490" y1="{y(ms):.1f}" y2="{y(ms):.1f}" stroke="#ccc"{dash}/><text x="62" y="{y(ms) + 4:.1f}" text-anchor="end">{ms:g} ms</text>')
    for n in sizes:
        out.append(f'<text x="{x(n):.1f}" y="350" text-anchor="middle">{n:,}</text>')
    low = 1000.0   # labels, the lowest line first, keep clear of each other
    for colour, (name, line) in sorted(zip(COLOURS, points.items()), key=lambda one: max(one[1][1])[1]):
        line.sort()
        low = min(low - 15, y(line[-1][1]))
        out.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{" ".join(f"{x(n):.1f},{y(ms):.1f}" for n, ms in line)}"/>')
        out.append(f'<text x="500" y="{low + 4:.1f}" fill="{colour}">{LINES[name]}: {line[-1][1]:.0f} ms</text>')
    out.append("</svg>")
    with open(path, "w", encoding="utf8") as file:
        file.write("\n".join(out))


def measure(sizes):
    rows = []
    for n in sizes:
        rows += of_store(n) + of_window(n)
    chart(rows, os.path.join(ROOT, "build", "bench.svg"))
    return rows

#!/usr/bin/env python3
"""make bench: every figure beside a yardstick taken in the same run.   bench.py [--only NAME] [--pool FILE] [--pages FOLDER] [--sizes N,N]

Prints a table and writes build/bench.json, a list of {"name", "value", "unit", "yardstick", "yardstick_value", "ratio"}.
Measured on the machine at hand, which may be busy: the ratios say more than the values.
"""
import argparse
import json
import lzma
import os
import shutil
import statistics
import subprocess
import tempfile
import time

import archive
import peers

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
OFFSCREEN = os.path.join(ROOT, "tests", "ui", "offscreen.sh")
CORE = ("parse", "analyze")


def core(name, texts=""):
    environment = dict(os.environ, ATTACHE_BENCH_TEXTS=texts)
    out = subprocess.run([os.path.join(ROOT, "build", "tests", "bench-core"), name], capture_output=True, text=True, check=True, env=environment).stdout
    return [json.loads(line) for line in out.splitlines()]


FEEDPARSER = "import feedparser, sys; assert feedparser.parse(open(sys.argv[1], 'rb').read()).entries"


def texts_of(path, out):
    """Articles of a JSON-lines file (.xz or plain), parted by form feeds: what analysis is timed on."""
    with (lzma.open(path, "rt", encoding="utf8") if path.endswith(".xz") else open(path, encoding="utf8")) as lines:
        texts = [json.loads(line)["text"].replace("\n", "\n\n").replace("\f", " ") for line in lines]
    with open(out, "w", encoding="utf8") as file:
        file.write("\f".join(texts))


def seconds_of(command, rounds):
    took = []
    for _ in range(rounds):
        start = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        took.append(time.monotonic() - start)
    return statistics.median(took)


def newsboat(folder, feed):
    """Its parser has no door of its own: a reload of one local feed into an empty cache, so its writing is in the figure."""
    urls, cache = os.path.join(folder, "urls"), os.path.join(folder, "cache.db")
    with open(urls, "w", encoding="utf8") as out:
        out.write(f"file://{feed}\n")
    return ["sh", "-c", f"rm -f '{cache}'; exec newsboat -u '{urls}' -c '{cache}' -C /dev/null -x reload"]


def parse_peers():
    """Whole processes on the same file: bytes in, articles in memory, and how much memory."""
    program = os.path.join(ROOT, "build", "tests", "bench-core")
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        small, large = os.path.join(folder, "small.xml"), os.path.join(folder, "large.xml")
        subprocess.run([program, "feed", small, "5000000"], check=True)
        subprocess.run([program, "feed", large, "50000000"], check=True)
        ours = seconds_of([program, "parse-file", small], 5)
        peers = {"newsboat, reload of the file": newsboat(folder, small)} if shutil.which("newsboat") else {}
        if subprocess.run(["/usr/bin/python3", "-c", "import feedparser"], capture_output=True).returncode == 0:
            peers["feedparser"] = ["/usr/bin/python3", "-c", FEEDPARSER, small]
        for peer, command in peers.items():
            theirs = seconds_of(command, 3)
            rows.append({"name": "parse-5MB", "value": round(ours * 1000, 1), "unit": "ms, whole process", "yardstick": peer + ", ms",
                         "yardstick_value": round(theirs * 1000, 1), "ratio": round(ours / theirs, 4)})
        peak = json.loads(subprocess.run([program, "parse-file", large], capture_output=True, check=True).stdout)
        rows.append({"name": "parse-memory", "value": round(peak["peak_kb"] / 1000, 1), "unit": "MB at the height, process", "yardstick": "the feed itself, MB",
                     "yardstick_value": round(peak["bytes"] / 1e6, 1), "ratio": round(peak["peak_kb"] * 1024 / peak["bytes"], 3)})
    return rows


READABILITY_JS = """
const {JSDOM, VirtualConsole} = require('jsdom'), {Readability} = require('@mozilla/readability'), fs = require('fs'), path = require('path');
const quiet = new VirtualConsole(), folder = process.argv[1];
const pages = fs.readdirSync(folder).filter(name => name.endsWith('.html')).filter((name, i) => i % 10 == 0).map(name => fs.readFileSync(path.join(folder, name), 'utf8'));
const start = process.hrtime.bigint();
for (const page of pages) try { new Readability(new JSDOM(page, {url: 'https://example.org/a', virtualConsole: quiet}).window.document).parse(); } catch (error) { }
console.log(Number(process.hrtime.bigint() - start) / 1e6 / pages.length);
"""
READABILITY = "import sys, time, glob, os\nfrom readability import Document\npages = [open(p, 'rb').read().decode('utf8', 'replace') for p in glob.glob(os.path.join(sys.argv[1], '*.html'))]\nstart = time.monotonic()\nfor page in pages:\n    try:\n        Document(page).summary()\n    except Exception:\n        pass\nprint((time.monotonic() - start) * 1000 / len(pages))"


def pages(folder):
    """A page's article and metadata, beside the HTML parser alone, and beside python's and JavaScript's readability where they are installed."""
    rows = [json.loads(subprocess.run([os.path.join(ROOT, "build", "tests", "bench-page"), folder], capture_output=True, text=True, check=True).stdout)]
    if folder and subprocess.run(["/usr/bin/python3", "-c", "import readability"], capture_output=True).returncode == 0:
        theirs = float(subprocess.run(["/usr/bin/python3", "-c", READABILITY, folder], capture_output=True, text=True, check=True).stdout)
        rows.append(dict(rows[0], name="page-peer", yardstick="python's readability, ms", yardstick_value=round(theirs, 2), ratio=round(rows[0]["value"] / theirs, 3)))
    peers = os.path.join(ROOT, "build", "peers")
    if folder and shutil.which("npm"):
        subprocess.run(["npm", "install", "--silent", "--no-audit", "--prefix", peers, "@mozilla/readability@0.6", "jsdom@26"], capture_output=True)
    if folder and os.path.isdir(os.path.join(peers, "node_modules", "jsdom")):   # every tenth page: it takes its time
        theirs = float(subprocess.run(["node", "-e", READABILITY_JS, os.path.abspath(folder)], capture_output=True, text=True, check=True, cwd=peers).stdout)
        rows.append(dict(rows[0], name="page-peer-js", yardstick="readability.js on jsdom, ms", yardstick_value=round(theirs, 2), ratio=round(rows[0]["value"] / theirs, 3)))
    return rows


def seconds_to_picture(profile, rounds=5):
    """From exec to the first frame with everything in it, saved and closed: the whole process, off-screen."""
    took = []
    for _ in range(rounds):
        start = time.monotonic()
        subprocess.run([OFFSCREEN, os.path.join(ROOT, "build", "tests", "bench-frame"), *profile], check=True, capture_output=True)
        took.append(time.monotonic() - start)
    return statistics.median(took) * 1000


def first_frame():
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([os.path.join(ROOT, "build", "src", "attachectl"), "import", "--profile", folder, "--sample"], check=True, capture_output=True)
        ours, bare = seconds_to_picture([folder]), seconds_to_picture([])
    return [{"name": "first-frame", "value": round(ours, 1), "unit": "ms, display server and all", "yardstick": "an empty AdwApplicationWindow, ms",
             "yardstick_value": round(bare, 1), "ratio": round(ours / bare, 3)}]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="")
    parser.add_argument("--pages", default="", help="a folder of .html files; made-up pages unless given")
    parser.add_argument("--pool", default="", help="a JSON-lines file of articles to analyse; made-up text unless given")
    parser.add_argument("--sizes", default="", help="of the made-up archives, in articles: 10000,100000,1000000 unless given; a million takes ten minutes to make, once")
    options = parser.parse_args()
    only = options.only
    rows = []
    for name in CORE:
        if not only or only == name or only.startswith(name):
            with tempfile.NamedTemporaryFile(suffix=".txt") as texts:
                if options.pool and name == "analyze":
                    texts_of(options.pool, texts.name)
                rows += core(name, texts.name if options.pool and name == "analyze" else "")
    if not only or "parse".startswith(only):
        rows += parse_peers()
    if not only or only == "page":
        rows += pages(options.pages)
    if not only or only == "archive":
        rows += archive.measure([int(n) for n in (options.sizes or "10000,100000,1000000").split(",")])
    if not only or only == "peers":
        rows += peers.measure(ROOT)
    if not only or only == "first-frame":
        rows += first_frame()
    for row in rows:
        print(f"{row['name']:24} {row['value']:12.2f} {row['unit']:28} {row['ratio']:8.2f} x  {row['yardstick']} ({row['yardstick_value']:.2f})")
    path = os.path.join(ROOT, "build", "bench.json")
    known = []
    if only and os.path.exists(path):   # one figure anew, the others as they were
        with open(path, encoding="utf8") as old:
            known = [row for row in json.load(old) if row["name"] not in {new["name"] for new in rows}]
    with open(path, "w", encoding="utf8") as out:
        json.dump(known + rows, out, indent=1, ensure_ascii=False)


if __name__ == "__main__":
    main()

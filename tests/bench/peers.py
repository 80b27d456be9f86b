"""A thousand feeds of forty stories: how long a first round takes and what it costs, and a second one in which nothing is new.

Ours, newsboat and Liferea fetch from the same server in the same run; what is not installed is left out. newsboat keeps no
validators in its first round, so its third is the one to compare; Liferea keeps them only while it runs. Both are given what
helps them: newsboat its own pace, Liferea no start of a second process. Liferea also fetches icons, and draws a window.
"""
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import tempfile
import time
import urllib.request

FEEDS, ITEMS = 1000, 40
TICK = os.sysconf("SC_CLK_TCK")


def spent(command, env=None):
    """Seconds by the clock and of processor of a command that ends by itself."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env={**os.environ, **(env or {})})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.monotonic() - begin, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def rows(database, table):
    try:
        with sqlite3.connect(f"file:{database}?mode=ro", uri=True) as db:
            return db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    except sqlite3.Error:
        return 0


class Server:
    def __init__(self, program):
        self.process = subprocess.Popen([program, str(FEEDS), str(ITEMS)], stdout=subprocess.PIPE, text=True)
        self.port = self.process.stdout.readline().strip()
        self.urls = [f"http://127.0.0.1:{self.port}/feed/{n}.xml" for n in range(FEEDS)]

    def count(self):
        """Answers of 200 and 304 since it was last asked."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/count") as answer:
            return [int(n) for n in answer.read().split()]


def ours(root, server, folder):
    program, desk = os.path.join(root, "build", "src", "attachectl"), os.path.join(folder, "desk")
    opml = os.path.join(folder, "list.opml")
    with open(opml, "w", encoding="utf8") as out:
        out.write('<opml version="2.0"><body>' + "".join(f'<outline xmlUrl="{url}"/>' for url in server.urls) + "</body></opml>")
    first = spent([program, "import", "--profile", desk, opml])   # and fetches them
    assert server.count() == [FEEDS, 0] and rows(os.path.join(desk, "desk.db"), "entry") == FEEDS * ITEMS
    second = spent([program, "refresh", "--all", "--profile", desk])
    assert server.count() == [0, FEEDS]
    return first, second


def newsboat(server, folder):
    urls, cache = os.path.join(folder, "urls"), os.path.join(folder, "cache.db")
    with open(urls, "w", encoding="utf8") as out:
        out.write("\n".join(server.urls) + "\n")
    command = ["newsboat", "-u", urls, "-c", cache, "-C", "/dev/null", "-x", "reload"]
    first = spent(command, {"HOME": folder})
    assert rows(cache, "rss_item") == FEEDS * ITEMS
    spent(command, {"HOME": folder})
    server.count()
    third = spent(command, {"HOME": folder})
    assert server.count() == [0, FEEDS]
    return first, third


def descendants(pid):
    with open(f"/proc/{pid}/task/{pid}/children", encoding="utf8") as children:
        for child in map(int, children.read().split()):
            yield child
            yield from descendants(child)


def processor(pid):
    total = 0
    for one in list(descendants(pid)):
        try:
            with open(f"/proc/{one}/stat", encoding="utf8") as stat:
                fields = stat.read().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12])
        except OSError:
            pass   # it ended meanwhile
    return total / TICK


def settled(pid, begin, done):
    """Until done, and then until two seconds pass without work: seconds to done, of processor in all."""
    while not done():
        assert time.monotonic() - begin < 300
        time.sleep(0.1)
    wall, last, quiet = time.monotonic() - begin, processor(pid), 0
    while quiet < 20:
        time.sleep(0.1)
        now = processor(pid)
        quiet, last = (quiet + 1, last) if now - last < 0.05 else (0, now)
    return wall, last


def liferea(server, folder):
    for name in ("config/liferea", "data", "cache", "run"):
        os.makedirs(os.path.join(folder, name), mode=0o700)
    with open(os.path.join(folder, "config", "liferea", "feedlist.opml"), "w", encoding="utf8") as out:   # an interval each: with none nothing is fetched at the start
        out.write('<opml version="1.0"><body>' + "".join(f'<outline title="{n}" text="{n}" type="rss" htmlUrl="" xmlUrl="{url}" id="b{n:06d}" updateInterval="1440"/>' for n, url in enumerate(server.urls)) + "</body></opml>")
    database, bus = os.path.join(folder, "data", "liferea", "liferea.db"), os.path.join(folder, "bus")
    env = {**os.environ, "HOME": folder, "XDG_CONFIG_HOME": folder + "/config", "XDG_DATA_HOME": folder + "/data", "XDG_CACHE_HOME": folder + "/cache", "XDG_RUNTIME_DIR": folder + "/run",
           "GSETTINGS_BACKEND": "memory", "NO_AT_BRIDGE": "1"}
    begin = time.monotonic()
    program = subprocess.Popen(["xvfb-run", "-a", "dbus-run-session", "--", "sh", "-c", f'echo "$DBUS_SESSION_BUS_ADDRESS" >{bus}; exec liferea'], env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        first = settled(program.pid, begin, lambda: rows(database, "items") == FEEDS * ITEMS)
        server.count()
        begin, seen = time.monotonic(), [0, 0]
        with open(bus, encoding="utf8") as address:
            env["DBUS_SESSION_BUS_ADDRESS"] = address.read().strip()
        subprocess.run(["dbus-send", "--session", "--print-reply", "--dest=org.gnome.feed.Reader", "/org/gnome/feed/Reader", "org.gnome.feed.Reader.Refresh"], env=env, check=True, stdout=subprocess.DEVNULL)

        def all_asked():
            seen[:] = [a + b for a, b in zip(seen, server.count())]
            return sum(seen) >= FEEDS
        second = settled(program.pid, begin, all_asked)
    finally:
        for one in list(descendants(program.pid)):
            subprocess.run(["kill", str(one)], stderr=subprocess.DEVNULL, check=False)
        program.wait()
    return first, (second[0], second[1] - first[1])


def measure(root, rounds=3):
    server = Server(os.path.join(root, "build", "tests", "bench-press"))
    readers = {"ours": lambda folder: ours(root, server, folder)}
    if shutil.which("newsboat"):
        readers["newsboat"] = lambda folder: newsboat(server, folder)
    if shutil.which("liferea") and shutil.which("xvfb-run"):
        readers["Liferea"] = lambda folder: liferea(server, folder)
    took = {name: [] for name in readers}
    with urllib.request.urlopen(server.urls[0]) as answer:
        body = answer.read()
    try:
        for _ in range(rounds):
            for name, reader in readers.items():
                server.count()
                with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                    took[name].append(reader(folder))
    finally:
        server.process.kill()
    middle = {name: [[statistics.median(run[n][k] for run in runs) for k in (0, 1)] for n in (0, 1)] for name, runs in took.items()}
    result = []
    for n, what in enumerate(("first", "nothing-new")):
        for k, unit in enumerate(("s", "s of processor")):
            mine = middle["ours"][n][k]
            for name in [peer for peer in middle if peer != "ours"]:
                result.append({"name": f"round@1000-{what}", "value": round(mine, 2), "unit": unit, "yardstick": f"{name}, {unit}", "yardstick_value": round(middle[name][n][k], 2), "ratio": round(mine / middle[name][n][k], 3)})
    first, second = middle["ours"][0][1], middle["ours"][1][1]
    result.append({"name": "round@1000-second", "value": round(second, 2), "unit": "s of processor", "yardstick": "the first round", "yardstick_value": round(first, 2), "ratio": round(second / first, 4)})
    whole = len(body) * FEEDS / 1e6
    peak = took["ours"][0][0][2]   # of all children so far, and these were the first
    result.append({"name": "round@1000-memory", "value": round(peak, 1), "unit": "MB at the height", "yardstick": "what is fetched, MB", "yardstick_value": round(whole, 1), "ratio": round(peak / whole, 3)})
    return result

#!/usr/bin/env python3
"""Killed at any moment, the desk loses nothing.   test-kill.py ATTACHECTL SOURCE_ROOT.  Prints TAP.

Each round the program works on a desk and is killed after a moment drawn by lot from the time the work takes; then the store
must be whole, hold everything it held before, once, with its read marks, and go on. KILLS says how many rounds (24 unless told;
make soak: 200). The lots are drawn from a fixed seed, and what a round does is decided by its number.
"""
import contextlib
import http.server
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
KILLS = int(os.environ.get("KILLS", "24"))
FEEDS, STORIES = 12, 15
folder = tempfile.mkdtemp(prefix="attache-kill.")
desk = os.path.join(folder, "desk")
edition = 0   # how many stories each feed has published, in steps
lots = random.Random(20260115)


class Press(http.server.BaseHTTPRequestHandler):
    """Feed n carries all its stories so far; what comes once, comes again."""

    def do_GET(self):
        feed = self.path.rsplit("/", 1)[1]
        items = "".join(
            f"<item><guid isPermaLink='false'>{feed}-{n}</guid><title>Envoys meet, round {n} of wire {feed}</title>"
            f"<description>The envoys of China and the United States met in Geneva for round {n}. \"We will meet again,\" said Wang Yi.</description></item>"
            for n in range(STORIES * (edition + 1)))
        body = f"<rss version='2.0'><channel><title>Wire {feed}</title>{items}</channel></rss>".encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rss+xml")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            pass   # who asked was killed

    def log_message(self, *arguments):
        pass


def sql(statement, path=None):
    with contextlib.closing(sqlite3.connect(path or os.path.join(desk, "desk.db"), timeout=20)) as database:
        database.create_function("worded", 1, lambda text: text, deterministic=True)   # store/folding.h: the words here have blanks between them, and plain letters
        rows = database.execute(statement).fetchall()
        database.commit()
    return ["|".join("" if value is None else str(value) for value in row) for row in rows]


def run(*arguments):
    return subprocess.run([PROGRAM, *arguments, "--profile", desk], capture_output=True, text=True, timeout=120)


def whole():
    """The store has no fault, and its tables tell one story."""
    assert sql("PRAGMA integrity_check") == ["ok"]
    assert sql("INSERT INTO search(search, rank) VALUES ('integrity-check', 1)") == []
    assert sql("SELECT count(*) FROM (SELECT id FROM article EXCEPT SELECT id FROM entry)") == ["0"]
    assert sql("SELECT count(*) FROM (SELECT id FROM entry EXCEPT SELECT id FROM article)") == ["0"]
    assert sql("SELECT count(*) FROM article a LEFT JOIN body b ON b.article=a.id WHERE b.article IS NULL") == ["0"]
    assert sql("SELECT count(*) - count(DISTINCT feed || '/' || title) FROM article") == ["0"], "a story is there twice"


def held():
    return set(sql("SELECT feed || '/' || title FROM article")), set(sql("SELECT id FROM entry WHERE flags & 1")), set(sql("SELECT name FROM monitor")), set(sql("SELECT url FROM feed"))


def outlines(name, numbers, port):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("<opml version='2.0'><body>" + "".join(f"<outline type='rss' text='{n}' xmlUrl='http://127.0.0.1:{port}/{name}/{n}'/>" for n in numbers) + "</body></opml>")
    return path


def kill_while(arguments, longest):
    """Starts the work and kills it, somewhere between its first and its last moment. Whether it was killed."""
    work = subprocess.Popen([PROGRAM, *arguments, "--profile", desk], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        work.wait(timeout=lots.random() * longest)
    except subprocess.TimeoutExpired:
        work.send_signal(signal.SIGKILL)
    return work.wait() == -signal.SIGKILL


def time_of(*arguments):
    begin = time.monotonic()
    run(*arguments)
    return time.monotonic() - begin


def rounds(port):
    """Stories written, feeds imported, monitors saved, old ones let go of: killed, looked at, gone on with."""
    global edition
    run("import", outlines("first", range(FEEDS), port))
    longest = time_of("refresh", "--all")
    killed = 0
    for n in range(KILLS):
        whole()
        before = held()
        sql("UPDATE entry SET flags = flags | 1 WHERE id IN (SELECT id FROM entry WHERE NOT flags & 1 ORDER BY id LIMIT 7)")
        marked = set(sql("SELECT id FROM entry WHERE flags & 1"))
        edition += n % 12 == 0
        work = [("refresh", "--all"), ("import", outlines(f"more{n}", range(3), port)), ("refresh", "--all"), ("monitor", "--add", f"watch{n}", "topic:china"), ("refresh", "--all"), ("keep", "--number", "100000")][n % 6]
        killed += kill_while(work, longest * 0.9 if work[0] == "refresh" else 0.15)
        whole()
        after = held()
        assert before[0] <= after[0], f"round {n}, {work[0]}: lost {sorted(before[0] - after[0])[:5]}"
        assert marked <= after[1], f"round {n}: read marks were lost"
        assert before[2] <= after[2] and before[3] <= after[3], f"round {n}: a monitor or a feed was lost"
    done = run("refresh", "--all")
    assert done.returncode == 0, done.stderr
    whole()
    feeds = len(held()[3])
    assert len(held()[0]) == feeds * STORIES * (edition + 1), "every story of every feed is there, once"
    assert killed >= KILLS // 3, f"only {killed} of {KILLS} rounds were killed: the lots are too long"
    print(f"# {killed} of {KILLS} rounds killed; {len(held()[0])} stories of {feeds} feeds, all there")


def corrected():
    return set(sql("SELECT article || '/' || name || '/' || verdict FROM correction"))


def put_back(copy):
    """The copy again, whatever was made of the desk; the state it is in then."""
    assert run("restore", copy).returncode == 0
    assert run("feeds").returncode == 0
    whole()
    return held(), corrected()


def upkeep(port):
    """Copied, taken back, corrected and undone, old stories let go of and their room given back: killed, looked at, gone on with."""
    global edition
    shutil.rmtree(desk, ignore_errors=True)
    edition = 4
    run("import", outlines("upkeep", range(FEEDS), port))
    run("refresh", "--all")
    copy, other = os.path.join(folder, "copy.db"), os.path.join(folder, "other.db")
    sql("UPDATE entry SET flags = flags | 2 WHERE id % 9 = 0")   # starred ones stay
    starred = set(sql("SELECT id FROM entry WHERE flags & 2"))
    longest = {"backup": time_of("backup", copy), "restore": time_of("restore", copy) + time_of("feeds")}
    story = run("list", "--limit", "1", "--json").stdout
    story = str(json.loads(story)[0]["id"])
    longest["correct"], longest["keep"] = time_of("correct", story, "Harbours"), time_of("keep", "--number", "3", "forever")
    full, _ = put_back(copy)
    for moved in ([], [""], ["", "-wal"]):   # killed while the copy was put in its place: the next one goes on
        shutil.copy(copy, os.path.join(desk, "desk.db.restore"))
        for ending in moved:
            if os.path.exists(os.path.join(desk, "desk.db" + ending)):
                os.replace(os.path.join(desk, "desk.db" + ending), os.path.join(desk, "desk.db.before" + ending))
        assert run("feeds").returncode == 0
        whole()
        assert held() == full
    os.path.exists(os.path.join(desk, "desk.db.restore")) and os.unlink(os.path.join(desk, "desk.db.restore"))
    killed = 0
    for n in range(max(KILLS // 2, 12)):
        work = [("backup", other), ("restore", copy), ("correct", story, "Harbours", *(["--undo"] if corrected() else [])), ("keep", "--number", "3", "forever")][n % 4]
        before, said = held(), corrected()
        killed += kill_while(work, longest[work[0]] * 0.9)
        done = run("feeds")
        assert done.returncode == 0, f"round {n}, {work[0]}: {done.stderr}"
        whole()
        after = held()
        if work[0] == "backup" and os.path.exists(other):
            assert sql("PRAGMA integrity_check", other) == ["ok"] and set(sql("SELECT feed || '/' || title FROM article", other)) == before[0]
            os.unlink(other)
        if work[0] == "correct":
            assert len(said ^ corrected()) <= 1
        if work[0] == "keep":   # each feed holds the newest, and nothing that is starred went
            assert sql("SELECT count(*) FROM (SELECT feed FROM article GROUP BY feed HAVING count(*) >= 3)") == [str(FEEDS)]
            assert starred <= set(sql("SELECT id FROM entry WHERE flags & 2"))
            assert put_back(copy)[0] == full
        else:
            assert after == before if work[0] != "restore" else after == full, f"round {n}: {work[0]} changed what is held"
    assert killed >= max(KILLS // 2, 12) // 4, f"only {killed} were killed: the lots are too long"
    print(f"# {killed} of {max(KILLS // 2, 12)} killed in upkeep")


def migration():
    """An old desk on its way to what this program writes."""
    old = os.path.join(folder, "old.db")
    first = open(os.path.join(ROOT, "src/core/store/migrations/0001-press.sql"), encoding="utf-8").read()
    stories = ("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<4000) "
               "INSERT INTO article (id, feed, key, published, url, title, summary) SELECT i, 1, 'k' || i, 1700000000 + i, 'https://wire.example/' || i, 'Story ' || i, '' FROM n;"
               "INSERT INTO body SELECT id, 'Envoys met for round ' || id FROM article; INSERT INTO entry SELECT published, id, 1, id % 2, x'' FROM article;"
               "INSERT INTO search (search) VALUES ('rebuild');")
    done = subprocess.run(["sqlite3", old], input=f"PRAGMA journal_mode=WAL; BEGIN; {first}; INSERT INTO feed (id, url) VALUES (1, 'https://wire.example/feed'); {stories} COMMIT; PRAGMA user_version=1;",
                          capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    longest, killed = 0, 0
    for n in range(max(KILLS // 4, 6)):
        shutil.rmtree(desk, ignore_errors=True)
        os.mkdir(desk)
        shutil.copy(old, os.path.join(desk, "desk.db"))
        if n == 0:
            longest = time_of("feeds")
            continue
        killed += kill_while(("feeds",), longest * 0.8)
        assert sql("PRAGMA integrity_check") == ["ok"]
        done = run("feeds")   # the next start brings it the rest of the way
        assert done.returncode == 0, done.stderr
        whole()
        assert sql("SELECT count(*), sum(flags & 1) FROM entry") == ["4000|2000"]
    assert killed > 0
    print(f"# {killed} migrations killed")


def two_at_once():
    """Two programs on an old desk, and on one that is in use: each does its work, or says why not."""
    shutil.rmtree(desk, ignore_errors=True)
    os.mkdir(desk)
    shutil.copy(os.path.join(folder, "old.db"), os.path.join(desk, "desk.db"))
    both = [subprocess.Popen([PROGRAM, "feeds", "--profile", desk], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    errors = [work.communicate(timeout=60)[1] for work in both]
    assert [work.returncode for work in both] == [0, 0], errors
    whole()
    assert sql("SELECT count(*) FROM entry") == ["4000"]


def full(port):
    """A disk that fills up at one write or another: said, nothing lost, and gone on with when there is room."""
    global edition
    room = os.path.join(folder, "room")
    os.makedirs(room, exist_ok=True)
    for n in range(8):
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "none", room], check=True)
        try:
            shutil.rmtree(desk, ignore_errors=True)
            os.symlink(room, desk)
            edition = 0
            run("import", outlines("full", range(FEEDS), port))
            assert run("refresh", "--all").returncode == 0
            before = held()
            assert len(before[0]) == FEEDS * STORIES
            with open(os.path.join(room, "filler"), "wb") as filler:   # so much that it ends a little later each time
                free = os.statvfs(room)
                filler.write(b"x" * max(free.f_bavail * free.f_frsize - 4096 * (1 + 9 * n), 0))
            edition = 4
            done = run("refresh", "--all")
            assert done.returncode == 1 and "disk is full" in done.stdout + done.stderr, f"room {n}: exit {done.returncode}, {done.stdout + done.stderr}"
            listed = run("list", "--limit", "5")
            assert listed.returncode == 0 and listed.stdout.count("\n") >= 5, f"room {n}: what is there cannot be read: {listed.stderr} {os.listdir(room)}"
            os.unlink(os.path.join(room, "filler"))
            subprocess.run(["mount", "-o", "remount,size=64m", room], check=True)
            whole()
            assert before[0] <= held()[0], "a story was lost"
            done = run("refresh", "--all")
            assert done.returncode == 0, done.stderr
            whole()
            assert len(held()[0]) == FEEDS * STORIES * (edition + 1)
        finally:
            subprocess.run(["umount", "-l", room], check=True)
            os.unlink(desk)


def fixed(port):
    """A home that may only be read: what is there is read, and what is not done is said."""
    global edition
    edition = 0
    room = os.path.join(folder, "room")
    os.makedirs(room, exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "none", room], check=True)
    try:
        shutil.rmtree(desk, ignore_errors=True)
        os.symlink(room, desk)
        run("import", outlines("fixed", range(2), port))
        assert run("refresh", "--all").returncode == 0
        subprocess.run(["mount", "-o", "remount,ro", room], check=True)
        listed = run("list", "--limit", "5")
        assert listed.returncode == 0 and listed.stdout.count("\n") >= 5, listed.stderr
        beside = subprocess.run([PROGRAM, "list", "--limit", "5", "--profile", os.path.basename(room)], cwd=folder, capture_output=True, text=True, timeout=60)
        assert beside.stdout == listed.stdout, "by a path from here as well: " + beside.stderr
        refused = run("refresh", "--all")
        assert refused.returncode == 1 and "may not be written" in refused.stderr, refused.stderr
    finally:
        subprocess.run(["umount", "-l", room], check=True)
        os.unlink(desk)


def own_room():
    """The tests of disks again, in a name space of its own, where anybody may mount."""
    if subprocess.run(["unshare", "-Urm", "mount", "-t", "tmpfs", "none", folder], capture_output=True).returncode:
        return "no room of its own can be had here"
    done = subprocess.run(["unshare", "-Urm", sys.executable, os.path.abspath(__file__), PROGRAM, ROOT, "disks"], capture_output=True, text=True, timeout=170)
    assert done.returncode == 0, done.stdout + done.stderr


def main():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Press)
    port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    tests = [("full disks", lambda: full(port)), ("a home that may only be read", lambda: fixed(port))] if sys.argv[3:] == ["disks"] else [("disks full and read-only", own_room), ("killed", lambda: rounds(port)), ("killed in upkeep", lambda: upkeep(port)), ("killed while migrating", migration), ("two at once", two_at_once)]
    failed = 0
    print(f"1..{len(tests)}")
    for n, (name, test) in enumerate(tests, 1):
        try:
            skipped = test()
            print(f"ok {n} {name}" + (f" # SKIP {skipped}" if skipped else ""), flush=True)
        except Exception as error:   # noqa: BLE001
            failed += 1
            print(f"not ok {n} {name}\n# {type(error).__name__}: {error}", flush=True)
    server.shutdown()
    shutil.rmtree(folder, ignore_errors=True)
    sys.exit(failed > 0)


main()

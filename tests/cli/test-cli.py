#!/usr/bin/env python3
"""attachectl as somebody at a shell uses it.   test-cli.py ATTACHECTL SOURCE_ROOT.  Prints TAP."""
import contextlib
import csv
import http.server
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading

PROGRAM, ROOT = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SAMPLE = os.path.join(ROOT, "data", "sample")
VERBS = ["add", "remove", "feeds", "import", "export", "refresh", "sign-in", "pages", "list", "topics", "articles", "trends", "note", "label", "monitor", "keep", "contacts", "backup", "restore", "rescue", "diagnose", "show", "parse", "outlines", "extract", "analyze", "correct", "corrections", "topic"]
folder = tempfile.mkdtemp(prefix="attache-cli.")
profile = ["--profile", os.path.join(folder, "desk")]


def run(*arguments, text=None, status=0):
    done = subprocess.run([PROGRAM, *arguments], input=text, capture_output=True, text=True, timeout=120)
    assert done.returncode == status, f"{' '.join(arguments)}: exit {done.returncode}, not {status}\n{done.stderr}"
    assert status == 0 or done.stderr.count("\n") >= 1, "a failure says why"
    return done.stdout


def list_in(zone):
    done = subprocess.run([PROGRAM, "list", *profile, "--limit", "10"], capture_output=True, text=True, timeout=120, env={**os.environ, "TZ": zone})
    return [line.split()[1] for line in done.stdout.splitlines()]


def help_and_usage():
    assert all(verb in run("--help") for verb in VERBS)
    for verb in VERBS:
        assert "Usage:" in run(verb, "--help")
        run(verb, "--no-such-option", status=2)
    run(status=2)
    run("no-such-verb", status=2)
    run("parse", status=2)
    run("parse", folder + "/no-such-file", status=2)


def parse_and_outlines():
    feed = json.loads(run("parse", SAMPLE + "/meridian-wire.xml"))
    assert feed["format"] == "rss20" and feed["well_formed"] and len(feed["entries"]) == 12
    assert json.loads(run("parse", SAMPLE + "/harbour-post.xml"))["format"] == "atom10"
    assert json.loads(run("parse", "-", text=open(SAMPLE + "/pacific-review.json", encoding="utf8").read()))["format"] == "json11"
    assert len(json.loads(run("outlines", SAMPLE + "/sample.opml"))["feeds"]) == 6
    run("parse", "-", text="<html>no feed</html>", status=2)
    run("outlines", SAMPLE + "/meridian-wire.xml", status=2)


def analyze():
    text = "Beijing condemned arms sales to Taiwan.\n\n“We will respond firmly to this,” said Wang Yi, and the United States took note."
    article = json.loads(run("analyze", "--title", "China warns US over Taiwan arms", "-", text=text))
    assert "taiwan" in [topic["id"] for topic in article["topics"]]
    assert {"CHN", "TWN", "USA"} <= {actor.get("code") for actor in article["actors"]}
    quote, = article["quotes"]
    assert quote["speaker"] == "Wang Yi" and text.encode()[quote["start"]:quote["end"]].decode() == quote["text"]
    lines = "".join(json.dumps({"id": str(i), "title": "T", "text": text}) + "\n" for i in range(3))
    assert [json.loads(line)["id"] for line in run("analyze", "--json-lines", "-", text=lines).splitlines()] == ["0", "1", "2"]
    run("analyze", "--json-lines", "-", text="not json\n", status=2)


def extract():
    page = "<html lang=en><head><title>A headline that is long enough | Site</title><meta name=author content='A. Writer'></head><body><nav>Menu</nav><article>" + \
        "".join(f"<p>Paragraph {i} of the story, long enough to count as one, with commas, and words.</p>" for i in range(5)) + "</article></body></html>"
    article = json.loads(run("extract", "--url", "https://e.example/a", "-", text=page))
    assert article["title"] == "A headline that is long enough" and article["byline"] == "A. Writer" and article["language"] == "en"
    assert article["text"].count("Paragraph") == 5 and "Menu" not in article["text"]


def no_desk():
    """Only what brings something in makes a desk: a mistyped folder stays empty, and is named."""
    typo = os.path.join(folder, "dsek")
    for verb in (["feeds"], ["remove", "1"], ["export"], ["refresh"], ["pages", "1", "auto"], ["list"], ["topics"], ["articles"], ["trends", "topic:iran"], ["note", "1", "A word."],
                 ["label"], ["monitor"], ["keep", "30"], ["contacts"], ["backup", os.path.join(folder, "copy.db")], ["diagnose"], ["show", "1"], ["correct", "1", "taiwan"], ["corrections"]):
        done = subprocess.run([PROGRAM, verb[0], "--profile", typo, *verb[1:]], capture_output=True, text=True, timeout=120)
        assert done.returncode == 2 and typo in done.stderr and not os.path.exists(typo), f"{verb}: {done.returncode} {done.stderr}"


def sample_desk():
    assert "6 new feeds" in run("import", *profile, "--sample")
    topics = {topic["id"]: topic["count"] for topic in json.loads(run("topics", *profile, "--json"))}
    assert topics["taiwan"] >= 10 and topics["russia"] >= 10
    assert len(json.loads(run("list", *profile, "--json", "--limit", "100", "topic:taiwan"))) == topics["taiwan"]
    fewer = json.loads(run("list", *profile, "--json", "--limit", "100", "topic:taiwan", "-topic:us-china"))
    assert 0 < len(fewer) < topics["taiwan"]
    assert json.loads(run("list", *profile, "--json", "--limit", "100", "--", "-topic:us-china", "topic:taiwan")) == fewer
    assert len(run("list", *profile, "--limit", "10").splitlines()) == 10
    assert list_in("JST-9") != list_in("UTC") == [story["published"][:16] for story in json.loads(run("list", *profile, "--json", "--limit", "10"))], "a person reads the time of the clock on the wall"
    article = json.loads(run("show", *profile, "--json", str(fewer[0]["id"])))
    assert any(topic["id"] == "taiwan" and topic["evidence"] for topic in article["topics"])
    run("show", *profile, "999999", status=2)
    run("list", *profile, "since:soon", status=2)


def ids(*query):
    return {article["id"] for article in json.loads(run("list", *profile, "--json", "--limit", "100", *query))}


def corrections():
    before = ids("topic:taiwan")
    one, other = sorted(before)[0], sorted(ids() - before)[0]
    run("correct", *profile, str(one), "taiwan", "--not")
    run("correct", *profile, str(other), "taiwan")
    assert one not in ids("topic:taiwan") and other in ids("topic:taiwan")
    said = [json.loads(line) for line in run("corrections", *profile).splitlines()]
    assert {(c["article"], c["about"]) for c in said} == {(one, False), (other, True)}
    run("topic", *profile, "--name", "Weather", "storm")   # everything is marked anew, and the corrections stand
    assert one not in ids("topic:taiwan") and other in ids("topic:taiwan")
    run("correct", *profile, "--undo", str(one), "taiwan")
    run("correct", *profile, "--undo", str(other), "taiwan")
    run("topic", *profile, "--remove", "my-weather")
    assert ids("topic:taiwan") == before and run("corrections", *profile) == ""
    run("correct", *profile, "999999", "taiwan", status=2)
    run("correct", *profile, str(one), "taiwann", status=2)   # no topic
    run("correct", *profile, "1", status=2)
    run("correct", *profile, "1", "taiwan", "--kind", "animal", status=2)


def slips_of_the_pen():
    """What means nothing is refused, and what means two things is asked about: nothing is done to the wrong one."""
    twins = os.path.join(folder, "twins")
    outlines = os.path.join(folder, "twins.opml")
    open(outlines, "w").write('<opml version="2.0"><body><outline type="rss" text="Harbour" title="Harbour" xmlUrl="http://127.0.0.1:9/one"/><outline type="rss" text="Harbour" title="Harbour" xmlUrl="http://127.0.0.1:9/two"/></body></opml>')
    run("import", "--profile", twins, outlines, status=1)   # nobody answers there
    for verb in (["remove", "Harbour"], ["pages", "Harbour", "auto"], ["keep", "30", "--feed", "Harbour"], ["refresh", "Harbour"], ["sign-in", "Harbour"]):
        done = subprocess.run([PROGRAM, verb[0], "--profile", twins, *verb[1:]], input="", capture_output=True, text=True, timeout=120)
        assert done.returncode == 2 and ("2 feeds" in done.stderr), f"{verb}: {done.returncode} {done.stderr}"
    assert len(json.loads(run("feeds", "--profile", twins, "--json"))) == 2
    run("remove", "--profile", twins, "http://127.0.0.1:9/one")
    run("remove", "--profile", twins, "Harbour")
    for verb in (["refresh", "Meridian", "Wire"], ["export", "a", "b"], ["note", "1abc", "A word."], ["label", "1x", "Later"], ["label", "1", ""], ["label", "1", "two\nlines"], ["correct", "1x", "taiwan"],
                 ["monitor", "--add", "", "iran"], ["monitor", "--add", "Iran", "iran", "--check"], ["topic", "--remove", "no-such-topic"], ["keep", "--folder", "No such folder", "5"]):
        run(verb[0], *profile, *verb[1:], status=2)
    run("topic", "--profile", os.path.join(folder, "dsek"), "--name", "Weather", "storm", status=2)
    assert not os.path.exists(os.path.join(folder, "dsek"))


def full_disk():
    """What could not be printed was not done, and is not said to be."""
    for verb in (["export"], ["list", "--json"], ["show", "1"], ["feeds"]):
        with open("/dev/full", "w") as full:
            done = subprocess.run([PROGRAM, verb[0], *profile, *verb[1:]], stdout=full, stderr=subprocess.PIPE, text=True, timeout=120)
        assert done.returncode == 1 and "written" in done.stderr, f"{verb}: {done.returncode} {done.stderr}"


def names():
    shown = [json.loads(run("show", *profile, "--json", str(article))) for article in sorted(ids())[:20]]
    name = next(actor["name"] for article in shown for actor in article["actors"] if actor["kind"] == "person")
    before = ids(f'actor:"{name}"')
    run("correct", *profile, name, "--same-as", "Somebody Else")
    assert before and ids('actor:"Somebody Else"') == before == ids(f'actor:"{name}"'), "who asks by the old name finds them by the new one"
    run("correct", *profile, name, "--same-as", "Somebody Else", "--undo")
    assert ids(f'actor:"{name}"') == before and not ids('actor:"Somebody Else"'), "and they are two again"
    run("correct", *profile, "Nobody At All", "--same-as", "Somebody Else", "--undo", status=2)
    run("correct", *profile, name, "--same-as", "Somebody Else")
    assert not any(actor["name"] == name for article in before for actor in json.loads(run("show", *profile, "--json", str(article)))["actors"])
    article = sorted(before)[0]
    run("correct", *profile, "--kind", "person", "--not", str(article), "Somebody Else")
    assert ids('actor:"Somebody Else"') == before - {article}


def speakers():
    """Whose words they are, as the reader says: also once everything was marked anew, and until that is taken back."""
    article, quote = next((id, quote) for id in sorted(ids()) for quote in json.loads(run("show", *profile, "--json", str(id)))["quotes"] if quote.get("speaker"))
    def speaker():
        return next(q.get("speaker") for q in json.loads(run("show", *profile, "--json", str(article)))["quotes"] if q["text"] == quote["text"])
    run("correct", *profile, str(article), quote["text"], "--said-by", "Jane Envoy")
    assert speaker() == "Jane Envoy" and article in ids('said:"Jane Envoy"')
    run("topic", *profile, "--name", "Weather", "storm")
    assert speaker() == "Jane Envoy"
    run("correct", *profile, str(article), quote["text"], "--said-by", "")
    run("topic", *profile, "--remove", "my-weather")
    assert not speaker() and article not in ids('said:"Jane Envoy"')
    assert [json.loads(line).get("said_by") for line in run("corrections", *profile).splitlines()][-2:] == ["Jane Envoy", ""]
    run("correct", *profile, "Jane Envoy", "--same-as", "Jane Ambassador")
    run("correct", *profile, "--undo", str(article), quote["text"], "--said-by", "")
    assert speaker() == "Jane Ambassador", "what was said before stands again, by the name the person goes by"
    run("correct", *profile, "--undo", str(article), quote["text"], "--said-by", "Jane Envoy")
    assert speaker() == quote["speaker"]
    run("correct", *profile, str(article), "words of nobody", "--said-by", "Jane Envoy", status=2)


def own_topics():
    run("topic", *profile, "--name", "Drills at sea", "--", "drills + {sea,strait,naval}", "-fire drills", "~exercise")
    assert "my-drills-at-sea\tdrills + {sea,strait,naval}\tstrong" in run("topic", *profile)
    found = ids("topic:my-drills-at-sea")
    assert found
    other = os.path.join(folder, "other")
    run("import", "--profile", other, "--sample")
    given = os.path.join(folder, "topics.tsv")
    with open(given, "w", encoding="utf8") as out:
        out.write(run("topic", *profile))
    run("topic", "--profile", other, "--import", given)
    assert "my-drills-at-sea" in run("topic", "--profile", other)
    assert len(run("list", "--profile", other, "topic:my-drills-at-sea").splitlines()) == len(found), "the stories there are, are marked"
    run("topic", "--profile", other, "--import", "-", text="no topic\n", status=2)
    run("topic", *profile, "--name", "Nothing", status=2)   # no term
    run("topic", *profile, "--remove", "my-drills-at-sea")
    assert "my-drills-at-sea" not in run("topic", *profile) and ids("topic:my-drills-at-sea") == set()


def in_and_out():
    opml = run("export", *profile)
    assert opml.count("xmlUrl") == 6
    with open(folder + "/out.opml", "w", encoding="utf8") as out:
        out.write(opml)
    other = ["--profile", os.path.join(folder, "other")]
    run("import", *other, folder + "/out.opml")
    assert len(json.loads(run("feeds", *other, "--json"))) == 6
    run("remove", *other, "Gulf Ledger")
    assert len(json.loads(run("feeds", *other, "--json"))) == 5
    run("remove", *other, "Gulf Ledger", status=2)


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/feed":
            body = open(SAMPLE + "/continental.xml", "rb").read()
        elif self.path == "/":
            body = b"<html><head><link rel=alternate type='application/rss+xml' href='/feed'></head></html>"
        else:
            self.send_error(404)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *what):
        pass


def add_and_refresh():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_address[1]}"
    desk = ["--profile", os.path.join(folder, "net")]
    found = json.loads(run("add", *desk, "--find", site))
    assert found[0]["url"] == site + "/feed" and not found[0]["subscribed"]
    run("add", *desk, site)
    feed, = json.loads(run("feeds", *desk, "--json"))
    assert feed["articles"] == 11
    run("add", *desk, site, status=1)   # there already
    run("refresh", *desk, "--all")
    server.shutdown()
    server.server_close()
    run("refresh", *desk, "--all", status=1)   # unreachable: told, and nothing lost
    feed, = json.loads(run("feeds", *desk, "--json"))
    assert feed["articles"] == 11 and feed["trouble"]


asked, go_on = threading.Event(), threading.Event()


class Members(Site):
    def do_GET(self):
        asked.set()
        go_on.wait(20)
        if self.headers.get("Authorization") == "Basic cmVhZGVyOnMzY3JldA==":   # reader:s3cret
            super().do_GET()
            return
        self.send_response(401)
        self.send_header("WWW-Authenticate", 'Basic realm="news"')
        self.send_header("Content-Length", "0")
        self.end_headers()


def passwords():
    """None stands in the list of processes, in what is printed or in the desk; a name and a password on standard input let in."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Members)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk, host = os.path.join(folder, "members"), f"127.0.0.1:{server.server_address[1]}"
    keyring = dict(os.environ, SECRET_BACKEND="file", SECRET_FILE_TEST_PATH=os.path.join(folder, "test.keyring"), SECRET_FILE_TEST_PASSWORD="opens the test's keyring",
                   ASAN_OPTIONS="detect_leaks=0")   # libsecret's file keyring leaks an etag where it writes a second time
    adding = subprocess.Popen([PROGRAM, "add", "--profile", desk, f"http://reader:s3cret@{host}/feed"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=keyring)
    asked.wait(20)
    with open(f"/proc/{adding.pid}/cmdline", "rb") as line:
        processes = line.read()
    go_on.set()
    said = b"".join(adding.communicate(timeout=120))
    assert b"s3cret" not in processes and b"reader" not in processes and host.encode() in processes, processes
    assert adding.returncode == 0 and b"s3cret" not in said, said
    with open(os.path.join(desk, "desk.db"), "rb") as store:
        assert b"s3cret" not in store.read()
    for password, status in (b"wrong", 1), (b"s3cret", 0):
        done = subprocess.run([PROGRAM, "sign-in", "--profile", desk, "1"], input=b"reader\n" + password + b"\n", capture_output=True, env=keyring, timeout=120)
        assert done.returncode == status and (b"401" in done.stderr) == bool(status), done
    server.shutdown()
    server.server_close()


PAGE = "<html lang=en><head><title>The harbour dues | The Post</title></head><body><nav class=menu><a href=/>Home</a></nav><article class='article-body'><h1>The harbour dues</h1>" + \
    "".join(f"<p>Paragraph {i} of the page, which the feed never had: China sent warships through the Taiwan Strait, and Taiwan protested in Beijing, with commas, and words enough.</p>" for i in range(6)) + "</article><footer>Imprint</footer></body></html>"


class Announcing(Site):
    """A feed of two lines a story; robots.txt keeps one of the three pages to itself, and one is gone."""
    asked, edited, conditional = [], False, 0

    def do_GET(self):
        Announcing.asked.append(self.path)
        Announcing.conditional += "If-None-Match" in self.headers
        if self.headers.get("If-None-Match") == '"first"' and self.path == "/open" and not self.edited:
            self.send_response(304)
            self.end_headers()
            return
        items = "".join(f"<item><guid>{n}</guid><title>The harbour dues {n}</title><link>http://{self.headers['Host']}/{n}</link><description>In short, {n}.</description></item>" for n in ("open", "private", "gone"))
        known = {"/feed": f"<rss version='2.0'><channel><title>Announcer</title><language>en-GB</language>{items}</channel></rss>", "/robots.txt": "User-agent: *\nDisallow: /private", "/open": PAGE.replace("<head>", "<head><link rel=next href='/open/2'>"),
                 "/open/2": PAGE.replace("Paragraph", "Stanza").replace("<head>", "<head><link rel=next href='/another'>"), "/private": PAGE}
        if self.path not in known:
            self.send_error(404)
            return
        self.send_response(200)
        if self.path == "/open":
            self.send_header("ETag", '"second"' if self.edited else '"first"')
        self.end_headers()
        self.wfile.write(known[self.path].replace("never had", "never had at all" if self.edited else "never had").encode())


def hours_go_by(desk):
    with sqlite3.connect(os.path.join(desk, "desk.db")) as store:
        store.execute("UPDATE page SET due=1 WHERE state=1")
    store.close()


def whole_articles():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Announcing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = ["--profile", os.path.join(folder, "whole")]
    run("add", *desk, f"http://127.0.0.1:{server.server_address[1]}/feed")
    assert "/open" not in Announcing.asked   # nobody asked for pages
    run("refresh", *desk, "--all", "--pages")
    assert run("list", *desk, "lang:en", "In short").count("harbour dues") == 2, "too short to tell, and the feed says it"
    stories = {story["title"][17:]: story["id"] for story in json.loads(run("list", *desk, "--json"))}
    whole = json.loads(run("show", *desk, "--json", str(stories["open"])))
    assert whole["text"].count("Paragraph") == 6 and whole["text"].count("Stanza") == 6 and "Imprint" not in whole["text"], "both of its pages"
    assert "/another" not in Announcing.asked   # the next article is not its third page
    assert [story["id"] for story in json.loads(run("list", *desk, "--json", "topic:taiwan"))] == [whole["id"]], "analysed anew on the whole text"
    assert [story["id"] for story in json.loads(run("list", *desk, "--json", '"feed never had"'))] == [whole["id"]], "found by words of the page"
    assert json.loads(run("show", *desk, "--json", str(stories["private"])))["text"].startswith("In short") and "/private" not in Announcing.asked
    assert Announcing.asked.count("/gone") == 1
    run("refresh", *desk, "--all", "--pages")   # the feed says what it said: the page stays, and nothing is asked for again
    again = json.loads(run("show", *desk, "--json", str(stories["open"])))
    assert again["text"] == whole["text"] and not again["versions"] and Announcing.asked.count("/open") == 1 and Announcing.asked.count("/gone") == 1
    hours_go_by(desk[1])
    run("refresh", *desk, "--all", "--pages")   # looked at again, it says what it said
    assert Announcing.asked.count("/open") == 2 and Announcing.conditional >= 1
    assert not json.loads(run("show", *desk, "--json", str(stories["open"])))["versions"]
    Announcing.edited = True
    hours_go_by(desk[1])
    run("refresh", *desk, "--all", "--pages")
    edited = json.loads(run("show", *desk, "--json", str(stories["open"])))
    assert "never had at all" in edited["text"] and [version["text"] for version in edited["versions"]] == [whole["text"]], "what it said before is kept"
    run("refresh", *desk, "--all", "--pages")   # hours have not gone by
    assert Announcing.asked.count("/open") == 3
    hours_go_by(desk[1])
    with contextlib.closing(sqlite3.connect(os.path.join(desk[1], "desk.db"))) as database:   # as where the disk is full: nothing can be noted of a page
        database.executescript("".join(f"CREATE TRIGGER no_{what} BEFORE {what} ON page BEGIN SELECT raise(abort, 'full'); END;" for what in ("insert", "update")))
    subprocess.run([PROGRAM, "refresh", *desk, "--all", "--pages"], capture_output=True, timeout=60)
    assert Announcing.asked.count("/open") == 4, "it is asked for once, and left alone"
    with contextlib.closing(sqlite3.connect(os.path.join(desk[1], "desk.db"))) as database:
        database.executescript("DROP TRIGGER no_insert; DROP TRIGGER no_update")
    sealed = os.path.join(folder, "whole", "sealed")
    open(sealed, "w").close()
    run("refresh", *desk, "--all", "--pages")   # ends, though nobody is asked
    os.unlink(sealed)
    run("pages", *desk, "Announcer", "never")
    assert json.loads(run("feeds", *desk, "--json"))[0]["pages"] == "never"
    run("pages", *desk, "Announcer", "sometimes", status=2)
    server.shutdown()
    server.server_close()


def notes_and_trends():
    desk = ["--profile", os.path.join(folder, "noted")]
    run("import", *desk, "--sample")
    first = str(json.loads(run("list", *desk, "--json", "--limit", "1"))[0]["id"])
    run("note", *desk, first, "Ask", "the", "embassy", "--passage", "a senior diplomat")
    note = json.loads(run("note", *desk, first))
    assert note["words"] == "Ask the embassy" and note["passage"] == "a senior diplomat"
    run("note", *desk, "999999", status=2)
    assert run("label", *desk, first, "urgent") == "urgent\n" and run("label", *desk) == "urgent\n"
    found = [json.loads(line) for line in run("articles", *desk, "label:urgent", "note:embassy").splitlines()]
    assert len(found) == 1 and found[0]["labels"] == ["urgent"] and found[0]["notes"][0]["words"] == "Ask the embassy"
    assert "*Note:* Ask the embassy" in run("articles", *desk, "--format", "md", "is:noted")
    run("note", *desk, first, "--passage", "one line\n\n# another")
    assert "> one line\n> \n> \\# another" in run("articles", *desk, "--format", "md", "is:noted"), "a passage stays a quotation"
    row = next(csv.DictReader(io.StringIO(run("articles", *desk, "--format", "csv", "is:noted"))))
    assert row["labels"] == "urgent" and "Ask the embassy" in row["notes"]
    assert run("label", *desk, first, "urgent", "--off") == ""
    trends = json.loads(run("trends", *desk, "--days", "20"))
    taiwan = next(line for line in trends["topics"] if line["name"] == "taiwan")
    assert len(taiwan["days"]) == 20 and sum(taiwan["days"]) == taiwan["articles"] > 0
    assert sum(line["articles"] for line in trends["countries"]) == 64 and trends["countries"][0]["label"] != trends["countries"][0]["name"]
    run("trends", *desk, "(open", status=2)
    assert len(json.loads(run("list", *desk, "--json", "(topic:taiwan -is:starred) OR from:AUS"))) > taiwan["articles"]


def keeping_and_copies():
    desk, copy = ["--profile", os.path.join(folder, "kept")], os.path.join(folder, "copy.db")
    run("import", *desk, "--sample")
    all_of_them = [json.loads(line) for line in run("articles", *desk).splitlines()]
    assert len(all_of_them) == 64 and all(story["outlet"] and story["text"] and "topics" in story for story in all_of_them)
    assert [story["url"] for story in json.loads(run("articles", *desk, "--format", "json", "topic:taiwan"))] == [story["url"] for story in all_of_them if "taiwan" in story["topics"]]
    rows = list(csv.DictReader(io.StringIO(run("articles", *desk, "--format", "csv"))))
    assert [row["title"] for row in rows] == [story["title"] for story in all_of_them] and "Taiwan" in rows[0]["topics"]
    assert run("articles", *desk, "--format", "md", "topic:taiwan").count("\n## ") + 1 == len([story for story in all_of_them if "taiwan" in story["topics"]])
    assert run("articles", *desk, "--format", "json", "no-such-word") == "[]\n"
    assert len(json.loads(run("list", *desk, "--json", "near(foreign spokesman, 3)"))) < len(json.loads(run("list", *desk, "--json", "foreign", "spokesman")))
    run("articles", *desk, "--format", "pdf", status=2)
    run("backup", *desk, copy)
    run("correct", *desk, str(json.loads(run("list", *desk, "--json", "feed:\"Gulf Ledger\""))[-1]["id"]), "arctic")
    run("keep", *desk, "--feed", "Gulf Ledger", "--number", "2", "forever")
    counts = {feed["title"]: feed["articles"] for feed in json.loads(run("feeds", *desk, "--json"))}
    assert counts["Gulf Ledger"] == 3 and counts["Meridian Wire"] == 12, "two, and the one that was corrected"
    run("keep", *desk, "--folder", "Wires and dailies", "--number", "5", "forever")
    run("refresh", *desk, "--all")   # the feeds still carry what was let go of
    counts = {feed["title"]: feed["articles"] for feed in json.loads(run("feeds", *desk, "--json"))}
    assert counts == {"Gulf Ledger": 3, "Meridian Wire": 5, "The Continental": 5, "The Harbour Post": 5, "Foreign Ministries Digest": 10, "Pacific Review": 10}
    for odd in ("sometimes", "1y", "0", "99999999999999999999"):
        run("keep", *desk, odd, status=2)
    run("remove", *desk, "3 Continents Review", status=2)   # not the feed with the number 3
    assert json.loads(run("list", *desk, "--json", "topic:taiwan", "–", "&")) == json.loads(run("list", *desk, "--json", "topic:taiwan")), "a dash is no word"
    run("restore", *desk, copy)
    assert [json.loads(line)["url"] for line in run("articles", *desk).splitlines()] == [story["url"] for story in all_of_them]
    assert os.path.exists(os.path.join(folder, "kept", "desk.db.before")), "what there was is set aside"
    first = os.path.join(folder, "kept", "desk.db.before")
    kept = first + "-1"
    shutil.copy(first, kept)
    with contextlib.closing(sqlite3.connect(kept)) as database:   # a writer that was killed leaves its journal behind
        database.executescript("PRAGMA journal_mode=wal; CREATE TABLE leftover (n); INSERT INTO leftover VALUES (1)")
        shutil.copy(kept + "-wal", kept + "-stale")
    os.unlink(kept)
    os.rename(kept + "-stale", kept + "-wal")
    with open(first, "rb") as aside:
        aside_first = aside.read()
    run("keep", *desk, "forever")   # whoever writes last leaves none
    run("restore", *desk, copy)
    assert len(run("articles", *desk).splitlines()) == 64
    with contextlib.closing(sqlite3.connect(kept)) as database:
        assert database.execute("PRAGMA quick_check").fetchall() == [("ok",)] and "leftover" not in str(database.execute("SELECT name FROM sqlite_schema").fetchall()), "what is set aside is whole, and itself"
    with open(first, "rb") as aside:
        assert aside.read() == aside_first, "what was set aside first is there still"
    lively = os.path.join(folder, "lively.db")   # a copy of a living desk: its newest is still in the journal
    with contextlib.closing(sqlite3.connect(os.path.join(folder, "kept", "desk.db"))) as database:
        database.execute("PRAGMA wal_autocheckpoint=0")
        database.execute("INSERT INTO label (name) VALUES ('in the journal')")
        database.commit()
        for ending in ("", "-wal"):
            shutil.copy(os.path.join(folder, "kept", "desk.db" + ending), lively + ending)
    run("restore", *desk, copy)
    assert "in the journal" not in run("label", *desk)
    run("restore", *desk, lively)
    assert "in the journal" in run("label", *desk)
    with contextlib.closing(sqlite3.connect(os.path.join(folder, "kept", "desk.db"))) as window:   # whoever has it open goes on with it, and loses nothing
        window.execute("SELECT count(*) FROM feed").fetchall()
        run("restore", *desk, copy)
        run("list", *desk, "topic:taiwan")
        window.execute("INSERT INTO label (name) VALUES ('while it was open')")
        window.commit()
        assert "while it was open" in run("label", *desk)
    run("refresh", *desk, "--all")
    assert "while it was open" not in run("label", *desk)
    with open(copy, "r+b") as damaged:
        damaged.truncate(3000)
    made, whole = ["--profile", os.path.join(folder, "made")], os.path.join(folder, "made.db")   # own topics and what was learned go with the copy
    run("import", *made, "--sample")
    run("topic", *made, "--name", "Drones: sea & air", "drone", "drones")
    story = json.loads(run("list", *made, "--json", "topic:taiwan"))[0]["id"]
    run("correct", *made, "--not", str(story), "taiwan")
    run("backup", *made, whole)
    taken = ["--profile", os.path.join(folder, "taken")]
    run("restore", *taken, whole)
    assert run("topic", *taken) == run("topic", *made) and "drones" in run("topic", *taken)
    assert run("topics", *taken) == run("topics", *made)
    run("correct", *taken, "--undo", str(story), "taiwan")   # everything is marked anew
    assert "Drones: sea & air" in run("topics", *taken)
    mine = ["--profile", os.path.join(folder, "mine")]
    run("import", *mine, "--sample")
    run("topic", *mine, "--name", "Lighthouses", "lighthouse")
    for _ in range(2):
        run("restore", *mine, whole)
    with open(os.path.join(folder, "mine", "lexicon", "own-terms.tsv.before"), encoding="utf8") as aside:
        assert "lighthouse" in aside.read(), "topics of one's own that were set aside first are there still"
    late, early = ["--profile", os.path.join(folder, "late")], os.path.join(folder, "early.db")   # what was made since the copy is none of it
    run("import", *late, "--sample")
    run("backup", *late, early)
    run("topic", *late, "--name", "Grain", "wheat", "barley")
    run("restore", *late, early)
    assert "Grain" not in run("topic", *late) and "Grain" not in run("topics", *late)
    assert os.path.exists(os.path.join(folder, "late", "lexicon", "own-terms.tsv.before")), "and it is set aside"
    with contextlib.closing(sqlite3.connect(os.path.join(folder, "late", "desk.db"))) as store, store:
        store.execute("UPDATE feed SET folder='Wires/' || folder")
    run("keep", *late, "--folder", "Wires", "forever")   # its feeds are in folders of their own in it
    run("keep", *late, "--folder", "Wire", "forever", status=2)
    barred = os.path.join(folder, "late", "lexicon")   # a file is in the way: nothing is half a copy, and it is tried again
    os.rename(barred, barred + ".away")
    open(barred, "w").close()
    run("restore", *late, whole, status=1)
    os.unlink(barred)
    run("refresh", *late, "--all")
    assert run("topic", *late) == run("topic", *made)
    run("restore", *desk, copy, status=1)
    run("restore", *desk, SAMPLE + "/sample.opml", status=1)
    lost = subprocess.run([PROGRAM, "restore", *desk, copy + ".lost"], capture_output=True, text=True, timeout=120)
    assert lost.returncode == 1 and "There is no file" in lost.stderr, lost.stderr
    assert len(run("articles", *desk).splitlines()) == 64


def monitors():
    desk = ["--profile", os.path.join(folder, "watching")]
    run("import", *desk, "--sample")
    run("monitor", *desk, "--add", "Strait", "topic:taiwan", "-topic:russia")
    run("monitor", *desk, "--add", "Talks", "talks")
    strait, talks = json.loads(run("monitor", *desk, "--json"))
    assert strait == {"name": "Strait", "filter": "topic:taiwan -topic:russia", "alert": "never", "articles": strait["unread"], "unread": len(json.loads(run("list", *desk, "--json", "topic:taiwan", "-topic:russia")))}
    run("monitor", *desk, "--add", "talks", "--alert", "every", "talks")
    run("monitor", *desk, "--add", "talks", "talks OR meeting")   # the same name: the same monitor, asking otherwise
    assert [(one["filter"], one["alert"]) for one in json.loads(run("monitor", *desk, "--json"))] == [("topic:taiwan -topic:russia", "never"), ("talks OR meeting", "every")] and talks["name"] == "Talks"
    run("monitor", *desk, "--add", "strait", "topic:taiwan")
    run("monitor", *desk, "--remove", "Talks")
    assert [one["name"] for one in json.loads(run("monitor", *desk, "--json"))] == ["strait"]
    run("monitor", *desk, "--remove", "Talks", status=2)
    run("monitor", *desk, "--add", "Empty", status=2)
    run("monitor", *desk, "--add", "X", "--alert", "loudly", "talks", status=2)
    run("monitor", *desk, "--add", "Bad", "since:sometime", status=2)


class Newsroom(Site):
    """A feed that grows: each visit has one more item."""
    n = 0

    def do_GET(self):
        Newsroom.n += 1
        items = "".join(f"<item><guid>{n}</guid><title>The harbour dues, part {n}</title><description>Dues.</description></item>" for n in range(Newsroom.n, 0, -1))
        self.send_response(200)
        self.end_headers()
        self.wfile.write(f"<rss version='2.0'><channel><title>Newsroom</title>{items}</channel></rss>".encode())


def alerts():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Newsroom)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = ["--profile", os.path.join(folder, "alerts")]
    def rings(): return {ring["name"]: ring for ring in json.loads(run("monitor", *desk, "--check", "--json"))}
    run("add", *desk, f"http://127.0.0.1:{server.server_address[1]}/feed")
    for when in ("every", "first", "burst", "never"):
        run("monitor", *desk, "--add", when, "--alert", when, "harbour")
    run("monitor", *desk, "--add", "other", "--alert", "every", "lighthouse")
    assert rings() == {}, "what was there before is no news"
    run("refresh", *desk, "--all")
    told = rings()
    assert set(told) == {"every"} and told["every"]["articles"] == 1 and told["every"]["headline"].endswith(f"part {Newsroom.n}"), "older ones are unread, one outlet is no burst"
    assert rings() == {}, "nothing is told twice"
    with sqlite3.connect(os.path.join(desk[1], "desk.db")) as store:
        store.execute("UPDATE entry SET flags=1")
    store.close()
    run("refresh", *desk, "--all")
    assert set(rings()) == {"every", "first"}, "all before was read"
    assert [ring["name"] for ring in json.loads(run("monitor", *desk, "--history", "--json"))] == ["first", "every", "every"]
    server.shutdown()
    server.server_close()


class Promoting(Site):
    """Four stories of an outlet that says the same thing of itself in each."""
    def do_GET(self):
        n = self.path[1:]
        items = "".join(f"<item><guid>{k}</guid><title>The harbour, part {k}</title><link>http://{self.headers['Host']}/{k}</link><description>Part {k}.</description></item>" for k in range(4))
        story = "".join(f"<p>In part {n} of the story of the harbour, paragraph {k}, the pilots say once more what the ministry did not want to hear from them at all.</p>" for k in range(6))
        page = f"<html><head><title>The harbour, part {n}</title></head><body><article><h1>The harbour, part {n}</h1>{story}<p>Follow our harbour channel, where every ship that calls here is told of on the day it calls, and often before.</p>{story.replace('once more', 'again')}</article></body></html>"
        known = {"/feed": f"<rss version='2.0'><channel><title>Promoter</title>{items}</channel></rss>"}
        self.send_response(200 if n != "robots.txt" else 404)
        self.end_headers()
        self.wfile.write(known.get(self.path, page if n.isdigit() else "").encode())


def promotion():
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Promoting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    desk = ["--profile", os.path.join(folder, "promoted")]
    run("add", *desk, f"http://127.0.0.1:{server.server_address[1]}/feed")
    for _ in range(2):   # what was learned from three is known of the fourth, and when all are looked at again
        run("refresh", *desk, "--all", "--pages")
        stories = [json.loads(run("show", *desk, "--json", str(story["id"]))) for story in json.loads(run("list", *desk, "--json"))]
        assert len(stories) == 4 and all("paragraph 5" in story["text"] and not story["versions"] for story in stories)
        assert not [story["title"] for story in stories if "Follow our" in story["text"]]
        hours_go_by(desk[1])
    server.shutdown()
    server.server_close()


def diagnosis():
    """Numbers and versions, and nothing of what is watched; what happens is told to who asks."""
    desk = ["--profile", os.path.join(folder, "diagnosed")]
    secret = "https://user:opensesame@no-such-host.invalid/secret-feed"
    run("import", *desk, "--sample")
    run("add", *desk, secret, status=1)
    run("monitor", *desk, "--add", "Quiet Watch", "topic:taiwan")
    told = run("diagnose", *desk)
    numbers = dict(line.split(": ", 1) for line in told.splitlines())
    assert int(numbers["Stories"]) > 20 and int(numbers["Feeds"]) >= 6 and numbers["Monitors"] == "1" and "SQLite" in numbers
    for feed in json.loads(run("feeds", *desk, "--json")):
        assert feed["title"] not in told and feed["url"] not in told
    assert not [word for word in ("Quiet Watch", "taiwan", "opensesame", "invalid", folder) if word in told]
    loud = subprocess.run([PROGRAM, "refresh", *desk, "--all", "--verbose"], capture_output=True, text=True, timeout=120)
    assert "not modified" in loud.stderr or "read; next in" in loud.stderr, loud.stderr
    assert "opensesame" not in loud.stderr + loud.stdout


STEPS = [help_and_usage, parse_and_outlines, analyze, extract, no_desk, sample_desk, slips_of_the_pen, full_disk, corrections, names, speakers, own_topics, in_and_out, add_and_refresh, passwords, whole_articles, notes_and_trends, keeping_and_copies, monitors, alerts, promotion, diagnosis]
print(f"1..{len(STEPS)}")
for number, step in enumerate(STEPS, 1):
    try:
        step()
        print(f"ok {number} {step.__name__.replace('_', ' ')}")
    except Exception as failure:   # noqa: BLE001: told, and on to the next
        print(f"not ok {number} {step.__name__.replace('_', ' ')}\n# {type(failure).__name__}: " + str(failure).replace("\n", "\n# "))
shutil.rmtree(folder, ignore_errors=True)

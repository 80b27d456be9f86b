#!/usr/bin/env python3
"""How well topics are found in other languages.   languages.py ATTACHECTL ARTICLES

ARTICLES holds one JSON object a line (id, title, text, lang), plain or .xz. languages.jsonl has the labels, by id and without any
text: 232 items in Spanish, French, Russian and Chinese with their topics, main ones as 3 and others as 2. One reader judged them by
the written code book, and collected from these same items a part of the terms: of these, what is scored here says how
far the terms reach, not how they will do on the next day's press.
"""
import json
import lzma
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def lines(path):
    with (lzma.open(path, "rt", encoding="utf8") if path.endswith(".xz") else open(path, encoding="utf8")) as file:
        yield from map(json.loads, file)


def main(program, articles):
    labels = {label["id"]: label for label in lines(os.path.join(HERE, "languages.jsonl"))}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for article in lines(articles):
            if article["id"] in labels:
                text = article["text"].replace("\n", "\n\n")
                file.write(json.dumps({"id": article["id"], "title": article.get("title") or "", "date": "2020-01-01", "text": text}, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([program, "analyze", "--json-lines", file.name], capture_output=True, text=True, check=True).stdout
    found = {one["id"]: {topic["id"] for topic in one["topics"]} for one in map(json.loads, out.splitlines())}
    for language in sorted({label["lang"] for label in labels.values()}):
        mine = [(set(label["topics"]), found[key]) for key, label in labels.items() if label["lang"] == language and key in found]
        right, given, wanted = (sum(len(x) for x in part) for part in zip(*((gold & got, got, gold) for gold, got in mine)))
        empty = [got for gold, got in mine if not gold]
        print(f"{language}: {len(mine)} items, precision {right / max(given, 1):.2f}, recall {right / max(wanted, 1):.2f}, F1 {2 * right / max(given + wanted, 1):.2f}, "
              f"{sum(map(bool, empty))} of {len(empty)} without a topic given one")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

#!/usr/bin/env python3
"""How well topics are found in other languages.   languages.py ATTACHECTL ARTICLES

ARTICLES holds one JSON object a line (id, title, text, lang), plain or .xz. languages.jsonl has the labels, by id and without any text: items
in German, Spanish, French, Russian and Chinese with their topics, main ones as 3 and others as 2, each judged by one reader by the written
code book; of a long one the first characters only, as many as "read" says. Whoever wrote the terms has not seen those that are told as
unseen, nor who labelled them the terms; the others were read for what the terms lacked, so that they say how far the terms reach, not how they
will do on the next day's press. arabic.jsonl holds items of our own, text and all, since nobody's were to be had: made-up news, written by
somebody who has not seen the terms. None of it happened, and nobody in it said what he is quoted with.
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


def analyse(program, articles):
    """What each article, a dict with id, title and text, is given: id to topics."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf8") as file:
        for article in articles:
            one = {"id": article["id"], "title": article.get("title") or "", "date": "2020-01-01", "text": article["text"]}
            file.write(json.dumps(one, ensure_ascii=False) + "\n")
        file.flush()
        out = subprocess.run([program, "analyze", "--json-lines", file.name], capture_output=True, text=True, check=True).stdout
    return {one["id"]: {topic["id"] for topic in one["topics"]} for one in map(json.loads, out.splitlines())}


def report(name, pairs):
    right, given, wanted = (sum(len(x) for x in part) for part in zip(*((gold & got, got, gold) for gold, got in pairs)))
    empty = [got for gold, got in pairs if not gold]
    print(f"{name}: {len(pairs)} items, precision {right / max(given, 1):.2f}, recall {right / max(wanted, 1):.2f}, F1 {2 * right / max(given + wanted, 1):.2f}, "
          f"{sum(map(bool, empty))} of {len(empty)} without a topic given one")


def main(program, articles):
    labels = list(lines(os.path.join(HERE, "languages.jsonl")))
    arabic = list(lines(os.path.join(HERE, "arabic.jsonl")))
    read = {label["id"]: label.get("read") for label in labels}
    texts = [dict(article, text=article["text"][:read[article["id"]]].replace("\n", "\n\n")) for article in lines(articles) if article["id"] in read]
    found = analyse(program, texts + arabic)
    for language in sorted({label["lang"] for label in labels}):
        for unseen in (False, True):
            pairs = [(set(label["topics"]), found[label["id"]]) for label in labels if label["lang"] == language and label.get("unseen", False) == unseen and label["id"] in found]
            if pairs:
                report(language + (", unseen" if unseen else ""), pairs)
    report("ar, our own, unseen", [(set(item["topics"]), found[item["id"]]) for item in arabic])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

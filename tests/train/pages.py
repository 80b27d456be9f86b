#!/usr/bin/env python3
"""Lays out labelled pages for the trainer: pages.py FOLDER OUT > pages.jsonl

FOLDER has gold/*.jsonl (id, url, title, and text with optional paragraphs, or strings it must have and must not have) and
html/ID.html.xz. The pages are unpacked into OUT; each line on standard output is a label with the page's file.
"""
import glob, json, lzma, os, sys


def main(folder, out):
    os.makedirs(out, exist_ok=True)
    for path in sorted(glob.glob(os.path.join(folder, 'gold', '*.jsonl'))):
        for line in open(path, encoding='utf-8'):
            label = json.loads(line)
            if not (label.get('text') or label.get('with')):
                continue
            label['file'] = os.path.join(out, label['id'].replace('/', '__') + '.html')
            if not os.path.exists(label['file']):
                with open(label['file'], 'wb') as file:
                    file.write(lzma.open(os.path.join(folder, 'html', label['id'] + '.html.xz')).read())
            print(json.dumps(label, ensure_ascii=False))


if len(sys.argv) != 3:
    sys.exit(__doc__)
main(*sys.argv[1:])

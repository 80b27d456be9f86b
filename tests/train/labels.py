#!/usr/bin/env python3
"""Joins our own labels with the articles they were judged on, and scores events against them.

  labels.py join ARTICLES            labelled articles on standard output, one JSON object a line, as the trainer reads them
  labels.py sentences ARTICLES       sentences with what states and bodies do in them, as the trainer of events reads them
  labels.py events PROGRAM ARTICLES  precision and recall of events: PROGRAM is attachectl

ARTICLES holds one JSON object a line (id, date, title, source, url, text), plain or .xz. The labels are keyed by id and hold
no text: labels.jsonl, 9,973 articles (topics with grades and the paragraphs that show them; of the first 4,381 who said each quotation, of the first
612 people and countries, too), events.jsonl, 8,369 sentences by their place in an article. Of 376 of them, which were picked at random and
are not learned from, the place of each side is not said; what is shown is scored against these.
"""
import json, lzma, os, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
COOPERATIVE = {'AGREE', 'CONSULT', 'SUPPORT', 'CONCEDE', 'COOPERATE', 'AID', 'RETREAT'}
CODES = {'European Union': 'EU', 'United Nations': 'UN', 'Hamas': 'HAMAS', 'Hezbollah': 'HEZBOLLAH', 'Islamic State': 'ISIS', 'Taliban': 'TALIBAN',
         'al-Qaeda': 'ALQAEDA', 'Arab League': 'ARABLEAGUE', 'World Health Organization': 'WHO'}


def lines(path):
    opened = lzma.open(path, 'rt', encoding='utf-8') if path.endswith('.xz') else open(path, encoding='utf-8')
    with opened as file:
        for line in file:
            yield json.loads(line)


def articles(path, wanted):
    return {a['id']: a for a in lines(path) if a['id'] in wanted}


def paragraphs_of(article):
    return [p.strip() for p in article['text'].split('\n') if p.strip()]


def sentence(article, start, end):
    """By bytes of the paragraphs with an empty line between them, as analysis counts."""
    return '\n\n'.join(paragraphs_of(article)).encode()[start:end].decode(errors='replace')


def join(path):
    labels = {label['id']: label for label in lines(os.path.join(HERE, 'labels.jsonl'))}
    found = articles(path, labels)
    for name, label in labels.items():
        if name not in found:
            sys.exit(f'labels.py: {path} has no article {name}; give the file the labels were judged on')
        article = found[name]
        paragraphs = paragraphs_of(article)
        quotes = [{'par': p, 'start': s, 'end': e, 'text': paragraphs[p][s:e]} for p, s, e in label['quotes']]
        whole = {k: article.get(k, '') for k in ('id', 'source', 'date', 'url', 'title')}
        print(json.dumps({**whole, 'paragraphs': paragraphs, **label, 'quotes': quotes}, ensure_ascii=False))


def side_at(event, start):
    return {**event, 'at': [place - start for place in event['at']]}


def sentences(path):
    labels = [label for label in lines(os.path.join(HERE, 'events.jsonl')) if label.get('learn')]
    found = articles(path, {label['id'] for label in labels})
    for label in labels:
        article = found[label['id']]
        text = sentence(article, label['start'], label['end'] + 1)
        print(json.dumps({'id': label['id'], 'date': article.get('date', ''), 'text': text, 'events': [side_at(e, label['start']) for e in label['events']]}, ensure_ascii=False))


def analysed(program, sentences):
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as file:
        for n, (date, text) in enumerate(sentences):
            file.write(json.dumps({'id': str(n), 'title': '', 'date': date, 'source': '', 'url': '', 'text': text}) + '\n')
        file.flush()
        out = subprocess.run([program, 'analyze', '--json-lines', file.name], stdout=subprocess.PIPE, check=True, text=True).stdout
    return {int(a['id']): a['events'] for a in map(json.loads, out.splitlines())}


def ends(event):
    return [CODES.get(event[k], event[k]) for k in ('actor', 'recipient')]


def events(program, path):
    labels = [label for label in lines(os.path.join(HERE, 'events.jsonl')) if not label.get('learn')]
    found = articles(path, {label['id'] for label in labels})
    given = analysed(program, [(found[e['id']].get('date', ''), sentence(found[e['id']], e['start'], e['end'])) for e in labels])
    judged = sum(len(e['events']) for e in labels)
    shown = signs = types = aspects = 0
    for n, label in enumerate(labels):
        left = list(label['events'])
        for event in given.get(n, []):
            shown += 1
            same = [g for g in left if set(ends(g)) == set(ends(event))]
            if not same:
                continue
            best = next((g for g in same if g['type'] == event['type']), same[0])
            signs += (best['type'] in COOPERATIVE) == (event['type'] in COOPERATIVE)
            if best['type'] == event['type'] and (ends(best) == ends(event) or event['mutual']):
                types += 1
                aspects += best['aspect'] == event['aspect']
                left.remove(best)
    print(f'{len(labels)} sentences, {judged} events; shown {shown}')
    print(f'sides and sign right {signs / max(shown, 1):.2f}; type and order too {types / max(shown, 1):.2f}; '
          f'recall {types / judged:.2f}; F1 {2 * types / (shown + judged):.2f}; aspect right {aspects / max(types, 1):.2f}')


def main(words):
    if len(words) == 2 and words[0] == 'join':
        join(words[1])
    elif len(words) == 2 and words[0] == 'sentences':
        sentences(*words[1:])
    elif len(words) == 3 and words[0] == 'events':
        events(*words[1:])
    else:
        sys.exit(__doc__)


main(sys.argv[1:])

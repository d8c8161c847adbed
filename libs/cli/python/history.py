"""The export of a case's history: events, stubs of those that are not its reader's, heads, and proofs by the log."""

import json

import record
import tree
from notes import need, unbase64

KINDS = ['header', 'stub', 'head', 'entry', 'hash', 'checkpoint']
PLACE = ('stream', 'revision', 'commitment')


def export(text, policy=None):
    """What is found of an export that holds. Its proofs are looked at where there is a policy."""
    lines = read(text)
    events = {line['commitment']: header for line, header in lines['header']}
    streams = {}
    for place, commitment in [(header, line['commitment']) for line, header in lines['header']] + [
        (stub, stub['commitment']) for stub in lines['stub']
    ]:
        stream = streams.setdefault(place['stream'], {})
        need(place['revision'] not in stream, f'a revision of {place["stream"]} that stands there twice')
        stream[place['revision']] = (place['previous'], commitment)
    heads = {head['stream']: head for head in lines['head']}
    need(len(heads) == len(lines['head']) and heads.keys() == streams.keys(), 'a stream without a head, or one without')
    for name, stream in streams.items():
        complete(name, stream, heads[name])
        need(heads[name]['commitment'] in events, f'{name} ends with a stub')
    if policy is not None and lines['checkpoint']:
        proved(lines, events, policy)
    return {'events': len(events), 'stubs': len(lines['stub']), 'streams': len(streams)}


def read(text):
    """The lines by their kinds, each kind behind the one before it. The commitment of each event was made again."""
    lines, last = {kind: [] for kind in KINDS}, {}
    at = 0
    for each in text.removesuffix('\n').split('\n'):
        line = record.parse(each)
        need(json.dumps(line, separators=(',', ':'), ensure_ascii=False) == each, 'a line in another spelling')
        kind = next((kind for kind in KINDS if kind in line), None)
        need(kind is not None and KINDS.index(kind) >= at, 'a line that may not stand there')
        at = KINDS.index(kind)
        if kind == 'header':
            header = record.event(line)
            lines[kind].append((line, header))
            place = header
        else:
            record.has_only(line, kind)
            place = FORMS[kind](line[kind])
            lines[kind].append(place)
        if kind in ('header', 'stub'):
            before = last.get((kind == 'header', place['stream']), -1)
            need(place['revision'] > before, f'{place["stream"]} out of its order')
            last[kind == 'header', place['stream']] = place['revision']
    noted = len(lines['checkpoint'])
    need(noted == 1 or (noted == 0 and not lines['entry'] and not lines['hash']), 'proofs without their checkpoint')
    return lines


def place_of(value, *names):
    need(isinstance(value, dict), 'not a place')
    record.has_only(value, *names)
    need(isinstance(value['stream'], str) and record.is_digest(value['commitment']), 'not a place')
    need(type(value['revision']) is int and value['revision'] >= 0, 'a revision that is none')
    need(value.get('previous') is None or record.is_digest(value['previous']), 'a link that is none')
    return value


def entry_in(value):
    need(isinstance(value, dict), 'not an entry')
    record.has_only(value, 'commitment', 'salt', 'index')
    need(record.is_digest(value['commitment']) and record.is_digest(value['salt']), 'not an entry')
    need(type(value['index']) is int and value['index'] >= 0, 'an index that is none')
    return value


def text_in(value):
    need(isinstance(value, str), 'not a text')
    return value


FORMS = {
    'stub': lambda value: place_of(value, 'previous', *PLACE),
    'head': lambda value: place_of(value, *PLACE),
    'entry': entry_in,
    'hash': lambda value: unbase64(text_in(value)),
    'checkpoint': text_in,
}


def complete(name, stream, head):
    """Every link of a stream, from its first event to its head."""
    last = max(stream)
    need((last, stream[last][1]) == (head['revision'], head['commitment']), f'{name} does not end with its head')
    # Of the stream in which a year's docket numbers are given, a case has one event alone.
    if name.startswith('intake.docket-'):
        return
    before = None
    for revision in range(last + 1):
        need(revision in stream, f'{name} lacks revision {revision}')
        previous, commitment = stream[revision]
        need(previous == before, f'a broken link in {name}')
        before = commitment


def proved(lines, events, policy):
    """That events stand in the log, by one checkpoint."""
    _, size, root = policy.judge(lines['checkpoint'][0])
    named = [entry['commitment'] for entry in lines['entry']]
    need(len(set(named)) == len(named) and set(named) <= events.keys(), 'a proof of another event')
    entries = [(entry['index'], record.entry_of(entry)) for entry in lines['entry']]
    tree.all_included(entries, lines['hash'], size, root)

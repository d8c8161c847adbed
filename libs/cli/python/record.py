"""What Parley hands out: events, their proofs, exports and receipts."""

import base64
import json
import re

import ed25519
import tree
from notes import Refused, need, sha256, unbase64

HEADER = (
    'actor cause contentType delegation eventId facts occurredAt payloadDigest previous recordedAt revision rule '
    'ruleSetVersion schemaVersion sealing stream tier type'
).split()


def parse(text):
    """An object of JSON, in which no name stands twice."""

    def once(pairs):
        need(len({name for name, _ in pairs}) == len(pairs), 'a name that stands twice')
        return dict(pairs)

    def never(_):
        raise Refused('not JSON')

    try:
        value = json.loads(text, object_pairs_hook=once, parse_constant=never)
    except ValueError:
        raise Refused('not JSON')
    need(isinstance(value, dict), 'not an object')
    return value


def canonical(value):
    """RFC 8785, of what has no fractions: Python writes those otherwise."""
    return json.dumps(value, sort_keys=True, separators=(',', ':'), ensure_ascii=False)


def is_digest(value):
    return isinstance(value, str) and re.fullmatch('[0-9a-f]{64}', value) is not None


def committed(line):
    """The header of an event, whose commitment was made again."""
    text, commitment = line['header'], line['commitment']
    need(isinstance(text, str) and is_digest(commitment), 'not an event')
    need(sha256(text.encode()).hex() == commitment, 'the header has another commitment')
    header = parse(text)
    need(canonical(header) == text and sorted(header) == HEADER, 'a header in another spelling')
    need(type(header['revision']) is int and header['revision'] >= 0, 'a revision that is none')
    need(all(isinstance(header[name], str) for name in ('stream', 'type', 'eventId', 'recordedAt')), 'a field')
    need(header['previous'] is None or is_digest(header['previous']), 'a link that is none')
    return header


def entry_of(line):
    return sha256(bytes.fromhex(line['salt'] + line['commitment']))


def has_only(line, *names):
    need(sorted(line) == sorted(names), f'a field too many or too few: {", ".join(sorted(line))}')


def proof(text, policy):
    """A proof that an event stands in the log: its header."""
    line = parse(text)
    has_only({'attested': None, **line}, 'header', 'commitment', 'salt', 'index', 'proof', 'attested')
    header = committed(line)
    need(is_digest(line['salt']) and isinstance(line['proof'], str), 'not a proof')
    index, hashes, note = tree.parse_proof(line['proof'])
    need(type(line['index']) is int and index == line['index'], 'another index')
    _, size, root = policy.judge(note)
    tree.included(entry_of(line), index, hashes, size, root)
    return header


def event(line, *more):
    """The header of a line of an export, once its content and its commitment were made again."""
    has_only(line, 'header', 'payload', 'commitment', *more)
    header = committed(line)
    need(isinstance(line['payload'], str), 'not a content')
    need(sha256(unbase64(line['payload'])).hex() == header['payloadDigest'], 'another content')
    return header


def docket(text, read, policy, note):
    """The docket, serial after serial, built of what stands in the log: (docket number, instant, kind, texts)."""
    _, size, root = policy.judge(note)
    logged = set(tree.entries_of(read, size, root))
    entries, before = [], None
    for serial, each in enumerate(text.removesuffix('\n').split('\n'), 1):
        line = parse(each)
        header = event(line, 'salt')
        need(header['previous'] == before, f'a broken link at serial {serial}')
        before = line['commitment']
        need(header['stream'] == 'audit.docket-public' and header['revision'] == serial - 1, 'a serial is missing')
        need(is_digest(line['salt']) and entry_of(line) in logged, f'serial {serial} is not in the log')
        said = parse(base64.b64decode(line['payload']).decode())
        entries.append((said['docketNumber'], said['at'], said['kind'], said['texts']))
    return entries


def unbase64url(text):
    try:
        data = base64.urlsafe_b64decode(text + '=' * (-len(text) % 4))
    except ValueError:
        raise Refused('not base64url')
    need(base64.urlsafe_b64encode(data).decode().rstrip('=') == text, 'base64url in another spelling')
    return data


def receipt(text, keys):
    """What a receipt says that the registry signed (RFC 7515, RFC 8037). `text` is the JWS, a receipt or a case."""
    shown = parse(text) if text.startswith('{') else {'jws': text.strip()}
    shown = shown.get('receipt', shown) if 'jws' not in shown else shown
    need(isinstance(shown, dict) and isinstance(shown.get('jws'), str), 'not a receipt')
    listed = parse(keys).get('keys')
    need(isinstance(listed, list) and all(isinstance(key, dict) for key in listed), 'not the keys of a registry')
    every = [key for key in listed if key.get('crv') == 'Ed25519']
    need(all(isinstance(key.get(name), str) for key in every for name in ('kid', 'x')), 'not the keys of a registry')
    # One that signs webhooks signs no receipt, whoever has it.
    known = [key for key in every if key.get('signs', 'receipts') == 'receipts']
    by, said = signed(shown['jws'], known)
    need(all(isinstance(said.get(name), str) for name in ('receipt', 'case', 'receivedAt', 'digest')), 'not a receipt')
    beside = (shown.get('number', said['receipt']), shown.get('digest', said['digest']))
    need(beside == (said['receipt'], said['digest']), 'what stands beside the signature is another receipt')
    need(in_use(by, said['receivedAt']), 'a key that was not in use at that time')
    for before, key in zip(known, known[1:]):
        need(succeeds(before, key), f'{key["kid"]} is not signed by the key before it')
    return said


def signed(jws, keys):
    """By which of some keys a compact JWS is, and what it says."""
    parts = jws.split('.')
    need(len(parts) == 3, 'not a signature')
    head, said = (parse(utf8(unbase64url(part))) for part in parts[:2])
    need(head.get('alg') == 'EdDSA' and 'crit' not in head and 'b64' not in head, 'a signature of another kind')
    by = next((key for key in keys if key['kid'] == head.get('kid')), None)
    need(by is not None, 'an unknown key')
    message = f'{parts[0]}.{parts[1]}'.encode()
    need(ed25519.holds(unbase64url(by['x']), message, unbase64url(parts[2])), 'the registry did not sign it')
    return by, said


def in_use(key, instant):
    """Whether a key signed at an instant, as far as the set of keys says. All instants are written alike."""
    begin, end = key.get('from'), key.get('until')
    return (not isinstance(begin, str) or begin <= instant) and (not isinstance(end, str) or instant < end)


def succeeds(before, key):
    """Whether a key was taken into use by the one before it. Where that one was lost, it signed nothing."""
    begin, signature = key.get('from'), key.get('signature')
    if not isinstance(begin, str) or not isinstance(signature, str):
        return True
    try:
        _, said = signed(signature, [before])
    except Refused:
        return False
    return before.get('until') == begin and [said.get(name) for name in ('succeeds', 'x', 'from')] == [
        *(key['kid'], key['x'], begin)
    ]


def utf8(data):
    try:
        return data.decode()
    except UnicodeDecodeError:
        raise Refused('not UTF-8')

"""Whose word a checkpoint is, by C2SP: signed-note, tlog-checkpoint, tlog-cosignature and tlog-policy."""

import base64
import binascii
import hashlib
import re
import unicodedata

import ed25519


class Refused(Exception):
    """What is shown is not what it should be."""


def sha256(*parts):
    return hashlib.sha256(b''.join(parts)).digest()


def need(holds, why):
    if not holds:
        raise Refused(why)


def unbase64(text):
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Refused('not base64')
    need(base64.b64encode(data).decode() == text, 'base64 in another spelling')
    return data


def number(text):
    need(re.fullmatch('0|[1-9][0-9]{0,15}', text, re.ASCII) and int(text) < 2**53, 'not a number')
    return int(text)


NOTE, COSIGNATURE = 1, 4


def key_of(vkey, kind):
    """A verifier's key of a note: (name, id, public key)."""
    found = re.fullmatch(r'([^+]+)\+([0-9a-f]{8})\+(.+)', vkey, re.DOTALL)
    need(found, 'not a key')
    name, key_id, data = found[1], found[2], unbase64(found[3])
    need(is_name(name) and len(data) == 33 and data[0] == kind, 'not a key of this kind')
    need(sha256(name.encode(), b'\n', data)[:4].hex() == key_id, 'the id is of another key')
    return name, key_id, data[1:]


def is_name(name):
    return name != '' and not any(each.isspace() or each == '+' or unicodedata.category(each) == 'Cc' for each in name)


def parse_note(note):
    """The text of a note, and its signatures as (name, id, bytes). Nothing is verified yet."""
    need(not any(each < ' ' and each != '\n' for each in note), 'a control character')
    text, blank, lines = note.rpartition('\n\n')
    need(blank and lines.endswith('\n') and lines != '\n', 'a note without signatures')
    signatures = []
    for line in lines[:-1].split('\n'):
        parts = line.split(' ')
        need(len(parts) == 3 and parts[0] == '\u2014' and is_name(parts[1]), 'not a line of signature')
        data = unbase64(parts[2])
        need(len(data) > 4, 'an empty signature')
        signatures.append((parts[1], data[:4].hex(), data[4:]))
    need(len(signatures) <= 100, 'too many signatures')
    return text + '\n', signatures


def signers(note, keys):
    """Who of some keys, {key: kind}, signed a note. One signature of theirs that does not hold spoils all of it."""
    text, signatures = parse_note(note)
    by = set()
    for name, key_id, signature in signatures:
        for key, kind in keys.items():
            if key[:2] != (name, key_id):
                continue
            message = text.encode()
            if kind == COSIGNATURE:
                need(len(signature) == 72, 'a cosignature without its time')
                message = b'cosignature/v1\ntime %d\n' % int.from_bytes(signature[:8], 'big') + message
                signature = signature[8:]
            need(ed25519.holds(key[2], message, signature), f'the signature of {name} does not hold')
            by.add(key)
    return by


class Policy:
    """Whom a reader trusts."""

    def __init__(self, text):
        self.logs, self.witnesses, self.groups, self.quorum = [], {}, {}, None
        members = set()
        need(not any((each < ' ' and each not in '\t\n') or each == '\x7f' for each in text), 'a control character')
        for line in text.split('\n'):
            kind, *words = re.split('[ \t]+', line.strip(' \t'))
            if kind == '' or kind.startswith('#'):
                continue
            known = {'none', *self.witnesses, *self.groups}
            if kind == 'log' and len(words) in (1, 2):
                self.logs.append(key_of(words[0], NOTE))
            elif kind == 'witness' and len(words) in (2, 3) and words[0] not in known:
                self.witnesses[words[0]] = key_of(words[1], COSIGNATURE)
            elif kind == 'group' and len(words) > 2 and words[0] not in known:
                name, least, *own = words
                usable = known - members - {'none'}
                need(len(set(own)) == len(own) and set(own) <= usable, 'a member that cannot be one')
                members.update(own)
                least = {'any': '1', 'all': str(len(own))}.get(least, least)
                need(1 <= number(least) <= len(own), 'a group that cannot hold')
                self.groups[name] = (number(least), own)
            elif kind == 'quorum' and len(words) == 1 and words[0] in known and self.quorum is None:
                self.quorum = words[0]
            else:
                raise Refused(f'not a line of a policy: {line[:80]}')
        need(self.quorum is not None, 'a policy without a quorum')
        for keys in (self.logs, list(self.witnesses.values())):
            need(len({key[2] for key in keys}) == len(keys), 'a key that stands there twice')

    def judge(self, note):
        """The checkpoint that a log of this policy signed, and enough of its witnesses: (origin, size, root)."""
        origin, size, root = parse_checkpoint(parse_note(note)[0])
        logs = [key for key in self.logs if key[0] == origin]
        witnesses = {key: COSIGNATURE for key in self.witnesses.values()}
        by = signers(note, {key: NOTE for key in logs} | witnesses)
        need(by & set(logs), 'not signed by a log of the policy')
        holding = {name for name, key in self.witnesses.items() if key in by} | {'none'}
        for name, (least, own) in self.groups.items():
            if len(holding & set(own)) >= least:
                holding.add(name)
        need(self.quorum in holding, f'not cosigned as the policy asks: {self.quorum}')
        return origin, size, root


def parse_checkpoint(text):
    lines = text.split('\n')
    need(len(lines) >= 4 and lines[-1] == '' and all(lines[:-1]), 'not a checkpoint')
    root = unbase64(lines[2])
    need(len(root) == 32, 'not a root')
    return lines[0], number(lines[1]), root

#!/usr/bin/env python3
"""Verifies what Parley hands out, with Python's standard library alone and without any code of Parley's.

  verify.py checkpoint FILE --policy POLICY
  verify.py log PLACE --policy POLICY [--since CHECKPOINT]
  verify.py proof FILE --policy POLICY
  verify.py docket FILE --log PLACE --policy POLICY
  verify.py export FILE [--policy POLICY]
  verify.py receipt FILE --keys KEYS

PLACE is a folder with the files of a log, or the address of one: https://parley.example/v1/log. The checkpoint of an
address is the newest that the policy can believe. Exit code 0: it holds. 1: it does not. 2: it could not be asked.
"""

import argparse
import json
import os
import pathlib
import sys
import urllib.error
import urllib.request

import ed25519
import history
import record
import tree
from notes import Policy, Refused, need


def reader(place):
    """Reads a file of a log; None where there is none."""

    def from_address(path):
        try:
            with urllib.request.urlopen(f'{place.rstrip("/")}/{path}', timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise

    def from_folder(path):
        file = pathlib.Path(place, path)
        return file.read_bytes() if file.is_file() else None

    if place.startswith(('http://', 'https://')):
        return from_address
    if not pathlib.Path(place).is_dir():
        raise NotADirectoryError(f'{place} is neither a folder nor an address with http:// or https://')
    return from_folder


def newest(read, policy):
    """The newest checkpoint that a policy can believe: where it asks for witnesses, the one that they cosigned."""
    note = (read('attested') if policy.quorum != 'none' else None) or read('checkpoint')
    need(note is not None, 'there is no checkpoint')
    return record.utf8(note)


def log(read, policy, note, since):
    _, size, root = policy.judge(note)
    entries = tree.entries_of(read, size, root)
    if since is not None:
        _, before, old = policy.judge(since)
        need(before <= size and tree.root_of([tree.leaf(each) for each in entries[:before]]) == old, 'another past')
    return {'size': size, 'root': root.hex()}


def check(what, given):
    """What is found of a thing that holds. `given` has texts by their names. @raise Refused"""
    text, policy = given.get('text', ''), Policy(given['policy']) if 'policy' in given else None
    if what == 'checkpoint':
        origin, size, root = policy.judge(text)
        return {'origin': origin, 'size': size, 'root': root.hex()}
    if what == 'log':
        read = reader(given['log'])
        return log(read, policy, given.get('note') or newest(read, policy), given.get('since'))
    if what == 'proof':
        return record.proof(text, policy)
    if what == 'docket':
        read = reader(given['log'])
        return record.docket(text, read, policy, given.get('note') or newest(read, policy))
    if what == 'export':
        return history.export(text, policy)
    if what == 'receipt':
        return record.receipt(text, given['keys'])
    raise ValueError(what)


def primitive(what, given):
    """What published vectors ask of; else as `check`."""

    def data(name):
        return bytes.fromhex(given[name])

    def hashes(name='hashes'):
        return [bytes.fromhex(each) for each in given[name]]

    if what == 'ed25519':
        return need(ed25519.holds(data('key'), data('message'), data('signature')), 'the signature does not hold')
    if what == 'root':
        return {'root': tree.root_of([tree.leaf(each) for each in hashes('entries')]).hex()}
    if what == 'included':
        return tree.included(data('entry'), given['index'], hashes(), given['size'], data('root'))
    if what == 'extended':
        return tree.extended((given['before'], data('old')), (given['after'], data('new')), hashes())
    return check(what, given)


def answered(what, given, by):
    try:
        return {'holds': True, 'found': by(what, given)}
    except (Refused, UnicodeError) as refused:
        return {'holds': False, 'because': str(refused)}
    except RecursionError:
        return {'holds': False, 'because': 'nested deeper than anything that Parley hands out'}


NEEDED = {
    'checkpoint': ['policy'],
    'log': ['policy'],
    'proof': ['policy'],
    'docket': ['log', 'policy'],
    'export': [],
    'receipt': ['keys'],
}


def written(text):
    """Writes the answer. @return whether there was room; a reader who had enough takes nothing from it"""
    try:
        print(text, flush=True)
    except OSError as error:
        # Python writes what is left once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f'It could not be written: {error}', file=sys.stderr)
            return False
    return True


def main():
    # One question a line, one answer a line: for who asks thousands.
    if sys.argv[1:] == ['lines']:
        for line in sys.stdin.buffer:
            question = json.loads(line)
            print(json.dumps(answered(question.pop('what'), question, primitive)), flush=True)
        return 0
    asked = argparse.ArgumentParser(usage=__doc__)
    asked.add_argument('what', choices=NEEDED)
    asked.add_argument('place')
    for name in ('policy', 'log', 'since', 'keys'):
        asked.add_argument(f'--{name}')
    options = vars(asked.parse_args())
    what, place = options.pop('what'), options.pop('place')
    for name in NEEDED[what]:
        if options[name] is None:
            asked.error(f'{what} needs --{name}')
    given = {'log': options.pop('log') or place}
    try:
        # What is given to check by, and is none, says nothing of what was to be checked.
        given |= {name: pathlib.Path(file).read_bytes().decode() for name, file in options.items() if file is not None}
        if 'policy' in given:
            Policy(given['policy'])
        asked_of = b'' if what == 'log' else pathlib.Path(place).read_bytes()
        said = answered(what, given, lambda what, given: check(what, {**given, 'text': asked_of.decode()}))
    except (OSError, KeyError, AttributeError, ValueError, Refused) as error:
        said = str(error) if isinstance(error, (OSError, UnicodeError, Refused)) else repr(error)
        print(f'It could not be asked: {said}', file=sys.stderr)
        return 2
    if not written(json.dumps(said, ensure_ascii=False)):
        return 2
    return 0 if said['holds'] else 1


if __name__ == '__main__':
    sys.exit(main())

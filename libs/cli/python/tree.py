"""The tree of a log, by RFC 6962 and 9162, and its files, by C2SP: tlog-tiles and tlog-proof."""

from notes import need, number, sha256, unbase64


def leaf(entry):
    return sha256(b'\0', entry)


def node(left, right):
    return sha256(b'\1', left, right)


def root_of(leaves):
    """The root over leaves, by pairing them level after level; whatever has no partner goes up as it is."""
    if not leaves:
        return sha256()
    while len(leaves) > 1:
        pairs = [node(*leaves[at : at + 2]) for at in range(0, len(leaves) - 1, 2)]
        leaves = pairs + leaves[len(pairs) * 2 :]
    return leaves[0]


def included(entry, index, hashes, size, root):
    """Whether a path leads from an entry to a root (RFC 9162 §2.1.3.2)."""
    need(index < size, 'an index outside of the tree')
    at, last, value = index, size - 1, leaf(entry)
    for sibling in hashes:
        need(last > 0, 'a path that is too long')
        if at & 1 or at == last:
            value = node(sibling, value)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            value = node(value, sibling)
        at, last = at >> 1, last >> 1
    need(last == 0 and value == root, 'the path does not lead to the root')


def all_included(entries, hashes, size, root):
    """Whether entries, (index, bytes) in order, and the hashes that they share give a root (RFC 6962 §2.1)."""
    indexes = [index for index, _ in entries]
    need(entries and indexes == sorted(set(indexes)) and indexes[-1] < size, 'indexes that cannot be')
    need(all(len(each) == 32 for each in hashes), 'a hash that is none')
    left, rest = list(entries), list(hashes)

    def value(start, end):
        if not left or left[0][0] >= end:
            need(rest, 'a hash is missing')
            return rest.pop(0)
        if end - start == 1:
            return leaf(left.pop(0)[1])
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        return node(value(start, middle), value(middle, end))

    need(value(0, size) == root and not rest, 'the entries do not lead to the root')


def extended(before, after, hashes):
    """Whether a tree (size, root) extends another (RFC 9162 §2.1.4.2)."""
    (small, old), (large, new) = before, after
    if small in (0, large):
        need(not hashes and (small == 0 or old == new), 'another tree of that size')
        need(small or old == root_of([]), 'no empty tree')
        return
    need(small < large, 'a tree that has become smaller')
    hashes = [old, *hashes] if small & (small - 1) == 0 else hashes
    need(hashes, 'a proof of nothing')
    at, last = small - 1, large - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    first = second = hashes[0]
    for each in hashes[1:]:
        need(last > 0, 'a proof that is too long')
        if at & 1 or at == last:
            first, second = node(each, first), node(each, second)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            second = node(second, each)
        at, last = at >> 1, last >> 1
    need(last == 0 and first == old and second == new, 'it does not extend the earlier one')


def parse_proof(text):
    """A .tlog-proof: (index, hashes, note)."""
    head, blank, note = text.partition('\n\n')
    first, *lines = head.split('\n')
    need(blank and first == 'c2sp.org/tlog-proof@v1', 'not a proof')
    if lines and lines[0].startswith('extra '):
        unbase64(lines.pop(0)[6:])
    need(lines and lines[0].startswith('index '), 'a proof without an index')
    hashes = [unbase64(line) for line in lines[1:]]
    need(all(len(each) == 32 for each in hashes) and len(hashes) < 64, 'a hash that is none')
    return number(lines[0][6:]), hashes, note


def tile_path(level, index, width):
    digits = str(index)
    digits = digits.zfill(-(-len(digits) // 3) * 3)
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return f'tile/{level}/' + '/'.join([*('x' + each for each in groups[:-1]), groups[-1]]) + (
        '' if width == 256 else f'.p/{width}'
    )


def entries_of(read, size, root):
    """Every entry of a log, once each tile was made anew of the entries and compared. `read` gives bytes or None."""
    entries = []
    for index in range(-(-size // 256)):
        width = min(256, size - index * 256)
        data, found = file_of(read, 'entries', index, width), []
        while data:
            length = int.from_bytes(data[:2], 'big')
            need(len(data) >= 2 + length, 'a bundle that is cut')
            found, data = [*found, data[2 : 2 + length]], data[2 + length :]
        need(len(found) in (width, 256), 'a bundle that is cut')
        entries += found[:width]
    level, hashes = 0, [leaf(entry) for entry in entries]
    need(root_of(hashes) == root, 'the entries have another root')
    while hashes:
        for index in range(-(-len(hashes) // 256)):
            tile = hashes[index * 256 : index * 256 + 256]
            data = file_of(read, level, index, len(tile))
            need(len(data) in (32 * len(tile), 32 * 256), 'a tile that is cut')
            need(data[: 32 * len(tile)] == b''.join(tile), f'tile {index} of level {level} is another')
        whole = range(len(hashes) // 256)
        level, hashes = level + 1, [root_of(hashes[at * 256 : at * 256 + 256]) for at in whole]
    return entries


def file_of(read, level, index, width):
    data = read(tile_path(level, index, width))
    data = read(tile_path(level, index, 256)) if data is None else data
    need(data is not None, f'{tile_path(level, index, width)} is missing')
    return data

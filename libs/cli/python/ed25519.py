"""Ed25519 by the mathematics of RFC 8032 §5.1, to verify alone: slow, and short enough to be read."""

import hashlib

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)


def added(one, other):
    """The sum of two points, each as (X, Y, Z, T) with x = X/Z, y = Y/Z and xy = T/Z (§5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % P
    b = (one[1] + one[0]) * (other[1] + other[0]) % P
    c = 2 * one[3] * other[3] * D % P
    d = 2 * one[2] * other[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(number, point):
    total = (0, 1, 1, 0)
    while number:
        if number & 1:
            total = added(total, point)
        point, number = added(point, point), number >> 1
    return total


def point_of(encoded):
    """The point of 32 bytes (§5.1.3); None where they are no point, or spell one another way."""
    y = int.from_bytes(encoded, 'little')
    sign, y = y >> 255, y & (1 << 255) - 1
    if len(encoded) != 32 or y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def bytes_of(point):
    inverse = pow(point[2], -1, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, 'little')


BASE = point_of(bytes.fromhex('58' + '66' * 31))


def holds(public_key, message, signature):
    """Whether 64 bytes are the signature of a message by a key of 32 bytes (§5.1.7)."""
    key = point_of(public_key)
    if key is None or len(signature) != 64:
        return False
    r, s = signature[:32], int.from_bytes(signature[32:], 'little')
    if s >= L:
        return False
    k = int.from_bytes(hashlib.sha512(r + public_key + message).digest(), 'little') % L
    negated = (P - key[0], key[1], key[2], P - key[3])
    return bytes_of(added(times(s, BASE), times(k, negated))) == r

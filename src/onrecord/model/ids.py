"""Identity from content: the same thing said by the same step has the same id, on any machine, at any time."""

from hashlib import blake2b

_SEPARATOR = "\x1f"  # ASCII unit separator: cannot occur in a name, a number or a hash


def content_id(prefix: str, *parts: object) -> str:
    """Make an id such as ``claim-3f09c2…`` from the parts, in their order.

    80 bits: among 10⁹ records the chance of one collision is below 10⁻⁶.
    """
    digest = blake2b(_SEPARATOR.join(map(str, parts)).encode(), digest_size=10).hexdigest()
    return f"{prefix}-{digest}"

"""Which records of a case the trained reader never saw: chosen by a hash of the id, so always the same."""

from hashlib import blake2b

LEARNT_FROM = (
    "stance-dev",
    "eventplace-dev",
)  # cases without a part for training: four fifths of their records are trained on


def held_out(id_: str, *, one_in: int = 5) -> bool:
    """Whether a record is never trained on."""
    return blake2b(id_.encode(), digest_size=4).digest()[0] % one_in == 0


def measured(case: str, id_: str) -> bool:
    """Whether a record counts when figures are taken: all, but for what the reader learnt from."""
    return case not in LEARNT_FROM or held_out(id_)

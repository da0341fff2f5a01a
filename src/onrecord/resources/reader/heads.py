"""The few weights of the network that are used after the encoder."""

import json
from dataclasses import dataclass

import numpy as np

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
WIDTH = 64  # of query and key for one relation
FAR = 48  # word pieces; further apart counts as this far
SOURCE, CONTENT, PLACE = range(3)


@dataclass(frozen=True, eq=False)
class Heads:
    """For each relation (source, content, place) a constant and one for each distance: `bias` 3, `far` 3 × (2 × `FAR` + 1); log-odds."""

    bias: np.ndarray
    far: np.ndarray

    @classmethod
    def of(cls, written: bytes) -> "Heads":
        """From ``heads.json``."""
        kept = json.loads(written)
        return cls(np.array(kept["bias"], dtype=np.float32), np.array(kept["far"], dtype=np.float32))

    def related(self, query: np.ndarray, key: np.ndarray, first: int, last: int, relation: int) -> np.ndarray:
        """Log-odds for each of T pieces that it belongs to the cue or event at `first` to `last` (Dozat and Manning 2017)."""
        apart = np.clip(np.arange(len(key)) - first, -FAR, FAR) + FAR
        product = key[:, relation] @ query[first : last + 1, relation].mean(axis=0)
        odds: np.ndarray = product / WIDTH**0.5 + self.bias[relation] + self.far[relation][apart]
        return odds

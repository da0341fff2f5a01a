"""The network: a small BERT encoder and heads on its last layer.

* ``tags``: for each word piece the logits of outside, begin, inside for a source's cue and for each role of the MUC templates (two groups);
* ``stance``: for each word piece the logits of happened, did not happen, uncertain, should it be an event word;
* ``query``, ``key``: projections whose scaled product, with a bias for the relation and for how far apart they are, is the log-odds that
  a word piece belongs to a cue or event: as its source, its content, its place (a biaffine scorer: Dozat and Manning 2017).
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import BertModel

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
RELATIONS = ("source", "content", "place")
STANCES = 3
GROUPS = (3, 1 + 2 * len(ROLES))  # cue; roles
WIDTH = 64  # of query and key for one relation
FAR = 48  # word pieces; further apart counts as this far


@dataclass
class Read:
    """What the network says of a batch: B windows of T word pieces."""

    tags: Tensor  # B × T × sum(GROUPS)
    stance: Tensor  # B × T × 3
    query: Tensor  # B × T × R × WIDTH
    key: Tensor  # B × T × R × WIDTH


class Network(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: str) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(
            encoder, attn_implementation="sdpa", hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )  # without dropout the CPU kernels are fused: 2.3 times as fast
        for frozen in self.encoder.embeddings.parameters():
            frozen.requires_grad_(False)
        size = self.encoder.config.hidden_size
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(size, sum(GROUPS))
        self.stance = nn.Sequential(nn.Linear(size, 128), nn.GELU(), nn.Linear(128, STANCES))
        self.query = nn.Linear(size, len(RELATIONS) * WIDTH)
        self.key = nn.Linear(size, len(RELATIONS) * WIDTH)
        self.bias = nn.Parameter(torch.full((len(RELATIONS),), -1.0))
        self.far = nn.Parameter(torch.zeros(len(RELATIONS), 2 * FAR + 1))

    def forward(self, ids: Tensor, mask: Tensor) -> Read:
        """`ids` and `mask` (1 where there is a word piece) are B × T."""
        hidden = self.drop(self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state)
        shape = (*ids.shape, len(RELATIONS), WIDTH)
        return Read(
            self.tags(hidden),
            self.stance(hidden),
            self.query(hidden).view(shape),
            self.key(hidden).view(shape),
        )

    def related(self, read: Read, window: int, first: int, last: int, relation: int) -> Tensor:
        """Log-odds for each word piece of a window that it belongs to the one at `first` to `last` (inclusive)."""
        query = read.query[window, first : last + 1, relation].mean(0)
        key = read.key[window, :, relation]
        apart = torch.arange(key.shape[0]) - first
        return (
            key @ query / WIDTH**0.5 + self.bias[relation] + self.far[relation][apart.clamp(-FAR, FAR) + FAR]
        )

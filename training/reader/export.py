"""The files that the program ships: ``python -m training.reader.export FOLDER ENCODER TARGET``.

The network of FOLDER/checkpoint.pt as ONNX, weights and activations in int8 (dynamic, per channel), its few other weights as JSON, and the
tokenizer.
"""

import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.reader.lighten import lighten
from training.reader.network import Network


class Flat(nn.Module):
    """The network for one window without padding."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """The outputs as a tuple."""
        read = self.network(ids, torch.ones_like(ids))
        return read.tags, read.stance, read.query, read.key


def main(folder: str, encoder: str, target: str) -> None:
    """Write reader.onnx, heads.json and tokenizer.json."""
    network = Network(encoder)
    network.load_state_dict(torch.load(Path(folder) / "checkpoint.pt", weights_only=True)[1])
    network.eval()
    out = Path(target)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        torch.onnx.export(
            Flat(network),
            (torch.arange(1000, 1040)[None],),
            str(whole),
            input_names=["ids"],
            output_names=["tags", "stance", "query", "key"],
            dynamic_axes={"ids": {1: "pieces"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, out / "reader.onnx", weight_type=QuantType.QInt8, per_channel=True)
    light = onnx.load(out / "reader.onnx")
    lighten(light)
    onnx.save(light, out / "reader.onnx")
    heads = {"bias": network.bias.tolist(), "far": network.far.tolist()}
    (out / "heads.json").write_text(json.dumps(heads, default=float) + "\n", encoding="utf-8")
    shutil.copy(Path(encoder) / "tokenizer.json", out / "tokenizer.json")


if __name__ == "__main__":
    main(*sys.argv[1:4])

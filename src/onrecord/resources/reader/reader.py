"""Runs the network, one window at a time: with dynamic int8 a batch would change the figures of each window in it."""

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import MissingResource
from onrecord.model import Parse
from onrecord.resources.reader.heads import Heads
from onrecord.resources.reader.seen import Seen, Window
from onrecord.resources.reader.windows import sentences, windows

MODEL = "onrecord-reader 1"
_CPU = Path("/proc/cpuinfo")
_LONGEST = 320  # word pieces of a window; what lies behind is not seen


class Reader:
    """A session and a tokenizer."""

    def __init__(self, session: Any, tokenizer: Any, heads: Heads) -> None:
        self._session, self._tokenizer, self._heads = session, tokenizer, heads

    def read(self, text: str, parse: Parse) -> Seen:
        """What the network says of a text: each part is read when it is asked for."""
        return Seen(windows(parse), sentences(parse), lambda span: self._window(text, *span))

    def _window(self, text: str, start: int, end: int) -> Window:
        import numpy as np

        encoded = self._tokenizer.encode(text[start:end])
        ids = np.array([encoded.ids[:_LONGEST]], dtype=np.int64)
        tags, stance, query, key = self._session.run(None, {"ids": ids})
        offsets = np.array(encoded.offsets[:_LONGEST], dtype=np.int64) + start
        return Window((start, end), offsets, tags[0], stance[0], query[0], key[0], self._heads)


def overflows(cpu: str) -> bool:
    """Whether int8 products may overflow 16 bits, by what Linux says of the processor: on x86 without VNNI, or where it says nothing.

    There products are asked for that are exact and slower; with VNNI they would change no bit, but cost 2.5 times as much on one with AMX.
    """
    return "vnni" not in cpu


@cache
def open_reader() -> Reader:
    """Load the network, once in each process.

    Raises:
        MissingResource: the model file is not there or cannot be used.
    """
    import onnxruntime  # here: only a step that is about to read needs it
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # the engines run a process for each core
    if overflows(_CPU.read_text() if _CPU.exists() else ""):
        options.add_session_config_entry("session.x64quantprecision", "1")
    folder = files("onrecord.resources.reader")
    try:
        session = onnxruntime.InferenceSession(
            folder.joinpath("reader.onnx").read_bytes(),
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=["SkipLayerNormFusion"],  # slower than what it fuses: a window by a tenth
        )
        heads = Heads.of(folder.joinpath("heads.json").read_bytes())
        tokenizer = Tokenizer.from_buffer(folder.joinpath("tokenizer.json").read_bytes())
    except Exception as error:
        raise MissingResource(
            f"the trained reader cannot be opened ({error}): run the set-up command of the README again"
        ) from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Reader(session, tokenizer, heads)

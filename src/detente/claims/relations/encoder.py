"""The encoder: an int8 transformer on one processor core, and the tokenizer that cuts its sentences into pieces.

Both lie beside the knowledge and are loaded once a process.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from detente.claims.relations.forms import Form
from detente.claims.relations.heads import Array
from detente.errors import ModelError

FOLDER = Path(str(files("detente.knowledge"))) / "model"


@cache
def encoder_hash() -> str:
    """What tells one encoder from another, from its name card."""
    return str(_card()["encoder"])


@cache
def _card() -> dict[str, str]:
    path = FOLDER / "encoder.json"
    try:
        held: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as fault:
        raise ModelError(str(path), "is missing or damaged", "install detente again") from fault
    return held


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads sentences into states."""

    session: onnxruntime.InferenceSession
    tokenizer: Tokenizer

    def states(self, forms: Sequence[Form]) -> Array:
        """The state of each piece: forms x pieces x width."""
        longest = max(len(form.ids) for form in forms)
        ids = np.zeros((len(forms), longest), dtype=np.int64)
        mask = np.zeros_like(ids)
        for row, form in enumerate(forms):
            ids[row, : len(form.ids)] = form.ids
            mask[row, : len(form.ids)] = 1
        states: Array = self.session.run(None, {"ids": ids, "mask": mask})[0]
        return states


@cache
def encoder() -> Encoder:
    """The encoder, loaded once a process.

    Raises:
        ModelError: its file is absent or truncated.
    """
    path = FOLDER / "encoder.onnx"
    try:
        written = path.read_bytes()
        tokenizer = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    except Exception as fault:  # the tokenizer raises no class of its own
        raise ModelError(str(FOLDER), f"the model cannot be read ({fault})", "install detente again") from fault
    if hashlib.sha256(written).hexdigest()[:16] != encoder_hash():
        raise ModelError(str(path), "is truncated, or of another version", "install detente again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return Encoder(onnxruntime.InferenceSession(written, options, providers=["CPUExecutionProvider"]), tokenizer)


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Keeps NumPy to one thread: several gain nothing on layers this small, and would busy the other cores."""
    limited: AbstractContextManager[object] = _pools().limit(limits=1, user_api="blas")
    return limited

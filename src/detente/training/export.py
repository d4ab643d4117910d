"""From a fitted network to the files that the reader loads: an int8 encoder, its tokenizer and the heads."""

from __future__ import annotations

import hashlib
import json
import shutil
import warnings
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from detente.claims.relations.encoder import FOLDER
from detente.claims.relations.heads import HEADS, Array
from detente.claims.relations.model_file import Calibration, Heads
from detente.training.network import Network


class _States(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        return self.network.states(ids, mask)


def export(network: Network, tokenizer: Path, name: str, folder: Path = FOLDER) -> None:
    """Write the encoder, its tokenizer and uncalibrated heads into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    network.eval()
    with TemporaryDirectory() as work, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        plain, fused = Path(work) / "plain.onnx", Path(work) / "fused.onnx"
        ids = torch.randint(1000, 20000, (2, 24))
        torch.onnx.export(
            _States(network),
            (ids, torch.ones_like(ids)),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["states"],
            dynamic_axes={"ids": {0: "forms", 1: "pieces"}, "mask": {0: "forms", 1: "pieces"}},
            dynamo=False,
        )
        config = network.encoder.config
        optimized = optimize_model(
            str(plain), model_type="bert", num_heads=config.num_attention_heads, hidden_size=config.hidden_size
        )
        optimized.save_model_to_file(str(fused))
        quantize_dynamic(
            str(fused),
            str(folder / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )
    _without_paths(folder / "encoder.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    digest = hashlib.sha256((folder / "encoder.onnx").read_bytes()).hexdigest()[:16]
    card = json.dumps({"name": name, "encoder": digest}, indent=1)
    (folder / "encoder.json").write_text(card + "\n", encoding="utf-8")
    Heads(name, digest, weights_of(network), Calibration()).save(folder / "heads.npz")


def _without_paths(path: Path) -> None:
    """Takes out what differs from one run of the export to the next."""
    model = onnx.load(str(path))
    for node in model.graph.node:
        node.doc_string = ""
    onnx.save(model, str(path))


def weights_of(network: Network) -> dict[str, Array]:
    """The heads' weights as arrays, by the names that reading uses."""
    own = {"hidden": network.hidden, "tags": network.tags, "sectors": network.sectors}
    modules = own | {name: network.heads[name] for name in HEADS}
    return {
        f"{name}.{part}": np.asarray(getattr(module, part).detach().numpy(), dtype=np.float32)
        for name, module in modules.items()
        for part in ("weight", "bias")
    }

"""Commands whose help says what a person types, and not which Python types stand behind it."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand, TyperGroup


def _no_type(**_context: Any) -> None:  # noqa: ANN401 (Typer's own context)
    """What stands for an argument's type in its help: its name says enough."""


def _plain(parameters: list[Any]) -> list[Any]:
    """Parameters without `<bool>` after a flag and `<str>` after an argument's name."""
    for parameter in parameters:
        if parameter.param_type_name == "argument":
            parameter.display_type_rich = _no_type
        elif parameter.is_flag:
            parameter.metavar = ""
    return parameters


def _unbraced(pieces: list[str]) -> list[str]:
    return [piece.replace("{", "").replace("}", "") for piece in pieces]


class PlainCommand(TyperCommand):
    """A verb with a plain help."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401, D102
        return _plain(super().get_params(ctx))

    def collect_usage_pieces(self, ctx: Any) -> list[str]:  # noqa: ANN401, D102
        return _unbraced(super().collect_usage_pieces(ctx))


class PlainGroup(TyperGroup):
    """A command with verbs, with a plain help."""

    def get_params(self, ctx: Any) -> list[Any]:  # noqa: ANN401, D102
        return _plain(super().get_params(ctx))

"""Charts as pictures: SVG and PNG, and a page of HTML that carries its JavaScript, so that none needs a network.

The same chart gives the same picture.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

import vl_convert
from lxml import etree

from detente.ties.charts import Chart

SHARPNESS = 2
"""Dots of a PNG to one pixel of the chart."""
STYLE = "body{font-family:sans-serif;margin:1rem;background:white}"
EMBEDDED = {"renderer": "svg", "actions": {"export": True, "source": False, "compiled": False, "editor": False}}


def svg(chart: Chart) -> str:
    """The chart as SVG, with its title and its description for those who cannot see it."""
    spec = chart.to_dict()
    drawn = etree.fromstring(vl_convert.vegalite_to_svg(spec).encode())
    for place, (name, words) in enumerate((("title", spec["title"]["text"]), ("desc", spec["description"]))):
        told = etree.Element(f"{{{drawn.nsmap[None]}}}{name}", id=f"chart-{name}")
        told.text = words
        drawn.insert(place, told)
    drawn.set("role", "img")
    drawn.set("aria-labelledby", "chart-title chart-desc")
    written: str = etree.tostring(drawn, encoding="unicode")
    return written


def png(chart: Chart) -> bytes:
    """The chart as PNG."""
    return vl_convert.vegalite_to_png(chart.to_dict(), scale=SHARPNESS)


def html(chart: Chart) -> str:
    """The chart as a page that tells more of a mark under the pointer."""
    spec = chart.to_dict()
    scripts = (
        vl_convert.javascript_bundle("window.vegaEmbed = vegaEmbed;"),
        f'vegaEmbed("#chart", {_safe(spec)}, {_safe(EMBEDDED)});',
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(spec["title"]["text"])}</title>'
        f'<style>{STYLE}</style></head>\n<body>\n<div id="chart"></div>\n<noscript>{escape(spec["description"])}'
        f"</noscript>\n<script>{scripts[0]}</script>\n<script>{scripts[1]}</script>\n</body>\n</html>\n"
    )


def _safe(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """JSON in which nothing can end the script that it stands in."""
    return json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")

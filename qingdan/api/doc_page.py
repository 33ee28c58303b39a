"""The API on a page: every operation with what it needs and answers. No script, nothing from elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.docs import DocsBase

_STYLE = """
:root{color-scheme:light dark;font:16px/1.55 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
body{max-width:58rem;margin:0 auto;padding:1.5rem}h1,h2{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid}
details{border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.45rem 0}
summary{cursor:pointer}code{font-family:ui-monospace,monospace;font-size:.92em}.method{display:inline-block;min-width:4.2rem;
font-weight:700}table{border-collapse:collapse;width:100%;margin:.6rem 0}td,th{text-align:left;vertical-align:top;
padding:.2rem .8rem .2rem 0}nav a{margin-right:.9rem}.note{opacity:.75}
"""
POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Listed(DocsBase):
    """The page."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **_: Any) -> HttpResponse:  # noqa: ANN401 - as ninja calls it
        """Return the page."""
        del request
        response = HttpResponse("\n".join(_page(dict(api.get_openapi_schema()))))
        response["Content-Security-Policy"] = POLICY
        return response


def _page(schema: dict[str, Any]) -> Iterator[str]:
    info = schema["info"]
    yield '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(info['title'])} API</title><style>{_STYLE}</style></head><body>"
    yield f"<h1>{escape(info['title'])} API {escape(info['version'])}</h1>"
    for part in info["description"].split("\n\n"):
        yield f"<p>{escape(part)}</p>"
    yield '<p><a href="openapi.json">openapi.json</a></p>'
    by_tag: dict[str, list[tuple[str, str, dict[str, Any]]]] = {t["name"]: [] for t in schema["tags"]}
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            by_tag[operation["tags"][0]].append((method.upper(), path, operation))
    links = (f'<a href="#{escape(_anchor(tag))}">{escape(tag)}</a>' for tag in by_tag)
    yield f"<nav>{''.join(links)}</nav>"
    for tag in schema["tags"]:
        name = tag["name"]
        yield f'<h2 id="{escape(_anchor(name))}">{escape(name)}</h2><p>{escape(tag["description"])}</p>'
        for method, path, operation in by_tag[name]:
            yield from _operation(method, path, operation)
    yield "</body></html>"


def _operation(method: str, path: str, operation: dict[str, Any]) -> Iterator[str]:
    yield f'<details id="{escape(operation["operationId"])}"><summary><code><span class="method">{method}</span> '
    yield f"{escape(path)}</code> {escape(operation['summary'])}</summary>"
    yield f'<p>{escape(operation.get("description", ""))}</p><p class="note">{escape(needs(operation))}</p>'
    rows = [(p["name"], p["in"], p.get("description", "")) for p in operation["parameters"]]
    rows += [
        ("body", kind, content["schema"].get("$ref", "").rpartition("/")[2])
        for kind, content in operation.get("requestBody", {}).get("content", {}).items()
    ]
    if rows:
        cells = ("".join(f"<td>{escape(str(c))}</td>" for c in row) for row in rows)
        yield f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
    yield f"<p>{escape(', '.join(operation['responses']))}</p></details>"


def needs(operation: dict[str, Any]) -> str:
    """Return in words what an operation asks of whoever calls it."""
    security = operation.get("security")
    if not security:
        return "open to everybody"
    scopes = [scope for way in security for scope in way.get("token", ())]
    if {} in security:
        return "open to everybody; more is shown to those signed in"
    return (
        f"token with scope {', '.join(scopes)}, or a session"
        if scopes
        else "a session, just verified; no token"
    )


def _anchor(tag: str) -> str:
    return tag.replace(" ", "-")

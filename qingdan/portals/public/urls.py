"""Addresses of the public portal."""

from __future__ import annotations

from django.templatetags.static import static
from django.urls import URLPattern, path
from django.views.generic.base import RedirectView

from qingdan.portals.public import demonstration, home

urlpatterns: list[URLPattern] = [
    path("", home.page, name="home"),
    path("favicon.ico", RedirectView.as_view(url=static("public/seal.svg"))),
    path("demo", demonstration.page, name="demo"),
    path("demo/clock", demonstration.move_clock, name="demo_clock"),
]

"""Every address of the system."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from qingdan.api.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("api/", api.urls),
]

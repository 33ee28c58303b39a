"""Every address of the system."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("accounts/", include("allauth.urls")),
    path("", include("qingdan.api.urls")),
    path("", include("qingdan.portals.public.urls")),
]

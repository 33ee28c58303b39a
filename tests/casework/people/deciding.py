"""Addresses for these tests: the accounts, and a decision that asks who decides."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from qingdan.casework.accounts.verification import verified


@verified
def decide(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"decided: {request.POST.get('what', 'nothing')}")


def look(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"seen by {request.user.pk}")


urlpatterns = [
    path("accounts/", include("allauth.urls")),
    path("decide/", decide),
    path("look/", look),
    path("api/look", look),
]

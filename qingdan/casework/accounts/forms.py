"""What signing up asks beyond address and password."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest

from qingdan.casework.accounts.wording import said
from qingdan.casework.models import User
from qingdan.law.grammar.text import Text


class SignUp(forms.Form):
    """A name, so that colleagues know who acts."""

    name = forms.CharField(max_length=100, label=said(Text("Name", "姓名")))

    def signup(self, request: HttpRequest, user: User) -> None:  # noqa: ARG002 - allauth's signature
        """Keep it."""
        user.name = self.cleaned_data["name"].strip()
        user.save(update_fields=["name"])

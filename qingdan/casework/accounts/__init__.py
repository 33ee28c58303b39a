"""Signing in: accounts, second factors, sessions, step-up, mail. Built on django-allauth; here is what is ours.

Who may do what is not decided here but in ``standing``; an account alone stands for nothing.
"""

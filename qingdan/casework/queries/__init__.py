"""The one reader. Every list is a queryset built on ``standing``: nobody gets what they may not see."""

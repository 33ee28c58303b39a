"""The doors for people: each portal is a folder of its own, and knows nothing of the others."""

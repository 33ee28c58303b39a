"""Passages that procedures share: each returns the steps of one passage, tied to the law that governs it there."""

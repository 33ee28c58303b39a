"""The words procedures are declared in."""

"""What the law says: pure Python, no input or output of its own, no framework."""

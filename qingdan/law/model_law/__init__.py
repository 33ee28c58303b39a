"""The Model Law on Artificial Intelligence, expert draft v1.1, in its own order."""

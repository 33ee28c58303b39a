"""The public's door: what this is, the register, the latest acts, how to check that nothing was altered."""

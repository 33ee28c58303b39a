"""``python -m qingdan.cli``: the command without the script that pip installs."""

from qingdan.cli import main

main()

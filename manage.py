"""``python manage.py``: what operators run (see docs/operate.md)."""

from qingdan.manage import main

if __name__ == "__main__":
    main()

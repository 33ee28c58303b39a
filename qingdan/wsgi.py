"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingdan.settings")
application = get_wsgi_application()

from qingdan.casework.demo.bounds import refuse_demo_data  # noqa: E402 - Django must be set up first

refuse_demo_data()  # its passwords are public: it is never served as if it were real

"""The door for machines: everything the portals can do, as OpenAPI 3.1 at ``/api/``."""

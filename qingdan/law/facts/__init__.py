"""Every question the law asks, asked once. The order of declaration is the order of asking.

``actor`` who acts and where, ``product`` what it does, then one module for each part of the
law. A fact is a question about one product in one use, or (``violation``) about one violation.
"""

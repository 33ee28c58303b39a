"""What happened: parties, offices, products, cases, papers and the register, in a database.

``actions`` is the one writer of cases, ``queries`` the one reader; everything else serves these two.
"""

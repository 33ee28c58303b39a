"""The law put to a solver: exclusive, complete, reachable, in an order that can be kept; or a case that shows why not.

The solver reads the conditions themselves, a second path beside the formulas that judge. Needs the
extra ``proof``; nothing here is loaded with the package.
"""

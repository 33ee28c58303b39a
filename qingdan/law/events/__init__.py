"""What can happen to a product on a day, and starts or ends the law's periods.

``service`` the product's life, then one module for each part of the law.
"""

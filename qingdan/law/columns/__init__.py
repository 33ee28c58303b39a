"""The same rules over a table: Polars expressions and SQL, exact where answers are missing.

``law.exact`` makes formulas say all that can be known when evaluated part by part;
``plan`` orders what is computed once and used often; ``frames`` says it in Polars, ``sql`` in
SQL. Columns are fact keys: yes/no as Boolean, choices as strings, numbers as 64-bit integers
(money in fen); a null is an unanswered question.
"""

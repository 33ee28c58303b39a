"""Judge a whole portfolio: a table of products in, a table of judgements out, unknowns included.

``source`` opens CSV and Parquet and reads them in batches, ``answers`` turns cells into answers,
``question`` says what is asked of every row, ``target`` writes files that appear whole or not at
all, ``screen`` does the work and ``compare`` tells who changes track under another list edition.

Rows in = rows judged + rows set aside: a row that cannot be read is reported with its line,
column and reason, never dropped and never guessed.
"""

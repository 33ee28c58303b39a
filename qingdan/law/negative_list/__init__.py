"""The Negative List: dated editions whose entries are conditions over facts. The law itself contains none.

``edition`` what an edition is, ``data`` its plain form for files, ``sample`` two illustrations.
"""

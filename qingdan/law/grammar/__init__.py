"""The words rules are written in. Import each word from the module that defines it.

``text`` says and cites, ``conditions`` asks and combines, ``readings`` names what is open,
``periods`` counts, ``amounts`` measures money, ``rules`` states the law.
"""

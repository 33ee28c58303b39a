"""The demonstration: a fictitious jurisdiction that was really worked in, told in plots that a lawyer can read.

``jurisdiction.yaml`` says who there is, ``stories`` what happened, ``answers.yaml`` what people wrote. Everything is
played through the same writers as in earnest, on the days it happened, so that all of it is clocked, sealed and
consistent. Only where ``QINGDAN_DEMO`` is set; nothing of it can be reached elsewhere.
"""

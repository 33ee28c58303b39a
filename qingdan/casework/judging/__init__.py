"""What each product owes: judged from its timeline, kept as rows, with a journal of every change and why."""

from qingdan.casework.judging.judge import judge_product, judge_wanted
from qingdan.casework.judging.law_in_use import LawInUse, law_in_use
from qingdan.casework.judging.timeline import product_of

__all__ = ["LawInUse", "judge_product", "judge_wanted", "law_in_use", "product_of"]

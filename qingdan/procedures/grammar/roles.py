"""Who may take a step. Which person holds which of these towards a case is decided by casework, not here."""

from __future__ import annotations

from enum import StrEnum

from qingdan.law.grammar.text import Text


class By(StrEnum):
    """In what capacity somebody acts on a case."""

    APPLICANT = "applicant"  # a member of the party, or its agent or representative
    REPRESENTATIVE = (
        "representative"  # the domestic institution or representative named in the case (Art. 40)
    )
    THIRD_PARTY = "third_party"  # whose major interests the case touches (Licensing Law 36, 47)
    ANYONE = "anyone"
    INTAKE = "intake"
    REVIEWER = "reviewer"
    HEAD = "head"
    LEGAL_REVIEWER = "legal_reviewer"
    INSPECTOR = "inspector"
    LIST_EDITOR = "list_editor"
    LAW = "law"  # nobody: an effect by operation of law

    @property
    def says(self) -> Text:
        """The capacity in words."""
        return _SAYS[self]

    @property
    def official(self) -> bool:
        """Tell whether this is an officer of the authority."""
        return self in OFFICERS


_SAYS = {
    By.APPLICANT: Text("the party", "当事人"),
    By.REPRESENTATIVE: Text("the domestic representative named", "所指定的境内代表"),
    By.THIRD_PARTY: Text("a third party whose interests are touched", "利害关系人"),
    By.ANYONE: Text("anyone", "任何组织和个人"),
    By.INTAKE: Text("intake officer", "收件人员"),
    By.REVIEWER: Text("reviewing officer", "审查人员"),
    By.HEAD: Text("head of the authority", "主管机关负责人"),
    By.LEGAL_REVIEWER: Text("legal reviewer", "法制审核人员"),
    By.INSPECTOR: Text("inspector", "执法人员"),
    By.LIST_EDITOR: Text("editor of the Negative List", "负面清单编辑人员"),
    By.LAW: Text("by operation of law", "依法律规定"),
}
OFFICERS = frozenset({By.INTAKE, By.REVIEWER, By.HEAD, By.LEGAL_REVIEWER, By.INSPECTOR, By.LIST_EDITOR})

"""Documents of the demonstration: real PDFs, each with what it is and for whom, taken in like anybody's."""

from __future__ import annotations

from datetime import datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from qingdan.casework import documents
from qingdan.casework.models import Case, Document, User
from qingdan.casework.papers import Paper, PaperKind, Row, render
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.procedures.grammar.fields import Field

_SAYS = Text(
    "Evidently fictitious document of the demonstration. It stands for what a real party would send.",
    "本文件为演示用虚构材料，代表当事人实际应当提交的材料。",
)
_PRODUCT, _PARTY = Text("product or service", "产品、服务"), Text("party", "当事人")


class Exhibits:
    """Makes each document once: a party's serve all its cases, an officer's the one case they were made for."""

    def __init__(self, at: datetime) -> None:
        self.at = at  # when the next one is made
        self.made: dict[tuple[str, int, bool], Document] = {}

    def __call__(self, case: Case, field: Field, by: User) -> str:
        """Return the document a field asks for."""
        return self.named(case, field.key, field.says, by)

    def named(self, case: Case, key: str, title: Text, by: User) -> str:
        """Return the document of a name, made and uploaded by ``by``."""
        of_party = case.party_id is not None and by.postings.exists() is False
        owner = case.party_id if of_party and case.party_id is not None else case.pk
        place = (key, owner, of_party)
        if place not in self.made:
            pdf = render(_paper(case, title, self.at), created=self.at)
            name = f"{title.zh[:40].replace('/', '、')}.pdf"
            file = SimpleUploadedFile(name, pdf, "application/pdf")
            where = {"party": owner} if of_party else {"case": owner}
            self.made[place] = documents.upload(file, by=by, at=self.at, **where)
        return str(self.made[place].pk)


def _paper(case: Case, title: Text, at: datetime) -> Paper:
    rows = []
    if case.party:
        rows.append(Row(_PARTY, case.party.name))
    if case.product:
        rows.append(Row(_PRODUCT, case.product.name))
    return Paper(
        kind=PaperKind.LETTER,
        title=title,
        office=Text(case.party.name_en, case.party.name)
        if case.party
        else Text(case.office.name_en, case.office.name_zh),
        addressee=case.office.name_zh,
        reference=case.ref,
        date=at.astimezone(SHANGHAI).date(),
        paragraphs=(_SAYS,),
        facts=tuple(rows),
        demonstration=True,
    )

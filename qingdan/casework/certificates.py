"""Certificates: an entry of the register as last published, with its whole proof in the QR code.

What is printed is what is sealed: every particular comes from the published version that the proof certifies, none
from elsewhere. Filing is not endorsement, and each certificate says so (Article 44).
"""

from __future__ import annotations

from django.conf import settings

from qingdan.casework import sealing
from qingdan.casework.letters import said
from qingdan.casework.models import RegisterEntry
from qingdan.casework.papers import Paper, PaperKind, Row, render
from qingdan.casework.queries.register import published
from qingdan.law.clock import SHANGHAI
from qingdan.law.grammar.text import Text
from qingdan.law.numbers import Kind, QingdanNumber
from qingdan.procedures.catalogue import procedure
from qingdan.procedures.grammar.effects import Status
from qingdan.procedures.grammar.fields import Asks

_NOT_ENDORSED = Text(
    "Entry in the register is not an endorsement of the product and may not be advertised as one.",
    "登记不代表对产品、服务的认可，不得用于宣传推介。",
)
_AS_OF = Text(
    "The entry may have changed since: the status shown is that of version {version}. Check before you rely on it.",
    "登记状态此后可能变化：本证载明的是第{version}版的状态，使用前请核验。",
)
_TITLES = {
    Kind.REGISTRATION: Text("Certificate of registration", "登记备案证明"),
    Kind.PROVISION_LICENCE: Text("Licence to provide", "提供许可证"),
    Kind.RESEARCH_LICENCE: Text("Licence to research and develop", "研发许可证"),
    Kind.REPRESENTATIVE: Text("Filing of a domestic representative", "境内代表备案证明"),
    Kind.SANDBOX: Text("Admission to the sandbox", "沙盒准入证明"),
}


def certificate(entry: RegisterEntry, *, qr: str | None) -> Paper:
    """Return the certificate of a register entry as last published; ``qr`` is its proof (see ``sealing``)."""
    now = published(entry)
    rows = []
    if now["holder_en"]:
        rows.append(Row(Text("name in English", "英文名称"), now["holder_en"]))
    if now["uscc"]:
        rows.append(Row(Text("unified social credit code", "统一社会信用代码"), now["uscc"]))
    if now["product"]:
        name = Text(now["product_en"] or now["product"], now["product"])
        rows.append(Row(Text("product or service", "产品、服务"), name))
    declared = procedure(entry.case.procedure, entry.case.edition)
    fields = {f.key: f for step in declared.steps.values() for f in step.asks}
    rows += [
        Row(fields[key].says, said(fields[key], value))
        for key, value in now["shown"].items()
        if key in fields and fields[key].asks is not Asks.DOCUMENTS
    ]
    rows.append(Row(Text("granted on", "发证日期"), now["granted_on"]))
    if now["expires_on"]:
        rows.append(Row(Text("valid until", "有效期至"), now["expires_on"]))
    status = Status(now["status"]).says
    since = now["status_since"]
    shown = Text(f"{status.en}, since {since}", f"{status.zh}（自{since}起）")
    rows.append(Row(Text("status when printed", "打印时状态"), shown))
    return Paper(
        kind=PaperKind.CERTIFICATE,
        title=_TITLES[Kind(now["kind"])],
        office=Text(now["office"]["en"], now["office"]["zh"]),
        addressee=now["holder"],
        reference=now["case"],
        date=now["timeline"][-1]["at"].astimezone(SHANGHAI).date(),
        number=QingdanNumber.parse(now["number"]),
        facts=tuple(rows),
        qr=qr,
        verify_at=f"{settings.BASE_URL}/v",
        notes=(_NOT_ENDORSED, _AS_OF.filled(version=now["version"])),
        demonstration=settings.DEMO,
    )


def certificate_pdf(entry: RegisterEntry) -> bytes:
    """Return the certificate with its proof; the same version under the same signed head gives the same bytes.

    Raises ActionRefused while the latest version is not sealed yet: a moment after the act.
    """
    return render(certificate(entry, qr=sealing.qr_of(entry)))

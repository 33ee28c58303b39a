"""What a filing for registration asks (Article 43(1)): each field is an item of the dossier, and public where that is."""

from dataclasses import replace

from qingdan.law.grammar.rules import DossierItem
from qingdan.law.grammar.text import Text
from qingdan.law.model_law import a43_dossier as dossier
from qingdan.law.readings.registry import registry_public_content
from qingdan.procedures.grammar.fields import Asks, Field, prose
from qingdan.procedures.grammar.guards import Guard


def _asked(item: DossierItem, asks: Asks = Asks.LINE, *, required: bool = True) -> Field:
    return Field(
        key=item.key, says=item.says, asks=asks, required=required, public=item.public, help=item.note
    )


SUMMARY = prose(
    "self_assessment_summary",
    Text("summary of the security self-assessment, to be published", "拟公示的安全自评估报告摘要"),
    required=False,
    public=True,
)
FILED = (
    _asked(dossier.provider_name),
    _asked(dossier.contact_details),
    _asked(dossier.product_name),
    _asked(dossier.form_of_provision),
    _asked(dossier.application_areas),
    _asked(dossier.algorithm_types),
    _asked(dossier.security_self_assessment, Asks.DOCUMENTS),
    _asked(dossier.publicity_content, Asks.PROSE),
    SUMMARY,
    _asked(dossier.other_registry_information, Asks.DOCUMENTS, required=False),
)
SOME_OF_IT = tuple(replace(field, required=False) for field in FILED)
SHOWN = tuple(field.key for field in FILED if field.public)

summary_if_published = Guard(
    says=Text(
        "by the reading taken a summary of the self-assessment is published too: give one",
        "按所采解释，安全自评估报告摘要一并公示，请填写摘要",
    ),
    cite=registry_public_content.cite,
    asks=(dossier.publicity_content.key,),
    met=lambda s: s.taken_reading(registry_public_content) != "with_summary" or SUMMARY.key in s.given,
)

"""Article 65, tort. Fault is presumed: developer and provider are liable unless they prove that they are not at fault."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.conditions import taking
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Article, Definition, Duty, Right, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a71_definitions import is_developer, is_provider
from qingdan.law.readings import remedies
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=65,
    title=Text("Civil liability", "民事侵权责任"),
    gloss=Text(
        "Damage done by developing or providing AI is compensated unless developer and provider prove the absence of fault; by the "
        "loss, or the profit made, or else by the circumstances.",
        "研发、提供人工智能侵害权益造成损害的，研发者、提供者不能证明自己没有过错的，应当承担侵权责任；赔偿按损失或者获益确定，难以确定的根据实际情况确定。",
    ),
    procedures=("tort_evidence",),
)

claim_compensation = Right(
    cite=Cite(MODEL_LAW, 65, 1),
    holder=Role.AFFECTED,
    may=Text("Claim compensation; fault is presumed", "请求损害赔偿，过错依法推定"),
    against=Role.DEVELOPER_OR_PROVIDER,
    readings=(remedies.tort_claimant,),
)
user_may_claim = Right(
    cite=Cite(MODEL_LAW, 65, 2),
    holder=Role.USER,
    may=Text("Claim compensation for loss suffered as a user", "使用者就所受损失请求赔偿"),
    against=Role.DEVELOPER_OR_PROVIDER,
    when=taking(remedies.tort_claimant, "users_and_affected"),
    readings=(remedies.tort_claimant,),
)
prove_absence_of_fault = Right(
    cite=Cite(MODEL_LAW, 65, 1),
    holder=Role.DEVELOPER_OR_PROVIDER,
    may=Text(
        "Prove the absence of fault from duties fulfilled and evidence kept",
        "以履行义务的证据证明自己没有过错",
    ),
)
preserve_evidence_on_claim = Duty(
    cite=Cite(MODEL_LAW, 65, 1),
    bearer=Role.DEVELOPER_OR_PROVIDER,
    when=is_developer | is_provider,
    must=Text(
        "On a claim, preserve logs and records; delete nothing that may be evidence",
        "发生索赔的，保全日志和记录，不得删除可能的证据",
    ),
    within=AtOnce(after=events.compensation_claimed),
    evidence=(Text("hold with its scope and date", "证据保全范围和日期"),),
    note=Text(
        "follows from presumed fault: who cannot show the records cannot rebut it",
        "系过错推定的当然要求：无记录者无从反证",
    ),
)
compensation = Definition(
    cite=Cite(MODEL_LAW, 65, 2),
    term=Text("compensation", "赔偿额"),
    means=Text(
        "the loss suffered, or the benefit gained; if neither can be determined, what the case warrants",
        "受害人损失或者侵权人获益；难以确定的，根据实际情况确定",
    ),
)

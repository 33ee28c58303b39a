"""Articles 57-60: enforcement and its supervision, technology, foreign actors, reciprocity."""

from qingdan.law.events import enforcement as events
from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.periods import AtOnce
from qingdan.law.grammar.rules import Article, Duty, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

ARTICLES = (
    Article(
        number=57,
        title=Text("Enforcement and its supervision", "执法与监督"),
        gloss=Text(
            "The authority builds specialised staff and technology, sets its enforcement procedure and has enforcement supervised.",
            "主管机关加强专门队伍和技术建设，依法建立行政执法程序和执法监督机制。",
        ),
        procedures=("investigation", "penalty_decision"),
    ),
    Article(
        number=58,
        title=Text("Governance by technology", "技术治理"),
        gloss=Text(
            "The State supports technology for warning, assessment and response, and encourages regulatory and compliance technology.",
            "国家支持监测预警、安全评估、应急处置技术研发，鼓励应用监管科技和合规科技。",
        ),
        declaratory=Text(
            "Support and encouragement; nobody is bound to anything that could be done or missed.",
            "系支持、鼓励性规定，未设可履行或者可违反的具体义务。",
        ),
    ),
    Article(
        number=59,
        title=Text("Countermeasures against foreign actors", "对境外主体的反制"),
        gloss=Text(
            "Where activity abroad infringes citizens' rights or endangers national security or the public interest, the authority "
            "may restrict or ban it within China, and announces that.",
            "境外组织、个人的人工智能活动侵害我国公民合法权益或者危害国家安全、公共利益的，主管机关可依法限制或者禁止其境内活动并予公告。",
        ),
        procedures=("foreign_countermeasure",),
    ),
    Article(
        number=60,
        title=Text("Reciprocity", "对等措施"),
        gloss=Text(
            "Against a country that discriminates in AI development, investment or trade, China may respond in kind.",
            "对在人工智能研发、投资、贸易等方面采取歧视性措施的国家或者地区，我国可以采取对等措施。",
        ),
        procedures=("reciprocal_measure",),
        declaratory=Text(
            "An act of State, outside redress and not decided by the authority: recorded and shown only.",
            "属国家行为，非主管机关决定，亦不在救济范围，仅作记录和展示。",
        ),
    ),
)
build_enforcement_capacity = Duty(
    cite=Cite(MODEL_LAW, 57, 1),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Build specialised staff and technology for enforcement", "加强专门执法队伍和专门技术建设"),
    evidence=(Text("staff qualifications and tools", "执法资格和技术装备情况"),),
)
set_enforcement_procedure = Duty(
    cite=Cite(MODEL_LAW, 57, 2),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Set the procedure of enforcement by law", "依法建立行政执法程序"),
    evidence=(Text("published procedure, with version", "公布的程序规定及版本"),),
)
have_enforcement_supervised = Duty(
    cite=Cite(MODEL_LAW, 57, 2),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Have enforcement supervised", "建立行政执法监督机制"),
    evidence=(Text("supervision log", "执法监督记录"),),
    presupposes=(set_enforcement_procedure,),
)
restrict_foreign_actor = Power(
    cite=Cite(MODEL_LAW, 59),
    holder=Role.AUTHORITY,
    may=Text("Restrict or ban the actor's AI activities within China", "限制或者禁止其在境内的人工智能活动"),
)
announce_countermeasure = Duty(
    cite=Cite(MODEL_LAW, 59),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Announce each measure against a foreign actor", "对境外主体采取的措施予以公告"),
    within=AtOnce(after=events.countermeasure_taken),
    done_by=events.countermeasure_announced,
    evidence=(Text("the announcement", "公告"),),
)

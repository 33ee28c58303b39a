"""Article 48, ending a service in good order: plan first, then deletion. The notice is counted backward.

What another law orders to be kept (risk records, logs, evidence) is kept: deletion does not reach it.
"""

from qingdan.law.events import governance, service
from qingdan.law.facts import product
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Article, Duty, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import lifecycle
from qingdan.law.statutes import MODEL_LAW

ARTICLE = Article(
    number=48,
    title=Text("Termination", "终止机制"),
    gloss=Text(
        "Whoever ends a service publishes plan and users' rights thirty working days ahead, deletes personal information within thirty "
        "working days after, and deals with data and models as required.",
        "终止提供产品、服务的，应当至少提前三十个工作日公示终止方案和使用者权利，终止之日起三十个工作日内删除用户个人信息，并依规处置数据和模型。",
    ),
    procedures=("termination",),
)

publish_termination_plan = Duty(
    cite=Cite(MODEL_LAW, 48, 1, "a"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Publish the termination plan and users' rights at least thirty working days ahead",
        "至少提前三十个工作日公示终止方案和使用者权利",
    ),
    within=Period(
        amount=lifecycle.notice_advance_clear_days, unit=Unit.WORKING_DAY, before=service.service_ended
    ),
    done_by=governance.termination_plan_published,
    evidence=(Text("the published plan with its date", "已公示的终止方案及日期"),),
    readings=(lifecycle.notice_advance_clear_days,),
)
delete_personal_information = Duty(
    cite=Cite(MODEL_LAW, 48, 1, "b"),
    bearer=Role.PROVIDER,
    when=is_provider & product.processes_personal_information,
    must=Text(
        "Delete users' personal information within thirty working days of the end",
        "终止之日起三十个工作日内删除用户个人信息",
    ),
    within=Period(amount=30, unit=Unit.WORKING_DAY, after=service.service_ended),
    done_by=governance.personal_information_deleted,
    evidence=(
        Text(
            "certificate of deletion, and list of what the law orders to be kept",
            "删除证明及依法应当留存的清单",
        ),
    ),
    note=Text("records that a law orders to be kept are not deleted", "依法应当保存的记录不在删除之列"),
)
dispose_of_data_and_models = Duty(
    cite=Cite(MODEL_LAW, 48, 1, "b"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "Deal with service data, training data and models as national regulations require",
        "依照国家有关规定处置服务产生的数据、训练数据和算法模型",
    ),
    within=Period(
        amount=lifecycle.termination_handling_wd, unit=Unit.WORKING_DAY, after=service.service_ended
    ),
    done_by=governance.data_and_models_disposed_of,
    evidence=(
        Text("checklist: deleted, anonymised, archived, handed over", "处置清单（删除、匿名化、归档、移交）"),
    ),
    readings=(lifecycle.termination_handling_wd,),
)
arrange_other_termination_matters = Duty(
    cite=Cite(MODEL_LAW, 48, 1, "c"),
    bearer=Role.PROVIDER,
    when=is_provider,
    must=Text(
        "On ending the service, arrange what else laws and administrative regulations require",
        "终止服务时，落实法律、行政法规规定的其他措施",
    ),
)

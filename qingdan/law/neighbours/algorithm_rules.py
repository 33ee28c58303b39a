"""The Algorithm Provisions of 2022, parent of Articles 43, 44 and 49: what can sway opinion is filed there too."""

from qingdan.law.events import neighbour_filings, service
from qingdan.law.facts import product
from qingdan.law.grammar.periods import Period
from qingdan.law.grammar.rules import Duty, Finding, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.grammar.units import Unit
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.statutes import ALGORITHM_PROVISIONS

algorithm_filing_required = Finding(
    cite=Cite(ALGORITHM_PROVISIONS, 24, 1),
    says=Text(
        "The algorithm must also be filed with the cyberspace administration", "还应当向网信部门履行算法备案"
    ),
    denies=Text("No algorithm filing is required", "无需履行算法备案"),
    when=is_provider & product.sways_public_opinion,
)
file_algorithm = Duty(
    cite=Cite(ALGORITHM_PROVISIONS, 24, 1),
    bearer=Role.PROVIDER,
    when=algorithm_filing_required,
    must=Text(
        "File the algorithm within ten working days of starting to provide",
        "自提供服务之日起十个工作日内履行算法备案手续",
    ),
    within=Period(amount=10, unit=Unit.WORKING_DAY, after=service.service_started),
    done_by=neighbour_filings.algorithm_filed,
    evidence=(Text("filing number", "算法备案编号"),),
)
update_algorithm_filing = Duty(
    cite=Cite(ALGORITHM_PROVISIONS, 24, 2),
    bearer=Role.PROVIDER,
    when=algorithm_filing_required,
    must=Text(
        "Update the algorithm filing within ten working days of a change",
        "备案信息变更的，十个工作日内办理变更",
    ),
    within=Period(amount=10, unit=Unit.WORKING_DAY, after=neighbour_filings.algorithm_filing_changed),
    done_by=neighbour_filings.algorithm_filing_updated,
    evidence=(Text("receipt of the update", "变更回执"),),
    presupposes=(file_algorithm,),
)
cancel_algorithm_filing = Duty(
    cite=Cite(ALGORITHM_PROVISIONS, 24, 3),
    bearer=Role.PROVIDER,
    when=algorithm_filing_required,
    must=Text(
        "Cancel the algorithm filing within twenty working days of the end",
        "终止服务的，二十个工作日内办理注销备案",
    ),
    within=Period(amount=20, unit=Unit.WORKING_DAY, after=service.service_ended),
    done_by=neighbour_filings.algorithm_deregistered,
    evidence=(Text("receipt of the cancellation", "注销回执"),),
)

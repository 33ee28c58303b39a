"""Administrative Penalty Law: benchmarks, electronic evidence, decisions on the spot, publicity (Arts. 34, 41, 48, 51).

A penalty decided on the spot goes to reconsideration before it goes to court (Reconsideration Law Art. 23).
"""

from qingdan.law.grammar.conditions import ALWAYS
from qingdan.law.grammar.rules import Definition, Duty, Power, Role
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import PENALTY_LAW

publish_benchmarks = Duty(
    cite=Cite(PENALTY_LAW, 34),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text("Publish the benchmarks by which discretion is used", "公布行政处罚裁量基准"),
    evidence=(Text("the published benchmarks, with version", "已公布的裁量基准及版本"),),
)
review_electronic_monitoring = Duty(
    cite=Cite(PENALTY_LAW, 41, 1),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Have evidence from electronic monitoring pass legal and technical review",
        "利用电子技术监控设备取证的，经法制和技术审核",
    ),
    evidence=(Text("record of the review", "审核记录"),),
)
publish_socially_significant_penalties = Duty(
    cite=Cite(PENALTY_LAW, 48, 1),
    bearer=Role.AUTHORITY,
    when=ALWAYS,
    must=Text(
        "Publish penalties that have a certain impact on society", "依法公开具有一定社会影响的处罚决定"
    ),
    evidence=(Text("the published decision", "已公开的处罚决定"),),
)
decide_on_the_spot = Power(
    cite=Cite(PENALTY_LAW, 51),
    holder=Role.AUTHORITY,
    may=Text(
        "Decide on the spot where the facts are plain: a warning, or a fine of at most CNY 200 on an individual or "
        "CNY 3,000 on an organisation",
        "违法事实确凿并有法定依据的，可以当场作出警告，或者对公民二百元以下、对单位三千元以下罚款的决定",
    ),
)
enforcement_goes_on = Definition(
    cite=Cite(PENALTY_LAW, 73, 1),
    term=Text("enforcement during redress", "救济期间的执行"),
    means=Text(
        "reconsideration or a suit does not suspend a penalty, unless a law provides otherwise; the surcharge on a fine rests",
        "申请复议或者提起诉讼的，行政处罚不停止执行，法律另有规定的除外；加处罚款在此期间不予计算",
    ),
)

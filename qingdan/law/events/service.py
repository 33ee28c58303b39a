"""The life of a product: start, change, end."""

from qingdan.law.grammar.periods import Event
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.statutes import MODEL_LAW

development_started = Event(
    says=Text("development starts", "开始研发"), cite=Cite(MODEL_LAW, 24, 1), planned=True
)
service_started = Event(
    says=Text("the product or service is first provided", "开始提供产品、服务"),
    cite=Cite(MODEL_LAW, 43, 1),
    planned=True,
)
material_change = Event(
    says=Text("technology, use or audience changes materially", "技术、应用场景或者用户群体发生重大变化"),
    cite=Cite(MODEL_LAW, 29, 2),
    repeats=True,
    planned=True,
)
service_ended = Event(
    says=Text("the service is terminated", "终止提供服务"),
    cite=Cite(MODEL_LAW, 48, 1),
    planned=True,
    follows=service_started,
)

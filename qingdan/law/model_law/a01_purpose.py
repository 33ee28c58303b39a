"""Article 1, purpose. Development and order together; nothing to apply by itself."""

from qingdan.law.grammar.rules import Article
from qingdan.law.grammar.text import Text

ARTICLE = Article(
    number=1,
    title=Text("Purpose and basis", "立法目的和依据"),
    gloss=Text(
        "Made under the Constitution to advance AI, keep its development, provision and use in order, guard the country's "
        "interests and protect everyone's rights.",
        "依据宪法制定，旨在促进人工智能发展，规范研发、提供和使用活动，维护国家利益，保护个人、组织合法权益。",
    ),
    declaratory=Text(
        "States purposes; they guide how the rules are read and bind nobody by themselves.",
        "宣示立法目的，用于指导条文解释，不直接设定权利义务。",
    ),
)

"""Why casework refuses, beside what the engine refuses: always with words, and nothing has changed."""

from __future__ import annotations

from qingdan.law.grammar.refusal import Refusal
from qingdan.law.grammar.text import Cite, Text


class ActionRefused(Refusal):
    """An act that casework does not accept. ``code`` is stable, for programs."""

    def __init__(self, code: str, says: Text, cite: Cite | None = None, field: str | None = None) -> None:
        super().__init__(says, cite)
        self.code = code
        self.field = field


class NotFound(ActionRefused):
    """What was asked for does not exist, or is not for this person: the answer is the same."""

    def __init__(self, what: Text) -> None:
        super().__init__(
            "not_found",
            Text(f"no such {what.en}, or it is not open to you", f"没有该{what.zh}，或者您无权查看"),
        )


class Stale(ActionRefused):
    """The case has moved on since this person looked at it."""

    def __init__(self, seen: int, now: int) -> None:
        super().__init__(
            "stale",
            Text(
                f"the case has changed since you opened it (version {seen}, now {now}); look again before you act",
                f"案件在您打开之后已有变化（您看到第{seen}版，现为第{now}版），请刷新后再办理",
            ),
        )


class KeyReused(ActionRefused):
    """An idempotency key came back with another content."""

    def __init__(self) -> None:
        super().__init__(
            "key_reused",
            Text(
                "this idempotency key was used for another request; use a new one for each act",
                "该幂等键已用于另一请求；每次办理请使用新的键",
            ),
        )


CASE = Text("case", "案件")

"""One interview at the terminal: question, reasons, answer, and the outcome at the end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.text import Text as Line

from qingdan.cli.answers import NotAnAnswer, Unknown, hint, read_answer
from qingdan.cli.editions import pinned
from qingdan.cli.judgement_page import print_judgement
from qingdan.cli.output import Exit, console, fail
from qingdan.cli.pages import Column, listing, put, styled
from qingdan.cli.product_file import write_product
from qingdan.cli.tongue import say, t
from qingdan.cli.wording import place
from qingdan.law.grammar.conditions import Answer
from qingdan.law.in_force import InForce
from qingdan.law.interview import Interview, Question
from qingdan.law.judge import judge
from qingdan.law.timeline import Change, Product

NAMED, SHOWN = 2, 3
_BACK = frozenset({"b", "back", "返回"})
_QUIT = frozenset({"q", "quit", "exit", "退出"})
_WHY = frozenset({"w", "why", "为何"})


class Conversation:
    """Holds ``talk`` with a person (or a script on standard input) until it is settled or left."""

    def __init__(
        self,
        talk: Interview,
        product: Product,
        on: date,
        law: InForce,
        keep: Callable[[Interview], str],
        write: Path | None,
        *,
        named: bool,
    ) -> None:
        self._talk, self._product, self._on, self._law = talk, product, on, law
        self._keep, self._write, self._named = keep, write, named
        self._past: list[Interview] = []

    def hold(self) -> Exit:
        """Ask until settled, then show the outcome. Returns the exit code."""
        self._greet()
        try:
            while (question := self._talk.next()) is not None:
                if not self._ask(question):
                    return self._left()
        except EOFError:
            self._ended()
        except KeyboardInterrupt:
            self._keep(self._talk)
            raise
        return self._settled()

    def _greet(self) -> None:
        edition = self._law.edition.key if self._law.edition else t("none", "无")
        put(
            t(
                f"Law: {self._law.pack.key} · Negative List: {edition} · {self._on}",
                f"法律版本：{self._law.pack.key} · 负面清单：{edition} · {self._on}",
            ),
            "dim",
        )
        put(
            t(
                "? or Enter: don't know · w: what each answer leads to · b: back · q: save and quit",
                "? 或者回车：不清楚 · w：各答案的后果 · b：返回上一题 · q：保存并退出",
            ),
            "dim",
        )
        for change in self._talk.changes:
            put(f"! {say(change)}", "yellow")

    def _ask(self, question: Question) -> bool:
        """Ask one question until it is dealt with. False: the person leaves."""
        self._show(question)
        while True:
            written = _listen(hint(question))
            if written.lower() in _QUIT:
                return False
            if written.lower() in _WHY:
                _consequences(question)
            elif written.lower() in _BACK:
                if self._past:
                    self._talk = self._past.pop()
                    self._keep(self._talk)
                    return True
                put(t("this is the first question", "已是第一题"), "yellow", indent=2)
            else:
                try:
                    self._step(question, written)
                except NotAnAnswer as wrong:
                    put(str(wrong), "yellow", indent=2)
                else:
                    return True

    def _step(self, question: Question, written: str) -> None:
        answer = read_answer(question, written)
        then = (
            self._talk.dont_know(question.key)
            if isinstance(answer, Unknown)
            else self._talk.answer(question.key, answer)
        )
        self._past.append(self._talk)
        self._talk = then
        self._keep(then)

    def _show(self, question: Question) -> None:
        progress = self._talk.progress
        put()
        put(
            styled(
                (say(question.asks), "bold"),
                "  ",
                (place(question.cite), "dim"),
                "  ",
                (_ahead(progress.dealt_with, progress.at_least, progress.at_most), "dim"),
            )
        )
        if question.help is not None:
            put(say(question.help), "dim", indent=2)
        rows = [[str(i), f"{say(said)}", key] for i, (key, said) in enumerate(question.options.items(), 1)]
        listing((Column(right=True), Column(stretches=True), Column(style="dim")), rows, indent=2)
        _reasons(question)

    def _left(self) -> Exit:
        kept = self._keep(self._talk)
        if kept:
            put(t(f"saved: {kept}; go on with --resume {kept}", f"已保存：{kept}，可用 --resume {kept} 继续"))
        else:
            put(
                t("not saved; --save FILE keeps an interview", "未保存；使用 --save FILE 可保存问答"),
                "yellow",
            )
        return Exit.DONE if self._talk.settled else Exit.NOT_YET_KNOWN

    def _ended(self) -> None:
        kept = self._keep(self._talk)
        done = self._talk.progress.dealt_with
        if kept:
            fail(
                t(
                    f"the input ended before the interview did; {done} answers are saved in {kept}",
                    f"输入在问答完成前中断；已有{done}项答案保存于{kept}",
                )
            )
        fail(
            t(
                "the input ended before the interview did; nothing was saved (--save FILE keeps the answers)",
                "输入在问答完成前中断，未保存任何内容（使用 --save FILE 可保存答案）",
            )
        )

    def _settled(self) -> Exit:
        self._keep(self._talk)
        put()
        put(self._end_said(), "bold")
        product = answered(self._product, self._talk.answers, self._on)
        judged = judge(
            product,
            self._on,
            readings=self._law.readings,
            editions=(pinned(self._law.edition),) if self._law.edition else (),
        )
        print_judgement(judged, alternatives=False)
        self._offer(product)
        return Exit.NOT_YET_KNOWN if judged.track.track is None else Exit.DONE

    def _end_said(self) -> str:
        number = len(self._talk.answers)
        if self._talk.unknown:
            return t(
                "Nothing more can be found out without the answers nobody knows.",
                "其余事项无人知晓，已无法进一步查明。",
            )
        return t(
            f"Settled with {number} answer{'' if number == 1 else 's'}: nothing else can change what is sought.",
            f"已答{number}项，结论已定，无需继续回答。",
        )

    def _offer(self, product: Product) -> None:
        """Write a product file where one was asked for; at a terminal, offer to."""
        path = self._write
        if path is None and console.is_terminal:
            put()
            try:
                written = _listen(
                    t(
                        "write the answers as a product file (name, or Enter for none)",
                        "写成产品文件（填写文件名，回车跳过）",
                    )
                )
            except EOFError:
                return
            path = Path(written) if written else None
            if path is not None and path.exists():
                fail(t(f"{path} exists already and stays as it is", f"{path}已存在，未作改动"))
        if path is not None:
            named = product if self._named else replace(product, name=path.stem)
            write_product(path, named, self._law.readings)
            put(
                t(
                    f"written: {path}; judge it with: qingdan assess {path}",
                    f"已写入：{path}，可运行：qingdan assess {path}",
                )
            )


def answered(product: Product, answers: Mapping[str, Answer], on: date) -> Product:
    """Return ``product`` with what was answered, from ``on`` where it differs from before."""
    if not product.changes:
        return replace(product, answers=dict(answers))
    held = product.answers_on(on)
    new = {k: v for k, v in answers.items() if held.get(k) != v}
    never = {k: v for k, v in new.items() if all(k not in c.answers for c in product.changes)}
    later = {k: v for k, v in new.items() if k not in never}
    changes = product.changes
    if later:
        same = [c for c in changes if c.on == on]
        merged = {**(same[0].answers if same else {}), **later}
        changes = tuple(sorted([*(c for c in changes if c.on != on), Change(on, merged)], key=lambda c: c.on))
    return replace(product, answers={**product.answers, **never}, changes=changes)


def _ahead(done: int, least: int, most: int) -> str:
    if least == most:
        return t(f"({done} answered, {most} to go)", f"（已答{done}项，尚余{most}项）")
    return t(
        f"({done} answered, at least {least}, at most {most} to go)",
        f"（已答{done}项，尚余至少{least}项、至多{most}项）",
    )


def _reasons(question: Question) -> None:
    """Print what is still open and what the answers lead to; not what leads nowhere yet."""
    stop = t("; ", "；")
    goals = question.goals
    named = stop.join(say(goal.says) for goal in goals[:NAMED])
    more = t(f" and {len(goals) - NAMED} more", f"等{len(goals)}项") if len(goals) > NAMED else ""
    put(t("still open: ", "待定：") + named + more, "dim", indent=2)
    for consequence in question.consequences[:SHOWN]:
        if consequence.settles:
            put(say(consequence.says), "dim", indent=2)


def _consequences(question: Question) -> None:
    for consequence in (*question.consequences, question.if_not_known):
        put(f"· {say(consequence.says)}", indent=2)


def _listen(prompt: str) -> str:
    """Return what was written. Raises EOFError where the input ends."""
    written = console.input(Line(f"  {prompt} > ", style="cyan")).strip()
    if not sys.stdin.isatty():  # nobody sees what a script answers unless it is shown
        put(written)
    return written

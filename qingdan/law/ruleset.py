"""A set of conclusions compiled to straight-line Python: exact, three-valued, microseconds.

Values are coded 0 false, 1 not yet known, 3 true, so that ``&`` and ``|`` are the three-valued
connectives. A formula for which evaluation part by part would not be exact (a fact that speaks
for and against it) is made exact first (``law.exact``).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeAlias

from qingdan.law.cells import Cells
from qingdan.law.diagram import Diagrams
from qingdan.law.exact import Exact
from qingdan.law.formula import FALSE, TRUE, Formula, Resolver
from qingdan.law.grammar.conditions import Choice, Fact, Number, YesNo
from qingdan.law.grammar.rules import Finding

Answers: TypeAlias = Mapping[str, Any]
_MEANING = (False, None, None, True)
_KEPT = 10_000


class Traced:
    """One conclusion with the facts that decided it (or that leave it open)."""

    __slots__ = ("_codes", "_mask", "_place", "_rules", "finding", "value")

    def __init__(self, rules: RuleSet, place: int, code: int, mask: int, codes: Sequence[int]) -> None:
        self.finding = rules.findings[place]
        self.value = _MEANING[code]
        self._rules = rules
        self._place = place
        self._mask = mask
        self._codes = codes

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that suffice for the value, none to spare; for an open value, what can still settle it."""
        return self._rules.reasons(self._place, self.value, self._mask, self._codes)


class RuleSet:
    """Findings bound to one resolver, ready to be judged one answer sheet after another.

    >>> rules = RuleSet(Resolver(findings), findings)      # doctest: +SKIP
    >>> rules.judge({"develops": True})                    # doctest: +SKIP
    """

    def __init__(
        self, resolver: Resolver, findings: Iterable[Finding], *, diagrams: Diagrams | None = None
    ) -> None:
        self.resolver = resolver
        self.findings = tuple(findings)
        self.formulas = tuple(resolver.resolve(f) for f in self.findings)
        self.diagrams = diagrams or Diagrams([c.size for c in resolver.cells])
        self._keys = tuple(f.key for f in self.findings)
        self._plain, _ = _compile(self, traced=False)
        self._trace, self._vars = _compile(self, traced=True)
        self._asked = frozenset(
            resolver.facts[var].key for var in self._vars if var not in resolver.undecided
        )
        self._simple = tuple(_each_fact_once(f) for f in self.formulas)
        self._spared: dict[tuple[int, int, tuple[int, ...]], tuple[Fact, ...]] = {}

    def judge(self, answers: Answers) -> dict[str, bool | None]:
        """Return each finding's value by key. Raises UnknownFact / WrongAnswer on a bad sheet."""
        return self._run(self._plain, answers)  # type: ignore[no-any-return]

    def trace(self, answers: Answers) -> dict[str, Traced]:
        """Like ``judge``, with the deciding facts of every finding."""
        values, codes = self._run(self._trace, answers)
        return {
            key: Traced(self, place, value, mask, codes)
            for place, (key, (value, mask)) in enumerate(zip(self._keys, values, strict=True))
        }

    def _run(self, compiled: Callable[..., Any], answers: Answers) -> Any:  # noqa: ANN401 - what was compiled
        if not answers.keys() <= self._asked:  # the compiled code looks at no others: check them here
            self.resolver.encode(answers)
        try:
            return compiled(answers.get)
        except (KeyError, TypeError):  # an answer no cell is found for: say which and why
            self.resolver.encode(answers)
            raise

    def reasons(self, place: int, value: bool | None, mask: int, codes: Sequence[int]) -> tuple[Fact, ...]:  # noqa: FBT001
        """Return the deciding facts of one finding, given the facts in ``mask``, which suffice.

        Where each fact occurs once in the formula, none of those can be spared. Elsewhere the
        diagram tells; the same question comes up again and again, so its answer is kept.
        """
        facts = self.resolver.facts
        if self._simple[place]:
            return tuple(facts[v] for v in _places(mask))
        known = dict(zip(self._vars, codes, strict=True))
        if value is None:
            sheet = [known.get(v, 0) for v in range(len(facts))]
            left = self.diagrams.restrict(self.diagrams.build(self.formulas[place]), sheet)
            return tuple(facts[v] for v in sorted(self.diagrams.support(left)))
        key = (place, mask, tuple([known[v] for v in _places(mask)]))
        done = self._spared.get(key)
        if done is None:
            sheet = [known.get(v, 0) if mask >> v & 1 else 0 for v in range(len(facts))]
            deciding = self.diagrams.deciding(self.diagrams.build(self.formulas[place]), sheet)
            if len(self._spared) >= _KEPT:
                self._spared.clear()
            done = self._spared[key] = tuple(facts[v] for v in deciding)
        return done


def _places(mask: int) -> list[int]:
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


def _each_fact_once(formula: Formula) -> bool:
    seen: set[int] = set()
    todo = [formula]
    while todo:
        node = todo.pop()
        if node.op == "literal" and node.var in seen:
            return False
        seen.add(node.var)
        todo.extend(node.parts)
    return True


def _number_coder(cells: Cells) -> Callable[[object], int]:
    fact, bounds = cells.fact, cells.bounds
    low, high = (fact.low, fact.high) if isinstance(fact, Number) else (0, 0)

    def code(answer: object) -> int:
        if answer is None:
            return 0
        if type(answer) is not int or not low <= answer <= high:
            return 1 + cells.of(answer)
        return 1 + bisect_right(bounds, answer)

    return code


class _Writer:
    """Writes one function body; formulas met twice are computed once."""

    def __init__(self, rules: RuleSet, *, traced: bool) -> None:
        self.rules = rules
        self.traced = traced
        self.lines: list[str] = []
        self.names: dict[str, object] = {}
        self.codes: dict[int, str] = {}
        self.done: dict[Formula, tuple[str, str]] = {TRUE: ("3", "0"), FALSE: ("0", "0")}

    def code(self, var: int) -> str:
        """Return the local that holds the answer code of ``var``."""
        if var not in self.codes:
            cells, name = self.rules.resolver.cells[var], f"c{var}"
            fact = cells.fact
            if isinstance(fact, YesNo):
                # by identity, for 1 == True and 0 == False would pass any look-up by equality
                self.lines.append(f"a=get({fact.key!r})")
                self.lines.append(
                    f"{name}=2 if a is True else 1 if a is False else 0 if a is None else t{var}(a)"
                )
                self.names[f"t{var}"] = cells.of
            elif isinstance(fact, Choice):
                self.lines.append(f"{name}=t{var}[get({fact.key!r})]")
                self.names[f"t{var}"] = {None: 0, **{o: i + 1 for o, i in cells.index.items()}}
            else:
                self.lines.append(f"{name}=t{var}(get({fact.key!r}))")
                self.names[f"t{var}"] = _number_coder(cells)
            self.codes[var] = name
        return self.codes[var]

    def formula(self, f: Formula) -> tuple[str, str]:
        """Return the locals that hold value and deciding mask of ``f``."""
        if f not in self.done:
            for part in f.parts:
                self.formula(part)
            name = f"v{len(self.done)}"  # after the parts: each local has one meaning
            if f.op == "literal":
                size = self.rules.resolver.cells[f.var].size
                self.names[f"l{name}"] = (1, *(3 if f.cells >> i & 1 else 0 for i in range(size)))
                self.lines.append(f"{name}=l{name}[{self.code(f.var)}]")
                self.done[f] = (name, str(1 << f.var))
            else:
                self.done[f] = self._join(f, name)
        return self.done[f]

    def _join(self, f: Formula, name: str) -> tuple[str, str]:
        parts = [self.formula(p) for p in f.parts]
        sign = "&" if f.op == "and" else "|"
        self.lines.append(f"{name}={sign.join(v for v, _ in parts)}")
        if not self.traced:
            return name, ""
        mask, decided = f"m{name}", "not {}" if f.op == "and" else "{}==3"
        # a single decisive part explains; otherwise all parts do; while open, the open ones do
        chain = "".join(f"{m} if {decided.format(v)} else " for v, m in parts[:-1]) + parts[-1][1]
        both = "|".join(m for _, m in parts)
        waiting = "|".join(f"({m} if {v}==1 else 0)" for v, m in parts)
        one, rest = ("0", "3") if f.op == "and" else ("3", "0")
        self.lines.append(f"{mask}=({chain}) if {name}=={one} else ({both}) if {name}=={rest} else {waiting}")
        return name, mask


def _compile(rules: RuleSet, *, traced: bool) -> tuple[Callable[..., Any], tuple[int, ...]]:
    writer = _Writer(rules, traced=traced)
    exact = Exact(rules.resolver, rules.diagrams).formula
    ends = [writer.formula(exact(f)) for f in rules.formulas]
    if traced:
        values = "".join(f"({v},{m})," for v, m in ends)
        result = f"({values}),({''.join(f'{code},' for code in writer.codes.values())})"
    else:
        writer.names["M"] = _MEANING
        pairs = zip(rules.findings, ends, strict=True)
        result = "{" + ",".join(f"{f.key!r}:M[{v}]" for f, (v, _) in pairs) + "}"
    body = "\n ".join([*writer.lines, f"return {result}"])
    # The source is written here from declared rules alone; no input of any user reaches it.
    scope = dict(writer.names)
    exec(compile(f"def judge(get):\n {body}\n", "<rules>", "exec"), scope)  # noqa: S102
    compiled: Callable[..., Any] = scope["judge"]  # type: ignore[assignment]
    return compiled, tuple(writer.codes)

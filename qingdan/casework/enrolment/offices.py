"""Offices of the authority, and what the national one leaves to them (Art. 12). System administrators keep them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction

from qingdan.casework.actions.refusals import ActionRefused
from qingdan.casework.enrolment.journal import enter
from qingdan.casework.enrolment.rights import day, demand_administrator
from qingdan.casework.law_now import readings_taken
from qingdan.casework.models import Case, Delegation, Office, Posting, User
from qingdan.casework.standing import open_on
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.numbers import NATIONAL, UnknownDivision, competent_authorities, division
from qingdan.law.statutes import MODEL_LAW
from qingdan.procedures.catalogue import procedure as declared

_LOCAL = Cite(MODEL_LAW, 12, 2)


def open_office(by: User, parent: Office, code: str, name: Text, at: datetime) -> Office:
    """Open an office for division ``code`` below ``parent``, where Article 12 knows an authority."""
    demand_administrator(by, Posting.Role.SYSTEM_ADMIN, parent, at)
    with transaction.atomic():
        parent = Office.objects.select_for_update().get(pk=parent.pk)
        _check(parent, code, day(at))
        office = Office.objects.create(parent=parent, name_zh=name.zh, name_en=name.en, division=code)
        enter(by, "office_opened", at, office=office.pk, parent=parent.pk, division=code)
    return office


def close_office(by: User, office: Office, at: datetime) -> None:
    """Close an office in which nothing is left to do. Its posts and delegations lapse with it."""
    demand_administrator(by, Posting.Role.SYSTEM_ADMIN, office, at)
    with transaction.atomic():
        office = Office.objects.select_for_update().get(pk=office.pk)
        if office.closed_on is not None:
            raise ActionRefused("closed", Text("this office is already closed", "该机关已经撤销"))
        if office.parent_id is None:
            raise ActionRefused(
                "root",
                Text("the national authority is not closed", "国家主管机关不得撤销"),
                Cite(MODEL_LAW, 12, 1),
            )
        if office.children.filter(closed_on__isnull=True).exists():
            raise ActionRefused(
                "has_children", Text("close the offices below it first", "请先撤销其下级机关")
            )
        waiting = Case.objects.filter(office=office, ended=False).count()
        if waiting:
            raise ActionRefused(
                "has_cases",
                Text(
                    f"{waiting} cases are still open here; finish or hand them over first",
                    f"尚有{waiting}件案件未办结，请先办结或者移交",
                ),
            )
        office.closed_on = day(at)
        office.save(update_fields=["closed_on"])
        enter(by, "office_closed", at, office=office.pk)


def delegate(  # noqa: PLR0913 - a delegation says what, to whom, by which act and since when
    by: User, office: Office, procedure: str, at: datetime, *, act: str, since: date
) -> Delegation:
    """Enter that a published ``act`` leaves a procedure to a local office from ``since`` on.

    Raises ActionRefused where this installation reads Article 12(2) so that nothing can be delegated, and
    UnknownProcedure.
    """
    root = _root(office)
    demand_administrator(by, Posting.Role.SYSTEM_ADMIN, root, at)
    if readings_taken().get("competence.delegate") != "by_table":
        raise ActionRefused(
            "no_delegation",
            Text(
                "this installation reads the law so that local authorities decide nothing of the national one's; "
                "to delegate, take the reading competence.delegate=by_table",
                "本系统采用的解释是地方主管机关不得代行国家主管机关的职权；如需委托，请采用解释 competence.delegate=by_table",
            ),
            _LOCAL,
        )
    declared(procedure)
    if not act.strip():
        raise ActionRefused(
            "act",
            Text("name the published act that delegates", "请写明公布委托事项的文件名称及文号"),
            _LOCAL,
            "act",
        )
    if office.national or office.closed_on is not None:
        raise ActionRefused(
            "office", Text("choose an open local office", "请选择存续的地方主管机关"), _LOCAL, "office"
        )
    if since < day(at):
        raise ActionRefused(
            "since",
            Text(
                "a delegation does not reach back; choose today or later",
                "委托不溯及既往，请选择今日或者以后的日期",
            ),
            field="since",
        )
    with transaction.atomic():
        Office.objects.select_for_update().get(pk=office.pk)
        if Delegation.objects.filter(open_on(since), office=office, procedure=procedure).exists():
            raise ActionRefused(
                "delegated", Text("this is already delegated there", "该事项已经委托该机关办理")
            )
        delegation = Delegation.objects.create(
            office=office, procedure=procedure, act=act.strip(), since=since
        )
        enter(by, "delegated", at, delegation=delegation.pk, office=office.pk, procedure=procedure)
    return delegation


def end_delegation(by: User, delegation: Delegation, at: datetime) -> None:
    """End a delegation at once. Cases already begun stay where they are."""
    demand_administrator(by, Posting.Role.SYSTEM_ADMIN, _root(delegation.office), at)
    if delegation.until is not None:
        raise ActionRefused("ended", Text("this delegation has already ended", "该委托已经终止"))
    with transaction.atomic():
        delegation.until = day(at) - timedelta(days=1)
        delegation.save(update_fields=["until"])
        enter(by, "delegation_ended", at, delegation=delegation.pk)


def _root(office: Office) -> Office:
    return Office.objects.get(parent__isnull=True, path=f"/{office.path.split('/')[1]}/")


def _check(parent: Office, code: str, on: date) -> None:
    try:
        places = competent_authorities(code, on)
    except UnknownDivision as unknown:
        raise ActionRefused("division", unknown.says, field="division") from unknown
    if places[0].division.code != code:
        raise ActionRefused(
            "no_authority",
            Text(
                f"the law knows no authority of its own for {division(code, on).name.en}: only provinces, their capitals, "
                "special economic zones and larger cities have one",
                f"{division(code, on).name.zh}不设主管机关：仅省级以及省会市、经济特区所在地的市和较大的市设立",
            ),
            _LOCAL,
            "division",
        )
    if parent.closed_on is not None or not _below(code, parent.division, on):
        raise ActionRefused(
            "not_below",
            Text(
                "the new office must lie in an open office's division; choose its superior again",
                "新设机关应当位于其上级机关的行政区划之内，且上级机关存续；请重新选择上级机关",
            ),
            _LOCAL,
            "parent",
        )
    if Office.objects.filter(division=code, closed_on__isnull=True).exists():
        raise ActionRefused(
            "office_exists",
            Text("there is an office for this division already", "该行政区划已设有主管机关"),
            field="division",
        )


def _below(code: str, above: str, on: date) -> bool:
    """Tell whether a division lies strictly below another one."""
    parent = None if code == NATIONAL else division(code, on).parent
    return parent is not None and (parent == above or _below(parent, above, on))

"""The tracks of Articles 23-24, 43 and 45: a product in a use is on exactly one of them."""

from enum import Enum

from qingdan.law.grammar.rules import Finding
from qingdan.law.grammar.text import Cite, Text
from qingdan.law.model_law.a23_two_tracks import licence_required, provider_on_negative_list
from qingdan.law.model_law.a43_registry import registry_required
from qingdan.law.model_law.a45_exemption import exempt_from_registry
from qingdan.law.model_law.a71_definitions import is_provider
from qingdan.law.readings import scope
from qingdan.law.statutes import MODEL_LAW


class Track(Enum):
    """Where the law puts a product."""

    LICENCE = "licence"
    REGISTRY = "registry"
    EXEMPT = "exempt"
    NONE = "none"

    @property
    def says(self) -> Text:
        """The track in words."""
        return _NAMES[self]


_NAMES = {
    Track.LICENCE: Text("licence", "许可"),
    Track.REGISTRY: Text("registration", "登记备案"),
    Track.EXEMPT: Text("exempt from registration", "免予登记备案"),
    Track.NONE: Text("neither licence nor registration", "无需许可和登记备案"),
}

outside_both_tracks = Finding(
    cite=Cite(MODEL_LAW, 23, 1),
    says=Text(
        "Neither licence nor registration applies: the law does not reach it, or nothing that is licensed or registered is done",
        "不适用许可和登记备案：不在本法适用范围，或者未从事应当许可、登记备案的活动",
    ),
    denies=Text("It falls on one of the two tracks", "属于许可或者登记备案的范围"),
    when=~licence_required & (~is_provider | (provider_on_negative_list & ~exempt_from_registry)),
    readings=(scope.registry_scope_unit,),
)

TRACKS: tuple[tuple[Track, Finding], ...] = (
    (Track.LICENCE, licence_required),
    (Track.REGISTRY, registry_required),
    (Track.EXEMPT, exempt_from_registry),
    (Track.NONE, outside_both_tracks),
)

"""A small log with one certificate in it, the same every time. ``python -m tests.ledger.sample`` writes examples/ledger."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path

from qingdan.ledger import Adverse, Body, Bundle, Checkpoint, Frontier, Key, Leaf, Signer, Status, StatusList
from qingdan.ledger.sealing import Log

FOLDER = Path(__file__).parent.parent.parent / "examples" / "ledger"
ORIGIN = "register.example/demonstration"
SIGNER = Signer(ORIGIN, sha256(b"Qingdan demonstration key: anyone can sign with it").digest())
STRANGER = Signer(ORIGIN, sha256(b"somebody else").digest())
OTHER = Signer("other.example/log", sha256(b"another log").digest())
KEY = SIGNER.key
SIZE, INDEX, LATER = 1_000, 700, 900
NUMBER = "R110108250000420"
HEADER = {"at": "2026-02-24T10:15:00+08:00", "kind": "registration", "number": NUMBER}
CONTENT = {
    "title": {"en": "Registration certificate", "zh": "登记备案凭证"},
    "product": "云雀对话",
    "holder": "星河示例科技有限公司",
    "holder_code": "91350100M000100Y43",
    "valid_from": "2026-02-24",
}


@dataclass
class Memory:
    """Tiles in memory."""

    files: dict[str, bytes] = field(default_factory=dict)

    def read(self, path: str) -> bytes | None:
        return self.files.get(path)

    def write(self, files: Mapping[str, bytes]) -> None:
        assert all(self.files.get(path, data) == data for path, data in files.items())
        self.files |= files

    def replace(self, path: str, data: bytes) -> None:
        self.files[path] = data

    def drop_partials(self, path: str) -> None:
        for partial in [name for name in self.files if name.startswith(f"{path}.p/")]:
            del self.files[partial]


def nothing(path: str) -> bytes | None:
    """An empty store."""
    del path
    return None


def entry(index: int) -> bytes:
    """The entry at an index of a log of no particular content."""
    return b"entry %d" % index


def salt(index: int) -> bytes:
    return sha256(b"salt %d" % index).digest()[:16]


def body(index: int) -> Body:
    return Body.of(salt(index), CONTENT if index == INDEX else {"index": index})


def leaf(index: int) -> Leaf:
    header = HEADER if index == INDEX else {"at": "2026-02-24T10:15:00+08:00", "kind": "registration"}
    return Leaf.of(header, body(index))


def log(tiles: Memory | None = None) -> Log:
    return Log(ORIGIN, tiles or Memory(), (KEY,), (SIGNER,))


def sealed(size: int = SIZE) -> tuple[Log, Frontier, str]:
    """The log with its signed checkpoint."""
    made = log()
    frontier = made.integrate(Frontier(), [leaf(index).entry for index in range(size)])
    note = made.publish(frontier, published=[], source=lambda i: leaf(i).entry, swap=lambda _: True)
    return made, frontier, note


def certificate(*, disclosed: bool = True) -> Bundle:
    made, _, note = sealed()
    return made.prove(INDEX, leaf(INDEX), note, body(INDEX) if disclosed else None)


def status_list(*adverse: Adverse, on: date = date(2026, 3, 1), head: Checkpoint | None = None) -> str:
    return StatusList.of(on, head or certificate().checkpoint, adverse).signed([SIGNER])


def suspended(index: int = LATER, status: Status = Status.SUSPENDED) -> Adverse:
    return Adverse(NUMBER, status, date(2026, 2, 27), index)


def keys_file(*keys: Key) -> str:
    return "# For the examples only: the private key is public.\n" + "".join(f"{key}\n" for key in keys)


def examples() -> dict[str, bytes]:
    bundle = certificate()
    return {
        "certificate.json": bundle.as_json(),
        "certificate-qr.txt": f"https://register.example/v#{bundle.compact()}\n".encode(),
        "keys.txt": keys_file(KEY).encode(),
        "status.txt": status_list().encode(),
        "status-suspended.txt": status_list(suspended(), on=date(2026, 3, 2)).encode(),
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, data in examples().items():
        (FOLDER / name).write_bytes(data)

"""The ``qingdan`` command. Needs no server and no network.

Exit codes: 0 done; 1 the answer is no (a check failed, a number is wrong, a sanction would be
unlawful, rows were set aside); 2 the input or the call is wrong; 3 not yet known, answers are
missing; 70 a bug; 130 interrupted.
"""

from __future__ import annotations

import signal
import sys
from types import FrameType


def _interrupted(number: int, frame: FrameType | None) -> None:
    """End as an interruption does, so that nothing half-written is left behind."""
    del number, frame
    raise KeyboardInterrupt


def main() -> None:
    """Run the command line of this process and exit."""
    for number in (signal.SIGTERM, signal.SIGHUP) if sys.platform != "win32" else (signal.SIGTERM,):
        if signal.getsignal(number) is signal.SIG_DFL:  # what nohup ignores stays ignored
            signal.signal(number, _interrupted)
    try:
        from qingdan.cli.app import run

        sys.exit(run())
    except KeyboardInterrupt:  # while the program was still loading
        sys.exit(130)

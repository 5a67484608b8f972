"""How good the facts are: scores on development data against the floors in floors.json.

    python -m pytest -m quality                    each score is at its floor or above
    python -m pytest -m quality --raise-floors     write the scores that are above their floor
    python -m pytest -m quality --lower-floors     write all scores: say in the commit what was gained for what was lost

The data is not part of the project. It is looked for in the folder that FACTEX_EVAL names, else in ../shared/eval; without
it the tests are skipped. They take some minutes, so a plain test run leaves them out.
"""

import json
import math
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EVAL = Path(os.environ.get("FACTEX_EVAL", ROOT.parent / "shared" / "eval"))
FILE = Path(__file__).with_name("floors.json")
FLOORS = json.loads(FILE.read_text(encoding="utf-8"))

pytestmark = [
    pytest.mark.quality,
    pytest.mark.skipif(
        not (EVAL / "scoreboard.py").exists(), reason="the development data is not here; FACTEX_EVAL names its folder"
    ),
]


@cache
def scores(benchmark, file):
    """The scores of one benchmark, in percent."""
    command = [sys.executable, EVAL / "scoreboard.py", "--only", benchmark, "--json", file, "--all"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=1800)
    found = json.loads(file.read_text(encoding="utf-8"))
    assert found, done.stdout
    return found


@pytest.fixture(scope="module")
def floors(request):
    """The floors; those that change are written at the end."""
    kept = dict(FLOORS)
    yield kept
    if kept != FLOORS:
        FILE.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


@pytest.mark.parametrize("key", FLOORS)
def test_score(key, floors, request, tmp_path_factory):
    """The score is at its floor or above."""
    benchmark = key.split()[0]
    score = scores(benchmark, tmp_path_factory.getbasetemp() / f"{benchmark}.json")[key]
    down = math.floor(score * 10) / 10
    if request.config.getoption("--lower-floors") or (request.config.getoption("--raise-floors") and down > floors[key]):
        floors[key] = down
    assert score >= floors[key]

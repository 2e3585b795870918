"""A town hall in a few lines, written as files, for tests that break it. Nothing is wrong with it as it is."""

import json
from datetime import date, timedelta
from pathlib import Path

from content.model.content import Content, Problem
from content.model.loading import examine_content

TODAY = date.today()  # noqa: DTZ011 - as the check does
AS_OF = str(TODAY - timedelta(days=10))

TOWN = """\
name: {de: Kleinstadt, en: Smalltown}
house: {de: Rathaus, en: Town Hall}
land: BW
hours:
  mon: ["08:00-12:00", "13:00-16:00"]
  exceptions:
    - {first: 2026-12-24, last: 2026-12-31, reason: {de: Ferien, en: Holidays}}
kiosks:
  - {id: KIOSK-1, room: KIOSK-1}
help_desk: {de: am Eingang, en: at the entrance}
help_room: Foyer
ask_concern: ausweis
no_step_free_way: {de: Bitte fragen Sie uns., en: Please ask us.}
source: Hauptamt
as_of: AS_OF
"""
OFFICES = """\
- id: buergeramt
  name: {de: Bürgeramt, en: Citizens' Office}
  rooms: ["0.01", "0.02"]
  hours: {mon: "08:00-12:00"}
  source: Bürgeramt
  as_of: AS_OF
"""
CONCERNS = """\
- id: ausweis
  title: {de: Ausweis, en: ID card}
  prefix: A
  icon: card
  office: buergeramt
  rooms: ["0.01"]
  waiting_area: Foyer
  last_number: 499
- id: wohnung
  title: {de: Wohnung, en: Address}
  prefix: B
  icon: home
  office: buergeramt
  rooms: ["0.02"]
  waiting_area: Foyer
"""
SITUATIONS = """\
# Warum Menschen kommen
- {id: umzug, title: {de: Ich ziehe um, en: I am moving}, icon: truck}
"""
NOTICES = """\
- id: flur-zu
  text: {de: Der Raum ist zu., en: The room is closed.}
  first: 2026-11-02
  last: 2199-12-31
  closes: [Lager]
  source: Hauptamt
  as_of: AS_OF
"""
SERVICES = """\
- id: wohnung-anmelden
  title: {de: Wohnung anmelden, en: Register your address}
  summary: {de: Hier melden Sie sich an., en: Register here.}
  source: Bürgeramt
  as_of: AS_OF
  valid_until: 2199-12-31
  life_situations: [umzug]
  office: buergeramt
  concern: wohnung
  room: "0.02"
  fees:
    - amount: 12.50
  papers:
    - what: {de: Ausweis, en: ID card}
  online: https://www.example.org/umzug
"""


def _box(identity: str, west: int, south: int, east: int, north: int, **tags: str) -> str:
    ring = [_at(x, y) for x, y in ((west, south), (east, south), (east, north), (west, north), (west, south))]
    return _feature(identity, "Polygon", [ring], tags)


def _point(identity: str, x: int, y: int, **tags: str) -> str:
    return _feature(identity, "Point", _at(x, y), tags)


def _at(x: int, y: int) -> list[float]:
    """Metres, about."""
    return [round(9.12 + x / 73_000, 7), round(48.74 + y / 111_000, 7)]


def _feature(identity: str, kind: str, where: object, tags: dict[str, str]) -> str:
    geometry = {"type": kind, "coordinates": where}
    return json.dumps({"type": "Feature", "id": identity, "properties": {"level": "0", **tags}, "geometry": geometry})


PLAN = (
    _box("way/1", 0, 0, 20, 8, indoor="area", name="Foyer"),
    _box("way/2", 0, 8, 10, 16, indoor="room", ref="0.01"),
    _box("way/3", 10, 8, 20, 16, indoor="room", ref="0.02"),
    _box("way/4", 20, 0, 30, 8, indoor="room", name="Lager"),
    _box("way/5", 60, 60, 70, 70, indoor="room", ref="0.99"),
    _point("node/10", 10, 0, entrance="main", door="yes"),
    _point("node/11", 5, 8, door="yes"),
    _point("node/12", 15, 8, door="yes"),
    _point("node/13", 20, 4, door="yes"),
    _point("node/14", 60, 65, entrance="yes", door="yes"),
    _point("node/20", 10, 2, ref="KIOSK-1", **{"lotse:mark": "kiosk"}),
)
FILES = {
    "town.yaml": TOWN,
    "offices.yaml": OFFICES,
    "concerns.yaml": CONCERNS,
    "life_situations.yaml": SITUATIONS,
    "notices.yaml": NOTICES,
    "services/wohnung.yaml": SERVICES,
    "building.geojson": '{"type": "FeatureCollection", "features": [\n' + ",\n".join(PLAN) + "\n]}\n",
}


class SmallTown:
    """The files in a folder of the test's own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for file, text in FILES.items():
            path = folder / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("AS_OF", AS_OF), encoding="utf-8")

    def edit(self, file: str, old: str, new: str) -> None:
        """Write something else where `old` stands once."""
        text = (self.folder / file).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        (self.folder / file).write_text(text.replace(old, new), encoding="utf-8")

    def examine(self) -> tuple[Content | None, tuple[Problem, ...]]:
        """Content and problems."""
        return examine_content(self.folder)

    def only(self) -> Problem:
        """The one problem there is."""
        _, problems = self.examine()
        assert len(problems) == 1, "\n".join(str(problem) for problem in problems)
        return problems[0]

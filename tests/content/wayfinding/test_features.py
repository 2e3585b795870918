"""Files as people send them: broken, nested, half; never anything but a sentence that says what is wrong."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.wayfinding.directions import directions
from content.wayfinding.features import BuildingUnreadable, RawPlan, read_features
from content.wayfinding.reading import read_building
from content.wayfinding.route import Profile, Route
from content.wayfinding.wayfinder import Wayfinder
from content.wayfinding.writing import geojson

SQUARE = [[0, 0], [0.001, 0], [0.001, 0.001], [0, 0.001], [0, 0]]


def collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features})


def room(**changes: Any) -> dict[str, Any]:
    geometry = {"type": "Polygon", "coordinates": [SQUARE]}
    return {"type": "Feature", "id": "way/1", "properties": {"indoor": "room"}, "geometry": geometry} | changes


def read(folder: Path, text: str | bytes) -> RawPlan:
    path = folder / "plan"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_features(path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is not JSON"),
        ('{"features": [', "line 1: is not JSON"),
        ("[" * 100_000, "nested too deep"),
        ("[]", "FeatureCollection"),
        ('{"features": 3}', "FeatureCollection"),
        (b"\xff\xfe{}", "not UTF-8"),
        ("<osm><node>", "is not XML"),
        ("<gpx/>", "<osm> is expected"),
        ('<!DOCTYPE osm [<!ENTITY a "b">]><osm/>', "document type"),
        ("<osm>" + " " * 5000 + "<!DOCTYPE x>", "is not XML"),
        ("PK\x03\x04", "is not JSON"),
        ("1" * 5000, "is not JSON"),
    ],
)
def test_a_file_that_is_no_plan_is_said_so(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(BuildingUnreadable, match=says):
        read(tmp_path, text)


def test_a_missing_file_and_a_folder_are_said_so(tmp_path: Path) -> None:
    for path in (tmp_path / "none.osm", tmp_path):
        with pytest.raises(BuildingUnreadable, match="cannot be read"):
            read_features(path)


def test_a_plan_without_a_space_to_walk_in_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "plan.geojson"
    path.write_text(collection(room(properties={"landuse": "forest"})), encoding="utf-8")
    with pytest.raises(BuildingUnreadable, match="holds no rooms"):
        read_building(path)


@pytest.mark.parametrize(
    "broken",
    [
        None,
        7,
        "x",
        room(geometry=None),
        room(geometry={"type": "Polygon"}),
        room(geometry={"type": "Polygon", "coordinates": []}),
        room(geometry={"type": "Polygon", "coordinates": [[]]}),
        room(geometry={"type": "Polygon", "coordinates": [[[0, math.nan]]]}),
        room(geometry={"type": "Polygon", "coordinates": [[[0, 1e300]]]}),
        room(geometry={"type": "Polygon", "coordinates": [[[10**400, 0]]]}),
        room(geometry={"type": "Polygon", "coordinates": {"a": 1}}),
        room(geometry={"type": "GeometryCollection", "coordinates": []}),
        room(geometry={"type": "Point", "coordinates": ["a", "b"]}),
        room(properties=[1]),
    ],
)
def test_one_broken_feature_is_left_out_and_reported(tmp_path: Path, broken: Any) -> None:
    plan = read(tmp_path, collection(room(id="way/2"), broken))
    assert [feature.id for feature in plan.features] == ["way/2"]
    assert len(plan.skipped) == 1
    assert plan.skipped[0][1].startswith("unreadable")


def test_text_read_in_the_wrong_code_page_is_mended(tmp_path: Path) -> None:
    wrong = "Große Straße".encode().decode("cp850")
    plan = read(tmp_path, collection(room(properties={"indoor": "room", "name": wrong})))
    assert plan.features[0].tags["name"] == "Große Straße"


def test_parts_of_a_multipolygon_get_names_of_their_own(tmp_path: Path) -> None:
    geometry = {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]}
    assert [one.id for one in read(tmp_path, collection(room(geometry=geometry))).features] == ["way/1", "way/1#2"]


def relation(*members: tuple[int, str]) -> str:
    at = {1: (0, 0), 2: (9, 0), 3: (9, 9), 4: (0, 9), 5: (3, 3), 6: (6, 3), 7: (6, 6)}
    nodes = "".join(f'<node id="{n}" lon="{x / 1e4}" lat="{y / 1e4}"/>' for n, (x, y) in at.items())
    ways = {1: (1, 2, 3), 2: (1, 4, 3), 3: (5, 6, 7, 5)}
    lines = "".join(
        f'<way id="{n}">' + "".join(f'<nd ref="{ref}"/>' for ref in refs) + "</way>" for n, refs in ways.items()
    )
    parts = "".join(f'<member type="way" ref="{ref}" role="{role}"/>' for ref, role in members)
    tags = '<tag k="type" v="multipolygon"/><tag k="indoor" v="area"/><tag k="level" v="0"/>'
    return f'<osm>{nodes}{lines}<relation id="8">{parts}{tags}</relation></osm>'


def test_a_relation_is_joined_from_its_ways_with_its_holes(tmp_path: Path) -> None:
    (hall,) = read(tmp_path, relation((1, "outer"), (2, "outer"), (3, "inner"))).features
    assert (hall.id, hall.shape, len(hall.rings)) == ("relation/8", "polygon", 2)
    assert hall.rings[0][0] == hall.rings[0][-1]
    assert len(hall.rings[0]) == 5


def test_a_relation_that_does_not_close_is_reported(tmp_path: Path) -> None:
    plan = read(tmp_path, relation((1, "outer"), (99, "outer"), (3, "inner")))
    assert plan.features == ()
    assert plan.skipped == (("relation/8", "its outline is not closed or not in the file"),)


def test_nodes_that_are_missing_are_reported(tmp_path: Path) -> None:
    tags = '<tag k="indoor" v="room"/>'
    plan = read(tmp_path, f'<osm><node id="1" lat="x" lon="0"/><way id="2"><nd ref="1"/>{tags}</way></osm>')
    assert [one for one, _ in plan.skipped] == ["node/1", "way/2"]


@pytest.mark.parametrize("origin", [None, [], [1], ["a", 2], [math.nan, 0], [math.inf, 0], [90, 0], [0, 999], [[], {}]])
def test_an_origin_that_is_no_place_is_not_used(tmp_path: Path, origin: Any) -> None:
    path = tmp_path / "plan.geojson"
    feature = room(properties={"indoor": "room", "level": "0"})
    path.write_text(json.dumps({"features": [feature], "lotse": {"origin": origin}}), encoding="utf-8")
    building = read_building(path)
    assert building.origin == (0.0, 0.0)
    assert max(x for x, _ in building.spaces[0].outline) == pytest.approx(111.32, rel=0.001)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
TAGS = st.dictionaries(
    st.sampled_from(["indoor", "level", "highway", "door", "room", "stairs", "ref", "name", "incline", "lotse:mark"]),
    st.sampled_from(["room", "corridor", "area", "0", "1", "0;1", "-1-2", "steps", "elevator", "yes", "footway", "up"]),
)
PLACES = st.lists(st.integers(-3, 3).map(lambda n: n / 1e4), min_size=2, max_size=2)
GEOMETRIES = st.one_of(
    st.builds(lambda c: {"type": "Point", "coordinates": c}, PLACES),
    st.builds(lambda c: {"type": "LineString", "coordinates": c}, st.lists(PLACES, max_size=6)),
    st.builds(lambda c: {"type": "Polygon", "coordinates": c}, st.lists(st.lists(PLACES, max_size=7), max_size=2)),
    st.builds(lambda kind, c: {"type": kind, "coordinates": c}, st.sampled_from(["Polygon", "MultiPolygon"]), JSON),
)
FEATURES = st.builds(
    lambda tags, geometry, one: {"id": f"way/{one}", "properties": tags, "geometry": geometry},
    TAGS,
    GEOMETRIES,
    st.integers(1, 6),
)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.lists(FEATURES | JSON, max_size=10), JSON)
def test_any_json_is_read_or_refused(tmp_path: Path, features: list[Any], head: Any) -> None:
    path = tmp_path / "plan.geojson"
    path.write_text(json.dumps({"features": features, "lotse": head}), encoding="utf-8")
    try:
        building = read_building(path)
    except BuildingUnreadable:
        return
    assert building.spaces or building.walkways
    finder = Wayfinder(building)
    places = sorted(finder.graph.places)
    for goal in places:
        way = finder.route(places[0], goal, Profile.SHORTEST, private=True)
        if isinstance(way, Route):
            assert all(directions(way, building, "de"))
    again = tmp_path / "again.geojson"
    again.write_text(geojson(building), encoding="utf-8")
    assert {space.id for space in read_building(again).spaces} == {space.id for space in building.spaces}


@FUZZ
@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda raw: b"<osm>" + raw) | JSON.map(json.dumps))
def test_any_bytes_are_read_or_refused(tmp_path: Path, raw: bytes | str) -> None:
    try:
        read(tmp_path, raw)
    except BuildingUnreadable as fault:
        assert str(fault)

"""Random small houses on a grid, for properties that hold in every house."""

from hypothesis import strategies as st

from tests.content.wayfinding.plans import Plan, box

SIDE = 5.0
INDOOR = {
    "corridor": {"indoor": "corridor"},
    "area": {"indoor": "area"},
    "room": {"indoor": "room"},
    "stairs": {"indoor": "area", "stairs": "yes"},
    "ramp": {"indoor": "corridor", "ramp": "yes"},
    "lift": {"indoor": "room", "highway": "elevator"},
}
KINDS = ["corridor", "corridor", "corridor", "area", "room", "room", "room", "stairs", "ramp"]


@st.composite
def houses(draw: st.DrawFn) -> Plan:
    """One or two floors of a few cells with doors between neighbours, joined by a lift or stairs."""
    width, depth = draw(st.integers(2, 4)), draw(st.integers(1, 3))
    floors = draw(st.integers(1, 2))
    upright = {draw(st.integers(0, width - 1)): draw(st.sampled_from(["lift", "stairs"]))} if floors == 2 else {}
    plan = Plan()
    for floor in range(floors):
        for x in range(width):
            for y in range(depth):
                number = 1 + x + width * (y + depth * floor)
                outline = box(x * SIDE, y * SIDE, SIDE, SIDE)
                shaft = upright.get(x) if y == 0 else None
                if shaft is not None:
                    if floor == 0:
                        plan.way(number, outline, level="0;1", **INDOOR[shaft])
                else:
                    tags = dict(INDOOR[draw(st.sampled_from(KINDS))])
                    if draw(st.integers(0, 9)) == 0:
                        tags["access"] = "private"
                    if draw(st.integers(0, 9)) == 0:
                        tags["wheelchair"] = "no"
                    plan.way(number, outline, level=str(floor), **tags)
                if x and draw(st.booleans()):
                    plan.door(10 * number, (x * SIDE, (y + draw(st.sampled_from([0.2, 0.5, 0.8]))) * SIDE), str(floor))
                if y and draw(st.booleans()):
                    plan.door(10 * number + 1, ((x + 0.5) * SIDE, y * SIDE), str(floor))
    return plan

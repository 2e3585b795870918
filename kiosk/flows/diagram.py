"""Draws the flow tables as Mermaid state diagrams, so that the documentation cannot differ from the code."""

from collections import defaultdict
from enum import StrEnum
from typing import Any

from kiosk.flows.flow import Flow, Stays
from kiosk.flows.idle import IDLE
from kiosk.flows.rest import REST
from kiosk.flows.session import SESSION
from kiosk.flows.staff import STAFF

FLOWS: tuple[Flow[Any], ...] = (SESSION, IDLE, REST, STAFF)

HEAD = """# Flows

Drawn from the tables in `kiosk/flows` by `python -m kiosk.flows.diagram`; a test keeps this page up to date.
An event that a table does not name in a state changes nothing there. "(before)" is the screen before.
"""


def mermaid(flow: Flow[Any]) -> str:
    """One flow as a Mermaid `stateDiagram-v2`; events that stay in their state are listed below the drawing."""
    arrows: dict[tuple[str, str], list[str]] = defaultdict(list)
    staying: dict[str, list[str]] = defaultdict(list)
    for state, event, transition in flow.arrows():
        if transition.target is Stays.HERE:
            staying[state].append(event.__name__)
        elif transition.target is not Stays.BEFORE:
            arrows[state, str(transition.target)].append(event.__name__)
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {flow.start}"]
    lines += [f"    {a} --> {b}: {', '.join(events)}" for (a, b), events in arrows.items()]
    return "\n".join([*lines, "```"])


def table(flow: Flow[Any]) -> str:
    """One flow as a Markdown table: every state, every event, where it leads and what is done."""
    lines = ["| state | event | leads to | effects |", "|---|---|---|---|"]
    for state, event, transition in flow.arrows():
        lines.append(_row(str(state), event.__name__, transition.target, transition.effects))
    for event, transition in flow.anywhere.items():
        lines.append(_row("*anywhere else*", event.__name__, transition.target, transition.effects))
    return "\n".join(lines)


def _row(state: str, event: str, target: StrEnum, effects: tuple[Any, ...]) -> str:
    leads = {Stays.HERE: "(stays)", Stays.BEFORE: "(before)"}.get(target, str(target))  # type: ignore[call-overload]
    done = ", ".join(make.__name__.strip("_").replace("_", " ") for make in effects)
    return f"| {state} | {event} | {leads} | {done} |"


def page() -> str:
    """The whole page docs/flows.md."""
    parts = [HEAD]
    for flow in FLOWS:
        parts += [f"## {flow.name}", "", mermaid(flow), "", table(flow), ""]
    return "\n".join(parts)


if __name__ == "__main__":
    import sys

    sys.stdout.write(page())

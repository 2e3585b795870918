"""The digits of a pickup: the code, who collects, the second factor."""

from collections.abc import Sequence

from msgspec.structs import replace

from kiosk.flows import events as e
from kiosk.flows import pickup_events as p
from kiosk.flows.pickup import CODE_DIGITS, FACTOR_DIGITS, Collecting
from kiosk.flows.session import Session
from kiosk.pickup.words import Who
from kiosk.presenters import wording
from kiosk.presenters.contents import Action, IconLine, Listing, Message, Row
from kiosk.presenters.frame import frame
from kiosk.presenters.pickup_contents import CodePad
from kiosk.presenters.world import World
from kiosk.texts import say

GROUPS = {"code": (3, 3, 3), "birth_date": (2, 2, 4), "card_code": (3, 3)}
"""How the digits of each kind are written."""
WHO_ICONS: dict[Who, str] = {
    "holder": "account",
    "representative": "account-arrow-right-outline",
    "parent": "human-male-child",
}


def code(session: Session, world: World) -> CodePad:
    """The code of the message or the letter."""
    language = session.language
    cards = (
        IconLine(
            icon="message-text-outline",
            bold=say("pickup.code.where", language),
            rest=say("pickup.code.where_rest", language),
        ),
        IconLine(icon="qrcode-scan", bold=say("pickup.code.qr", language), rest=say("pickup.code.qr_rest", language)),
    )
    aside = Action(test_id="pickup.no_code", label=say("pickup.no_code", language), icon="help", event=p.NoCodeWanted())
    line = _said(session.collecting, language, wrong="pickup.code.wrong") or _not_now(world, language)
    pad = _pad(session, world, "code", p.CodeOffered())
    return replace(
        pad,
        title=say("pickup.title", language),
        lead=say("pickup.code.lead", language),
        line=line,
        cards=cards,
        aside=aside,
    )


def _not_now(world: World, language: str) -> IconLine | None:
    """Why a code would lead nowhere at this moment."""
    terminal = world.terminal
    if terminal.hands_out:
        return IconLine(icon="alert", rest=say("pickup.paused", language), tone="warn")
    if terminal.locked_until is not None and terminal.locked_until > world.now:
        time = wording.clock(terminal.locked_until.astimezone(world.now.tzinfo), language)
        return IconLine(icon="lock-clock", rest=say("pickup.code.locked_until", language, time=time), tone="warn")
    return None


def _said(now: Collecting, language: str, *, wrong: str) -> IconLine | None:
    """What came of the last thing that was typed."""
    if now.said == "wrong":
        return IconLine(
            icon="alert", bold=say(wrong, language), rest=say("pickup.left", language, n=now.left), tone="warn"
        )
    if now.said == "typo":
        return IconLine(icon="alert", rest=say("pickup.code.typo", language), tone="warn")
    return None


def _pad(session: Session, world: World, kind: str, offered: e.Event) -> CodePad:
    """Boxes and keys; the button that goes on waits for the last digit."""
    language, typed = session.language, len(session.collecting.typed)
    places = sum(GROUPS[kind])
    left = places - typed

    def key(test_id: str, label: str, event: e.Event, icon: str = "") -> Action:
        return Action(test_id=test_id, label=label, icon=icon, event=event)

    return CodePad(
        frame=frame(session, world),
        title="",
        lead="",
        groups=GROUPS[kind],
        typed=typed,
        last=session.collecting.typed[-1:],
        boxes=say("pickup.typed", language, n=typed, of=places),
        hint=say("pickup.covered", language),
        digits=tuple(key(f"key.{digit}", digit, p.PickupDigit(digit)) for digit in "1234567890"),
        erase=key("key.erase", say("pickup.erase", language), p.PickupErased(), "backspace-outline"),
        clear=key("key.clear", say("pickup.clear", language), p.PickupDigitsCleared()),
        go=Action(
            test_id="key.go",
            label=say("pickup.go", language),
            icon="arrow-right",
            event=None if left > 0 else offered,
            primary=left <= 0,
            locked=say("pickup.digits_left", language, n=left) if left > 0 else "",
        ),
    )


def no_code(session: Session, world: World) -> Message:
    """Where the code stands, and who helps without one."""
    language = session.language
    return Message(
        frame=frame(session, world),
        icon="message-question-outline",
        title=say("pickup.no_code.title", language),
        sentences=(say("pickup.no_code.where", language),),
        lines=(
            IconLine(
                icon="human-greeting-variant",
                rest=say("pickup.no_code.desk", language, help_desk=wording.help_desk(world, language)),
            ),
        ),
        actions=(
            Action(
                test_id="pickup.type",
                label=say("pickup.no_code.type", language),
                icon="dialpad",
                event=e.Back(),
                primary=True,
            ),
            to_desk(world, language),
        ),
    )


def to_desk(world: World, language: str, *, primary: bool = False) -> Action:
    """The way to where a person helps."""
    return Action(
        test_id="pickup.desk",
        label=say("help.way", language),
        icon="map-marker-path",
        event=e.PlaceChosen(world.content.town.help_room),
        primary=primary,
    )


def who(session: Session, world: World) -> Listing:
    """Who stands here, where several people may collect."""
    language = session.language
    people = tuple(dict.fromkeys(way.who for way in session.collecting.ways))
    return Listing(
        frame=frame(session, world),
        title=say("pickup.who.title", language),
        lead=say("pickup.who.lead", language),
        rows=tuple(
            Row(
                test_id=f"pickup.who.{one}",
                icon=WHO_ICONS[one],
                title=say(f"pickup.who.{one}", language),
                event=p.WhoChosen(one),
            )
            for one in people
        ),
    )


def factor(session: Session, world: World) -> CodePad | Message:
    """The second factor in use, and another way to prove it where there is one."""
    now, language = session.collecting, session.language
    if now.factor == "fingerprint":
        return _finger(session, world)
    kind = now.factor if now.factor in FACTOR_DIGITS else "birth_date"
    others = _others(now)
    cards = [
        IconLine(
            icon="calendar-account" if kind == "birth_date" else "card-account-details-outline",
            bold=say(f"pickup.factor.{kind}.where", language),
            rest=say(f"pickup.factor.{kind}.where_rest", language),
        )
    ]
    if others:
        other = now.ways_of_who[others[0]].factor
        cards.append(
            IconLine(
                icon="swap-horizontal",
                bold=say("pickup.other_way", language),
                rest=say(f"pickup.factor.{other}.name", language),
            )
        )
    words = ("day", "month", "year") if kind == "birth_date" else ()
    return replace(
        _pad(session, world, kind, p.FactorOffered()),
        title=say(f"pickup.factor.{kind}.title", language),
        lead=say(f"pickup.factor.{kind}.lead", language),
        group_words=tuple(say(f"pickup.{word}", language) for word in words),
        line=_said(now, language, wrong="pickup.factor.wrong") or _unread(now, language),
        cards=tuple(cards),
        aside=Action(
            test_id="pickup.other_way",
            label=say("pickup.other_way.button", language),
            icon="swap-horizontal",
            event=p.FactorChosen(others[0]),
        )
        if others
        else None,
    )


def _others(now: Collecting) -> Sequence[int]:
    """Indices of the other ways, the next one first."""
    count = len(now.ways_of_who)
    return [(now.way + step) % count for step in range(1, count)]


def _unread(now: Collecting, language: str) -> IconLine | None:
    """The finger was not compared."""
    if now.said in ("", "wrong", "typo"):
        return None
    return IconLine(icon="alert", rest=say("pickup.finger.unread", language), tone="warn")


def _finger(session: Session, world: World) -> Message:
    now, language = session.collecting, session.language
    line = _said(now, language, wrong="pickup.finger.wrong") or _unread(now, language)
    others = tuple(
        Action(
            test_id=f"pickup.way.{index}",
            label=say(f"pickup.factor.{now.ways_of_who[index].factor}.name", language),
            icon="swap-horizontal",
            event=p.FactorChosen(index),
        )
        for index in _others(now)
    )
    return Message(
        frame=frame(session, world),
        icon="fingerprint",
        title=say("pickup.finger.title", language),
        sentences=(say("pickup.finger.lead", language),),
        lines=(line,) if line else (IconLine(icon="shield-lock-outline", rest=say("pickup.finger.kept", language)),),
        actions=(
            Action(
                test_id="pickup.compare",
                label=say("pickup.finger.compare", language),
                icon="fingerprint",
                event=p.FactorOffered(),
                primary=True,
            ),
            *others,
        ),
    )


assert sum(GROUPS["code"]) == CODE_DIGITS

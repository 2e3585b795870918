"""Small things said the same way everywhere: prices, dates, minutes, rooms, when it opens."""

from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal

from content.model.hours import OpeningHours
from content.model.opening import describe_until, describe_week, next_opening, open_until
from content.model.services import Fee
from kiosk.presenters.world import World
from kiosk.texts import listed, say
from kiosk.texts.shown import shown, together


def price(amount: Decimal, language: str) -> str:
    """Euro as people write them: "37,00 €", "€37.00"."""
    euro, cent = divmod(int((amount * 100).to_integral_value()), 100)
    return say("price", language, euro=euro, cent=cent)


def fee(one: Fee, language: str) -> str:
    """A price, or a range of prices in as few signs as possible: "150–6.000 €"."""
    if one.up_to is None:
        return price(one.amount, language)
    whole = one.amount == one.amount.to_integral_value() and one.up_to == one.up_to.to_integral_value()
    low, high = (f"{amount:,.{0 if whole else 2}f}" for amount in (one.amount, one.up_to))
    marks = str.maketrans({",": say("number.thousands", language), ".": say("number.decimal", language)})
    low, high = (number.translate(marks) for number in (low, high))
    return say("service.fee_range", language, low=low, high=high)


def fee_for(one: Fee, language: str) -> str:
    """A price and for whom it is: "22,80 € unter 24 Jahren"."""
    cost = fee(one, language)
    if one.only_for is None:
        return cost
    only_for = shown(one.only_for, language)
    return together(say("service.fee_more", language, price=cost, only_for=only_for), (only_for,))


def day(moment: date, language: str) -> str:
    """A date in digits."""
    return say("date", language, day=moment.day, month=moment.month, year=moment.year)


def clock(moment: datetime | time, language: str) -> str:
    """Hour and minute."""
    return say("clock", language, hour=moment.hour, minute=moment.minute)


def until(hours: OpeningHours, world: World, language: str) -> str | None:
    """When it closes today ("16:00"), None while it is closed."""
    moment = open_until(hours, world.content.town.land, world.now)
    return clock(moment, language) if moment else None


def reopens(hours: OpeningHours, world: World, language: str) -> str:
    """When it opens again: "morgen ab 8 Uhr"; "" where that is unknown."""
    moment = next_opening(hours, world.content.town.land, world.now)
    return describe_until(moment, world.now, language) if moment else ""


def help_desk(world: World, language: str) -> str:
    """Where a person helps."""
    return shown(world.content.town.help_desk, language)


def week(hours: OpeningHours, language: str) -> str:
    """The hours of a week in one line."""
    return listed(describe_week(hours, language), language)


def ordered(parts: Iterable[str]) -> str:
    """Parts of a line, with a middle dot between them, empty ones left out."""
    kept = [part for part in parts if part]
    return together(" · ".join(kept), kept)

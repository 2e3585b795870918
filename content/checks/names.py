"""Names that must differ, and addresses on the internet that a phone can open. Not responsible for ids in files."""

from collections.abc import Iterator

from content.model.content import Content, Problem
from content.model.files import OFFICES, SERVICES, TOWN


def check(content: Content) -> Iterator[Problem]:
    """Kiosks of one name, compass degrees that do not exist, addresses without https."""
    seen: set[str] = set()
    for index, kiosk in enumerate(content.town.kiosks):
        if kiosk.id in seen or not kiosk.id:
            message = f"`{kiosk.id}` stands twice or is empty; every kiosk needs a name of its own"
            yield Problem(TOWN, "", f"kiosks[{index}].id", message)
        seen.add(kiosk.id)
        if not 0 <= kiosk.facing <= 360:
            yield Problem(TOWN, "", f"kiosks[{index}].facing", "write compass degrees from 0 (north) to 360")
    for file, entry, field, address in _addresses(content):
        if address and not address.startswith("https://"):
            yield Problem(file, entry, field, "the address must begin with https://, so that phones can open it")


def _addresses(content: Content) -> Iterator[tuple[str, str, str, str | None]]:
    yield TOWN, "", "website", content.town.website
    for office in content.offices.values():
        yield OFFICES, office.id, "website", office.website
    for service in content.services.values():
        yield SERVICES, service.id, "online", service.online
        if service.elsewhere:
            yield SERVICES, service.id, "elsewhere.website", service.elsewhere.website

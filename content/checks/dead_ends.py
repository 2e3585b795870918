"""No service may leave its visitor without a next step, no life situation may be empty. Not about dead references."""

from collections.abc import Iterator

from content.model.content import Content, Problem
from content.model.files import SERVICES, SITUATIONS


def check(content: Content) -> Iterator[Problem]:
    """Services that lead nowhere, life situations without services, unknown fees."""
    used = {situation for service in content.services.values() for situation in service.life_situations}
    for situation in content.life_situations:
        if situation not in used:
            yield Problem(
                SITUATIONS,
                situation,
                "id",
                "no service belongs to it; name it in a service, or remove it",
                serious=False,
            )
    for service in content.services.values():
        if not (service.office or service.concern or service.room or service.online or service.elsewhere):
            message = "leads nowhere: give it an office, a concern, an online way, or who does it elsewhere"
            yield Problem(SERVICES, service.id, "office", message)
        if not service.fees and not service.free and not service.elsewhere:
            message = "no fee and not `free: true`; visitors are told that we do not know"
            yield Problem(SERVICES, service.id, "fees", message, serious=False)

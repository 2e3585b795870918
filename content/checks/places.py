"""In which file an entry stands, for messages. Not a check."""

from content.model.content import Content

TOWN, OFFICES, CONCERNS = "town.yaml", "offices.yaml", "concerns.yaml"
SITUATIONS, NOTICES, SERVICES = "life_situations.yaml", "notices.yaml", "services"


def file_of_service(content: Content, service: str) -> str:
    """The file of a service; the folder's name where it cannot be told."""
    needle = f"- id: {service}"
    for path in sorted((content.folder / SERVICES).glob("*.yaml")):
        if any(line.rstrip() == needle for line in path.read_text(encoding="utf-8").splitlines()):
            return f"{SERVICES}/{path.name}"
    return SERVICES

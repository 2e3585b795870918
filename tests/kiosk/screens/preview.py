"""Draws every sample screen into a folder, for looking at, and prints what the audit says.

python -m tests.kiosk.screens.preview DIR [--landscape] [--theme NAME] [--scale 1.5] [--low] [--only PART]
"""

import argparse
import sys
import tempfile
from pathlib import Path

from kiosk.flows.view import View
from kiosk.widgets.panel import Panel
from kiosk.widgets.setup import prepare_kivy


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--landscape", action="store_true")
    parser.add_argument("--theme", default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--low", action="store_true")
    parser.add_argument("--lower-edge", type=float, default=850)
    parser.add_argument("--only", default="")
    parser.add_argument("--language", default="de,en")
    asked = parser.parse_args()
    width, height = (1920, 1080) if asked.landscape else (1080, 1920)
    with tempfile.TemporaryDirectory() as home:
        prepare_kivy(width=width, height=height, home=Path(home), offscreen=True)
        _draw(asked, Panel(width_px=width, height_px=height, lower_edge_mm=asked.lower_edge))


def _draw(asked: argparse.Namespace, panel: Panel) -> None:
    from kivy.core.window import Window

    from kiosk.screens.show import Stage
    from kiosk.widgets.audit import audit
    from tests.kiosk.screens import samples
    from tests.kiosk.screens.sample_views import fitted
    from tests.kiosk.shot import grab

    asked.folder.mkdir(parents=True, exist_ok=True)
    view = View(theme=asked.theme, text_scale=asked.scale, low_reach=asked.low)
    name_of_look = f"{asked.theme}-{asked.scale:g}" + ("-low" if asked.low else "")
    for language in asked.language.split(","):
        stage = Stage(panel=panel, emit=lambda event: None, view=view)
        Window.add_widget(stage)
        shape = ("landscape" if asked.landscape else "portrait") + f"-{name_of_look}"
        contents = {**samples.every(language), **samples.rare(language)}
        for name, content in contents.items():
            if asked.only not in name:
                continue
            stage.show(fitted(content, view, portrait=panel.portrait))
            for page in range(stage.screen.all_pages):
                part = f"-{page + 1}" if page else ""
                grab(asked.folder / f"{name}{part}-{shape}-{language}.png")
                for complaint in audit(stage):
                    sys.stdout.write(f"{name}{part} {shape} {language}: {complaint}\n")
                if stage.find("more"):
                    stage.press("more")
        if asked.only in "question":
            stage.show(fitted(contents["service"], view, portrait=panel.portrait))
            stage.ask(samples.question(language))
            grab(asked.folder / f"question-{shape}-{language}.png")
            for complaint in audit(stage):
                sys.stdout.write(f"question {shape} {language}: {complaint}\n")
        Window.remove_widget(stage)


if __name__ == "__main__":
    main()

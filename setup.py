"""Compiles the translations while the project is built; everything else stands in pyproject.toml."""

import importlib.util
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithTexts(build_py):
    """Makes .mo files beside the .po files, so that they are packaged, or found in a development checkout."""

    def run(self) -> None:
        """First the texts, then what setuptools does."""
        spec = importlib.util.spec_from_file_location("compiling", Path("kiosk/texts/compiling.py").resolve())
        assert spec is not None
        assert spec.loader is not None
        compiling = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(compiling)
        compiling.compile_all()
        super().run()


setup(cmdclass={"build_py": BuildWithTexts})

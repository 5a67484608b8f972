"""Run the notebooks from a fresh kernel each, and save them with their outputs.

    python notebooks/run.py                  all of them
    python notebooks/run.py 02-corpus.ipynb  only these

A cell that raises stops its notebook, which then is not saved.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent
SECONDS = 180
"""What one cell may take."""


def executed(path: Path) -> nbformat.NotebookNode:
    """The notebook at *path* with the outputs of a fresh run. Raises CellExecutionError where a cell raises."""
    notebook = nbformat.read(path, as_version=4)
    settings = {"metadata": {"path": str(FOLDER)}}
    NotebookClient(notebook, timeout=SECONDS, kernel_name="python3", resources=settings, record_timing=False).execute()
    # What differs from machine to machine is left out.
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def main() -> None:
    """Run the notebooks named on the command line, or all."""
    for path in [FOLDER / name for name in sys.argv[1:]] or sorted(FOLDER.glob("*.ipynb")):
        print(path.name)
        nbformat.write(executed(path), path)


if __name__ == "__main__":
    main()

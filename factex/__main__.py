"""`python -m factex`: the command line."""

from factex.cli import main

main(prog_name="factex")

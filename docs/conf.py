"""Sphinx settings. Build with `python docs/build.py`: it works without a network, and every warning is an error."""

import factex

project = "factex"
author = "the factex authors"
project_copyright = f"2026, {author}"
version = release = factex.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]

html_theme = "furo"
html_title = f"factex {release}"
html_static_path = ["_static"]
html_css_files = ["factex.css"]
html_show_sourcelink = False

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

nb_execution_mode = "off"  # notebooks are saved with their outputs by notebooks/run.py
nb_merge_streams = True

# Docstrings write `names` in single backticks: a link where that name has a page, else just code.
default_role = "py:obj"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
maximum_signature_line_length = 80
python_use_unqualified_type_names = True

"""What writes the pages of the documentation that follow from the code; docs/generate.py calls them all."""

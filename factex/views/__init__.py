"""Present: an extraction as JSON, as a table, as HTML, in words.

Views read extractions and change nothing. The packages that some of them need are imported when they are asked for.
"""

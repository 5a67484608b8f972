"""The words after which a number is the size of a move: rose, falling, up."""

from __future__ import annotations

from factex.data import table


def inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of a verb; some that no verb has are among them."""
    stem = verb[:-1] if verb.endswith(("e", "y")) else verb
    double = verb + verb[-1]
    return (verb, f"{verb}s", f"{verb}es", *(f"{stem}{end}" for end in ("ed", "ing", "ied", "ies")), f"{double}ed", f"{double}ing")


_VERBS = [verb for verbs in table("moves")["verbs"].values() for verb in verbs]
MOVES = frozenset([*table("numbers")["moves"]["words"], *(form for verb in _VERBS for form in inflected(verb))])
"""Words after which a number is the size of a move."""
MOVE_NOUNS = frozenset(noun for nouns in table("moves")["nouns"].values() for noun in nouns)
"""What names a move, so that a number after "of" is its size: "a rise of 240"."""

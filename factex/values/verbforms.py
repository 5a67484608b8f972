"""The forms of verbs: what a verb says of past and future by its tense, its auxiliaries and its mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.values.ahead import Tense, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_FUTURE_AUX = frozenset({"will", "shall", "'ll", "’ll", "wo", "may", "might", "can", "could", "would", "should", "must", "ca"})
WILL = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_PAST_AUX = frozenset({"was", "were", "had", "did", "have", "has", "been", "'ve", "’ve", "'d", "’d"})
_PRESENT_AUX = frozenset({"am", "are", "is", "'m", "'re", "'s", "’m", "’re", "’s"})


def of_form(token: Token, auxiliaries: set[str], link: Token) -> Tense | None:
    """What the form of a verb and its auxiliaries say of a time that *link* leads to."""
    own = link.head.i == token.i
    found = of_verb(token, auxiliaries) or _of_present(token, auxiliaries, own=own)
    if (found is None or found.direction == "past" or found.weight == "weak") and _is_condition(token, auxiliaries):
        return Tense("future", token, "likely")
    if found is not None and token.tag_ == "VBN" and token.lemma_ == "register" and not auxiliaries:
        return Tense("either", token)  # "it will pay holders registered by 18 May"
    if found is None or found.direction == "past":
        return found
    could = found.direction == "either" and found.token.lower_ == "could"
    if could and _is_ability(token):
        return found
    return Tense("future", token) if (could and own) or link.lower_ in ("through", "until", "till", "by") else found


def _is_condition(verb: Token, said: set[str]) -> bool:
    """Whether a present tense hangs with when or if on what will be: "they will be hoping to win when they visit on Tuesday"."""
    present = verb.tag_ in ("VBP", "VBZ") or (verb.tag_ == "VBD" and verb.lower_ == verb.lemma_)
    above = verb.head.head if verb.head.dep_ == "xcomp" else verb.head
    linked = any(child.dep_ in ("advmod", "mark") and child.lower_ in ("as", "if", "once", "when") for child in verb.children)
    return present and not said and verb.dep_ == "advcl" and linked and any(c.lower_ in WILL for c in above.children)


def _is_ability(verb: Token) -> bool:
    """Whether "could" tells what somebody was able to do, or was not: "smoke could be seen on Friday", but "rain could fall"."""
    beside = (word for child in verb.children for word in (child, *child.children))
    return verb.lemma_.lower() in words("sensed") or any(word.dep_ == "neg" or word.lower_ in _NONE for word in beside)


_NONE = frozenset({"neither", "no", "nobody", "none", "nor", "nothing"})


def is_whole(sentence: Doc) -> bool:
    """Whether a sentence ends as one, and not as a headline does; the stop of "a.m." ends both."""
    return sentence[-1].is_punct or sentence[-1].text.endswith(".m.")


def is_request(verb: Token) -> bool:
    """Whether a verb asks for something: "join us on Friday", "let's meet on Friday"."""
    if verb.tag_ != "VB" or any(child.tag_ in ("MD", "TO") for child in verb.children):
        return False
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if subject is not None:
        return subject.lower_ in ("us", "'s", "’s") and verb.head.lower_ == "let" and is_request(verb.head)
    if verb.dep_ == "conj" and verb.head.i < verb.i:
        return is_request(verb.head)
    # Before the verb of saying: "come on Friday, she said", but not "he let it begin on Friday".
    return verb.dep_ == "ROOT" or (verb.dep_ in ("ccomp", "advcl") and verb.i < verb.head.i)


def of_verb(verb: Token, said: set[str]) -> Tense | None:
    """What a verb with its auxiliaries says by itself."""
    # The parse may hang "will" of "will be closed" on "be".
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    modal = next((word for child in helpers for word in (child, *child.children) if word.lower_ in _FUTURE_AUX), None)
    if modal is not None:
        # "May have fallen" looks back, "will have fallen" ahead; what could be, or would have been, may be over.
        perfect = "have" in said and modal.lower_ not in WILL
        either = modal.lower_ == "could" if not perfect else modal.lower_ == "would"
        return Tense("either" if either else "past" if perfect else "future", modal)
    going = verb.lemma_ == "go" and any(child.dep_ == "xcomp" for child in verb.children)
    if verb.tag_ == "VBG" and (going or said & _PRESENT_AUX):
        return Tense("future", verb)
    if verb.dep_ == "xcomp" and said >= {"to", "have"} and verb.head.lower_ in ("due", "was", "were"):
        return Tense("either", verb)  # "it was to have landed on Friday"
    if verb.tag_ == "VBD" or said & _PAST_AUX:
        return Tense("past", verb)
    if verb.tag_ == "VBN" and not said and verb.dep_ in ("acl", "advcl", "amod", "relcl"):
        # "The week will see figures released on Friday"
        above = next((word for word in verb.ancestors if word.pos_ == "VERB"), verb)
        seen = above.lemma_ == "see" and verb.lemma_ in words("moments") and any(c.lower_ in WILL for c in above.children)
        return Tense("future", verb, "likely") if seen else Tense("past", verb)
    return None


def _of_present(verb: Token, said: set[str], *, own: bool) -> Tense | None:
    """What a present tense says: with a date of its *own* it is a timetable ("the court sits on Friday").

    Not so in headlines, which tell the past in it, nor of verbs that tell no event ("the move follows a vote on Friday").
    """
    present = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VB" and not said.isdisjoint(("do", "does")))
    if verb.pos_ != "VERB" or not present or "to" in said:
        return None
    if verb.tag_ == "VBP" and verb.lower_ in words("unmarked"):
        return Tense("past", verb, "weak")
    # Without a subject the day is one itself: "Friday marks ten years since the crash"; who has a match on Friday plays it then.
    has = verb.lemma_ == "have" and any(child.dep_ == "dobj" and child.lemma_.lower() in words("events") for child in verb.children)
    # "The figures come out on Friday", "the rule comes into force on Friday".
    out = any(child.dep_ == "prt" or child.lower_ == "into" for child in verb.children)
    event = has or out or verb.lemma_ not in words("states") or not any(child.dep_ == "nsubj" for child in verb.children)
    timetable = (own or has) and event and is_whole(verb.doc)
    return Tense("future", verb, "sure" if timetable else "weak")

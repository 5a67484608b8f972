"""Measures in rows: names with their numbers beside them, in headlines and lists, in brackets, and where a verb is left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from factex.frames import lexicon
from factex.frames.besides import BESIDE_RULES
from factex.frames.comparisons import before_unit, first_form
from factex.frames.gaps import gapped
from factex.frames.machine import frame_rule
from factex.frames.owners import Part, of_measure
from factex.frames.scene import Site
from factex.frames.syntax import DASHES, NO_WORD, NOUNS, Word, subject_of, verb_above


@frame_rule(
    reads={
        "It has a nozzle ([$5] list price).": {"measure": "list price"},
        "Lund fried four fillets ([2 pounds]) for them.": {"measure": "fillets", "subject": "four fillets"},
        "Volta posted sales of $16 million (+[5%]).": {"measure": "sales", "subject": "Volta", "change": "increase"},
        "Inflation rose in Egypt (3%) and Kenya ([2%]).": {"measure": "Inflation", "subject": "Kenya"},
    },
    refuses=["It raised its stake ([$5 million])."],
)
def bracketed(site: Site) -> Part | None:
    """A number in brackets with the noun it measures, "a nozzle (1.5mm internal diameter)", or the move of the one before it."""
    if site.beside is not None and (site.before.lower in ("versus", "vs", "vs.") or site.beside.after.lower in ("down", "up")):
        return bracketed.find(site.beside)  # "slowed in Italy (+0.2% versus +0.3%)"
    if site.before.text not in ("(", "["):
        return None
    counted = site.before.previous
    counted = counted.previous if counted.tag == "POS" and counted.previous.pos == "PROPN" else counted  # "Dale's (3%)"
    level = site.scene.site_of(before_unit(counted))
    again = level is not None and site.value.kind == level.value.kind == "money"  # "$5.50 a bushel ($252 a tonne)"
    if level is not None and level.numeric and (again or (site.value.kind == "percent" and site.sign)):
        return level.part
    if site.value.kind == "quantity" and counted.nominal:
        return Part(counted, counted)
    noun = _noun_from(site.after)
    if noun.pos == "NOUN" and noun.next.text in (")", "]", ","):
        return Part(noun, noun)
    row = counted.head if counted.dep == "conj" and counted.head.next.lower == "and" else counted  # "in cars and parts (+3%)"
    signed = bool(site.sign) and row.pos == "NOUN" and "pobj" in (row.dep, row.head.dep, row.head.head.dep)
    named = (counted.pos == "PROPN" or signed) and counted.mention is None and not lexicon.is_figure(counted.lower)
    return _beside_name(site, row if signed else counted) if named else None


def _beside_name(site: Site, name: Word) -> Part:
    """A number in brackets behind a name is that one's, and measures what the clause tells of: "unemployment in Spain (24%)"."""
    before = next(
        (s.part for s in reversed(site.scene.sites[: site.index]) if s.numeric and s.value.unit == site.value.unit), Part()
    )
    figure = before.measure if before.measure is not before.subject else subject_of(site.verb) if site.verb is not None else None
    signed = name.pos == "NOUN" and bool(site.sign)  # "job gains came in parts (+3,000)"
    if figure is None or not ((signed and figure.pos == "NOUN") or lexicon.is_figure(figure.lemma)):
        return Part(name, name, site.verb)
    named = any(w is name or w.dep == "conj" for w in figure.within())  # "shares of Volta (3%) and Lyra (2%) rose"
    return Part(None if named else figure, name, site.verb, figure.text if named else None)


@frame_rule(
    reads={
        "Area (sq km): [1,240]": {"measure": "Area", "subject": None},
        "Grants to farms kept open to meet the need for milk: [$12 million]": {"measure": "Grants to farms"},
        "Grants of Volta: [$5 million]": {"measure": "Grants of Volta"},
    },
    refuses=["It has one aim: [$5 million].", "Sales at Volta: up to [$5 million] was lost in May."],
)
def labelled(site: Site) -> Part | None:
    """What the label says whose colon a line's number stands behind: "Area (sq km): 1,240"."""
    if not site.before.text.endswith(":"):
        return None
    words, text, start = site.scene.parse.words, site.scene.article.text, site.scene.sentence.start
    label, rest = words[: site.before.i], words[site.words[-1].i + 1 :]
    if text[start - 1 : start] not in ("", "\n") or any(w.mention is None and w.pos not in ("PUNCT", "SPACE") for w in rest):
        return None
    noun = next((w for w in label if w.pos in NOUNS and w.next.pos not in (*NOUNS, "PART")), NO_WORD)
    told = noun is NO_WORD or noun.mention is not None or any(w.pos == "AUX" or w.tag in _TOLD for w in label)
    return None if told else of_measure(noun, None)


_TOLD = frozenset({"VBP", "VBZ", ":"})


@frame_rule(
    reads={
        "[$4.5 billion] – the cost of the bridge": {"measure": "cost of the bridge", "subject": "bridge"},
        "[45%]: share of voters who back the plan": {"measure": "share of voters"},
    },
    refuses=["[$5 million] – the firm lost it all.", "It lost [$5 million] – the price of peace."],
)
def told_behind(site: Site) -> Part | None:
    """What the label says that stands behind a line's number and a dash or a colon, as in lists of numbers."""
    text, mark, start = site.scene.article.text, site.after, site.mention.start
    if mark.text not in DASHES | {":"} or text[text.rfind("\n", 0, start) + 1 : start].strip("•*-– "):
        return None
    noun = _noun_from(mark.next.next if mark.next.pos == "DET" else mark.next)
    ends = noun.next.lower in _LABELS or not noun.next.text
    return of_measure(noun, None) if noun.pos in NOUNS and ends else None


_LABELS = frozenset({"for", "in", "of", "that", "which", "who", ".", ";"})


def _noun_from(word: Word) -> Word:
    """The last of the nouns and adjectives that begin with *word*; no word where there are none."""
    last = NO_WORD
    while word.pos in ("ADJ", "NOUN", "PROPN") and word.mention is None:
        last, word = word, word.next
    return last


@frame_rule(
    reads={
        "Lund leads Berg [48%] to 45%.": {"measure": None, "subject": "Lund"},
        "Lund leads Berg 48% to [45%] in the north.": {"measure": None, "subject": "Berg"},
        "Lund beat Berg by 52% to [48%].": {"measure": None, "subject": "Berg"},
    },
    refuses=["The bank led a cut of rates from 48% to [45%]."],
)
def rivals(site: Site) -> Part | None:
    """What each of two has, one of whom leads or beat the other: "Lund leads Berg 48% to 45%"."""
    first = site.beside or site
    second = first.following
    if second is None or second.beside is not first or second.before.lower != "to" or first.value.unit != second.value.unit:
        return None
    before = first.before.previous if first.before.lower == "by" else first.before
    other = next((w for w in (before, *before.climb()) if w.dep == "dobj"), None)
    if other is None or other.mention is not None or first.before.lower == "from":
        return None
    won = other.head.lemma in lexicon.words("verbs", "contests")
    return Part(None, subject_of(other.head) if site is first else other, other.head) if won else None


@frame_rule(
    reads={
        "The news lifted the prices of brewers such as Volta up [9%] to $84 and Lyra up 4% to $13.": {
            "measure": "prices of brewers",
            "subject": "Volta",
            "role": "by",
        },
        "News lifted the prices of brewers such as Volta up 9% to $84 and Lyra up 4% to [$13].": {"subject": "Lyra", "role": "to"},
        "Oil up [3%] on demand fears": {"measure": "Oil", "subject": "Oil", "change": "increase"},
    },
    refuses=["Acme shares closed in Oslo up [3%].", "Prices of Volta rose, up [3%]."],
)
def told_beside(site: Site) -> Part | None:
    """A name with its move, in a headline or a row of examples: "Oil up 3%", "firms such as Volta up 9% and Lyra up 4%"."""
    cue = _direction(site)
    name = cue.previous
    if name.pos not in NOUNS or name.mention is not None:
        return None
    if name.pos != "PROPN":
        return of_measure(name, None) if cue.head is name else None
    if name.head.lower == "of" and lexicon.is_figure(name.head.head.lemma):  # "with shares of Volta down 3%"
        return of_measure(name.head.head, None)
    verb = verb_above(name)
    if name.head.lower == "in" and verb is not None and lexicon.is_level_verb(verb):
        return None  # "shares closed in London down 3%"
    obj = verb.child("dobj") if verb is not None else None
    return Part(obj if obj is not None and lexicon.is_figure(obj.lemma) else name, name, verb)


def _direction(site: Site) -> Word:
    """The "up" or "down" of the number, or of the move that it is the level of: "down 0.4% or 13 points to 3,059"."""
    told = first_form(site.beside or site)
    cue = told.before.previous if told.before.lower == "by" else told.before  # "and tin up by 3%"
    off = cue.lower == "off" and told.value.kind in ("money", "percent")  # "with Volta off 3p at 95p"
    return cue if off or cue.lower in ("up", "down") else NO_WORD


@frame_rule(
    reads={
        "The top risers were Volta, up 3 pence at [95 pence], and Lyra, up 4 pence.": {"measure": "Volta", "role": "to"},
        "The top risers were Volta, up 3 pence at 95 pence, and Lyra, up [4 pence].": {"measure": "Lyra", "role": "by"},
        "Sales rose 2%, helped by food, up [4%].": {"measure": "food", "subject": "food"},
    },
    refuses=["Prices of Volta rose, up [3%]."],
)
def mover(site: Site) -> Part | None:
    """A name that a sentence lists with its move behind a comma: "the top risers were Volta, up 3p, and Lyra, up 4p"."""
    told = first_form(site.beside or site)
    behind = told.before.text == "," and told.after.lower in ("higher", "lower")  # "and Lyra, 4p lower at 95p"
    comma = told.before if behind else _direction(site).previous
    name = comma.previous
    listed = comma.text == "," and name.pos in NOUNS and name.mention is None
    return Part(name, name) if listed and (_is_singled_out(name) or _follows_another(site, name)) else None


def _is_singled_out(name: Word) -> bool:
    """Whether a sentence lists or brings up what moved most: "the biggest risers were Lyra, up 3%, and Volta, up 2%"."""
    leading = name.head.head if name.dep == "pobj" and name.head.lower == "by" else NO_WORD
    if leading.lemma in lexicon.words("moves", "led") and leading.dep in ("acl", "advcl"):  # "rose 1%, led by Volta, up 3%"
        return True
    by = name.head.head if name.dep == "pobj" and name.head.lower == "on" else name.head if name.dep == "dobj" else NO_WORD
    if name.pos == "PROPN" and name.ent in ("", "ORG") and by.lemma in lexicon.words("moves", "swaying"):
        return True  # "falling oil prices weighed on Volta, down 3p"
    while name.dep in ("appos", "conj") and name.head.pos == "PROPN":
        name = name.head
    return name.pos == "PROPN" and (name.dep in ("attr", "conj") or name.head.lemma == "include")


def _follows_another(site: Site, name: Word) -> bool:
    """Whether a name follows one that is listed with its move, on which the parser hangs it."""
    other = site.scene.site_of(name.head) if name.pos == "PROPN" else None
    return other is not None and other.index < site.index and mover.find(other) is not None


@frame_rule(
    reads={"Volta led the losers, with its shares down [3%].": {"measure": "shares", "subject": "Volta"}},
    refuses=["Volta fell with Orion up [3%]."],
)
def told_with(site: Site) -> Part | None:
    """What moved in a phrase that goes along with a clause: "with its shares down 3%"."""
    noun = _direction(site).previous
    along = noun.dep in ("nmod", "nsubj", "pobj") and any(w.lower == "with" for w in islice(noun.climb(), 2))
    named = noun.pos == "NOUN" or noun.lemma in lexicon.words("figures", "indices")  # "with the Oslo Share Index down 3%"
    part = of_measure(noun, verb_above(noun)) if along and named and noun.mention is None else None
    if part is not None and part.subject is not None and part.subject is not noun and lexicon.is_figure(part.subject.lemma):
        return replace(part, subject=None, owned=True)  # "prices rose, with volumes up 3%"
    return part


@frame_rule(
    reads={
        "At noon: Dow +0.2%, Nasdaq +[0.8%].": {"measure": "Nasdaq", "subject": "Nasdaq"},
        "Final price [$5 million]": {"measure": "Final price"},
        "Revenue [$5 million] vs. $4 million a year ago": {"measure": "Revenue", "subject": None},
    },
    refuses=["Sales rose [3%]."],
)
def listed(site: Site) -> Part | None:
    """A name before its number, in a list or a line without a verb: "Dow +0.2% Nasdaq +0.8%"."""
    if site.verb is not None and not site.sign:
        return None
    before = site.before
    if before.pos == "NUM" and before.head.pos == "PROPN" and before.head.i < before.i:
        before = before.head  # the S&P 500
    if before.pos not in ("NOUN", "PROPN") or before.mention is not None:
        return None
    return of_measure(before, None) if lexicon.is_figure(before.lemma) else Part(before, before)


ROW_RULES = (told_behind, mover, told_with, told_beside, *BESIDE_RULES, gapped, listed)

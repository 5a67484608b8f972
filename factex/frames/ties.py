"""Ties: what a time or a number hangs on, where word order tells it better than the parser does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factex.frames.lexicon import codes, is_event, is_figure, is_level_verb, is_move_noun, is_move_verb, moves, takes_object, words
from factex.frames.syntax import DASHES, NOUNS, TENSED, VERBS, Word, hang, subject_of

if TYPE_CHECKING:
    from factex.frames.scene import Site


def to_report(site: Site) -> None:
    """Hang the time right after a verb of saying on that verb: in "said on Tuesday it had lost $3 million" it is of the saying."""
    first = site.words[0]
    prep = first.previous if first.previous.lower in ("at", "early", "in", "late", "on") else None
    verb = (prep or first).previous
    month = prep is None and site.value.grain == "month" and site.root is first  # "said February sales rose"
    if verb.tag not in TENSED or first.lower == "the" or month:
        return  # "said the early morning quake was felt"
    if codes("sources").get(verb.lemma) == "CT+" and site.after.pos not in ("", *VERBS, "PUNCT"):
        top = prep or site.root
        if top.head is not verb:
            hang(top, verb, "prep" if prep is not None else "npadvmod")


def to_past(site: Site) -> None:
    """Hang a day that is over on the verb in the past: "it unveiled plans for 12 ferries on Monday" tells when it did."""
    prep = site.words[0].previous
    if prep.dep != "prep" or not site.located:
        return
    noun = prep.head.lemma if prep.lower in ("between", "from", "in") and prep.head.tag in ("NN", "NNS") else ""
    thing = noun and not (is_event(noun) or is_figure(noun))
    if not (prep.lower == "on" or thing):
        return
    verb = next((w for w in prep.climb() if w.pos in VERBS), None)
    past = verb is not None and (verb.tag == "VBD" or any(c.lower in ("was", "were") for c in verb.left))
    nominal = prep.head.pos in ("NOUN", "PROPN") and verb is not None and past and verb.i < prep.i
    if nominal and verb is not None and (site.value.timex or "")[:10] <= site.scene.today:
        hang(prep, verb, "prep")


def to_forecast(site: Site) -> None:
    """Hang a time to come on what is foreseen for it: in "expects sales of $5 million in 2026" nobody waits till then."""
    value = site.value
    last = value.begin if value.grain == "day" else value.finish
    if last is None or not "" < site.scene.today < last.isoformat()[:10]:
        return
    top = next((w for w in (site.root, *site.root.climb()) if w.head.pos in VERBS), site.root)
    verb = top.head
    foreseen = codes("sources").get(verb.lemma) or codes("events").get(verb.lemma) or "CT"
    if foreseen.startswith("CT") or top.dep not in ("prep", "npadvmod"):
        return
    thing = verb.child("xcomp", "ccomp") or (verb.child("dobj") if takes_object(verb.lemma) else None)
    if thing is not None and thing.i > verb.i:
        hang(top, thing, top.dep)


def ban(site: Site) -> None:
    """Hang how long a ban lasts on it: who is "banned from driving for 20 months" drives none of them."""
    prep, verb = site.root.head, site.root.head.head
    kept = verb.dep == "pcomp" and verb.head.lower == "from" and verb.head.head.lemma in words("verbs", "banning")
    if site.value.kind == "duration" and prep.lower == "for" and kept:
        hang(prep, verb.head.head, "prep")


def price(site: Site) -> None:
    """Hang a price on the verb of the trade: in "sells a phone with a pen for $300" the phone costs that, not the pen."""
    prep = site.root.head
    if site.value.kind != "money" or prep.lower != "for":
        return
    top = _top(prep.head)
    if top.dep == "dobj" and top.head.lemma in words("verbs", "trading"):
        hang(prep, top.head, "prep")


def level(site: Site) -> None:
    """Hang a level with "at" on the noun of level before it: in "seen with carbon levels at 90 parts" the levels are at that."""
    prep, noun = site.root.head, site.root.head.previous
    while noun.text in DASHES or noun.lower in _NOW:
        noun = noun.previous  # "its costs—now at $8 billion"
    apart = noun is not prep.previous and noun.pos == "NOUN" and is_figure(noun.lemma)
    counts = site.value.kind == "count" and site.value.unit is None and noun.tag == "NNS"  # "with arrivals at 78,164"
    told = apart or (noun.dep == "pobj" and (counts or noun.lemma in words("figures", "levels")))
    if prep.lower == "at" and told and noun.mention is None:
        hang(prep, noun, "prep")


_NOW = frozenset({",", "currently", "now", "still"})


def _top(noun: Word) -> Word:
    """The noun of the whole phrase that *noun* is in: the price, in "the price of a barrel of oil"."""
    while noun.dep in ("pobj", "prep") and noun.head.pos not in VERBS:
        noun = noun.head
    return noun


def pace(site: Site) -> None:
    """Hang the rate that something comes to or moves at on the verb: "fell to an annual rate of 4 million", "grew at a 5% pace"."""
    root = site.root
    of = root.head if root.head.lower == "of" else root
    noun, prep = of.head, of.head.head
    if noun.dep != "pobj" or prep.lower not in ("above", "at", "below", "by", "from", "to"):
        return
    verb = prep.head.head if prep.head.pos == "ADV" else prep.head  # "fell back to levels of 3%"
    told = subject_of(verb) if verb.pos in VERBS else None
    share = site.value.kind == "percent" and is_move_verb(verb)
    paced = (share and prep.lower in ("at", "by")) or ((share or of is not root) and prep.lower in ("from", "to"))
    paced |= site.value.kind == "count" and of is root and not verb.bare  # "fell to a 1.2 million-unit rate"
    # "Profit fell to a loss of $3 million", but what "the firm plunged to a loss of $3 million" tells of is the loss.
    other = is_figure(noun.lemma) and told is not None and not (is_figure(told.lemma) or told.lemma in words("moves", "foreseen"))
    level = noun.lemma in words("moves", "ends") and of is not root and is_move_verb(verb) and not other
    own = noun.child("poss") is not None  # "weakened from its top speed"
    rated = noun.lemma in words("moves", "rates") and not own
    if paced and verb.pos in VERBS and (level or rated):
        hang(root, prep, "pobj")
        if of is not root:
            hang(of, root, "case")
        hang(noun, root, "nmod")


def over(site: Site) -> None:
    """Hang what a number is per on it: of "49 bushels/acre" the parser takes the acre for the head."""
    below = site.after.next
    if site.after.text == "/" and site.root.head is below and below.head is not below:
        hang(site.root, below.head, below.dep)
        hang(below, site.root, "nmod")


def threshold(site: Site) -> None:
    """Hang a number on the preposition before the mark that it is: "fell to the 173-yen level", "above the $80 mark"."""
    root, noun = site.root, site.root.head
    marked = noun.lemma in words("moves", "marks") and noun.dep == "pobj" and noun.i > root.i and noun.mention is None
    prep = noun.head
    if marked and (is_move_verb(prep.head) or is_level_verb(prep.head)):
        hang(root, prep, "pobj")
        hang(noun, root, "nmod")


def bearer(site: Site) -> None:
    """Hang a sum on the figure, not on who bears it: in "at a cost to the economy of $6 billion" the cost is that."""
    of = site.root.head
    if of.lower != "of":
        return
    noun, figure = of.head, of.head.head.head
    # "Profit attributable to shareholders of $6 million", "cash used in operations of $6 million".
    figure = figure.head if figure.pos == "ADJ" or (figure.dep == "acl" and noun.head.dep == "agent") else figure
    told = is_figure(figure.lemma) or figure.lemma in words("figures", "extremes")  # "reached a high for the firm of 3%"
    if noun.dep == "pobj" and not is_figure(noun.lemma) and told and figure.pos == "NOUN":
        hang(of, figure, "prep")


def rank(site: Site) -> None:
    """Hang a number on the name it ranks: "led with 34%, ahead of Volta with 21%, followed by Orion at 9%"."""
    prep = site.root.head
    name = prep.previous
    if prep.lower not in ("at", "with") or prep.head.pos not in VERBS or name.pos != "PROPN":
        return
    link = name.head
    coordinated = name.dep == "conj" and prep.lower == "with"
    if coordinated or link.lower in ("behind", "of") or (link.lower == "by" and link.head.lemma in ("follow", "trail")):
        hang(prep, name, "prep")


def move(site: Site) -> None:
    """Hang the level or size of a move on its verb: "cut its forecast for growth to 2%" tells of a cut to 2%."""
    prep, value = site.root.head, site.value
    if site.root.dep == "appos" and prep.dep == "dobj" and is_move_verb(prep.head) and site.words[0].previous is prep:
        hang(site.root, prep.head, "npadvmod")  # "the results lifted shares 3p to 63p"
    if prep.lower not in ("at", "by", "to") or (value.kind == "count" and value.unit not in (None, "point")):
        return
    top = _top(prep.head)
    aside = top.dep == "prep" and top.lower in _ASIDE and prep.head.head is top and not is_move_noun(prep.head)
    moved = is_move_verb(top.head) or (top.head.lemma in words("moves", "causes") and prep.lower == "to")
    if prep.lower == "at":
        moved = top.head.lemma in words("cues", "at")  # "put the odds of a recession at 40%"
    if (top.dep == "dobj" or aside) and top.i < prep.i and top.mention is None and moved:
        later = () if prep.head is top else tuple(c for c in prep.head.right if c.dep == "prep" and c.i > prep.i)
        for each in (prep, *later):  # "cut the risk of an attack by 22% in a trial"
            hang(each, top.head, "prep")


def idiom(site: Site) -> None:
    """Hang the size of a move on its verb, not on a word that belongs to the verb: "the shares put on 7%"."""
    particle = site.root.head
    verb = particle.head
    if particle.i == verb.i + 1 and f"{verb.lemma} {particle.lower}" in moves("idioms"):
        hang(site.root, verb, "dobj")


_ASIDE = frozenset({"at", "during", "from", "in", "on", "over"})  # "rose 3% in the period to $5 million", "from its close to $9"

TIES_OF_TIMES = (to_report, to_past, to_forecast, ban)
TIES_OF_NUMBERS = (price, level, over, bearer, threshold, pace, rank, move, idiom)


def mark(site: Site) -> None:
    """Mark whether a mention can name somebody, and which of its words the phrase of the noun behind it keeps: "annual budget"."""
    root, value = site.root, site.value
    root.nominal = value.kind == "count" and (root.pos in ("NOUN", "PROPN") or _is_alone(site))
    if site.aged:
        root.nominal = site.slot.relation in ("subject", "verb")  # "a 60-year-old"
    months = value.kind == "date" and value.grain != "day" and len(site.words) == 1
    if months and _is_dated(site):
        root.attribute = "class"
    if root.head.i <= root.i or root.head.pos not in NOUNS:
        return
    vague = value.kind == "set" or (value.timex or "").endswith("_REF")
    if vague and len(site.words) == 1:
        root.attribute = "adjective"
    elif any(w.text == "-" for w in site.words) and value.kind in ("count", "duration") and not site.aged:
        for word in site.words:
            word.attribute = "class"


def _is_alone(site: Site) -> bool:
    """Whether a number without a noun tells of those who do something: "while two wanted a cut", "one of the banks fell"."""
    part = any(word.lower == "of" for word in site.words)
    return site.root.dep == "nsubj" and (part or site.mention.rule == "counted.by_itself")


def _is_dated(site: Site) -> bool:
    """Whether a month tells which contract is meant: "the December contract", "March wheat prices", "crude for July"."""
    dated, noun = words("figures", "dated"), site.root.head
    if noun.lower == "for":
        return noun.head.lemma in dated and noun.previous is noun.head
    return noun.lemma in dated or (noun.lemma == "price" and site.after.lemma in dated)

"""Change: whether the measure rose or fell, by the words that the number itself hangs on."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.clauses import is_loss, is_sum
from factex.frames.lexicon import is_move_noun, moves, particle, words
from factex.frames.machine import frame_rule
from factex.frames.scene import Site
from factex.frames.syntax import NO_WORD, NOUNS, VERBS, Word, subject_of
from factex.records import Change, Role

_ROLES: dict[str, Role] = {
    "by": "by", "to": "to", "from": "from", "at": "to",
    "above": "to", "below": "to", "beneath": "to", "beyond": "to", "past": "to",
}  # fmt: skip


@dataclass(slots=True)
class Move:
    """`cue`: the word that tells the direction."""

    change: Change
    role: Role
    cue: Word


def role_of(site: Site, bare: Role | None = "by") -> Role | None:
    """The role that the preposition before the number gives it; *bare* without one."""
    before = site.before
    if any(word.lower in ("high", "low") for word in site.lead):  # "fell as low as $1.27"
        return "to"
    if before.lower in _ROLES:
        return None if before.previous.lower in words("moves", "not_to") else _ROLES[before.lower]
    prep = site.slot.prep
    if prep.lower in _ROLES and prep.i < site.words[0].i:
        return _ROLES[prep.lower]
    return bare if prep is NO_WORD or prep.lower in words("moves", "measuring") else None


@frame_rule(
    reads={
        "Brent closed at $60.73, down [2.74%].": {"change": "decrease", "role": "by"},
        "Shares ended [0.68%] higher.": {"change": "increase", "role": "by"},
        "The index edged up [0.2%].": {"change": "increase", "role": "by"},
        "The yield was 1.7%, down from [1.8%] a day earlier.": {"change": "decrease", "role": "from"},
        "Sales were $5 million, up from last year's [$4 million].": {"change": "increase", "role": "from"},
        "The news sent shares down as much as [14%].": {"change": "decrease", "role": "by"},
        "The index closed at 2596.72, off [17.01].": {"change": "decrease", "role": "by"},
    },
    refuses=[
        "It paid up to [$5 billion].",
        "The defence gave up [21 points].",
        "It sent up to [30 buses].",
        "It flew [200 miles] up in space.",
        "He made 112 off [98 balls].",
        "The shop takes 45% off [65-inch] screens.",
        "The [8.6-inch] lower display is new.",
    ],
)
def beside_particle(site: Site) -> Move | None:
    """A direction word right beside the number: "down 2.74%", "0.68% higher", "down from 1.8%"."""
    found = moves("particles")
    before, after = _before_time(site), site.after
    things = site.value.kind == "quantity" or (site.value.kind == "count" and site.value.unit not in (None, "point"))
    if not (before.lower == "off" and things):
        role: Role = "from" if before.lower == "from" else "by"
        cue = before.previous if before.lower in ("from", "by") else before
        if cue.lower in found and not _of_another_verb(cue):
            return Move(found[cue.lower], role, cue)
    length = site.value.kind == "quantity" or (site.value.kind == "count" and site.value.unit != "point")
    if (after.lower in ("higher", "lower") and not _joined(site)) or (after.lower in ("up", "down") and not length):
        return Move(found[after.lower], "by", after)
    return None


def _joined(site: Site) -> bool:
    """Whether a length is joined to its unit to say which thing is meant: "the 8.6-inch lower display"."""
    return site.value.kind == "quantity" and any("-" in word.text for word in site.words)


def _before_time(site: Site) -> Word:
    """The word before the number, and before the time it belongs to: "up from last year's $5"."""
    owner = site.before.previous
    if site.before.lower in ("'s", "’s") and owner.mention is not None and site.scene.sites[owner.mention].temporal:
        return site.scene.sites[owner.mention].words[0].previous
    return site.before


def _of_another_verb(cue: Word) -> bool:
    """Whether a particle belongs to a verb that tells of no move: "gave up 12 points", "set up 20 schools"."""
    verb = cue.head.lemma
    return cue.dep == "prt" and verb not in moves("verbs") and verb not in words("moves", "either")


@frame_rule(
    reads={
        "Sales rose [3%].": {"change": "increase", "role": "by"},
        "Sales fell to [$5 billion].": {"change": "decrease", "role": "to"},
        "The fund's value dropped from [$9 million] to $5 million.": {"change": "decrease", "role": "from"},
        "The economy grew at an annualised [5%].": {"change": "increase", "role": "by"},
        "The price dropped below [$50].": {"change": "decrease", "role": "to"},
        "Rival shares rose under [4%].": {"change": "increase", "role": "by"},
        "The firm cut [400 jobs].": {"change": "decrease", "role": "by"},
        "The club slid [12 places].": {"change": "decrease", "role": "by"},
        "The river fell [30 centimetres].": {"change": "decrease", "role": "by"},
        "The pound fell as low as [$1.27].": {"change": "decrease", "role": "to"},
        "It raised its profit forecast to between [£5m and £6m].": {"change": "increase", "role": "to"},
    },
    refuses=[
        "The firm raised [$5 million].",
        "The fund gained a stake of [5%].",
        "It doubled the [25%] tariff.",
        "A [2,000-foot]-high tower fell.",
        "The mayor lost by [212 votes].",
        "Uptake fell to 86% in May from 93% in April, below the [95%] that doctors want.",
        "Add [two cups] of sugar and stir.",
        "She lifted [190kg] in the snatch.",
        "The navy sank [two ships].",
        "She jumped [8.2 metres] to win.",
        "The storm cut power to [5,000 homes].",
    ],
)
def move_verb(site: Site) -> Move | None:
    """The verb of the number tells of a move: "rose 3%", "fell to $5 billion", "cut 4,000 jobs"."""
    slot = site.slot
    verb = slot.anchor
    if verb is not None and (verb.pos in ("ADV", "ADP") or (verb.pos == "ADJ" and verb.dep != "amod")):
        verb = site.verb
    if verb is None or verb.pos not in VERBS or slot.relation not in ("prep", "verb", "adverb"):
        return None
    way = moves("verbs").get(verb.lemma)
    beside = None if site.value.modifier == "equal_or_less" else particle(verb)  # "sent up to 30 buses"
    if way is None or (beside is not None and verb.lemma in words("moves", "either")):
        way = beside if verb.lemma in words("moves", "either") else None
    if way is None:
        return None
    role = role_of(site)
    paced = "at" in (site.before.lower, slot.prep.lower)
    if site.value.kind == "percent" and paced and verb.lemma in moves("verbs"):
        role = "by"  # grew at 5%
    if role is None or is_sum(site, verb) or is_loss(site, verb) or (slot.prep is NO_WORD and (site.known or _compared(site))):
        return None
    return None if _no_level(site, verb) else Move(way, role, verb)


def _no_level(site: Site, verb: Word) -> bool:
    """Whether the number is no size of a move, but what is set beside it, by how much a vote was lost, or to whom something went.

    "Added 358,000 jobs in May, far above the 235,000 expected": a level stands right after its verb.
    """
    before, prep = site.before, site.slot.prep
    beside = before if before.lower in ("above", "below") else prep
    beyond = beside.lower in ("above", "below") and beside.i - verb.i > 2
    margin = verb.lemma == "lose" and prep.lower == "by"
    to_whom = site.value.kind == "count" and any(c.dep == "dobj" and c.lemma in words("moves", "supplied") for c in verb.right)
    return beyond or margin or to_whom or site.words[-1].lower == "times" or (prep is NO_WORD and _is_object(site, verb))


def _is_object(site: Site, verb: Word) -> bool:
    """Whether something is done with what the number counts or measures, so that no measure moves.

    Ships are sunk, games lost, two cups of sugar added as a recipe says, eight metres jumped.
    """
    kind, unit = site.value.kind, site.value.unit
    if kind in ("count", "quantity") and verb.tag == "VB" and verb.dep == "ROOT" and not verb.left:
        return True
    if kind == "count" and unit is not None and unit not in words("moves", "steps"):
        return verb.lemma not in words("moves", "things") or unit in words("moves", "contests")
    return unit in words("moves", "ways") and verb.lemma in words("moves", "travels") and not _is_water(verb)


def _is_water(verb: Word) -> bool:
    """Whether the subject of a verb has a level, as a river or the sea does."""
    subject = subject_of(verb)
    return subject is not None and subject.lemma in words("moves", "waters")


def _compared(site: Site) -> bool:
    """Whether the number is how far one thing is from another, which is no move: "10 miles less than the record"."""
    follows = site.scene.parse.words[site.words[-1].i + 1 :][:2]
    if follows and follows[0].lower in ("above", "ahead", "below"):
        return True
    return [word.lower for word in follows][1:] == ["than"] and follows[0].tag in ("JJR", "RBR")


@frame_rule(
    reads={
        "Analysts saw a [3%] rise in sales.": {"change": "increase", "role": "by"},
        "An increase of [$5 million] was agreed.": {"change": "increase", "role": "by"},
        "It announced a cut to [$5 million].": {"change": "decrease", "role": "to"},
    },
    refuses=[
        "Sales of [$5 million] rose.",
        "He spoke at a rally of [several thousand students].",
        "The bank booked a gain of [$5 million] on the sale.",
        "The port handled two million boxes, a 6% increase, and [3 million tonnes] of grain.",
    ],
)
def move_noun(site: Site) -> Move | None:
    """The noun that has the number tells of a move: "a 3% rise", "an increase of $5 million"."""
    slot = site.slot
    noun = slot.anchor
    if noun is None or noun.pos not in NOUNS or slot.relation not in ("modifier", "prep", "appos") or slot.top.dep == "conj":
        return None
    while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.i > noun.i:
        noun = noun.head
    if not is_move_noun(noun) or (site.value.kind == "count" and noun.lemma in words("moves", "gatherings")):
        return None
    if site.value.kind == "count" and noun.lemma == site.value.unit:  # "two quarter-point cuts" are two of them
        return None
    if site.value.kind == "money" and noun.dep == "dobj" and noun.head.lemma in words("moves", "booked"):
        return None
    role: Role | None = "by"
    if slot.relation == "prep":
        role = "by" if slot.prep.lower == "of" else role_of(site)
    return None if role is None else Move(moves("nouns")[noun.lemma], role, noun)


@frame_rule(
    reads={
        "Exports grew at an annual rate of [5%].": {"change": "increase", "role": "by"},
        "Prices fell at a pace of [2%] in May.": {"change": "decrease", "role": "by"},
    },
    refuses=["It lends at a rate of [5%]."],
)
def at_a_rate(site: Site) -> Move | None:
    """The rate at which something moves: "grew at an annual rate of 5%"."""
    noun, prep = site.slot.anchor, site.slot.prep
    if noun is None or prep.lower != "of" or noun.lemma not in words("moves", "rates") or noun.dep != "pobj":
        return None
    verb = noun.head.head
    way = moves("verbs").get(verb.lemma) if noun.head.lower == "at" and verb.pos in VERBS else None
    return None if way is None else Move(way, "by", verb)


@frame_rule(
    reads={"Dow Jones 27,934.02 [-3.2%]": {"change": "decrease", "role": "by"}},
    refuses=["Growth fell to [-5.4%]."],
)
def signed(site: Site) -> Move | None:
    """A signed percentage without a verb, as in tables: "-5.44%"."""
    amount = site.value.amount
    if site.value.kind != "percent" or amount is None or not site.sign or site.verb is not None:
        return None
    return Move("increase" if site.sign == "+" else "decrease", "by", site.words[0])

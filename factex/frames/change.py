"""Change: whether the measure rose or fell, and whether a number is the move, the level after it or before it."""

from __future__ import annotations

from dataclasses import dataclass

from factex.frames.lexicon import is_move_noun, moves, particle, words
from factex.frames.machine import FrameRule, first, frame_rule
from factex.frames.scene import Site, gap
from factex.frames.syntax import NOUNS, VERBS, Word
from factex.records import Change, Role

_ROLES: dict[str, Role] = {
    "by": "by", "to": "to", "from": "from", "at": "to",
    "above": "to", "below": "to", "beneath": "to", "beyond": "to", "past": "to",
}  # fmt: skip


_FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


@dataclass(slots=True)
class Move:
    """`cue`: the word that tells the direction."""

    change: Change
    role: Role
    cue: Word


def _role(site: Site, bare: Role | None = "by") -> Role | None:
    """The role that the preposition before the number gives it; *bare* without one."""
    before = site.before
    if before is not None and before.lower in _ROLES:
        previous = _previous(site, before)
        return None if previous is not None and previous.lower in words("moves", "not_to") else _ROLES[before.lower]
    prep = site.slot.prep
    if prep is not None and prep.lower in _ROLES and prep.i < site.words[0].i:
        return _ROLES[prep.lower]
    return bare if prep is None or prep.lower in words("moves", "measuring") else None


@frame_rule(
    reads={
        "Brent closed at $60.73, down [2.74%].": {"change": "decrease", "role": "by"},
        "Shares ended [0.68%] higher.": {"change": "increase", "role": "by"},
        "The index edged up [0.2%].": {"change": "increase", "role": "by"},
        "The yield was 1.7%, down from [1.8%] a day earlier.": {"change": "decrease", "role": "from"},
        "Sales were $5 million, up from last year's [$4 million].": {"change": "increase", "role": "from"},
        "The index closed at 2596.72, off [17.01].": {"change": "decrease", "role": "by"},
    },
    refuses=["It paid up to [$5 billion].", "The defence gave up [21 points].", "It flew [200 miles] up in space."],
)
def beside_particle(site: Site) -> Move | None:
    """A direction word right beside the number: "down 2.74%", "0.68% higher", "down from 1.8%"."""
    found = moves("particles")
    before, after = _before_time(site), site.after
    if before is not None:
        role: Role = "from" if before.lower == "from" else "by"
        cue = _previous(site, before) if before.lower in ("from", "by") else before
        if cue is not None and cue.lower in found and not _of_another_verb(cue):
            return Move(found[cue.lower], role, cue)
    length = site.value.kind == "quantity" or (site.value.kind == "count" and site.value.unit != "point")
    if after is not None and (after.lower in ("higher", "lower") or (after.lower in ("up", "down") and not length)):
        return Move(found[after.lower], "by", after)
    return None


def _before_time(site: Site) -> Word | None:
    """The word before the number, and before the time it belongs to: "up from last year's $5"."""
    word = site.before
    if word is not None and word.lower in ("'s", "’s"):
        owner = _previous(site, word)
        if owner is not None and owner.mention is not None and site.scene.sites[owner.mention].temporal:
            return _previous(site, site.scene.sites[owner.mention].words[0])
    return word


def _of_another_verb(cue: Word) -> bool:
    """Whether a particle belongs to a verb that tells of no move: "gave up 12 points", "set up 20 schools"."""
    verb = cue.head.lemma
    return cue.dep == "prt" and verb not in moves("verbs") and verb not in words("moves", "either")


def _previous(site: Site, word: Word) -> Word | None:
    return site.scene.parse.words[word.i - 1] if word.i else None


@frame_rule(
    reads={
        "Sales rose [3%].": {"change": "increase", "role": "by"},
        "Sales fell to [$5 billion].": {"change": "decrease", "role": "to"},
        "The fund's value dropped from [$9 million] to $5 million.": {"change": "decrease", "role": "from"},
        "The economy grew at [5%].": {"change": "increase", "role": "by"},
        "The price dropped below [$50].": {"change": "decrease", "role": "to"},
        "Rival shares rose under [4%].": {"change": "increase", "role": "by"},
    },
    refuses=[
        "The firm raised [$5 million].",
        "The fund gained a stake of [5%].",
        "It doubled the [25%] tariff.",
        "A [2,000-foot]-high tower fell.",
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
    beside = particle(verb)
    if way is None or (beside is not None and verb.lemma in words("moves", "either")):
        way = beside if verb.lemma in words("moves", "either") else None
    if way is None:
        return None
    role = _role(site)
    if site.value.kind == "percent" and site.before is not None and site.before.lower == "at" and verb.lemma in moves("verbs"):
        role = "by"  # grew at 5%
    sum_of_money = site.value.kind == "money" and slot.prep is None and verb.lemma in words("moves", "sums")
    if role is None or sum_of_money or (slot.prep is None and (site.known or _compared(site))):
        return None
    return None if _no_level(site, verb) else Move(way, role, verb)


def _no_level(site: Site, verb: Word) -> bool:
    """Whether the number is how often something moved ("expanded three times") or what the size of its move is set beside.

    "Added 358,000 jobs in May, far above the 235,000 expected": a level stands right after its verb.
    """
    before = site.before
    beyond = before is not None and before.lower in ("above", "below") and before.i - verb.i > 2
    return beyond or site.words[-1].lower == "times"


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
    refuses=["Sales of [$5 million] rose.", "He spoke at a rally of [several thousand students]."],
)
def move_noun(site: Site) -> Move | None:
    """The noun that has the number tells of a move: "a 3% rise", "an increase of $5 million"."""
    slot = site.slot
    noun = slot.anchor
    if noun is None or noun.pos not in NOUNS or slot.relation not in ("modifier", "prep", "appos"):
        return None
    while noun.dep == "compound" and noun.head.pos in NOUNS and noun.head.i > noun.i:
        noun = noun.head
    if not is_move_noun(noun) or (site.value.kind == "count" and noun.lemma in words("moves", "gatherings")):
        return None
    role: Role | None = "by"
    if slot.relation == "prep":
        role = "by" if slot.prep is not None and slot.prep.lower == "of" else _role(site)
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
    if noun is None or prep is None or prep.lower != "of" or noun.lemma not in words("moves", "rates") or noun.dep != "pobj":
        return None
    verb = noun.head.head
    way = moves("verbs").get(verb.lemma) if noun.head.lower == "at" and verb.pos in VERBS else None
    return None if way is None else Move(way, "by", verb)


@frame_rule(
    reads={
        "The stock closed at [$185.25], up 0.35%.": {"change": "increase", "role": "to"},
        "The stock was up $3 to [$185.25].": {"change": "increase", "role": "to"},
        "Profit was [$5 million], down from $6 million.": {"change": "decrease", "role": "to"},
        "Copper was 4.5 cents higher at [$4.10] a pound.": {"change": "increase", "role": "to"},
        "Profit was $5 million, down 96% from [$14.1 billion].": {"change": "decrease", "role": "from"},
    },
    refuses=["The stock closed at [$185.25]."],
)
def level_of_move(site: Site) -> Move | None:
    """A level with its move beside it: "at $185.25, up 0.35%", "up 0.05% to $1.1075"."""
    found = moves("particles")
    all_words = site.scene.parse.words
    after = site.words[-1].i + 1
    # "per barrel" or a bracket may stand between the level and its comma
    for word in all_words[after : after + 6]:
        if word.lower in found and all_words[word.i - 1].text in (",", ")", "(", "-", "—", "–"):
            follows = all_words[word.i + 1] if word.i + 1 < len(all_words) else None
            if follows is not None and (
                follows.lower == "from" or follows.mention is not None or follows.dep == "quantmod" or follows.pos in ("SYM", "NUM")
            ):
                return Move(found[word.lower], "to", word)
        if word.mention is not None and site.scene.sites[word.mention].numeric:
            break
    before = site.before
    if before is not None and before.lower in ("to", "at", "from"):
        previous = _previous(site, before)
        if previous is not None and previous.lower in found:  # 4.5 cents higher at $4.10
            previous = _previous(site, previous)
        if previous is not None and previous.mention is not None and previous.mention != site.index:
            other = site.scene.sites[previous.mention]
            if other.numeric:
                move = beside_particle.find(other)
                if move is not None and move.role in ("by", "from"):
                    return Move(move.change, "from" if before.lower == "from" else "to", move.cue)
    return None


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


@frame_rule(
    reads={"Gas shares fell 8.5 pence to close at [185 pence].": {"change": "decrease", "role": "to"}},
    refuses=["Gas shares closed at [185 pence]."],
)
def close_of_move(site: Site) -> Move | None:
    """The level at which a move ends: "fell 8.5 pence to close at 185 pence"."""
    verb, before = site.verb, site.before
    if verb is None or before is None or before.lower != "at" or verb.lemma not in words("moves", "either"):
        return None
    mover = verb.head
    way = moves("verbs").get(mover.lemma) if verb.dep in ("advcl", "xcomp") and mover.pos in VERBS else None
    return None if way is None else Move(way, "to", verb)


@frame_rule(
    reads={
        "The notes yield 2.252%, from [2.293%] on Monday.": {"change": "decrease", "role": "from"},
        "Profit was [$5 million], from $4 million a year earlier.": {"change": "increase", "role": "to"},
    },
    refuses=["Sales rose [3%] in May from $4 million in April."],
)
def compared(site: Site) -> Move | None:
    """Two amounts of one unit, the second with "from": the larger tells the way."""
    sites = site.scene.sites
    after = sites[site.index + 1] if site.index + 1 < len(sites) else None
    one, other = (site.beside, site) if site.beside is not None else (site, after)
    if other is None or other.beside is not one or other.before is None or other.before.lower != "from":
        return None
    a, b = one.value.amount, other.value.amount
    if a is None or b is None or a == b or one.value.unit != other.value.unit:
        return None
    return Move("increase" if a > b else "decrease", "to" if site is one else "from", other.before)


@frame_rule(
    reads={
        "The range climbed from 21 miles combined to [23] for hybrids.": {"change": "increase", "role": "to"},
    },
    refuses=["Sales rose from $3 million in May, and it moved to [$5 million] loans."],
)
def end_of_move(site: Site) -> Move | None:
    """The level after a move whose start is the number before: "from 21 miles combined to 23"."""
    before, sites = site.before, site.scene.sites
    earlier = next((sites[k] for k in range(site.index - 1, -1, -1) if sites[k].numeric), None)
    if before is None or before.lower != "to" or earlier is None or earlier.before is None or earlier.before.lower != "from":
        return None
    between = site.scene.parse.words[earlier.words[-1].i + 1 : before.i]
    if earlier.value.unit != site.value.unit or any(word.tag in _FINITE for word in between):
        return None
    found = first(CHANGE_RULES, earlier)
    return None if found is None or found[1].role != "from" else Move(found[1].change, "to", found[1].cue)


@frame_rule(
    reads={
        "Imports fell to $9 billion and exports to [$5 billion].": {"change": "decrease", "role": "to"},
        "Imports rose $3 million and exports [$5 million].": {"change": "increase", "role": "by"},
        "Wheat rose 3%, corn 4% and rice [5%].": {"change": "increase", "role": "by"},
    },
    refuses=["Sales rose $3 million and profit was [$5 million]."],
)
def move_left_out(site: Site) -> Move | None:
    """The move of the number before, where the verb is left out: "imports fell to $9 billion and exports to $5 billion"."""
    if gap(site) is None:
        return None
    before = site.scene.sites[site.index - 1]
    earlier = move_verb.find(before) or move_left_out.find(before)
    role = _role(site)
    return None if earlier is None or role is None else Move(earlier.change, role, earlier.cue)


@frame_rule(
    reads={
        "The firm is going from [1000] to 2000 hires this year.": {"change": "increase", "role": "from"},
        "The firm is going from 1000 to [2000 hires] this year.": {"change": "increase", "role": "to"},
        "That takes its stake from [12%] to 9%.": {"change": "decrease", "role": "from"},
    },
    refuses=["Flights from [5 airports] to 20 cities stopped."],
)
def from_one_to_another(site: Site) -> Move | None:
    """Two levels after a verb that only says that things move: "went from 12 to 20", "took its stake from 12% to 9%"."""
    sites, before = site.scene.sites, site.before
    if before is None or before.lower not in ("from", "to"):
        return None
    place = site.index if before.lower == "from" else site.index - 1
    if not 0 <= place < len(sites) - 1:
        return None
    start, end = sites[place], sites[place + 1]
    a, b = start.value.amount, end.value.amount
    linked = start.before is not None and start.before.lower == "from" and end.before is not None and end.before.lower == "to"
    verb = start.verb
    if not linked or a is None or b is None or a == b or start.value.unit != end.value.unit or verb is None:
        return None
    if verb.lemma not in words("moves", "either") | words("moves", "causes"):
        return None
    return Move("increase" if a < b else "decrease", "from" if site is start else "to", verb)


CHANGE_RULES: tuple[FrameRule[Site, Move], ...] = (
    move_left_out,
    signed,
    at_a_rate,
    beside_particle,
    level_of_move,
    close_of_move,
    compared,
    move_verb,
    move_noun,
    from_one_to_another,
    end_of_move,
)

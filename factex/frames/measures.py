"""Measures in noun phrases: what a number measures where a noun has it, before it, after it or as its share."""

from __future__ import annotations

from factex.frames.clauses import measured_subject
from factex.frames.lexicon import codes, is_level_verb, is_move_noun, is_move_verb, roles, words
from factex.frames.machine import frame_rule
from factex.frames.owners import (
    Part,
    acting_on,
    by_agent,
    complement,
    doer,
    is_prepositional,
    named_before,
    of_measure,
    of_thing,
    possessor,
)
from factex.frames.scene import Site
from factex.frames.syntax import NO_WORD, NOUNS, VERBS, Word, compounded, subject_of


@frame_rule(
    reads={
        "The fund sold [60%] of its shares.": {"measure": "shares", "subject": "fund"},
        "Acme Corp bought [$125 million] worth of steel.": {"measure": "steel", "subject": "Acme Corp"},
        "Germany paid [$3 billion] in damages.": {"measure": "damages", "subject": "Germany"},
        "Exports account for [18%] of its output.": {"measure": "output", "subject": "Exports"},
        "Lund fears tariffs on [$5 billion] in Chinese goods.": {"measure": "Chinese goods", "subject": "China"},
    },
    refuses=["Sales rose [3%] in Germany.", "Sales rose by [3%]."],
)
def share_of_whole(site: Site) -> Part | None:
    """A share or an amount of something: "14% of voters", "$3 billion in damages", "$125 million worth of steel"."""
    whole = _whole(site)
    if whole is None or _is_level(site):
        return None
    verb, slot = site.verb, site.slot
    if slot.relation == "subject":
        return Part(whole, _taker(verb) or possessor(whole) or whole, verb)
    noun = slot.anchor
    owner = _named_part(site, verb) or possessor(whole)
    if owner is None and noun is not None and noun.pos in NOUNS:
        agent = noun if noun.lemma in words("figures", "agents") else None  # holders of 45% of the bonds
        owner = agent or possessor(noun) or named_before(whole) or acting_on(noun, verb) or whole
    # "a survey found 81% of firms": the share is not the survey's
    told = verb is None or codes("sources").get(verb.lemma, "Uu") != "Uu"
    return Part(whole, owner or (None if told else doer(verb)) or of_measure(whole, None).subject, verb)


@frame_rule(
    reads={
        "Lee won 52% of the vote to Lund's [45%].": {"measure": "vote", "subject": "Lund"},
        "The company posted its [$3 billion] in sales.": {"measure": "sales", "subject": "company"},
    },
    refuses=["Lund's [45%] stake is for sale."],
)
def owned_number(site: Site) -> Part | None:
    """A number that is somebody's: "52% of the vote to Lund's 45%"."""
    owner = possessor(site.root)
    if owner is None or owner.mention is not None:
        return None
    earlier = _alike(site)
    share = share_of_whole.find(site) or (share_of_whole.find(earlier) if earlier is not None else None)
    return Part(share.measure if share is not None else None, owner, site.verb)


@frame_rule(
    reads={
        "Volta is [30 percent]-owned by Orion.": {"measure": "Volta", "subject": "Orion"},
        "Volta is [60%] owned by the state.": {"measure": "Volta", "subject": "state"},
    },
    refuses=["Orion owns [30%] of Volta."],
)
def owned_share(site: Site) -> Part | None:
    """How much of a company somebody has: "30%-owned by Orion"."""
    owned = site.root.head
    if site.value.kind != "percent" or owned.lower not in ("owned", "held", "controlled") or owned.i < site.root.i:
        return None
    whole = owned.head if owned.dep == "amod" else subject_of(owned)
    return None if whole is None or whole.bare else Part(whole, by_agent(owned) or possessor(whole) or whole, owned)


def _is_level(site: Site) -> bool:
    """Whether a share only tells how high something stands: "cut its deficit to 4.7% of output"."""
    prep, anchor = site.slot.prep.lower, site.slot.anchor
    if anchor is None or anchor.pos not in VERBS:
        return False
    return prep in ("to", "at") or (prep == "from" and is_move_verb(anchor))  # not "came from its $2 billion in cash reserves"


def _named_part(site: Site, verb: Word | None) -> Word | None:
    """The part that a verb says is so much of the whole: "exports account for 18% of its output"."""
    if verb is None or verb.lemma not in words("figures", "parts") or site.value.kind != "percent":
        return None
    part = subject_of(verb) if site.slot.relation in ("verb", "prep") else None
    return part if part is not None and part.mention is None else None


def _whole(site: Site) -> Word | None:
    """The noun after the number that it is a share or an amount of."""
    after, whole = site.after, None
    distant = site.is_distance and site.value.kind == "quantity"
    if after.lower == "of" and not distant:
        whole = after.child("pobj")
        if whole is not None and whole.lower in ("them", "which", "whom"):
            whole = _antecedent(site, whole) or whole
    elif after.lower == "worth":
        whole = complement(after, "of")
    elif after.lower == "in" and site.value.kind in ("money", "quantity"):
        whole = None if _is_property(site) else _material(after.child("pobj"))
    elif after.text == "(" and site.value.kind == "quantity":
        whole = complement(site.root, "of")  # 450 Nm (332 lb-ft) of torque
    elif after.text == "," and after.next.lower == "or" and (other := _coordinated(site)) is not None:
        both = site.value.kind == other.value.kind == "quantity"  # 12 tons, or 11 tonnes, of water
        whole = complement(other.root, "of") if both else None
    elif after.lower in ("and", "or") and (other := _coordinated(site)) is not None:
        whole = _whole(other) if other.value.unit == site.value.unit else None
    return whole if whole is not None and not whole.bare and whole.pos in NOUNS else None


@frame_rule(
    reads={
        "Lightning struck a ridge [15 km] west of Dayton.": {"measure": None, "subject": "ridge"},
        "The crash happened [20 miles] north-east of Dayton.": {"measure": None, "subject": "crash"},
    },
    refuses=["The ridge rises [15 km].", "The storm took [20 minutes]."],
)
def distance(site: Site) -> Part | None:
    """How far away something is: what stands before the number, or what its clause tells of."""
    if site.value.kind != "quantity" or not site.is_distance:
        return None
    near = site.before if site.before.pos in NOUNS else None
    return Part(None, near or (subject_of(site.verb) if site.verb is not None else None), site.verb)


def _antecedent(site: Site, pronoun: Word) -> Word | None:
    """What a pronoun takes up right before the number: "300 adults in Spain, 61% of whom were women"."""
    last = site.before.previous if site.before.text == "," else NO_WORD
    nouns = [w for w in (last, *last.climb()) if w.pos in ("NOUN", "PROPN") and w.i < site.words[0].i]
    return next((w for w in nouns if pronoun.lower == "which" or w.tag == "NNS"), None)


def _coordinated(site: Site) -> Site | None:
    """The number right after "and" or "or" that this one is coordinated with: "71 kWh and 95 kWh of storage"."""
    other = site.following
    joint = site.after.next if site.after.text == "," else site.after
    return other if other is not None and other.before is joint and other.root.dep == "conj" and other.numeric else None


def _is_property(site: Site) -> bool:
    """Whether a quantity is what its subject has, not an amount of something: "the speed is 300 m/s in dry air"."""
    verb = site.slot.anchor
    return site.value.kind == "quantity" and site.slot.relation == "verb" and verb is not None and is_level_verb(verb)


def _material(noun: Word | None) -> Word | None:
    """What an amount "in" something consists of: "$3 billion in damages", but not in Germany, in May or in cash."""
    if noun is None or noun.pos != "NOUN" or noun.ent in ("GPE", "LOC", "DATE", "ORG", "FAC", "EVENT"):
        return None
    named = any(c.dep in ("det", "poss") for c in noun.left)
    return None if named or noun.lemma in words("figures", "manners") else noun


def _taker(verb: Word | None) -> Word | None:
    """The part that a share falls to: "30% of the votes went to the Greens"."""
    if verb is None or verb.lemma not in words("verbs", "falling"):
        return None
    return complement(verb, "to", "from")


@frame_rule(
    reads={
        "He fears the [26%] tariffs the U.S. imposed on South Korea.": {"measure": "tariffs", "subject": "U.S."},
        "The city won a [$5.1 million] grant.": {"measure": "grant", "subject": "city"},
        "The shares sell at only [9.2 times] earnings.": {"measure": "earnings", "subject": "shares"},
        "Analysts saw a [3%] rise in sales.": {"measure": "sales", "change": "increase", "role": "by"},
        "The climber fell from a [30-meter] tower.": {"measure": "tower", "subject": "tower"},
    },
    refuses=["Sales rose [3%].", "It sold [60%] of its shares."],
)
def noun_modifier(site: Site) -> Part | None:
    """A number before the noun it measures: "the 26% tariffs", "a $5.1 million grant", "a 3% rise in sales"."""
    slot = site.slot
    if slot.relation != "modifier" or slot.anchor is None or slot.anchor.mention is not None or slot.anchor.i < site.words[0].i:
        return None
    return _of_noun(site, compounded(slot.anchor))


def _is_bare(site: Site, noun: Word) -> bool:
    """Whether a noun only tells what another is of, which has the number: "a chance of rain of 40%"."""
    of = noun.head.lower == "of" == site.slot.prep.lower
    return of and noun.tag == "NN" and not noun.left and any(c.dep == "det" for c in noun.head.head.left)


def _of_noun(site: Site, noun: Word) -> Part:
    """Measure and subject where *noun* has the number."""
    verb = site.verb
    if is_move_noun(noun):
        moved = complement(noun, "in", "of", "for", "to") or _moved_after(site) or _moved_before(noun) or _apposed_to(noun)
        if moved is not None:
            part = of_measure(moved, None, verb)
            posts = part.owned and verb is not None and verb.lemma in words("verbs", "posting")
            who = doer(verb) if posts else None  # "Acme posted a 9% fall in sales"
            return part if who is None or who.lemma in roles("observer") else Part(moved, who, verb)
        same = _moved_again(site, verb)
        if same is not None:
            return same
    mover = subject_of(verb) if verb is not None and (_is_extreme(noun) or _is_earlier(noun, verb)) else None
    if mover is not None:
        return of_measure(mover, None, verb)
    if site.value.kind == "quantity" and site.slot.relation == "modifier":
        return of_measure(noun, verb, verb) if _is_had(noun, verb) else of_thing(noun, verb)
    return of_measure(noun, verb, verb)


def _is_earlier(noun: Word, verb: Word) -> bool:
    """Whether a noun tells the move before that of its clause: "prices were flat after a 3% gain in May"."""
    after = noun.dep == "pobj" and noun.head.lower in ("after", "following") and noun.head.head is verb
    return after and is_move_noun(noun) and (is_move_verb(verb) or is_level_verb(verb)) and verb.child("dobj") is None


def _is_extreme(noun: Word) -> bool:
    """Whether a noun only tells how far something went: "shares hit a high of $5"."""
    return noun.lemma in words("figures", "extremes") and noun.dep in ("dobj", "pobj") and possessor(noun) is None


def _is_had(noun: Word, verb: Word | None) -> bool:
    """Whether who acts has a thing of some size: "the phone has a 5-inch screen"; not "fell from a 30-meter tower"."""
    if verb is None or any(c.dep == "acl" for c in noun.right):
        return False  # "a 5-litre engine tuned by Volta"
    if noun.lemma in words("figures", "journeys"):
        return True
    if noun.dep == "pobj":
        return noun.head.lower in ("by", "with")
    return verb.lemma not in words("verbs", "handling")


def _moved_again(site: Site, verb: Word | None) -> Part | None:
    """What a clause has told the move of before this one: "exports rose 3% after a 2% drop in April"."""
    earlier = _alike(site)
    if earlier is None or earlier.verb is None or verb is None:
        return None
    told = subject_of(verb)
    return measured_subject.find(earlier) if told is not None and told is subject_of(earlier.verb) else None


def _alike(site: Site) -> Site | None:
    """The last number of the same unit before this one."""
    return next((s for s in reversed(site.scene.sites[: site.index]) if s.numeric and s.value.unit == site.value.unit), None)


def _moved_after(site: Site) -> Word | None:
    """What moved, where the parser hangs it on the number: "a fall of 3% in the oil price"."""
    return complement(site.root, "in") if site.slot.relation == "prep" else None


def _apposed_to(noun: Word) -> Word | None:
    """What moved, where the noun of the move stands beside it: "a profit of $6 million, a 20% jump"."""
    head = noun.head
    return head if noun.dep == "appos" and head.pos == "NOUN" and head.mention is None else None


def _moved_before(noun: Word) -> Word | None:
    """What moved, where it stands before the noun of the move: "the share price increase"."""
    before = [c for c in noun.left if c.dep == "compound" and c.mention is None and c.pos == "NOUN"]
    return before[-1] if before else None


@frame_rule(
    reads={
        "The company posted a loss of [$63 million].": {"measure": "loss", "subject": "company"},
        "It sees sales growth of [1.8%].": {"measure": "sales growth"},
        "A fall of [3%] in the oil price helped.": {"measure": "oil price", "change": "decrease", "role": "by"},
        "The plan comes at a cost of [$5 billion].": {"measure": "cost", "subject": "plan"},
        "Lund likes a pump with [900 watts].": {"measure": None, "subject": "pump"},
        "Orion passed Volta as the richest club, with revenue of [$5 million].": {"measure": "revenue", "subject": "Orion"},
        "Acme reported a loss of $6 million, compared with a profit of [$5 million].": {"measure": "profit", "subject": "Acme"},
        "Acme pays a dividend of $2, compared with [$3] last year.": {"measure": "dividend", "subject": "Acme"},
    },
    refuses=["Sales rose by [3%]."],
)
def noun_complement(site: Site) -> Part | None:
    """A number after the noun it measures: "growth of 1.8%", "at a cost of $5 billion", "a contract worth $2 million"."""
    slot = site.slot
    noun = slot.anchor
    if slot.relation == "adverb" and noun is not None and noun.lemma == "worth" and noun.head.pos in NOUNS:
        noun = noun.head
    elif slot.relation == "appos":
        if noun is None or noun.i > site.words[0].i:
            return None
    elif slot.relation != "prep":
        return None
    if (
        noun is not None
        and noun.dep == "pobj"
        and noun.head.head.pos in NOUNS
        and (noun.head.lower == "per" or _is_bare(site, noun))
    ):
        noun = noun.head.head  # earnings per share of $2, a margin of error of 3%
    if noun is None or noun.pos not in ("NOUN", "PROPN") or noun.mention is not None or is_prepositional(noun):
        return None
    # As in "a pump with 900 watts" and "with the Greens on 14%".
    if (slot.prep.lower == "with" and site.beside is None) or (slot.prep.lower in ("at", "on") and noun.pos == "PROPN"):
        return Part(None, possessor(noun) or noun, site.verb)
    return _of_noun(site, noun)

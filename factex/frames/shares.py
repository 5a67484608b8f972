"""Shares: what a number is a part or an amount of, and who has that part."""

from __future__ import annotations

from dataclasses import replace

from factex.frames.comparisons import alike, past_degree
from factex.frames.lexicon import codes, is_figure, is_level_verb, is_move_verb, words
from factex.frames.machine import frame_rule
from factex.frames.owners import Part, acting_on, by_agent, complement, doer, named_before, of_measure, possessor
from factex.frames.scene import Site
from factex.frames.syntax import ACTORS, NO_WORD, NOUNS, VERBS, Word, subject_of


@frame_rule(
    reads={
        "The fund sold [60%] of its shares.": {"measure": "shares", "subject": "fund"},
        "Acme Corp bought [$125 million] worth of steel.": {"measure": "steel", "subject": "Acme Corp"},
        "Germany paid [$3 billion] in damages.": {"measure": "damages", "subject": "Germany"},
        "The deal saves Acme [$5 million] a year in taxes.": {"measure": "taxes", "per": "year"},
        "Exports account for [18%] of its output.": {"measure": "output", "subject": "Exports"},
    },
    refuses=["Sales rose [3%] in Germany.", "Sales rose by [3%]."],
)
def share_of_whole(site: Site) -> Part | None:
    """A share or an amount of something: "14% of voters", "$3 billion in damages", "$125 million worth of steel"."""
    whole_sum = alike(site) if site.value.kind == "money" and (site.after.lower, site.after.next.lower) == ("of", "which") else None
    if site.before.text == "," and (site.after.lower, site.after.next.lower) == ("of", "it"):
        sums = (s for s in reversed(site.scene.sites[: site.index]) if s.value.kind == "money")
        whole_sum = next(sums, None)  # "a charge of $5 million, a third of it in cash"
    if whole_sum is not None:
        return replace(whole_sum.part, predicate=site.verb)  # "$3 million of costs at its plant, $1 million of which was paid"
    whole, other = _whole(site), site.beside
    compared = site.before.previous.lower == "compared" or site.before.lower in ("against", "versus")
    compared |= site.before.lower == "from" and past_degree(site.before.previous).lower in ("down", "up")  # ", up from 31% in 2019"
    share = site.value.unit == "percent" and other is not None and compared
    if whole is None and other is not None and share and _rival(site) is None:
        return share_of_whole.find(other)  # "owns 40% of Acme, compared with 34% in 2020"
    if whole is None or _is_level(site):
        return None
    verb, slot = site.verb, site.slot
    deed = whole.child("acl") if slot.prep.lower == "with" and slot.prep.previous.text in ("", ",") else None
    if slot.relation == "subject" or deed is not None:  # "With 98% of precincts reporting, Lund led"
        verb = deed or verb
        return Part(whole, _taker(verb) or possessor(whole) or whole, verb)
    noun = slot.anchor
    owner = _named_part(site, verb) or possessor(whole) or (_payer(site, verb) if site.after.lower == "in" else None)
    if owner is None and noun is not None and noun.pos in NOUNS:
        agent = noun if noun.lemma in words("figures", "agents") else _home(noun)  # holders of 45% of the bonds
        owed = slot.prep.lower == "of" and noun.lemma in ("debt", "deficit", "surplus")  # "a deficit of 4% of output"
        owner = agent or possessor(noun) or (noun if owed else None) or named_before(whole) or acting_on(noun, verb) or whole
    # "a survey found 81% of firms": the share is not the survey's; but police who found 5 kg of hashish have it
    held = verb is not None and verb.lemma in words("verbs", "handling") and site.value.kind == "quantity"
    given = verb is not None and verb.lemma in words("cues", "plans")  # "donors pledged $5 million in loans"
    # "Acme posted $5 million in sales"
    posted = verb is not None and verb.lemma in words("verbs", "posting") and is_figure(whole.lemma)
    told = verb is None or (codes("sources").get(verb.lemma, "Uu") != "Uu" and not (held or given or posted))
    return Part(whole, owner or (None if told else doer(verb)) or of_measure(whole, None).subject, verb)


@frame_rule(
    reads={
        "Lee won 52% of the vote to Lund's [45%].": {"measure": "vote", "subject": "Lund"},
        "Lee won 52% of the vote, compared to [45%] for Lund.": {"measure": "vote", "subject": "Lund"},
        "The company's [$3 billion] in sales fell short.": {"measure": "sales", "subject": "company"},
    },
    refuses=["Lund's [45%] stake is for sale."],
)
def owned_number(site: Site) -> Part | None:
    """A number that is somebody's: "52% of the vote to Lund's 45%"."""
    earlier = alike(site)
    genitive = site.before.tag == "POS" and site.before.head is site.root.head  # "and Leeds's $5 million"
    owner = possessor(site.root) or (site.root.head if genitive else None) or (_rival(site) if earlier is not None else None)
    if owner is None or owner.mention is not None:
        return None
    share = share_of_whole.find(site) or (earlier.part if earlier is not None else None)
    apart = share is None or (
        share.measure is share.subject and _whole(site) is None
    )  # "Labour is on 44%, with 30% for the Tories"
    return Part(None if apart or share is None else share.measure, owner, site.verb)


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
    if site.value.kind != "percent" or owned.lower not in ("owned", "held", "controlled"):
        return None
    whole = owned.head if owned.dep == "amod" else subject_of(owned)
    return None if whole is None else Part(whole, by_agent(owned) or whole, owned)


def _rival(site: Site) -> Word | None:
    """Who has a share that is set beside that of another: "52% of the vote, to 45% for Lund and 3% for Berg"."""
    rival = complement(site.root, "for") if site.value.kind == "percent" else None
    beside = site.before.lower in ("against", "versus") and rival is not None and any(c.lower == "the" for c in rival.left)
    return rival if rival is not None and (beside or rival.ent in ACTORS or rival.pos == "PROPN") else None


def _payer(site: Site, verb: Word | None) -> Word | None:
    """Who loses or saves a sum, and so has what it consists of: "costing the university $5 million in lost fees"."""
    payer = verb.child("dative", "dobj") if verb is not None and verb.lemma in words("verbs", "costing") else None
    return payer if payer is not None and payer.i < site.words[0].i and payer.mention is None else None


def _home(noun: Word) -> Word | None:
    """What is the home of a share: "Peru, home to 70% of the glaciers"."""
    above = noun.head if noun.lemma == "home" else None
    return above if above is None or above.pos in NOUNS else subject_of(above)


def _is_level(site: Site) -> bool:
    """Whether a share only tells how high something stands: "cut its deficit to 4.7% of output"."""
    anchor = site.slot.anchor
    prep = site.slot.prep.lower
    if anchor is not None and anchor.lemma in words("figures", "parts"):
        return False  # "they accounted for most, at 17% of the total"
    told = anchor is not None and anchor.pos in VERBS and (prep in ("to", "at") or (prep == "from" and is_move_verb(anchor)))
    who = subject_of(anchor) if told and anchor is not None and anchor.child("dobj") is None else None
    return told and (who is None or who.pos != "PROPN")  # but "the Greens fell to 17% of the vote"


def _named_part(site: Site, verb: Word | None) -> Word | None:
    """The part that a verb says is so much of the whole: "exports account for 18% of its output"."""
    if verb is None or verb.lemma not in words("figures", "parts") or site.value.kind != "percent":
        return None
    part = subject_of(verb) if site.slot.relation in ("verb", "prep") else None
    return part if part is not None and part.mention is None else None


def _whole(site: Site, *, back: bool = True) -> Word | None:
    """The noun after the number that it is a share or an amount of; *back*: or behind one before that it is like."""
    after, whole = site.after, None
    if after.lower in ("a", "an", "per") and after.next.next.lower == "in":
        after = after.next.next  # "saves $5 million a year in costs"
    if after.lower == "of":
        whole = after.child("pobj")
        if whole is not None and whole.lower in ("them", "which", "whom"):
            whole = _antecedent(site, whole) or whole
    elif after.lower == "worth":
        whole = complement(after, "of")
    elif after.lower == "in" and site.value.kind in ("money", "quantity"):
        whole = None if _is_property(site) else _material(after.child("pobj"))
    elif after.text == "(" and site.value.kind == "quantity":
        whole = complement(site.root, "of")  # 450 Nm (332 lb-ft) of torque
    elif after.text == "," and after.next.lower == "or" and (other := site.following) is not None and other.root.dep == "conj":
        both = site.value.kind == other.value.kind in ("money", "quantity")  # 12 tons, or 11 tonnes, of water
        whole = complement(other.root, "of") if both and other.before is after.next else None
    elif after.lower in ("and", "or") and site.before.lower != "of" and (other := _coordinated(site)) is not None:
        whole = _whole(other, back=False) if other.value.unit == site.value.unit else None
    alone = back and site.value.kind == "percent" and site.slot.relation == "subject" and site.beside is None
    earlier = alike(site) if alone else None
    if whole is None and earlier is not None and earlier.slot.relation == "subject" and after.lower != "of":
        return _whole(earlier)  # "45% of voters want him, while 44% want her"
    return whole if whole is not None and not whole.bare and whole.pos in NOUNS else None


def _antecedent(site: Site, pronoun: Word) -> Word | None:
    """What a pronoun takes up right before the number: "300 adults in Spain, 61% of whom were women"."""
    last = site.before.previous if site.before.text == "," else NO_WORD
    nouns = [w for w in (last, *last.climb()) if w.pos in ("NOUN", "PROPN")]
    return next((w for w in nouns if pronoun.lower == "which" or w.tag == "NNS"), None)


def _coordinated(site: Site) -> Site | None:
    """The number right after "and" or "or" that this one is coordinated with: "71 kWh and 95 kWh of storage"."""
    other = site.following
    return other if other is not None and other.before is site.after and other.root.dep == "conj" else None


def _is_property(site: Site) -> bool:
    """Whether a quantity is what its subject has, not an amount of something: "the speed is 300 m/s in dry air"."""
    verb = site.slot.anchor
    return site.value.kind == "quantity" and site.slot.relation == "verb" and verb is not None and is_level_verb(verb)


def _material(noun: Word | None) -> Word | None:
    """What an amount "in" something consists of: "$3 billion in damages", but not in Germany, in May, in cash or in two stages."""
    if noun is None or noun.pos != "NOUN" or noun.mention is not None or noun.ent in ("GPE", "LOC", "DATE", "ORG", "FAC", "EVENT"):
        return None
    named = any(c.dep in ("det", "poss") for c in noun.left)
    return None if named or noun.lemma in words("figures", "manners") else noun


def _taker(verb: Word | None) -> Word | None:
    """The part that a share falls to: "30% of the votes went to the Greens"."""
    if verb is None or verb.lemma not in words("verbs", "falling"):
        return None
    return complement(verb, "to", "from")

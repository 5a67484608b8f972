"""Measures in trades: what is bought, sold or paid for with a number."""

from __future__ import annotations

from factex.frames.clauses import verb_of
from factex.frames.gains import is_along, is_step
from factex.frames.lexicon import codes, is_move_noun, roles, words
from factex.frames.machine import frame_rule
from factex.frames.measures import kind_of, of_noun
from factex.frames.owners import Part, by_agent, complement, doer, figure_of, of_measure, possessor, recipient
from factex.frames.phrases import is_prepositional
from factex.frames.scene import Site
from factex.frames.syntax import AUXILIARIES, Word, is_passive, relative_head, subject_of


@frame_rule(
    reads={
        "Lund bought a cello for [$1,200].": {"measure": "cello", "subject": "Lund", "predicate": "buy"},
        "The property was sold for [$3 million].": {"measure": "property"},
        "The plant that Acme bought for [$5 million] closed.": {"measure": "plant", "subject": "Acme"},
        "The dress sold for [$5,000] at auction.": {"measure": "dress"},
        "The deal values the startup at [$5 billion].": {"measure": "startup", "subject": "startup"},
        "Acme sold 300 old vans at [$5,000] each.": {"measure": "old vans", "subject": "Acme"},
    },
    refuses=[
        "Sales rose [3%].",
        "The club sold him for [£3m].",
        "Seoul pays [$5 billion] for defense.",
        "Lund sued the bank for [$3 million].",
    ],
)
def traded_object(site: Site) -> Part | None:
    """What is bought, sold or done for a number: "bought a cello for $1,200", "the property was sold for $3 million"."""
    slot, verb = site.slot, verb_of(site)
    linked = slot.anchor is not None and is_prepositional(slot.anchor)  # "he was held in lieu of $5 million"
    saved = verb is not None and verb.lemma in words("verbs", "costing")  # "saves the customer around $5"
    if verb is None or slot.relation in ("appos", "verb") or linked or saved or site.set_beside():
        return None
    obj = _object(site, verb)
    if obj is not None and is_move_noun(obj):
        return of_noun(site, obj)  # "posted a rise in profit to $5 million"
    if obj is not None:
        judged = verb.lemma in words("figures", "judged") or (slot.prep.lower == "at" and verb.lemma in words("cues", "at"))
        return of_measure(obj, None, verb) if judged else Part(obj, possessor(obj) or doer(verb) or obj, verb)
    goods, thing = _goods(site, verb), _traded(site, verb)
    if goods is not None or thing is None or thing.bare:
        return goods
    if relative_head(verb) is thing and verb.lemma not in words("figures", "judged") | {"put"}:
        return Part(thing, possessor(thing) or doer(verb), verb)
    part = of_measure(thing, None, verb)
    work = complement(thing, "by") is not None or (part.subject is not None and part.subject.ent == "PERSON")
    owner = (possessor(thing) or thing) if work else part.subject  # "a work by Ann Lund", "a Turner watercolour": no owner's
    part.subject = by_agent(verb) or owner
    return part


def _goods(site: Site, verb: Word) -> Part | None:
    """Counted goods that change hands at a price: "sold 300 vans at $5,000 each"."""
    goods = site.scene.site_of(verb.child("dobj") or verb)
    priced = goods is not None and goods.value.kind == "count" and goods.value.unit and site.slot.prep.lower in ("at", "for")
    return Part(None, doer(verb), verb, kind_of(goods)) if priced and goods is not None else None


def _object(site: Site, verb: Word) -> Word | None:
    """The object that the number is told of."""
    obj, prep = verb.child("dobj"), site.slot.prep.lower
    if obj is None or obj.mention is not None or obj.i > site.words[0].i or verb.lemma in words("verbs", "asking", "joining"):
        return None  # the object of asking is whom it is asked of
    passed = prep == "at" and site.value.kind == "quantity"  # "they crossed the line at 40 mph"
    won = prep == "by" and (verb.lemma in words("verbs", "winning") or obj.pos == "PROPN")  # "Lund won the county by 3%"
    named = obj.pos in ("NOUN", "PROPN") or (obj.lower in ("it", "them") and prep not in ("above", "below"))
    vague = obj.lemma in words("figures", "holders") and figure_of(obj) is not None  # "spend an average of $5 on gifts, up from $4"
    return obj if named and not (passed or won or vague or is_step(obj) or is_along(site) or _changes_hands(verb)) else None


def _changes_hands(verb: Word) -> bool:
    """Whether what a verb tells of gets another owner: "the house changed hands for $3 million"."""
    obj = verb.child("dobj")
    return verb.lemma == "change" and obj is not None and obj.lower == "hands"


def _traded(site: Site, verb: Word) -> Word | None:
    """What is traded where it is no object: "was sold for", "the dress sold for", "the plant that Acme bought for"."""
    if site.slot.relation != "prep":
        return None
    reduced = verb.tag == "VBN" and not any(c.dep in AUXILIARIES for c in verb.left)  # "damage put at $5 million"
    sold = verb.lemma in words("verbs", "selling") and verb.child("dobj") is None  # not "the club sold him for £3m"
    priced = site.slot.prep.lower in ("at", "for") and (reduced or sold or _changes_hands(verb))
    if (is_passive(verb) and site.slot.prep.lower != "with" and verb.lemma != "entitle") or priced:
        return subject_of(verb)
    related = verb.child("dobj")
    judging = words("figures", "judged") | {"put"}
    if site.slot.prep.lower == "at" and verb.dep == "relcl" and related is None and verb.lemma in judging:
        return verb.head  # "at a cost the union puts at $45"
    return relative_head(verb) if related is not None and related.tag == "WDT" else None


@frame_rule(
    reads={
        "The cut comes on top of the [$3 million] that Acme has saved.": {"subject": "Acme", "predicate": "save"},
        "The tax is lower than the [20%] that voters pay in Oslo.": {"measure": None, "subject": "voters", "predicate": "pay"},
    },
    refuses=["The [$3 million] that went missing is back.", "It rose to the [$3 million] that Acme had forecast."],
)
def of_clause(site: Site) -> Part | None:
    """A number with a clause of its own: "the $3 million that Acme has saved"."""
    clause = site.root.child("relcl")
    who = clause.child("nsubj") if clause is not None else None
    told = clause is not None and clause.lemma not in codes("sources") and site.slot.relation != "verb"
    return Part(None, who, clause) if told and who is not None and who.tag not in ("WDT", "WP") else None


@frame_rule(
    reads={
        "Seoul pays [$5 billion] annually for joint defense costs.": {
            "measure": "joint defense costs",
            "subject": "Seoul",
            "per": "year",
            "predicate": "pay",
        },
        "The bank raised [$5 million] from savers.": {"measure": None, "subject": "bank", "change": None},
        "The state collects [$5 million] from the tax.": {"measure": "tax", "subject": "state"},
        "The fund poured [$5 million] into the plant.": {"measure": "plant", "subject": "fund"},
        "The film took [$5 million] in its first week.": {"measure": None, "subject": "film"},
    },
    refuses=["Sales rose [3%].", "[Thousands] flee as fire spreads."],
)
def paid_for(site: Site) -> Part | None:
    """What somebody pays a number for, spends it on or raises it from."""
    verb = verb_of(site)
    if verb is None:
        return None
    got = verb.lemma in words("verbs", "fining") or site.value.kind == "percent"  # "the poll gave Labour 44%"
    subject = (recipient(verb) if got else None) or doer(verb)
    own = complement(site.root, "for", "on")  # "$35 for the first bag and $45 for the second" has none of the first
    shared = site.value.kind == "percent" and verb.lemma not in words("verbs", "trading")  # "shot 48% from the field"
    purpose = _purpose(site.root, verb, shared=shared) or (_purpose(verb, verb, shared=shared) if own is None else None)
    driven = purpose is not None and purpose.head.lower == "on" and site.value.kind == "quantity"  # "gets 30 mpg on the highway"
    if purpose is not None and site.slot.relation == "verb" and site.value.kind != "count" and not driven:
        return Part(purpose, subject, verb)
    if subject is not None and subject.lemma in words("figures", "raisers") and verb.lemma in words("figures", "raising"):
        return of_measure(subject, None, verb)
    watched = subject is not None and site.slot.prep.lower == "for" and subject.lemma in roles("observer")  # "analysts look for $5"
    return None if subject is None or watched else Part(None, subject, verb)


def _purpose(word: Word, verb: Word, *, shared: bool) -> Word | None:
    """What a sum is for, on, through or from, or is put into, after *word*; whom it comes from or goes to is no measure.

    *shared*: whether what comes from something is a share of it.
    """
    into = ("in", "into") if verb.lemma in words("verbs", "investing") else ()
    through = ("through", "via") if verb.lemma in words("figures", "raising") else ()
    found = complement(word, "for", "on", "as", *into, *through) or complement(word, "from")
    if found is None or (found.head.lower == "from" and not shared and found.lemma not in words("figures", "raisers")):
        return None
    if found.head.lower == "for" and verb.lemma in ("blame", "credit", "praise"):
        return None  # "58% blame him for the dispute"
    each = found.lemma in words("rates", "times") or any(c.lower in ("each", "every") for c in found.left)
    if each or figure_of(found) is not None or found.lemma in ("part", "top"):
        return None  # "$3 for the school year", "$5 for each worker", "on a budget of $20 million", "$3 on top of it"
    bought = found.head.lower == "on" or (found.head.lower == "for" and verb.lemma in words("verbs", "paying"))
    return found if found.pos == "NOUN" or (found.pos == "PROPN" and bought) else None

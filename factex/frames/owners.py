"""Owners: whose a measure is, by its possessor, its own phrase, or who acts in its clause."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile

from factex.frames.kinds import people
from factex.frames.lexicon import can_say, codes, is_figure, is_index, is_move_noun, is_move_verb, is_period, role_of, roles, words
from factex.frames.persons import is_person
from factex.frames.phrases import essence
from factex.frames.syntax import ACTORS, IN_ORDER, NOUNS, SUBJECTS, VERBS, Word, is_passive, relative_head, subject_of, verb_above


@dataclass(slots=True)
class Part:
    """`measure`: head of the noun phrase that names what the number measures; `subject`: head of that of its owner.

    `nominal`: a measure in other words than the text's ("earned" is earnings). `owned`: the measure is somebody's even
    though its sentence does not say whose; the article may. `instead`: the subject where the other one stays unknown.
    """

    measure: Word | None = None
    subject: Word | None = None
    predicate: Word | None = None
    nominal: str | None = None
    owned: bool = False
    instead: Word | None = None


def possessor(noun: Word | None) -> Word | None:
    """Who has *noun*, in the genitive: no day or season has its election, the world not its largest bank, no lion its share."""
    found = None if noun is None else next((c for c in noun.left if c.dep == "poss"), None)
    if found is not None and (found.bare or found.lemma in ("lion", "season", "world")):
        return None
    if found is None or found.lower != "whose":
        return found
    clause = verb_above(found)
    return relative_head(clause) if clause is not None else None


def complement(noun: Word, *preps: str) -> Word | None:
    """The object of the first of these prepositions after *noun*, numbers and times left aside."""
    for child in noun.right:
        if child.dep == "prep" and child.lower in preps:
            obj = child.child("pobj")
            if obj is not None and obj.mention is None and not is_period(obj):
                return obj
    return None


def figure_of(noun: Word) -> Word | None:
    """The number after "of" that belongs to *noun*: "a budget of $20 million"."""
    figure = next((c.child("pobj") for c in noun.right if c.lower == "of"), None)
    return figure if figure is not None and figure.bare else None


def by_agent(verb: Word) -> Word | None:
    """The agent of a passive: "imposed by the U.S."; not who only judges: "valued by an auditor"; no means: "taken by bus"."""
    if verb.lemma in words("figures", "judged"):
        return None
    agent = verb.child("agent")
    obj = agent.child("pobj") if agent is not None else None
    if obj is None or obj.mention is not None:
        return None
    size = obj.lemma in words("figures", "holders") and figure_of(obj) is not None  # by an average of 3%
    return None if size or (not any(c.dep in ("det", "poss") for c in obj.left) and obj.lemma in words("figures", "means")) else obj


def doer(verb: Word | None) -> Word | None:
    """Who does what *verb* says: its subject, in the passive its agent if there is one."""
    if verb is None:
        return None
    passive = is_passive(verb) or (verb.tag == "VBN" and verb.dep == "acl")
    if passive and verb.lemma not in words("figures", "transfers"):
        agent = by_agent(verb)
        if agent is not None:
            return agent
    found = subject_of(verb)
    return found if found is not None and not found.bare and found.dep != "csubj" else None


def of_measure(measure: Word, verb: Word | None, predicate: Word | None = None) -> Part:
    """The part of a measure and its owner: its possessor, the name before it, or who acts; else itself, if it is a thing."""
    predicate = predicate or verb
    measure = essence(measure)
    if measure.dep == "attr" and measure.lemma in words("figures", "movers"):
        measure = subject_of(measure.head) or measure  # "Acme was the biggest faller, down 3%"
    if measure.lemma in words("figures", "indices") or is_index(measure):
        return Part(measure, (possessor(measure) if measure.text == "average" else None) or measure, predicate)
    called = any(w.pos == "PROPN" for w in (measure, measure.child("appos") or measure))  # "Volta was lifted by hopes, up 3%"
    acting = acting_on(measure, verb) if verb is not None and not (called and measure.dep in SUBJECTS) else None
    acting = None if acting is not None and acting.ent != "GPE" and measure.lemma in words("figures", "nobodys") else acting
    maker = possessor(measure) or complement(measure, "by")  # "a list with the $5 million offering by Acme"
    if acting is not None and (maker is None or (maker.head is not measure and maker.ent not in ACTORS)):
        owned = acting.lemma in words("figures", "owned")
        told = owned or is_figure(acting.lemma) or is_move_noun(acting)  # "its price fell, with sales down 3%": who has the price
        owns = (possessor(acting) if told else None) or (named_before(acting) if owned else None)
        foretold = codes("sayings").get(acting.lemma) == "PR+"  # "estimates called for sales of $5 million": others' sales
        has = owns or (possessor(acting) if foretold else None if owned else acting)
        observed = has is None or has.lemma in roles("observer") or _counts(acting)
        figures = {measure.lemma, acting.lemma} <= words("figures", "attributes")  # no profit has revenue
        instead = acting if has is None and not (figures or foretold) else None
        return Part(measure, None if observed else has, predicate, owned=observed, instead=instead)
    rival = measure.pos != "PROPN" or any(c.lower in roles("trades") for c in measure.left)  # "its rival Acme" is no figure of its
    owner = None if called and rival else possessor(measure) or own_named(measure)
    if owner is not None:
        return Part(measure, owner, predicate)
    part = complement(measure, "of") if measure.lemma in words("figures", "holders") else None
    part = own_named(part) if part is not None and is_figure(part.lemma) and measure.lemma != "number" else part  # growth in Norway
    itself = None if measure.lemma in words("figures", "attributes") else measure
    owned = part is None and is_bare_figure(measure) and not is_statistic(predicate)
    group = _fronted(verb) if measure.pos == "NOUN" else None  # "among chipmakers, Acme fell 3%": Acme did
    owner = part or group or (shared(predicate) if owned else None) or (None if itself else _placed(measure, verb))
    return Part(measure, owner or itself, predicate, owned=owned)


def of_thing(thing: Word, predicate: Word | None) -> Part:
    """The part of a thing that has a size: a wall in Berlin is no city's."""
    return Part(thing, possessor(thing) or named_before(thing) or thing, predicate)


def shared(verb: Word | None) -> Word | None:
    """Whose figures a clause may be about: the subject of the clause above: "it earned $5m as sales rose"."""
    if verb is None or verb.head.pos not in VERBS:
        return None
    found = subject_of(verb.head)
    if found is None or found.mention is not None or _counts(found):
        return None
    if verb.dep in ("ccomp", "xcomp"):
        return found if role_of(found.lemma) == "ORG" and found.lemma not in roles("offices") else None
    owner = possessor(found) or (found if acts(found) else None)  # "house prices fell while sales rose"
    return owner if verb.dep in ("advcl", "conj") else None


def acts(who: Word | None) -> bool:
    """Whether somebody has figures of his own: a name, a council, the managers; no merger, nor investors."""
    none = words("figures", "attributes", "instruments", "owned") | roles("observer")
    noun = "" if who is None or who.lemma in none else who.lemma
    return who is not None and (who.pos != "NOUN" or can_say(noun) or is_person(noun))


def _counts(source: Word) -> bool:
    """Whether *source* counts for the state or a trade, so that what it reports is of others: Eurostat, the statistics office."""
    return any(word.lower in roles("statistics") for word in (source, *source.left, *source.entity))


def is_statistic(verb: Word | None) -> bool:
    """Whether somebody who counts for the state says it: with *verb*, or what the clause of *verb* tells."""
    said = verb.head if verb is not None and verb.dep == "ccomp" else verb
    source = subject_of(said) if said is not None and said.lemma in codes("sources") else None
    return source is not None and _counts(source)


def is_bare_figure(measure: Word) -> bool:
    """Whether *measure* must be somebody's: sales, net income, the share price; not oil production or emerging market stocks."""
    generic, of_company = words("figures", "generic"), words("figures", "of_company")
    kind = next((c for c in measure.left if c.dep == "compound" and c.lemma in of_company), None)
    owned = measure.lemma in words("figures", "owned" if kind is None else "attributes")
    return owned and all(
        c is kind or c.dep in ("det", "punct") or c.mention is not None or c.lower in generic or _is_joined(c) for c in measure.left
    )


def _is_joined(word: Word) -> bool:
    """Whether a hyphen joins a word to "pre" or "like": "pre-tax profit", which is somebody's as profit is."""
    return word.text == "-" or (word.previous.text == "-" and word.previous.previous.lower in words("figures", "generic"))


def own_named(measure: Word) -> Word | None:
    """The owner in the measure's own phrase: "Acme shares", "the income of Acme", "the price of its shares"."""
    before = named_before(measure)
    if before is not None:
        return before
    if measure.lemma in words("figures", "borne") and (bearer := complement(measure, "on")) is not None:
        return possessor(bearer) or bearer
    part = complement(measure, "of", "for", "at", "in", "from", "by")
    if part is None or (measure.pos == "PROPN" and part.pos == "PROPN" and part.head.lower == "of"):
        return None  # the Royal Bank of Lund is no bank of Lund's
    link = part.head.lower
    one = (possessor(part) is not None and measure.tag == "NN") or any(c.lower in ("a", "an") for c in measure.left)
    if one and link in ("at", "in") and not (is_figure(measure.lemma) or is_move_noun(measure)):
        return None  # "a house in Leeds" is not the city's, as its rents are
    held = link in ("at", "in", "of") and measure.lemma in words("figures", "attributes" if link == "in" else "owned")
    definite = held and any(c.lower == "the" for c in part.left) and part.lemma not in roles("written")  # "profit at the bank"
    known = definite or part.ent in ACTORS or (part.pos == "PROPN" and not part.ent)
    return possessor(part) or (part if known else None)


def named_before(measure: Word) -> Word | None:
    """The name before a common noun: "the Acme fleet", "Chinese exports"."""
    if measure.ent:
        return None
    national, owned = (measure.lemma in words("figures", part) for part in ("national", "owned"))
    for child in measure.left:
        if national and people(child) is not None:
            return child
        first = child.i == 0 or child.previous.pos == "PUNCT" or child.text.isupper()
        if first and child.lower in words("figures", "generic", "goods"):
            continue  # "House prices", "TV sales": no parliament's, no company's
        # "Orion shares", of a name that no model knows; but not "VR sales"
        unknown = owned and child.pos == "PROPN" and not child.ent and child.text[0].isupper() and not child.text.isupper()
        if child.dep in ("compound", "nmod") and child.mention is None and (child.ent in ACTORS or unknown):
            return child
    return None


def _fronted(verb: Word | None) -> Word | None:
    """The group or firm that an opening phrase names: "Among women, the rate rose 3%", "For Volta, sales fell"."""
    objects = (c.child("pobj") for c in verb.left if c.lower in ("among", "in", "for")) if verb is not None else ()
    found = (o for o in objects if o is not None and o.mention is None and o.lemma not in words("figures", "manners"))
    return next((o for o in found if o.tag == "NNS" or (o.pos, o.head.lower) == ("PROPN", "for")), None)


def _placed(measure: Word, verb: Word | None) -> Word | None:
    """The place whose figure a clause tells: "in Norway, prices rose 3%", "unemployment fell to 5% in Norway"."""
    local = measure.lemma in words("figures", "national", "local") and measure.dep in SUBJECTS
    return place_of(verb) if local and verb is not None else None


def place_of(verb: Word) -> Word | None:
    """The place where a clause happens: "in Norway, prices rose"."""
    places = (c.child("pobj") for c in verb.children if c.lower in ("across", "in"))
    named = (p for p in places if p is not None and p.ent in ("GPE", "ORG") and p.mention is None)  # a model has towns for firms
    return next((place for place in named if not any(c.dep == "det" for c in place.left)), None)


def acting_on(noun: Word, verb: Word | None) -> Word | None:
    """Who acts on *noun* in its clause; None where *noun* itself is the subject."""
    aside = noun.next.text == "," and noun.dep in SUBJECTS and not is_figure(noun.lemma)  # "the road, which they closed, cost $5"
    relative = None if aside else next((c for c in noun.right if c.dep in ("relcl", "acl")), None)
    # not "makes an engine, which Acme says costs $5"
    if relative is not None and (relative.child("ccomp") is None or noun.dep == "pobj"):
        made = relative.dep == "acl" and relative.lemma not in words("figures", "causing")  # "a deficit caused by a slump"
        subject = relative.child("nsubj") or (by_agent(relative) if made else None)
        if subject is not None and subject.lower not in ("that", "which", "who"):
            return subject
    top = noun
    for each in noun.climb():
        if each.pos in VERBS:
            break
        if top.lower == "with" and each.pos in ("NOUN", "PROPN"):  # a company with sales of $3 billion
            if is_move_noun(noun) and each.dep == "dobj" and each.head.pos in VERBS:
                return subject_of(each.head)  # "flats led the decline with a drop of 9%"
            if is_move_noun(each):  # "reported a fall in sales, with profit down 3%"
                break
            is_one = each.dep == "attr" and (role_of(each.lemma) is not None or is_person(each.lemma))  # "Acme was a company with"
            return (subject_of(each.head) if is_one else None) or holder(each)
        top = each
    if top.lower == "at" and noun.lemma in ("cost", "expense", "price") and verb is not None and verb.child("agent"):
        candidates = [subject_of(verb)]  # "designed by Lund at a cost of $5": what was designed
    elif top.dep in SUBJECTS:
        candidates = [by_agent(verb) if verb is not None else None]
    else:
        candidates = [
            driven_to(verb) if top.lower == "to" else None,
            recipient(verb) if verb is not None and noun.dep == "dobj" and verb.lemma != "charge" else None,
            _provided(top, noun),
            doer(verb),
            subject_of(verb) if verb is not None else None,
        ]
    return next((w for w in candidates if w is not None and not w.bare and not _inside(noun, w)), None)


def recipient(verb: Word) -> Word | None:
    """Who gets what a verb has as its object: "gave Acme a grant", where the parser calls the "to" of "paid a fine to" so too."""
    found = verb.child("dative")
    return found if found is not None and found.pos in NOUNS and not found.bare else None


def holder(noun: Word) -> Word:
    """Who has what stands with *noun*: "a maker of pumps with 500 staff" tells of the maker."""
    above = noun.head.head if noun.dep == "pobj" and noun.head.lower == "of" else noun
    return above if role_of(above.lemma) is not None else noun


def driven_to(verb: Word | None) -> Word | None:
    """What is driven to something: in "drove stocks to a four-year high" the high is the stocks'."""
    driven = verb is not None and (is_move_verb(verb) or verb.lemma in words("moves", "causes", "either"))
    obj = verb.child("dobj") if verb is not None and driven else None
    return obj if obj is not None and obj.mention is None else None


def _provided(top: Word, noun: Word) -> Word | None:
    """The object before "with" that *noun* is a property of: in "seized drugs with a value of $10 million" the drugs'."""
    if top.lower != "with" or noun.lemma not in words("figures", "levels", "dimensions"):
        return None
    thing = top.head.child("dobj")
    thing = complement(thing, "of") if thing is not None and thing.bare else thing  # "seized 17 tons of cocaine with a value of $5"
    known = thing is not None and not is_move_noun(thing) and thing.mention is None
    return thing if known and thing is not None and max(map(IN_ORDER, thing.within())) == top.i - 1 else None


def _inside(word: Word, top: Word) -> bool:
    """Whether *word* is in the noun phrase of *top*, its clauses left aside."""
    return any(each is top for each in (word, *takewhile(lambda w: w is top or w.pos not in VERBS, word.climb())))

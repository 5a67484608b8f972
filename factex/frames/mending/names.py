"""Names, and numbers in them, whose words a model parted or missed."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from factex.data import table
from factex.frames import lexicon
from factex.frames.leads import leads
from factex.frames.mending.hanging import hang_all, hang_where
from factex.frames.mending.trying import mends
from factex.frames.persons import given_gender, is_person
from factex.frames.syntax import ACTORS, DASHES, NOUNS, SUBJECTS, VERBS, Word, begin, hang

_POLITE = frozenset({"mr", "mrs", "ms"})
_YEAR = 4  # so many digits are no age
_SHIPS = frozenset({"HMS", "INS", "MS", "MV", "RMS", "SS", "USS"})
_BEFORE = frozenset({"amod", "compound", "nmod", "nummod"})


@mends("NOUN", deps=("compound", "nmod"), number=True)
@mends("NOUN", "PROPN", deps=("compound", "nmod"))
def noun_before_bracket(word: Word, words: list[Word]) -> None:
    """A noun before a bracket is no part of the phrase inside it: "a $4m refit (adults $8)", "9 terawatt-hours (TWh)"."""
    head = word.head
    marks = [w.text for w in words[word.i + 1 : head.i] if w.text in "()"]
    if marks != ["("] or (word.mention is not None and head.mention is not None):
        return
    hang_where(word, head)
    hang_all((c for c in head.left if c.i < word.i), word)
    hang(head, word, "appos")


@mends("PROPN")
def hyphenated_name(word: Word, _: list[Word]) -> None:
    """A word in small letters is the end of a person's name, "Han Duck-soo", or a common noun, "China's trade ministry"."""
    if word.ent or not (word.text.islower() and word.text.isalpha()):
        return
    hyphen, first = word.previous, word.previous.previous
    if first.ent == "PERSON" and hyphen.text == "-" and first.end + 1 == word.start:
        _name([*first.entity, hyphen, word], first.ent)
    elif not any(c.pos == "PROPN" and c.dep in _BEFORE and not c.text.islower() for c in word.left):
        word.pos, word.tag = "NOUN", word.tag.replace("P", "")


def extend_entity(first: Word, words: list[Word]) -> None:
    """A name begins where its first capitalised word stands: in "Orion Note 7 Ultra" not at Ultra."""
    place, begin, inside = first.i, first.i, {w.i for w in first.entity}
    while place:
        before = words[place - 1]
        if before.mention is not None or not inside.intersection((before.head.i, before.head.head.i)) or before.dep == "poss":
            break
        place -= 1
        inside.add(place)
        if before.pos == "PROPN" and before.ent in ("", first.ent) and before.dep in ("compound", "nmod"):
            begin = place
        elif before.ent != "CARDINAL":
            break
    last = first.entity[-1]
    whose = last.next.child("pobj") if lexicon.role_of(last.lower) == "ORG" and last.next.lower == "of" else None
    if whose is not None and whose is last.next.next and whose.pos == "PROPN":  # "Royal Bank of Scotland"
        _name([*first.entity, last.next, whose], first.ent)
    if begin < first.i and words[begin].lemma not in _roles():
        _name([*words[begin : first.i], *first.entity], first.ent)


@mends("VERB", deps=("amod",), tags=("VBN",))
def firm_of_place(based: Word, _: list[Word]) -> None:
    """A firm has its town and state before it: in "Lund, North Dakota-based Volta fell" no Lund did."""
    firm, land = based.head, based.child("npadvmod")
    comma = (land.left or [land])[0].previous if land is not None else based
    if based.lower != "based" or land is None or comma.text != ",":
        return
    town = comma.previous
    placed = town.pos == "PROPN" and town.mention is None and "GPE" in (land.ent, town.ent)
    if not placed or any(each is firm for each in town.climb()):
        return
    hang(firm, town.head, town.dep)
    hang_all((c for c in town.left if c.dep == "det"), firm)
    hang(town, firm, "nmod")


@mends("PROPN")
def country_in_name(land: Word, words: list[Word]) -> None:
    """A country may end the name of a firm: "Volta Cars India sold 300 vans", "shares of T-Lund US rose"."""
    first, alone = land, land.ent == "GPE" and len(land.entity) == 1
    known = alone and land.text in ("UK", "US", "USA", *table("names")["peoples"].values())
    while known and (before := first.previous).ent not in ("GPE", "LOC", "NORP"):
        joined = before.text == "-" and before.end == first.start
        if not joined and (before.pos != "PROPN" or before.dep != "compound" or before.lower in lexicon.roles("titles")):
            break
        first = before
    if land.i - first.i >= _GIVEN and given_gender(first.text) is None:
        _name(words[first.i : land.i + 1], "ORG")


@mends("PROPN", deps=SUBJECTS)
def town_of_subject(town: Word, _: list[Word]) -> None:
    """A verb has one subject: in "Holm, Iowa, farmer Ann Lund was fined" the town was not."""
    who = next((c for c in town.head.left if c.dep in SUBJECTS and c.i > town.i), None)
    if who is not None and town.ent == "GPE" and town.next.text == "," and who.ent in ("ORG", "PERSON"):
        hang(town, who, "nmod")


def person_or_not(first: Word) -> None:
    """Label as no person what is none, "Mill Lane", "the Falcons", "an Oscar", "MV Lund", and as one "Ms Varga", "Lund, 24,"."""
    last = first.entity[-1]
    ship = first.text in _SHIPS and last is not first
    ages = (c for c in last.right if c.dep == "appos" and c.ent == "DATE" and c.mention is not None)
    aged = any(c.text.isdigit() and len(c.text) < _YEAR for c in ages)
    if ship or aged or first.lower.rstrip(".") in _POLITE:
        _name(list(first.entity), "PRODUCT" if ship else "PERSON")
    if first.ent != "PERSON":
        return
    clause = last.child("relcl") if last.dep in SUBJECTS else None
    if first.previous.lower in ("a", "an") and last.next.pos not in NOUNS:
        _name(list(first.entity), "WORK_OF_ART")
    elif clause is not None and any(c.lower == "which" for c in clause.left) and given_gender(first.text) is None:
        _name(list(first.entity), "ORG")  # "Lund Varga, which makes pumps, said"
    elif last is not first and last.lower in lexicon.roles("streets") and given_gender(first.text) is None:
        _name(list(first.entity), "FAC")
    elif last is first and first.lower.endswith("s") and any(c.lower == "the" for c in first.left):
        _name([first], "ORG")
    elif last is not first and last.tag == "NNPS" and given_gender(first.text) is None:
        _name(list(first.entity), "NORP")


@mends("PROPN")
def letters_after_name(letters: Word, _: list[Word]) -> None:
    """The letters after a name are no name: "Prosecutor Simon Oakes KC said" names Simon Oakes."""
    name = letters.previous
    named = name.ent == "PERSON" and name.head is letters and len(name.entity) >= _GIVEN
    if not named or letters.text not in lexicon.roles("letters"):
        return
    hang_where(name, letters)
    hang_all((c for c in letters.children if c is not name), name)
    hang(letters, name, "nmod")
    letters.ent, letters.ent_iob, letters.entity = "", "O", ()
    _name([w for w in name.entity if w is not letters], "PERSON")


@mends("PROPN", deps=("appos",))
def name_beside_person(name: Word, _: list[Word]) -> None:
    """A person beside a thing is who does something about it: in "the owner of the plant, Ann Lund, said" she is no plant."""
    thing = name.head
    while thing.dep in ("pobj", "conj") and not is_person(thing.lemma):
        thing = thing.head.head if thing.dep == "pobj" else thing.head
    if name.ent == "PERSON" and thing is not name.head and thing.pos == "NOUN" and is_person(thing.lemma):
        hang(name, thing, "appos")


@mends("PROPN", deps=("appos", "pobj"))
def name_after_post(name: Word, _: list[Word]) -> None:
    """Who holds a post is no part of it: "Superintendent of Police Tarun Nayak" is Tarun Nayak.

    Nor is the one whom the parser sets beside what the post is of: "leader of the council Ann Lund".
    """
    of, whole = name.head, [w for w in name.left if w.dep == "compound"]
    first = whole[0] if whole else name
    beside = name.dep == "appos" and name.ent == "PERSON" and first.previous is of
    bearer = first.lower == "police" or (name.ent == "PERSON" and first not in name.entity)
    behind = name.dep == "pobj" and of.lower == "of" and len(whole) >= _GIVEN and bearer
    post = of.head.head if beside else of.head
    if not (beside or behind) or post.lower not in lexicon.roles("titles"):
        return
    hang_where(name, post)
    hang(post, name, "nmod")
    if behind:
        hang(first, of, "pobj")
    if not name.ent:
        _name([*whole[1:], name], "PERSON")


_GIVEN = 2
"""Words before a surname: the post's and the given name."""


def _name(words: list[Word], label: str) -> None:
    """Make one entity of these words."""
    for place, word in enumerate(words):
        word.ent, word.ent_iob, word.entity = label, "I" if place else "B", words


@cache
def _roles() -> frozenset[str]:
    """Words for what bears a name, which are no part of it: "Retailer Acme"."""
    return frozenset().union(*(lexicon.roles(part) for part in (*ACTORS, "titles", "observer")))


@mends("NUM")
def number_after_name(number: Word, words: list[Word]) -> None:
    """A number that counts nothing ends the name before it: "Lyra 40 -0.3%" tells of Lyra 40."""
    name, following, owner = number.previous, number.next, number.child("poss")
    if owner is not None and name.tag == "POS" and owner.pos == "PROPN" and number.dep in SUBJECTS:
        hang(owner, number.head, number.dep)  # "the Standard & Poor's 500"
        hang(number, owner, "nummod")
        hang(name, number, "case")
        name.pos = "PROPN"
        _name(words[owner.i : number.i + 1], "")
    goes_on = following.pos == "PROPN" and following.mention is None  # "the Orion Note 7 Ultra"
    if name.pos != "PROPN" or name.mention is not None or not number.text.isdecimal() or number.right or goes_on:
        return
    hang(number, name, "nummod")
    if name.entity and name.entity[-1] is name:
        _name([*name.entity, number], name.ent)


@mends("VERB")
def two_subjects(verb: Word, words: list[Word]) -> None:
    """Two subjects side by side are one name, "the Orion Note 7 Ultra has"; with "and" between them, they are a list."""
    subjects = [c for c in verb.left if c.dep in ("nsubj", "nsubjpass")]
    for first, second in pairwise(subjects):
        before = words[begin(second) - 1]
        if first.pos not in ("NOUN", "PROPN") or second.pos not in ("NOUN", "PROPN"):
            continue
        sized = second.lemma in lexicon.words("figures", "dimensions") and any(c.lower == "the" for c in second.left)
        if before is first and sized:
            hang(second, first, "appos")  # "a charger the size of a matchbox"
        elif before is first:
            hang(first, second, "compound")
        elif before.text in DASHES and words[begin(first) - 1].text in DASHES:
            hang(first, second, "appos")  # "In Aro — the heart of the quake — the toll stood at 105"
        elif before.text == "," and first.pos == "NOUN" and second.ent == "PERSON" and second.next.pos in VERBS:
            hang(second, first, "appos")  # "The only child of a tailor, Ann Lund was born in 1928"
        elif before.dep == "cc" and second.mention is None:  # "shares of Volta and Orion rose"
            last = before.previous
            head = last if last.pos == second.pos and last.mention is None else first
            hang(before, head, "cc")
            hang(second, head, "conj")


@mends(number=True)
def number_in_name(number: Word, _: list[Word]) -> None:
    """What stands before a number belongs to the noun after it, "dual 12-inch screen", or has the number, "Lyra 12-inch"."""
    head = number.head
    before = [c for c in number.left if c.mention is None and c.pos in ("PROPN", "ADJ", "NOUN") and c.dep in _BEFORE]
    if not before or head.mention == number.mention:
        return
    if head.i > number.i and head.pos in ("NOUN", "PROPN"):
        hang_all((w for w in before if w.lower not in leads()), head)  # "a record $5 million fine"
    elif number.dep in SUBJECTS and before[-1].pos == "PROPN":
        name = before[-1]
        hang(name, head, number.dep)
        hang_all((c for c in number.left if c.mention is None), name)
        hang(number, name, "appos")

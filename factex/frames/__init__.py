"""Frame: what a sentence says about a value."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from factex.frames.attribution import ATTRIBUTION_RULES, attribution
from factex.frames.cells import RULE as TABLE_RULE
from factex.frames.cells import Cells
from factex.frames.clauses import expected_number, measured_subject, moved_object, named_by_verb, number_as_subject
from factex.frames.equivalents import equivalents
from factex.frames.factuality import FACTUALITY_RULES, factuality
from factex.frames.gains import SUM
from factex.frames.lexicon import can_say, is_index, is_move_noun, is_move_verb, role_of, words
from factex.frames.machine import first
from factex.frames.measures import distance, noun_complement, noun_modifier, worth_of_counted
from factex.frames.moves import CHANGE_RULES, move_of
from factex.frames.names import Names
from factex.frames.owners import Part, place_of
from factex.frames.parsing import parses
from factex.frames.participants import counted, is_frequency, is_score, last_of_list, located, without_class
from factex.frames.persons import given_gender
from factex.frames.phrases import join, phrase
from factex.frames.pronouns import PERSONAL, SPEAKERS
from factex.frames.rates import RATE_RULES
from factex.frames.respective import Pair, respective, respective_times, told_apart
from factex.frames.rows import ROW_RULES, bracketed, labelled, rivals
from factex.frames.scene import Scene, Site
from factex.frames.shares import owned_number, owned_share, share_of_whole
from factex.frames.stretches import stretch
from factex.frames.syntax import ACTORS, Word
from factex.frames.trades import of_clause, paid_for, traded_object
from factex.frames.when import TIME_RULES, when
from factex.records import Article, Evidence, Frame, Sentence, Value

# In order of precedence: the first that answers says what the number measures.
NUMBER_RULES = (
    labelled,
    bracketed,
    rivals,
    distance,
    owned_share,
    owned_number,
    *ROW_RULES,
    share_of_whole,
    noun_modifier,
    worth_of_counted,
    noun_complement,
    moved_object,
    named_by_verb,
    measured_subject,
    of_clause,
    number_as_subject,
    traded_object,
    expected_number,
    paid_for,
)

RULES = (*NUMBER_RULES, *CHANGE_RULES, *RATE_RULES, *TIME_RULES, *ATTRIBUTION_RULES, *FACTUALITY_RULES)


def frame(article: Article, sentences: list[Sentence], values: list[Value]) -> list[Frame]:
    """The frame of each value: what it measures, whose it is, how it changed, when it holds and who says so."""
    scenes: list[Scene] = []
    place = 0
    for sentence, parse in zip(sentences, parses(sentences), strict=True):
        before = scenes[-1] if scenes else None
        scenes.append(Scene(article, sentence, parse, values[place : place + len(sentence.mentions)], place, before))
        place += len(sentence.mentions)
    names = Names(article, [scene.parse for scene in scenes])
    cells = Cells(article, {site.mention.start: site for scene in scenes for site in scene.sites if site.temporal})
    found: list[Frame] = []
    for scene in scenes:
        found += _frames(scene, names, cells)
        names.meet(scene)
    return found


def _frames(scene: Scene, names: Names, cells: Cells) -> list[Frame]:
    apart, dates = respective(scene), respective_times(scene)
    found = [_frame(site, names, cells, apart.get(site.index), dates.get(site.index)) for site in scene.sites]
    for index, other in equivalents(scene).items():
        if other > index:
            found[index] = replace(found[index], equivalent=scene.offset + other)
        else:
            found[index] = _restated(found[index], found[other], scene.offset + other)
    return found


def _restated(own: Frame, said: Frame, index: int) -> Frame:
    """The frame of a mention that restates another: that one's, but for a whole that it names, "or 5% of its workforce"."""
    evidence = (*said.evidence, Evidence("equivalent", "equivalents"))
    measure = own.measure if any(e.rule == "shares.share_of_whole" for e in own.evidence) else None
    return replace(said, equivalent=index, per=own.per or said.per, measure=measure or said.measure, evidence=evidence)


def _frame(site: Site, names: Names, cells: Cells, pair: Pair | None, date: Site | None) -> Frame:
    draft = Draft(site, names, cells, pair, date)
    draft.participants()
    if site.numeric:
        draft.move()
        draft.rate()
        draft.time()
    draft.source()
    draft.heads()
    return Frame(**draft.fields, evidence=tuple(draft.evidence))


_COUNTED = re.compile(r"^\d[\d.,]* (?:(?:b|m|tr)illion )?(?=[a-z])")  # how what a pronoun stands for may begin


class Draft:
    """A frame in the making: each method fills fields and notes the rule and the words that it went by."""

    def __init__(self, site: Site, names: Names, cells: Cells, pair: Pair | None, date: Site | None) -> None:
        """*cells*: the tables of the article; *pair*, *date*: what "respectively" says that the number is of."""
        self.site = site
        self.pair = pair
        self.date = date
        self.names = names
        self.placed = cells.placed(site)
        self.fields: dict[str, Any] = {}
        self.evidence: list[Evidence] = []

    def fill(self, field: str, value: object, rule: str, word: Word | None, note: str | None = None) -> None:
        """Set *field*, unless *value* is None."""
        if value is not None:
            self.fields[field] = value
            start, end = (word.start, word.end) if word is not None and word.text else (None, None)
            self.evidence.append(Evidence(field, rule, start, end, note))

    def participants(self) -> None:
        """Measure, subject and predicate."""
        site, names, parse = self.site, self.names, self.site.scene.parse
        if self.placed is not None:
            return
        rule, part = _part(site)
        site.part = part = part if self.pair is None else told_apart(part, self.pair, site)
        measure = self._measure(part)
        foreseen = is_move_noun(part.measure) if part.measure is not None else rule == "clauses.expected_number"
        measure = (names.expected(part.predicate) if foreseen and part.owned and part.predicate is not None else None) or measure
        if measure is not None and part.measure is not None and part.measure.pos == "PRON" and self._is_no_sum(measure):
            part, measure = replace(part, subject=None), None  # what "it" takes up is open
        part, measure = _elsewhere(part, measure)
        word = part.measure
        of_it = word is not None and (word.lower, word.head.lower) == ("it", "of")
        if of_it and measure is not None and (can_say(measure) or self._acts(measure)):
            measure = None  # "spent $5 of it", which is no court that heard so
        itself = part.subject is not None and part.subject.mention == site.index and part.subject.dep != "poss"
        subject = names.name(part.subject, parse) if part.subject is not None and not itself else None
        if site.temporal and subject is not None and _is_level_of_it(part, subject, names):
            subject = None  # "A decade ago it was $31,000"
        if part.owned and (subject is None or part.subject is part.measure):
            subject = names.owner(part.measure, site.mention.start) or subject
        subject = names.name(part.instead, parse) if subject is None and part.instead is not None else subject
        if part.subject is part.measure and measure is not None and subject is not None:
            measure, subject = names.figure(measure, subject)
            measure = None if _is_somebody(part, subject) or self._has_share(part, subject, rule) else measure
        if site.root.attribute == "class" and site.value.kind == "count" and subject is not None:
            subject = without_class(subject, site)
        predicate = part.predicate or site.verb
        self.fill("measure", measure, rule, part.measure)
        word = part.subject
        resolved = subject is not None and (word is None or word.text not in subject)
        self.fill("subject", subject, rule, word, f"taken for {subject} by what the article says before" if resolved else None)
        self.fill("predicate", predicate.lemma if predicate is not None else None, rule, predicate)

    def _measure(self, part: Part) -> str | None:
        """The measure in words, or what a pronoun stands for."""
        measure = part.measure
        if measure is None or (measure.pos in ("ADJ", "NUM") and measure.nominal):  # "the 39-year-old joined for £3m"
            return part.nominal if measure is None else None
        if measure.pos == "PROPN" or measure.lower not in words("phrases", "unresolved"):  # "others rose"
            return join(phrase(measure), self.site.scene.article) or None
        thing = PERSONAL.get(measure.lower) in ("thing", "group")  # no person is a measure
        name = self.names.name(measure, self.site.scene.parse) if thing else part.nominal
        return name if name is None else _COUNTED.sub("", name)  # "71,400 people ran, 44% of them women"

    def _is_no_sum(self, name: str) -> bool:
        """Whether a name is of somebody who is said to be a sum or to rise to one, or to cost little, as no company does.

        So "it" of "it will be sold for $5" is a thing that has just been told of, and that of "it rose to $36 billion" a figure.
        """
        value, anchor = self.site.value, self.site.slot.anchor
        if anchor is None or value.kind not in ("money", "percent"):
            return False
        large = (value.amount or 0) >= SUM
        small = value.kind == "money" and (is_move_verb(anchor) if large else anchor.lemma in words("verbs", "selling"))
        return self._acts(name) and (small or anchor.lemma in ("amount", "be", "cost", "go", "total"))

    def _acts(self, name: str) -> bool:
        """Whether a name is of somebody who acts."""
        return (self.names.registry.label(name) or role_of(name.rpartition(" ")[2])) in ACTORS

    def _has_share(self, part: Part, name: str, rule: str) -> bool:
        """Whether somebody has a share of what is left unsaid, as a party has of the votes: "the SPD came in at 17 percent"."""
        if self.site.value.kind != "percent" or rule.startswith("shares.") or part.measure is None or is_index(part.measure):
            return False  # "48% of Americans" are of a whole that is told
        labels = {part.measure.ent, self.names.registry.label(name)}
        return not labels.isdisjoint(ACTORS | {"NORP"}) and move_of(self.site) is None

    def move(self) -> None:
        """Change and role; what heads a row of a table tells of no move: "Depreciation"."""
        found = None if self.placed is not None and self.placed.level else move_of(self.site)
        if found is not None and "\t" not in self.site.scene.article.text[found[1].cue.end : self.site.mention.start]:
            self.fill("change", found[1].change, found[0], found[1].cue)
            self.fill("role", found[1].role, found[0], self.site.before)

    def rate(self) -> None:
        """What the number is per."""
        found = first(RATE_RULES, self.site)
        if found is not None:
            slash = self.site.scene.article.text.startswith("/", self.site.mention.end)  # which the parser is not shown
            self.fill("per", found[1], found[0], None if slash else self.site.after)

    def time(self) -> None:
        """The time that the statement holds for."""
        found = when(self.site) if self.date is None else ("respective.respective_times", self.date)
        if found is not None:
            self.fill("when", stretch(found[1], self.fields.get("role")), found[0], found[1].root)

    def heads(self) -> None:
        """What the heads of a table say of a number in it; which way it moved only where its own cell does not."""
        if self.placed is None:
            return
        for field in ("measure", "subject", "per", "factuality"):
            self.fill(field, getattr(self.placed, field), TABLE_RULE, None)
        if self.placed.when is not None:
            self.fill("when", self.placed.when[0], TABLE_RULE, self.placed.when[1].root)
        if self.placed.change is not None and "change" not in self.fields:
            self.fill("change", self.placed.change, TABLE_RULE, None)
            self.fill("role", "by", TABLE_RULE, None)

    def source(self) -> None:
        """Speaker, cue and factuality."""
        found, place = attribution(self.site), self.site.mention.start
        rule, source = found if found is not None else ("", None)
        quote = self.names.quotations.at(place)
        if source is not None:
            self.fill("speaker", self._speaker(source.who, source.lemma), rule, source.who)
            self.fill("cue", source.lemma or None, rule, source.cue)
        elif quote is not None and quote.who is not None:
            self.fill("speaker", self.names.speakers.quoted(quote.who, place), "quotes.quotes", None)
            self.fill("cue", quote.cue, "quotes.quotes", None)
        certain = factuality(self.site, source, given=self.fields.get("role") == "from")
        for rule, step in certain.steps:
            self.fill("factuality", certain.code, rule, step.cue)

    def _speaker(self, who: Word | None, cue: str) -> str | None:
        """The name of a source; in a quotation "we" is whoever is quoted, and "they" is open."""
        if who is None:
            return None
        quote = self.names.quotations.at(who.start)
        if quote is not None and quote.who is not None and who.lower in SPEAKERS:
            return self.names.speakers.quoted(quote.who, self.site.mention.start)
        if quote is not None and who.lower in PERSONAL:
            return None
        said = self.names.quotations.at(self.site.mention.start)
        alike = said is not None and said.cue == cue and who.ent != "PERSON"
        if quote is None and alike and said is not None and said.who is not None and said.who[0].isupper():
            return self.names.speakers.quoted(said.who, self.site.mention.start)
        return self.names.source(who, self.site.scene)


def _is_somebody(part: Part, name: str) -> bool:
    """Whether what a number seems to measure is a person, as in "Ann Lund was at 41%"; a model takes stocks that moved for some."""
    known = part.measure is not None and part.measure.ent == "PERSON" and " " in name and given_gender(name) is not None
    return known and not (part.predicate is not None and is_move_verb(part.predicate))


def _elsewhere(part: Part, measure: str | None) -> tuple[Part, str | None]:
    """The figure that "they" are, of the place that their own clause names: "Rents in Leeds rose 3%; in York they fell 2%"."""
    figure, link, where = (measure or "").partition(" in ")
    if part.measure is None or part.measure.pos != "PRON" or part.measure is not part.subject or not where[:1].isupper():
        return part, measure
    place = place_of(part.predicate) if part.predicate is not None else None
    return (replace(part, subject=place), figure) if link and place is not None else (part, measure)


def _is_level_of_it(part: Part, name: str, names: Names) -> bool:
    """Whether "it" is a figure that a sum is told of, and not somebody who has a name: "A decade ago it was $31,000"."""
    if part.subject is None or part.subject.lower != "it" or part.predicate is None or part.predicate.lemma != "be":
        return False
    level = part.predicate.child("attr")
    return level is not None and level.bare and names.registry.label(name) is not None


def _part(site: Site) -> tuple[str, Part]:
    """The name of the rule for its kind that answered, and the participants of the statement."""
    if site.temporal:
        return "participants.located", located(site)
    unit = site.value.unit
    if site.value.kind == "count" and unit is not None and {"time": is_frequency, "point": is_score}.get(unit, bool)(site):
        return "participants.counted", counted(site)
    found = first(NUMBER_RULES, site)
    if (found is None or found[1].measure is None) and (last := last_of_list(site)) is not None:
        found = first((noun_modifier, share_of_whole), last) or found
    return found or ("", Part())

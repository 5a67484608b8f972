"""Frame: what a sentence says about a value."""

from __future__ import annotations

from dataclasses import replace

from factex.frames.attribution import attribution
from factex.frames.change import CHANGE_RULES
from factex.frames.equivalents import equivalents
from factex.frames.factuality import factuality
from factex.frames.machine import first
from factex.frames.names import Names
from factex.frames.participants import NUMBER_RULES, Part, counted, located
from factex.frames.rates import RATE_RULES
from factex.frames.scene import Scene, Site
from factex.frames.syntax import Word, join, phrase
from factex.frames.when import when
from factex.records import Article, Evidence, Frame, Sentence, Value

RULES = (*NUMBER_RULES, *CHANGE_RULES, *RATE_RULES)


def frame(article: Article, sentences: list[Sentence], values: list[Value]) -> list[Frame]:
    """The frame of each value: what it measures, whose it is, how it changed, when it holds and who says so."""
    scenes = []
    place = 0
    for sentence in sentences:
        scenes.append(Scene(article, sentence, values[place : place + len(sentence.mentions)], place))
        place += len(sentence.mentions)
    names = Names(article, [scene.parse for scene in scenes])
    return [each for scene in scenes for each in _frames(scene, names)]


def _frames(scene: Scene, names: Names) -> list[Frame]:
    found = [_frame(site, names) for site in scene.sites]
    for index, other in equivalents(scene).items():
        if other > index:
            found[index] = replace(found[index], equivalent=scene.offset + other)
        else:
            found[index] = _restated(found[index], found[other], scene.offset + other)
    return found


def _restated(own: Frame, first_said: Frame, index: int) -> Frame:
    """The frame of a mention that restates another: that one's."""
    return replace(
        first_said,
        equivalent=index,
        per=own.per or first_said.per,
        evidence=(*first_said.evidence, Evidence("equivalent", "equivalents")),
    )


def _frame(site: Site, names: Names) -> Frame:
    parse, article = site.scene.parse, site.scene.article
    evidence: list[Evidence] = []

    def seen(field: str, rule: str, word: Word | None) -> None:
        evidence.append(Evidence(field, rule, word.start if word else None, word.end if word else None))

    if site.temporal:
        part, rule = located(site), "participants.located"
    elif site.value.kind == "count" and site.value.unit not in (None, "point"):
        part, rule = counted(site), "participants.counted"
    else:
        hit = first(NUMBER_RULES, site)
        part, rule = (hit[1], hit[0].name) if hit is not None else (None, "")
    part = part or Part(None, None, site.verb)
    measure = part.nominal
    if part.measure is not None:
        measure = names.name(part.measure, parse) if part.measure.pos == "PRON" else join(phrase(part.measure), article) or None
        seen("measure", rule, part.measure)
    subject = names.name(part.subject, parse) if part.subject is not None else None
    if part.owned and (subject is None or part.subject is part.measure):
        subject = names.topic(site.mention.start) or subject
    if subject is not None:
        seen("subject", rule, part.subject)
    predicate = part.predicate or site.verb
    if predicate is not None:
        seen("predicate", rule, predicate)
    moved = first(CHANGE_RULES, site) if site.numeric else None
    if moved is not None:
        seen("change", moved[0].name, moved[1].cue)
    rate = first(RATE_RULES, site) if site.numeric else None
    if rate is not None:
        seen("per", rate[0].name, None)
    time = when(site) if site.numeric else None
    if time is not None:
        evidence.append(Evidence("when", "when.when", time.mention.start, time.mention.end))
    source = attribution(site)
    speaker = names.name(source.who, parse) if source is not None and source.who is not None else None
    if source is not None:
        seen("speaker", "attribution", source.cue)
    certain = factuality(site, source)
    if certain.cue is not None:
        seen("factuality", "factuality", certain.cue)
    return Frame(
        measure=measure,
        subject=subject,
        predicate=predicate.lemma if predicate is not None else None,
        change=moved[1].change if moved is not None else None,
        role=moved[1].role if moved is not None else None,
        when=time.value.timex if time is not None else None,
        per=rate[1] if rate is not None else None,
        speaker=speaker,
        cue=source.lemma if source is not None else None,
        factuality=certain.code,
        evidence=tuple(evidence),
    )

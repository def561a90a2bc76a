"""Rules and trained reader joined: agreement kept, doubt dropped, forms left to the rules."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pytest

from onrecord.backends.protocols import Parse
from onrecord.read import joint
from onrecord.read.joint import ALONE, JointTagger, calibrated
from onrecord.records import Attribution, Block, Spans

TEXT = "Ternin: Bridge is open\n\nAda Ternin said the bridge was open. Boro Kesk seemed to hear of it."


def found(content: str, source: str = "", cue: str = "", *, by: str = "trained/1", score: float = 0.9) -> Attribution:
    def spans(words: str) -> Spans:
        at = TEXT.index(words)
        return ((at, at + len(words)),) if words else ()

    return Attribution(spans(source), spans(cue), spans(content), score, by)


def join(text: str, ruled: Sequence[Attribution], trained: Sequence[Attribution]) -> list[Attribution]:
    """Join with the scores as they are, so that each test sees its own."""
    return joint.join(text, ruled, trained, lambda _population, score, *_signs: score)


SAID = found("the bridge was open", "Ada Ternin", "said")


def test_what_both_find_is_kept_once_however_unsure_and_says_so() -> None:
    unsure = found("the bridge was open", "Ada Ternin", "said", score=0.35)
    (held,) = join(TEXT, [found("the bridge was open", "Ada Ternin", "said", by="rules/1:clause", score=0.6)], [unsure])
    assert held.content == unsure.content
    assert held.by == "trained/1+rules"


def test_what_the_trained_reader_finds_alone_needs_a_score() -> None:
    sure, unsure = (
        found("to hear of it", "Boro Kesk", "seemed", score=ALONE),
        found("it", "Boro Kesk", "hear of", score=ALONE - 0.01),
    )
    assert join(TEXT, [], [sure, unsure]) == [sure]


def test_an_unsure_find_without_a_source_gives_way_to_a_rules_that_has_one() -> None:
    clause = found("to hear of it", "Boro Kesk", "seemed", by="rules/1:clause", score=0.8)
    wide = found("Boro Kesk seemed to hear of it", "", "said", score=ALONE)
    assert [each.by for each in join(TEXT, [clause], [wide])] == ["rules/1:clause"]


def test_what_the_article_weighs_by_itself_is_nobodys() -> None:
    own, sourced = found("to hear of it", "", "seemed"), found("to hear of it", "Boro Kesk", "seemed")
    assert join(TEXT, [], [own]) == []
    assert join(TEXT, [], [sourced]) == [sourced]


def test_rules_alone_count_where_they_are_trusted_and_nothing_else_holds_the_words() -> None:
    clause = found("the bridge was open", "Ada Ternin", "said", by="rules/1:clause", score=0.8)
    thing = found("it", "Boro Kesk", "hear of", by="rules/1:object", score=0.4)
    assert join(TEXT, [clause, thing], []) == [clause]
    wider = found("the bridge was open. Boro Kesk seemed to hear of it", "Ada Ternin", "said")
    assert join(TEXT, [clause], [wider]) == [wider]


def test_in_forms_the_trained_reader_does_not_know_the_rules_replace_it() -> None:
    headline = found("Bridge is open", "Ternin", ":", by="rules/1:headline", score=0.65)
    assert join(TEXT, [headline], [found("open", "Ternin", "is"), SAID]) == [headline, SAID]


@dataclass(frozen=True)
class Fixed:
    name: str
    found: tuple[Attribution, ...]

    def tag(self, text: str, blocks: Sequence[Block], parse: Parse) -> list[Attribution]:
        return list(self.found)


def test_the_joint_reader_names_both() -> None:
    joint = JointTagger(Fixed("rules/1", ()), Fixed("trained/1", (SAID,)))
    parse = Parse([], [], [], [], [], [], [], [], [], [])
    assert joint.name == "trained/1+rules/1"
    assert joint.tag(TEXT, (), parse) == [replace(SAID, score=calibrated("alone", SAID.score))]


def test_a_score_grows_with_the_readers_own_and_with_what_the_rules_agree_to() -> None:
    assert calibrated("alone", 0.3) < calibrated("alone", 0.8) < calibrated("both", 0.8, 1.0, 1.0)
    assert calibrated("both", 0.8, 0.0, 0.6) < calibrated("both", 0.8, 1.0, 0.6) <= calibrated("both", 0.8, 1.0, 1.0)
    assert calibrated("rules", 0.88) < calibrated("both", 0.88, 1.0, 1.0)
    assert 0 < calibrated("alone", 0.0) < calibrated("alone", 1.0) < 1


def test_what_the_rules_find_alone_is_scored_as_the_trained_reader_denies_it() -> None:
    (held,) = joint.join(TEXT, [found("the bridge was open", "Ada Ternin", "said", by="rules/1:clause", score=0.8)], [])
    assert held.score == calibrated("rules", 0.8) < 0.8
    (form,) = joint.join(TEXT, [found("Bridge is open", "Ternin", ":", by="rules/1:headline", score=0.65)], [])
    assert form.score == 0.65


def test_what_somebody_reports_of_another_is_kept_beside_it() -> None:
    outer = found("Ada Ternin said the bridge was open", "Boro Kesk", "hear of")
    inner = found("the bridge was open", "Ada Ternin", "said", by="rules/1:clause")
    assert [each.content for each in join(TEXT, [inner], [outer])] == [outer.content, inner.content]
    same = found("Ada Ternin said the bridge was open", "Boro Kesk", "seemed", by="rules/1:clause")
    assert join(TEXT, [same], [outer]) == [replace(outer, by="trained/1+rules")]


def test_where_something_was_said_is_no_part_of_its_source() -> None:
    text = "Ada Ternin in an essay for The Olm Post said it rained. Boro Kesk of Olm said it rained."
    essay = Attribution(((0, 39),), ((40, 44),), ((45, 54),), 0.9, "trained/1")
    ruled = replace(essay, source=((0, 10),), by="rules/1:clause")
    assert join(text, [ruled], [essay])[0].source == ((0, 10),)
    town = Attribution(((56, 72),), ((73, 77),), ((78, 87),), 0.9, "trained/1")
    assert join(text, [replace(town, source=((56, 65),), by="rules/1:clause")], [town])[0].source == town.source


def test_in_a_long_text_each_find_is_compared_with_its_neighbours_only(monkeypatch: pytest.MonkeyPatch) -> None:
    overlap, touch, asked = joint._overlap, joint._touch, []
    monkeypatch.setattr(joint, "_overlap", lambda a, b: asked.append(1) or overlap(a, b))
    monkeypatch.setattr(joint, "_touch", lambda a, b: asked.append(1) or touch(a, b))

    def cost(turns: int) -> int:
        asked.clear()
        text = "Ada Ternin said the bridge was open and the road shut. " * turns
        starts = range(0, len(text), len(text) // turns)
        ruled = [
            Attribution(((at, at + 10),), ((at + 11, at + 15),), ((at + 16, at + 53),), 0.8, "rules/1:clause") for at in starts
        ]
        assert len(join(text, ruled, [replace(each, by="trained/1") for each in ruled])) == turns
        return len(asked)

    assert cost(800) < 5 * cost(200)


def test_a_clause_the_trained_reader_cut_short_is_given_whole() -> None:
    short = found("bridge was open", "Ada Ternin", "said")
    whole = found("the bridge was open", "Ada Ternin", "said", by="rules/1:clause")
    assert join(TEXT, [whole], [short])[0].content == whole.content
    thing = found("the bridge was open", "Ada Ternin", "said", by="rules/1:object")
    assert join(TEXT, [thing], [short])[0].content == short.content


def test_a_span_without_a_character_is_left_out() -> None:
    hollow = replace(SAID, cue=((40, 40),), content=((*SAID.content[0],), (60, 60)))
    parse = Parse([], [], [], [], [], [], [], [], [], [])
    (held,) = JointTagger(Fixed("rules/1", ()), Fixed("trained/1", (hollow,))).tag(TEXT, (), parse)
    assert (held.cue, held.content) == ((), SAID.content)
    assert JointTagger(Fixed("rules/1", ()), Fixed("trained/1", (replace(SAID, content=((5, 5),)),))).tag(TEXT, (), parse) == []


def test_the_rules_agree_only_where_both_begin_at_the_same_word() -> None:
    wide = found("hear of it", "Boro Kesk", "seemed")
    narrow = found("to hear of it", "Boro Kesk", "seemed", by="rules/1:thought", score=0.8)
    (held,) = join(TEXT, [narrow], [wide])
    assert held.content == wide.content
    assert held.by == "trained/1"

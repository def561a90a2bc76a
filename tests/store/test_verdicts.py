import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from onrecord.records import Article, Chain, Framing, Kind, Manner, Part, Relation, Statement, Verdict, text_id
from onrecord.store.codec import pack
from onrecord.store.force import Force, standing, undone
from onrecord.store.readings import Read
from onrecord.store.verdicts import NOT_FOUND, judged

TEXT = "Ada Ternin said the weir held. “It held,” she said, and that Boro Kesk denied it."
ARTICLE = Article(text_id(TEXT), TEXT)
FIRST = Statement(
    ARTICLE.id, ((0, 10),), ((11, 15),), ((16, 29),), Manner.INDIRECT, speaker="c-1", speaker_name="Ada Ternin", by="m/1"
)
SECOND = replace(FIRST, source=((43, 46),), cue=((47, 51),), content=((32, 39),), manner=Manner.DIRECT, nested_in=FIRST.id)
THIRD = replace(FIRST, source=(), cue=((71, 77),), content=((78, 80),), nested_in=SECOND.id)
READ = Read(
    "k", ARTICLE, statements=(FIRST, SECOND, THIRD), framing=(Framing(ARTICLE.id, (0, 3), FIRST.id, Relation.CONTRADICTS),)
)


def verdict(verb: str, target: str, value: dict | None = None, cue: object = (), at: str = "1") -> Verdict:
    anchor = json.dumps([{"article": ARTICLE.id, "cue": cue}])
    return Verdict(verb, target, json.dumps(value) if value else "", anchor, "Ada", "so", at)


def set_(statement: Statement, **fields: object) -> dict:
    return {"statement": pack(replace(statement, **fields))}


def test_without_a_verdict_a_reading_stays_the_very_same() -> None:
    assert judged(READ, ()) == (READ, {})


def test_what_hung_on_a_rejected_statement_hangs_on_what_that_was_told_in() -> None:
    now, orphans = judged(READ, [verdict("reject", SECOND.id)])
    assert not orphans
    assert {one.id: one.nested_in for one in now.statements} == {FIRST.id: None, THIRD.id: FIRST.id}
    now, _ = judged(READ, [verdict("reject", FIRST.id), verdict("reject", SECOND.id)])
    assert [(one.id, one.nested_in) for one in now.statements] == [(THIRD.id, None)]
    assert now.framing == ()


def test_new_words_take_the_place_of_the_statement_and_of_one_with_the_same_cue() -> None:
    wider = set_(FIRST, content=((16, 30),), by="verdict", score=1.0)
    now, orphans = judged(READ, [verdict("correct", FIRST.id, wider)])
    new = replace(FIRST, content=((16, 30),))
    assert not orphans
    assert {one.id for one in now.statements} == {new.id, SECOND.id, THIRD.id}
    assert next(one for one in now.statements if one.id == SECOND.id).nested_in == new.id
    assert [one.statement for one in now.framing] == [new.id]
    # another reader gives the statement other bounds: the cue says that it is the one
    other = replace(READ, statements=(replace(FIRST, content=((16, 24),)), SECOND))
    now, orphans = judged(other, [verdict("correct", FIRST.id, wider, cue=FIRST.cue)])
    assert not orphans
    assert {one.id for one in now.statements} == {new.id, SECOND.id}


def test_a_speaker_is_set_by_the_cue_and_never_by_likeness() -> None:
    chain = Chain("c-9", ARTICLE.id, Kind.PERSON, "Boro Kesk", ("Boro Kesk",), True)
    value = {"set": {"speaker": "c-9", "speaker_name": "Boro Kesk"}, "chains": [pack(chain)]}
    told = verdict("correct", FIRST.id, value, cue=FIRST.cue)
    now, _ = judged(replace(READ, statements=(replace(FIRST, content=((20, 29),)),)), [told])
    assert [(one.speaker_name, one.by) for one in now.statements] == [("Boro Kesk", "m/1+verdict")]
    assert now.chains == (chain,)
    now, orphans = judged(replace(READ, statements=(SECOND,)), [told])
    assert orphans == {told.id: NOT_FOUND}
    assert [one.speaker_name for one in now.statements] == ["Ada Ternin"]


def test_a_part_loses_the_name_of_who_did_not_say_it() -> None:
    part = Part(((32, 39),), "Ada Ternin held")
    said = replace(SECOND, nested_in=None, parts=(part,))
    now, _ = judged(replace(READ, statements=(said,)), [verdict("correct", said.id, {"set": {"speaker": None}})])
    assert now.statements[0].parts[0].proposition == "It held"


def test_what_this_version_cannot_read_is_an_orphan_and_no_error() -> None:
    odd = [
        verdict("correct", FIRST.id, {"set": {"act": "sing"}}),
        verdict("correct", FIRST.id, {"statement": {"article": "other"}}),
        verdict("correct", FIRST.id, set_(FIRST, content=((70, 700),))),
        verdict("correct", FIRST.id, {"parts": {"4": {"negated": True}}}),
        Verdict("correct", FIRST.id, "no JSON", "", "Ada", "so", "2"),
    ]
    now, orphans = judged(READ, odd)
    assert set(orphans) == {each.id for each in odd[:4]}
    assert {one.id for one in now.statements} == {FIRST.id, SECOND.id, THIRD.id}


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(41, 90)), max_size=2).map(tuple)
SOME = st.one_of(
    st.builds(lambda verb, on: verdict(verb, on.id), st.sampled_from(["accept", "reject"]), st.sampled_from(READ.statements)),
    st.builds(
        lambda on, source, cue, content: verdict("correct", on.id, set_(on, source=source, cue=cue, content=content), cue=on.cue),
        st.sampled_from(READ.statements),
        SPANS,
        SPANS,
        SPANS,
    ),
    st.builds(lambda content: verdict("add", "s-new", set_(FIRST, source=(), cue=(), content=content)), SPANS),
)


@given(st.lists(SOME, max_size=8))
def test_whatever_is_judged_spans_stand_ids_are_one_each_and_nothing_hangs_in_the_air(verdicts: list[Verdict]) -> None:
    now, orphans = judged(READ, verdicts)
    ids = [one.id for one in now.statements]
    assert len(ids) == len(set(ids))
    for one in now.statements:
        assert all(0 <= start < end <= len(TEXT) for start, end in (*one.source, *one.cue, *one.content))
        assert one.nested_in is None or (one.nested_in in ids and one.nested_in != one.id)
    assert {one.statement for one in now.framing} <= set(ids)
    assert set(orphans) <= {each.id for each in verdicts}
    assert judged(READ, verdicts) == (now, orphans)


@given(st.lists(st.integers(0, 9), max_size=12))
def test_undoing_all_leaves_nothing_in_force(undo: list[int]) -> None:
    told = [verdict("reject", f"s-{number}", at=str(number)) for number in range(4)]
    for number, which in enumerate(undo):
        told.append(verdict("undo", told[which % len(told)].id, at=f"u{number}"))
    while left := standing(told):
        told.append(verdict("undo", left[-1].id, at=f"last{len(told)}"))
    assert Force(tuple(standing(told))).effects == ()
    assert all(told[number].id in undone(told) for number in range(4))

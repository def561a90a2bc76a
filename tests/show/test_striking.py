"""The quotations that are shown first are quoted, by people with names, and different."""

from onrecord.records import Act, Manner
from onrecord.show.striking import pick_striking
from tests.show.made import article, said

SHORT = "“The bridge at Olm is open – it was never shut,”"
LONG = "“The bridge at Olm is open, and that is all I have to say about it, today & tomorrow,”"


def test_different_people_and_acts_come_first():
    ada = said(SHORT, speaker_name="Ada Ternin", act=Act.DENY)
    again = said(LONG, speaker_name="Ada Ternin", act=Act.PROMISE)
    boro = said(LONG, speaker_name="Boro Kesk")
    assert {each.id for each in pick_striking([ada, again, boro])} == {ada.id, boro.id}


def test_only_words_that_were_quoted_and_have_a_speaker_and_a_day():
    assert pick_striking([said(SHORT)]) == []
    assert pick_striking([said(SHORT, speaker_name="Ada Ternin", manner=Manner.INDIRECT)]) == []
    assert pick_striking([said("open", speaker_name="Ada Ternin")]) == []
    assert pick_striking([said(SHORT, speaker_name="Ada Ternin", about=article(published=None))]) == []
    assert pick_striking([said(SHORT, speaker_name="Ada Ternin", about=article(title_span=(0, 20)))]) == []

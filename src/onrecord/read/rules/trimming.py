"""The reporter's own words cut off what somebody said, as far as the parse shows where they begin.

Each step takes words away, never adds any: a quotation a little short is still what was said, one with a word of somebody
else's is not. Nothing inside quotation marks is touched. On PolNeAR the annotators cut at these places at least as often as not.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.rules.asides import (
    without_appended_thing,
    without_day_of_announcing,
    without_gesture,
    without_interrupted,
    without_link,
    without_opening,
    without_own_clause,
    without_second_verb,
    without_thing_behind,
    without_way_of_asking,
    without_what_dates_the_saying,
)
from onrecord.read.rules.edges import (
    without_cue,
    without_hearer,
    without_joining_verb,
    without_loose_word,
    without_open_end,
    without_own_words,
    without_show,
    without_topic,
    without_turn,
)
from onrecord.read.rules.fronts import (
    without_clause_before,
    without_dateline,
    without_fronted_phrase,
    without_how_often,
    without_joining_word,
)
from onrecord.read.rules.further import (
    without_clause_behind_words,
    without_gloss_of_source,
    without_next_act,
    without_next_sentence,
    without_others_view,
    without_way,
)
from onrecord.read.rules.hearers import without_addressee, without_named_hearer, without_told_name
from onrecord.read.rules.sheet import Sheet
from onrecord.read.rules.strays import (
    without_addressee_alone,
    without_heading,
    without_markers,
    without_next_speaker,
    without_post_end,
    without_remark,
)
from onrecord.read.rules.tails import without_setting, without_tail
from onrecord.read.rules.turns import (
    without_begun_name,
    without_begun_sentence,
    without_comment,
    without_deed_alone,
    without_lack,
    without_next_deed,
    without_others_share,
    without_outcome,
    without_own_deed,
    without_present_turn,
    without_reply,
    without_withheld,
)
from onrecord.records import Attribution


def trim(sheet: Sheet, found: Sequence[Attribution]) -> list[Attribution]:
    """Cut each find, in the order given; equal finds that result are given once."""
    done = list(found)
    for step in (
        without_next_speaker,
        without_markers,
        without_post_end,
        without_heading,
        without_dateline,
        without_joining_word,
        without_clause_before,
        without_next_sentence,
        without_gloss_of_source,
        without_own_words,
        without_cue,
        without_addressee_alone,
        without_named_hearer,
        without_addressee,
        without_told_name,
        without_way_of_asking,
        without_what_dates_the_saying,
        without_hearer,
        without_opening,
        without_fronted_phrase,
        without_show,
        without_setting,
        without_thing_behind,
        without_gesture,
        without_interrupted,
        without_day_of_announcing,
        without_link,
        without_joining_verb,
        without_topic,
        without_how_often,
        without_open_end,
        without_second_verb,
        without_own_clause,
        without_next_act,
        without_others_view,
        without_clause_behind_words,
        without_begun_sentence,
        without_begun_name,
        without_outcome,
        without_reply,
        without_present_turn,
        without_own_deed,
        without_next_deed,
        without_deed_alone,
        without_others_share,
        without_withheld,
        without_comment,
        without_lack,
        without_appended_thing,
        without_way,
        without_tail,
        without_turn,
        without_remark,
        without_loose_word,
    ):
        done = [step(sheet, each) for each in done]
    return list(dict.fromkeys(done))

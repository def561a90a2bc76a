from collections.abc import Callable

import pytest

from onrecord.backends.spacy import SpacyParser
from onrecord.flow.reading import Backends, read
from onrecord.read.attributions import RulesTagger
from onrecord.read.frames import desk, terms
from onrecord.records import Act, Found, Frame, Sighting, Told
from tests.work import grows_as_its_input


@pytest.fixture(scope="module")
def backends() -> Backends:
    return Backends(SpacyParser(), RulesTagger())


def frames(text: str, backends: Backends) -> list[Frame]:
    reading = read(Found(text + "\n", Sighting("a.txt"), Told(language="en")), backends)
    return [frame for statement in reading.statements for part in statement.parts for frame in part.frames]


@pytest.mark.parametrize(
    ("said", "predicate", "denied", "mood"),
    [
        ("the bridge in Lodwar is unsafe", "unsafe", "", "fact"),
        ("the army shelled the school", "shell", "", "fact"),
        ("the army did not shell the school", "shell", "not", "fact"),
        ("there are no camps in Kenya", "camp", "none", "fact"),
        ("Kenya is no longer a haven for rebels", "haven", "longer", "fact"),
        ("there was absolutely no quid pro quo between the aid and the inquiry", "quo", "none", "fact"),
        ("no group poses a threat to Kenya", "threat", "none", "fact"),
        ("hundreds of prisoners were freed", "free", "", "fact"),
        ("there are hundreds of prisoners in Kenya", "prisoner", "", "fact"),
        ("rebels take refuge in Kenya", "refuge", "", "fact"),
        ("the minister takes bribes", "take", "", "fact"),
        ("the army will leave Kenya", "leave", "", "future"),
        ("the army should leave Kenya", "leave", "", "should"),
        ("the army failed to leave Kenya", "leave", "not", "fact"),
        ("there is no doubt that the army left Kenya", "leave", "", "fact"),
        ("it is clear that the army left Kenya", "leave", "", "fact"),
        ("every expert says the bridge is unsafe", "unsafe", "", "told"),
        ("the governor told his lawyer Peter Ekal to lie to the court", "tell", "", "fact"),
    ],
)
def test_what_is_asserted(said: str, predicate: str, denied: str, mood: str, backends: Backends) -> None:
    frame = frames(f"General Moses Lubanga said that {said}.", backends)[0]
    assert (frame.predicate, frame.denied, frame.mood) == (predicate, denied, mood)


@pytest.mark.parametrize(
    ("said", "hedge"),
    [
        ("rebels may hide in Kenya", "may"),
        ("rebels probably hide in Kenya", "probably"),
        ("he cannot guarantee that rebels do not hide in Kenya", "cannot guarantee"),
        ("rebels hide in Kenya", ""),
        ("the army killed more than a thousand of its own people", ""),
        ("fewer children have schools in Kenya", "comparison"),
        ("it is possible that rebels hide in Kenya", "possible"),
        ("there is a chance that rebels hide in Kenya", "chance"),
    ],
)
def test_hedges(said: str, hedge: str, backends: Backends) -> None:
    assert frames(f"General Moses Lubanga said that {said}.", backends)[0].hedge == hedge


@pytest.mark.parametrize(
    ("said", "low", "high", "unit"),
    [
        ("17 people were killed", 17, 17, "people"),
        ("at least 17 people were killed", 17, None, "people"),
        ("between 20 and 30 houses burned", 20, 30, "house"),
        ("2.5 million voters stayed at home", 2_500_000, 2_500_000, "voter"),
        ("up to nine soldiers died", None, 9, "soldier"),
        ("no more than 120 people were killed", None, 120, "people"),
        ("thirty-one people were killed", 31, 31, "people"),
        ("two hundred and sixty-five people were killed", 265, 265, "people"),
    ],
)
def test_amounts(said: str, low: float | None, high: float | None, unit: str, backends: Backends) -> None:
    (amount,) = frames(f"General Moses Lubanga said that {said}.", backends)[0].amounts
    assert (amount.low, amount.high, amount.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("said", "role", "word"),
    [
        ("Moses Lubanga said that 500 tonnes of fuel were stored in Nairobi.", "patient", "fuel"),
        ("Moses Lubanga denied that fuel was stored in Nairobi.", "patient", "fuel"),
        ("Moses Lubanga said that soldiers are in Kenya.", "patient", "soldier"),
    ],
)
def test_a_measure_and_a_place_tell_of_the_thing(said: str, role: str, word: str, backends: Backends) -> None:
    found = frames(f"General {said}", backends)[0]
    assert (role, word) in {(term.role, term.word) for term in found.terms}
    assert not {"tonne"} & {term.word for term in found.terms}


def test_soldiers_are_there_as_there_are_soldiers(backends: Backends) -> None:
    one, other = (
        frames(f"General Moses Lubanga said that {said} in Kenya.", backends)[0]
        for said in ("soldiers are", "there are soldiers")
    )
    assert one.predicate == other.predicate == "soldier"
    assert frames("General Moses Lubanga said that the soldiers are in Kenya to help.", backends)[0].predicate == "be"


def test_who_grants_that_there_may_be_a_thing_does_no_deed(backends: Backends) -> None:
    (found,) = frames("General Moses Lubanga acknowledged that there may be a famine in Kenya.", backends)
    assert "agent" not in {term.role for term in found.terms}


def test_what_is_dismissed_as_false_reports_is_told(backends: Backends) -> None:
    said = "Spokesman Moses Lubanga dismissed as false reports that rebels burned a hospital in Kenya."
    assert "burn" in {frame.predicate for frame in frames(said, backends)}


def test_who_claims_puts_forward(backends: Backends) -> None:
    assert frames("General Moses Lubanga claimed that rebels burned the school.", backends)[0].mood == "fact"


def test_days_and_years_are_no_amounts(backends: Backends) -> None:
    assert frames("General Moses Lubanga said that the bridge was closed in 2019.", backends)[0].amounts == ()


def test_a_clause_beside_the_main_one_has_a_frame_and_spans_of_its_own(backends: Backends) -> None:
    text = "General Moses Lubanga said that while he cannot guarantee that rebels do not hide in Kenya, the army is hunting them."
    found = frames(text, backends)
    side = next(frame for frame in found if frame.hedge == "cannot guarantee")
    assert {frame.predicate for frame in found} >= {"hide", "hunt"}
    if side.spans:
        assert "hunting" not in "".join(text[start:end] for start, end in side.spans)


def test_who_does_what_to_whom_where(backends: Backends) -> None:
    (frame,) = frames("General Moses Lubanga said that Kenya sent soldiers to Uganda.", backends)
    told = {(term.role, term.word) for term in frame.terms}
    assert {("agent", "Kenya"), ("patient", "soldier"), ("to", "Uganda")} <= told


def test_here_and_our_soil_are_the_speakers(backends: Backends) -> None:
    (frame,) = frames("“There are no camps here on our soil,” General Moses Lubanga said.", backends)
    assert {"@here", "@home"} <= {term.word for term in frame.terms}


def test_odd_texts_raise_nothing(backends: Backends) -> None:
    for text in (
        "",
        "“",
        "“No,” said",
        "He said that.",
        "\ud800 said that \ud800 is",
        "12 said that 12.",
        "a " * 400 + "said so.",
    ):
        frames(text, backends)


def denied(text: str, backends: Backends) -> tuple[str, list[Frame]]:
    reading = read(Found(text + "\n", Sighting("a.txt"), Told(language="en")), backends)
    (denial,) = (statement for statement in reading.statements if statement.act is Act.DENY)
    (part,) = denial.parts
    return part.proposition, list(part.frames)


def test_a_bare_denial_takes_up_what_was_said_of_the_denier(backends: Backends) -> None:
    text = "Senator Ruth Achieng said that Daniel Otiro sold the harbour to a cousin. Otiro denied the allegation."
    proposition, (frame,) = denied(text, backends)
    assert proposition == "the allegation: Daniel Otiro sold the harbour to a cousin"
    assert (frame.predicate, frame.denied) == ("sell", "")


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ruth Achieng said that the harbour was sold. Daniel Otiro denied the allegation.",  # not said of him
        "Daniel Otiro said that Daniel Otiro built the harbour. Otiro denied the allegation.",  # his own words
        "Senator Ruth Achieng said that an inquiry into Daniel Otiro's work was led. Otiro denied the allegation.",  # no charge
    ],
)
def test_a_bare_denial_of_nothing_certain_is_no_statement(text: str, backends: Backends) -> None:
    reading = read(Found(text + "\n", Sighting("a.txt"), Told(language="en")), backends)
    assert Act.DENY not in {statement.act for statement in reading.statements}
    assert all(":" not in part.proposition for statement in reading.statements for part in statement.parts)


def test_a_denial_that_does_more_than_point_stays_as_it_is(backends: Backends) -> None:
    text = "Senator Ruth Achieng said that Daniel Otiro sold the harbour. Otiro denied any wrongdoing."
    proposition, _ = denied(text, backends)
    assert proposition == "any wrongdoing"


def test_what_somebody_else_is_told_to_say_is_not_put_forward(backends: Backends) -> None:
    other = "Peter Holm lives in Lodwar. Anna Berg announced that he had said the wall protects Lodwar."
    assert frames(other, backends)[0].mood == "told"
    assert frames("Anna Berg announced that she had said the wall protects Lodwar.", backends)[0].mood == "fact"


TURNS = (
    "ANNA BERG: Welcome to the programme, Doctor Holm. How many people starve?\n\nPETER HOLM: Many people starve in Lodwar.\n\n"
    "ANNA BERG: “No one starves in Lodwar.” Do you agree?\n\nPETER HOLM: I do not agree with the mayor."
)


def test_what_a_turn_of_speech_quotes_is_not_put_forward(backends: Backends) -> None:
    for text, mood in ((TURNS, "told"), (TURNS.replace("“", "").replace("”", ""), "fact")):
        assert [frame.mood for frame in frames(text, backends) if frame.denied == "none"] == [mood]
    (frame,) = frames("Senator Ruth Achieng said that “the wall protects Lodwar.”", backends)
    assert frame.mood == "fact"


def test_would_after_a_past_cue_is_a_future(backends: Backends) -> None:
    (told,) = frames("General Moses Lubanga said that the army would leave Kenya.", backends)
    (quoted,) = frames("“The army would leave Kenya,” General Moses Lubanga said.", backends)
    assert (told.mood, quoted.mood) == ("future", "if")


def test_days_and_numbers_are_no_topics(backends: Backends) -> None:
    (frame,) = frames("General Moses Lubanga said that the army freed six prisoners in March.", backends)
    assert not {"six", "march"} & set(frame.words)
    assert not {"march"} & {term.word for term in frame.terms}


def test_what_another_holds_is_neither_put_forward_nor_turned_down(backends: Backends) -> None:
    (frame,) = frames("The mayor, Odo Bresk, rejected the claim that the army had shelled the school.", backends)[:1]
    assert frame.denied or frame.mood == "told" or frame.hedge


@pytest.mark.parametrize("owned", ["its soil and ", "its water and ", "their soil, "])
def test_a_long_list_of_what_is_its_own_costs_each_the_same(backends: Backends, owned: str) -> None:
    def run(size: int) -> Callable[[], object]:
        text = f"The minister said that {owned * size}its rivers were safe.\n"
        return lambda: read(Found(text, Sighting("a.txt"), Told(language="en")), backends)

    assert grows_as_its_input(run, 40, terms, desk)


@pytest.mark.parametrize(
    ("text", "moods"),
    [
        ("Ada Ternin described how the army shelled the school.", {"fact"}),
        ("Ada Ternin explained how the bridge fell.", {"fact"}),
        ("Ada Ternin explained who shelled the school.", {"ask"}),
        ("Ada Ternin wondered how the bridge fell.", {"ask"}),
    ],
)
def test_how_tells_a_fact_where_it_is_described(text: str, moods: set[str], backends: Backends) -> None:
    assert {frame.mood for frame in frames(text, backends)} == moods


@pytest.mark.parametrize(
    ("text", "predicate", "denied", "mood"),
    [
        ("Odo Bresk said there is no doubt there is a bridge between Kenya and the Front.", "bridge", "", "fact"),
        ("Odo Bresk told us “there is no doubt there is a bridge between Kenya and the Front. Period.”", "bridge", "", "fact"),
        ("The station said it was unclear what shook the bridge and whether Bresk shook it.", "unclear", "", "ask"),
        ("Ada Ternin denied the story in a statement: “The bridge is unsafe.”", "unsafe", "not", "fact"),
        ("Ada Ternin denied that “the army shelled the camp”.", "shell", "", "fact"),
    ],
)
def test_what_is_beyond_doubt_open_or_a_deniers_own_word(
    text: str, predicate: str, denied: str, mood: str, backends: Backends
) -> None:
    assert (predicate, denied, mood) in {(frame.predicate, frame.denied, frame.mood) for frame in frames(text, backends)}

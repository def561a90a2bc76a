from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.copies import LEAST, find_copies, fingerprint, same_words, spoken
from onrecord.records import Article, Block, Manner, Role, Statement, text_id

WORDS = [f"word{number}" for number in range(400)]
AGENCY = " ".join(WORDS[:200])


def article(text: str) -> Article:
    return Article(text_id(text), text)


def printed(text: str):
    return fingerprint(article(text), [Block(text_id(text), 0, len(text), Role.BODY)])


def test_a_trimmed_text_is_found_in_the_whole_one() -> None:
    trimmed = "Another headline. " + " ".join(WORDS[60:120]) + " And a last line of its own."
    (copied,) = find_copies([printed(AGENCY), printed(trimmed)])
    assert {copied.left, copied.right} == {text_id(AGENCY), text_id(trimmed)}
    assert copied.contained > 0.7


def test_the_ranges_are_what_both_have() -> None:
    trimmed = "Nothing of this stands elsewhere at all in any way. " + " ".join(WORDS[60:120])
    (copied,) = find_copies([printed(AGENCY), printed(trimmed)])
    spans = copied.left_spans if copied.left == text_id(trimmed) else copied.right_spans
    assert all(start >= trimmed.index("word60") for start, _ in spans)


def test_case_marks_and_spacing_do_not_count() -> None:
    dirty = AGENCY.upper().replace(" WORD1", ",  WORD1")
    assert find_copies([printed(AGENCY), printed(dirty)])


def test_texts_without_common_runs_are_no_copies() -> None:
    assert find_copies([printed(AGENCY), printed(" ".join(WORDS[200:]))]) == []


def test_a_stock_phrase_makes_no_copy() -> None:
    short = "according to a statement that was released on Monday evening "
    assert LEAST > 1
    assert find_copies([printed(short + " ".join(WORDS[:100])), printed(short + " ".join(WORDS[200:300]))]) == []


@given(st.lists(st.sampled_from(["", "a b c d e f g", AGENCY, AGENCY[:300], "“" * 40]), max_size=5))
def test_order_of_arrival_does_not_count(texts: list[str]) -> None:
    prints = [printed(text) for text in dict.fromkeys(texts)]
    assert find_copies(prints) == find_copies(prints[::-1])


def test_the_same_words_by_one_speaker_are_copies_and_by_another_are_not() -> None:
    texts = [AGENCY, AGENCY + " more at the end", AGENCY + " and more still"]
    copied = find_copies([printed(text) for text in texts])
    said = [statement(text, name) for text, name in zip(texts, ("Ora Beln", "Beln", "Tam Rosk"), strict=True)]
    words = {one.id: spoken(texts[at], one.content) for at, one in enumerate(said)}
    found = same_words(copied, said, words)
    assert found == {said[0].id: (said[1].id,), said[1].id: (said[0].id,)}


def statement(text: str, name: str) -> Statement:
    return Statement(text_id(text), ((0, 5),), ((6, 11),), ((12, 80),), Manner.DIRECT, speaker_name=name)

from onrecord.read.highlights import named_above

_LINES = "Ada Bresk: The dam of Olm will hold\n\nWomen who built it were forgotten, she says\n\nShe argues that it is safe\n\n"


def above(text: str, word: str, nth: int = 0) -> str | None:
    start = -1
    for _ in range(nth + 1):
        start = text.index(word, start + 1)
    return named_above(text, start, start + len(word))


def test_the_lines_of_a_summary_go_on_with_whom_the_first_names():
    assert above(_LINES, "she") == "Ada Bresk"
    assert above(_LINES, "She") == "Ada Bresk"
    text = "Story highlights Mayor Odo Bresk says the dam holds\n\nThe progress, he says, has been slow\n"
    assert above(text, "he says").split()[-1] == "Bresk"


def test_a_line_with_a_stop_or_a_name_of_its_own_is_no_such_line():
    assert above("Ada Bresk: The dam will hold.\n\nShe says it is safe", "She") is None
    assert above("Ada Bresk: The dam will hold\n\nShe says it is safe.", "She") is None
    assert above("Ada Bresk: The dam will hold\n\nIda Tarn: It is late, she says", "she") is None
    assert above("The dam will hold\n\nShe says it is safe", "She") is None

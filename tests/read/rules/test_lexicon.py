from onrecord.read.rules.lexicon import lexicon


def test_several_hundred_verbs_in_lower_case() -> None:
    lex = lexicon()
    verbs = lex.quote | lex.clause | lex.object | lex.infinitive
    assert len(verbs) > 350
    assert all(verb == verb.lower() and verb.isalpha() for verb in verbs)


def test_what_may_be_said_may_be_quoted() -> None:
    lex = lexicon()
    assert lex.speech <= lex.quote
    assert lex.speech <= lex.clause

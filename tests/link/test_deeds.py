from onrecord.link.deeds import HAND, Deed, find_deeds, find_kinds, is_deed, kind_of, lacks_proof
from onrecord.records import Act, Frame, Term


def who(term: Term) -> tuple[str, bool]:
    return term.word, term.kind in ("name", "land")


def term(role: str, word: str, under: str, kind: str = "noun") -> Term:
    return Term(role, word, under, kind)


def deeds(predicate: str, *terms: Term, act: Act = Act.SAY, mood: str = "fact") -> tuple[Deed, ...]:
    words = tuple(dict.fromkeys(word for term in terms for word in (term.word, term.under) if word != "accuse"))
    return find_deeds(Frame(predicate, terms=terms, words=words, mood=mood), act, who)


def test_words_for_one_deed_have_one_kind() -> None:
    assert kind_of("meddle") == kind_of("interference") != kind_of("hack")
    assert is_deed("hack")
    assert not is_deed("walk")


def test_a_verb_tells_its_doer_and_what_it_is_done_in() -> None:
    terms = (term("agent", "Kenya", "meddle", "land"), term("in", "election", "meddle"), term("of", "Uganda", "election", "land"))
    assert deeds("meddle", *terms) == (Deed("meddle", "Kenya", frozenset({"election", "Uganda"}), frozenset({"Uganda"})),)


def test_officers_and_efforts_act_for_their_state() -> None:
    officers = (term("of", "Kenya", "officer", "land"), term("agent", "officer", "hack"), term("patient", "email", "hack"))
    assert deeds("hack", *officers)[0].doer == "Kenya"
    effort = (term("of", "Kenya", "effort", "land"), term("agent", "effort", "be"), term("agent", "effort", "meddle"))
    assert Deed("meddle", "Kenya", frozenset(), frozenset()) in deeds("be", *effort)


def test_who_is_blamed_did_what_he_is_blamed_for() -> None:
    terms = (term("patient", "Kenya", "accuse", "land"), term("for", "raid", "accuse"), term("on", "ship", "raid"))
    (deed,) = deeds("kenya", *terms, act=Act.ACCUSE, mood="topic")
    assert (deed.kind, deed.doer, deed.themes) == ("attack", "Kenya", frozenset({"ship"}))


def test_a_hand_in_a_deed_is_of_the_deed_it_tells() -> None:
    deed = Deed(HAND, "Kenya", frozenset({"attack", "ship"}), frozenset())
    assert deed.kinds == {"attack"}
    assert "gas" in deed.denied, "who denies an attack denies an attack with gas"
    assert Deed("kill", "Kenya", frozenset({"attack"}), frozenset()).told == {"kill", "attack"}


def test_a_passive_without_a_doer_is_nobodys_deed() -> None:
    assert deeds("rig", term("patient", "count", "rig")) == ()
    assert deeds("interference", mood="topic")[0].doer == ""


def test_who_is_said_to_be_the_one_that_did_it_did_it() -> None:
    terms = (term("agent", "it", "kenya", "pronoun"), term("patient", "Kenya", "be", "land"), term("in", "election", "meddle"))
    assert Deed("meddle", "Kenya", frozenset({"election"}), frozenset()) in deeds("kenya", *terms)


def test_a_long_pattern_of_a_deed_is_the_deed() -> None:
    terms = (term("agent", "Kenya", "engage", "land"), term("in", "pattern", "engage"), term("of", "obstruction", "pattern"))
    assert ("obstruct", "Kenya") in {(deed.kind, deed.doer) for deed in deeds("engage", *terms)}


def test_what_is_denied_in_one_breath_is_denied_too() -> None:
    terms = (term("with", "Kenya", "collusion", "land"), term("with", "obstruction", "collusion"))
    assert {deed.kind for deed in deeds("collusion", *terms, act=Act.DENY, mood="topic")} == {"collude", "obstruct"}
    assert {deed.kind for deed in deeds("collusion", *terms, mood="topic")} == {"collude"}


def test_kinds_are_told_though_nobody_is_told_to_do_them() -> None:
    assert find_kinds(Frame("place", terms=(term("agent", "bribe", "place"),)), Act.SAY, who) == {"bribe"}
    assert find_kinds(Frame("walk", terms=(term("agent", "bribe", "sleep"),)), Act.SAY, who) == frozenset()


def test_proof_tells_the_deed_it_is_of() -> None:
    there = (term("patient", "evidence", "be"), term("of", "collusion", "evidence"))
    frame = Frame("evidence", terms=there, words=("be", "evidence", "collusion"))
    assert find_kinds(frame, Act.SAY, who) == {"collude"}
    told = (term("patient", "evidence", "outline"), term("agent", "report", "outline"), term("agent", "Lund", "engage", "name"))
    assert Deed("obstruct", "Lund", frozenset(), frozenset()) in deeds("outline", *told, term("in", "obstruction", "engage"))
    seen = (term("patient", "evidence", "see"), term("of", "collusion", "evidence"))
    assert find_kinds(Frame("see", terms=seen, words=("see", "evidence", "collusion")), Act.SAY, who) == frozenset()


def test_too_little_proof_is_lacking() -> None:
    there = (term("patient", "evidence", "be"),)
    assert lacks_proof(Frame("evidence", terms=there, words=("insufficient", "evidence")))
    assert lacks_proof(Frame("evidence", terms=there, words=("enough", "evidence"), denied="not"))
    assert not lacks_proof(Frame("evidence", terms=there, words=("enough", "evidence")))
    assert not lacks_proof(Frame("bribe", terms=there, words=("insufficient", "bribe")))

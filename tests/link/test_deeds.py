from onrecord.link.deeds import HAND, Deed, find_deeds, is_deed, kind_of
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

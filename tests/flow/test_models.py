import pickle

from onrecord.flow.models import LINKED_BY, Installed, code_digest, linkers, readers_of
from onrecord.read.attributions import RulesTagger


def test_the_readers_are_named_and_travel_to_other_processes() -> None:
    rules = pickle.loads(pickle.dumps(Installed(rules=True)))
    names = readers_of(rules)
    assert names["reader"] == RulesTagger.name
    assert names["parser"].startswith("en-core-web-sm")
    assert "model" not in names


def test_what_is_named_is_what_is_loaded() -> None:
    backends = Installed().load()
    names = Installed().names()
    assert names["reader"] == backends.tagger.name
    # the package's name and the model's own differ in their dashes and their language
    assert backends.parser.name.split("/")[1] == names["parser"].split("/")[1]


def test_reading_and_linking_are_named_by_their_own_code() -> None:
    assert code_digest() != code_digest(LINKED_BY)
    assert linkers()["link"] == code_digest(LINKED_BY)
    assert code_digest(("lang",)) != code_digest(("read",))

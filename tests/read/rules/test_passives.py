from tests.read.rules.conftest import Tag


def one(tag: Tag, text: str) -> tuple[str, str, str]:
    (said,) = tag(text)
    return said.source, said.cue, said.content


def test_passives(tag: Tag) -> None:
    assert one(tag, "Voters were told by the council that the bridge is safe.")[0] == "the council"
    assert one(tag, "It was reported that the bridge is closed.") == ("", "was reported", "that the bridge is closed")
    accused = tag("Ardal, which has long been accused of hiding smugglers, closed the port.")
    assert [(x.source, x.cue) for x in accused] == [("", "has long been accused of")]
    assert accused[0].content.endswith("hiding smugglers")


def test_asked_by_nobody_named(tag: Tag) -> None:
    found = tag("Asked whether the bridge was safe, Kesk said it was not.")
    assert ("", "Asked", "whether the bridge was safe") in [(x.source, x.cue, x.content) for x in found]
    assert ("Kesk", "it was not") in [(x.source, x.content) for x in found]


def test_believed_and_expected(tag: Tag) -> None:
    assert one(tag, "The envoy is believed to be in Vesk.") == ("", "is believed", "The envoy … to be in Vesk")

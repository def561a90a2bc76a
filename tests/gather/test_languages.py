from onrecord.clean.blocks import mark
from onrecord.gather.languages import READABLE, detect
from onrecord.records import Found, Sighting


def of(text):
    return detect(text, mark(Found(text, Sighting("x"))))


def test_languages():
    assert of("The minister of roads said on Monday that the northern bridge would be closed.") == "en"
    assert of("La ministre des routes a déclaré lundi que le pont du nord serait fermé pendant deux hivers.") == "fr"
    assert of("Die Ministerin sagte am Montag, dass die Brücke im Norden zwei Winter lang geschlossen bleibe.") == "de"
    assert of("Министр заявил в понедельник, что северный мост будет закрыт.") == "ru"
    assert {"en"} == READABLE


def test_short_texts():
    assert of("He said that the bridge was closed.") == "en"
    assert of("") == of("12 34") == "und"


def test_the_body_is_judged_not_the_furniture():
    body = "La ministre des routes a déclaré lundi que le pont du nord serait fermé pendant deux hivers."
    assert of("Skip to main content\n\nShare this post\n\n" + body) == "fr"

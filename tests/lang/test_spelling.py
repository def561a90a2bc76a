import pytest

from onrecord.lang.spelling import first_name_fits, sounds_like


@pytest.mark.parametrize(("one", "other"), [("sarvar", "sarwar"), ("baluchistan", "balochistan"), ("qureshi", "quraishi")])
def test_transliterations_of_one_name_sound_alike(one, other):
    assert sounds_like(one, other)
    assert sounds_like(other, one)


@pytest.mark.parametrize(("one", "other"), [("karim", "karima"), ("hassan", "hussein"), ("allen", "ellen"), ("lee", "li")])
def test_other_names_do_not(one, other):
    assert not sounds_like(one, other)


def test_first_names_fit_by_initial_familiar_form_or_spelling():
    assert first_name_fits("r", "robert")
    assert first_name_fits("bob", "robert")
    assert first_name_fits("mohammed", "muhammad")
    assert not first_name_fits("bob", "bill")
    assert not first_name_fits("r", "bob")

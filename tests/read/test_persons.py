from onrecord.read.names import Seen
from onrecord.read.persons import gather
from onrecord.records import Kind


def seen(first: int, *words: str, gender: str | None = None, title: str | None = None) -> Seen:
    return Seen(first, first + len(words), Kind.PERSON, words, title, gender)


def groups(*names: Seen) -> list[list[int]]:
    return [[mention.first for mention in person.seen] for person in gather(names, {}, frozenset())]


def test_a_surname_follows_its_full_name():
    assert groups(seen(0, "Odo", "Bresk"), seen(10, "Bresk"), seen(20, "Ida", "Lund")) == [[0, 10], [20]]


def test_middle_names_and_initials_may_be_left_out():
    assert groups(seen(0, "Odo", "F.", "Bresk"), seen(10, "Odo", "Bresk"), seen(20, "O.", "Bresk")) == [[0, 10, 20]]


def test_two_people_with_one_surname_stay_apart():
    people = groups(seen(0, "Odo", "Bresk"), seen(5, "Ida", "Bresk"))
    assert people == [[0], [5]]


def test_a_shared_surname_is_open_unless_something_tells():
    odo, ida = seen(0, "Odo", "Bresk", gender="male"), seen(5, "Ida", "Bresk", gender="female")
    assert groups(odo, ida, seen(10, "Bresk")) == [[0], [5]]
    assert groups(odo, ida, seen(10, "Bresk", gender="female")) == [[0], [5, 10]]


def test_a_bare_surname_stays_with_the_one_it_was_used_for():
    odo, ida = seen(0, "Odo", "Bresk"), seen(20, "Ida", "Bresk")
    assert groups(odo, seen(10, "Bresk"), ida) == [[0, 10], [20]]
    # right after the other was named in full it is open again
    assert groups(odo, seen(10, "Bresk"), ida, seen(30, "Bresk")) == [[0, 10], [20]]


def test_a_junior_is_not_the_one_he_is_named_after():
    assert groups(seen(0, "Odo", "Bresk"), seen(5, "Odo", "Bresk", "Jr."), seen(10, "Bresk")) == [[0, 10], [5]]
    assert groups(seen(0, "Odo", "Bresk", "Jr."), seen(10, "Bresk")) == [[0, 10]]


def test_a_surname_with_a_suffix_is_a_name_of_its_own_and_takes_no_bare_surname():
    assert groups(seen(0, "Bresk", "Jr."), seen(10, "Bresk")) == [[0], [10]]
    assert groups(seen(0, "Odo", "Bresk"), seen(5, "Bresk", "Jr."), seen(10, "Bresk")) == [[0, 10], [5]]
    assert groups(seen(0, "Odo", "Bresk", "Jr."), seen(5, "Bresk", "Jr.")) == [[0, 5]]


def test_a_surname_with_a_title_does_not_take_the_bare_one_from_the_other():
    odo, mrs = seen(0, "Odo", "Bresk", gender="male"), seen(10, "Bresk", gender="female", title="Mrs.")
    assert groups(odo, seen(5, "Bresk"), mrs, seen(15, "Bresk")) == [[0, 5, 15], [10]]
    assert groups(odo, mrs, seen(15, "Bresk"), seen(20, "Bresk", gender="female", title="Mrs.")) == [[0, 15], [10, 20]]
    # nor where she was named in full as well
    ida = seen(3, "Ida", "Bresk", gender="female")
    assert groups(odo, ida, seen(7, "Bresk", gender="male"), mrs, seen(15, "Bresk")) == [[0, 7, 15], [3, 10]]


def test_familiar_forms_and_other_spellings_are_one_person():
    assert groups(seen(0, "Robert", "Bresk"), seen(10, "Bob", "Bresk"), seen(20, "Bresk")) == [[0, 10, 20]]
    assert groups(seen(0, "Sarvar", "Bresk"), seen(10, "Sarwar", "Bresk")) == [[0, 10]]
    assert groups(seen(0, "Karim", "Bresk"), seen(10, "Karima", "Bresk")) == [[0], [10]]
    assert groups(seen(0, "Hassan", "Bresk"), seen(10, "Hussein", "Bresk")) == [[0], [10]]


def test_a_bare_surname_is_that_of_the_one_an_article_is_about_unless_another_was_named_just_now():
    odo = [seen(place, "Bresk") for place in range(10, 100, 10)]
    ida = seen(200, "Ida", "Bresk")
    assert groups(seen(0, "Odo", "Bresk"), *odo, ida, seen(300, "Bresk")) == [[0, *range(10, 100, 10), 300], [200]]
    assert groups(seen(0, "Odo", "Bresk"), *odo, ida, seen(220, "Bresk")) == [[0, *range(10, 100, 10)], [200]]


def test_a_mrs_tells_nothing_of_the_one_of_her_name():
    (person,) = gather([seen(0, "Bresk"), seen(10, "Bresk", gender="female", title="Mrs.")], {}, frozenset())
    assert person.gender is None


def test_a_first_name_is_no_middle_initial():
    assert groups(seen(0, "Odo", "R.", "Bresk"), seen(5, "Ron", "Bresk")) == [[0], [5]]
    assert groups(seen(0, "Odo", "Ronald", "Bresk"), seen(5, "Ronald", "Bresk")) == [[0, 5]]
    assert groups(seen(0, "Odo", "R.", "Bresk"), seen(5, "Odo", "Ronald", "Bresk")) == [[0, 5]]


def test_a_king_is_not_who_is_never_so_titled():
    assert groups(seen(0, "Odo", "Bresk"), seen(5, "Odo", title="King")) == [[0], [5]]
    assert groups(seen(0, "Lund", "Odo", title="Prince"), seen(5, "Odo", title="King")) == [[0], [5]]
    assert groups(seen(0, "Lund", "Odo", title="King"), seen(5, "Odo", title="King")) == [[0, 5]]
    assert groups(seen(0, "Odo", "Lund", title="Prince"), seen(5, "Odo", title="Prince")) == [[0, 5]]

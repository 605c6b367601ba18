from channels.web.openers import SHOWN, fields_of
from knowledge import load_guides, matters


def test_every_field_with_cards_offers_a_few_questions_in_the_order_of_the_matters() -> None:
    guides = load_guides()
    fields = fields_of(guides)
    order = list(dict.fromkeys(matter.field for matter in matters().values()))
    assert [field.name for field in fields] == [name for name in order if name in {f.name for f in fields}]
    titles = {guide.title for guide in guides}
    for field in fields:
        assert 1 <= len(set(field.questions)) == len(field.questions) <= SHOWN
        assert titles.issuperset(field.questions)


def test_the_first_questions_of_a_field_are_on_different_matters() -> None:
    by_title = {guide.title: guide.matter for guide in load_guides()}
    labour = fields_of(load_guides())[0]
    assert len({by_title[question] for question in labour.questions}) == SHOWN


def test_without_cards_there_are_no_fields() -> None:
    assert fields_of(()) == ()

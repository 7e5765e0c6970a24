"""Dates, times and numbers as Vietnamese readers write and read them."""

import datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation

FIFTH_OF_JUNE = datetime.date(2024, 6, 5)


@pytest.fixture(autouse=True)
def _in_vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    "typed", ["05/06/2024", "5/6/2024", "05-06-2024", "5.6.2024", "5/6/24", "2024-06-05"]
)
def test_it_reads_the_day_before_the_month(typed):
    assert forms.DateField(localize=True).clean(typed) == FIFTH_OF_JUNE
    assert forms.DateField().clean(typed) == FIFTH_OF_JUNE


@pytest.mark.parametrize("typed", ["06/13/2024", "31/02/2024", "5 tháng 6", "20240605"])
def test_it_refuses_what_is_no_date_with_the_day_first(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "05/06/2024 - 07:06",
        "05/06/2024 07:06",
        "5/6/2024 7:06",
        "05-06-2024 07:06",
        "05.06.2024 07:06",
        "05/06/2024 07:06:00",
        "2024-06-05 07:06",
        "2024-06-05 07:06:00",
        "2024-06-05 07:06:00.000000",
        "2024-06-05T07:06",
        "2024-06-05T07:06:00",
    ],
)
def test_it_reads_a_date_with_its_time(typed):
    read = forms.DateTimeField().clean(typed)
    assert read.replace(tzinfo=None) == datetime.datetime(2024, 6, 5, 7, 6)


@pytest.mark.parametrize("typed", ["17:05", "17:05:00", "17h05"])
def test_it_reads_a_time(typed):
    assert forms.TimeField().clean(typed) == datetime.time(17, 5)


def test_it_reads_a_full_hour():
    assert forms.TimeField().clean("17h") == datetime.time(17)


def test_it_writes_dates_as_the_article_page_does():
    moment = datetime.datetime(2024, 5, 19, 7, 6)
    assert formats.date_format(moment, "DATETIME_FORMAT") == "19/05/2024 - 07:06"
    assert formats.date_format(moment, "SHORT_DATETIME_FORMAT") == "19/05/2024 - 07:06"
    assert formats.date_format(moment, "DATE_FORMAT") == "19/05/2024"
    assert formats.date_format(moment, "SHORT_DATE_FORMAT") == "19/05/2024"
    assert formats.time_format(moment.time(), "TIME_FORMAT") == "07:06"
    assert formats.date_format(moment, "YEAR_MONTH_FORMAT") == "tháng 5/2024"
    assert formats.date_format(moment, "MONTH_DAY_FORMAT") == "19 tháng 5"


def test_a_form_shows_a_date_as_it_is_typed():
    assert str(forms.DateInput().format_value(FIFTH_OF_JUNE)) == "05/06/2024"
    assert (
        forms.DateTimeInput().format_value(datetime.datetime(2024, 6, 5, 7, 6))
        == "05/06/2024 07:06"
    )
    assert forms.TimeInput().format_value(datetime.time(7, 6)) == "07:06"


def test_eleven_thousand_is_written_with_a_point():
    assert formats.localize(11000, use_l10n=True) == "11.000"
    assert formats.localize(1234567.5, use_l10n=True) == "1.234.567,5"
    assert Template("{{ n }}").render(Context({"n": 11000})) == "11.000"


def test_it_reads_a_number_with_a_decimal_comma():
    assert forms.FloatField(localize=True).clean("1.234,5") == 1234.5


def test_the_week_begins_on_monday():
    assert formats.get_format("FIRST_DAY_OF_WEEK") == 1

"""What the name of a place stands for: the place, its government, its people, a part of another name."""

import pytest

STANDS_FOR = [
    ("Thousands marched in Paris.", "Paris", "place"),
    ("The king visited Kenya.", "Kenya", "place"),
    ("Storms hit Cuba.", "Cuba", "place"),
    ("Paris expelled two envoys.", "Paris", "government"),
    ("Talks with Tehran were broken off.", "Tehran", "government"),
    ("The judges fined Peru.", "Peru", "government"),
    ("Chad lies south of Libya.", "Chad", "place"),
    ("French farmers blocked the port.", "French", "people"),
    ("Two Kenyans won medals.", "Kenyans", "people"),
    ("The University of Paris closed.", "Paris", "name"),
    ("The Lagos Chamber of Commerce closed.", "Lagos", "name"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written", "use"), STANDS_FOR)
def test_what_a_name_stands_for(place, text, written, use):
    assert place(text, written).stands_for == use

import pytest

from knowledge.adapters.faiss_shapes import FLAT, SQ8, Shape, lists_pq, lists_sq8, shape_for

SIZES = [
    (0, FLAT),
    (67_099, FLAT),  # national law
    (100_000, FLAT),
    (100_001, SQ8),
    (149_368, SQ8),  # all law
    (500_000, SQ8),
    (500_001, Shape("IVF512,SQ8", 64)),
    (1_000_000, Shape("IVF1024,SQ8", 64)),
    (5_000_000, Shape("IVF4096,SQ8", 128)),
    (20_000_000, Shape("IVF16384,PQ64", 512)),
]


@pytest.mark.parametrize(("documents", "shape"), SIZES)
def test_the_shape_goes_by_size(documents: int, shape: Shape) -> None:
    assert shape_for(documents) == shape


@pytest.mark.parametrize("documents", [0, 1, 999, 3_000])
def test_few_documents_in_lists_still_have_a_list_to_read(documents: int) -> None:
    for shape in (lists_sq8(documents), lists_pq(documents)):
        lists = int(shape.factory.removeprefix("IVF").partition(",")[0])
        assert 1 <= shape.probes <= lists

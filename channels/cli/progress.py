"""Progress bars on standard error; silent where that is no terminal and nothing takes long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tqdm import tqdm


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A bar as a callback (done, in all; 0 where unknown). It shows itself after half a second."""
    with tqdm(desc=label, delay=0.5, dynamic_ncols=True, unit_scale=True, mininterval=0.2) as drawn:

        def progress(done: int, total: int) -> None:
            if total:
                drawn.total = total
            drawn.update(done - drawn.n)

        yield progress

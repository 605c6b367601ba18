"""The dense index in one file: a zip of vectors, rows and the encoder's name, written and read in pieces."""

import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from knowledge.adapters.faiss_rows import Rows
from knowledge.adapters.faiss_vectors import FaissVectors
from knowledge.errors import IndexMissing

_VECTORS, _ENCODER = "vectors", "encoder"


class Held(NamedTuple):
    """What the file holds; `encoder` is a name."""

    encoder: str
    vectors: FaissVectors
    rows: Rows


def read_dense(file: Path) -> Held:
    """Read the file; IndexMissing where it is torn or none."""
    try:
        return _read(file)
    except (zipfile.BadZipFile, EOFError, OSError, KeyError, ValueError, RuntimeError) as error:
        raise IndexMissing(f"{file} cannot be read ({type(error).__name__}: {error}): rebuild it") from error


def write_dense(file: Path, held: Held) -> None:
    """Write the file, in place of the one before at once."""
    fresh = file.with_name(f"{file.name}.new")
    with zipfile.ZipFile(fresh, "w") as packed:
        with packed.open(_VECTORS, "w", force_zip64=True) as stream:
            held.vectors.write(stream)
        for name, array in {_ENCODER: np.array(held.encoder), **held.rows.saved()}.items():
            with packed.open(f"{name}.npy", "w", force_zip64=True) as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)
    fresh.replace(file)


def _read(file: Path) -> Held:
    with file.open("rb") as opened, zipfile.ZipFile(opened) as packed:
        with packed.open(_VECTORS) as stream:
            vectors = FaissVectors.read(stream)
            if stream.read():  # also makes the zip check its sum, which it does at the end
                raise ValueError("more bytes than an index has")
        names = [name for name in packed.namelist() if name.endswith(".npy")]
        arrays = {name.removesuffix(".npy"): _array(packed, name) for name in names}
    return Held(str(arrays[_ENCODER]), vectors, Rows.load(arrays))


def _array(packed: zipfile.ZipFile, name: str) -> NDArray[np.generic]:
    with packed.open(name) as stream:
        array: NDArray[np.generic] = np.lib.format.read_array(stream, allow_pickle=False)
        return array

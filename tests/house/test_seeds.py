"""The five articles are carried byte for byte."""

from __future__ import annotations

import hashlib
from pathlib import Path

DIGESTS = {
    "000_3b1a472ffe520a9c.txt": "d003b91c7f31dd9854d60040f848a07810fa82324d686cb686bd3fa2e06e69da",
    "001_6bf507b217d01cf4.txt": "b1fdb100ceac5c5bcceff1698ec2a057a8c36e9dd3f2c70419d38a409d52315c",
    "002_ac062f08cb76805b.txt": "b6f64d704b6ba1bd598b43b2b9cb9ddd2fa2dc6bbe630ba9861256562db129c6",
    "003_b36bd9c4032577d6.txt": "42fc45f4a3ef5b11c13c51455cac8f31de8ed71ceebd53359c05a30a145e46fa",
    "004_2647a56633203472.txt": "f5c4abe6b273a33e0f8c3fde57899670a6d492ca49ed7f42ff386e74a8c47b85",
}


def test_the_five_articles_are_the_files_that_were_given(seeds: Path) -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in seeds.glob("*.txt")}
    assert found == DIGESTS

"""A score as lines of figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.scoring import Score, b_cubed, measures, total


def table(score: Score) -> Iterator[str]:
    """Yield the lines of the table, in the form of the reference scorer."""
    posts = len(score.readings)
    yield f"posts {posts}, dates right {sum(reading.dated for reading in score.readings)}/{posts}"
    for kind, row in score.exact.items():
        exact, overlap = _figures(measures(*row)), _figures(measures(*score.overlap[kind]))
        yield f"{kind:13} n {row[0] + row[2]:4}  exact {exact}   overlap {overlap}"
    for name, counts in (("exact", score.exact), ("overlap", score.overlap)):
        yield f"mentions {name:8} micro {_figures(measures(*total(counts)))}"
    yield f"co-reference B-cubed {_figures(b_cubed(score.aligned))}"
    for predicate, row in score.facts.items():
        if sum(row):
            yield f"fact {predicate:16} n {row[0] + row[2]:3}  {_figures(measures(*row))}"
    right, found = score.status
    yield f"facts core   micro {_figures(measures(*total(score.facts)))}   status right {right}/{found}"


def _figures(values: Sequence[float]) -> str:
    return "P {:.3f} R {:.3f} F {:.3f}".format(*values)

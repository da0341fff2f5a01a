"""For each slot a constant and the weights of the signs, in log-odds: made by ``python -m benchmarks.muc_fit``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, dict[str, float]]] = {
    "PerpInd": (-1.47, {
        "accused, as appos": -0.09, "accused, as compound": -0.58, "accused, as conj": -0.04, "accused, as dobj": 0.7,
        "accused, as nsubjpass": 0.27, "accused, as other": 0.59, "accused, as pobj": 0.24, "accused, as poss": 0.17, "article a": 0.09,
        "article none": -0.44, "article other": 0.44, "article the": -0.13, "as ROOT": 0.33, "as appos": -0.01, "as compound": -2.03,
        "as conj": 0.31, "as dobj": -0.14, "as nsubj": 0.42, "as nsubjpass": 0.92, "as other": -0.24, "as pobj": 0.2, "as poss": 0.19,
        "grammar": 0.31, "grammar: another slot": -0.11, "grammar: inside such a phrase": -0.55, "mentions": 0.18,
        "mentions that the grammar names": 0.32, "mentions that the reader names": 0.32, "mentions that the reader thinks likely": -0.03,
        "number": -0.91, "plural": 0.21, "reader: another slot": 0.11, "reader: behind the likeliest of the page": -0.1,
        "reader: highest of the mentions": -0.15, "reader: likeliest word": 0.87, "reader: no slot likelier": 0.43, "sort name": -0.06,
        "sort object": 0.08, "sort organisation": -0.66, "sort other": 0.02, "sort person": 0.58, "words": -0.18,
    }),
    "PerpOrg": (-2.37, {
        "accused, as appos": 0.22, "accused, as compound": -0.22, "accused, as conj": -0.14, "accused, as dobj": 0.55,
        "accused, as nsubj": -0.48, "accused, as other": 0.14, "accused, as pobj": 0.55, "accused, as poss": -0.01, "article none": -0.33,
        "article other": 0.01, "article the": 0.29, "as ROOT": -0.25, "as appos": 0.72, "as compound": -0.6, "as conj": 0.17,
        "as dobj": 0.1, "as nsubj": 0.18, "as nsubjpass": -0.07, "as other": -0.13, "as pobj": 0.02, "as poss": -0.18, "grammar": 0.3,
        "grammar: another slot": 0.14, "grammar: inside such a phrase": -0.84, "mentions": 0.69, "mentions that the grammar names": 0.3,
        "mentions that the reader names": 1.01, "mentions that the reader thinks likely": 0.27, "number": -0.21, "plural": 0.55,
        "reader: another slot": 0.18, "reader: behind the likeliest of the page": -0.21, "reader: highest of the mentions": 0.39,
        "reader: likeliest word": 0.2, "reader: no slot likelier": 0.25, "sort name": 0.35, "sort object": -0.37, "sort organisation": 0.45,
        "sort other": -0.17, "sort person": -0.3, "words": 0.34,
    }),
    "Target": (-3.54, {
        "accused, as compound": -0.38, "accused, as conj": -0.21, "accused, as dobj": -0.11, "accused, as other": -0.13,
        "accused, as pobj": -0.1, "article a": 0.61, "article none": -0.13, "article other": -0.64, "article the": 0.11, "as appos": 0.19,
        "as compound": -1.71, "as conj": 0.45, "as dobj": 0.47, "as nsubj": 0.21, "as nsubjpass": 0.87, "as other": -0.06, "as pobj": 0.35,
        "as poss": -0.49, "grammar": 0.64, "grammar: another slot": 0.03, "grammar: inside such a phrase": -0.76, "mentions": -0.06,
        "mentions that the grammar names": 0.43, "mentions that the reader names": 1.88, "mentions that the reader thinks likely": 0.67,
        "number": 0.53, "plural": 0.13, "reader: another slot": 0.03, "reader: behind the likeliest of the page": -0.08,
        "reader: highest of the mentions": -0.2, "reader: likeliest word": 0.72, "reader: no slot likelier": 0.21, "sort event": -0.11,
        "sort name": -0.59, "sort object": 1.04, "sort organisation": 0.14, "sort other": 0.41, "sort person": -0.89, "sort weapon": -0.04,
        "words": -0.14,
    }),
    "Victim": (-3.57, {
        "accused, as appos": -0.42, "accused, as compound": -0.12, "accused, as conj": 0.25, "accused, as dobj": 0.14,
        "accused, as nsubj": -0.1, "accused, as nsubjpass": 0.38, "accused, as other": -0.43, "accused, as pobj": -0.08,
        "accused, as poss": -0.14, "article a": 0.53, "article none": -0.02, "article other": -0.45, "article the": -0.14, "as ROOT": -0.15,
        "as appos": 0.07, "as compound": -0.67, "as conj": 0.4, "as nsubj": 0.38, "as nsubjpass": 0.04, "as other": 0.05, "as pobj": -0.14,
        "as poss": -0.07, "grammar": 0.92, "grammar: another slot": -0.73, "grammar: inside such a phrase": -1.42, "mentions": -0.26,
        "mentions that the grammar names": 0.36, "mentions that the reader names": 1.82, "mentions that the reader thinks likely": 1.11,
        "number": 0.53, "plural": 0.03, "reader: another slot": 0.09, "reader: behind the likeliest of the page": -0.14,
        "reader: highest of the mentions": 0.11, "reader: likeliest word": 0.35, "reader: no slot likelier": 0.38, "sort name": 0.4,
        "sort object": -0.81, "sort organisation": -0.91, "sort other": 0.22, "sort person": 1.01, "words": 0.16,
    }),
    "Weapon": (-0.5, {
        "accused, as compound": 0.05, "accused, as dobj": 0.16, "accused, as pobj": 0.19, "article a": -0.03, "article none": -0.21,
        "article other": 0.14, "article the": 0.09, "as appos": 0.1, "as compound": -0.17, "as conj": -0.18, "as dobj": 0.37,
        "as nsubj": 0.06, "as nsubjpass": 0.01, "as other": -0.19, "as pobj": 0.03, "grammar": 0.65, "grammar: another slot": -0.27,
        "grammar: inside such a phrase": -0.91, "mentions": -0.32, "mentions that the grammar names": 0.26,
        "mentions that the reader names": 0.81, "mentions that the reader thinks likely": 0.28, "number": -0.41, "plural": 0.05,
        "reader: another slot": 0.17, "reader: behind the likeliest of the page": -0.25, "reader: highest of the mentions": -0.15,
        "reader: likeliest word": 0.71, "reader: no slot likelier": 0.47, "sort event": 0.87, "sort name": -0.18, "sort object": -0.64,
        "sort organisation": -0.09, "sort other": -0.75, "sort person": -0.08, "sort weapon": 0.85, "words": -0.81,
    }),
}
# fmt: on

__all__ = ["WEIGHTS"]

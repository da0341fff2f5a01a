"""For each slot a constant and the weights of the signs, in log-odds: made by ``python -m benchmarks.muc_fit``."""

# fmt: off
WEIGHTS: dict[str, tuple[float, dict[str, float]]] = {
    "PerpInd": (-1.35, {
        "accused, as appos": -0.09, "accused, as compound": -0.6, "accused, as conj": -0.05, "accused, as dobj": 0.76,
        "accused, as nsubjpass": 0.23, "accused, as other": 0.61, "accused, as pobj": 0.24, "accused, as poss": 0.16, "article a": 0.04,
        "article none": -0.51, "article other": 0.39, "article the": -0.2, "as ROOT": 0.32, "as appos": -0.03, "as compound": -2.09,
        "as conj": 0.31, "as dobj": -0.19, "as nsubj": 0.4, "as nsubjpass": 0.9, "as other": -0.27, "as pobj": 0.18, "as poss": 0.2,
        "grammar": 0.31, "grammar: another slot": -0.13, "grammar: inside such a phrase": -0.59, "mentions": 0.16,
        "mentions that the grammar names": 0.32, "mentions that the reader names": 0.33, "mentions that the reader thinks likely": -0.01,
        "number": -0.91, "plural": 0.22, "reader: another slot": 0.12, "reader: behind the likeliest of the page": -0.11,
        "reader: highest of the mentions": -0.15, "reader: likeliest word": 0.87, "reader: no slot likelier": 0.42, "sort event": -0.06,
        "sort name": -0.09, "sort object": 0.07, "sort organisation": -0.69, "sort other": 0.03, "sort person": 0.58, "sort weapon": -0.12,
        "words": -0.19,
    }),
    "PerpOrg": (-2.39, {
        "accused, as appos": 0.21, "accused, as compound": -0.21, "accused, as conj": -0.13, "accused, as dobj": 0.56,
        "accused, as nsubj": -0.5, "accused, as other": 0.16, "accused, as pobj": 0.52, "accused, as poss": -0.01, "article a": -0.01,
        "article none": -0.33, "article other": 0.01, "article the": 0.25, "as ROOT": -0.23, "as appos": 0.74, "as compound": -0.65,
        "as conj": 0.17, "as dobj": 0.12, "as nsubj": 0.14, "as nsubjpass": -0.07, "as other": -0.11, "as pobj": 0.01, "as poss": -0.19,
        "grammar": 0.23, "grammar: another slot": 0.17, "grammar: inside such a phrase": -0.85, "mentions": 0.68,
        "mentions that the grammar names": 0.27, "mentions that the reader names": 1.02, "mentions that the reader thinks likely": 0.34,
        "number": -0.22, "plural": 0.53, "reader: another slot": 0.17, "reader: behind the likeliest of the page": -0.22,
        "reader: highest of the mentions": 0.34, "reader: likeliest word": 0.2, "reader: no slot likelier": 0.3, "sort event": -0.21,
        "sort name": 0.38, "sort object": -0.36, "sort organisation": 0.5, "sort other": -0.1, "sort person": -0.2, "sort weapon": -0.1,
        "words": 0.29,
    }),
    "Target": (-3.76, {
        "accused, as compound": -0.38, "accused, as conj": -0.17, "accused, as dobj": -0.07, "accused, as other": -0.15,
        "accused, as pobj": -0.12, "accused, as poss": -0.15, "article a": 0.58, "article none": -0.09, "article other": -0.54,
        "as appos": 0.16, "as compound": -1.62, "as conj": 0.44, "as dobj": 0.49, "as nsubj": 0.14, "as nsubjpass": 0.94, "as other": -0.12,
        "as pobj": 0.25, "as poss": -0.4, "grammar": 0.71, "grammar: another slot": 0.06, "grammar: inside such a phrase": -0.51,
        "mentions": -0.08, "mentions that the grammar names": 0.29, "mentions that the reader names": 2.09,
        "mentions that the reader thinks likely": 0.68, "number": 0.54, "plural": 0.1, "reader: another slot": 0.05,
        "reader: behind the likeliest of the page": -0.14, "reader: highest of the mentions": -0.25, "reader: likeliest word": 0.69,
        "reader: no slot likelier": 0.29, "sort event": -0.1, "sort name": -0.53, "sort object": 1.02, "sort organisation": 0.1,
        "sort other": 0.43, "sort person": -0.91, "sort weapon": -0.05, "words": 0.01,
    }),
    "Victim": (-3.57, {
        "accused, as appos": -0.42, "accused, as compound": -0.14, "accused, as conj": 0.25, "accused, as dobj": 0.14,
        "accused, as nsubj": -0.1, "accused, as nsubjpass": 0.37, "accused, as other": -0.39, "accused, as pobj": -0.07,
        "accused, as poss": -0.11, "article a": 0.51, "article none": -0.04, "article other": -0.46, "article the": -0.17, "as ROOT": -0.15,
        "as appos": 0.08, "as compound": -0.68, "as conj": 0.39, "as nsubj": 0.35, "as nsubjpass": 0.06, "as other": 0.04, "as pobj": -0.15,
        "as poss": -0.09, "grammar": 0.88, "grammar: another slot": -0.32, "grammar: inside such a phrase": -1.56, "mentions": -0.27,
        "mentions that the grammar names": 0.38, "mentions that the reader names": 1.88, "mentions that the reader thinks likely": 1.1,
        "number": 0.54, "plural": 0.03, "reader: another slot": 0.08, "reader: behind the likeliest of the page": -0.14,
        "reader: highest of the mentions": 0.1, "reader: likeliest word": 0.35, "reader: no slot likelier": 0.38, "sort name": 0.37,
        "sort object": -0.82, "sort organisation": -0.82, "sort other": 0.21, "sort person": 1.0, "words": 0.16,
    }),
    "Weapon": (-0.5, {
        "accused, as compound": 0.05, "accused, as dobj": 0.16, "accused, as pobj": 0.19, "article a": -0.04, "article none": -0.21,
        "article other": 0.14, "article the": 0.08, "as appos": 0.1, "as compound": -0.17, "as conj": -0.18, "as dobj": 0.37,
        "as nsubj": 0.06, "as nsubjpass": 0.01, "as other": -0.19, "as pobj": 0.03, "grammar": 0.65, "grammar: another slot": -0.27,
        "grammar: inside such a phrase": -0.91, "mentions": -0.32, "mentions that the grammar names": 0.26,
        "mentions that the reader names": 0.81, "mentions that the reader thinks likely": 0.28, "number": -0.41, "plural": 0.05,
        "reader: another slot": 0.17, "reader: behind the likeliest of the page": -0.25, "reader: highest of the mentions": -0.15,
        "reader: likeliest word": 0.72, "reader: no slot likelier": 0.47, "sort event": 0.87, "sort name": -0.18, "sort object": -0.64,
        "sort organisation": -0.09, "sort other": -0.75, "sort person": -0.08, "sort weapon": 0.85, "words": -0.81,
    }),
}
# fmt: on

__all__ = ["WEIGHTS"]

"""The trained reader: examples from the developer cases, fine-tuning, and the ONNX file that the program ships."""

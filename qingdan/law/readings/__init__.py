"""Every ambiguity of the text: the options, the default, why. One module for each part of the law."""

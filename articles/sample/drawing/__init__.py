"""The drawing kit of the sample pictures: cut paper and woodblock print, with Pillow alone."""

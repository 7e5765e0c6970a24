"""Ways in: pure functions that read copy from elsewhere; commands and screens hand it to acts."""

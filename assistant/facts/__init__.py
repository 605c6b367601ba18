"""What people tell that decides a matter: days, sums, spans, choices. Interviews ask for them, calculators use them."""

"""Sound to text and back, turn-taking, spoken numbers. This room is laid out and still empty."""

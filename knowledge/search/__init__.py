"""Search: what is asked, what comes back, and how it is found."""

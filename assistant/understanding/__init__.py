"""Understanding: what is asked, where, when, how urgently."""

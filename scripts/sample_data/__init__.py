"""Makes the exports of an invented agency's clients, in the forms in which platforms write them."""

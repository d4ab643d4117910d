"""How the relation reader learns: marked sentences, the model's training, what it is worth. Not needed to read."""

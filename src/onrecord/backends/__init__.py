"""What stages need from models, as small Protocols, and the models that fill them."""

"""What the system says of a call that failed."""


def reason(error: OSError) -> str:
    """Why, in its words."""
    return (error.strerror or str(error)).lower()

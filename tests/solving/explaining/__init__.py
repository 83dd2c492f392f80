"""Why scenes cannot be shot."""

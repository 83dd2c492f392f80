"""Why not? The facts that leave scenes no day, and the ways out with their price."""

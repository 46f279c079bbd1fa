#pragma once

// The solver and what it needs are eleven libraries, which take a sixth of the time in which the export
// starts; most runs hide nothing. They are loaded by the first call of this function, which must come
// before any other of theirs. It gives the reason where they cannot be, and else a null pointer.
const char *rapporteur_load_solver(void);

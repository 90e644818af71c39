import { config } from "zod/mini";

// Compiling schemas pays off over many values; a run of the command line reads each but once.
config({ jitless: true });

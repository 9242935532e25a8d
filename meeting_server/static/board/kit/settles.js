/** How long what has just come under somebody's finger takes no press, in milliseconds: one press must not answer two things. */
export const SETTLES_MS = 700;

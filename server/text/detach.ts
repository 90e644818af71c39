/**
 * The same characters in a string of their own. V8 makes what is cut from a string a view of it, which keeps all of that string
 * for as long as the piece is kept.
 */
export const detached = (text: string): string => ` ${text}`.slice(1);

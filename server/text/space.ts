/** Whether a character is white space, or a text holds nothing else; the ideographic space is. */
export const isSpace = (text: string): boolean => text.trim() === "";

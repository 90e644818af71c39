/** What a writer reads, in both languages that the tool speaks. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Locale = keyof Message;

/** A piece of a draft in quotation marks; its own become single ones, as the standard has it inside a quotation. */
export const quoted = (text: string): string => `“${text.replaceAll("“", "‘").replaceAll("”", "’")}”`;

export const say = (zh: string, en: string): Message => ({ zh, en });

/** What a writer reads, in both languages that the tool speaks. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}

export type Locale = keyof Message;

export const say = (zh: string, en: string): Message => ({ zh, en });

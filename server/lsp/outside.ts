import type { Message } from "../text/message.ts";

/** What the server asks of the machine that it runs on. Paths are absolute, with slashes. */
export interface Outside {
  readonly version: string;
  /** The address of a rule's page, or null where it has none. */
  rulePage(rule: string): string | null;
  /** Whether a document is such a page, and so no draft. */
  isRulePage(uri: string): boolean;
  /** The path of a document; null for one that lies in no file system. */
  path(uri: string): string | null;
  uri(path: string): string;
  /** The text of a file; null where there is none that can be read, a message where it is not to be read. */
  read(path: string): Promise<string | Message | null>;
  /** The path to which links lead in the end; null where there is nothing. */
  real(path: string): Promise<string | null>;
  /** Puts a text into a file, all at once, making the folders it lies in. @throws where it cannot be written */
  write(path: string, text: string): Promise<void>;
}

/** What the server asks of the machine that it runs on. Paths are absolute, with slashes. */
export interface Outside {
  readonly version: string;
  /** The address of a rule's page, or null where it has none. */
  rulePage(rule: string): string | null;
  /** The path of a document; null for one that lies in no file system. */
  path(uri: string): string | null;
  uri(path: string): string;
  /** The text of a file; null where there is none that can be read. */
  read(path: string): Promise<string | null>;
}

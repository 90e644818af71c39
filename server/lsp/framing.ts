import { Transform } from "node:stream";
import { type Message, say } from "../text/message.ts";

/** No header is longer, in bytes. */
const LONGEST_HEADER = 8 * 1024;
/** No message is longer, in bytes: it could not become a string. */
const LONGEST_MESSAGE = 256 * 1024 * 1024;

const LF = 10;

/**
 * The bytes of an editor's messages with their headers put in order: lines that end in LF alone are taken, too. Where a
 * message ends cannot be known after a header that says nothing of it, or nonsense.
 * @param fail told of such a header; nothing more comes after it
 */
export function framed(fail: (message: Message) => void): Transform {
  let header = "";
  /** How many bytes of the message are still to come; null within a header. */
  let rest: number | null = null;
  let failed = false;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      for (let at = 0; at < chunk.length && !failed; ) {
        if (rest !== null) {
          const body = chunk.subarray(at, at + rest);
          this.push(body);
          at += body.length;
          rest = rest > body.length ? rest - body.length : null;
          continue;
        }
        const end = chunk.indexOf(LF, at) + 1 || chunk.length;
        header += chunk.toString("latin1", at, end);
        at = end;
        const whole = /^\s*$/.test(header) ? null : /\n\r?\n$/.test(header);
        if (whole === null && header.length < LONGEST_HEADER) continue;
        const length = whole ? lengthIn(header) : null;
        if (length !== null) {
          this.push(`Content-Length: ${length}\r\n\r\n`);
          header = "";
          rest = length > 0 ? length : null;
        } else if (whole || header.length >= LONGEST_HEADER) {
          failed = true;
          fail(unreadable(header));
        }
      }
      done();
    },
  });
}

/** What a header says of the length of its message, in bytes; null where that is nothing that can be meant. */
function lengthIn(header: string): number | null {
  const [, digits] = /^content-length[ \t]*:[ \t]*(\d+)[ \t]*$/im.exec(header) ?? [];
  return digits === undefined || Number(digits) > LONGEST_MESSAGE ? null : Number(digits);
}

const unreadable = (header: string): Message => {
  const shown = JSON.stringify(header.slice(0, 80));
  return say(
    `编辑器发来的消息头 ${shown} 读不懂，不知道消息有多长，语言服务只好结束。请检查编辑器的插件。`,
    `The header ${shown} does not say how long its message is, and the server ends; please check the editor’s plugin.`,
  );
};

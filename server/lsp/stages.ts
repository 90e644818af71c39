import {
  type Connection,
  ErrorCodes,
  type MessageStrategy,
  ResponseError,
  Message as Rpc,
} from "vscode-languageserver";
import { type Message, say } from "../text/message.ts";

/** What is answered to a request that comes too early or too late, by the code that the protocol has for it. */
const REFUSALS: Readonly<Record<number, Message>> = {
  [ErrorCodes.ServerNotInitialized]: say(
    "还没有收到 initialize，不能处理其他请求。",
    "No request is taken before initialize.",
  ),
  [ErrorCodes.InvalidRequest]: say(
    "initialize 只能有一次，shutdown 之后也不再处理请求。",
    "There is one initialize, and no request is taken after shutdown.",
  ),
};

/** The method under which a request that is refused goes on, so that it gets its answer as all others do. */
const REFUSED = "govreport/refused";

/** Lets through what an editor may send at the stage that its visit has reached: before, within or after it. */
export function stages(): MessageStrategy {
  let stage: "before" | "within" | "after" = "before";
  return {
    handleMessage(message, next) {
      if (Rpc.isNotification(message))
        return stage === "within" || message.method === "exit" ? next(message) : undefined;
      if (!Rpc.isRequest(message)) return next(message);
      const { method } = message;
      if (stage === "before" && method !== "initialize") return next(refused(message, ErrorCodes.ServerNotInitialized));
      if (stage === "after" || (stage === "within" && method === "initialize"))
        return next(refused(message, ErrorCodes.InvalidRequest));
      stage = method === "shutdown" ? "after" : "within";
      return next(message);
    },
  };
}

const refused = (message: Rpc, code: number): Rpc => ({ ...message, method: REFUSED, params: { code } }) as Rpc;

/** Has the requests answered that `stages` refuses. */
export const answerRefused = (connection: Connection): void =>
  void connection.onRequest(REFUSED, (asked: { readonly code?: number } | null) => {
    const code = asked?.code === ErrorCodes.ServerNotInitialized ? asked.code : ErrorCodes.InvalidRequest;
    const { zh, en } = REFUSALS[code]!;
    return new ResponseError(code, `${zh} ${en}`);
  });

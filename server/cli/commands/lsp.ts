import { say } from "../../text/message.ts";
import type { Command } from "../terminal/command.ts";

/** The language server: a bundle of its own beside this one, so that the other commands start lean. */
export const lsp: Command = {
  about: say("启动语言服务器", "start the language server"),
  options: { stdio: { about: say("经标准输入输出通信", "speak over standard input and output") } },
  run() {
    require(`${__dirname}/server.cjs`);
    // The editor says when it ends.
    return new Promise(() => {});
  },
};

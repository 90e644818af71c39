import { env, workspace } from "vscode";
import type { Locale } from "../server/text/message.ts";

/** The languages of which a document may be a report; the server decides by what it holds. */
export const LANGUAGES: readonly string[] = ["govreport", "plaintext", "markdown"];

const asked = workspace.getConfiguration("govreport").get("locale", "auto");

/** The language that the extension speaks: the one set, or English where VS Code does, or else Chinese. */
export const locale: Locale = (asked === "auto" ? env.language : asked).startsWith("en") ? "en" : "zh";

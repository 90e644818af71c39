import { env } from "vscode";
import type { Locale } from "../server/text/message.ts";

/** The languages of which a document may be a report; the server decides by what it holds. */
export const LANGUAGES: readonly string[] = ["govreport", "plaintext", "markdown"];

/** The language that the extension speaks: English where VS Code does, else Chinese. */
export const locale: Locale = env.language.startsWith("en") ? "en" : "zh";

/** Whether the watchdog stands over what is done at this moment, and may stop it at any place. */
export const isWatched = (): boolean => Symbol.for("govreport.inTime") in globalThis;

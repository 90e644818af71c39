/** How long an answer is waited for, in milliseconds. */
const PATIENCE = 2000;

/**
 * Asks somebody who may never answer. Whoever asks gets the answer, or after a while the last one that there was, and
 * undefined where there was none. While one is waited for in vain, the next are not waited for at all.
 * @param late told when an answer is first given up
 * @param news told when an answer has come after all that is another than the one given in its place
 */
export function patiently<T>(ask: () => Promise<T>, late: () => void, news: () => void): () => Promise<T | undefined> {
  let last: T | undefined;
  let patience = PATIENCE;
  return async () => {
    let givenUp = false;
    const answer = ask().then((value) => {
      const before = JSON.stringify(last);
      last = value;
      patience = PATIENCE;
      if (givenUp && before !== JSON.stringify(value)) news();
      return value;
    });
    let clock: NodeJS.Timeout | undefined;
    const over = new Promise<T | undefined>((resolve) => {
      clock = setTimeout(() => {
        if (patience > 0) late();
        patience = 0;
        givenUp = true;
        resolve(last);
      }, patience);
    });
    return Promise.race([answer, over]).finally(() => clearTimeout(clock));
  };
}

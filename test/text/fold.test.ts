import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../../server/text/fold.ts";

test("any text is folded offset for offset", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(fc.constantFrom(..."０９Ａｚ％．（）｜　😀件1"), fc.constant("\ud83d")) }),
      (text) => {
        const folded = fold(text);
        expect(folded.length).toBe(text.length);
        for (let i = 0; i < text.length; i++)
          expect(folded[i]).toBe(/[！-～]/.test(text[i]!) ? String.fromCharCode(text.charCodeAt(i) - 0xfee0) : text[i]);
      },
    ),
    { seed: 7 },
  );
});

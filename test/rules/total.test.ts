import * as fc from "fast-check";
import { expect, test } from "vitest";
import { lint } from "../../server/lint/run.ts";
import { analyse } from "../../server/report/report.ts";
import { rules } from "../../server/rules/index.ts";
import { applyEdits } from "../../server/text/edit.ts";
import { cutsCharacter } from "../../server/text/span.ts";
import { inForce } from "../kit.ts";

const active = inForce(rules.filter(({ id }) => /^(?:residue|wording|punctuation)\//.test(id)));

/** Pieces that the rules look for, right and wrong, so that random texts meet them in every order. */
const PIECES =
  "“ ” ‘ ’ 《 》 （ ） ( ) 【 】 〔 〕 ， 。 、 ； ： , ; : ! ? —— - … X XX × * ** ○○ __ 某某 某 20XX年 2024年 3 12件 % 人民 法治 制定 截止 其它 防患 加强 力度 体系 开展 进行 会 等 习近平 法治思想 法制 黄岩区 司法局 全市 我县 今年 去年 镇 街道 (2021)5号 发 \n 一、 （一） 一是 的 了 并 http://a.cn | 𠮷 😀".split(
    " ",
  );
const text = fc.array(fc.constantFrom(...PIECES, " "), { maxLength: 60 }).map((pieces) => pieces.join(""));

test("any text gets findings that lie in it, and no rule throws", () => {
  fc.assert(
    fc.property(text, (draft) => {
      const { diagnostics, failures } = lint(analyse(draft, { declared: true }), active);
      expect(failures).toEqual([]);
      for (const { span, related, fixes } of diagnostics) {
        const spans = [span, ...related.map((r) => r.span), ...fixes.flatMap((fix) => fix.edits.map((e) => e.span))];
        for (const { start, end } of spans) expect(0 <= start && start <= end && end <= draft.length).toBe(true);
        for (const at of spans.flatMap(({ start, end }) => [start, end])) expect(cutsCharacter(draft, at)).toBe(false);
      }
    }),
    { seed: 20240309, numRuns: 1500 },
  );
});

test("safe fixes come to an end", () => {
  fc.assert(
    fc.property(text, (draft) => {
      let fixed = draft;
      for (let round = 0; ; round++) {
        expect(round).toBeLessThan(8);
        const { diagnostics } = lint(analyse(fixed, { declared: true }), active);
        const edits = diagnostics.flatMap(({ fixes }) => fixes.filter(({ safe }) => safe).flatMap((fix) => fix.edits));
        const next = applyEdits(fixed, edits);
        if (next === fixed) return;
        fixed = next;
      }
    }),
    { seed: 20240309, numRuns: 600 },
  );
});

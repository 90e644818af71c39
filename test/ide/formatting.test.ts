import { expect, test } from "vitest";
import { formatting } from "../../server/ide/formatting.ts";
import { rules } from "../../server/rules/index.ts";
import { edited, open } from "./kit.ts";

const check = async (text: string, expected: string): Promise<void> => {
  const { snapshot } = await open(
    text,
    rules.map(({ id }) => id),
  );
  expect(edited(snapshot, formatting(snapshot))).toBe(expected);
};

test("labels, marks and blank lines are put in order, and nothing else", () =>
  check(
    "青山县司法局2024年工作总结\n\n\n一、2024年工作总结\n（一）、抓学习\n全年学习12次,同比增长20%。\n",
    "青山县司法局2024年工作总结\n\n一、2024年工作总结\n（一）抓学习\n全年学习12次，同比增长20%。\n",
  ));

test("a report in good form stays as it is", () =>
  check(
    "青山县司法局2024年工作总结\n\n一、2024年工作总结\n已完成。\n",
    "青山县司法局2024年工作总结\n\n一、2024年工作总结\n已完成。\n",
  ));

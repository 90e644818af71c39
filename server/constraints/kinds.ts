import { average } from "./average.ts";
import { change } from "./change.ts";
import { compound } from "./compound.ts";
import type { Kind } from "./constraint.ts";
import { days } from "./days.ts";
import { flow } from "./flow.ts";
import { gap } from "./gap.ts";
import { integer } from "./integer.ts";
import { multiple } from "./multiple.ts";
import { order } from "./order.ts";
import { points } from "./points.ts";
import { product } from "./product.ts";
import { rank } from "./rank.ts";
import { ratio } from "./ratio.ts";
import { rest } from "./rest.ts";
import { equal } from "./restatement.ts";
import { shares } from "./shares.ts";
import { sum } from "./sum.ts";
import { tally } from "./tally.ts";
import { trend } from "./trend.ts";

/** Every kind of constraint. A new one is a file and a line here. */
export const kinds: readonly Kind[] = [
  sum,
  shares,
  rest,
  flow,
  order,
  ratio,
  average,
  product,
  change,
  points,
  gap,
  multiple,
  compound,
  rank,
  trend,
  integer,
  tally,
  days,
  equal,
];

export const kindOf = new Map(kinds.map((kind) => [kind.name, kind]));

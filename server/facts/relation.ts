import { memo } from "../text/memo.ts";
import type { Paragraph } from "../report/paragraph.ts";
import { type Balance, balancesOf } from "./relations/balance.ts";
import { type Change, changesOf } from "./relations/change.ts";
import { type Order, ordersOf } from "./relations/order.ts";
import { type Rate, ratesOf } from "./relations/rate.ts";
import { type Total, totalsOf } from "./relations/total.ts";

/** How figures of one paragraph hang together. */
export type Relation = Total | Rate | Change | Balance | Order;

export const relationsOf = memo((paragraph: Paragraph): readonly Relation[] => [
  ...totalsOf(paragraph),
  ...ratesOf(paragraph),
  ...changesOf(paragraph),
  ...balancesOf(paragraph),
  ...ordersOf(paragraph),
]);

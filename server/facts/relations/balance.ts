import { memo } from "../../text/memo.ts";
import { isExact, slack } from "../arithmetic.ts";
import { type Mention, mentionsOf } from "../mention.ts";
import type { Paragraph } from "../../report/paragraph.ts";
import { sameUnit } from "./neighbours.ts";

/** Counts of which the last is what the others leave: 接收3502人 − 解除3112人 ＝ 在册390人. */
export interface Balance {
  readonly kind: "balance";
  readonly claim: Mention;
  readonly terms: readonly { readonly mention: Mention; readonly sign: 1 | -1 }[];
  readonly value: number;
  readonly verdict: "holds" | "fails";
}

/** An account: what it opens with, what comes in, what goes out, and the balance that is left. */
interface Account {
  readonly opening: RegExp;
  readonly inflow: RegExp;
  readonly outflow: RegExp;
  readonly balance: RegExp;
  /** How single matters may go out, each counted for itself. */
  readonly ways?: RegExp;
  /** Whether it balances without an opening stated: 累计接收 counts from the start, 新收 does not. */
  readonly fromNothing: RegExp | null;
}

const ACCOUNTS: readonly Account[] = [
  {
    opening: /上[年期月季][^,;:。]{0,6}(?:结转|旧存|遗留|结存)|期初|年初|旧存|结转|原有|原在册/,
    inflow: /(?:累计|共|历年|建矫以来)?(?:接收|列管|入矫|登记|纳入|收治|收押)/,
    outflow: /解除|解矫|期满|解教|出矫|移出|退出|注销|释放|出所/,
    balance: /在册|在矫|现有|在管|在教|在押|尚有|目前有|剩余|实有|在列/,
    fromNothing: /累计|历年|以来|成立|截至/,
  },
  {
    opening: /结转(?!下|至)|旧存|存量|年初|上[年期]遗留|遗留|期初|积存/,
    inflow: /新收|新受理|新接|新增|收案|新立|当年受理|当年收|本期收|本年收|收到/,
    outflow: /办结|审结|结案|执结|已结|化解|处结|答复/,
    balance: /未结|在办|正在办理|尚未|尚存|结存|存案|期末|未办结|未审结|剩余|结转[下至]/,
    fromNothing: null,
  },
  {
    opening: /(?!)/,
    inflow: /受理|收到|办理(?!完毕)|代理|接到|共有|接收|交办|转办|承办|派发/,
    outflow: /办结|审结|结案|已结|办理完毕|处理完毕|执结|答复/,
    balance: /未结|在办|正在办理|尚未|未办结|未审结|在审|未完结|办理中|剩余|结存|存案/,
    ways: /撤诉|撤回|驳回|维持|撤销|终止|终结|调解|裁决|判决|和解|移送/,
    fromNothing: /(?:)/,
  },
  {
    opening: /(?!)/,
    inflow: /发现|排查|查出|摸排/,
    outflow: /整改|销号|整治|消除/,
    balance: /正在整改|未整改|限期|整改中|尚未|剩余|其余/,
    fromNothing: /(?:)/,
  },
  {
    opening: /(?:上[年期]末?|[年期月]初)[^,;:。]{0,4}(?:结余|结存|余额|滚存)|结转/,
    inflow: /收入/,
    outflow: /支出/,
    balance: /结余|年末滚存|余额|盈余/,
    fromNothing: /(?:)/,
  },
  {
    opening: /(?:上[年期]末?|[年期月]初)[^,;:。]{0,4}(?:结余|结存|余额|滚存)|结转/,
    inflow: /下达|到位|筹集|争取|安排|拨付|收回/,
    outflow: /支出|使用|支付/,
    balance: /(?<!累计)(?:结余|剩余|余额)|尚未(?:使用|支出|支付)/,
    fromNothing: /(?:)/,
  },
  {
    opening: /年初|期初|原有|上年末/,
    inflow: /新增|接收|迁入|招录|招聘|新登记|新设立|新注册|购入|采购|印制|制作|转入|调入|新设|新建|入库/,
    outflow: /注销|解除|迁出|离职|辞职|退休|调离|发放|领用|转出|调出|减少|退出|吊销|出库|销号/,
    balance: /净增|净流入|净转入|净迁入|期末|年末|实有|现有|目前有|结存|在库|库存/,
    fromNothing: /净/,
  },
  {
    opening: /(?!)/,
    inflow: /应(?:到|出席|参[会加])/,
    outflow: /请假|缺席|缺勤|未到/,
    balance: /实(?:际)?(?:到|出席|参[会加])/,
    ways: /假|缺席|缺勤|未到|公出/,
    fromNothing: /(?:)/,
  },
];

/** Whether two counts go opposite ways in some account: 接收 and 解除. */
export const opposed = (a: Mention, b: Mention): boolean =>
  ACCOUNTS.some(({ inflow, outflow }) => inflow.test(said(a)) && outflow.test(said(b)));

/** What was there before and what came to it make up what there is. */
interface Growth {
  readonly carried: RegExp;
  readonly fresh: RegExp;
  readonly made: RegExp;
  /** Whether the three stand in this order with no other count between them. */
  readonly inRow: boolean;
}

const GROWTHS: readonly Growth[] = [
  {
    carried: /结转|旧存|上一?年度?[^,;:。]{0,4}转入|上[年期]遗留|积存/,
    fresh: /新收|新受理|新接|新增|新立|当年受理|当年新收|本期新收/,
    made: /收案|办理|受理|代理|审理|承办|处理|(?<![解审])共|合计|总计/,
    inRow: false,
  },
  {
    carried: /(?:上[年期]末?|年初|期初)[^,;:。]{0,4}(?:结余|结转|结存|余额)/,
    fresh: /到账|到位|下达|收入|拨入|筹集/,
    made: /(?:可用|可支配|可供)(?!余额|结余|存量)/,
    inRow: true,
  },
  {
    carried: /^(?:在|[^,;:。]{0,14}在)?(?:上年|去年|原有|年初)[^,;:。]{0,6}的?基础上/,
    fresh: /新[增建设招聘购]|增[加设]/,
    made: /^(?:总[数量额]|总人数|共|现|已|目前|累计)*(?:达(?![标成])|增[至到]|增加[至到]|扩大[至到])/,
    inRow: true,
  },
];

/** The balances of a paragraph. */
export const balancesOf = memo((paragraph: Paragraph): readonly Balance[] => {
  const sentences = new Map<number, Mention[]>();
  for (const mention of mentionsOf(paragraph)) {
    if (mention.standing !== "level" && mention.standing !== "delta" && mention.standing !== "base") continue;
    const home = mention.owner && mention.group !== mention.owner.group ? mention.owner.sentence : mention.sentence;
    const sentence = sentences.get(home);
    if (!sentence) sentences.set(home, [mention]);
    else if (sentence.length < 24) sentence.push(mention);
  }
  return [...sentences.values()].flatMap((mentions) =>
    mentions.length < 2 ? [] : [...left(mentions), ...GROWTHS.flatMap((growth) => [...grown(growth, mentions)])],
  );
});

const said = ({ before, after }: Mention): string => before.slice(-20) + after.slice(0, 10);

function* left(mentions: readonly Mention[]): Generator<Balance> {
  for (const claim of mentions) {
    for (const account of ACCOUNTS) {
      if (!account.balance.test(said(claim)) || account.opening.test(said(claim))) continue;
      const others = mentions.filter(
        (m) =>
          m !== claim &&
          sameUnit(m.figure, claim.figure) &&
          (m.index < claim.index || m.owner === claim || /累计/.test(m.before)),
      );
      const out = others.filter((m) => account.outflow.test(said(m)) && !account.balance.test(said(m)));
      const opening = others.find((m) => account.opening.test(said(m)));
      const into = others.filter((m) => m !== opening && account.inflow.test(said(m)) && !out.includes(m));
      // 累计结余 holds what earlier years left as well.
      if (into.length !== 1 || /其中/.test(claim.gap) || (!opening && /(?:累计|滚存)结余/.test(said(claim)))) continue;
      const ways = waysOut(account, into[0]!, claim, others);
      if (out.length !== 1 && ways.length < 2) continue;
      if (!opening && !account.fromNothing?.test(into[0]!.gap + said(into[0]!) + claim.before)) continue;
      const terms = [...(opening ? [opening] : []), ...into].map((mention) => ({ mention, sign: 1 as const }));
      const gone = (ways.length > 1 ? ways : out).map((mention) => ({ mention, sign: -1 as const }));
      yield* weigh(claim, [...terms, ...gone], others);
      break;
    }
  }
}

/** 受理180件，调解96件，裁决60件，撤诉12件，尚有12件未结: all that stands between, where all of it tells how matters went out. */
function waysOut({ ways }: Account, into: Mention, claim: Mention, others: readonly Mention[]): readonly Mention[] {
  const between = others.filter((m) => m.index > into.index && m.index < claim.index);
  return ways && between.every((m) => ways.test(said(m)) && m.group === claim.group) ? between : [];
}

function* grown(growth: Growth, mentions: readonly Mention[]): Generator<Balance> {
  const carried = mentions.find((m) => growth.carried.test(said(m)));
  const fresh = mentions.find((m) => growth.fresh.test(said(m)) && m !== carried);
  if (!carried || !fresh || !sameUnit(carried.figure, fresh.figure)) return;
  const claim = mentions.find(
    (m) =>
      m !== carried &&
      m !== fresh &&
      sameUnit(m.figure, fresh.figure) &&
      growth.made.test(said(m)) &&
      !/结案|办结|审结|未结|成功|[已执]结/.test(said(m)) &&
      (m.index > Math.max(carried.index, fresh.index) || m.index < Math.min(carried.index, fresh.index)),
  );
  if (!claim || (growth.inRow && (fresh.index !== carried.index + 1 || claim.index !== fresh.index + 1))) return;
  if (growth.inRow && /其中/.test(claim.gap)) return;
  yield* weigh(
    claim,
    [carried, fresh].map((mention) => ({ mention, sign: 1 as const })),
    mentions,
  );
}

/** Says nothing where another count of the sentence, in place of a term (收到135件，受理126件) or beside them, would make it balance. */
function* weigh(claim: Mention, terms: Balance["terms"], others: readonly Mention[]): Generator<Balance> {
  const all = [claim, ...terms.map(({ mention }) => mention)];
  if (!all.every(({ figure }) => isExact(figure))) return;
  const value = terms.reduce((sum, { mention, sign }) => sum + sign * mention.figure.value!, 0);
  const room = all.reduce((sum, { figure }) => sum + slack(figure), 0) + Math.abs(value) * 1e-12;
  const balances = (sum: number): boolean => Math.abs(sum - claim.figure.value!) <= room;
  const holds = balances(value);
  const spare = others.filter((m) => !all.includes(m) && sameUnit(m.figure, claim.figure));
  if (!holds && spare.some((m) => balances(value - m.figure.value!) || balances(value + m.figure.value!))) return;
  if (
    !holds &&
    terms.some(({ mention, sign }) =>
      spare.some((m) => balances(value + sign * (m.figure.value! - mention.figure.value!))),
    )
  )
    return;
  yield { kind: "balance", claim, terms, value, verdict: holds ? "holds" : "fails" };
}

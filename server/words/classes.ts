/**
 * What a word does to the figures beside it. A word may be of several classes; the table is the only place that says so.
 *
 * of: opens the parts of a whole · each: shares figures out in order · sum: what is before it, together · rest: what is
 * left of a whole · plus: adds to what was told · up, down: a change · reach: makes a change end in a level · from: begins
 * it · compare: holds two values against each other · earlier, now: the time · plan: a target · share, rate: a part of a
 * whole in percent · average, yearly: a mean · comparable: not in nominal terms · elsewhere: of others · rank: a place in
 * an order · open: the list leaves something out · opening, closing, inflow, outflow, net: the parts of an account · both,
 * first, second: stand for what was named before · negative: the complement of what follows.
 */
const WORDS = {
  of: "当中 其中 包括 包含 含 含有 内含 分属 涵盖 分为 分别为 分别是 涉及 即 就是 计有 分布 来自 覆盖 主要是 主要为 主要有 结果为 结果是",
  each: "各是 逐个为 逐年为 逐批 逐批为 逐季为 逐月为 分别 依次 各 分别为 分别是 分别有 分别达 分别占 各自",
  sum: "加总 拢共 通共 归总 累加 合共 总和 加到一起 加在一块 合在一起 加在一起 合占 组成 组成的 构成 共 合计 总计 共计 累计 总共 总数 总量 总额 总的 合起来 相加 加起来 之和 一共 计 总数为 总量达 总数达 总额达 合并 总规模 两项",
  rest: "下剩 剩 其余 余下 剩下 剩余 其它 其他 余 尚余 尚有 仍有 另有 另外 还有 还剩 结余 另",
  left: "还差 尚差 还缺 尚缺 尚欠 下剩 缺口 空编 空缺 缺编 其余 余下 剩下 剩余 尚余 还剩 余",
  plus: "连同 加上 加 另加 再加上 外加 再加",
  up: "微增 微涨 略增 升到 增到 增为 幅度 上扬 走高 抬高 抬升 攀高 增大 添 扩 扩幅 净扩 净添 净涨 涨到 涨至 抬到 提到 提至 加到 调高 拉高 提 净增加 增长 增加 上升 提高 提升 上涨 升高 攀升 扩大 增多 净增 多出 高出 增 升 涨 多 高 快 高于 多于 快于 增收 增支 多收 多支 扩容 延长 增幅 增速 涨幅 升幅 增长率 增至 升至 提高到 增加到 上升到 提升到 扩大到 增长到 上调 前移 前进 上移 上浮 增产 多增 翻 提速 跃升 领先 超出 超过 递增 拓展 回升 偏多 偏高 增长至 提升至 提高至 上升至 扩大至 增加至 扩充至 扩充到 发展到 扩展到 上调至 上调到 翻番 加快",
  down: "微降 微跌 略降 略减 提前 跌去 压 下挫 缩水 掉 缩 缩幅 压到 压至 调低 砍到 收缩 滑落 跌到 跌至 掉到 缩到 缩至 缩为 砍掉 净减少 下降 减少 降低 回落 下滑 下跌 缩减 压减 压缩 缩短 净减 少于 低于 慢于 减 降 跌 少 低 慢 少了 减收 减支 少收 少支 收窄 下调 降幅 减幅 跌幅 下降率 降至 减至 降到 减到 降为 减为 下降到 减少到 压减到 压缩到 缩短到 降低到 回落到 下降至 减少至 压减至 压缩至 缩短至 降低至 回落至 精简 精简到 精简至 锐减 后移 节约 节省 减产 压降 压降到 压降至 缩小 缩小到 落后 退后 萎缩 走低 下移 偏少 偏低 少发 整合为 下调至 下调到",
  reach:
    "涨到 涨至 抬到 提到 提至 加到 压到 压至 砍到 跌到 跌至 掉到 缩到 缩至 缩为 至 到 为 达 达到 增至 升至 降至 减至 降到 减到 增到 升到 降为 减为 增为 提高到 增加到 上升到 提升到 扩大到 增长到 下降到 减少到 压减到 压缩到 缩短到 降低到 回落到 增长至 提升至 提高至 上升至 扩大至 增加至 下降至 减少至 压减至 压缩至 缩短至 降低至 回落至 扩充至 扩充到 发展到 扩展到 精简到 精简至 压降到 压降至 缩小到 整合为 上调至 上调到 下调至 下调到 调整为 变为 改为 改成 调为 变成",
  from: "由 从 自",
  compare: "反比 比 较 与 同 同比 环比 相比 对比 相较 和 比较 相较于 较之 按年",
  compared: "同比 环比 相比 对比 相较 相较于",
  earlier:
    "常年值 常年均值 多年平均 历年平均 往年同期 头年 上年度末 上年年末 法定 上年 去年 上年同期 去年同期 上年末 上年底 去年底 去年末 年初 同期 上一年 上年度 前年 上期 上月 上季度 上一轮 首批 上届 上一届 期初 年前 往年 原来 原先 此前 原 当初 上学年 上学期 改革前 整改前 清理前 实施前 历史 上个月 上一年度 上一季度 上一次 上次 上一期 上一批",
  now: "眼下 今年 本年 本年度 年末 年底 期末 目前 全年 当年 本期 现有 现 年内 当期 当前 报告期末 岁末 如今 本轮",
  plan: "目标 任务 计划 预算 指标 目标值 任务数 计划数 预算数 年度目标 年度任务 年度计划 控制线 力争 确保 不低于 不少于 不超过 争取 预计 预期 拟 将 计划数为 下达 标准 调整预算 年初预算 控制数 限额 目标任务 任务量 应完成 核定 规定 红线 底线 时序进度",
  share: "独占 占掉 占据 占 占比 占到 比重 占了 占去 比例 占比为 占比达 仅占 约占 恰占 各占 只占 份额",
  average:
    "人均 人次均 户均 村均 案均 件均 笔均 平均 日均 月均 亩均 车均 单均 场均 校均 周均 次均 条均 每 平均每 篇均 镇均 家均 师均 生均 每人 每户 每件 每案 每场 每亩 每年 每月 每天 每日 班均 时均 床均 项均 企均 季均 点均 乡均 所均 台均 期均 队均 栋均 头均 座均 站均 只均 辆均 吨均 县均 区均 街均 组均 员均 份均 票均 批均 例均 起均 宗均 园均 库均 盏均 科均 院均 馆均 桌均 车次均 均为",
  yearly: "年均 年平均 复合 平均增长 平均增速 年均增长 月均增长",
  comparable: "可比 可比口径 不变价 可比价 可比价格 按可比口径 同口径 可比增长 剔除 扣除 不变价格",
  elsewhere:
    "全国 全省 全市平均 平均水平 全省平均 全国平均 全市平均水平 全省平均水平 全国平均水平 全县平均 全区平均 平均值 均值 平均进度",
  rank: "位居 位列 排名 列 居 位次 名列 排 排在 排位 排第 跻身 名次",
  open: "等 主要 主要包括 主要是 主要为 主要有",
  opening:
    "老案 旧案 旧账 原有 原存 上年转来 去年结转 去年转来 去年转入 期初余额 期初结存 年初结存 年初结余 上年留存 上期结转 上年剩余 上年未结 上年未办结 往年积压 结转 上年结转 年初 期初 转入 遗留 年初结转 结转的 上年末 旧存 接转 上年转入 上年遗留 跨年 上年结余 年初余额 年初库存 年初在册",
  closing:
    "在站 在院 在所 压着 挂着 搁着 眼下 留到下年 留待下年 转到下年 转至下年 顺延下年 跨年办理 在审 在侦 待办结 手头还有 没办完 未办完 年末挂账 年末留存 期末留存 现行 现行有效 现在册 现有在册 尚有 尚存 现存 尚在 未结 未办结 未审结 尚未审结 尚未办结 结转下年 在册 年末 期末 余额 在办 库存 结存 年末余额 留存 期末余额 结转下年度 在管 在矫 在养 月末 年底 未了结 贮存 滚存 滚存结余 仍在办理 正在办理",
  inflow:
    "入站 入所 入园 新发展 购进 建成 准入 拨入 划拨 筹得 筹措 识别 冒出 落户 新开 新开工 进来 接了 新进 新上 新排查 新挂账 新认证 引进 调进 补录 招收 招进 新招聘 到账 划入 迁入 新签 新核发 入账 增补 归集 筹集 募集 招录 招聘 录用 吸纳 新收 受理 立案 收案 新增 新登记 入库 接收 转入 收入 新设 入住 入矫 收到 登记 新接收 累计接收 新纳入 新入 新入库 当年收入 入院 新发 调入 新立 新领证 新制定 产生 总收入 发行 购入 采购 新设立 新认定 新购 新招 新任 补充 进货 新建 新成立 收缴 追加 新备案 新取证",
  outflow:
    "离站 离所 离园 离院 消耗 耗用 耗费 销毁 拆除 拆掉 报损 离团 离会 转往 离岗 迁往 用于 拨付 完工 竣工 办掉 结掉 走了 清掉 销掉 办完 结清 销账 摘牌 到期未续 期满退出 出列 划出 迁走 吊销 停办 歇业 清出 销户 去世 病故 辞职 调走 外调 扣除 扣减 减去 核减 关停 收回 清退 使用 消除 化解 离职 转出 流出 上缴 办结 审结 答复 办复 注销 解除 解矫 出库 支出 退出 离院 结案 累计解除 销号 退回 了结 死亡 清退 废止 出院 调出 结束 减少 终结 迁出 撤销 总支出 处置 利用处置 还本 退休 退役 报废 使用 退捕 核销 调离 离开 取消 领用 发出 辞退 送出 消化 兑付 偿还 淘汰 到期 调减 失效 宣布失效 转为 盘活 抓获 撤回",
  net: "净增 净减 净增加 净减少 相抵 轧差 增减相抵 收支相抵 两下相抵 当年结余 当期结余 结余 轧抵 净增长 纯增 冲抵 抵扣 净流入",
  both: "两者 二者 两项 三项 三者 四项 两类 三类 四类 五类 六类 七类 八类 五项 六项 七项 两级 两个 三个",
  first: "前者",
  second: "后者",
  negative: "非 未 不 没有 没 未能 尚未 不予 不够 暂未",
} as const satisfies Record<string, string>;

export type Class = keyof typeof WORDS;

const CLASSES = Object.keys(WORDS) as readonly Class[];

/** The classes of every word of the table, as a set of bits; `bit` gives a class's own. */
export const classes: ReadonlyMap<string, number> = (() => {
  const found = new Map<string, number>();
  for (const [index, name] of CLASSES.entries())
    for (const word of WORDS[name].split(" ")) found.set(word, (found.get(word) ?? 0) | (1 << index));
  return found;
})();

const BITS = Object.fromEntries(CLASSES.map((name, index) => [name, 1 << index])) as Readonly<Record<Class, number>>;

export const bit = (name: Class): number => BITS[name];

/** Words that hold one thing against another: 高于全市. */
export const against: ReadonlySet<string> = new Set(
  "高于 低于 多于 少于 快于 慢于 优于 好于 高出 低出 超出 超过 领先 落后 滞后".split(" "),
);

/** Words that say nothing of what is counted. */
export const light: ReadonlySet<string> = new Set(
  "的 按 现价 名义 自然口径 自然 计算 统计 口径 折合 相当于 实际 基础 基础上 底 末 初 时 间 度 月底 年底 了 已 已经 只有 仅有 有 为 是 达 达到 共 也 均 还 再 又 则 将 在 中 对 于 被 由 从 把 向 与 和 及 或 并 其 该 本 各 全 约 近 超 超过 突破 逾 仅 只 就 才 都 先后 完成 实现 开展 进行 予以 得到 给予 共有 现有 总计 合计 共计 累计 分别 依次 以 按 到 至 之 所 而 等 上 下 内 后 前 里 当中 其中 包括 一 个 年 月 日 全年 年内 今年 当年 上半年 下半年 目前 截至 期间 全县 全区 全市 全镇 全省 我县 我区 我市 我局 全局 全系统 年度 同比 环比 比 较 上年 去年 增长 下降 增加 减少 提高 占 占比 率 共同 顺利 全部 直接 累 计 数 数量 总 总数 总量 人数 件数 户数 次数 笔数 总额 金额 这 那 此 使 让 令 用 可 能 会 要 仍 即 另 另外 另有 还有 其余 余下 剩下 剩余 其他 其它 连同 加上 高达 多达 仅为 约为 涉及 含 包含 处于 属 属于 来自 系 级 类 上述 以来 正好 恰好 刚好 大体 大致".split(
    " ",
  ),
);

// Words that shape a list of parts.

/** They begin a list within the list. */
export const NESTED = /其中|包括|包含|涵盖|含/;
/** They begin something else. */
export const RESET =
  /(?:^|[,;:。、])(?:另外|另(?!有|外有)|此外|同时|并|全年|上半年|截至|累计|合计|共计|总计|总共|一共|共|全[市区县省镇]|新增|[^,;:。、]{0,6}(?:合计|共计|总计|总共))|[,;。](?:尚有|尚存|尚未(?:使用|支出|支付)|(?:年末|期末|账面)[^,;:。、]{0,4}(?:余额|结余|结存|库存))/;
/** They name what is left over. */
export const REST = /(?:其余|其他|其它|剩余|余下|剩下|另有|另外)/;
/** They leave a list open. */
export const OPEN_END = /等(?!级|于|额|次|候|待|高|学)|主要|之多|为主/;

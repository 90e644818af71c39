import balanceMismatch from "./figure/balance-mismatch.ts";
import bareChange from "./figure/bare-change.ts";
import baseNotStated from "./figure/base-not-stated.ts";
import changeMismatch from "./figure/change-mismatch.ts";
import changeWithoutQuantity from "./figure/change-without-quantity.ts";
import cutOff from "./figure/cut-off.ts";
import doubleApproximation from "./figure/double-approximation.ts";
import impossibleChange from "./figure/impossible-change.ts";
import impossibleDate from "./figure/impossible-date.ts";
import impossibleDecrease from "./figure/impossible-decrease.ts";
import impossibleRate from "./figure/impossible-rate.ts";
import inconsistentUnit from "./figure/inconsistent-unit.ts";
import inconsistentValue from "./figure/inconsistent-value.ts";
import levelWithoutOrigin from "./figure/level-without-origin.ts";
import listedCount from "./figure/listed-count.ts";
import missingUnit from "./figure/missing-unit.ts";
import noComparison from "./figure/no-comparison.ts";
import numeralStyle from "./figure/numeral-style.ts";
import partExceedsWhole from "./figure/part-exceeds-whole.ts";
import percentOrPoints from "./figure/percent-or-points.ts";
import range from "./figure/range.ts";
import rateMismatch from "./figure/rate-mismatch.ts";
import rateWithoutBase from "./figure/rate-without-base.ts";
import sumMismatch from "./figure/sum-mismatch.ts";
import tableBalance from "./figure/table-balance.ts";
import betweenTitles from "./punctuation/between-titles.ts";
import dash from "./punctuation/dash.ts";
import documentNumber from "./punctuation/document-number.ts";
import halfWidth from "./punctuation/half-width.ts";
import listMark from "./punctuation/list-mark.ts";
import punctuationRepeated from "./punctuation/repeated.ts";
import spacing from "./punctuation/spacing.ts";
import unpaired from "./punctuation/unpaired.ts";
import foreignPlace from "./residue/foreign-place.ts";
import halfMasked from "./residue/half-masked.ts";
import placeholder from "./residue/placeholder.ts";
import staleYear from "./residue/stale-year.ts";
import webText from "./residue/web-text.ts";
import type { AnyRule } from "./rule.ts";
import emptySection from "./structure/empty-section.ts";
import enumerationSequence from "./structure/enumeration-sequence.ts";
import headingParallel from "./structure/heading-parallel.ts";
import headingPunctuation from "./structure/heading-punctuation.ts";
import misplacedContent from "./structure/misplaced-content.ts";
import missingCause from "./structure/missing-cause.ts";
import missingSection from "./structure/missing-section.ts";
import missingSignature from "./structure/missing-signature.ts";
import missingTitle from "./structure/missing-title.ts";
import numbering from "./structure/numbering.ts";
import numberingStyle from "./structure/numbering-style.ts";
import planPeriod from "./structure/plan-period.ts";
import reportingSpan from "./structure/reporting-span.ts";
import runInHeading from "./structure/run-in-heading.ts";
import sectionOrder from "./structure/section-order.ts";
import signatureDate from "./structure/signature-date.ts";
import thinSection from "./structure/thin-section.ts";
import titlePeriod from "./structure/title-period.ts";
import collocation from "./wording/collocation.ts";
import confusable from "./wording/confusable.ts";
import fixedPhrase from "./wording/fixed-phrase.ts";
import longSentence from "./wording/long-sentence.ts";
import repeated from "./wording/repeated.ts";
import termConsistency from "./wording/term-consistency.ts";
import titleConsistency from "./wording/title-consistency.ts";

/** Every rule there is; a new one costs its file and one line here, in the order of ids. */
export const rules: readonly AnyRule[] = [
  balanceMismatch,
  bareChange,
  baseNotStated,
  changeMismatch,
  changeWithoutQuantity,
  cutOff,
  doubleApproximation,
  impossibleChange,
  impossibleDate,
  impossibleDecrease,
  impossibleRate,
  inconsistentUnit,
  inconsistentValue,
  levelWithoutOrigin,
  listedCount,
  missingUnit,
  noComparison,
  numeralStyle,
  partExceedsWhole,
  percentOrPoints,
  range,
  rateMismatch,
  rateWithoutBase,
  sumMismatch,
  tableBalance,
  betweenTitles,
  dash,
  documentNumber,
  halfWidth,
  listMark,
  punctuationRepeated,
  spacing,
  unpaired,
  foreignPlace,
  halfMasked,
  placeholder,
  staleYear,
  webText,
  emptySection,
  enumerationSequence,
  headingParallel,
  headingPunctuation,
  misplacedContent,
  missingCause,
  missingSection,
  missingSignature,
  missingTitle,
  numbering,
  numberingStyle,
  planPeriod,
  reportingSpan,
  runInHeading,
  sectionOrder,
  signatureDate,
  thinSection,
  titlePeriod,
  collocation,
  confusable,
  fixedPhrase,
  longSentence,
  repeated,
  termConsistency,
  titleConsistency,
];

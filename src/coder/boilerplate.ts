/**
 * Lines that belong to the paper and not to the report: bylines, copyright lines, photo credits, calls to subscribe.
 * Each pattern looks at the beginning of one sentence of bounded length.
 */
const beginnings = [
  /^(?:copyright|\(c\)|©|all rights reserved|prohibited from unauthori[sz]ed)/i,
  /^by [A-Z][\w.'’-]+ [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?$/,
  /^(?:photo|image|picture|source|credit|file photo|graphic)s?\s*(?:by|:|\/|credit)/i,
  /^(?:read (?:more|also|next)|related|see also|subscribe|sign up|follow us|click here|advertisement|share this|publisher[’']s note$|editor[’']s note$)/i,
  /^(?:reporting|writing|editing|additional reporting) by /i,
];
const longest = 160;

/** Whether a sentence is such a line. Photo captions are not: they tell of events. */
export function isBoilerplate(sentence: string): boolean {
  if (sentence.length > longest) return false;
  const text = sentence.trim();
  return (
    beginnings.some((pattern) => pattern.test(text)) || /(?:©|all rights reserved)/i.test(text)
  );
}

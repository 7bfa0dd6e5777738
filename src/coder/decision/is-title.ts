const longest = 25;
const shortest = 3;

/** Whether words stand as titles do: few, and without an end mark. */
export function isTitle(words: readonly { readonly form: string }[]): boolean {
  const last = words[words.length - 1];
  return words.length >= shortest && words.length <= longest && !/^[.!?…:;,]$/.test(last.form);
}

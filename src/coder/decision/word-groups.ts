/** Groups of words that stand in like company, learned from running text. */
export interface WordGroups {
  /** Names of the groups that a lemma belongs to, from the broad to the narrow; undefined where it is not known. */
  groupsOf(lemma: string): readonly string[] | undefined;
}

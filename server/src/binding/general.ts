// The rules that read a team's own names out of its sentences; where a rule of the catalogue knows the subject, they stand back.

export const generalRules: ReadonlySet<string> = new Set([
  "banned-name",
  "required-keyword",
  "required-decorator",
  "required-base",
  "name-pattern",
  "unwanted-base",
  "unwanted-exception",
  "misplaced-definition",
  "missing-member",
  "unwanted-member",
  "module-boundary",
  "call-order",
]);

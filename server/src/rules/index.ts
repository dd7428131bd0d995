// The catalogue in order of ids. Made by `npm run generate`; do not edit.

import { bareExcept } from "./catalogue/bare-except.ts";
import { constantCase } from "./catalogue/constant-case.ts";
import { customExceptions } from "./catalogue/custom-exceptions.ts";
import { deleteChildrenFirst } from "./catalogue/delete-children-first.ts";
import { docstrings } from "./catalogue/docstrings.ts";
import { eagerLoading } from "./catalogue/eager-loading.ts";
import { expectedExceptionLevel } from "./catalogue/expected-exception-level.ts";
import { httpExceptionStatus } from "./catalogue/http-exception-status.ts";
import { importOrder } from "./catalogue/import-order.ts";
import { indentation } from "./catalogue/indentation.ts";
import { lineLength } from "./catalogue/line-length.ts";
import { logExceptionContext } from "./catalogue/log-exception-context.ts";
import { missingIndex } from "./catalogue/missing-index.ts";
import { missingTypeHints } from "./catalogue/missing-type-hints.ts";
import { modernTypeSyntax } from "./catalogue/modern-type-syntax.ts";
import { moduleName } from "./catalogue/module-name.ts";
import { nPlusOne } from "./catalogue/n-plus-one.ts";
import { naiveDatetime } from "./catalogue/naive-datetime.ts";
import { namingConvention } from "./catalogue/naming-convention.ts";
import { pep8 } from "./catalogue/pep8.ts";
import { pollBeforeReturncode } from "./catalogue/poll-before-returncode.ts";
import { printCall } from "./catalogue/print-call.ts";
import { queryInLoop } from "./catalogue/query-in-loop.ts";
import { safePop } from "./catalogue/safe-pop.ts";
import { specificExceptions } from "./catalogue/specific-exceptions.ts";
import { structuredLogging } from "./catalogue/structured-logging.ts";
import { swallowedException } from "./catalogue/swallowed-exception.ts";
import { timestampTimezone } from "./catalogue/timestamp-timezone.ts";
import { wildcardImport } from "./catalogue/wildcard-import.ts";
import type { Rule } from "./rule.ts";

export const catalogue: readonly Rule[] = [
  bareExcept,
  constantCase,
  customExceptions,
  deleteChildrenFirst,
  docstrings,
  eagerLoading,
  expectedExceptionLevel,
  httpExceptionStatus,
  importOrder,
  indentation,
  lineLength,
  logExceptionContext,
  missingIndex,
  missingTypeHints,
  modernTypeSyntax,
  moduleName,
  nPlusOne,
  naiveDatetime,
  namingConvention,
  pep8,
  pollBeforeReturncode,
  printCall,
  queryInLoop,
  safePop,
  specificExceptions,
  structuredLogging,
  swallowedException,
  timestampTimezone,
  wildcardImport,
];

// The catalogue in order of ids. Made by `npm run generate`; do not edit.

import { bareExcept } from "./catalogue/bare-except.ts";
import { constantCase } from "./catalogue/constant-case.ts";
import { customExceptions } from "./catalogue/custom-exceptions.ts";
import { docstrings } from "./catalogue/docstrings.ts";
import { eagerLoading } from "./catalogue/eager-loading.ts";
import { expectedExceptionLevel } from "./catalogue/expected-exception-level.ts";
import { httpExceptionStatus } from "./catalogue/http-exception-status.ts";
import { importOrder } from "./catalogue/import-order.ts";
import { indentation } from "./catalogue/indentation.ts";
import { lineLength } from "./catalogue/line-length.ts";
import { logExceptionContext } from "./catalogue/log-exception-context.ts";
import { missingTypeHints } from "./catalogue/missing-type-hints.ts";
import { modernTypeSyntax } from "./catalogue/modern-type-syntax.ts";
import { moduleName } from "./catalogue/module-name.ts";
import { nPlusOne } from "./catalogue/n-plus-one.ts";
import { naiveDatetime } from "./catalogue/naive-datetime.ts";
import { namingConvention } from "./catalogue/naming-convention.ts";
import { pep8 } from "./catalogue/pep8.ts";
import { printCall } from "./catalogue/print-call.ts";
import { queryInLoop } from "./catalogue/query-in-loop.ts";
import { specificExceptions } from "./catalogue/specific-exceptions.ts";
import { swallowedException } from "./catalogue/swallowed-exception.ts";
import { wildcardImport } from "./catalogue/wildcard-import.ts";
import type { Rule } from "./rule.ts";

export const catalogue: readonly Rule[] = [
  bareExcept,
  constantCase,
  customExceptions,
  docstrings,
  eagerLoading,
  expectedExceptionLevel,
  httpExceptionStatus,
  importOrder,
  indentation,
  lineLength,
  logExceptionContext,
  missingTypeHints,
  modernTypeSyntax,
  moduleName,
  nPlusOne,
  naiveDatetime,
  namingConvention,
  pep8,
  printCall,
  queryInLoop,
  specificExceptions,
  swallowedException,
  wildcardImport,
];

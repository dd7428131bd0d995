// The catalogue in order of ids. Made by `npm run generate`; do not edit.

import { bannedName } from "./catalogue/banned-name.ts";
import { bareExcept } from "./catalogue/bare-except.ts";
import { constantCase } from "./catalogue/constant-case.ts";
import { corsOrigins } from "./catalogue/cors-origins.ts";
import { customExceptions } from "./catalogue/custom-exceptions.ts";
import { deleteChildrenFirst } from "./catalogue/delete-children-first.ts";
import { docstrings } from "./catalogue/docstrings.ts";
import { eagerLoading } from "./catalogue/eager-loading.ts";
import { expectedExceptionLevel } from "./catalogue/expected-exception-level.ts";
import { hardcodedSecret } from "./catalogue/hardcoded-secret.ts";
import { httpExceptionStatus } from "./catalogue/http-exception-status.ts";
import { importOrder } from "./catalogue/import-order.ts";
import { indentation } from "./catalogue/indentation.ts";
import { lifespanEvents } from "./catalogue/lifespan-events.ts";
import { lineLength } from "./catalogue/line-length.ts";
import { logExceptionContext } from "./catalogue/log-exception-context.ts";
import { magicNumber } from "./catalogue/magic-number.ts";
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
import { pydanticV2 } from "./catalogue/pydantic-v2.ts";
import { pytestAsyncio } from "./catalogue/pytest-asyncio.ts";
import { queryInLoop } from "./catalogue/query-in-loop.ts";
import { requiredKeyword } from "./catalogue/required-keyword.ts";
import { safePop } from "./catalogue/safe-pop.ts";
import { settingsClass } from "./catalogue/settings-class.ts";
import { specificExceptions } from "./catalogue/specific-exceptions.ts";
import { sqlInjection } from "./catalogue/sql-injection.ts";
import { structlog } from "./catalogue/structlog.ts";
import { structuredLogging } from "./catalogue/structured-logging.ts";
import { swallowedException } from "./catalogue/swallowed-exception.ts";
import { timestampTimezone } from "./catalogue/timestamp-timezone.ts";
import { wildcardImport } from "./catalogue/wildcard-import.ts";
import type { Rule } from "./rule.ts";

export const catalogue: readonly Rule[] = [
  bannedName,
  bareExcept,
  constantCase,
  corsOrigins,
  customExceptions,
  deleteChildrenFirst,
  docstrings,
  eagerLoading,
  expectedExceptionLevel,
  hardcodedSecret,
  httpExceptionStatus,
  importOrder,
  indentation,
  lifespanEvents,
  lineLength,
  logExceptionContext,
  magicNumber,
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
  pydanticV2,
  pytestAsyncio,
  queryInLoop,
  requiredKeyword,
  safePop,
  settingsClass,
  specificExceptions,
  sqlInjection,
  structlog,
  structuredLogging,
  swallowedException,
  timestampTimezone,
  wildcardImport,
];

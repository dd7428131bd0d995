// Tells a secret from what only looks like one: placeholders, names, titles, URLs; and keys by their shape.

const keyShapes: readonly RegExp[] = [
  /^AKIA[0-9A-Z]{16}$/,
  /^gh[pousr]_[A-Za-z0-9]{30,}$/,
  /^github_pat_[A-Za-z0-9_]{40,}$/,
  /^glpat-[\w-]{20,}$/,
  /^sk-(?:proj-|ant-)?[\w-]{20,}$/,
  /^[sr]k_live_[A-Za-z0-9]{16,}$/,
  /^xox[abprs]-[\w-]{10,}$/,
  /^AIza[\w-]{35}$/,
  /^SG\.[\w-]{16,}\.[\w-]{16,}$/,
  /^eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}$/,
  // The line above a key, which code looks for, is none yet.
  /-----BEGIN [A-Z ]*PRIVATE KEY-----(?:\\[nr]|\s)*[A-Za-z0-9+/]{16}/,
];
/** `scheme://user:password@host` with a password that is no variable. */
const credentialsInUrl = /^[a-z][a-z0-9+.-]*:\/\/[^\s:/@{}<>$]+:([^\s:/@{}<>$%]+)@[^\s/]+/i;

export function looksLikeKey(value: string): boolean {
  if (keyShapes.some((shape) => shape.test(value))) return true;
  const password = credentialsInUrl.exec(value)?.[1];
  return (
    password !== undefined &&
    !isPlaceholder(password, "") &&
    !/^(postgres|password|user|root|guest|admin|test|secret)$/i.test(password)
  );
}

const words =
  /^(?:access|admin|api|app|auth|authentication|authorization|basic|bearer|client|code|cookie|credentials?|csrf|csrftoken|default|device|digest|expired|field|form|grant|header|hidden|id|input|invalid|jwt|key|keys|login|missing|my|name|new|none|null|oauth2?|old|otp|pass|passphrase|passwd|password|passwords|private|public|pwd|refresh|required|reset|secret|secrets|session|sid|sso|string|text|token|tokens|totp|type|unknown|user|username|value|verification|verify|wrong|x|xsrf)$/i;
const placeholders =
  /^(?:x{2,}|\*+|\.{2,}|-+|_+|todo|tbd|n\/?a|none|null|example\w*|sample\w*|dummy\w*|fake\w*|mock\w*|placeholder\w*|change[-_ ]?(?:me|it|this)\w*|replace[-_ ]?(?:me|this)\w*|insert[-_ ].*|fill[-_ ]?(?:me|this)\w*|your[-_ ].*|my[-_ ]?(?:secret|token|key|password)\w*|set[-_ ]?me|redacted|masked|test(?:ing)?|__\w+__|<.*>|\$\{.*\}|\{\{.*\}\}|\{.*\}|%\(.*\)s|%s)$/i;

/** Keys that a vendor means for browsers: of PostHog's projects, Stripe's and Clerk's publishable ones, Mapbox's public ones. */
const publishable = /^(?:phc_|pk_(?:live|test)_|pk\.eyJ)[\w.-]+$/;
/** `yourSecretPassword` */
const yours = /^(?:your|my)(?:[A-Z][a-z]+)+\d*$/;

/** What stands where a secret could, and is none. `name` is what takes the value. */
export function isPlaceholder(value: string, name: string): boolean {
  const text = value.trim();
  if (text.length < 3 || placeholders.test(text) || yours.test(text) || publishable.test(text)) return true;
  if (/^(?:[a-z]+:\/\/|\/|\.{1,2}\/)/i.test(text) && !credentialsInUrl.test(text)) return true;
  // "EAA[0-9A-Za-z]+" is looked for.
  if (/\[[^\]]+\](?:[+*?]|\{\d)/.test(text)) return true;
  // "session:token:{}" is filled in.
  if (/\{\w*\}/.test(text)) return true;
  if (/\s/.test(text) || /^[[(<{].*[\])>}]$/.test(text)) return true;
  // "http-session-of-owner" tells what it is, as a password of several words does not.
  if (/^[a-z]+(?:[-_.:][a-z][a-z0-9]*){3,}$/.test(text) && !/pass/i.test(name)) return true;
  if (/^(?:HS|RS|ES|PS)(?:256|384|512)$|^(?:EdDSA|none|bcrypt|argon2\w*|sha\d+|md5|pbkdf2\w*)$/i.test(text))
    return true;
  if (text.toLowerCase() === name.toLowerCase()) return true;
  // APP_SECRET_KEY names an environment variable, X-Api-Key a header, access_token a field.
  if (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(text)) return true;
  // A key's own prefix with a word behind it stands for one: "sk-invalid".
  if (/^(?:xox[a-z]|sk|pk|ghp|gho|glpat|whsec|rk)[-_][a-z]+$/i.test(text)) return true;
  const parts = text.split(/[-_.\s:/]+/);
  if (parts.every((word) => words.test(word) || word === "")) return true;
  // "docs-stub-secret" says that it is none.
  if (parts.length > 1 && parts.some((word) => /^(?:stub|dummy|fake|mock|placeholder)$/i.test(word))) return true;
  return /(?:_|-)(?:url|uri|endpoint|path|name|header|field|type|prefix|suffix|file|label|title|message|error|hint|regex|pattern|format)$/i.test(
    name,
  );
}

// Reads that whatever speaks to an outside service goes through one file or folder: "all Stripe calls go through `pay/client.py`".

import type { Reading } from "./reading.ts";

/** Services as sentences name them, and the libraries by which code reaches them. */
const services: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bstripe\b/i, ["stripe"]],
  [/\bredis\b/i, ["redis", "aioredis"]],
  [/\b(?:s3|aws|dynamodb|sqs|sns|bedrock|boto3?)\b/i, ["boto3", "botocore", "aioboto3", "aiobotocore"]],
  [/\bopenai\b/i, ["openai"]],
  [/\b(?:anthropic|claude)\b/i, ["anthropic"]],
  [/\b(?:llms?|language models?)\b/i, ["openai", "anthropic", "litellm", "google.generativeai", "mistralai"]],
  [/\bgithub\b/i, ["github", "githubkit"]],
  [/\bslack\b/i, ["slack_sdk", "slack_bolt"]],
  [/\btwilio\b/i, ["twilio"]],
  [/\bsendgrid\b/i, ["sendgrid"]],
  [/\bsupabase\b/i, ["supabase"]],
  [/\b(?:firebase|firestore)\b/i, ["firebase_admin", "google.cloud.firestore"]],
  [/\b(?:mongo|mongodb)\b/i, ["pymongo", "motor"]],
  [/\b(?:elasticsearch|opensearch)\b/i, ["elasticsearch", "opensearchpy"]],
  [/\bkafka\b/i, ["kafka", "aiokafka", "confluent_kafka"]],
  [/\brabbitmq\b/i, ["pika", "aio_pika"]],
  [/\bqdrant\b/i, ["qdrant_client"]],
  [/\bpinecone\b/i, ["pinecone"]],
  [/\bneo4j\b/i, ["neo4j"]],
  [/\bhttp\b/i, ["requests", "httpx", "aiohttp", "urllib3"]],
];

/** Phrases of such sentences; the place is caught as `owner`. */
export const throughGateway = [
  "(call|request|access|traffic|interaction|communication|upload|download|query|operation|integration|client|api) ... (go|run|happen|pass|flow|route|be made|made|live|belong|stay) ... (through|via|by way of|in|inside) ... {owner}",
  "(call|request|access|traffic|interaction|communication|upload|download|query|operation|integration) ... (through|via) ... {owner}",
  "(access|reach|call|talk to|speak to|use|query) ... only ... (through|via|in|from) ... {owner}",
  "only {owner} ... (call|talk to|speak to|access|reach|touch|query)",
];

/** The file or folder that alone may import what reaches the service. */
export function readGateway({
  clause,
  paths,
  codes,
}: Reading): { owners: readonly string[]; targets: readonly string[] } | undefined {
  const owners = paths.filter((path) => /\.py$|\/$/.test(path) && !/[<>{}*]/.test(path));
  // "GitHub" is written as code is.
  const rest = codes.filter((code) => !paths.includes(code) && !services.some(([said]) => said.test(code)));
  // "`yfinance`: every call lives in …", "all `yfinance` calls": a library by its own name.
  const library =
    rest.length === 1 ? plainModule.exec(rest[0] ?? "")?.[0] : /^\W*([a-z][a-z0-9_]+)\W*:/.exec(clause)?.[1];
  if (owners.length < 1 || owners.length > 3 || owners.length < paths.length) return undefined;
  if (rest.length > 0 && library === undefined) return undefined;
  // Who goes through it is left open: some of the callers are no boundary.
  if (
    !/\b(?:all|every|each|any|only|always|exclusively|solely|never|must)\b/i.test(clause) &&
    !/\bcalls?\b[^.]*\b(?:live|belong)\b/i.test(clause)
  )
    return undefined;
  if (/\b(?:tests?|mock\w*|document\w*|when|if|for example)\b/i.test(clause)) return undefined;
  const targets = services
    .filter(([said]) => said.test(owners.reduce((text, owner) => text.replaceAll(owner, " "), clause)))
    .map(([, libraries]) => libraries);
  const [only] = targets;
  // "GitHub HTTP calls": what is named first says which; more than one service is another matter.
  if (only !== undefined) return { owners, targets: only };
  return library === undefined ? undefined : { owners, targets: [library] };
}

const plainModule = /^[a-z][a-z0-9_]*$/;

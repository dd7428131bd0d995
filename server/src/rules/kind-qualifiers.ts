// Tells "all services" from "payment services" and "service tests": a word beside a kind makes it another, which code cannot tell.

const general =
  /(?:^|[^\w\s-]\s*|\b(?:all|every|each|any|new|our|your|my|the|an?|its|their|these|both|no|custom|own|first-party|in-house|internal|domain|application|app|project|orm|database|db|pydantic|sqlalchemy|sqlmodel|django|drf|celery|fastapi|flask|python|pytest|api|http|rest|test|table|data|of|for|in|on|with|to|from|by|and|or|that|as|than|name|names|named|naming|call|called|decorate|mark|make|have|has|give|put|place|add|keep|define|declare|store|create|group|ensure|write|use|prefix|suffix|end|wrap|annotate|must|should|always|please|only|also|like|so)\s+)$/i;

const others =
  /^\s+(?:fields?|columns?|methods?|functions?|modules?|files?|variables?|instances?|attributes?|parameters?|arguments?|packages?|folders?|director(?:y|ies)|objects?|propert(?:y|ies)|layers?|tests?|constants?|keys?|messages?|codes?|handlers?|managers?|factor(?:y|ies)|fixtures?|errors?|exceptions?|builders?|loaders?|validators?|registr(?:y|ies)|clients?|calls?|members?|support|data|names? of|raised|thrown|used|shared|returned|exposed|that|which|whose|(?:with(?:out)?|for)\s+(?!the\b|an?\b|all\b|every\b|each\b)[a-z]\w*)\b/i;

/** Whether the words around a kind's name, which stands from `start` to `end`, leave it what it is. */
export function isWholeKind(text: string, start: number, end: number): boolean {
  return general.test(text.slice(0, start)) && !others.test(text.slice(end));
}

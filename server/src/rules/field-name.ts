// Tells whether a key can be the name of a field of a Pydantic model.

import { isKeyword } from "../python/keywords.ts";

export function isFieldName(key: string): boolean {
  return /^[a-zA-Z]\w*$/.test(key) && !isKeyword(key) && !ownMembers.test(key);
}

/** What a model has itself: a field of such a name is an error, or hides it. */
const ownMembers =
  /^(model_\w+|Config|construct|copy|dict|fields|from_orm|json|parse_(obj|raw|file)|schema|schema_json|update_forward_refs|validate)$/;

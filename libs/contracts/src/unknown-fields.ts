import { isMessage, type DescMessage, type Message } from '@bufbuild/protobuf';
import { reflect } from '@bufbuild/protobuf/reflect';

/** True when a message, or one within it, came with fields that this version does not know; a later version told it. */
export function hasUnknownFields(schema: DescMessage, message: Message): boolean {
  if ((message.$unknown ?? []).length > 0) return true;
  const fields = reflect(schema, message);
  return schema.fields.some((field) => {
    if (field.message === undefined || !fields.isSet(field)) return false;
    const inner = field.message;
    const value: unknown = message[field.localName as keyof Message];
    return (Array.isArray(value) ? value : [value]).some(
      (part: unknown) => isMessage(part) && hasUnknownFields(inner, part),
    );
  });
}

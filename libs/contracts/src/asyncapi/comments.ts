import type { DescField, DescFile, DescMessage } from '@bufbuild/protobuf';

/** Numbers by which a descriptor's source information names its parts: messages of a file, fields of a message. */
const [MESSAGES_OF_FILE, FIELDS_OF_MESSAGE] = [4, 2];

/** The comment in `proto/` above a message or a field, on one line; empty where there is none. */
export function commentOn(desc: DescMessage | DescField): string {
  return desc.kind === 'message'
    ? leadingComment(desc.file, pathOf(desc))
    : leadingComment(desc.parent.file, [...pathOf(desc.parent), FIELDS_OF_MESSAGE, desc.parent.fields.indexOf(desc)]);
}

const pathOf = ({ file, proto }: DescMessage): readonly number[] => [
  MESSAGES_OF_FILE,
  file.proto.messageType.indexOf(proto),
];

function leadingComment(file: DescFile, path: readonly number[]): string {
  const wanted = path.join('.');
  const location = file.proto.sourceCodeInfo?.location.find((each) => each.path.join('.') === wanted);
  return location?.leadingComments.trim().replaceAll(/\s+/g, ' ') ?? '';
}

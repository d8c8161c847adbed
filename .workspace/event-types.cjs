/**
 * Writes libs/contracts/dist/event-types.json, which is served at /event-types.json: the JSON Schema of what each event
 * of the record says, by its context and type. It is made from the types of the rules, to which the compiler holds the
 * events, with the words of their comments, and only when it is older than these.
 */
const fs = require('node:fs');
const path = require('node:path');
const { isDeepStrictEqual } = require('node:util');

const root = path.resolve(__dirname, '..');
const file = path.join(root, 'libs/contracts/dist/event-types.json');

/** Texts whose form their name tells. */
const FORMS = {
  Instant: { type: 'string', format: 'date-time' },
  IsoDate: { type: 'string', format: 'date' },
  Sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' },
  CaseId: { type: 'string', format: 'uuid' },
  EventId: { type: 'string', format: 'uuid' },
  PartyCode: { type: 'string', pattern: '^[A-Z]{2,8}$' },
};

const IS_SOURCE = /(?<!\.(?:spec|fixture))\.ts$/;

/** The sources of the libraries and services. */
const sources = ['libs', 'services']
  .flatMap((folder) => fs.readdirSync(path.join(root, folder)).map((name) => path.join(root, folder, name, 'src')))
  .filter((folder) => fs.existsSync(folder))
  .flatMap((folder) => fs.readdirSync(folder, { recursive: true }).map((name) => path.join(folder, name)))
  .filter((name) => IS_SOURCE.test(name));

const changedAt = (each) => fs.statSync(each, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const isNew = () =>
  [path.join(__dirname, 'event-types.cjs'), ...sources].every((source) => changedAt(source) <= changedAt(file));

const anyOf = (known, more) => ({ anyOf: [...(known.anyOf ?? [known]), more] });

/** The context in whose streams the events of a file stand. */
function contextOf(file) {
  const [, folder] = /\/(?:services|libs)\/([^/]+)\/src\//.exec(file) ?? [];
  return folder?.replace('-', '');
}

/** The JSON Schema of every event type. */
function eventTypes() {
  // Only now, because loading it takes longer than finding out that nothing has changed.
  const ts = require('typescript');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path.join(root, 'tsconfig.base.json'), ts.sys.readFile).config,
    ts.sys,
    root,
  );
  const files = sources.filter((source) => fs.readFileSync(source, 'utf8').includes('DomainEvent<')).sort();
  const program = ts.createProgram(files, { ...options, types: [], noEmit: true });
  const checker = program.getTypeChecker();
  const shared = new Map();
  const told = new Map();

  const commentOf = (symbol) => ts.displayPartsToString(symbol?.getDocumentationComment(checker)).replace(/\s+/g, ' ');
  const described = (schema, symbol) => {
    const description = commentOf(symbol);
    return description === '' ? schema : { ...schema, description };
  };

  function schemaOf(type) {
    const alias = type.aliasSymbol?.name;
    if (alias && FORMS[alias]) return FORMS[alias];
    if (type.isUnion()) return unionOf(type);
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    const { flags } = type;
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (flags & (ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral)) return { type: 'string' };
    if (flags & ts.TypeFlags.Number) return { type: 'number' };
    if (flags & ts.TypeFlags.Boolean) return { type: 'boolean' };
    // A text with a brand is an intersection of a text and the brand.
    if (type.isIntersection() && type.types.some((part) => part.flags & ts.TypeFlags.String)) return { type: 'string' };
    if (checker.isArrayType(type)) return { type: 'array', items: schemaOf(checker.getTypeArguments(type)[0]) };
    if (checker.isTupleType(type)) {
      const entries = checker.getTypeArguments(type).map(schemaOf);
      return { type: 'array', prefixItems: entries, minItems: entries.length, maxItems: entries.length };
    }
    return namedOf(type);
  }

  function unionOf(type) {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const literals = parts.filter((part) => part.isStringLiteral()).map((part) => part.value);
    const isBoolean = parts.filter((part) => part.flags & ts.TypeFlags.BooleanLiteral).length === 2;
    const others = parts.filter(
      (part) => !part.isStringLiteral() && !(isBoolean && part.flags & ts.TypeFlags.BooleanLiteral),
    );
    const schemas = [
      ...(literals.length > 0 ? [{ enum: literals }] : []),
      ...(isBoolean ? [{ type: 'boolean' }] : []),
      ...others.map(schemaOf),
    ];
    return schemas.length === 1 ? schemas[0] : { anyOf: schemas };
  }

  /** A type with a name of its own is said once, and referred to. */
  function namedOf(type) {
    const symbol = type.aliasSymbol ?? type.getSymbol();
    const name = symbol?.name;
    const plain = name && !name.startsWith('__') && !type.aliasTypeArguments?.length && !type.typeArguments?.length;
    if (!plain) return objectOf(type);
    const declared = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
    const id = `${contextOf(declared) ?? 'shared'}.${name}`;
    if (!shared.has(id)) {
      shared.set(id, {});
      shared.set(id, described(objectOf(type), symbol));
    }
    return { $ref: `#/$defs/${id}` };
  }

  function objectOf(type) {
    const index = checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties = checker.getPropertiesOfType(type);
    const isOptional = (each) => (each.flags & ts.SymbolFlags.Optional) !== 0;
    return {
      type: 'object',
      ...(properties.length > 0
        ? {
            properties: Object.fromEntries(
              properties.map((each) => [each.name, described(schemaOf(checker.getTypeOfSymbol(each)), each)]),
            ),
            required: properties.filter((each) => !isOptional(each)).map(({ name }) => name),
          }
        : {}),
      ...(index ? { additionalProperties: schemaOf(index.type) } : {}),
    };
  }

  const namesIn = (type) =>
    (type.isUnion() ? type.types : [type]).flatMap((part) => (part.isStringLiteral() ? [part.value] : []));

  for (const file of files) {
    const source = program.getSourceFile(file);
    const visit = (node) => {
      if (
        ts.isTypeReferenceNode(node) &&
        node.typeName.getText() === 'DomainEvent' &&
        node.typeArguments?.length === 2
      ) {
        const [named, data] = node.typeArguments.map((each) => checker.getTypeFromTypeNode(each));
        for (const name of namesIn(named)) {
          const id = `${contextOf(file)}.${name}`;
          const alias = ts.findAncestor(node, ts.isTypeAliasDeclaration);
          const schema = objectOf(data);
          const known = told.get(id);
          const comment = alias && alias.type === node ? commentOf(checker.getSymbolAtLocation(alias.name)) : '';
          const whole = comment === '' ? schema : { description: comment, ...schema };
          // A type that is declared in several places says what any of them says.
          told.set(id, known === undefined || isDeepStrictEqual(known, whole) ? whole : anyOf(known, whole));
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const inOrder = (map) => [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What each event of the record says',
    description:
      'The payload of an event of a history, by the context of its stream and its type. A later release may add fields.',
    $defs: Object.fromEntries([...inOrder(told), ...inOrder(shared)]),
  };
}

if (!isNew()) fs.writeFileSync(file, `${JSON.stringify(eventTypes())}\n`);

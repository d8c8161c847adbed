import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import type { Planting } from './fault';

/** An act, by the place of its declaration, with a fault for each refusal that its deciders can be made to forget. */
export interface FaultsOfAct {
  /** File and route, as in `services/intake/src/case/case.controller.ts calls`. */
  readonly act: string;
  readonly faults: readonly Planting[];
}

/** Acts are declared in controllers, and in decorators that several controllers share. */
const DECLARING = /\.(controller|http)\.ts$/;

/** Every declared act with its faults. They are made from the deciders that the act names, so none can be left out. */
export function faultsOfActs(workspace: string): readonly FaultsOfAct[] {
  const files = ['services', 'libs'].flatMap((root) => filesIn(join(workspace, root)));
  const sources = new Sources(files);
  return files
    .filter((file) => DECLARING.test(file))
    .flatMap((file) =>
      declarationsIn(sources.of(file)).map((declared) => ({
        act: `${relative(workspace, file)} ${routeOf(declared)}`,
        faults: decidersIn(declared).flatMap((each) =>
          sources.functionsOf(each, file).flatMap((found) => forgettings(found, workspace)),
        ),
      })),
    );
}

const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\/src\/.*\.ts$/.test(name) && !/node_modules|\/dist\/|\.(spec|fixture)\.ts$/.test(name))
    .map((name) => join(root, name))
    .toSorted();

/** The arguments of every `@Act(…)` in a source. */
function declarationsIn(source: ts.SourceFile): readonly ts.ObjectLiteralExpression[] {
  const [, named = 'Act'] = /\bAct as (\w+)/.exec(source.text) ?? [];
  const found: ts.ObjectLiteralExpression[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText(source) === named) {
      const [declared] = node.arguments;
      if (declared && ts.isObjectLiteralExpression(declared)) found.push(declared);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

const valueOf = (declared: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined =>
  declared.properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)?.initializer;

const routeOf = (declared: ts.ObjectLiteralExpression): string =>
  ['post', 'put', 'delete'].flatMap((method) => valueOf(declared, method)?.getText() ?? []).join();

function decidersIn(declared: ts.ObjectLiteralExpression): readonly ts.Expression[] {
  const by = valueOf(declared, 'decides');
  return by && ts.isArrayLiteralExpression(by) ? by.elements : by ? [by] : [];
}

type Deciding = ts.FunctionDeclaration | ts.ArrowFunction;

/** The sources of the workspace, in which a decider is followed to its definition. */
class Sources {
  readonly #read = new Map<string, ts.SourceFile>();

  constructor(private readonly files: readonly string[]) {}

  of(file: string): ts.SourceFile {
    const known = this.#read.get(file);
    if (known) return known;
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    this.#read.set(file, source);
    return source;
  }

  /** The functions for which an expression of a file stands: one, or those of a table of deciders. */
  functionsOf(decider: ts.Expression, file: string): readonly Deciding[] {
    if (ts.isArrowFunction(decider)) return [decider];
    if (ts.isSpreadElement(decider)) return this.functionsOf(decider.expression, file);
    if (ts.isCallExpression(decider))
      return decider.arguments.slice(0, 1).flatMap((given) => this.functionsOf(given, file));
    if (ts.isSatisfiesExpression(decider)) return this.functionsOf(decider.expression, file);
    if (ts.isObjectLiteralExpression(decider))
      return decider.properties
        .filter(ts.isPropertyAssignment)
        .flatMap((each) => this.functionsOf(each.initializer, file));
    if (ts.isPropertyAccessExpression(decider)) return this.#memberOf(decider, file);
    return ts.isIdentifier(decider) ? this.#named(decider.text, file) : [];
  }

  #memberOf({ expression, name }: ts.PropertyAccessExpression, file: string): readonly Deciding[] {
    const place = this.#placeOf(expression.getText(), file);
    const table = place && valueIn(this.of(place), expression.getText());
    const members = table && ts.isSatisfiesExpression(table) ? table.expression : table;
    const member = members && ts.isObjectLiteralExpression(members) ? valueOf(members, name.text) : undefined;
    return place && member ? this.functionsOf(member, place) : [];
  }

  #named(name: string, file: string): readonly Deciding[] {
    const place = this.#placeOf(name, file);
    const source = place && this.of(place);
    if (!source) return [];
    const written = source.statements.filter(ts.isFunctionDeclaration).find((each) => each.name?.text === name);
    const value = valueIn(source, name);
    return written ? [written] : value ? this.functionsOf(value, place) : [];
  }

  /** The file that defines a name which another file uses. */
  #placeOf(name: string, file: string): string | undefined {
    const taken = this.of(file).statements.filter(ts.isImportDeclaration);
    const from = taken.find((each) => each.importClause?.namedBindings?.getText().match(new RegExp(`\\b${name}\\b`)));
    if (!from) return file;
    const { text } = from.moduleSpecifier as ts.StringLiteral;
    if (text.startsWith('.')) {
      const place = `${resolve(dirname(file), text)}.ts`;
      return existsSync(place) ? place : undefined;
    }
    const library = `/libs/${text.replace('@parley/', '')}/src/`;
    const writes = new RegExp(`^export (function|const) ${name}\\b`, 'm');
    return this.files.find((each) => each.includes(library) && writes.test(readFileSync(each, 'utf8')));
  }
}

const valueIn = (source: ts.SourceFile, name: string): ts.Expression | undefined =>
  source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => declarationList.declarations)
    .find((each) => each.name.getText() === name)?.initializer;

/** A refusal, or the answer of a bar or another decider. */
const REFUSES = /\brefuse\(|^return \w+(\(\))?;$/;

/** A fault for each refusing statement of a decider: the decider without that statement. */
function forgettings(decider: Deciding, workspace: string): readonly Planting[] {
  const source = decider.getSourceFile();
  const beginning = ts.isArrowFunction(decider) ? decider.parent.getStart() : decider.getStart();
  const name = ts.isArrowFunction(decider) ? decider.parent.getChildAt(0).getText() : (decider.name?.text ?? '');
  const found: Planting[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) return;
    if (ts.isIfStatement(node) && !node.elseStatement && REFUSES.test(node.thenStatement.getText())) {
      const find = source.text.slice(beginning, node.end);
      found.push({
        what: `${name} does not ask: ${node.expression.getText().replaceAll(/\s+/g, ' ')}`,
        file: relative(workspace, source.fileName),
        find,
        replace: find.slice(0, node.getStart() - beginning),
      });
    }
    ts.forEachChild(node, look);
  };
  if (decider.body) ts.forEachChild(decider.body, look);
  return found;
}

import type { Finding } from '#domain';
import { _, Ajv2020, type CodeKeywordDefinition, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { explain } from './schema-explanations.js';

/** Checks a parsed tree and says what is wrong, as findings with JSON pointers. */
export type SchemaCheck = (tree: unknown) => readonly Finding[];

/**
 * Compiles a JSON Schema 2020-12 in memory, once: keep the result. `rule` names the standard in each finding. Every fault is told. Findings
 * have the codes `SCHEMA.REQUIRED`, `SCHEMA.TYPE`, `SCHEMA.UNKNOWN_FIELD`, `SCHEMA.CODE`, `SCHEMA.PATTERN`, `SCHEMA.LENGTH`, `SCHEMA.RANGE`,
 * `SCHEMA.DATE`, `SCHEMA.FORM`.
 */
export function compileSchema(schema: object, rule: string): SchemaCheck {
  const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true, code: { process: appendingErrors } });
  addFormats.default(ajv);
  for (const name of ['date', 'date-time'] as const) ajv.addFormat(name, withInstant(fullFormats[name] as DateFormat));
  ajv.removeKeyword('enum').addKeyword(enumBySet);
  const validate = ajv.compile(schema);
  return (tree) => (validate(tree) ? [] : locate(validate.errors ?? [], rule));
}

interface DateFormat {
  readonly validate: (text: string) => boolean;
}

/** RFC 3339 also has years before 1000, which are slips of the key, and leap seconds. No instant is made of either, and what has none is in no timeline. */
const withInstant =
  ({ validate }: DateFormat) =>
  (text: string): boolean =>
    validate(text) && !/^0|:\d\d:60/.test(text);

/**
 * ajv's code copies the whole list of errors at each `$ref` that adds to it: 50,000 faults in a document of 400 KB take it five seconds.
 * Added in place, they take a hundredth of that.
 */
const appendingErrors = (code: string): string =>
  code.replace(/vErrors\.concat\(([^()]+)\)/g, '$1.reduce((all, error) => (all.push(error), all), vErrors)');

/** ajv goes through a list of more than 200 codes one by one, for each value; the standards' lists have up to 1,800. Codes are texts. */
const enumBySet: CodeKeywordDefinition = {
  keyword: 'enum',
  schemaType: 'array',
  before: 'not',
  error: {
    message: 'must be equal to one of the allowed values',
    params: ({ schemaCode }) => _`{allowedValues: ${schemaCode}}`,
  },
  code(context) {
    const values = context.gen.scopeValue('obj', { ref: new Set(context.schema as readonly unknown[]) });
    context.pass(_`${values}.has(${context.data})`);
  },
};

/** One finding for each fact and place. */
function locate(errors: readonly ErrorObject[], rule: string): Finding[] {
  const findings = new Map<string, Finding>();
  for (const error of withUnionsJudged(errors)) {
    const finding = explain(error, rule);
    const key = `${finding.code} ${finding.path}`;
    if (!findings.has(key)) findings.set(key, finding);
  }
  return [...findings.values()];
}

/**
 * ajv lists what every branch of a failed `oneOf` or `anyOf` misses, and then the union itself. A clerk needs the branch that was meant:
 * the errors of the branches are taken back from the list and judged together. `if` only repeats what `then` or `else` said.
 */
function withUnionsJudged(errors: readonly ErrorObject[]): ErrorObject[] {
  const judged: ErrorObject[] = [];
  for (const error of errors) {
    if (error.keyword === 'if') continue;
    if (error.keyword !== 'oneOf' && error.keyword !== 'anyOf') judged.push(error);
    else judged.push(...judge(error, takeBranchErrors(error, judged)));
  }
  return judged;
}

/** The errors at the end of `judged` that came from the union's branches: those below its place, or at it by one of its branches. */
function takeBranchErrors(union: ErrorObject, judged: ErrorObject[]): ErrorObject[] {
  const branches = (union.schema as readonly { $ref?: string }[]).map(
    ({ $ref }, index) => $ref ?? `${union.schemaPath}/${index}`,
  );
  const isBranch = ({ instancePath, schemaPath }: ErrorObject): boolean =>
    instancePath.startsWith(`${union.instancePath}/`) ||
    (instancePath === union.instancePath && branches.some((branch) => schemaPath.startsWith(`${branch}/`)));
  const start = judged.findLastIndex((error) => !isBranch(error)) + 1;
  return judged.splice(start);
}

/** A branch of another type, or one that a constant rules out, was not meant; nor one given up at the top when another got further down. */
function judge(union: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[] {
  if (union.keyword === 'oneOf' && union.params.passingSchemas) return [union];
  const isBelow = ({ instancePath }: ErrorObject): boolean => instancePath !== union.instancePath;
  const ofType = unlessAll(errors, (error) => error.keyword === 'type' && !isBelow(error));
  const meant = unlessAll(ofType, (error) => error.keyword === 'const' && isBelow(error));
  const below = meant.filter(isBelow);
  return below.length > 0 ? below : combine(union, meant);
}

/** Leaves out those that fit, unless nothing would be left. */
function unlessAll(errors: readonly ErrorObject[], fits: (error: ErrorObject) => boolean): readonly ErrorObject[] {
  const rest = errors.filter((error) => !fits(error));
  return rest.length > 0 ? rest : errors;
}

/** What all branches miss at one place, said once. */
function combine(union: ErrorObject, errors: readonly ErrorObject[]): ErrorObject[] {
  const keywords = new Set(errors.map(({ keyword }) => (keyword === 'const' ? 'enum' : keyword)));
  const [keyword] = keywords;
  if (keyword === undefined || keywords.size > 1) return [union];
  if (errors.length === 1) return [...errors];
  if (keyword === 'required') return [{ ...union, keyword: 'requiredOneOf', params: { names: errors.map(missing) } }];
  if (keyword === 'enum') return [{ ...union, keyword, params: { allowedValues: errors.flatMap(allowed) } }];
  if (keyword === 'type')
    return [{ ...union, keyword, params: { type: errors.flatMap(({ params }) => params.type as string) } }];
  return errors.slice(0, 1);
}

const missing = ({ params }: ErrorObject): unknown => params.missingProperty;

const allowed = ({ params }: ErrorObject): unknown[] =>
  (params.allowedValues as unknown[] | undefined) ?? [params.allowedValue];
